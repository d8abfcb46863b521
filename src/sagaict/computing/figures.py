"""The figure that stands for an indicator in a fiscal year."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from sagaict.computing.status import Gap
from sagaict.computing.totals import added_up, gaps_of
from sagaict.computing.view import View
from sagaict.domain.fiscal import FiscalYear, Period, Span
from sagaict.domain.indicator import ActualState, Indicator
from sagaict.domain.light import dataclass
from sagaict.domain.results import Actual

__all__ = ["Actuals", "Figure", "figure_for", "in_sight", "latest_figure", "single_figure", "trend"]

Actuals = Mapping[FiscalYear, Actual]


@dataclass(frozen=True, slots=True)
class Figure:
    """A result as it is judged: an actual, or for a period total the sum of several.

    `value` is `None` for the states that carry none (評価中, 調査未実施, 評価困難). `gaps` are the
    years of a period total that have no value: they are left out, not counted as 0. `state` of a
    sum is that of the values in it; `certain` is what its final parts come to by themselves.
    `share` is the part of its (last) year it covers, where that is not the whole. `running` is the
    running total of which it is what the last year added.
    """

    year: FiscalYear
    value: Decimal | None
    state: ActualState
    actual: Actual
    parts: tuple[tuple[FiscalYear, Actual], ...] = ()
    gaps: tuple[Gap, ...] = ()
    certain: Decimal | None = None
    share: Fraction | None = None
    running: Decimal | None = None

    def gaps_by(self, year: FiscalYear) -> tuple[Gap, ...]:
        """The years up to that one which it lacks."""
        return tuple(gap for gap in self.gaps if isinstance(gap.of, str) or gap.of <= year)

    @property
    def is_final(self) -> bool:
        """Whether nothing about it can still change: final, of a whole year, no part missing."""
        return self.state == "final" and not self.gaps and self.share is None


def in_sight(indicator: Indicator, view: View) -> Actuals:
    """The actuals the view knows; of late statistics, those that had come out by its day."""
    return {
        year: actual
        for year, actual in indicator.actuals.items()
        if _is_reached(actual, view)
        or (view.sees(year) and (indicator.latest is None or _is_out(year, actual, view)))
    }


def _is_reached(actual: Actual, view: View) -> bool:
    """Whether a target in words was reached by then, however far ahead it lies."""
    when = actual.as_of
    return actual.state == "reached" and when is not None and when.first_day <= view.day


def _is_out(year: FiscalYear, actual: Actual, view: View) -> bool:
    if actual.published is not None:
        return actual.published.last_day <= view.day
    return view.is_due(year)


def _standing_for(
    indicator: Indicator, year: FiscalYear, actuals: Actuals, view: View
) -> FiscalYear:
    """The year whose figure a target of `year` is judged on: of late statistics the newest known.

    That the year itself cannot be assessed is its own answer.
    """
    own = actuals.get(year)
    said = own is not None and (own.value is not None or own.state == "not_assessable")
    if indicator.latest is None or said:
        return year
    oldest = _oldest(indicator.latest, year, view)
    valued = [each for each, actual in actuals.items() if actual.value is not None]
    return max((each for each in valued if oldest <= each < year), default=year)


def _oldest(years: int, year: FiscalYear, view: View) -> FiscalYear:
    return min(year, view.as_of).plus(-years)


def figure_for(
    indicator: Indicator, year: FiscalYear, view: View, known: Actuals | None = None
) -> Figure | None:
    """The figure for a target due in `year`: that year's actual, or the period's sum up to it.

    `known` are the actuals to go by instead of its own: those of a derived indicator.
    """
    actuals = in_sight(indicator, view) if known is None else known
    year = indicator.year(year)
    period = indicator.period_due_in(year) if indicator.aggregation == "period_total" else None
    if period is not None:
        return _total(period, actuals, view)
    found = _standing_for(indicator, year, actuals, view)
    return _of_year(indicator, found, actuals) if found in actuals else None


def latest_figure(
    indicator: Indicator,
    view: View,
    known: Actuals | None = None,
    *,
    since: FiscalYear | None = None,
    until: FiscalYear | None = None,
) -> Figure | None:
    """The newest figure with a value, else the newest entry; of a period's total, the sum so far.

    With `since` and `until`, nothing older or newer than these years; of late statistics, nothing
    older than they may be.
    """
    if indicator.latest is not None:
        oldest = _oldest(indicator.latest, until or view.as_of, view)
        since = max(since or oldest, oldest)
    actuals = in_sight(indicator, view) if known is None else known
    period = _period_until(indicator, until)
    if period is not None:
        return _total(period, actuals, view)
    years = [
        year
        for year in actuals
        if (since is None or since <= year) and (until is None or year <= until)
    ]
    valued = [year for year in years if actuals[year].value is not None]
    newest = max(valued or years, default=None)
    return _of_year(indicator, newest, actuals) if newest is not None else None


def _period_until(indicator: Indicator, until: FiscalYear | None) -> Period | None:
    """The period whose total falls due in a year; where none is named, that of the last total."""
    if indicator.aggregation != "period_total":
        return None
    if until is not None:
        return indicator.period_due_in(indicator.year(until))
    return indicator.period_target[0] if indicator.period_target else None


def _of_year(indicator: Indicator, year: FiscalYear, actuals: Actuals) -> Figure:
    """The figure of one year; of a running total, what the year added to those before it.

    Where a year before it is not known, what this one added cannot be told.
    """
    actual = actuals[year]
    span, total = actual.span, actual.value
    runs = span is not None and span.first_day < year.first_day
    if indicator.aggregation != "period_total" or not runs or span is None or total is None:
        return single_figure(indicator, year, actual)
    before = {each: entry for each, entry in actuals.items() if _lies_before(each, year, span)}
    taken = added_up(before)
    wanted = [each for each in span.fiscal_years if each < year]
    if gaps_of(wanted, year, before, taken):
        return Figure(year, None, "not_assessable", actual, running=total)
    parts = [actual, *taken.values()]
    value = total - sum((each.value or Decimal(0) for each in taken.values()), Decimal(0))
    state: ActualState = next((each.state for each in parts if not each.is_final), "final")
    return Figure(
        year,
        value,
        state,
        replace(actual, value=value, state=state, span=None),
        certain=value if state == "final" else None,
        share=_part_of(year, actual, from_start=True),
        running=total,
    )


def _lies_before(year: FiscalYear, last: FiscalYear, span: Span) -> bool:
    return year < last and span.first_day <= year.first_day


def single_figure(indicator: Indicator, year: FiscalYear, actual: Actual) -> Figure:
    """The figure of one entry, by itself."""
    return Figure(
        year,
        actual.value,
        actual.state,
        actual,
        certain=actual.value if actual.state == "final" else None,
        share=_share(indicator, year, actual),
    )


def _total(period: Period, actuals: Actuals, view: View) -> Figure | None:
    """The sum of what was reported for the years of `period`.

    A year of it without a value is a gap, unless it is still running or lies ahead.
    """
    entries = {year: actuals[year] for year in period if year in actuals}
    if not entries:
        return None
    newest, over = max(entries), view.is_due(period.last)
    taken = added_up(entries)
    wanted = [year for year in period if year <= newest or view.is_due(year)]
    gaps = gaps_of(wanted, period.last if over else newest, entries, taken)
    absent = {gap.of for gap in gaps}
    values = {year: actual.value for year, actual in taken.items() if actual.value is not None}
    certain = [values[year] for year, actual in taken.items() if actual.state == "final"]
    shown = {year: actual for year, actual in entries.items() if year in taken or year in absent}
    states = [actual.state for _, actual in sorted((taken or shown).items(), reverse=True)]
    last = taken.get(newest)
    return Figure(
        newest,
        sum(values.values(), Decimal(0)) if values else None,
        next((state for state in states if state != "final"), "final"),
        entries[newest],
        tuple(shown.items()),
        gaps,
        sum(certain, Decimal(0)) if certain else None,
        _part_of(newest, last) if last and not (over and newest != period.last) else None,
    )


def _share(indicator: Indicator, year: FiscalYear, actual: Actual) -> Fraction | None:
    """The part of its year that a flow's figure covers; `None` for the whole of it, and a level.

    A level is the year's figure on whatever day it was taken. A cumulative figure began long ago:
    what counts is how much of the year has passed.
    """
    if indicator.aggregation == "level":
        return None
    return _part_of(year, actual, from_start=indicator.aggregation == "cumulative")


def _part_of(year: FiscalYear, actual: Actual, *, from_start: bool = False) -> Fraction | None:
    """The part of the year its span covers, whichever end of it is missing.

    A final figure that begins late is no more the whole year's than one that ends early.
    """
    span = actual.span
    if span is None:
        return None
    begin = year.first_day if from_start else span.first_day
    if begin <= year.first_day and span.last_day >= year.last_day:
        return None
    return year.share_between(begin, span.last_day)


def trend(indicator: Indicator, view: View) -> list[Decimal]:
    """The values that can stand side by side, oldest first: of single, whole years.

    What covers several years or a part of one is left out, as is what has no value.
    """
    known = {
        year: actual.value
        for year, actual in sorted(in_sight(indicator, view).items())
        if actual.value is not None and _is_of_one_year(indicator, year, actual)
    }
    baseline = indicator.baseline
    if baseline is None or baseline.value is None or baseline.years > 1:
        return list(known.values())
    start = baseline.fiscal_year
    if start in known:
        return list(known.values())
    older = [value for year, value in known.items() if start and year < start]
    newer = [value for year, value in known.items() if not start or year > start]
    return [*older, baseline.value, *newer]


def _is_of_one_year(indicator: Indicator, year: FiscalYear, actual: Actual) -> bool:
    if indicator.aggregation in ("level", "cumulative"):
        return True
    several = actual.span is not None and actual.span.fiscal_years.years > 1
    return not several and _part_of(year, actual) is None
