"""The data as shipped, in a repository in which a secretariat works through a year."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from pathlib import Path

from running import ROOT, Ran, git, repository, sagaict

__all__ = ["COUNCIL", "OWNERS", "PLAN", "Year", "problems"]

PLAN = "ict-strategy-1"
COUNCIL = "ICT戦略調整会議"
OWNERS = {
    "甲課": ("rpa", "paperless"),
    "乙課": ("portal", "midori-site", "multilingual"),
    "丙課": ("open-data", "statistics"),
}
_DOCUMENT = """\
  progress:
    title: 令和4年度進行管理シート
"""
_END = "2024-05-31"
"""The day both ends of the year are checked on, so that nothing differs but what was written."""


@dataclass
class Year:
    """The secretariat's checkout, and how far the year has come."""

    root: Path
    day: str = "2023-04-03"

    def run(self, *arguments: str, code: int = 0, silent: bool = True) -> Ran:
        """A command on the day; nothing is said on standard error unless that is expected."""
        dated = arguments[0] == "fmt" or "--today" in arguments
        day = () if dated else ("--today", self.day)
        ran = sagaict(*arguments, *day, cwd=self.root)
        assert ran.code == code, (arguments, ran.out, ran.err)
        if silent and code == 0:
            assert ran.err == "", ran.err
        return ran

    @classmethod
    def begin(cls, root: Path) -> Year:
        """The year, with the sections in charge and the document the results will come from."""
        shutil.copytree(ROOT / "data", root / "data")
        for owner, projects in OWNERS.items():
            for name in projects:
                path = root / "data" / "projects" / PLAN / f"{name}.yaml"
                _insert(path, "overview:", f"owner: {owner}\n")
        _insert(root / "data" / "plans" / f"{PLAN}.yaml", "  minutes:", _DOCUMENT)
        repository(root)
        return cls(root)

    def changes(self) -> dict[str, list[str]]:
        """The lines that went and came since the last step, by file; then all is committed.

        Empty ones apart: `fmt --check` sees to these.
        """
        git(self.root, "add", "--all", "data")
        text = git(self.root, "diff", "--cached", "--unified=0", "--no-color", "--no-renames")
        found: dict[str, list[str]] = {}
        lines: list[str] = []
        for line in text.splitlines():
            if line.startswith("+++ "):
                lines = found.setdefault(line[6:], [])
            elif line[:1] in "+-" and line[1:] and not line.startswith(("---", "+++")):
                lines.append(line)
        git(self.root, "commit", "--quiet", "--allow-empty", "--message", self.day)
        return {name.removeprefix("data/"): lines for name, lines in found.items()}


def problems(year: Year) -> set[tuple[str, str, str]]:
    """What `check` says of what is not accepted, judged on one day; no error is among it."""
    ran = sagaict("check", "--format", "json", "--today", _END, cwd=year.root)
    assert ran.code == 0
    found = json.loads(ran.out)["problems"]
    return {(each["rule"], each["path"], each["message"]) for each in found}


def _insert(path: Path, before: str, lines: str) -> None:
    """Put lines before the first line that begins with `before`."""
    text = path.read_text(encoding="utf-8")
    at = text.index(f"\n{before}") + 1
    path.write_text(text[:at] + lines + text[at:], encoding="utf-8", newline="")
