"""What belongs to a plan as a view sees it: not what is added later, nor what was dropped."""

from __future__ import annotations

from datetime import date
from operator import itemgetter
from typing import Literal, Protocol

from sagaict.computing.closure import is_dropped, is_superseded
from sagaict.computing.view import View
from sagaict.domain.amendment import Amendment
from sagaict.domain.fiscal import FiscalYear
from sagaict.domain.plan import Plan, PlanRevision
from sagaict.domain.portfolio import PlacedIndicator
from sagaict.domain.target import TargetRevision

__all__ = [
    "Joined",
    "added_after",
    "belongs",
    "dropped_by",
    "ended_by",
    "is_ending",
    "is_known",
    "is_running",
    "last_year",
    "superseded_by",
]


class Joined(Protocol):
    """What may join an approved plan or leave it: a goal, measure, project or indicator."""

    @property
    def added(self) -> Amendment | None:
        """When and why it was added."""

    @property
    def dropped(self) -> Amendment | None:
        """When and why it was dropped."""


def added_after(entry: Joined, day: date) -> bool:
    """Whether it became part of the plan only after a day: nothing was to be done for it before."""
    added = entry.added
    return added is not None and added.date.first_day > day


def is_known(entry: Joined, view: View) -> bool:
    """Whether it is in sight at all: part of the plan from its start, or added by then."""
    added = entry.added
    return added is None or added.date.first_day <= view.day


def belongs(entry: Joined, view: View) -> bool:
    """Whether it was part of the plan on the last day the view knows of."""
    return is_known(entry, view) and dropped_by(entry, view) is None


def dropped_by(entry: Joined, view: View) -> Amendment | None:
    """How it was dropped, if that was done by then."""
    dropped = entry.dropped
    return dropped if dropped is not None and dropped.date.first_day <= view.day else None


def superseded_by(plan: Plan, view: View) -> PlanRevision | None:
    """How another plan took the place of this one, if that was done by then; the first time."""
    found = [
        (each.date.first_day if each.date else date.min, each)
        for each in plan.revisions
        if each.what == "superseded"
    ]
    return next((each for day, each in sorted(found, key=itemgetter(0)) if day <= view.day), None)


def is_running(plan: Plan, view: View) -> bool:
    """Whether the plan is in force in the view's year; one that was superseded by then is not."""
    return view.as_of in plan.period and superseded_by(plan, view) is None


def last_year(plan: Plan, view: View) -> FiscalYear:
    """The last fiscal year in which the plan ran: that of its supersession, if it came to that."""
    change = superseded_by(plan, view)
    if change is None or change.date is None:
        return plan.period.last
    return min(plan.period.last, change.date.fiscal_year)


def ended_by(
    placed: PlacedIndicator, year: FiscalYear, view: View
) -> Literal["dropped", "superseded"] | None:
    """What ended a target of `year` before it could fall due, as far as the view knows."""
    if is_dropped(placed, year) and dropped_by(placed, view):
        return "dropped"
    if is_superseded(placed.plan, year) and superseded_by(placed.plan, view):
        return "superseded"
    return None


def is_ending(change: TargetRevision | PlanRevision | Amendment) -> bool:
    """Whether its day is that on which something ends, which may lie ahead of the decision."""
    return not isinstance(change, TargetRevision) and change.what in ("dropped", "superseded")
