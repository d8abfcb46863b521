"""`sagaict show`: one plan, goal, measure, project or indicator whole."""

from __future__ import annotations

from collections.abc import Iterator

from sagaict.computing.selection import PlacedGoal, PlacedMeasure, Thing
from sagaict.computing.view import View
from sagaict.domain.plan import Plan
from sagaict.domain.portfolio import PlacedProject, Portfolio
from sagaict.reporting.blocks import Block
from sagaict.reporting.corrections import corrections_of
from sagaict.reporting.show.goal import goal_report
from sagaict.reporting.show.parts import indicator_report, measure_report, project_report
from sagaict.reporting.show.plan import plan_report

__all__ = ["show_report"]


def show_report(
    thing: Thing, portfolio: Portfolio, view: View, *, ascii_only: bool = False
) -> list[Block]:
    """Everything the data says about the thing."""
    own = _report(thing, portfolio, view, ascii_only=ascii_only)
    full_id = thing.id if isinstance(thing, Plan) else thing.full_id
    return [*own, *corrections_of(full_id, portfolio)]


def _report(thing: Thing, portfolio: Portfolio, view: View, *, ascii_only: bool) -> Iterator[Block]:
    if isinstance(thing, Plan):
        return plan_report(thing, portfolio, view, ascii_only=ascii_only)
    if isinstance(thing, PlacedGoal):
        return goal_report(thing, portfolio, view, ascii_only=ascii_only)
    if isinstance(thing, PlacedMeasure):
        return measure_report(thing, portfolio, view, ascii_only=ascii_only)
    if isinstance(thing, PlacedProject):
        return project_report(thing, portfolio, view, ascii_only=ascii_only)
    return indicator_report(thing, portfolio, view, ascii_only=ascii_only)
