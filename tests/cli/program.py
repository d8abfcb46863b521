"""The program as users run it: in a process of its own, in a folder and environment we name."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import sagaict

__all__ = ["ROOT", "SHIPPED", "TODAY", "Program", "Result", "environment"]

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = ROOT / "data"
TODAY = "2026-11-21"


def environment(home: Path, lang: str | None = "en", **more: str) -> dict[str, str]:
    """A small environment: nothing of the developer's own settings reaches the program."""
    found = {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "LANG": "C.UTF-8",
        "PYTHONPATH": str(Path(sagaict.__file__).resolve().parents[1]),
        "PYTHONWARNINGS": "error",
        "PYTHONDONTWRITEBYTECODE": "1",
        "SAGAICT_DEBUG": "1",  # an error of the program's own shows its traceback
    }
    if lang is not None:
        found["SAGAICT_LANG"] = lang
    return found | more


@dataclass(frozen=True)
class Result:
    """What a run left behind."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        """The lines of standard output."""
        return self.out.splitlines()

    def line(self, piece: str) -> str:
        """The one line of standard output that holds `piece`."""
        found = [line for line in self.lines if piece in line]
        assert len(found) == 1, f"{piece!r} in {len(found)} lines of:\n{self.out}"
        return found[0]

    def after(self, title: str) -> list[str]:
        """The lines of standard output below the line `title`, up to the next heading."""
        start = self.lines.index(title) + 1
        found = []
        for number in range(start, len(self.lines)):
            if self.lines[number].startswith("== "):
                break
            found.append(self.lines[number])
        return found


@dataclass(frozen=True)
class Program:
    """Runs `python -m sagaict` below a folder of its own."""

    home: Path

    def raw(
        self,
        *arguments: str,
        lang: str | None = "en",
        cwd: Path | None = None,
        env: Mapping[str, str] | None = None,
    ) -> subprocess.CompletedProcess[bytes]:
        """A run whose output is left as bytes. No run may ever end in a traceback."""
        done = subprocess.run(
            [sys.executable, "-m", "sagaict", *arguments],
            cwd=cwd or self.home,
            env=environment(self.home, lang) | dict(env or {}),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
        assert b"Traceback" not in done.stderr, done.stderr.decode("utf-8", "replace")
        return done

    def __call__(
        self,
        *arguments: str,
        lang: str | None = "en",
        cwd: Path | None = None,
        env: Mapping[str, str] | None = None,
    ) -> Result:
        """A run whose output is text."""
        done = self.raw(*arguments, lang=lang, cwd=cwd, env=env)
        return Result(done.returncode, done.stdout.decode(), done.stderr.decode())

    def fine(self, *arguments: str, lang: str | None = "en", cwd: Path | None = None) -> Result:
        """A run on 21 November 2026 that must succeed without a word on standard error."""
        result = self(*arguments, "--today", TODAY, lang=lang, cwd=cwd)
        assert (result.code, result.err) == (0, ""), result.err
        return result

    def refused(self, *arguments: str, lang: str | None = "en", cwd: Path | None = None) -> str:
        """What a run that must be refused says; it prints nothing else."""
        result = self(*arguments, lang=lang, cwd=cwd)
        assert (result.code, result.out) == (2, ""), result.out
        assert result.err.startswith("sagaict: ")
        return result.err
