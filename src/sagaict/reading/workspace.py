"""A folder of data, read whole: every good file placed, every bad one named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from sagaict.domain.light import dataclass
from sagaict.domain.plan import Plan
from sagaict.domain.portfolio import Portfolio
from sagaict.domain.project import Project
from sagaict.domain.reckoning import Reckoning, reckon_by, reckoned
from sagaict.domain.record import Record
from sagaict.language.system import reason_of
from sagaict.reading.cache import Cache, cache_for, loaded
from sagaict.reading.data_folder import JOURNAL
from sagaict.reading.files import FileOf, NotRead, files_on_disk, readable_name
from sagaict.reading.journal import ForeignJournal, as_decided
from sagaict.reading.loaded import Loaded
from sagaict.reading.problem import Place, Problem
from sagaict.reading.workers import each

__all__ = ["FileOf", "Workspace", "read_workspace", "unread", "workspace_of"]

MAX_FILES = 1_000_000
_Model = TypeVar("_Model", bound=Record)


@dataclass(frozen=True, slots=True)
class Workspace:
    """What a data folder holds.

    `plans` and `projects` keep the file each model came from; `files` are all that were found,
    `broken` those of them that gave no model, `speaking` those others in which a comment may accept
    a finding. `settings` is the file of the settings, unless it is the one on disk.
    """

    root: Path
    shown: str = ""
    plans: tuple[tuple[FileOf, Plan], ...] = ()
    projects: tuple[tuple[FileOf, Project], ...] = ()
    problems: tuple[Problem, ...] = ()
    broken: tuple[str, ...] = ()
    files: tuple[FileOf, ...] = ()
    speaking: tuple[FileOf, ...] = ()
    settings: FileOf | None = None

    def portfolio(self) -> Portfolio:
        """The models, put in their places."""
        return Portfolio.of(
            (plan for _, plan in self.plans), (project for _, project in self.projects)
        )


def read_workspace(root: Path, *, shown_as: str | None = None) -> Workspace:
    """Read `plans/*.yaml` and `projects/*/*.yaml` below `root`; nothing is raised for a bad file.

    `shown_as` is how the folder is called in problems.
    """
    top = FileOf(root, shown_as if shown_as is not None else readable_name(root.as_posix()))
    try:
        listing = list(as_decided(top, files_on_disk(top)))
    except ForeignJournal:
        found = workspace_of(top, files_on_disk(top))
        problem = Problem("foreign-journal", top.inside(JOURNAL).shown, Place(1, 1))
        return replace(found, problems=(problem, *found.problems))
    return workspace_of(top, listing)


def workspace_of(top: FileOf, listing: Iterable[FileOf]) -> Workspace:
    """Make a workspace of the files listed below the folder `top`, wherever they come from."""
    reader = _Reader(cache_for(top.path))
    plan_files: list[FileOf] = []
    project_files: list[FileOf] = []
    above = len(top.path.parts)
    for file in sorted(listing, key=lambda file: file.path.parts):
        in_plans = file.path.parts[above] == "plans"
        (plan_files if in_plans else project_files).append(file)
    plans = tuple(reader.load_all(Plan, plan_files))
    projects = tuple(reader.load_all(Project, project_files))
    return Workspace(
        top.path,
        top.shown,
        plans,
        projects,
        tuple(reader.problems),
        tuple(reader.broken),
        tuple(reader.seen),
        tuple(reader.speaking),
    )


class _Reader:
    """Turns files into models, and keeps account of those that could not be."""

    def __init__(self, kept: Cache | None) -> None:
        self.kept = kept
        self.problems: list[Problem] = []
        self.broken: list[str] = []
        self.seen: list[FileOf] = []
        self.speaking: list[FileOf] = []

    def load_all(
        self, kind: type[_Model], files: Sequence[FileOf]
    ) -> Iterator[tuple[FileOf, _Model]]:
        """Every file that gives a model, with it."""
        taken = files[:MAX_FILES]
        anew = False
        read = partial(_result, kind, self.kept, reckoned())
        for file, result in zip(taken, each(read, taken), strict=True):
            found = _unread(file, result) if isinstance(result, OSError) else result
            anew = anew or not found.known
            self.seen.append(file)
            self.problems.extend(found.problems)
            if found.speaks and found.model is not None:
                self.speaking.append(file)
            if found.model is not None:
                yield file, found.model
            else:
                self.broken.append(file.shown)
        if anew and self.kept is not None:
            self.kept.tidy()
        for file in files[MAX_FILES : MAX_FILES + 1]:
            self.seen.append(file)
            self.problems.append(Problem("too-many-files", file.shown, Place(1, 1)))
            self.broken.append(file.shown)


def _result(
    kind: type[_Model], kept: Cache | None, reckoning: Reckoning, file: FileOf
) -> Loaded[_Model] | OSError:
    """What is in a file; what kept it from being read is told later, in the reader's language."""
    reckon_by(reckoning)  # another process has its own
    try:
        return loaded(file, file.read(), kind, kept)
    except OSError as error:
        return error


def _unread(file: FileOf, error: OSError) -> Loaded[_Model]:
    return Loaded(None, (unread(file, error),))


def unread(file: FileOf, error: OSError) -> Problem:
    """What a file's not being read is as a problem."""
    if isinstance(error, NotRead):
        return Problem(error.rule, file.shown, Place(1, 1))
    return Problem("unreadable", file.shown, Place(1, 1), {"detail": reason_of(error)})
