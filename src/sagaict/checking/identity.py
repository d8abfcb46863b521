"""Ids: the file's name, uniqueness, and paths that could mean two things."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from sagaict.checking.finding import Finding
from sagaict.checking.located import with_locations
from sagaict.domain.indicator import Indicator
from sagaict.domain.plan import Plan
from sagaict.domain.walks import (
    Location,
    indicator_id,
    indicators_of,
    measures_of,
    named_indicators,
)
from sagaict.language import mark
from sagaict.reading.rules import RuleText
from sagaict.reading.workspace import FileOf, Workspace

__all__ = ["TEXTS", "duplicate_ids", "file_names"]


def file_names(workspace: Workspace) -> Iterator[Finding]:
    """A plan's file is named by its id; a project's by its id, in a folder named by its plan."""
    for file, plan in workspace.plans:
        if plan.id != file.stem:
            args = {"id": plan.id, "file": file.stem}
            yield Finding("file-name", file, ("id",), args)
    for file, project in workspace.projects:
        if project.id != file.stem:
            args = {"id": project.id, "file": file.stem}
            yield Finding("file-name", file, ("id",), args)
        if project.plan != file.folder:
            args = {"id": project.plan, "folder": file.folder}
            yield Finding("folder-name", file, ("plan",), args)


def duplicate_ids(workspace: Workspace) -> Iterator[Finding]:
    """No two things share a full id: plans; measures and projects of a plan; indicators of each."""
    yield from _repeated((plan.id, file, ("id",)) for file, plan in workspace.plans)
    holders: list[tuple[str, FileOf, Location]] = []
    for file, plan in workspace.plans:
        holders += [
            (f"{plan.id}/{measure.id}", file, (*location, "id"))
            for location, measure in measures_of(plan)
        ]
    holders += [
        (f"{project.plan}/{project.id}", file, ("id",)) for file, project in workspace.projects
    ]
    for file, plan in workspace.plans:
        holders += _beside_measures(file, plan)
    yield from _repeated(iter(holders))
    for file, plan in workspace.plans:
        yield from _repeated(
            (full_id, file, (*location, "id"))
            for location, full_id, _indicator in named_indicators(plan)
        )
        yield from _repeated(
            (policy.id, file, ("policies", number, "id"))
            for number, policy in enumerate(plan.policies)
        )
        yield from _repeated(
            (goal.key, file, ("goals", number, "id" if goal.id else "no"))
            for number, goal in enumerate(plan.goals)
        )
    for file, project in workspace.projects:
        yield from _repeated(_ids_in(file, indicators_of(project)))
    for file, _document, location, indicator in with_locations(workspace):
        yield from _repeated(
            (part.id, file, (*location, "parts", number, "id"))
            for number, part in enumerate(indicator.parts)
        )


def _beside_measures(file: FileOf, plan: Plan) -> Iterator[tuple[str, FileOf, Location]]:
    """Ids in the place of those of measures: of the plan's indicators, of goals that have some."""
    for name in ("goal_indicators", "outcome_indicators"):
        for number, indicator in enumerate(getattr(plan, name)):
            yield indicator_id(plan.id, plan, indicator.id), file, (name, number, "id")
    for number, goal in enumerate(plan.goals):
        if goal.goal_indicators or goal.outcome_indicators:
            key = "id" if goal.id else "no"
            yield f"{plan.id}/{goal.key}", file, ("goals", number, key)


def _ids_in(
    file: FileOf, indicators: Iterator[tuple[Location, Indicator]]
) -> Iterator[tuple[str, FileOf, Location]]:
    for location, indicator in indicators:
        yield indicator.id, file, (*location, "id")


def _repeated(entries: Iterator[tuple[str, FileOf, Location]]) -> Iterator[Finding]:
    first: dict[str, tuple[FileOf, Location]] = {}
    for name, file, location in entries:
        if name in first:
            yield Finding("duplicate-id", file, location, {"id": name}, related=(first[name],))
        else:
            first[name] = (file, location)


TEXTS: Mapping[str, RuleText] = MappingProxyType(
    {
        "file-name": RuleText(
            mark("the id “{id}” differs from the file's name “{file}”"),
            mark("Give the file the name of the id, or correct the id."),
        ),
        "folder-name": RuleText(
            mark("the plan “{id}” differs from the folder's name “{folder}”"),
            mark("Move the file to the folder of its plan, or correct the plan."),
        ),
        "duplicate-id": RuleText(
            mark("the id “{id}” is used twice"),
            mark("Give one of the two another id."),
        ),
    }
)
"""The words of the rules found here."""
