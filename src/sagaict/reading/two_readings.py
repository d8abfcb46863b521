"""Two readings of a data folder: what either leaves out, and files that differ in layout alone."""

from __future__ import annotations

from collections.abc import Iterator

from sagaict.domain.plan import Plan
from sagaict.domain.project import Project
from sagaict.reading.files import FileOf
from sagaict.reading.source_text import decode
from sagaict.reading.workspace import Workspace

__all__ = ["relaid_files", "unread_ids"]

_Parts = tuple[str, ...]


def unread_ids(one: Workspace, other: Workspace) -> frozenset[str]:
    """Full ids of plans and projects that `one` may hold in files that cannot be read.

    An id is taken from the name of the broken file, and from what the other reading has there. A
    project whose plan or measure is unknown counts as unread too.
    """
    shown = set(one.broken)
    broken = {_below(file, one) for file in one.files if file.shown in shown}
    found = {_named(parts) for parts in broken if len(parts) > 1}
    found |= {name for parts, name, _model, _file in _models(other) if _lies_in(parts, broken)}
    placed = {entry.full_id for group in one.portfolio().projects.values() for entry in group}
    found |= {f"{project.plan}/{project.id}" for _file, project in one.projects} - placed
    return frozenset(found)


def relaid_files(one: Workspace, other: Workspace) -> list[FileOf]:
    """Files of `other` that say the same as in `one`, but are commented or laid out differently."""
    before = {name: (model, file) for _parts, name, model, file in _models(one)}
    found = []
    for _parts, name, model, file in _models(other):
        twin, was = before.get(name, (None, file))
        if twin == model and _text(was) != _text(file):
            found.append(file)
    return found


def _models(workspace: Workspace) -> Iterator[tuple[_Parts, str, Plan | Project, FileOf]]:
    """Where each model was read from, its full id, itself, and its file."""
    for file, plan in workspace.plans:
        yield _below(file, workspace), plan.id, plan, file
    for file, project in workspace.projects:
        yield _below(file, workspace), f"{project.plan}/{project.id}", project, file


def _below(file: FileOf, workspace: Workspace) -> _Parts:
    return file.path.parts[len(workspace.root.parts) :]


def _named(parts: _Parts) -> str:
    """The id that a file's name promises, or that all projects in a folder begin with."""
    *folders, name = parts[1:]
    stem, dot, _suffix = name.rpartition(".")
    return "/".join([*folders, stem if dot else name])


def _lies_in(parts: _Parts, broken: set[_Parts]) -> bool:
    return any(parts[:length] in broken for length in range(1, len(parts) + 1))


def _text(file: FileOf) -> str | None:
    try:
        return decode(file.read()).text
    except OSError:
        return None
