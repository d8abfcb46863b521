"""What stands where in the file of a plan or project: the one way through its content."""

from __future__ import annotations

from collections.abc import Iterator

from sagaict.domain.indicator import Indicator
from sagaict.domain.location import Location
from sagaict.domain.plan import Goal, Measure, Plan
from sagaict.domain.project import Project

__all__ = [
    "Location",
    "holder_id",
    "indicator_holders",
    "indicator_id",
    "indicators_of",
    "measures_of",
    "named_indicators",
]


def measures_of(plan: Plan) -> Iterator[tuple[Location, Measure]]:
    """Every measure of a plan with its location in the plan's file."""
    for goal_number, goal in enumerate(plan.goals):
        for number, measure in enumerate(goal.measures):
            yield ("goals", goal_number, "measures", number), measure


def indicators_of(document: Plan | Project) -> Iterator[tuple[Location, Indicator]]:
    """The indicators that stand in a plan's or project's file."""
    for location, _holder, indicator in _held_in(document):
        yield location, indicator


def named_indicators(document: Plan | Project) -> Iterator[tuple[Location, str, Indicator]]:
    """The same with the full id of each."""
    plan_id = document.id if isinstance(document, Plan) else document.plan
    for location, holder, indicator in _held_in(document):
        yield location, indicator_id(plan_id, holder, indicator.id), indicator


def _held_in(
    document: Plan | Project,
) -> Iterator[tuple[Location, Plan | Goal | Measure | Project, Indicator]]:
    if isinstance(document, Project):
        for number, indicator in enumerate(document.outcome_indicators):
            yield ("outcome_indicators", number), document, indicator
        return
    for location, holder in indicator_holders(document):
        for number, indicator in enumerate(holder.goal_indicators):
            yield (*location, "goal_indicators", number), holder, indicator
        for number, indicator in enumerate(holder.outcome_indicators):
            yield (*location, "outcome_indicators", number), holder, indicator


def indicator_holders(plan: Plan) -> Iterator[tuple[Location, Plan | Goal | Measure]]:
    """What may have indicators of its own in a plan's file: it, its goals and their measures."""
    yield (), plan
    for number, goal in enumerate(plan.goals):
        location: Location = ("goals", number)
        yield location, goal
        for position, measure in enumerate(goal.measures):
            yield (*location, "measures", position), measure


def holder_id(holder: Plan | Goal | Measure | Project) -> str:
    """What stands between the plan's id and the indicator's: nothing for those of the plan."""
    if isinstance(holder, Plan):
        return ""
    return holder.key if isinstance(holder, Goal) else holder.id


def indicator_id(plan_id: str, holder: Plan | Goal | Measure | Project, name: str) -> str:
    """The full id of an indicator."""
    return "/".join(part for part in (plan_id, holder_id(holder), name) if part)
