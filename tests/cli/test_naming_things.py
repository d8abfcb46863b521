"""What a name on the command line means, and what is answered where it means another kind."""

from __future__ import annotations

from pathlib import Path

import pytest
from growing_city import Grown
from running import Ran, sagaict

GROUNDS = ("--reason", "理由", "--proposed")


@pytest.fixture
def city(tmp_path: Path) -> Grown:
    return Grown.in_folder(tmp_path)


def run(city: Grown, *arguments: str, lang: str = "en") -> Ran:
    return sagaict(*arguments, cwd=city.root, env={"SAGAICT_LANG": lang})


@pytest.mark.parametrize(
    ("arguments", "is_a", "wanted", "near"),
    [
        (("evaluate", "visits", "R7"), "an indicator", "a plan or a basic goal or a measure", ""),
        (("revise", "portal", "R9", "1", *GROUNDS), "a project", "an indicator", "portal/visits"),
        (("drop", "aoba", *GROUNDS), "a plan", "a basic goal or a measure or", "aoba/1-1/online"),
        (("act", "aoba", "R7", "1", "--state", "done"), "a plan", "a project", "aoba/portal"),
        (("record", "市民ポータル", "R7", "1"), "a project", "an indicator", "portal/visits"),
        (("explain", "aoba/1-1"), "a measure", "an indicator", "aoba/1-1/online"),
        (("explain", "aoba/1"), "a basic goal", "an indicator", ""),
        (("extend", "visits", "R10", *GROUNDS), "an indicator", "a plan", "aoba"),
        (("status", "portal"), "a project", "a plan", "aoba"),
        (("status", "--measure", "portal"), "a project", "a measure", ""),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) else "",
)
def test_another_kind_is_answered_with_what_the_command_takes(
    city: Grown, arguments: tuple[str, ...], is_a: str, wanted: str, near: str
) -> None:
    ran = run(city, *arguments)
    assert (ran.code, ran.out) == (2, "")
    first, *rest = ran.err.splitlines()
    assert is_a in first
    assert f"what can be named here is {wanted}" in first
    assert "in the data" not in ran.err
    assert near in "".join(rest)


def test_it_is_answered_in_japanese(city: Grown) -> None:
    ran = run(city, "act", "aoba", "R7", "1", "--state", "done", lang="ja")
    assert "「aoba」は計画です。ここで指定できるのは事業です。" in ran.err


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("1-1/onlin", "aoba/1-1/online"),
        ("Visit", "aoba/portal/visits"),
        ("オンライン申込率", "aoba/1-1/online"),
    ],
)
def test_a_near_miss_is_suggested(city: Grown, typed: str, meant: str) -> None:
    assert f"Did you mean: {meant}?" in run(city, "explain", typed).err


def test_a_thing_of_another_plan_is_said_to_be_elsewhere(city: Grown) -> None:
    other = "id: midori\ntitle: みどり市計画\nperiod: R8-R11\ndocuments: {}\n"
    city.path("plans/midori.yaml").write_text(other, encoding="utf-8")
    ran = run(city, "status", "midori", "--measure", "1-1")
    assert (ran.code, ran.err) == (2, "sagaict: “1-1” is not in midori\n")


def test_what_waits_elsewhere_is_named(city: Grown) -> None:
    assert run(city, "revise", "online", "R9", "85", *GROUNDS, "--today", "2026-11-21").code == 0
    ran = run(city, "approve", "portal", "--approved-by", "会議", "--today", "2026-11-21")
    assert ran.code == 2
    assert "What waits in the same plan: aoba/1-1/online" in ran.err
