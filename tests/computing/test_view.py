from __future__ import annotations

from datetime import date

import pytest
from building import fy, plan

from sagaict.computing.membership import is_running
from sagaict.computing.view import View


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
