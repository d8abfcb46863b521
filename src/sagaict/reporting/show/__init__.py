"""`sagaict show`: one plan, goal, measure, project or indicator whole."""

from __future__ import annotations

from sagaict.computing.selection import PlacedGoal, PlacedMeasure, Thing
from sagaict.computing.view import View
from sagaict.domain.plan import Plan
from sagaict.domain.portfolio import PlacedProject, Portfolio
from sagaict.reporting.blocks import Block
from sagaict.reporting.show.goal import goal_report
from sagaict.reporting.show.parts import indicator_report, measure_report, project_report
from sagaict.reporting.show.plan import plan_report

__all__ = ["show_report"]


def show_report(
    thing: Thing, portfolio: Portfolio, view: View, *, ascii_only: bool = False
) -> list[Block]:
    """Everything the data says about the thing."""
    if isinstance(thing, Plan):
        return list(plan_report(thing, portfolio, view, ascii_only=ascii_only))
    if isinstance(thing, PlacedGoal):
        return list(goal_report(thing, portfolio, view, ascii_only=ascii_only))
    if isinstance(thing, PlacedMeasure):
        return list(measure_report(thing, portfolio, view, ascii_only=ascii_only))
    if isinstance(thing, PlacedProject):
        return list(project_report(thing, portfolio, view, ascii_only=ascii_only))
    return list(indicator_report(thing, portfolio, view, ascii_only=ascii_only))
