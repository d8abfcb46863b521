"""The judgement on one indicator: its target, figure, rates and status, seen from a view."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, get_args

from sagaict.computing.closure import is_withdrawn
from sagaict.computing.expectation import Expectation, expected_in
from sagaict.computing.figures import Figure, figure_for, latest_figure
from sagaict.computing.rates import achievement_rate, is_met, progress_rate
from sagaict.computing.targets import AimedAt, target_value, targets_by_year
from sagaict.computing.view import View
from sagaict.domain.fiscal import FiscalYear
from sagaict.domain.portfolio import PlacedIndicator

__all__ = ["STATUSES", "Assessment", "Status", "assess", "assess_year", "is_due", "reported_years"]

Status = Literal[
    "met",
    "unmet",
    "on_track",
    "behind",
    "pending",
    "not_reported",
    "not_due",
    "undecided",
    "not_assessable",
]
STATUSES: tuple[Status, ...] = get_args(Status)


@dataclass(frozen=True, slots=True)
class Assessment:
    """One indicator in one fiscal year. Rates are in percent, unrounded.

    `year` is the year of the target judged (or, where no target is set, of the figure). `figure`
    is what it is judged by; `latest` the newest figure known, which may be of an earlier year.
    """

    placed: PlacedIndicator
    year: FiscalYear
    aimed: AimedAt | None
    due: bool
    figure: Figure | None
    latest: Figure | None
    expected: Expectation | None
    achievement_rate: Decimal | None
    progress_rate: Decimal | None
    status: Status


def assess(placed: PlacedIndicator, view: View) -> Assessment:
    """Judge the indicator as it stands: by its latest target due, else by the next one ahead."""
    years = list(targets_by_year(placed.indicator, view))
    due = [year for year in years if is_due(placed, year, view)]
    ahead = [year for year in years if year not in due]
    if due:
        return assess_year(placed, due[-1], view)
    if ahead:
        return assess_year(placed, ahead[0], view, by_latest=True)
    latest = latest_figure(placed.indicator, view)
    year = latest.year if latest else view.as_of
    return Assessment(placed, year, None, False, latest, latest, None, None, None, "undecided")


def is_due(placed: PlacedIndicator, year: FiscalYear, view: View) -> bool:
    """Whether a target of `year` should have been reached by now.

    It never falls due once the indicator was dropped or its plan superseded.
    """
    return view.is_due(year) and not is_withdrawn(placed, year)


def reported_years(placed: PlacedIndicator, view: View) -> list[FiscalYear]:
    """The years in which the indicator has a target or an actual; a period total has one."""
    indicator = placed.indicator
    targets = set(targets_by_year(indicator, view))
    if indicator.aggregation == "period_total" and targets:
        return sorted(targets)
    return sorted(targets | set(indicator.actuals))


def assess_year(
    placed: PlacedIndicator, year: FiscalYear, view: View, *, by_latest: bool = False
) -> Assessment:
    """Judge one fiscal year of the indicator.

    `by_latest` judges a target that lies ahead by the newest figure instead of by that year's.
    """
    indicator = placed.indicator
    target = targets_by_year(indicator, view).get(year)
    due = target is not None and is_due(placed, year, view)
    latest = latest_figure(indicator, view)
    figure = latest if by_latest and not due else figure_for(indicator, year, view)
    aimed = target_value(indicator, year, target, view) if target else None
    goal_year, goal = _goal(placed, year, aimed, view)
    expected = None
    if goal_year is not None and goal is not None and figure is not None and not due:
        expected = expected_in(indicator, figure.year, goal_year, goal, placed.plan.period, view)
    rate, progress = _rates(placed, figure, aimed.value if aimed else None)
    status = _status(placed, aimed, figure, expected, due=due)
    return Assessment(placed, year, aimed, due, figure, latest, expected, rate, progress, status)


def _goal(
    placed: PlacedIndicator, year: FiscalYear, aimed: AimedAt | None, view: View
) -> tuple[FiscalYear | None, Decimal | None]:
    """The target a figure is on its way to: this year's, else the next one that is a number."""
    if aimed is not None:
        return year, aimed.value
    for later, target in targets_by_year(placed.indicator, view).items():
        if later > year:
            value = target_value(placed.indicator, later, target, view).value
            if value is not None:
                return later, value
    return None, None


def _rates(
    placed: PlacedIndicator, figure: Figure | None, target: Decimal | None
) -> tuple[Decimal | None, Decimal | None]:
    if figure is None or figure.value is None or target is None:
        return None, None
    indicator = placed.indicator
    rate = achievement_rate(figure.value, target, indicator.direction)
    baseline = indicator.baseline.value if indicator.baseline else None
    # A period total starts from nothing; its baseline is the total of another period.
    if baseline is None or indicator.aggregation == "period_total":
        return rate, None
    return rate, progress_rate(figure.value, baseline, target)


def _status(
    placed: PlacedIndicator,
    aimed: AimedAt | None,
    figure: Figure | None,
    expected: Expectation | None,
    *,
    due: bool,
) -> Status:
    if aimed is not None and aimed.target.undecided:
        return "undecided"
    if figure is not None and figure.value is None:
        return "pending" if figure.state == "pending" else "not_assessable"
    if due and aimed is not None:
        return _status_when_due(placed, aimed, figure)
    return _status_on_the_way(placed, aimed, figure, expected)


def _status_on_the_way(
    placed: PlacedIndicator,
    aimed: AimedAt | None,
    figure: Figure | None,
    expected: Expectation | None,
) -> Status:
    if figure is None or figure.value is None:
        return "not_due"
    if expected is None:
        return "undecided" if aimed is None else "not_assessable"
    if is_met(figure.value, expected.value, placed.indicator.direction):
        return "on_track"
    # A total with gaps up to its last figure is short of what is not known, not of its target.
    gaps = [gap for gap in figure.missing if gap <= figure.year]
    if not gaps:
        return "behind"
    return "pending" if _are_awaited(gaps, figure) else "not_assessable"


def _status_when_due(placed: PlacedIndicator, aimed: AimedAt, figure: Figure | None) -> Status:
    if figure is None or figure.value is None:
        return "not_reported"
    if aimed.value is None:
        return "not_assessable"
    direction = placed.indicator.direction
    met = is_met(figure.value, aimed.value, direction)
    # Years without a value can only add to a total: once it is enough (or too much), it stays so.
    settled = not figure.missing or met == (direction == "increase")
    if not settled:
        return "pending" if _are_awaited(figure.missing, figure) else "not_reported"
    if figure.state != "final":
        return "on_track" if met else "behind"
    return "met" if met else "unmet"


def _are_awaited(gaps: Iterable[FiscalYear], total: Figure) -> bool:
    """Whether every year a total lacks is being evaluated (評価中), rather than not reported."""
    return {year for year, part in total.parts if part.state == "pending"}.issuperset(gaps)
