"""What is known of an action target (行動目標): what became of it, and whether it was decided."""

from __future__ import annotations

from sagaict.computing.closure import is_withdrawn
from sagaict.computing.view import View
from sagaict.domain.fiscal import FiscalYear
from sagaict.domain.meeting import approver
from sagaict.domain.portfolio import PlacedProject
from sagaict.domain.project import ActionTarget, Project

__all__ = ["is_proposed", "known_state", "to_be_removed"]


def known_state(entry: PlacedProject, year: FiscalYear, action: ActionTarget, view: View) -> str:
    """Its state; `not_reported` if its year is over and nobody has told what became of it."""
    untold = action.state == "planned" and view.is_due(year) and not is_withdrawn(entry, year)
    return "not_reported" if untold else action.state


def is_proposed(project: Project, year: FiscalYear, action: ActionTarget) -> bool:
    """Whether the newest record that brought it into the year waits for its approval."""
    brought = [
        each
        for each in project.amendments
        if each.what == "action" and each.year == year and each.new == action.text
    ]
    return bool(brought) and approver(max(brought, key=lambda each: each.date)) is None


def to_be_removed(project: Project, year: FiscalYear) -> tuple[str, ...]:
    """The actions that are gone from the year by proposals that wait for their approval."""
    return tuple(
        each.old
        for each in project.amendments
        if each.what == "action" and (each.old_year or each.year) == year
        if each.old is not None and (each.new is None or each.old_year is not None)
        if approver(each) is None
    )
