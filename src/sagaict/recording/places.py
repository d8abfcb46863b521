"""Where the things recorded about stand, file and location, as the change set has them."""

from __future__ import annotations

from typing import TypeVar

from sagaict.domain.amendment import Amendment
from sagaict.domain.indicator import Indicator, Part
from sagaict.domain.light import dataclass
from sagaict.domain.plan import Goal, Measure, Plan
from sagaict.domain.project import Project
from sagaict.domain.walks import Location, indicator_holders, indicator_id, measures_of
from sagaict.reading.files import FileOf
from sagaict.reading.workspace import Workspace
from sagaict.recording.refusal import Refused
from sagaict.writing.change_set import ChangeSet

__all__ = [
    "IndicatorPlace",
    "MeasureSite",
    "ProjectPlace",
    "amendments_above",
    "amendments_of",
    "current",
    "find_indicator",
    "find_measure",
    "find_plan",
    "find_project",
    "is_project",
]

_LISTS = ("goal_indicators", "outcome_indicators")
_Document = TypeVar("_Document", Plan, Project)


@dataclass(frozen=True, slots=True)
class IndicatorPlace:
    """An indicator, the plan it belongs to, and where it stands."""

    file: FileOf
    location: Location
    plan: Plan
    indicator: Indicator
    holder_amendments: tuple[Amendment, ...] = ()
    """Of what it belongs to: its project, measure and goal."""
    part: Part | None = None
    """What stands there, if that is a part: `indicator` has what it leaves out as well."""


@dataclass(frozen=True, slots=True)
class ProjectPlace:
    """A project, its plan and its file."""

    file: FileOf
    plan: Plan
    project: Project

    @property
    def amendments(self) -> tuple[Amendment, ...]:
        """Of itself and of what it belongs to."""
        above = amendments_above(self.plan, self.project.measure)
        return (*self.project.amendments, *above)


def amendments_above(plan: Plan, measure_id: str) -> tuple[Amendment, ...]:
    """Those of a measure and of its goal."""
    return next(
        (
            (*measure.amendments, *goal.amendments)
            for goal, measure in plan.measures()
            if measure.id == measure_id
        ),
        (),
    )


def amendments_of(plan: Plan, holder: Plan | Goal | Measure | Project) -> tuple[Amendment, ...]:
    """Those of what has indicators, and of what it belongs to."""
    if isinstance(holder, Plan):
        return ()
    if isinstance(holder, Goal):
        return holder.amendments
    if isinstance(holder, Measure):
        return amendments_above(plan, holder.id)
    return (*holder.amendments, *amendments_above(plan, holder.measure))


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
    for file, plan in workspace.plans:
        if full_id.startswith(f"{plan.id}/"):
            now = current(change_set, file, plan)
            for at, holder in indicator_holders(now):
                above = indicator_id(plan.id, holder, "")
                found = _below(full_id, above, file, at, now, holder)
                if found is not None:
                    return found
            for other, project in workspace.projects:
                if project.plan == plan.id:
                    own = current(change_set, other, project)
                    found = _below(full_id, f"{plan.id}/{own.id}", other, (), plan, own)
                    if found is not None:
                        return found
    raise Refused("unknown-indicator", id=full_id)


def _below(
    full_id: str,
    above: str,
    file: FileOf,
    location: Location,
    plan: Plan,
    holder: Plan | Goal | Measure | Project,
) -> IndicatorPlace | None:
    """The indicator or part of that full id, if the holder has it; `above` is the holder's own."""
    amendments = amendments_of(plan, holder)
    lists = ("outcome_indicators",) if isinstance(holder, Project) else _LISTS
    for name in lists:
        for number, indicator in enumerate(getattr(holder, name)):
            at = (*location, name, number)
            if full_id == f"{above}/{indicator.id}":
                return IndicatorPlace(file, at, plan, indicator, amendments)
            for position, part in enumerate(indicator.parts):
                if full_id == f"{above}/{indicator.id}/{part.id}":
                    by_itself = indicator.of_part(part)
                    place = (*at, "parts", position)
                    return IndicatorPlace(file, place, plan, by_itself, amendments, part)
    return None


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


def is_project(workspace: Workspace, full_id: str) -> bool:
    """Whether a full id is that of a project; an indicator of the plan itself is as short."""
    return any(f"{project.plan}/{project.id}" == full_id for _, project in workspace.projects)
