"""Runs the shell steps of a composite action as GitHub's runner would, on this machine."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from running import ROOT

__all__ = ["Job", "server_environment", "shell_steps"]

_FAKE_GH = """\
#!{python}
import json, os, re, sys
from pathlib import Path

home = Path(os.environ["FAKE_GH"])
arguments = sys.argv[1:]
with (home / "asked.jsonl").open("a") as log:
    log.write(json.dumps({{"arguments": arguments, "token": os.environ.get("GH_TOKEN")}}) + "\\n")
if (home / "fails").exists():
    sys.exit("HTTP 403: Resource not accessible by integration")
assert arguments[0] == "api"
path = next(part for part in arguments[1:] if part.startswith("repos/"))
method = arguments[arguments.index("--method") + 1] if "--method" in arguments else "GET"
store = home / "comments.json"
comments = json.loads(store.read_text()) if store.exists() else []
if method == "GET":
    wanted = re.fullmatch(
        r'\\.\\[\\] \\| select\\(\\.body \\| startswith\\("([^"]*)"\\)\\) \\| \\.id',
        arguments[arguments.index("--jq") + 1],
    )
    for comment in comments:
        if comment["body"].startswith(wanted[1]):
            print(comment["id"])
    sys.exit(0)
body = json.loads(Path(arguments[arguments.index("--input") + 1]).read_text(encoding="utf-8"))
assert set(body) == {{"body"}} and len(body["body"]) <= 65536
if method == "POST":
    assert re.fullmatch(r"repos/[^/]+/[^/]+/issues/\\d+/comments", path), path
    comments.append({{"id": 1000 + len(comments), **body}})
elif method == "PATCH":
    number = int(re.fullmatch(r"repos/[^/]+/[^/]+/issues/comments/(\\d+)", path)[1])
    next(comment for comment in comments if comment["id"] == number).update(body)
store.write_text(json.dumps(comments))
"""


def shell_steps(path: Path) -> list[dict[str, Any]]:
    """The steps of a composite action that run a script."""
    action = YAML(typ="safe", pure=True).load(path)
    return [step for step in action["runs"]["steps"] if "run" in step]


def server_environment(home: Path) -> dict[str, str]:
    """The environment of this machine without what would tell programs about another job."""
    hidden = ("GIT", "CI", "SAGAICT", "PYTHON", "RUNNER")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(hidden)}
    return {
        **kept,
        "HOME": str(home),
        "LANG": "C.UTF-8",
        "SAGAICT_LANG": "en",
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "PIP_NO_COMPILE": "1",  # most of what is installed here is never run
    }


@dataclass
class Job:
    """A job: its folder, what the event says, and what became of it."""

    workspace: Path
    temp: Path
    inputs: dict[str, str] = field(default_factory=dict)
    event: dict[str, Any] = field(default_factory=dict)
    outputs: dict[str, dict[str, str]] = field(default_factory=dict)
    log: str = ""
    ran: list[str] = field(default_factory=list)
    code: int = 0

    def __post_init__(self) -> None:
        self.fakes = self.temp / "fakes"
        self.fakes.mkdir(parents=True, exist_ok=True)
        self._program("gh", _FAKE_GH.format(python=sys.executable))
        self._program("python", f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
        action = YAML(typ="safe", pure=True).load(ROOT / "action.yml")
        defaults = {name: about.get("default", "") for name, about in action["inputs"].items()}
        self.inputs = {**defaults, "token": "secret-token", **self.inputs}

    def _program(self, name: str, text: str) -> None:
        path = self.fakes / name
        path.write_text(text, encoding="utf-8")
        path.chmod(0o755)

    @property
    def summary(self) -> str:
        """The summary of the job."""
        path = self.temp / "summary.md"
        return path.read_text(encoding="utf-8") if path.exists() else ""

    @property
    def comments(self) -> list[str]:
        """The comments that stand on the pull request."""
        path = self.fakes / "comments.json"
        found = json.loads(path.read_text(encoding="utf-8")) if path.exists() else []
        return [comment["body"] for comment in found]

    @property
    def asked(self) -> list[dict[str, Any]]:
        """What `gh` was asked."""
        path = self.fakes / "asked.jsonl"
        lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
        return [json.loads(line) for line in lines]

    def run(self, steps: list[dict[str, Any]]) -> Job:
        """Run steps until one fails."""
        for step in steps:
            if not self._truth(step.get("if", "true")):
                continue
            self.ran.append(step["name"])
            self.code = self._step(step)
            if self.code:
                break
        return self

    def _step(self, step: dict[str, Any]) -> int:
        assert step["shell"] == "bash"
        script = self.temp / "script.sh"
        script.write_text(step["run"], encoding="utf-8")
        output = self.temp / "output"
        output.write_text("", encoding="utf-8")
        env = server_environment(self.temp)
        env |= {
            "PATH": f"{self.fakes}:{env['PATH']}",
            "FAKE_GH": str(self.fakes),
            "CI": "true",
            "GITHUB_ACTIONS": "true",
            "GITHUB_OUTPUT": str(output),
            "GITHUB_STEP_SUMMARY": str(self.temp / "summary.md"),
            "GITHUB_WORKSPACE": str(self.workspace),
            "GITHUB_SERVER_URL": "https://github.example",
            "GITHUB_REPOSITORY": "aoba/plans",
            "GITHUB_SHA": "1a2b3c4d",
            "RUNNER_TEMP": str(self.temp),
        }
        env |= {name: self.filled(str(text)) for name, text in step.get("env", {}).items()}
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(script)],
            cwd=self.workspace,
            env=env,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
        self.log += done.stdout.decode()
        lines = output.read_text(encoding="utf-8").splitlines()
        found = dict(line.split("=", 1) for line in lines)
        self.outputs.setdefault(step.get("id", ""), {}).update(found)
        return done.returncode

    def filled(self, text: str) -> str:
        """The text with its expressions worked out."""
        return re.sub(r"\$\{\{(.*?)\}\}", lambda match: self._value(match[1]), text)

    def _truth(self, expression: str) -> bool:
        return self._value(expression) not in {"", "false"}

    def _value(self, expression: str) -> str:
        """As much of GitHub's language of expressions as the action uses."""
        if "||" in expression:
            parts = expression.split("||")
            return next((self._value(part) for part in parts if self._truth(part)), "")
        if "&&" in expression:
            return str(all(map(self._truth, expression.split("&&")))).lower()
        for sign in ("==", "!="):
            left, found, right = expression.partition(sign)
            if found:
                same = self._value(left) == self._value(right)
                return str(same == (sign == "==")).lower()
        name = expression.strip()
        if name.startswith("'") or name in {"true", "false"}:
            return name.strip("'")
        return self._looked_up(name)

    def _looked_up(self, name: str) -> str:
        contexts: dict[str, Any] = {
            "inputs": self.inputs,
            "steps": {step: {"outputs": found} for step, found in self.outputs.items()},
            "runner": {"temp": str(self.temp)},
            "github": {
                "action_path": str(ROOT),
                "repository": "aoba/plans",
                "token": "secret-token",
                "event": self.event,
            },
        }
        value: Any = contexts
        for part in name.split("."):
            value = value.get(part, "") if isinstance(value, dict) else ""
        assert not isinstance(value, dict), name
        return str(value)
