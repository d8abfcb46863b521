"""What is missing from a reading: files that give no model, and what may have been in them."""

from __future__ import annotations

from sagaict.domain.light import dataclass
from sagaict.reading.files import FileOf
from sagaict.reading.problem import Problem
from sagaict.reading.settings import broken_settings
from sagaict.reading.workspace import Workspace

__all__ = ["Unread", "may_hold", "unread"]


@dataclass(frozen=True, slots=True)
class Unread:
    """A file that is missing from what is shown, and the full id its name promises.

    `problem` is why it gives nothing; `None` where it was read, but its project has no place, since
    its plan or measure is unknown. The settings promise no id.
    """

    path: str
    id: str
    problem: Problem | None


def unread(workspace: Workspace) -> tuple[Unread, ...]:
    """Every file that cannot be read, or whose project has no place in a plan."""
    broken = set(workspace.broken)
    firsts = {each.path: each for each in reversed(workspace.problems)} if broken else {}
    found = [
        Unread(file.shown, _promised(file, workspace), firsts[file.shown])
        for file in workspace.files
        if file.shown in broken
    ]
    settings = broken_settings(workspace)
    if settings is not None:
        found.append(Unread(settings.path, "", settings))
    groups = workspace.portfolio().projects.values()
    placed = {entry.full_id for entries in groups for entry in entries}
    for file, project in workspace.projects:
        full_id = f"{project.plan}/{project.id}"
        if full_id not in placed:
            found.append(Unread(file.shown, full_id, None))
    return tuple(found)


def may_hold(file: Unread, query: str) -> bool:
    """Whether an id, or the tail of one, may be of something in the file."""
    wanted, promised = query.split("/"), file.id.split("/")
    tails = (promised[start:] for start in range(len(promised)))
    return any(wanted[: len(tail)] == tail for tail in tails)


def _promised(file: FileOf, workspace: Workspace) -> str:
    """The id that a file's name promises; of a folder, what the ids in it begin with."""
    _folder, *folders, name = file.path.parts[len(workspace.root.parts) :] or ("", "")
    stem, dot, _suffix = name.rpartition(".")
    return "/".join([*folders, stem if dot else name])
