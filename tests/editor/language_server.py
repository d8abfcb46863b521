"""A client for the YAML language server that VS Code, Vim and others talk to."""

from __future__ import annotations

import json
import queue
import subprocess
import threading
from pathlib import Path
from typing import Any

from node_packages import node_package, node_program

__all__ = ["LanguageServer"]

LIMIT = 60
"""Seconds after which a test fails rather than waits for ever."""
SETTINGS = {
    "yaml": {
        "validate": True,
        "hover": True,
        "completion": True,
        "format": {"enable": False},
        "schemaStore": {"enable": False},  # nothing is fetched
        "schemas": {},
    }
}


class LanguageServer:
    """One running server. Files are opened by path; places count from 0, as the protocol does."""

    def __init__(self, root: Path) -> None:
        program = node_package("yaml-language-server") / "bin" / "yaml-language-server"
        self._process = subprocess.Popen(
            [node_program(), program, "--stdio"],
            cwd=root,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._messages: queue.Queue[dict[str, Any]] = queue.Queue()
        self._number = 0
        self._found: dict[str, list[Any]] = {}
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        self._ask(
            "initialize",
            processId=None,
            rootUri=root.as_uri(),
            workspaceFolders=[{"uri": root.as_uri(), "name": "plans"}],
            capabilities={
                "workspace": {"configuration": True},
                "textDocument": {"hover": {"contentFormat": ["markdown"]}},
            },
        )
        self._tell("initialized")
        self._tell("workspace/didChangeConfiguration", settings=SETTINGS)

    def close(self) -> None:
        """End it, politely."""
        self._ask("shutdown")
        self._tell("exit")
        self._process.wait(timeout=LIMIT)
        self._reader.join(LIMIT)
        for stream in (self._process.stdin, self._process.stdout):
            assert stream is not None
            stream.close()

    def opened(self, *paths: Path) -> list[list[Any]]:
        """Open files; what the server finds wrong with each. A path can be opened once."""
        for path in paths:
            assert path.as_uri() not in self._found
            text = path.read_text(encoding="utf-8")
            document = {"uri": path.as_uri(), "languageId": "yaml", "version": 1, "text": text}
            self._tell("textDocument/didOpen", textDocument=document)
        while any(path.as_uri() not in self._found for path in paths):
            self._take()
        return [self._found[path.as_uri()] for path in paths]

    def completion(self, path: Path, line: int, character: int) -> list[Any]:
        """What may stand at a place of an open file."""
        place = {"line": line, "character": character}
        found = self._ask(
            "textDocument/completion", textDocument={"uri": path.as_uri()}, position=place
        )
        return list(found["items"] if isinstance(found, dict) else found)

    def hover(self, path: Path, line: int, character: int) -> str:
        """What is told about what stands at a place of an open file."""
        place = {"line": line, "character": character}
        found = self._ask("textDocument/hover", textDocument={"uri": path.as_uri()}, position=place)
        return str(found["contents"]["value"]) if found else ""

    def _ask(self, method: str, **about: Any) -> Any:
        self._number += 1
        number = self._number
        self._send({"id": number, "method": method, "params": about})
        while True:
            message = self._take()
            if message.get("id") == number and "method" not in message:
                assert "error" not in message, message
                return message.get("result")

    def _take(self) -> dict[str, Any]:
        """The next message, after answering it if it is a question."""
        message = self._messages.get(timeout=LIMIT)
        method = message.get("method")
        if method == "textDocument/publishDiagnostics":
            found = message["params"]
            self._found[found["uri"]] = list(found["diagnostics"])
        elif method == "workspace/configuration":
            asked = [item.get("section", "") for item in message["params"]["items"]]
            answer = [SETTINGS.get(section, {}) for section in asked]
            self._send({"id": message["id"], "result": answer})
        elif method and "id" in message:
            self._send({"id": message["id"], "result": None})
        return message

    def _tell(self, method: str, **about: Any) -> None:
        self._send({"method": method, "params": about})

    def _send(self, message: dict[str, Any]) -> None:
        assert self._process.stdin is not None
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self._process.stdin.flush()

    def _read(self) -> None:
        stream = self._process.stdout
        assert stream is not None
        while header := stream.readline():
            length = 0
            while header.strip():
                name, _colon, value = header.partition(b":")
                length = int(value) if name.lower() == b"content-length" else length
                header = stream.readline()
            self._messages.put(json.loads(stream.read(length)))
