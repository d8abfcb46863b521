"""What an indicator that is not due yet should have reached by now."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from sagaict.computing.targets import target_value, targets_by_year
from sagaict.computing.view import View
from sagaict.domain.fiscal import FiscalYear, Period
from sagaict.domain.indicator import Indicator
from sagaict.domain.number import divide

__all__ = ["Expectation", "expected_in"]

Method = Literal["interim", "line", "line_from_zero", "target_itself"]


@dataclass(frozen=True, slots=True)
class Expectation:
    """The value expected in a year, and how it was found.

    `interim`: a target is set for that very year. `line`: straight from the baseline (`start`, in
    `start_year`) to the target. `line_from_zero`: straight from 0 at the plan's beginning.
    `target_itself`: a level with no known start has no slope, so it is held against the target.
    """

    value: Decimal
    method: Method
    start: Decimal | None = None
    start_year: FiscalYear | None = None
    assumed_start_year: bool = False


def expected_in(
    indicator: Indicator,
    year: FiscalYear,
    due: FiscalYear,
    goal: Decimal,
    plan_period: Period,
    view: View,
) -> Expectation | None:
    """The value expected in `year` of an indicator that should reach `goal` in `due`.

    `None` if it cannot be said. A baseline whose year no document gives is taken to be of the year
    before the plan begins, and marked as assumed.
    """
    interim = targets_by_year(indicator, view).get(year)
    if interim is not None and year != due:
        value = target_value(indicator, year, interim, view).value
        if value is not None:
            return Expectation(value, "interim")
    if year >= due:
        return Expectation(goal, "interim")
    baseline = indicator.baseline
    if indicator.aggregation == "period_total":
        period = indicator.period_target[0] if indicator.period_target else plan_period
        return _line(Decimal(0), period.first.plus(-1), year, due, goal, "line_from_zero")
    if baseline is not None and baseline.value is not None:
        known = baseline.fiscal_year
        start_year = known or plan_period.first.plus(-1)
        line = _line(baseline.value, start_year, year, due, goal, "line", assumed=known is None)
        if line is not None:
            return line
    if indicator.aggregation == "cumulative":
        return _line(Decimal(0), plan_period.first.plus(-1), year, due, goal, "line_from_zero")
    return Expectation(goal, "target_itself")


def _line(
    start: Decimal,
    start_year: FiscalYear,
    year: FiscalYear,
    due: FiscalYear,
    goal: Decimal,
    method: Method,
    *,
    assumed: bool = False,
) -> Expectation | None:
    whole = due.start - start_year.start
    passed = year.start - start_year.start
    if whole <= 0 or passed < 0:
        return None
    value = start + divide((goal - start) * passed, Decimal(whole))
    return Expectation(value, method, start, start_year, assumed)
