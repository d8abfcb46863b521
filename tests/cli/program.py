"""The program as users run it, in a folder and an environment we name."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from running import ROOT, TODAY, Ran, call, environment, process

__all__ = ["SHIPPED", "TODAY", "Program"]

SHIPPED = ROOT / "data"


@dataclass(frozen=True)
class Program:
    """Runs the program below a folder of its own."""

    home: Path

    def raw(
        self,
        *arguments: str,
        lang: str | None = "en",
        cwd: Path | None = None,
        env: Mapping[str, str] | None = None,
    ) -> subprocess.CompletedProcess[bytes]:
        """A run whose output is left as bytes."""
        return call(arguments, cwd or self.home, self.environment(lang, env))

    def alone(
        self,
        *arguments: str,
        lang: str | None = "en",
        cwd: Path | None = None,
        env: Mapping[str, str] | None = None,
    ) -> subprocess.CompletedProcess[bytes]:
        """A run in a process of its own. No run may ever end in a traceback."""
        command = [sys.executable, "-m", "sagaict", *arguments]
        done = process(command, cwd or self.home, self.environment(lang, env))
        assert b"Traceback" not in done.stderr, done.stderr.decode("utf-8", "replace")
        return done

    def environment(
        self, lang: str | None = "en", env: Mapping[str, str] | None = None
    ) -> dict[str, str]:
        """What a run finds in its environment; without `lang` it chooses its language itself."""
        found = environment(self.home)
        if lang is None:
            del found["SAGAICT_LANG"]
        else:
            found["SAGAICT_LANG"] = lang
        return found | dict(env or {})

    def __call__(
        self,
        *arguments: str,
        lang: str | None = "en",
        cwd: Path | None = None,
        env: Mapping[str, str] | None = None,
    ) -> Ran:
        """A run whose output is text."""
        done = self.raw(*arguments, lang=lang, cwd=cwd, env=env)
        return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())

    def fine(self, *arguments: str, lang: str | None = "en", cwd: Path | None = None) -> Ran:
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
