from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from building import fy, judge_year, place, plan

from sagaict.computing.judging import assess_year, is_due
from sagaict.computing.membership import is_running
from sagaict.computing.view import View
from sagaict.domain.fiscal import FiscalYear, Period


@pytest.mark.parametrize(
    ("today", "label"),
    [(date(2026, 11, 21), "R8"), (date(2026, 3, 31), "R7"), (date(2026, 4, 1), "R8")],
)
def test_seen_from_today_the_year_is_the_one_running(today: date, label: str) -> None:
    assert View.on(today).as_of == fy(label)


def test_a_target_is_due_once_its_year_is_over() -> None:
    assert not View(fy("R7"), date(2026, 3, 31)).is_due(fy("R7"))
    assert View(fy("R7"), date(2026, 4, 1)).is_due(fy("R7"))


def test_looking_back_later_years_are_neither_due_nor_seen() -> None:
    view = View(fy("R4"), date(2026, 11, 21))
    assert view.is_due(fy("R4"))
    assert view.sees(fy("R4"))
    assert not view.is_due(fy("R5"))
    assert not view.sees(fy("R5"))


def test_looking_ahead_does_not_make_a_year_due_before_it_ends() -> None:
    view = View(fy("R9"), date(2026, 11, 21))
    assert view.is_due(fy("R7"))
    assert not view.is_due(fy("R8"))
    assert not view.is_due(fy("R9"))


def test_figures_of_the_running_year_are_seen_though_not_due() -> None:
    view = View.on(date(2026, 11, 21))
    assert view.sees(fy("R8"))
    assert not view.is_due(fy("R8"))


@pytest.mark.parametrize(
    ("label", "running"), [("R5", False), ("R6", True), ("R9", True), ("R10", False)]
)
def test_a_plan_runs_from_its_first_year_to_its_last(label: str, *, running: bool) -> None:
    assert is_running(plan(period="R6-R9"), View(fy(label), date(2030, 1, 1))) == running


def test_a_superseded_plan_no_longer_runs_from_that_day_on() -> None:
    change = {"what": "superseded", "old": "見本", "new": "次", "date": "R8.6.1"}
    held = plan(period="R6-R9", revisions=[change])
    assert is_running(held, View.on(date(2026, 5, 31)))
    assert not is_running(held, View.on(date(2026, 6, 1)))


def test_a_calendar_year_ends_in_december_and_falls_due_then() -> None:
    placed = place(year_kind="calendar", targets={"R8": "572"}, actuals={"R6": "739"})
    (key,) = placed.indicator.yearly_targets()
    assert (key.label, key.last_day) == ("R8年", date(2026, 12, 31))
    assert not is_due(placed, fy("R8"), View.on(date(2026, 12, 31)))
    assert is_due(placed, fy("R8"), View.on(date(2027, 1, 1)))
    assert assess_year(placed, fy("R8"), View.on(date(2027, 1, 1))).year.label == "R8年"


def test_a_calendar_year_is_the_same_year_to_whoever_looks_it_up() -> None:
    year = FiscalYear.parse("R8年")
    assert (year, year.calendar, hash(year)) == (fy("R8"), True, hash(fy("R8")))
    assert year.plus(1).label == "R9年"
    assert Period.parse("R3年-R7年").label == "R3年-R7年"


def test_half_a_calendar_year_is_half_of_it() -> None:
    judged = judge_year(
        "R8",
        View.on(date(2027, 1, 1)),
        year_kind="calendar",
        aggregation="annual",
        targets={"R8": "100"},
        actuals={"R8": {"value": "50", "span": "R8.1-R8.6"}},
    )
    assert judged.figure is not None
    assert (judged.figure.share, judged.status) == (Fraction(1, 2), "on_track")
