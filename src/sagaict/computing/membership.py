"""What belongs to a plan as a view sees it: not what is added later, nor what was dropped."""

from __future__ import annotations

from datetime import date
from operator import itemgetter

from sagaict.computing.view import View
from sagaict.domain.amendment import Amendment
from sagaict.domain.indicator import TargetRevision
from sagaict.domain.plan import Plan, PlanRevision
from sagaict.domain.portfolio import PlacedIndicator, PlacedProject

__all__ = ["added_after", "belongs", "dropped_by", "is_ending", "is_known", "superseded_by"]


def added_after(entry: PlacedIndicator | PlacedProject, day: date) -> bool:
    """Whether it became part of the plan only after a day: nothing was to be done for it before."""
    return entry.added is not None and entry.added.date.first_day > day


def is_known(entry: PlacedIndicator | PlacedProject, view: View) -> bool:
    """Whether it is in sight at all: part of the plan from its start, or added by then."""
    added = entry.added
    return added is None or added.date.first_day <= view.day


def belongs(entry: PlacedIndicator | PlacedProject, view: View) -> bool:
    """Whether it was part of the plan on the last day the view knows of."""
    return is_known(entry, view) and dropped_by(entry, view) is None


def dropped_by(entry: PlacedIndicator | PlacedProject, view: View) -> Amendment | None:
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


def is_ending(change: TargetRevision | PlanRevision | Amendment) -> bool:
    """Whether its day is that on which something ends, which may lie ahead of the decision."""
    return not isinstance(change, TargetRevision) and change.what in ("dropped", "superseded")
