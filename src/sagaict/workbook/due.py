"""Which rows there are to fill in: of which indicators, projects and measures, for which years."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field, replace

from sagaict.computing.closure import is_void, is_withdrawn
from sagaict.computing.membership import added_after
from sagaict.computing.selection import Filter, Holder, PlacedMeasure, matches
from sagaict.computing.view import View
from sagaict.cycle.calendar import in_cycle
from sagaict.cycle.deadlines import Deadlines
from sagaict.cycle.figures import figure_tasks
from sagaict.cycle.reviews import is_reviewed_halfway
from sagaict.domain.fiscal import FiscalYear
from sagaict.domain.light import dataclass
from sagaict.domain.plan import Plan
from sagaict.domain.portfolio import PlacedIndicator, PlacedProject, Portfolio
from sagaict.workbook.records import EntryRow, action_row, evaluation_row, result_row

__all__ = ["Choice", "Rows", "rows_for"]


@dataclass(frozen=True, slots=True)
class Choice:
    """What the workbook is wanted for; nothing chosen is everything that is due.

    `years` are asked for whether due or not.
    """

    plans: tuple[str, ...] = ()
    conditions: Filter = field(default_factory=Filter)
    years: frozenset[FiscalYear] = frozenset()


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of each sheet, and the indicators to define."""

    results: tuple[EntryRow, ...]
    actions: tuple[EntryRow, ...]
    evaluations: tuple[EntryRow, ...]

    @property
    def empty(self) -> bool:
        """Whether there is nothing to fill in."""
        return not (self.results or self.actions or self.evaluations)

    @property
    def indicators(self) -> tuple[PlacedIndicator, ...]:
        """The indicators that have a row, in order."""
        found = {row.placed.full_id: row.placed for row in self.results if row.placed}
        return tuple(found.values())


def rows_for(portfolio: Portfolio, view: View, choice: Choice) -> Rows:
    """The rows that are due: the year that has just ended, and what is still owed of earlier ones.

    Once the first half of a year is over, what is reviewed half-yearly has a row for that, too.
    Years asked for take the place of that. Indicators that are computed from others have no row:
    nobody reports them.
    """
    plans = [plan for plan in portfolio.plans.values() if _chosen(plan, view, choice)]
    results = [
        result_row(placed, year, view)
        for plan in plans
        for whole in portfolio.indicators(plan.id)
        if matches(whole, choice.conditions)
        for placed in whole.with_figures
        for year in _result_years(placed, view, choice)
    ]
    of_anyone = replace(choice.conditions, owners=frozenset())
    holders = [
        (holder, year)
        for plan in plans
        for holder, year in _held(plan, portfolio, view, choice)
        if matches(holder, of_anyone)
    ]
    actions = [
        row
        for holder, year in holders
        if isinstance(holder, PlacedProject)
        for number, action in enumerate(holder.project.actions.get(year, ()), start=1)
        if choice.conditions.asks(action.owner or holder.owners)
        and (row := action_row(holder, year, number)) is not None
    ]
    evaluations = [
        evaluation_row(holder, year)
        for holder, year in holders
        if matches(holder, choice.conditions)
    ]
    evaluations += [
        evaluation_row(entry, view.as_of, half=True)
        for plan in plans
        for entry in _halfway(plan, portfolio, view, choice)
    ]
    return Rows(tuple(results), tuple(actions), tuple(evaluations))


def _chosen(plan: Plan, view: View, choice: Choice) -> bool:
    if choice.plans:
        return plan.id in choice.plans
    if choice.years:
        return any(year in plan.period for year in choice.years)
    return in_cycle(plan, view)


def _result_years(placed: PlacedIndicator, view: View, choice: Choice) -> list[FiscalYear]:
    indicator = placed.indicator
    if indicator.derived is not None:
        return []
    ended = view.as_of.plus(-1)
    owed = {
        task.year
        for task in figure_tasks(placed, view, Deadlines())
        if task.year is not None and task.year <= ended
    }
    wanted = {year for year in choice.years or (ended,) if _is_awaited(placed, year)}
    return sorted(wanted if choice.years else wanted | owed)


def _is_awaited(placed: PlacedIndicator, year: FiscalYear) -> bool:
    """Whether a figure of the year belongs to the plan: on the way to a target, or known."""
    indicator = placed.indicator
    late = added_after(placed, year.last_day)
    if year not in placed.plan.period or late or is_void(placed, year):
        return year in indicator.actuals and year in placed.plan.period
    targets = indicator.yearly_targets()
    return year in indicator.actuals or not targets or max(targets) >= year


def _held(
    plan: Plan, portfolio: Portfolio, view: View, choice: Choice
) -> Iterator[tuple[Holder, FiscalYear]]:
    """The projects of a plan, or its measures if it has no projects, with the years asked for."""
    years = sorted(choice.years) or [view.as_of.plus(-1)]
    projects = portfolio.projects[plan.id]
    holders: list[Holder] = list(projects)
    if not projects:
        holders = [PlacedMeasure(plan, goal, measure) for goal, measure in plan.measures()]
    for holder in holders:
        for year in years:
            if year in plan.period and not _is_over(holder, year) and not _is_new(holder, year):
                yield holder, year


def _halfway(
    plan: Plan, portfolio: Portfolio, view: View, choice: Choice
) -> Iterator[PlacedProject]:
    """The projects of which a review of the first half of the running year is to be made now."""
    year = view.as_of
    asked = year in plan.period and (not choice.years or year in choice.years)
    if asked and year.second_half <= view.today and not year.ended_by(view.today):
        for entry in portfolio.projects[plan.id]:
            halfway = is_reviewed_halfway(entry, year) and not _is_over(entry, year)
            if halfway and matches(entry, choice.conditions):
                yield entry


def _is_new(holder: Holder, year: FiscalYear) -> bool:
    """Whether a project was added to the plan only after the year."""
    return isinstance(holder, PlacedProject) and added_after(holder, year.last_day)


def _is_over(holder: Holder, year: FiscalYear) -> bool:
    """Whether a project was given up, or done with, before the year; or dropped by its end."""
    return isinstance(holder, PlacedProject) and (
        is_withdrawn(holder, year)
        or any(
            when < year
            and (said.progress == "cancelled" or said.outlook in ("stop", "merge", "complete"))
            for when, judged in holder.project.evaluations.items()
            for said in (judged.latest,)
        )
    )
