"""Bad input as folders: `cases/<rule>[--variant]/` holds a workspace and what is wrong with it.

`expected.txt` lists every problem, one a line: `path:line:column rule`. Places are counted by hand
from the file. A new case is a new folder.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from sagaict.checking.file_rules import BASIC_TEXTS
from sagaict.checking.run import check
from sagaict.reading.problem import Problem
from sagaict.reading.workspace import read_workspace

CASES = Path(__file__).parent / "cases"
TODAY = date(2026, 11, 21)


def case_names() -> list[str]:
    return sorted(folder.name for folder in CASES.iterdir())


def rule_of(case: str) -> str:
    return case.split("--", maxsplit=1)[0]


def expected_lines(case: str) -> list[str]:
    return (CASES / case / "expected.txt").read_text(encoding="utf-8").splitlines()


def basic_problems(root: Path) -> list[Problem]:
    """What is wrong with the files of a workspace, without what the rules judge of its targets."""
    result = check(read_workspace(root, shown_as="."), TODAY)
    return [problem for problem in result.problems if problem.rule in BASIC_TEXTS]


def as_lines(problems: Iterable[Problem]) -> list[str]:
    return [
        f"{problem.path.removeprefix('./')}:{problem.place.line}:{problem.place.column} "
        f"{problem.rule}"
        for problem in problems
    ]
