"""A plan as a whole: its indicators judged, its projects' progress, what is missing."""

from __future__ import annotations

from dataclasses import dataclass

from sagaict.computing.assessment import Assessment, Status, assess
from sagaict.computing.figures import figure_for
from sagaict.computing.published import PublishedCheck, check_published
from sagaict.computing.selection import Filter, matches
from sagaict.computing.tally import ProgressTally, Tally, tallies, tally_progress
from sagaict.computing.targets import targets_by_year
from sagaict.computing.view import View
from sagaict.domain.fiscal import FiscalYear
from sagaict.domain.plan import Plan
from sagaict.domain.portfolio import Kind, PlacedIndicator, PlacedProject, Portfolio

__all__ = ["Overview", "overview", "unreported_years"]


@dataclass(frozen=True, slots=True)
class Overview:
    """One plan from one view. `assessments` and `projects` are those the filter lets through."""

    plan: Plan
    view: View
    assessments: tuple[Assessment, ...]
    projects: tuple[PlacedProject, ...]
    published: tuple[PublishedCheck, ...]

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
    judged = (assess(entry, view) for entry in portfolio.indicators(plan.id))
    chosen = tuple(
        item
        for item in judged
        if matches(item.placed, conditions) and (not statuses or item.status in statuses)
    )
    with_indicators = {
        item.placed.placed_project.full_id for item in chosen if item.placed.placed_project
    }
    projects = tuple(
        entry
        for entry in portfolio.projects[plan.id]
        if entry.full_id in with_indicators
        or (not entry.project.outcome_indicators and _project_matches(entry, conditions, statuses))
    )
    narrowed = bool(statuses) or conditions != Filter()
    published = () if narrowed else tuple(check_published(plan, portfolio, view))
    return Overview(plan, view, chosen, projects, published)


def _project_matches(entry: PlacedProject, conditions: Filter, statuses: frozenset[Status]) -> bool:
    """Whether a project without indicators is shown under these conditions."""
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
        if view.is_due(year)
        and not target.undecided
        and figure_for(placed.indicator, year, view) is None
    ]
