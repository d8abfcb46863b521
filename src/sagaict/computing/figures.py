"""The figure that stands for an indicator in a fiscal year, with the parts it is made of."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from sagaict.computing.view import View
from sagaict.domain.fiscal import FiscalYear, Period
from sagaict.domain.indicator import Actual, ActualState, Indicator

__all__ = ["Figure", "figure_for", "latest_figure", "points"]


@dataclass(frozen=True, slots=True)
class Figure:
    """A result as it is judged: an actual, or for a period total the sum of several.

    `value` is `None` for the states that carry none (評価中, 調査未実施, 評価困難). `missing` are
    the years of a period total that have no value: they are left out, not counted as 0. `state`
    of a sum is that of the values in it.
    """

    year: FiscalYear
    value: Decimal | None
    state: ActualState
    actual: Actual
    parts: tuple[tuple[FiscalYear, Actual], ...] = ()
    missing: tuple[FiscalYear, ...] = ()

    @property
    def is_final(self) -> bool:
        """Whether nothing about it can still change: final, and no part missing."""
        return self.state == "final" and not self.missing


def figure_for(indicator: Indicator, year: FiscalYear, view: View) -> Figure | None:
    """The figure for a target due in `year`: that year's actual, or the period's sum up to it."""
    if not view.sees(year) and indicator.aggregation != "period_total":
        return None
    total = indicator.aggregation == "period_total"
    period = indicator.period_due_in(year) if total else None
    if period is not None:
        return _sum_over(indicator, period, view)
    actual = indicator.actuals.get(year)
    return Figure(year, actual.value, actual.state, actual) if actual else None


def latest_figure(indicator: Indicator, view: View) -> Figure | None:
    """The newest figure in sight; of a period total, the sum so far."""
    if indicator.aggregation == "period_total" and indicator.period_target:
        return _sum_over(indicator, indicator.period_target[0], view)
    years = [year for year in indicator.actuals if view.sees(year)]
    if not years:
        return None
    actual = indicator.actuals[max(years)]
    return Figure(max(years), actual.value, actual.state, actual)


def points(indicator: Indicator, view: View) -> list[tuple[FiscalYear, Decimal]]:
    """The known values by year, oldest first: the trend. Years without a value are left out."""
    return [
        (year, actual.value)
        for year, actual in sorted(indicator.actuals.items())
        if view.sees(year) and actual.value is not None
    ]


def _sum_over(indicator: Indicator, period: Period, view: View) -> Figure | None:
    """Add up what was reported for the years of `period`, newest first.

    An actual whose span covers several fiscal years is their total and stands for all of them.
    """
    parts: list[tuple[FiscalYear, Actual]] = []
    missing: list[FiscalYear] = []
    covered: set[FiscalYear] = set()
    for year in reversed([year for year in period if view.sees(year)]):
        actual = indicator.actuals.get(year)
        if actual is not None and year not in covered:
            parts.append((year, actual))
            if actual.span is not None:
                covered.update(y for y in actual.span.fiscal_years if actual.span.covers(y))
            covered.add(year)
        elif year not in covered:
            missing.append(year)
    if not parts:
        return None
    last_year, last = parts[0]
    values = [actual.value for _, actual in parts if actual.value is not None]
    missing += [year for year, actual in parts if actual.value is None]
    states = [actual.state for _, actual in parts if actual.value is not None or not values]
    state: ActualState = next((state for state in states if state != "final"), "final")
    return Figure(
        last_year,
        sum(values, Decimal(0)) if values else None,
        state,
        last,
        tuple(reversed(parts)),
        tuple(sorted(missing)),
    )
