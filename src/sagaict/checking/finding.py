"""A finding before it has a line and a column: a file, a location in its content, and a rule."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from sagaict.domain.indicator import Indicator
from sagaict.domain.plan import Measure, Plan
from sagaict.domain.project import Project
from sagaict.reading.problem import Location
from sagaict.reading.workspace import FileOf, Workspace

__all__ = ["Finding", "indicators_of", "measures_of", "with_locations"]


@dataclass(frozen=True, slots=True)
class Finding:
    """`on_key` puts the place on the key at `location` rather than on its value."""

    rule: str
    file: FileOf
    location: Location
    args: Mapping[str, str] = field(default_factory=dict)
    on_key: bool = False
    related: tuple[tuple[FileOf, Location], ...] = ()


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


def with_locations(
    workspace: Workspace,
) -> Iterator[tuple[FileOf, Plan | Project, Location, Indicator]]:
    """Every indicator of the workspace with its file and location."""
    documents: list[tuple[FileOf, Plan | Project]] = [*workspace.plans, *workspace.projects]
    for file, document in documents:
        for location, indicator in indicators_of(document):
            yield file, document, location, indicator
