"""Where the things recorded about stand, file and location, as the change set has them."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from sagaict.domain.amendment import Amendment
from sagaict.domain.indicator import Indicator, Part
from sagaict.domain.light import dataclass
from sagaict.domain.plan import Measure, Plan
from sagaict.domain.project import Project
from sagaict.domain.walks import Location, indicators_of, measures_of
from sagaict.reading.files import FileOf
from sagaict.reading.workspace import Workspace
from sagaict.recording.refusal import Refused
from sagaict.writing.change_set import ChangeSet

__all__ = [
    "IndicatorPlace",
    "MeasureSite",
    "ProjectPlace",
    "current",
    "find_indicator",
    "find_measure",
    "find_plan",
    "find_project",
]

_Document = TypeVar("_Document", Plan, Project)


@dataclass(frozen=True, slots=True)
class IndicatorPlace:
    """An indicator, the plan it belongs to, and where it stands."""

    file: FileOf
    location: Location
    plan: Plan
    indicator: Indicator
    holder_amendments: tuple[Amendment, ...] = ()
    """Of its project, if it belongs to one."""
    part: Part | None = None
    """What stands there, if that is a part: `indicator` has what it leaves out as well."""


@dataclass(frozen=True, slots=True)
class ProjectPlace:
    """A project, its plan and its file."""

    file: FileOf
    plan: Plan
    project: Project


@dataclass(frozen=True, slots=True)
class MeasureSite:
    """A measure, its plan, and where it stands in the plan's file."""

    file: FileOf
    location: Location
    plan: Plan
    measure: Measure


def current(change_set: ChangeSet, file: FileOf, model: _Document) -> _Document:
    """The file's model as the change set has it now; `model` is what it was when it was read.

    Raises:
        SpliceFailed, OSError: the file cannot be read any more.
    """
    return change_set.model(file, type(model)) or model


def find_indicator(change_set: ChangeSet, workspace: Workspace, full_id: str) -> IndicatorPlace:
    """The indicator of that full id.

    Raises:
        Refused: `unknown-indicator`.
        SpliceFailed, OSError: its file cannot be read any more.
    """
    plan_id, _, rest = full_id.partition("/")
    holder, _, rest = rest.partition("/")
    name, _, part_id = rest.partition("/")
    whole = _find_whole(change_set, workspace, full_id, (plan_id, holder, name))
    return _part_of(whole, part_id, full_id) if part_id else whole


def _part_of(whole: IndicatorPlace, part_id: str, full_id: str) -> IndicatorPlace:
    for number, part in enumerate(whole.indicator.parts):
        if part.id == part_id:
            return replace(
                whole,
                location=(*whole.location, "parts", number),
                indicator=whole.indicator.of_part(part),
                part=part,
            )
    raise Refused("unknown-indicator", id=full_id)


def _find_whole(
    change_set: ChangeSet, workspace: Workspace, full_id: str, ids: tuple[str, str, str]
) -> IndicatorPlace:
    plan_id, holder, name = ids
    plans = {plan.id: (file, plan) for file, plan in workspace.plans}
    if plan_id in plans:
        file, plan = plans[plan_id]
        for measure in find_measures(change_set, file, plan):
            if measure.measure.id == holder:
                for location, indicator in indicators_of(measure.plan):
                    below = location[: len(measure.location)] == measure.location
                    if below and indicator.id == name:
                        return IndicatorPlace(file, location, measure.plan, indicator)
        for file, project in workspace.projects:
            if (project.plan, project.id) == (plan_id, holder):
                now = current(change_set, file, project)
                for location, indicator in indicators_of(now):
                    if indicator.id == name:
                        return IndicatorPlace(file, location, plan, indicator, now.amendments)
    raise Refused("unknown-indicator", id=full_id)


def find_plan(change_set: ChangeSet, workspace: Workspace, plan_id: str) -> tuple[FileOf, Plan]:
    """The plan of that id, and its file.

    Raises:
        Refused: `unknown-plan`.
        SpliceFailed, OSError: its file cannot be read any more.
    """
    for file, plan in workspace.plans:
        if plan.id == plan_id:
            return file, current(change_set, file, plan)
    raise Refused("unknown-plan", id=plan_id)


def find_measures(change_set: ChangeSet, file: FileOf, plan: Plan) -> list[MeasureSite]:
    """Every measure of a plan with its place."""
    now = current(change_set, file, plan)
    return [MeasureSite(file, location, now, measure) for location, measure in measures_of(now)]


def find_measure(change_set: ChangeSet, workspace: Workspace, full_id: str) -> MeasureSite:
    """The measure of that full id.

    Raises:
        Refused: `unknown-measure`.
        SpliceFailed, OSError: its file cannot be read any more.
    """
    for file, plan in workspace.plans:
        if full_id.startswith(f"{plan.id}/"):
            for site in find_measures(change_set, file, plan):
                if f"{plan.id}/{site.measure.id}" == full_id:
                    return site
    raise Refused("unknown-measure", id=full_id)


def find_project(change_set: ChangeSet, workspace: Workspace, full_id: str) -> ProjectPlace:
    """The project of that full id.

    Raises:
        Refused: `unknown-project`.
        SpliceFailed, OSError: its file cannot be read any more.
    """
    plans = {plan.id: plan for _, plan in workspace.plans}
    for file, project in workspace.projects:
        if f"{project.plan}/{project.id}" == full_id and project.plan in plans:
            return ProjectPlace(file, plans[project.plan], current(change_set, file, project))
    raise Refused("unknown-project", id=full_id)
