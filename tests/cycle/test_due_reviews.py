"""Reviews twice a year and once, instructions, and the council's days."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from cycle_city import city, indicator, kinds, on, project, tasks

from sagaict.cycle.calendar import Due, without_review_cycle
from sagaict.cycle.deadlines import Deadlines
from sagaict.domain.month_day import MonthDay
from sagaict.domain.plan import Goal
from sagaict.domain.portfolio import Portfolio
from sagaict.domain.validating import validated

REVIEWED = {"achievements": "窓口を2つ増やした。"}
RATED = {**REVIEWED, "council_rating": "計画どおり進めること。"}
HALFWAY = {"half_year": REVIEWED}
HALF, WHOLE = "half_year_review", "yearly_review"


def names(item: Due) -> list[str]:
    return [owner.section for owner in item.task.owners]


def only(year: str, evaluation: dict[str, Any] | None) -> dict[str, Any]:
    """Evaluations in which every other year is done and rated."""
    years = {"R6": RATED, "R7": RATED, "R8": RATED, "R9": RATED, year: evaluation}
    return {label: each for label, each in years.items() if each is not None}


@pytest.mark.parametrize(
    ("evaluation", "day", "expected"),
    [
        # Nothing recorded of R7: the half-year review, then the year's.
        (None, "2025-08-31", []),
        (None, "2025-09-01", [(HALF, "R7", "soon")]),
        (None, "2025-10-01", [(HALF, "R7", "due")]),
        (None, "2025-10-31", [(HALF, "R7", "due")]),
        (None, "2025-11-01", [(HALF, "R7", "overdue")]),
        (None, "2026-03-02", [(HALF, "R7", "overdue"), (WHOLE, "R7", "soon")]),
        (None, "2026-04-01", [(WHOLE, "R7", "due")]),
        (None, "2026-06-01", [(WHOLE, "R7", "overdue")]),
        # The half-year's is recorded: the year's is still to come.
        (HALFWAY, "2025-10-01", []),
        (HALFWAY, "2025-11-01", []),
        (HALFWAY, "2026-03-02", [(WHOLE, "R7", "soon")]),
        (HALFWAY, "2026-06-01", [(WHOLE, "R7", "overdue")]),
        ({"half_year": {"issues": "予算"}}, "2025-10-01", [(HALF, "R7", "due")]),
        # What is recorded of the year is no review of its first half.
        (REVIEWED, "2025-10-01", [(HALF, "R7", "due")]),
        (REVIEWED, "2026-03-02", [(HALF, "R7", "overdue")]),
        (REVIEWED, "2026-06-01", []),
        ({**HALFWAY, **REVIEWED}, "2026-06-01", []),
    ],
)
def test_half_yearly(
    evaluation: dict[str, Any] | None, day: str, expected: list[tuple[str, str, str]]
) -> None:
    own = project(category="A", evaluations=only("R7", evaluation))
    found = [item for item in kinds(tasks(city(projects=[own]), day, soon=30)) if item[1] == "R7"]
    assert found == expected


def test_a_year_without_any_review_says_that_the_half_year_is_missing_too() -> None:
    for category, said, aside in (
        ("A", None, "half_year_too"),
        ("A", HALFWAY, ""),
        ("B", None, ""),
    ):
        own = project(category=category, evaluations=only("R7", said))
        (found,) = tasks(city(projects=[own]), "2026-06-01")
        assert (found.task.kind, found.task.aside) == (WHOLE, aside)


@pytest.mark.parametrize(
    ("evaluation", "done"),
    [
        ({"self_rating": "B"}, True),
        ({"achievements": "導入した。"}, True),
        ({"progress": "delayed"}, True),
        ({"remark": "計画どおり進捗した。"}, True),
        ({"progress": "unknown"}, False),
        ({"issues": "予算"}, False),
        ({"council_rating": "良"}, False),
        (None, False),
    ],
)
def test_what_counts_as_a_review(evaluation: dict[str, Any] | None, done: bool) -> None:  # noqa: FBT001
    own = project(category="B", evaluations=only("R7", evaluation))
    found = kinds(tasks(city(projects=[own]), "2026-06-01"))
    assert found == ([] if done else [(WHOLE, "R7", "overdue")])


def test_a_yearly_review_is_due_after_the_year_only() -> None:
    own = project(category="B", evaluations=only("R7", None))
    assert tasks(city(projects=[own]), "2025-12-01", soon=30) == []
    assert kinds(tasks(city(projects=[own]), "2026-04-01")) == [(WHOLE, "R7", "due")]


@pytest.mark.parametrize("category", ["Z", None])
def test_without_a_cycle_in_the_plan_nothing_is_made_up(category: str | None) -> None:
    portfolio = city(projects=[project(category=category)])
    assert tasks(portfolio, "2028-06-01") == []
    assert without_review_cycle(portfolio.plans["p"], portfolio) == 1


def test_done_for_a_year_is_no_end_while_more_is_planned() -> None:
    own = project(
        category="B", evaluations={"R6": {"progress": "done"}}, actions={"R7": ["本格導入"]}
    )
    found = kinds(tasks(city(projects=[own]), "2027-06-01"))
    assert found == [(WHOLE, "R7", "overdue")]  # and none of R8: nothing is planned for it


@pytest.mark.parametrize(
    "last",
    [
        {"progress": "done"},
        {"progress": "cancelled"},
        {"progress": "on_schedule", "outlook": "complete"},
        {"progress": "delayed", "outlook": "merge"},
    ],
)
def test_a_project_that_is_over_is_reviewed_no_more(last: dict[str, Any]) -> None:
    own = project(category="B", evaluations={"R6": last})
    assert tasks(city(projects=[own]), "2026-06-01") == []


@pytest.mark.parametrize("day", ["2026-03-31", "2026-04-01", "2027-06-01"])
def test_a_project_cancelled_in_a_year_is_not_reviewed_at_its_end(day: str) -> None:
    own = project(category="A", evaluations={"R6": RATED, "R7": {"progress": "cancelled"}})
    assert tasks(city(projects=[own]), day, soon=30) == []


def test_a_superseded_plan_is_reviewed_no_more() -> None:
    revision = {"what": "superseded", "old": "見本計画", "new": "次の計画", "date": "R8.3"}
    portfolio = city(projects=[project(category="B")], revisions=[revision])
    assert kinds(tasks(portfolio, "2026-06-01")) == [(WHOLE, "R6", "overdue")]


INSTRUCTION = {"text": "目標を見直すこと。", "due": "R8.1"}


@pytest.mark.parametrize(
    ("more", "day", "state"),
    [
        ({}, "2026-01-31", "due"),  # a month ends on its last day
        ({}, "2026-02-01", "overdue"),
        ({"due": "R8.1.15"}, "2026-01-16", "overdue"),
        ({"answer": "見直した。"}, "2026-02-01", None),
        ({"answered": "R8.1.20"}, "2026-02-01", None),
    ],
)
def test_instructions_wait_for_an_answer(more: dict[str, str], day: str, state: str | None) -> None:
    evaluations = {"R6": {**RATED, "instructions": [{**INSTRUCTION, **more}]}}
    own = project(category="Z", owner="市民課", evaluations=evaluations)
    found = tasks(city(projects=[own]), day)
    assert kinds(found) == ([("instruction", "R6", state)] if state else [])
    assert all([each.name for each in item.task.owners] == ["市民課"] for item in found)


def test_an_instruction_without_a_deadline_is_due_and_has_no_days_left() -> None:
    evaluations = {"R6": {"instructions": [{"text": "周知すること。"}, {"text": "急ぐこと。"}]}}
    found = tasks(city(measure={"evaluations": evaluations}), "2026-02-01")
    assert kinds(found) == [("instruction", "R6", "due")] * 2
    assert [item.days_left for item in found] == [None, None]
    assert len({item.task.key for item in found}) == 2
    assert {item.task.owners for item in found} == {()}


def test_instructions_and_promises_of_the_half_year_and_the_year_are_told_apart() -> None:
    evaluation = {
        "follow_ups": [{"text": "再度調査する。", "due": "R8.6", "owner": "広聴課"}],
        "half_year": {"instructions": [INSTRUCTION], "follow_ups": [{"text": "検証する。"}]},
        "instructions": [{"text": "周知すること。"}],
    }
    own = project(category="Z", owner="市民課", evaluations={"R7": evaluation})
    found = tasks(city(projects=[own]), "2026-04-01")
    assert {
        (item.task.kind, item.task.text, *names(item), item.task.number, item.state)
        for item in found
    } == {
        ("instruction", "目標を見直すこと。", "市民課", 1, "overdue"),
        ("instruction", "周知すること。", "市民課", 2, "due"),
        ("follow_up", "検証する。", "市民課", 1, "due"),
        ("follow_up", "再度調査する。", "広聴課", 2, "due"),
    }
    assert len({item.task.key for item in found}) == 4


def test_what_was_asked_of_a_goal_or_a_plan_is_open_too() -> None:
    asked = {"R6": {"instructions": [{"text": "見直すこと。"}]}}
    goal = validated(Goal, {"no": 1, "title": "目標", "evaluations": asked})
    plan = replace(city(evaluations=asked).plans["p"], goals=(goal,))
    found = tasks(Portfolio.of([plan], []), "2026-02-01")
    assert [(item.task.full_id, *names(item)) for item in found] == [
        ("p", "DX推進課"),
        ("p/1",),
    ]


def test_an_instruction_of_a_later_year_is_not_in_sight() -> None:
    evaluations = {"R7": {"instructions": [INSTRUCTION]}}
    portfolio = city(measure={"evaluations": evaluations})
    assert tasks(portfolio, "2025-03-31") == []


COUNCIL = Deadlines(council=(MonthDay(7, 15), MonthDay(11, 20)))


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2026-06-14", []),
        ("2026-06-15", [("council", "R8", "soon")]),
        ("2026-07-15", [("council", "R8", "due")]),
        ("2026-07-16", []),
        ("2026-11-20", [("council", "R8", "due")]),
        ("2028-11-20", [("council", "R10", "due")]),  # the year after the plan: it judges R9
        ("2029-07-15", []),
    ],
)
def test_the_council_meets_on_the_days_the_city_has_set(
    day: str, expected: list[tuple[str, str, str]]
) -> None:
    portfolio = city(council="調整会議")
    assert kinds(tasks(portfolio, day, soon=30, deadlines=COUNCIL)) == expected
    assert tasks(portfolio, day, soon=365) == []
    assert tasks(city(), day, soon=365, deadlines=COUNCIL) == []


def test_ratings_the_council_left_unrecorded() -> None:
    portfolio = city(
        council="調整会議",
        projects=[
            project(id="a", category="Z", evaluations={"R7": REVIEWED}),
            project(id="b", category="Z", evaluations={"R7": RATED}),
            project(id="c", category="Z", evaluations={"R6": REVIEWED}),
        ],
    )
    meeting = tasks(portfolio, "2026-07-15", soon=30, deadlines=COUNCIL)
    assert kinds(meeting) == [("council", "R8", "due")]
    (found,) = tasks(portfolio, "2026-07-16", deadlines=COUNCIL)
    assert kinds([found]) == [("council_rating", "R7", "overdue")]
    assert (found.task.count, found.task.of) == (1, 2)
    assert [owner.name for owner in found.task.owners] == ["DX推進課"]
    assert found.task.deadline == on("2026-07-15")


def test_a_project_dropped_in_the_year_is_neither_reviewed_nor_rated() -> None:
    gone = {"amendments": [{"what": "dropped", "date": "R7.10.1"}]}
    portfolio = city(
        council="調整会議",
        projects=[
            project(id="a", category="Z", evaluations={"R7": REVIEWED}),
            project(id="b", category="Z", evaluations={"R7": REVIEWED}, **gone),
        ],
    )
    (found,) = tasks(portfolio, "2026-07-16", deadlines=COUNCIL)
    assert (found.task.count, found.task.of) == (1, 1)
    own = project(category="B", evaluations={}, **gone)
    assert kinds(tasks(city(projects=[own]), "2026-06-01")) == [(WHOLE, "R6", "overdue")]


def test_a_project_added_later_is_not_reviewed_for_the_time_before() -> None:
    def asked(date: str, day: str) -> list[tuple[str, str, str]]:
        since = {"amendments": [{"what": "added", "date": date}]}
        own = project(category="A", evaluations={}, **since)
        return kinds(tasks(city(projects=[own]), day))

    assert asked("R7.9.30", "2025-10-05") == [(HALF, "R7", "due")]
    assert asked("R7.10.1", "2025-10-05") == []
    assert asked("R8.3.31", "2026-06-01") == [(WHOLE, "R7", "overdue")]
    assert asked("R8.4.1", "2026-06-01") == []


JUDGED = {"judgement": "概ね順調"}


def test_what_was_dropped_by_then_is_judged_no_more() -> None:
    dropped = {"amendments": [{"what": "dropped", "date": "R7.10.1"}]}
    portfolio = city(council="調整会議", measure=dropped)
    found = tasks(portfolio, "2026-04-01", judging=True)
    assert [(item.task.count, item.task.of) for item in found] == [(2, 2)]


@pytest.mark.parametrize(
    ("plan", "day", "expected"),
    [
        ({}, "2026-04-01", []),  # nobody is named who judges it
        ({"council": "調整会議", "transcribed": True}, "2026-04-01", []),
        ({"council": "調整会議", "stage": "draft"}, "2026-04-01", []),
        ({"council": "調整会議"}, "2026-03-02", [("R7", "soon", 3, "2026-07-15")]),
        ({"council": "調整会議"}, "2026-07-16", [("R7", "overdue", 3, "2026-07-15")]),
        (
            {"council": "調整会議", "evaluations": {"R7": JUDGED}},
            "2026-04-01",
            [("R7", "due", 2, "2026-07-15")],
        ),
        # A judgement half-way is none of the year.
        (
            {"council": "調整会議", "evaluations": {"R7": {"half_year": JUDGED}}},
            "2026-04-01",
            [("R7", "due", 3, "2026-07-15")],
        ),
    ],
)
def test_a_plan_its_goals_and_measures_are_judged_every_year(
    plan: dict[str, Any], day: str, expected: list[tuple[str, str, int, str]]
) -> None:
    portfolio = city(**plan)
    whole = tasks(portfolio, day, soon=30, deadlines=COUNCIL, judging=True)
    found = [item for item in whole if item.task.kind == "judgement" and item.task.year]
    assert [
        (str(item.task.year), item.state, item.task.count, str(item.task.deadline))
        for item in found
        if str(item.task.year) == "R7"
    ] == expected
    assert all(item.task.of == 3 for item in found)


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({}, []),  # nobody decided
        ({"decided": "R7.10.1"}, [("outcome", "", "due")]),
        ({"decided": "R8.2.1"}, []),  # not by then
    ],
)
def test_once_an_introduction_is_decided_its_outcome_is_to_be_set(
    more: dict[str, str], expected: list[tuple[str, str, str]]
) -> None:
    undecided = {"printed": "事業の進捗に合わせ設定", **more}
    own = project(category="Z", outcome_undecided=undecided)
    assert kinds(tasks(city(projects=[own]), "2026-01-15")) == expected
    aims = [indicator(id="o", targets={"R9": 5}, actuals={"R6": "1"})]
    own = project(category="Z", outcome_undecided=undecided, outcome_indicators=aims)
    assert tasks(city(projects=[own]), "2026-01-15") == []
