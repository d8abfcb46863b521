"""How a project or measure was judged is recorded, part by part."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from growing_city import Grown, changed_lines

from sagaict.domain.fiscal import FiscalYear, Moment
from sagaict.recording.evaluations import NewEvaluation, record_evaluation
from sagaict.recording.follow_ups import NewFollowUp
from sagaict.recording.refusal import Refused

TODAY = date(2026, 11, 21)
PORTAL = "aoba/portal"
NOTHING = NewEvaluation()


@pytest.fixture
def city(tmp_path: Path) -> Grown:
    return Grown.in_folder(tmp_path)


def recorded(
    city: Grown,
    full_id: str,
    year: str,
    new: NewEvaluation,
    instruction: NewFollowUp | None = None,
) -> list[str]:
    change_set = city.change_set()
    when = FiscalYear.parse(year)
    record_evaluation(change_set, city.workspace(), full_id, when, new, instruction, today=TODAY)
    [edit] = change_set.edits()
    assert edit.after is not None
    before = city.portal if full_id == PORTAL else city.plan
    return changed_lines(before, edit.after.decode())


def refused(
    city: Grown,
    year: str,
    new: NewEvaluation,
    instruction: NewFollowUp | None = None,
    full_id: str = PORTAL,
) -> Refused:
    change_set = city.change_set()
    when = FiscalYear.parse(year)
    with pytest.raises(Refused) as caught:
        record_evaluation(
            change_set, city.workspace(), full_id, when, new, instruction, today=TODAY
        )
    assert change_set.edits() == []
    return caught.value


def test_a_new_evaluation_stands_in_the_order_of_the_schema(city: Grown) -> None:
    new = NewEvaluation(
        remark="順調。",
        council_rating="B",
        self_rating="A",
        outlook="expand",
        causes="周知",
        issues="費用",
        achievements="試行した。",
        progress="on_schedule",
    )
    assert recorded(city, PORTAL, "R8", new) == [
        "+  R8:\n",
        "+    progress: on_schedule\n",
        "+    achievements: 試行した。\n",
        "+    issues: 費用\n",
        "+    causes: 周知\n",
        "+    outlook: expand\n",
        "+    self_rating: A\n",
        "+    council_rating: B\n",
        "+    remark: 順調。\n",
    ]


def test_parts_join_those_that_are_there(city: Grown) -> None:
    new = NewEvaluation(council_rating="C", issues="費用")
    assert recorded(city, PORTAL, "R7", new) == [
        "+    issues: 費用\n",
        "+    council_rating: C\n",
    ]


def test_a_part_is_replaced_in_its_line(city: Grown) -> None:
    lines = recorded(city, PORTAL, "R7", NewEvaluation(progress="cancelled"))
    assert lines == ["-    progress: delayed\n", "+    progress: cancelled\n"]


def test_text_of_several_lines_is_written_as_a_block(city: Grown) -> None:
    new = NewEvaluation(issues="一つ目: 費用\r\n二つ目 # 人\r\n\r\n- 三つ目 ")
    assert recorded(city, PORTAL, "R7", new) == [
        "+    issues: |-\n",
        "+      一つ目: 費用\n",
        "+      二つ目 # 人\n",
        "+\n",
        "+      - 三つ目\n",
    ]


def test_a_measure_is_judged_like_a_project(city: Grown) -> None:
    assert recorded(city, "aoba/1-1", "R7", NewEvaluation(remark="おおむね順調。")) == [
        "+        evaluations:\n",
        "+          R7:\n",
        "+            remark: おおむね順調。\n",
    ]


def test_an_instruction_comes_behind_the_others(city: Grown) -> None:
    told = NewFollowUp(text="体制を見直すこと", due=Moment.parse("R8.9.30"))
    assert recorded(city, PORTAL, "R6", NOTHING, told) == [
        "+      - text: 体制を見直すこと\n",
        "+        due: R8.9.30\n",
    ]


def test_an_instruction_may_begin_an_evaluation(city: Grown) -> None:
    told = NewFollowUp(text="体制を見直すこと")
    assert recorded(city, PORTAL, "R8", NOTHING, told) == [
        "+  R8:\n",
        "+    instructions:\n",
        "+      - text: 体制を見直すこと\n",
    ]


@pytest.mark.parametrize("text", [None, "利用の少ない地区を調べること", "地区"])
def test_an_answer_goes_to_the_instruction_it_answers(city: Grown, text: str | None) -> None:
    told = NewFollowUp(text=text, answer="調べた。", answered=Moment.parse("R7.9.25"))
    assert recorded(city, PORTAL, "R6", NOTHING, told) == [
        "+        answer: 調べた。\n",
        "+        answered: R7.9.25\n",
    ]


def test_a_deadline_can_be_put_off(city: Grown) -> None:
    told = NewFollowUp(text="利用の少ない地区を調べること", due=Moment.parse("R7.12.26"))
    lines = recorded(city, PORTAL, "R6", NOTHING, told)
    assert lines == ["-        due: R7.9.30\n", "+        due: R7.12.26\n"]


def test_an_answer_is_not_overwritten(city: Grown) -> None:
    told = NewFollowUp(text="費用を示すこと", answer="示せない。")
    refusal = refused(city, "R6", NOTHING, told)
    assert (refusal.code, refusal.details["answer"]) == ("answered-already", "示した。")


def test_an_answer_needs_to_know_its_instruction(city: Grown) -> None:
    assert refused(city, "R7", NOTHING, NewFollowUp(answer="済み")).code == "no-open-instruction"
    change_set, workspace, year = city.change_set(), city.workspace(), FiscalYear(2024)
    more = NewFollowUp(text="体制を見直すこと")
    record_evaluation(change_set, workspace, PORTAL, year, NOTHING, more, today=TODAY)
    answer = NewFollowUp(answer="済み")
    with pytest.raises(Refused) as caught:
        record_evaluation(change_set, workspace, PORTAL, year, NOTHING, answer, today=TODAY)
    assert caught.value.code == "several-open-instructions"
    assert "体制を見直すこと" in caught.value.details["instructions"]


@pytest.mark.parametrize(
    ("full_id", "year", "new", "code"),
    [
        ("aoba/absent", "R7", NewEvaluation(issues="費用"), "unknown-holder"),
        ("aoba/9", "R7", NewEvaluation(issues="費用"), "unknown-holder"),
        (PORTAL, "R5", NewEvaluation(issues="費用"), "outside-period"),
        (PORTAL, "R9", NewEvaluation(issues="費用"), "not-begun"),
        (PORTAL, "R7", NOTHING, "nothing-said"),
        (PORTAL, "R7", NewEvaluation(issues=" \n "), "empty-text"),
        (PORTAL, "R7", NewEvaluation(source="Main p.1"), "bad-source"),
        (PORTAL, "R7", NewEvaluation(progress="delayed"), "nothing-changes"),
    ],
)
def test_what_says_nothing_or_lies_elsewhere_is_refused(
    city: Grown, full_id: str, year: str, new: NewEvaluation, code: str
) -> None:
    assert refused(city, year, new, full_id=full_id).code == code


def test_the_half_year_and_the_year_are_two_records_and_neither_touches_the_other(
    city: Grown,
) -> None:
    change_set, workspace = city.change_set(), city.workspace()
    year = FiscalYear.parse("R8")
    for issues, half in (("前半の課題", True), ("年度の課題", False), ("前半の直し", True)):
        record_evaluation(
            change_set,
            workspace,
            PORTAL,
            year,
            NewEvaluation(issues=issues),
            today=TODAY,
            half_year=half,
        )
    [edit] = change_set.edits()
    assert edit.after is not None
    judged = edit.after.decode().partition("  R8:\n")[2].splitlines()[:3]
    # In the order of the keys the year's come first, in whatever order they were recorded.
    assert judged == ["    issues: 年度の課題", "    half_year:", "      issues: 前半の直し"]


@pytest.mark.parametrize(
    ("full_id", "above"), [("aoba/1", "\n    evaluations:\n"), ("aoba", "\nevaluations:\n")]
)
def test_a_goal_and_the_plan_are_judged_in_its_own_words(
    city: Grown, full_id: str, above: str
) -> None:
    new = NewEvaluation(judgement="概ね順調", forecast="likely", remark="総括の文")
    change_set = city.change_set()
    year = FiscalYear.parse("R7")
    record_evaluation(change_set, city.workspace(), full_id, year, new, today=TODAY)
    [edit] = change_set.edits()
    assert edit.after is not None
    text = edit.after.decode()
    lines = ["R7:", "judgement: 概ね順調", "forecast: likely", "remark: 総括の文"]
    assert [line.strip() for line in text.partition(above)[2].splitlines()][:4] == lines


def test_a_promise_is_kept_apart_from_instructions_and_answered_without_naming_it(
    city: Grown,
) -> None:
    change_set, workspace = city.change_set(), city.workspace()
    year = FiscalYear.parse("R8")
    promise = NewFollowUp(
        text="再度調査する。", due=Moment.parse("R9.6"), owner="広聴課", promised=True
    )
    answer = NewFollowUp(answer="59%だった。", answered=Moment.parse("R9.5.20"))
    for each in (promise, answer):
        record_evaluation(change_set, workspace, PORTAL, year, NOTHING, each, today=TODAY)
    [edit] = change_set.edits()
    assert edit.after is not None
    judged = edit.after.decode().partition("  R8:\n")[2].splitlines()[:6]
    assert judged == [
        "    follow_ups:",
        "      - text: 再度調査する。",
        "        due: R9.6",
        "        owner: 広聴課",
        "        answer: 59%だった。",
        "        answered: R9.5.20",
    ]
