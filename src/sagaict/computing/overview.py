"""A plan as a whole: its indicators judged, its projects' progress, what is missing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sagaict.computing.assessment import Assessment, Status, assess, is_due
from sagaict.computing.figures import figure_for
from sagaict.computing.membership import belongs, dropped_by
from sagaict.computing.published import PublishedCheck, check_published
from sagaict.computing.selection import Filter, matches
from sagaict.computing.tally import ProgressTally, Tally, tallies, tally_progress
from sagaict.computing.targets import targets_by_year
from sagaict.computing.view import View
from sagaict.domain.fiscal import FiscalYear
from sagaict.domain.plan import Plan
from sagaict.domain.portfolio import Kind, PlacedIndicator, PlacedProject, Portfolio

__all__ = ["Overview", "dropped_indicators", "overview", "unreported_years"]


@dataclass(frozen=True, slots=True)
class Overview:
    """One plan from one view. `assessments` and `projects` are those the filter lets through.

    What was dropped by then is not among them and counts in no tally: `dropped` names it, a project
    standing for its indicators.
    """

    plan: Plan
    view: View
    assessments: tuple[Assessment, ...]
    projects: tuple[PlacedProject, ...]
    published: tuple[PublishedCheck, ...]
    dropped: tuple[PlacedIndicator | PlacedProject, ...] = ()

    @property
    def running(self) -> bool:
        """Whether the plan is in force in the view's year."""
        return self.view.is_running(self.plan)

    @property
    def tallies(self) -> dict[Kind, Tally]:
        """A tally for each kind of indicator shown; goals and outcomes are never merged."""
        return tallies(self.assessments)

    @property
    def progress(self) -> ProgressTally:
        """The tally of its projects' progress."""
        return tally_progress(self.projects, self.view)

    def with_status(self, *statuses: Status) -> list[Assessment]:
        """The assessments that have one of these statuses."""
        return [item for item in self.assessments if item.status in statuses]


def overview(
    portfolio: Portfolio,
    plan: Plan,
    view: View,
    conditions: Filter,
    statuses: frozenset[Status] = frozenset(),
) -> Overview:
    """Judge the plan's indicators that satisfy the conditions and have one of the statuses."""
    indicators = [entry for entry in portfolio.indicators(plan.id) if belongs(entry, view)]
    judged = (assess(entry, view) for entry in indicators)
    chosen = tuple(
        item
        for item in judged
        if matches(item.placed, conditions) and (not statuses or item.status in statuses)
    )
    shown = _holders(item.placed for item in chosen)
    measured = _holders(indicators)
    projects = tuple(
        entry
        for entry in portfolio.projects[plan.id]
        if entry.full_id in shown
        or (
            entry.full_id not in measured
            and belongs(entry, view)
            and _project_matches(entry, conditions, statuses)
        )
    )
    narrowed = bool(statuses) or conditions != Filter()
    published = () if narrowed else tuple(check_published(plan, portfolio, view))
    dropped = () if narrowed else _dropped(plan, portfolio, view)
    return Overview(plan, view, chosen, projects, published, dropped)


def dropped_indicators(portfolio: Portfolio, plan: Plan, view: View) -> list[PlacedIndicator]:
    """The plan's indicators that were dropped by then, alone or with their project."""
    return [entry for entry in portfolio.indicators(plan.id) if dropped_by(entry, view)]


def _dropped(
    plan: Plan, portfolio: Portfolio, view: View
) -> tuple[PlacedIndicator | PlacedProject, ...]:
    projects = [entry for entry in portfolio.projects[plan.id] if dropped_by(entry, view)]
    whole = {entry.full_id for entry in projects}
    single = [
        entry
        for entry in dropped_indicators(portfolio, plan, view)
        if not (entry.placed_project and entry.placed_project.full_id in whole)
    ]
    return (*single, *projects)


def _holders(indicators: Iterable[PlacedIndicator]) -> set[str]:
    """The projects these indicators belong to."""
    return {entry.placed_project.full_id for entry in indicators if entry.placed_project}


def _project_matches(entry: PlacedProject, conditions: Filter, statuses: frozenset[Status]) -> bool:
    """Whether a project without indicators in sight is shown under these conditions."""
    undecided = entry.project.outcome_undecided is not None
    return (
        (not statuses or (undecided and "undecided" in statuses))
        and conditions.kind != "goal"
        and (not conditions.priority or entry.priority)
        and (not conditions.projects or entry.full_id in conditions.projects)
        and (
            not conditions.measures or f"{entry.plan.id}/{entry.measure.id}" in conditions.measures
        )
    )


def unreported_years(placed: PlacedIndicator, view: View) -> list[FiscalYear]:
    """The years whose target is due and for which no figure was ever given."""
    return [
        year
        for year, target in targets_by_year(placed.indicator, view).items()
        if is_due(placed, year, view)
        and not target.undecided
        and figure_for(placed.indicator, year, view) is None
    ]
