"""Runs programs as users and servers do: in a process, a folder and an environment of their own."""

from __future__ import annotations

import gettext
import io
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import ExitStack, chdir
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path
from typing import Any
from unittest.mock import patch

from sagaict import language
from sagaict.cli.main import main
from sagaict.domain.reckoning import reckon_by, reckoned

__all__ = [
    "ROOT",
    "TODAY",
    "Ran",
    "call",
    "environment",
    "git",
    "process",
    "repository",
    "run",
    "sagaict",
    "sagaict_process",
]

ROOT = Path(__file__).resolve().parents[2]
TODAY = "2026-11-21"


@dataclass(frozen=True)
class Ran:
    """What a run left behind."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        """The lines of standard output."""
        return self.out.splitlines()

    @property
    def json(self) -> Any:
        """What standard output holds as JSON; the run must have come to an end."""
        assert self.code in {0, 1}, self.err
        return json.loads(self.out)

    def line(self, piece: str) -> str:
        """The one line of standard output that holds `piece`."""
        found = [line for line in self.lines if piece in line]
        assert len(found) == 1, f"{piece!r} in {len(found)} lines of:\n{self.out}"
        return found[0]

    def after(self, title: str) -> list[str]:
        """The lines of standard output below the line `title`, up to the next heading."""
        below = self.lines[self.lines.index(title) + 1 :]
        return list(takewhile(lambda line: not line.startswith("== "), below))


def environment(home: Path, **more: str) -> dict[str, str]:
    """A small environment: nothing of the developer's settings, nor of the server's, gets in."""
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "LANG": "C.UTF-8",
        "PAGER": "cat",
        "PYTHONPATH": str(ROOT / "src"),
        "PYTHONWARNINGS": "error",
        "PYTHONDONTWRITEBYTECODE": "1",
        "SAGAICT_DEBUG": "1",  # an error of the program's own shows its traceback
        "SAGAICT_LANG": "en",
        "SAGAICT_CACHE_DIR": "",  # none: what a test sees was read for it
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        **more,
    }


def run(
    command: Sequence[str | Path],
    cwd: Path,
    env: Mapping[str, str] | None = None,
    stdin: bytes | None = None,
) -> Ran:
    """A run of any program, whose output is text. `env` is added to the small environment."""
    done = process(command, cwd, environment(cwd, **(env or {})), stdin or b"")
    return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())


def process(
    command: Sequence[str | Path], cwd: Path, env: Mapping[str, str], stdin: bytes = b""
) -> subprocess.CompletedProcess[bytes]:
    """A run in a process of its own, in exactly that environment."""
    return subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=env,
        input=stdin,
        capture_output=True,
        check=False,
    )


class _Terminal(io.TextIOWrapper):
    def isatty(self) -> bool:
        return True


def call(
    arguments: Sequence[str | Path],
    cwd: Path,
    env: Mapping[str, str],
    stdin: bytes = b"",
    columns: int | None = None,
) -> subprocess.CompletedProcess[bytes]:
    """A run of the program in this process, many times faster than one of its own.

    It sees only the folder, the environment and the streams given, and leaves this process as it
    was. The streams are pipes, in the encoding the environment asks for; with `columns` they pass
    for a terminal of that width.
    """
    kind = io.TextIOWrapper if columns is None else _Terminal
    encoding = env.get("PYTHONIOENCODING", "utf-8")
    kept = {name: io.BytesIO() for name in ("stdout", "stderr")}
    streams = {name: kind(buffer, encoding, newline="") for name, buffer in kept.items()}
    with ExitStack() as stack:
        stack.callback(language.activate, language.active())
        stack.callback(gettext.textdomain, gettext.textdomain())
        stack.callback(reckon_by, reckoned())
        stack.enter_context(chdir(cwd))
        stack.enter_context(patch.dict(os.environ, env, clear=True))
        given = kind(io.BytesIO(stdin), encoding, newline="")
        stack.enter_context(patch.object(sys, "stdin", given))
        size = os.terminal_size((columns or 80, 40))
        stack.enter_context(patch.object(shutil, "get_terminal_size", lambda *_: size))
        for name, stream in streams.items():
            stack.enter_context(patch.object(sys, name, stream))
        code = _code_of([str(argument) for argument in arguments])
    for stream in streams.values():
        stream.flush()
    out, err = (buffer.getvalue() for buffer in kept.values())
    return subprocess.CompletedProcess(arguments, code, out, err)


def _code_of(arguments: list[str]) -> int:
    try:
        return main(arguments)
    except SystemExit as leaving:  # so the parser library ends when it has completed a word
        return int(leaving.code or 0)


def sagaict(
    *arguments: str | Path,
    cwd: Path,
    env: Mapping[str, str] | None = None,
    stdin: bytes | None = None,
) -> Ran:
    """A run of the program in this process, whose output is text."""
    done = call(arguments, cwd, environment(cwd, **(env or {})), stdin or b"")
    return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())


def sagaict_process(*arguments: str | Path, cwd: Path, env: Mapping[str, str] | None = None) -> Ran:
    """A run of the program in a process of its own."""
    return run([sys.executable, "-m", "sagaict", *arguments], cwd, env)


def git(cwd: Path, *arguments: str | Path, env: Mapping[str, str] | None = None) -> str:
    """What git prints; it must succeed."""
    ran = run(["git", *arguments], cwd, env)
    assert ran.code == 0, ran.err
    return ran.out.strip()


def repository(folder: Path) -> None:
    """Make the folder a repository whose first commit, on `main`, is what lies in it."""
    git(folder, "init", "--quiet", "--template=", "--initial-branch=main")
    git(folder, "config", "user.name", "検査係")
    git(folder, "config", "user.email", "someone@example.com")
    git(folder, "config", "commit.gpgsign", "false")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "はじめ")
