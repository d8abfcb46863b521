"""Runs programs as users and servers do: in a process, a folder and an environment of their own."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import chdir
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from sagaict import language
from sagaict.cli.main import main

__all__ = [
    "ROOT",
    "TODAY",
    "Ran",
    "environment",
    "git",
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


def environment(home: Path, **more: str) -> dict[str, str]:
    """A small environment: nothing of the developer's settings, nor of the server's, gets in."""
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "LANG": "C.UTF-8",
        "PYTHONPATH": str(ROOT / "src"),
        "PYTHONWARNINGS": "error",
        "PYTHONDONTWRITEBYTECODE": "1",
        "SAGAICT_LANG": "en",
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
    """A run whose output is text. `env` is added to the small environment."""
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=environment(cwd, **(env or {})),
        input=b"" if stdin is None else stdin,
        capture_output=True,
        check=False,
    )
    return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())


def sagaict(
    *arguments: str | Path,
    cwd: Path,
    env: Mapping[str, str] | None = None,
    stdin: bytes | None = None,
) -> Ran:
    """A run of the program in this process, which is many times faster than one of its own."""
    spoken = language.active()
    given = [str(argument) for argument in arguments]
    streams = {
        "stdin": io.TextIOWrapper(io.BytesIO(stdin or b""), encoding="utf-8"),
        "stdout": io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline=""),
        "stderr": io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline=""),
    }
    try:
        with (
            chdir(cwd),
            patch.dict(os.environ, environment(cwd, **(env or {})), clear=True),
            patch.object(sys, "stdin", streams["stdin"]),
            patch.object(sys, "stdout", streams["stdout"]),
            patch.object(sys, "stderr", streams["stderr"]),
        ):
            code = main(given)
    finally:
        language.activate(spoken)
    for stream in streams.values():
        stream.flush()
    ran = Ran(code, _text(streams["stdout"]), _text(streams["stderr"]))
    assert "sagaict itself" not in ran.err, ran.err
    return ran


def _text(stream: io.TextIOWrapper) -> str:
    buffer = stream.buffer
    assert isinstance(buffer, io.BytesIO)
    return buffer.getvalue().decode()


def sagaict_process(*arguments: str | Path, cwd: Path, env: Mapping[str, str] | None = None) -> Ran:
    """A run of the program in a process of its own."""
    return run([sys.executable, "-m", "sagaict", *arguments], cwd, env)


def git(cwd: Path, *arguments: str | Path) -> str:
    """What git prints; it must succeed."""
    ran = run(["git", *arguments], cwd)
    assert ran.code == 0, ran.err
    return ran.out.strip()


def repository(folder: Path) -> None:
    """Make the folder a repository whose first commit, on `main`, is what lies in it."""
    git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "config", "user.name", "検査係")
    git(folder, "config", "user.email", "someone@example.com")
    git(folder, "config", "commit.gpgsign", "false")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "はじめ")
