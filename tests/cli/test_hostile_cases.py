"""Small folders of data that once hung, crashed, or spoke to the terminal or the log."""

from __future__ import annotations

import re
from pathlib import Path
from unittest.mock import patch

import pytest
from running import ROOT, TODAY, Ran, sagaict
from test_hostile_text import BEGINS, RAW

from sagaict.domain.settings import Settings
from sagaict.reading.validation import load

CASES = ROOT / "tests" / "cases"
SEVERAL = "p/m/i  n<U+001B>[2J\n  p/m/i2  n<U+001B>[2J"
EXPECTED = [
    ("esc-in-refusal", "show n", 2, SEVERAL),
    ("esc-in-refusal", "explain n", 2, SEVERAL),
    ("esc-in-refusal", "record n R8 3 --dry-run", 2, SEVERAL),
    ("esc-in-show-table", "show p/m/i", 0, "<U+001B>[31mx  "),
    ("esc-in-show-table", "check", 1, "U+001B [hidden-character]"),
    ("owner-esc", "due --owner zz", 2, "the data names: o<U+001B>[31m"),
    (
        "newline-key-warning",
        "status",
        0,
        ":7:1: “x<U+000A>\\::stop-commands::tok” is not a key",
    ),
    ("newline-key-warning", "check", 1, "[unknown-key]"),
    ("newline-value-warning", "status", 0, ":3:9: “R6<U+000A>\\::error::pwn” is not a period"),
    ("newline-value-warning", "check", 1, "Write it like R6-R9."),
    ("title-line-start", "status", 0, "== t<U+000A>\\::add-mask::a"),
    ("title-line-start", "show p", 0, "== t<U+000A>\\::add-mask::a"),
    ("published-empty-counts", "status --all", 0, "yaml:11:3: “counts” needs at least 1 entries"),
    ("published-empty-counts", "check", 1, "[too-few]"),
]
"""Folder, command, exit code, and what it says among other things."""


def run(folder: Path, command: str) -> Ran:
    name, *rest = command.split()
    return sagaict(name, *rest, "--data", folder, "--today", TODAY, cwd=folder)


def test_every_case_is_tried() -> None:
    assert {case for case, *_ in EXPECTED} == {path.name for path in CASES.iterdir()}


@pytest.mark.parametrize(("case", "command", "code", "says"), EXPECTED)
def test_what_is_wrong_is_said_and_nothing_else_happens(
    case: str, command: str, code: int, says: str
) -> None:
    ran = run(CASES / case, command)
    assert ran.code == code
    told = ran.out + ran.err
    assert says in told
    assert RAW.search(told) is None
    assert BEGINS.search(told) is None
    assert re.search(r"^\\\\?::", told, re.MULTILINE) is None


def test_settings_are_read_once_however_much_they_accept(tmp_path: Path) -> None:
    (tmp_path / "plans").mkdir()
    plan = "id: p\ntitle: t\nperiod: R6-R9\ndocuments: {plan: {title: x}}\n"
    (tmp_path / "plans/p.yaml").write_text(plan, encoding="utf-8")
    entries = "".join(f"- {{rule: overdue, below: x{n}, reason: r}}\n" for n in range(500))
    (tmp_path / "sagaict.yaml").write_text(f"accept:\n{entries}", encoding="utf-8")
    with patch("sagaict.reading.validation.load", wraps=load) as read:
        ran = run(tmp_path, "check")
    settings = [each for each in read.call_args_list if each.args[2] is Settings]
    assert (ran.code, len(settings)) == (1, 1)
    assert "sagaict.yaml:2:26: " in ran.out
    assert "error 500, in 1 of 1 files." in ran.out
