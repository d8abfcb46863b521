"""`sagaict status` narrowed down, and as a gate for scripts."""

from __future__ import annotations

import pytest
from little_city import City
from program import Program

NAMES = {
    "online": "オンライン申請率  ",
    "visits": "年間利用件数  ",
    "waiting": "平均待ち時間  ",
    "satisfied": "満足と答えた割合  ",
    "places": "設置箇所数  ",
    "hours": "削減した時間  ",
    "leaks": "情報漏えいの件数  ",
    "met": "成果指標の達成割合  ",
    "readers": "広報の閲覧者数  ",
}


def shown(text: str) -> set[str]:
    return {key for key, name in NAMES.items() if name in text}


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ("--measure 1-1", {"online", "visits", "readers"}),
        ("--measure aoba/1-1", {"online", "visits"}),
        ("--measure 事務の改革", {"hours", "leaks", "met"}),
        ("--plan aoba --measure 1-1", {"online", "visits"}),
        ("--measure 1-1 --measure 2-1 --plan aoba", {"online", "visits", "hours", "leaks", "met"}),
        ("--project portal", {"visits"}),
        ("--project portal --project kiosk", {"visits", "places"}),
        ("--project 自動交付機", {"places"}),
        ("--priority", {"visits", "satisfied", "waiting"}),
        ("--status unmet", {"online", "visits", "met"}),
        ("--status unmet,pending", {"online", "visits", "met", "satisfied"}),
        ("--status not-reported", {"places", "hours"}),
        ("--kind goal --plan aoba", {"online", "waiting", "hours", "leaks"}),
        ("--kind outcome", {"visits", "satisfied", "places", "met"}),
        ("--kind outcome --status unmet --priority", {"visits"}),
        ("--kind goal --status met --all", {"waiting", "leaks", "readers"}),
    ],
)
def test_filters(program: Program, city: City, options: str, expected: set[str]) -> None:
    opened = ("--all",) if options == "--measure 1-1" else ()
    result = program.fine("status", *options.split(), *opened, cwd=city.root)
    assert shown(result.out) == expected


@pytest.mark.parametrize(
    "options", ["--priority", "--status met", "--kind goal", "--project kiosk"]
)
def test_a_filter_changes_no_tally_and_is_named(program: Program, city: City, options: str) -> None:
    result = program.fine("status", *options.split(), cwd=city.root)
    outcome, goal = result.line("outcome indicator   "), result.line("goal indicator   ")
    assert outcome.endswith("met 0 of 4 (unmet 2, pending 1, not reported 1)")
    assert "met 2 of 3 (unmet 1)" in goal
    assert result.line("Listed: only ").endswith(" Tallies count the whole plan.")


def test_a_filter_leaves_out_plans_that_have_nothing_of_it(program: Program, city: City) -> None:
    result = program.fine("status", "--priority", "--all", cwd=city.root)
    assert "midori" not in result.out


def test_a_filter_keeps_projects_whose_indicator_is_not_set_yet(
    program: Program, city: City
) -> None:
    result = program.fine("status", "--status", "undecided", cwd=city.root)
    waiting = "  Outcome indicator not set yet: 1  職員研修"
    assert waiting in result.lines
    assert shown(result.out) == set()
    result = program.fine("status", "--kind", "goal", cwd=city.root)
    assert waiting not in result.lines


@pytest.mark.parametrize(
    "options",
    ["--status behind", "--project portal --kind goal", "--plan midori --priority"],
)
def test_nothing_left_is_said_and_is_no_error(program: Program, city: City, options: str) -> None:
    result = program.fine("status", *options.split(), cwd=city.root)
    assert "Nothing to show under these conditions." in result.lines
    assert shown(result.out) == set()


@pytest.mark.parametrize("lang", ["en", "ja"])
@pytest.mark.parametrize(
    ("options", "quoted", "hint"),
    [
        ("--status unmett", "unmett", "unmet"),
        ("--kind gaol", "gaol", "goal"),
        ("--fail-on unmet,foo", "foo", "not-reported"),
        ("--format jsn", "jsn", "json"),
        ("--project portl", "portl", "aoba/portal"),
        ("--measure 9-9", "9-9", ""),
        ("--plan aobaa", "aobaa", "aoba"),
        ("--as-of R99x", "R99x", "R4"),
        ("--as-of H35", "H35", "R5"),
        ("--today 2026-13-01", "2026-13-01", "2026-11-21"),
        ("--today R8.11", "R8.11", "2026-11-21"),
    ],
)
def test_what_cannot_be_understood_is_refused_with_a_hint(
    program: Program, city: City, options: str, quoted: str, hint: str, lang: str
) -> None:
    said = program.refused("status", *options.split(), cwd=city.root, lang=lang)
    assert quoted in said
    assert hint in said


def test_fail_on_a_status_that_is_there(program: Program, city: City) -> None:
    for statuses in ("unmet", "not-reported,behind", "met"):
        result = program("status", "--fail-on", statuses, "--today", "2026-11-21", cwd=city.root)
        assert (result.code, result.err) == (1, "")
        assert "Unmet or behind: 3" in result.lines  # the report is printed all the same


def test_fail_on_a_status_that_is_not_there(program: Program, city: City) -> None:
    program.fine("status", "--fail-on", "behind,on_track", cwd=city.root)
    program.fine("status", "--fail-on", "unmet", "--plan", "midori", cwd=city.root)
    program.fine("status", "--fail-on", "unmet", "--measure", "1-2", cwd=city.root)


def test_fail_on_looks_at_opened_plans_only(program: Program, city: City) -> None:
    city.change("plans/midori.yaml", "R5: 1,027", "R5: 999")
    city.change(
        "plans/aoba.yaml",
        "              R7:\n                value: 59",
        "              R7:\n                value: 95",
    )
    for name in ("portal", "share"):
        city.path(f"projects/aoba/{name}.yaml").unlink()
    program.fine("status", "--fail-on", "unmet", cwd=city.root)
    result = program(
        "status", "--fail-on", "unmet", "--all", "--today", "2026-11-21", cwd=city.root
    )
    assert result.code == 1
