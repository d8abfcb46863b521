"""Play the guide `docs/one-year*.md` on a copy of the data and write what its commands print.

What the page says in comments is done, but not shown: `on DAY` sets the day for what follows, `fill
FILE` types into an entry workbook, `put in FILE` and `take from FILE` edit a file by the lines of
the next block, `shown …` chooses the lines of the next outputs, and `fails`, `busy` and `killed`
say how the last of its commands ends.
"""

from __future__ import annotations

import contextlib
import functools
import io
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any
from unittest.mock import patch

from year_edits import CUT, NotAsWritten, chosen, fill, put, take

from sagaict import language
from sagaict.cli.main import main as sagaict
from sagaict.reading.validation import PlacedText, load
from sagaict.writing.transaction import locked

__all__ = ["PAGES", "commands", "play", "steps"]

ROOT = Path(__file__).resolve().parent.parent
PAGES = {"en": ROOT / "docs" / "one-year.md", "ja": ROOT / "docs" / "one-year.ja.md"}
START = "2026-03-31"
GIT = ("add", "commit", "diff", "merge", "restore", "status", "switch", "tag")
DAYLESS = ("fmt",)
PURE: dict[str, Callable[..., Any]] = {
    "sagaict.checking.accepting.PlacedText": PlacedText,
    "sagaict.reading.validation.PlacedText": PlacedText,
    "sagaict.reading.validation.load": load,
}
"""What gives the same for the same is asked once, not by every command anew: it saves half the time."""
PART = re.compile(
    r"^<!-- (?P<said>.*?) ?-->\n|^```(?P<kind>\w+)\n(?P<block>.*?)^```\n", re.MULTILINE | re.DOTALL
)
RUN = re.compile(r"^\$ (?:.*\\\n)*.*\n", re.MULTILINE)


def commands(text: str) -> list[str]:
    """The commands of a page, in order, each in one line."""
    blocks = (part["block"] for part in PART.finditer(text) if part["kind"] == "console")
    return [command for block in blocks for command, _shown in _runs(block)]


def steps(text: str) -> list[str]:
    """Whatever a page does, in order: what is the same in every language."""
    found = []
    for part in PART.finditer(text):
        if part["kind"] == "console":
            found += [command for command, _shown in _runs(part["block"])]
        elif part["kind"]:
            found.append(part["block"])
        elif not part["said"].startswith("shown"):
            found.append(part["said"])
    return found


def play(text: str, spoken: str, home: Path) -> str:
    """The page with the outputs its commands have, played in a folder that is left as it ends.

    Raises:
        NotAsWritten: a command ends otherwise than the page says.
    """
    shutil.copytree(ROOT / "data", home / "data")
    stage = _Stage(home, spoken)
    with stage.set():
        for arguments in (
            ["init", "--quiet", "--initial-branch=main"],
            ["add", "--all"],
            ["commit", "--quiet", "--message", "R7"],
        ):
            stage.git(arguments)
        return PART.sub(stage.part, text)


def _runs(block: str) -> Iterator[tuple[str, str]]:
    """The commands of a block, each in one line and as it is shown."""
    for match in RUN.finditer(block):
        yield " ".join(match[0].removeprefix("$ ").replace("\\\n", " ").split()), match[0]


class _Stage:
    """A folder in which a page is played, and the day it is there."""

    def __init__(self, home: Path, spoken: str) -> None:
        self.home = home
        self.spoken = spoken
        self.day = START
        self.said: dict[str, str] = {}

    @contextlib.contextmanager
    def set(self) -> Iterator[None]:
        """Stand in the folder, in an environment with nothing of the developer's."""
        before = language.active()
        clean = {
            "PATH": os.environ["PATH"],
            "HOME": str(self.home),
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_NOSYSTEM": "1",
            "SAGAICT_LANG": self.spoken,
            **{
                f"GIT_{role}_{what}": value
                for role in ("AUTHOR", "COMMITTER")
                for what, value in (("NAME", "DX推進課"), ("EMAIL", "dx@example.com"))
            },
        }
        try:
            with (
                contextlib.chdir(self.home),
                patch.dict(os.environ, clean, clear=True),
                contextlib.ExitStack() as stack,
            ):
                for name, function in PURE.items():
                    stack.enter_context(patch(name, functools.cache(function)))
                yield
        finally:
            language.activate(before)

    def part(self, part: re.Match[str]) -> str:
        """A part of the page, done and written anew."""
        if part["kind"] == "console":
            *before, (last, shown) = _runs(part["block"])
            body = ""
            for command, each in before:
                done = self._run(command, each)
                body += done if done == each else f"{done}\n"
            body += self._run(last, shown, fails=bool({"fails", "killed"} & set(self.said)))
            self.said.clear()
            return f"```console\n{body}```\n"
        if part["kind"]:
            for word, edit in (("put", put), ("take", take)):
                if path := self.said.pop(word, None):
                    edit(self.home / path.split()[-1], part["block"])
        elif part["said"]:
            word, _space, rest = part["said"].partition(" ")
            if word == "on":
                self.day = rest
            elif word == "fill":
                fill(self.home, rest)
            else:
                self.said[word] = rest
        return part[0]

    def git(self, arguments: list[str]) -> tuple[int, str]:
        """What git prints."""
        if arguments[0] not in ("init", *GIT):
            raise NotAsWritten(f"git {arguments[0]}")
        at = f"{self.day}T12:00:00+0900"
        done = subprocess.run(  # noqa: S603
            ["git", *arguments],  # noqa: S607
            env={**os.environ, "GIT_AUTHOR_DATE": at, "GIT_COMMITTER_DATE": at},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
        return done.returncode, done.stdout.decode()

    def _run(self, command: str, shown: str, *, fails: bool = False) -> str:
        arguments = shlex.split(command, comments=True)
        target = None
        if ">" in arguments:
            *arguments, _sign, target = arguments
        with self._disturbed():
            if arguments[0] == "git":
                code, out = self.git(arguments[1:])
            elif arguments[0] == "sagaict":
                code, out = _called(self._on_its_day(arguments[1:]))
            else:
                raise NotAsWritten(command)
        if (code != 0) is not fails:
            raise NotAsWritten(f"{command}\n{out}exit code {code}")
        if target:
            (self.home / target).write_text(out, encoding="utf-8")
            return shown
        if str(self.home) in out or "sagaict itself" in out:
            raise NotAsWritten(f"{command}\n{out}")
        return shown + chosen(self._without_commits(out), self.said.get("shown"))

    def _on_its_day(self, arguments: list[str]) -> list[str]:
        name = arguments[0]
        if name in DAYLESS or "--today" in arguments:
            return arguments
        return [*arguments, "--today", self.day]

    @contextlib.contextmanager
    def _disturbed(self) -> Iterator[None]:
        """What the page says happens to a command."""
        with contextlib.ExitStack() as stack:
            if "busy" in self.said:
                stack.enter_context(locked(self.home / "data"))
            if "killed" in self.said:
                stack.enter_context(
                    patch("sagaict.writing.transaction._finish", side_effect=KeyboardInterrupt)
                )
            yield

    def _without_commits(self, out: str) -> str:
        """Names of commits change with every change of the data: none is shown."""
        if not re.search(r"\b[0-9a-f]{7,}\b", out):
            return out
        listed = subprocess.run(
            ["git", "rev-list", "--all"],  # noqa: S607
            capture_output=True,
            check=True,
        )
        for commit in listed.stdout.decode().split():
            out = re.sub(rf"{commit[:7]}[0-9a-f]*", CUT, out)
        return out


def _called(arguments: list[str]) -> tuple[int, str]:
    """What a run of the program prints, on both its outputs in the order of a terminal."""
    both = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="", write_through=True)
    with (
        patch.object(sys, "stdin", io.TextIOWrapper(io.BytesIO(), encoding="utf-8")),
        patch.object(sys, "stdout", both),
        patch.object(sys, "stderr", both),
    ):
        code = sagaict(arguments)
        both.flush()
    both.seek(0)
    return code, both.read()


def _written(spoken: str) -> str:
    path = PAGES[spoken]
    with tempfile.TemporaryDirectory() as folder:
        text = play(path.read_text(encoding="utf-8"), spoken, Path(folder))
    path.write_text(text, encoding="utf-8", newline="\n")
    return f"{path.relative_to(ROOT).as_posix()}: {len(commands(text))}"


def main() -> None:
    """Write the pages anew."""
    with ProcessPoolExecutor() as pool:
        try:
            for line in pool.map(_written, PAGES):
                print(line)
        except NotAsWritten as failed:
            sys.exit(str(failed))


if __name__ == "__main__":
    main()
