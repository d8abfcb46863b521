"""A plan as a whole: its indicators judged, its projects' progress, what is missing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sagaict.computing.assessment import Assessment
from sagaict.computing.judging import assess, assess_year
from sagaict.computing.membership import belongs, dropped_by, is_running
from sagaict.computing.published import PublishedCheck, check_published
from sagaict.computing.selection import Filter, matches
from sagaict.computing.status import Status
from sagaict.computing.tally import ProgressTally, Tally, tallies, tally_progress
from sagaict.computing.targets import targets_by_year
from sagaict.computing.view import View
from sagaict.domain.fiscal import FiscalYear
from sagaict.domain.light import dataclass
from sagaict.domain.plan import Plan
from sagaict.domain.portfolio import Kind, PlacedIndicator, PlacedProject, Portfolio

__all__ = [
    "Listing",
    "Overview",
    "dropped_indicators",
    "listing",
    "overview",
    "unreported_years",
]


@dataclass(frozen=True, slots=True)
class Overview:
    """One plan from one view, whole: no filter changes it, nor what is counted in it.

    What was dropped by then is not among `assessments` and `projects` and counts in no tally:
    `dropped` names it, a project standing for its indicators.
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
        return is_running(self.plan, self.view)

    @property
    def tallies(self) -> dict[Kind, Tally]:
        """A tally for each kind of indicator; goals and outcomes are never merged."""
        return tallies(self.assessments)

    @property
    def progress(self) -> ProgressTally:
        """The tally of its projects' progress."""
        return tally_progress(self.projects, self.view)


@dataclass(frozen=True, slots=True)
class Listing:
    """What of a plan is listed under conditions; its tallies remain those of the `whole`."""

    whole: Overview
    assessments: tuple[Assessment, ...]
    projects: tuple[PlacedProject, ...]

    def with_status(self, *statuses: Status) -> list[Assessment]:
        """The listed assessments that have one of these statuses."""
        return [item for item in self.assessments if item.status in statuses]


def overview(portfolio: Portfolio, plan: Plan, view: View) -> Overview:
    """Judge every indicator that belongs to the plan."""
    return Overview(
        plan,
        view,
        tuple(
            assess(entry, view) for entry in portfolio.indicators(plan.id) if belongs(entry, view)
        ),
        tuple(entry for entry in portfolio.projects[plan.id] if belongs(entry, view)),
        tuple(check_published(plan, portfolio, view)),
        _dropped(plan, portfolio, view),
    )


def listing(whole: Overview, conditions: Filter) -> Listing:
    """What satisfies the conditions; a project with what it holds."""
    statuses = conditions.statuses
    chosen = tuple(
        item
        for item in whole.assessments
        if matches(item.placed, conditions) and (not statuses or item.status in statuses)
    )
    shown = _holders(item.placed for item in chosen)
    measured = _holders(item.placed for item in whole.assessments)
    projects = tuple(
        entry
        for entry in whole.projects
        if entry.full_id in shown
        or (entry.full_id not in measured and _project_matches(entry, conditions))
    )
    return Listing(whole, chosen, projects)


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


def _project_matches(entry: PlacedProject, conditions: Filter) -> bool:
    """Whether a project without indicators in sight is shown under these conditions."""
    statuses = conditions.statuses
    undecided = entry.project.outcome_undecided is not None
    return (
        (not statuses or (undecided and "undecided" in statuses))
        and conditions.kind != "goal"
        and matches(entry, replace(conditions, kind=None))
    )


def unreported_years(assessment: Assessment, view: View) -> list[FiscalYear]:
    """The years of whose figure an indicator that is not reported has none, as a whole or in part.

    Those of a total are the years it lacks; else those whose target is due.
    """
    if assessment.parts:
        missing = [each for each in assessment.parts if each.status == "not_reported"]
        return sorted({year for each in missing for year in unreported_years(each, view)})
    gaps = [gap.of for gap in assessment.reason.gaps if gap.cause == "no_entry"]
    lacking = [year for year in gaps if isinstance(year, FiscalYear)]
    if lacking:
        return lacking
    placed = assessment.placed
    period = placed.indicator.period_due_in(assessment.year)
    if period is not None:
        return list(period)
    return [
        year
        for year in targets_by_year(placed.indicator, view)
        if assess_year(placed, year, view).status == "not_reported"
    ]
