"""`sagaict act` and `sagaict evaluate`: what they say and write."""

from __future__ import annotations

from pathlib import Path

import pytest
from growing_city import Grown, changed_lines
from running import TODAY, Ran, sagaict


@pytest.fixture
def city(tmp_path: Path) -> Grown:
    return Grown.in_folder(tmp_path)


def run(city: Grown, *arguments: str) -> Ran:
    return sagaict(*arguments, "--today", TODAY, cwd=city.root)


def refused(city: Grown, *arguments: str) -> str:
    before = (city.plan, city.portal)
    ran = run(city, *arguments)
    assert (ran.code, ran.out) == (2, ""), ran.out
    assert (city.plan, city.portal) == before
    return ran.err.removeprefix("sagaict: ")


@pytest.mark.parametrize("state", ["on-schedule", "on_schedule", "計画どおり", "計画通り"])
def test_an_action_is_marked(city: Grown, state: str) -> None:
    before = city.portal
    ran = run(city, "act", "portal", "R7", "試行", "--state", state)
    assert (ran.code, ran.err) == (0, "")
    assert changed_lines(before, city.portal) == [
        "-    - ポータルの試行\n",
        "+    - text: ポータルの試行\n",
        "+      state: on_schedule\n",
    ]
    assert ran.lines == [
        "aoba/portal 市民ポータル: Actions R7: “ポータルの試行” planned → on schedule",
    ]


def test_an_action_that_is_not_clear_is_asked_back(city: Grown) -> None:
    text = refused(city, "act", "portal", "R7", "ポータル", "--state", "done")
    assert text == (
        "“ポータル” can mean several actions of R7:\n  1  ポータルの構築\n  2  ポータルの試行\n"
    )


def test_states_are_named_in_both_languages(city: Grown) -> None:
    text = refused(city, "act", "portal", "R7", "1", "--state", "planned")
    assert "choose from: done, on-schedule, delayed" in text
    assert "--state is missing" in refused(city, "act", "portal", "R7", "1")


def test_an_evaluation_is_recorded_and_told(city: Grown) -> None:
    before = city.portal
    ran = run(
        city,
        *("evaluate", "市民ポータル", "R7", "--progress", "遅れ", "--issues", "費用が増えた。"),
        *("--outlook", "見直し", "--self-rating", "B", "--council-rating", "C"),
        *("--instruction", "体制を見直すこと", "--due", "R8.12.25"),
    )
    assert (ran.code, ran.err) == (0, "")
    assert changed_lines(before, city.portal) == [
        "+    issues: 費用が増えた。\n",
        "+    outlook: review\n",
        "+    self_rating: B\n",
        "+    council_rating: C\n",
        "+    instructions:\n",
        "+      - text: 体制を見直すこと\n",
        "+        due: R8.12.25\n",
    ]
    assert ran.lines[1:] == [
        "  issues: “費用が増えた。”",
        "  outlook: review",
        "  self-evaluation: “B”",
        "  instruction: “体制を見直すこと” (due 2026-12-25)",
    ]


def test_what_is_replaced_is_told_with_what_stood_there(city: Grown) -> None:
    assert run(city, "evaluate", "portal", "R7", "--issues", "費用", "--outlook", "継続").code == 0
    ran = run(city, "evaluate", "portal", "R7", "--issues", "人手", "--outlook", "stop")
    assert ran.lines[1:] == ["  issues: “費用” → “人手”", "  outlook: continue → stop"]


def test_a_half_year_a_goal_and_the_plan_are_told_as_what_they_are(city: Grown) -> None:
    ran = run(city, "evaluate", "portal", "R7", "--half-year", "--progress", "遅れ")
    assert ran.lines[0] == "aoba/portal 市民ポータル: Half-year review R7: - → delayed"
    assert "    half_year:\n      progress: delayed\n" in city.portal
    ran = run(city, "evaluate", "aoba/1", "R7", "--forecast", "達成が見込まれる")
    assert ran.lines[-1].endswith(": Evaluation R7: forecast expected to be reached")
    ran = run(city, "evaluate", "aoba", "R7", "--judgement", "概ね順調")
    assert ran.lines[-1].endswith(": Evaluation R7: judgement 概ね順調")


def test_a_source_that_stays_from_before_is_told(city: Grown) -> None:
    ran = run(city, "evaluate", "portal", "R7", "--remark", "周知した。", "--source", "main p.1")
    assert (ran.code, ran.err) == (0, "")
    ran = run(city, "evaluate", "portal", "R7", "--judgement", "順調", "--source", "main p.1")
    assert (ran.code, ran.err) == (0, "")
    ran = run(city, "evaluate", "portal", "R7", "--judgement", "概ね順調")
    assert (ran.code, ran.err) == (
        0,
        "warning: the source is still “main p.1”; if this is from elsewhere: --source …\n",
    )
    # An answer is no judgement; of the first half nothing was said before.
    assert run(city, "evaluate", "portal", "R7", "--instruction", "検証").err == ""
    assert run(city, "evaluate", "portal", "R7", "--half-year", "--issues", "費用").err == ""


def test_a_promise_is_answered_and_not_beside_an_instruction(city: Grown) -> None:
    told = ("--follow-up", "再度調査する。", "--due", "R9.6", "--owner", "広聴課")
    ran = run(city, "evaluate", "portal", "R8", *told)
    assert "  follow-up: “再度調査する。” (due 2027-06)" in ran.lines
    ran = run(city, "evaluate", "portal", "R8", "--answer", "59%だった。")
    assert ran.lines[-1].endswith("answered: “59%だった。”")
    both = ("--follow-up", "調べる。", "--instruction", "調べること。")
    assert "one at a time" in refused(city, "evaluate", "portal", "R8", *both)


def test_an_instruction_is_answered(city: Grown) -> None:
    ran = run(city, "evaluate", "portal", "R6", "--answer", "調べた。", "--answered", "R7.9.25")
    assert ran.code == 0
    assert ran.lines[1] == (
        "  instruction: “利用の少ない地区を調べること” (due 2025-09-30), "
        "answered (2025-09-25): “調べた。”"
    )


def test_the_reason_of_an_outlook_is_called_for(city: Grown) -> None:
    ran = run(city, "evaluate", "portal", "R7", "--outlook", "中止")
    assert "[outlook-unexplained]" in ran.err
    assert ran.err.endswith("  The option for that: --issues …\n")


@pytest.mark.parametrize(
    ("arguments", "text"),
    [
        (("portal", "R7"), "nothing was said"),
        (("portal", "R7", "--issues", ""), "an empty text says nothing"),
        (("portal", "R9", "--issues", "費用"), "R9 has not begun; it begins on 2027-04-01"),
        (("portal", "R10", "--issues", "費用"), "outside the plan's period R6-R9"),
        (("portal", "R7", "--due", "来月"), "“来月” is no date for --due"),
        (("visits", "R7", "--issues", "費用"), "a basic goal or a measure or a project"),
    ],
)
def test_an_evaluation_that_cannot_be_is_refused(
    city: Grown, arguments: tuple[str, ...], text: str
) -> None:
    assert text in refused(city, "evaluate", *arguments)


@pytest.mark.parametrize(
    "arguments",
    [
        ("act", "portal", "R7", "1", "--state", "done"),
        ("evaluate", "portal", "R7", "--issues", "費用"),
    ],
)
def test_a_dry_run_writes_nothing(city: Grown, arguments: tuple[str, ...]) -> None:
    before = city.portal
    ran = run(city, *arguments, "--dry-run")
    assert (ran.code, city.portal) == (0, before)
    assert ran.lines[0] == "--- data/projects/aoba/portal.yaml"
    assert ran.lines[-1] == "Nothing was written (--dry-run)."


def test_a_rating_alone_says_nothing_of_the_progress(city: Grown) -> None:
    ran = run(city, "evaluate", "aoba/1-1", "R7", "--council-rating", "B")
    assert ran.lines == ["aoba/1-1 手続の電子化: Evaluation R7: council's view B"]


def test_dates_are_written_as_the_documents_write_them(city: Grown) -> None:
    told = ("--instruction", "示すこと", "--due", "2027-01-15")
    assert run(city, "evaluate", "aoba/1-1", "R7", *told).code == 0
    assert "                due: R9.1.15\n" in city.plan
