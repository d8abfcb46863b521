"""Which figures are wanted, when, and from whom."""

from __future__ import annotations

from typing import Any

import pytest
from cycle_city import city, indicator, kinds, on, project, tasks

from sagaict.cycle.calendar import by_owner
from sagaict.cycle.deadlines import Deadlines
from sagaict.domain.month_day import MonthDay


@pytest.mark.parametrize(
    ("day", "state"),
    [
        ("2026-03-01", None),  # 31 days before the year is over
        ("2026-03-02", "soon"),
        ("2026-03-31", "soon"),
        ("2026-04-01", "due"),
        ("2026-04-30", "due"),
        ("2026-05-01", "overdue"),
    ],
)
def test_a_figure_is_wanted_once_its_year_is_over(day: str, state: str | None) -> None:
    portfolio = city([indicator(targets={"R7": 5}, actuals={"R6": "4"})])
    expected = [("figure", "R7", state)] if state else []
    assert kinds(tasks(portfolio, day, soon=30)) == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2025-03-31", [("figure", "R6", "soon")]),
        ("2025-05-01", [("figure", "R6", "overdue")]),
        # Only the year that ended last says how things stand now.
        ("2026-04-10", [("figure", "R7", "due")]),
        ("2028-03-31", [("figure", "R8", "overdue"), ("figure", "R9", "soon")]),
        ("2028-04-01", [("figure", "R9", "due")]),
    ],
)
def test_on_the_way_to_a_final_target_the_figure_of_every_year_is_wanted(
    day: str, expected: list[tuple[str, str, str]]
) -> None:
    portfolio = city([indicator(targets={"R9": 5})])
    assert kinds(tasks(portfolio, day, soon=30)) == expected
    copied = city([indicator(targets={"R9": 5})], transcribed=True)
    assert [each for each in kinds(tasks(copied, day, soon=30)) if each[1] != "R9"] == []


def test_a_survey_has_a_day_of_its_own() -> None:
    surveyed = indicator(targets={"R7": 5}, actuals={"R6": "4"}, figures_due="9-30")
    (found,) = tasks(city([surveyed]), "2026-09-30")
    assert (found.state, found.task.deadline) == ("due", on("2026-09-30"))
    assert kinds(tasks(city([surveyed]), "2026-10-01")) == [("figure", "R7", "overdue")]


def test_on_the_way_nothing_is_wanted_where_it_is_known_or_no_number_is_aimed_at() -> None:
    for each in (
        indicator(targets={"R9": 5}, actuals={"R7": "4"}),
        indicator(targets={"R9": 5}, actuals={"R7": {"state": "not_surveyed"}}),
        indicator(targets={"R9": 5}, actuals={"R8": {"state": "pending"}}),
        indicator(targets={"R9": {"words": "条例の制定"}}),
    ):
        assert tasks(city([each]), "2026-05-15") == []


@pytest.mark.parametrize(
    ("actual", "expected"),
    [
        ("5", []),
        ("4", [("remark", "R7", "due")]),
        ({"value": "4", "remark": "周知が遅れた。"}, []),
        ({"value": "4", "state": "provisional"}, [("confirm", "R7", "overdue")]),
        ({"value": "4", "state": "estimate"}, [("confirm", "R7", "overdue")]),
        ({"state": "pending"}, [("figure", "R7", "overdue")]),
        ({"state": "not_surveyed"}, []),
        ({"state": "not_assessable"}, []),
    ],
)
def test_what_ends_the_wait(actual: Any, expected: list[tuple[str, str, str]]) -> None:
    portfolio = city([indicator(targets={"R7": 5}, actuals={"R7": actual})])
    assert kinds(tasks(portfolio, "2026-05-15")) == expected


@pytest.mark.parametrize("target", ["undecided", "none"])
def test_where_nothing_is_aimed_at_no_figure_is_asked_for(target: str) -> None:
    assert tasks(city([indicator(targets={"R7": target})]), "2026-05-15") == []


def test_a_target_in_words_is_to_be_judged_whatever_its_figure_says() -> None:
    targets = {"R7": {"words": "減少させる"}}
    for actual, expected in (
        ("120", [("confirm", "R7", "overdue")]),
        ({"state": "reached", "as_of": "R7.6"}, []),
    ):
        found = tasks(city([indicator(targets=targets, actuals={"R7": actual})]), "2026-05-15")
        assert kinds(found) == expected


def test_a_relative_target_asks_for_its_figure_though_its_number_is_not_known() -> None:
    targets = {"R7": {"relative": {"to": "R5", "times": "1.2"}}}
    found = tasks(city([indicator(targets=targets)]), "2026-05-15")
    assert kinds(found) == [("figure", "R7", "overdue")]


def test_an_indicator_computed_from_others_has_nobody_to_report_it() -> None:
    derived = indicator(targets={"R7": 100}, derived={"share_met": {}})
    assert tasks(city([derived]), "2026-05-15") == []


def test_every_target_that_has_no_figure_is_one_task() -> None:
    portfolio = city([indicator(targets={"R6": 3, "R7": 5, "R8": 7})])
    found = tasks(portfolio, "2026-04-10")
    assert kinds(found) == [("figure", "R6", "overdue"), ("figure", "R7", "due")]
    assert [item.task.deadline for item in found] == [on("2025-04-30"), on("2026-04-30")]
    assert [item.days_left for item in found] == [-345, 20]


def test_a_provisional_figure_is_to_be_confirmed_even_without_a_target() -> None:
    actuals = {"R6": "3", "R7": {"value": "4", "state": "provisional"}}
    portfolio = city([indicator(targets={"R9": 5}, actuals=actuals)])
    assert kinds(tasks(portfolio, "2026-04-10")) == [("confirm", "R7", "due")]
    assert tasks(portfolio, "2026-02-10") == []  # the year still runs


def total(**actuals: Any) -> dict[str, Any]:
    return indicator(aggregation="period_total", targets={"R6-R9": 100}, actuals=actuals)


def test_of_a_total_every_year_is_wanted_as_a_part() -> None:
    found = tasks(city([total(R6="20")]), "2027-04-10")
    assert kinds(found) == [("figure", "R7", "overdue"), ("figure", "R8", "due")]
    assert {str(item.task.total) for item in found} == {"R6-R9"}


def test_a_figure_of_several_years_stands_for_all_of_them() -> None:
    portfolio = city([total(R8={"value": "60", "span": "R6-R8"})])
    assert tasks(portfolio, "2027-05-10") == []
    assert kinds(tasks(portfolio, "2028-04-10")) == [("figure", "R9", "due")]


def test_months_of_a_year_do_not_stand_for_the_year_before() -> None:
    portfolio = city([total(R7={"value": "60", "span": "R6.10-R8.3"})])
    assert kinds(tasks(portfolio, "2026-05-10")) == [("figure", "R6", "overdue")]


@pytest.mark.parametrize(
    ("span", "expected"),
    [
        ("R7.10-R8.3", [("confirm", "R7", "overdue")]),  # the first half is still owed
        ("R7.4-R7.9", [("confirm", "R7", "overdue")]),
        ("R7.4-R8.3", []),
    ],
)
def test_a_final_figure_of_a_part_of_the_year_does_not_end_the_wait(
    span: str, expected: list[tuple[str, str, str]]
) -> None:
    part = {"value": 5, "span": span, "remark": "秋に始めた。"}
    item = indicator(aggregation="annual", targets={"R7": 10}, actuals={"R7": part})
    assert kinds(tasks(city([item]), "2026-05-15")) == expected


def test_a_superseded_plan_asks_for_nothing_more() -> None:
    revision = {"what": "superseded", "old": "見本計画", "new": "次の計画", "date": "R8.3"}
    portfolio = city([indicator(targets={"R6": 3, "R7": 5})], revisions=[revision])
    assert kinds(tasks(portfolio, "2026-05-15")) == [("figure", "R6", "overdue")]


@pytest.mark.parametrize(
    ("evaluations", "years"),
    [
        ({}, ["R6", "R7"]),
        ({"R7": {"progress": "cancelled"}}, ["R6"]),
        ({"R6": {"progress": "delayed", "outlook": "stop"}}, ["R6"]),
    ],
)
def test_a_project_given_up_asks_for_nothing_more(
    evaluations: dict[str, Any], years: list[str]
) -> None:
    own = project(
        category="Z",
        evaluations=evaluations,
        outcome_indicators=[indicator(targets={"R6": 3, "R7": 5})],
    )
    found = tasks(city(projects=[own]), "2026-05-15")
    assert [year for _kind, year, _state in kinds(found)] == years


@pytest.mark.parametrize("said", ["remark", "causes"])
def test_the_evaluation_of_the_project_may_say_why(said: str) -> None:
    own = project(
        category="Z",
        evaluations={"R7": {said: "機器の納入が遅れた。"}},
        outcome_indicators=[indicator(targets={"R7": 5}, actuals={"R7": "4"})],
    )
    assert tasks(city(projects=[own]), "2026-06-15") == []


def test_why_a_target_was_missed_is_wanted_with_the_yearly_review() -> None:
    portfolio = city([indicator(targets={"R7": 5}, actuals={"R7": "4"})])
    (found,) = tasks(portfolio, "2026-06-01")
    assert (found.task.kind, found.state) == ("remark", "overdue")
    assert found.task.deadline == on("2026-05-31")


def test_deadlines_are_the_citys_where_it_has_set_them() -> None:
    deadlines = Deadlines(figures_due=MonthDay(6, 15))
    portfolio = city([indicator(targets={"R7": 5})])
    assert kinds(tasks(portfolio, "2026-06-15", deadlines=deadlines)) == [("figure", "R7", "due")]
    assert kinds(tasks(portfolio, "2026-06-16", deadlines=deadlines)) == [
        ("figure", "R7", "overdue")
    ]


def test_a_deadline_before_april_is_that_of_the_year_after() -> None:
    deadlines = Deadlines(figures_due=MonthDay(2, 15))
    (found,) = tasks(city([indicator(targets={"R7": 5})]), "2026-05-15", deadlines=deadlines)
    assert found.task.deadline == on("2027-02-15")


def test_tasks_of_nobody_known_come_last() -> None:
    portfolio = city(
        [
            indicator(id="a", targets={"R7": 5}),
            indicator(id="b", owner="市民課", targets={"R7": 5}),
        ],
        projects=[
            project(
                owner="情報政策課",
                category="Z",
                outcome_indicators=[
                    indicator(id="c", targets={"R7": 5}),
                    indicator(id="d", owner="市民課", targets={"R7": 5}),
                ],
            )
        ],
    )
    groups = by_owner(tasks(portfolio, "2026-05-15"))
    found = [
        (owner and owner.name, [item.task.full_id for item in items]) for owner, items in groups
    ]
    assert found == [
        ("市民課", ["p/1-1/b", "p/portal/d"]),
        ("情報政策課", ["p/portal/c"]),
        (None, ["p/1-1/a"]),
    ]


def test_what_several_share_is_a_task_of_each() -> None:
    shared = ["市民課", {"section": "生涯学習課", "bureau": "教育局"}]
    portfolio = city([indicator(id="b", owner=shared, targets={"R7": 5})])
    groups = by_owner(tasks(portfolio, "2026-05-15"))
    assert [(owner and owner.name, len(items)) for owner, items in groups] == [
        ("市民課", 1),
        ("教育局生涯学習課", 1),
    ]


def test_the_most_urgent_comes_first() -> None:
    portfolio = city(
        [
            indicator(id="late", targets={"R6": 3}),
            indicator(id="now", targets={"R7": 3}),
            indicator(id="why", targets={"R7": 3}, actuals={"R7": "2"}),
            indicator(id="next", targets={"R8": 3}, actuals={"R7": "2"}),
        ]
    )
    found = tasks(portfolio, "2026-04-10", soon=365)
    assert [item.task.full_id.rsplit("/", 1)[1] for item in found] == ["late", "now", "why", "next"]
