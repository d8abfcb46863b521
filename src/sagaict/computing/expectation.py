"""What an indicator that is not due yet should have reached by now."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from sagaict.computing.rates import Asked
from sagaict.computing.targets import AimedAt, target_value, targets_by_year
from sagaict.computing.view import View
from sagaict.domain.fiscal import FiscalYear, Period
from sagaict.domain.indicator import Indicator
from sagaict.domain.light import dataclass
from sagaict.domain.number import divide
from sagaict.domain.portfolio import PlacedIndicator
from sagaict.domain.results import Baseline
from sagaict.domain.words import Direction

__all__ = ["Expectation", "expected_in", "first_judged", "is_hold", "starting_point"]

Method = Literal[
    "interim", "years", "line", "line_from_zero", "target_itself", "hold", "comparison"
]


@dataclass(frozen=True, slots=True)
class Expectation:
    """The value expected in a year, and how it was found.

    `interim`: a target is set for that very year. `years`: the targets of the years of a total, as
    far as they are over, added up. `line`: straight from the baseline (`start`, in
    `start_year`) to the target. `line_from_zero`: straight from 0 at the plan's beginning.
    `target_itself`: a level with no known start has no slope, so it is held against the target.
    `hold`: the target is to be kept, as declared or since the baseline meets it already.
    `comparison`: what the target's relation comes to with the comparison of that very year.
    `strict`: only more (or less) than the value does, as of the target that it is. `share` is the
    part of the year the figure covers, `whole` what was expected of the whole year then.
    """

    value: Decimal
    method: Method
    start: Decimal | None = None
    start_year: FiscalYear | None = None
    assumed_start_year: bool = False
    share: Fraction | None = None
    whole: Decimal | None = None
    strict: bool = False

    def asked(self, direction: Direction) -> Asked:
        """What it asks of a figure."""
        return Asked(self.value, direction, self.strict)


@dataclass(frozen=True, slots=True)
class _Start:
    """From where a straight line runs; `assumed` if no document gives the year."""

    value: Decimal
    year: FiscalYear
    assumed: bool = False


def starting_point(placed: PlacedIndicator) -> Baseline | None:
    """The baseline, if the figures can be measured from it.

    A total starts at 0, whatever an earlier period came to; and a value of several years is no
    starting point for single ones.
    """
    indicator, baseline = placed.indicator, placed.indicator.baseline
    if baseline is None or baseline.value is None or baseline.years > 1:
        return None
    return None if indicator.aggregation == "period_total" else baseline


def first_judged(placed: PlacedIndicator) -> FiscalYear:
    """The first year whose figure tells of a way made: that of the baseline, else of the plan.

    Of late statistics, what was known as the plan began.
    """
    indicator, baseline = placed.indicator, placed.indicator.baseline
    if baseline is None or baseline.value is None:
        return indicator.year(placed.plan.period.first).plus(-(indicator.latest or 0))
    return _start(placed, baseline, baseline.value).year


def is_hold(placed: PlacedIndicator, goal: AimedAt) -> bool:
    """Whether the target is to be kept, so that no way leads to it.

    It is if that is declared, or if the baseline meets it already. A total has a way to go anyway.
    """
    indicator, baseline = placed.indicator, starting_point(placed)
    asked = goal.asked(indicator.direction)
    if asked is None:
        return False
    if indicator.hold and indicator.aggregation in ("level", "annual"):
        return True
    return baseline is not None and baseline.value is not None and asked.is_met_by(baseline.value)


def expected_in(
    placed: PlacedIndicator,
    year: FiscalYear,
    due: FiscalYear,
    goal: AimedAt,
    view: View,
    share: Fraction | None = None,
) -> Expectation | None:
    """The value expected in `year` of an indicator that should reach `goal` in `due`.

    With a `share`, of a figure that covers only that part of the year: of an annual figure, the
    share of what is expected of the year; else what was expected at the year's beginning and that
    share of the year's step. `None` if it cannot be said.
    """
    whole = _expected_in(placed, year, due, goal, view)
    if whole is None or share is None or whole.method == "hold":
        return whole
    start = Decimal(0)
    if placed.indicator.aggregation_in(due) != "annual":
        before = _expected_in(placed, year.plus(-1), due, goal, view)
        start = before.value if before else whole.start or Decimal(0)
    value = start + _part(whole.value - start, share)
    return replace(whole, value=value, share=share, whole=whole.value)


def _part(value: Decimal, share: Fraction) -> Decimal:
    return divide(value * share.numerator, Decimal(share.denominator))


def _expected_in(
    placed: PlacedIndicator, year: FiscalYear, due: FiscalYear, goal: AimedAt, view: View
) -> Expectation | None:
    stated = _stated(placed.indicator, year, due, goal, view)
    if stated is not None or year >= due or goal.value is None:
        return stated
    return _on_the_way(placed, year, due, goal, goal.value)


def _stated(
    indicator: Indicator, year: FiscalYear, due: FiscalYear, goal: AimedAt, view: View
) -> Expectation | None:
    """What targets say of the very year: one set for it, or a relation to its comparison."""
    relative, found = goal.target.relative, None
    if year != due:
        found = _on_the_year(indicator, year, indicator.period_due_in(due), view)
    if found is None and year >= due:
        found = _as_target(goal, "interim")
    elif found is None and relative is not None and relative.to == "comparison":
        found = _as_target(target_value(indicator, year, goal.target, view), "comparison")
    return found


def _set_for(indicator: Indicator, year: FiscalYear, view: View) -> Expectation | None:
    """The target of the year itself, if there is one that comes to a number."""
    target = targets_by_year(indicator, view).get(year)
    if target is None:
        return None
    return _as_target(target_value(indicator, year, target, view), "interim")


def _on_the_year(
    indicator: Indicator, year: FiscalYear, period: Period | None, view: View
) -> Expectation | None:
    """What is set for a year on the way to a target; `period` is that of a total.

    A total should have come to that of a shorter period, or to those of its years added up, which
    begin with it. `None` where nothing is set for one of its years.
    """
    if period is None:
        return _set_for(indicator, year, view)
    shorter = indicator.period_due_in(year)
    if shorter is not None:
        return _set_for(indicator, year, view) if shorter.first == period.first else None
    found = [_set_for(indicator, each, view) for each in period if each <= year]
    values = [each.value for each in found if each is not None]
    if not values or len(values) < len(found):
        return None
    return Expectation(sum(values, Decimal(0)), "years")


def _on_the_way(
    placed: PlacedIndicator, year: FiscalYear, due: FiscalYear, goal: AimedAt, value: Decimal
) -> Expectation | None:
    """What the way to a target that comes to `value` asks of a year before it."""
    indicator = placed.indicator
    if is_hold(placed, goal):
        return _as_target(goal, "hold")
    baseline = starting_point(placed)
    if baseline is not None and baseline.value is not None:
        return _line(_start(placed, baseline, baseline.value), year, due, value, "line")
    if indicator.aggregation_in(due) in ("period_total", "cumulative"):
        period = indicator.period_due_in(due)
        first = period.first if period else indicator.year(placed.plan.period.first)
        return _line(_Start(Decimal(0), first.plus(-1)), year, due, value, "line_from_zero")
    return _as_target(goal, "target_itself")


def _as_target(aimed: AimedAt, method: Method) -> Expectation | None:
    """A target as what is expected; `None` if what it comes to is not known."""
    if aimed.value is None:
        return None
    return Expectation(aimed.value, method, strict=aimed.target.strict)


def _start(placed: PlacedIndicator, baseline: Baseline, value: Decimal) -> _Start:
    """The baseline in its year; where no document gives one, in the last year it can be of.

    That is the year before the plan begins, as a plan is drafted in it; but of a yearly count, the
    last year that was over when the document came out: none knows the total of a running year.
    """
    if baseline.fiscal_year is not None:
        return _Start(value, baseline.fiscal_year)
    last = placed.indicator.year(placed.plan.period.first).plus(-1)
    if placed.indicator.aggregation == "annual":
        document = placed.plan.document_of(baseline.source or placed.source)
        published = document.came_out if document else None
        drafted = published.fiscal_year if published else last
        last = min(last, drafted.plus(-1))
    return _Start(value, last, assumed=True)


def _line(
    start: _Start, year: FiscalYear, due: FiscalYear, goal: Decimal, method: Method
) -> Expectation | None:
    whole = due.number - start.year.number
    passed = year.number - start.year.number
    if whole <= 0 or passed < 0:
        return None
    value = start.value + divide((goal - start.value) * passed, Decimal(whole))
    return Expectation(value, method, start.value, start.year, start.assumed)
