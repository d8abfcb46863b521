"""Figures that are to come, to be confirmed, or to be explained."""

from __future__ import annotations

from collections.abc import Iterator

from sagaict.computing.closure import is_closed, is_unjudged, is_void
from sagaict.computing.explanation import explanation
from sagaict.computing.figures import single_figure
from sagaict.computing.judging import assess_year
from sagaict.computing.membership import added_after
from sagaict.computing.targets import targets_by_year
from sagaict.computing.view import View
from sagaict.cycle.deadlines import Deadlines
from sagaict.cycle.task import Task, TaskKind
from sagaict.domain.fiscal import FiscalYear, Period
from sagaict.domain.indicator import Indicator
from sagaict.domain.portfolio import PlacedIndicator
from sagaict.domain.results import Actual
from sagaict.domain.times import covers

__all__ = ["figure_tasks", "remark_tasks"]


def figure_tasks(placed: PlacedIndicator, view: View, deadlines: Deadlines) -> Iterator[Task]:
    """A figure for every year with a target, for every year of a total, and on the way to a target.

    A final one of the whole year ends it. On the way the year that ended last is asked for: an
    older one says nothing more of how things stand.

    What is known provisionally or as an estimate is to be confirmed, target or not. An indicator
    computed from others has nobody to report it, and of one that is judged by its parts, these are.
    """
    indicator = placed.indicator
    if indicator.derived is not None or indicator.is_split:
        return
    for year, total in sorted(_awaited(placed, view).items()):
        actual = indicator.actuals.get(year)
        open_ = _is_partial(indicator, year) or is_unjudged(indicator, year)
        over = (is_closed(actual) and not open_) or is_void(placed, year)
        over = over or _is_decided(placed, year, view)
        # A total wants all of its years, those before the indicator was added to the plan too.
        asked = total is not None or not added_after(placed, year.last_day)
        if asked and not over:
            kind: TaskKind = "confirm" if _has_value(actual) else "figure"
            yield _task(placed, kind, year, deadlines, actual, total)


def remark_tasks(placed: PlacedIndicator, view: View, deadlines: Deadlines) -> Iterator[Task]:
    """A remark for every target that was missed and for which nothing says why."""
    for year in targets_by_year(placed.indicator, view):
        judged = assess_year(placed, year, view)
        if judged.status != "unmet" or judged.figure is None:
            continue
        if not explanation(judged):
            yield _task(placed, "remark", year, deadlines, judged.figure.actual, None)


def _task(
    placed: PlacedIndicator,
    kind: TaskKind,
    year: FiscalYear,
    deadlines: Deadlines,
    actual: Actual | None,
    total: Period | None,
) -> Task:
    # Late statistics are not there before the year that they may be late by is over.
    late = placed.indicator.latest or 0 if kind == "figure" else 0
    opens = year.plus(1 + late).first_day
    own = placed.indicator.figures_due or deadlines.figures_due
    step = deadlines.yearly_review if kind == "remark" else own
    holder = placed.holder.title
    return Task(
        kind=kind,
        plan=placed.plan,
        full_id=placed.full_id,
        title=f"{holder} / {placed.indicator.name}",
        owners=placed.owners,
        year=year,
        opens=opens,
        deadline=step.from_day(opens),
        indicator=placed.indicator,
        actual=actual,
        total=total,
    )


def _awaited(placed: PlacedIndicator, view: View) -> dict[FiscalYear, Period | None]:
    """The years of which a figure is wanted, with the period of the total it is a part of."""
    indicator = placed.indicator
    years: dict[FiscalYear, Period | None] = dict.fromkeys(_on_the_way(placed, view))
    years |= {year: None for year, actual in indicator.actuals.items() if _has_value(actual)}
    years |= {
        year: None for year, target in targets_by_year(indicator, view).items() if target.aims
    }
    for key, target in indicator.targets.items():
        if isinstance(key, Period) and target.aims:
            covered = _covered(indicator)
            years |= {year: key for year in key if year not in covered}
            years = {year: total for year, total in years.items() if year not in covered}
    return years


def _on_the_way(placed: PlacedIndicator, view: View) -> Iterator[FiscalYear]:
    """The year that ended last and the one that runs, while a number to be reached lies ahead.

    Not where a newer figure is known.
    """
    if placed.plan.transcribed:
        return
    targets = targets_by_year(placed.indicator, view)
    aims = [year for year, each in targets.items() if each.aims and each.words is None]
    for fiscal in (view.as_of.plus(-1), view.as_of):
        year = placed.indicator.year(fiscal)
        ahead = any(year < aim for aim in aims)
        newer = any(later > year for later in placed.indicator.actuals)
        if ahead and not newer and fiscal in placed.plan.period:
            yield year


def _covered(indicator: Indicator) -> set[FiscalYear]:
    """The years that stand in the figure of another one, which is the sum of several."""
    return {
        year
        for filed, actual in indicator.actuals.items()
        if actual.span is not None
        for year in actual.span.fiscal_years
        if year != filed and covers(actual.span, year) and year not in indicator.actuals
    }


def _is_decided(placed: PlacedIndicator, year: FiscalYear, view: View) -> bool:
    """Whether the target of the year was judged on an older figure, as late statistics may be."""
    indicator = placed.indicator
    if indicator.latest is None or year in indicator.actuals or not view.is_due(year):
        return False
    return assess_year(placed, year, view).reason.why in ("reached", "missed")


def _is_partial(indicator: Indicator, year: FiscalYear) -> bool:
    """Whether the figure is of a part of the year: the rest is still to come."""
    actual = indicator.actuals.get(year)
    return actual is not None and single_figure(indicator, year, actual).share is not None


def _has_value(actual: Actual | None) -> bool:
    return actual is not None and actual.value is not None
