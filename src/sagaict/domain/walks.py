"""What stands where in the file of a plan or project: the one way through its content."""

from __future__ import annotations

from collections.abc import Iterator

from sagaict.domain.indicator import Indicator
from sagaict.domain.location import Location
from sagaict.domain.plan import Measure, Plan
from sagaict.domain.project import Project

__all__ = ["Location", "indicators_of", "measures_of"]


def measures_of(plan: Plan) -> Iterator[tuple[Location, Measure]]:
    """Every measure of a plan with its location in the plan's file."""
    for goal_number, goal in enumerate(plan.goals):
        for number, measure in enumerate(goal.measures):
            yield ("goals", goal_number, "measures", number), measure


def indicators_of(document: Plan | Project) -> Iterator[tuple[Location, Indicator]]:
    """Every indicator that stands in the file of a plan or project, with its location there."""
    if isinstance(document, Project):
        for number, indicator in enumerate(document.outcome_indicators):
            yield ("outcome_indicators", number), indicator
        return
    for location, measure in measures_of(document):
        for number, indicator in enumerate(measure.goal_indicators):
            yield (*location, "goal_indicators", number), indicator
        for number, indicator in enumerate(measure.outcome_indicators):
            yield (*location, "outcome_indicators", number), indicator
