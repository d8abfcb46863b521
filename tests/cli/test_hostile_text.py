"""No text of a file moves a terminal, turns the writing, or begins a line a log would obey."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from running import TODAY, Ran, sagaict

ESCAPE = "\\e]0;pwn\\a"
PLAN = f"""\
id: p
title: "計画\\n::add-mask::a{ESCAPE}"
period: R6-R9
owner: "課\\e[31m\\u202E"
documents:
  plan:
    title: "書\\n##[group]x{ESCAPE}"
note: "注\\n::error::x{ESCAPE}"
goals:
  - no: 1
    title: "目標\\n  ::warning::x{ESCAPE}"
    measures:
      - id: m
        title: "施策\\n::notice::x{ESCAPE}"
        source: plan 1
        goal_indicators: &
          - id: i
            name: "指標\\e[2J\\n::debug::x"
            unit: "件\\e[31m\\n::x::y"
            direction: increase
            aggregation: level
            definition: "定義\\u202E\\n::x::y"
            note: "注\\u009b31m\\n::x::y"
            targets: {{R8: {{value: 3, printed: "三\\e[1m\\n::x::y"}}}}
            actuals: {{R6: {{value: 1, note: "実\\e[1m\\n::x::y"}}}}
          - id: i2
            name: "指標\\e[2J"
            unit: "件\\e[31m"
            direction: increase
            aggregation: level
            targets: {{R8: 3}}
""".replace(": &\n", ":\n")
COMMANDS = [
    ("status", "--all"),
    ("status", "--format", "markdown"),
    ("show", "p"),
    ("show", "p/m"),
    ("show", "p/m/i"),
    ("show", "指標"),
    ("show", "nowhere"),
    ("explain", "p/m/i"),
    ("list", "plans"),
    ("list", "measures"),
    ("list", "indicators"),
    ("due",),
    ("due", "--owner", "zz"),
    ("agenda",),
    ("export", "--encoding", "cp932"),
    ("check",),
    ("check", "--info", "--format", "concise"),
    ("check", "--info", "--format", "markdown"),
    ("fmt", "--diff"),
    ("record", "指標", "R7", "3", "--dry-run"),
    ("record", "p/m/i", "R7", "3", "--source", "plan 2", "--dry-run"),
    ("drop", "p/m/i", "--reason", "理由", "--date", "2026-10-01", "--dry-run"),
    ("diff", "--folders", "data", "data"),
]
RAW = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
BEGINS = re.compile(r"^[ \u3000]*(?:::|##\[)", re.MULTILINE)
BROKEN = {
    "key": 'id: p\ntitle: t\nperiod: R6-R9\n"x\\n::stop-commands::tok\\e[2J": 1\n',
    "value": 'id: p\ntitle: t\nperiod: "R6\\n::error::pwn\\e[2J"\ndocuments: {plan: {title: x}}\n',
}


def run(folder: Path, text: str, command: tuple[str, ...]) -> Ran:
    plans = folder / "data" / "plans"
    plans.mkdir(parents=True)
    (plans / "p.yaml").write_text(text, encoding="utf-8")
    day = ("--today", TODAY) if command[0] in ("status", "due", "agenda", "check") else ()
    return sagaict(*command, *day, cwd=folder)


def assert_harmless(ran: Ran) -> None:
    for text in (ran.out.removeprefix("\ufeff"), ran.err):
        assert RAW.search(text) is None
        assert BEGINS.search(text) is None
    assert "an error in sagaict itself" not in ran.err


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_text_of_a_file_is_shown_harmless(command: tuple[str, ...], tmp_path: Path) -> None:
    assert_harmless(run(tmp_path, PLAN, command))


@pytest.mark.parametrize("command", [("status",), ("check",), ("show", "p"), ("list", "plans")])
@pytest.mark.parametrize("broken", BROKEN)
def test_a_broken_file_is_named_in_one_line(
    broken: str, command: tuple[str, ...], tmp_path: Path
) -> None:
    assert_harmless(run(tmp_path, BROKEN[broken], command))


def test_what_is_hidden_is_spelled_out(tmp_path: Path) -> None:
    assert "件<U+001B>[31m" in run(tmp_path, PLAN, ("show", "p/m/i")).out
