"""Every rule of reading and checking, shown by bad input and the exact places of its problems."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from case_folders import (
    CASES,
    as_lines,
    basic_problems,
    case_names,
    expected_lines,
    rule_of,
)

from sagaict.checking.file_rules import BASIC_TEXTS
from sagaict.checking.wording import message, remedy
from sagaict.reading import listing
from sagaict.reading.source_text import MAX_BYTES

PLAN = """\
id: p
title: 見本の計画
period: R6-R9
documents:
  plan: {title: 計画書}
"""
BROKEN = "id: p\ntitle: 見本\x07の計画\n"


def plan(content: bytes) -> Callable[[Path], None]:
    def build(root: Path) -> None:
        (root / "plans").mkdir()
        (root / "plans" / "p.yaml").write_bytes(content)

    return build


def link_to_nowhere(root: Path) -> None:
    plan(PLAN.encode())(root)
    (root / "plans" / "q.yaml").symlink_to("gone.yaml")


def link_out(root: Path) -> None:
    inside = root / "data"
    inside.mkdir()
    plan(PLAN.encode())(inside)
    (root / "secret.yaml").write_text("password: 1234\n", encoding="utf-8")
    (inside / "plans" / "q.yaml").symlink_to(root / "secret.yaml")


def three_plans(root: Path) -> None:
    plan(PLAN.encode())(root)
    for name in ("q", "r"):
        text = PLAN.replace("id: p", f"id: {name}")
        (root / "plans" / f"{name}.yaml").write_text(text, encoding="utf-8")


def foreign_journal(root: Path) -> None:
    plan(PLAN.encode())(root)
    (root / ".sagaict-journal").write_text('{"../x.yaml": [null, null]}', encoding="utf-8")


def pipe(root: Path) -> None:
    plan(PLAN.encode())(root)
    os.mkfifo(root / "plans" / "q.yaml")


def pipe_of_settings(root: Path) -> None:
    plan(PLAN.encode())(root)
    os.mkfifo(root / "sagaict.yaml")


def folder_of_settings(root: Path) -> None:
    plan(PLAN.encode())(root)
    (root / "sagaict.yaml").mkdir()


def device_of_settings(root: Path) -> None:
    plan(PLAN.encode())(root)
    (root / "sagaict.yaml").symlink_to("/dev/zero")


# What git would not keep as it is: other encodings, sizes, links.
BUILT: dict[str, tuple[Callable[[Path], None], list[str]]] = {
    "unreadable": (link_to_nowhere, ["plans/q.yaml:1:1 unreadable"]),
    "foreign-journal": (foreign_journal, [".sagaict-journal:1:1 foreign-journal"]),
    "not-a-file": (pipe, ["plans/q.yaml:1:1 not-a-file"]),
    "not-a-file--settings": (pipe_of_settings, ["sagaict.yaml:1:1 not-a-file"]),
    "not-a-file--folder": (folder_of_settings, ["sagaict.yaml:1:1 not-a-file"]),
    "outside-link--device": (device_of_settings, ["sagaict.yaml:1:1 outside-link"]),
    "outside-link": (link_out, ["plans/q.yaml:1:1 outside-link"]),
    "too-many-files": (three_plans, ["plans/r.yaml:1:1 too-many-files"]),
    "file-too-large": (
        plan(PLAN.encode() + b"#" * (MAX_BYTES + 1 - len(PLAN.encode()))),
        ["plans/p.yaml:1:1 file-too-large"],
    ),
    "encoding": (plan(PLAN.encode("cp932")), ["plans/p.yaml:2:8 encoding"]),
    "encoding--utf-16": (plan(PLAN.encode("utf-16")), ["plans/p.yaml:1:1 encoding"]),
    "encoding-unknown": (
        plan(PLAN.encode().replace("計画書".encode(), "計画".encode() + b"\xff\xff")),
        ["plans/p.yaml:5:19 encoding-unknown"],
    ),
    "byte-order-mark": (
        plan(PLAN.encode("utf-8-sig")),
        ["plans/p.yaml:1:1 byte-order-mark"],
    ),
    "control-character": (plan(BROKEN.encode()), ["plans/p.yaml:2:10 control-character"]),
    "control-character--line-separator": (
        plan(PLAN.replace("見本の計画", "見本\u2028の\x85計画").encode()),
        ["plans/p.yaml:2:10 control-character", "plans/p.yaml:2:12 control-character"],
    ),
}


def test_every_rule_has_a_case() -> None:
    covered = {rule_of(case) for case in (*case_names(), *BUILT)}

    # `invalid-value` speaks for what no other rule names; see tests/reading/test_validation.py.
    # and for `more-problems` tests/formats/test_many_problems.py.
    assert set(BASIC_TEXTS) - covered == {"invalid-value", "more-problems"}
    assert covered - set(BASIC_TEXTS) == set()


@pytest.mark.parametrize("case", case_names())
def test_case_is_about_its_rule(case: str) -> None:
    assert rule_of(case) in {line.split(" ")[1] for line in expected_lines(case)}


@pytest.mark.parametrize("case", case_names())
def test_problems_of_a_case(case: str) -> None:
    assert as_lines(basic_problems(CASES / case)) == expected_lines(case)


@pytest.mark.parametrize("case", case_names())
def test_problems_are_the_same_without_the_c_parser(
    case: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "yaml.cyaml", None)

    assert as_lines(basic_problems(CASES / case)) == expected_lines(case)


@pytest.mark.parametrize("case", BUILT)
def test_problems_of_a_built_case(
    case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build, expected = BUILT[case]
    build(tmp_path)
    monkeypatch.setattr(listing, "MAX_FILES", 2)
    root = tmp_path / "data" if (tmp_path / "data").exists() else tmp_path

    assert as_lines(basic_problems(root)) == expected


@pytest.mark.parametrize("case", case_names())
def test_words_of_a_case_are_complete(case: str) -> None:
    for problem in basic_problems(CASES / case):
        for text in (message(problem), remedy(problem)):
            assert text
            assert "{" not in text
            assert "“”" not in text
            assert "::" not in text.replace("!!", "")
            assert not text.endswith((":", ": "))
