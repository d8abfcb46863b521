"""A folder of data, read whole: every good file placed, every bad one named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

from sagaict.domain.light import dataclass
from sagaict.domain.plan import Plan
from sagaict.domain.portfolio import Portfolio
from sagaict.domain.project import Project
from sagaict.domain.record import Record
from sagaict.reading.cache import Cache, cache_for, loaded
from sagaict.reading.files import FileOf
from sagaict.reading.listing import Listing, list_folder
from sagaict.reading.loaded import Loaded, unread
from sagaict.reading.problem import Problem
from sagaict.reading.workers import each

__all__ = ["FileOf", "Workspace", "loaded_with", "read_workspace", "workspace_of"]

_Model = TypeVar("_Model", bound=Record)


@dataclass(frozen=True, slots=True)
class Workspace(Listing):
    """What a data folder holds: the files listed, read.

    `plans` and `projects` keep the file each model came from; `broken` are the files that gave no
    model, `speaking` those others in which a comment may accept a finding.
    """

    plans: tuple[tuple[FileOf, Plan], ...] = ()
    projects: tuple[tuple[FileOf, Project], ...] = ()
    broken: tuple[str, ...] = ()
    speaking: tuple[FileOf, ...] = ()

    @property
    def documents(self) -> tuple[tuple[FileOf, Plan | Project], ...]:
        """The plans, then the projects, with their files."""
        return (*self.plans, *self.projects)

    def portfolio(self) -> Portfolio:
        """The models, put in their places."""
        return Portfolio.of(
            (plan for _, plan in self.plans), (project for _, project in self.projects)
        )


def read_workspace(root: Path, *, shown_as: str | None = None) -> Workspace:
    """Read `plans/*.yaml` and `projects/*/*.yaml` below `root`; nothing is raised for a bad file.

    `shown_as` is how the folder is called in problems.
    """
    return workspace_of(list_folder(root, shown_as=shown_as))


def workspace_of(listing: Listing) -> Workspace:
    """Read the files listed, wherever they come from."""
    kept = cache_for(listing.root)
    workspace, known = loaded_with(kept, listing)
    if kept is not None and not known:
        kept.tidy()
    return workspace


def loaded_with(kept: Cache | None, listing: Listing) -> tuple[Workspace, bool]:
    """The same with a cache at hand, and whether every file was known to it."""
    reader = _Reader(kept)
    above = len(listing.root.parts)
    plans = [file for file in listing.files if file.path.parts[above] == "plans"]
    read = Workspace(
        listing.root,
        listing.shown,
        listing.files,
        plans=tuple(reader.load_all(Plan, plans)),
        projects=tuple(reader.load_all(Project, listing.files[len(plans) :])),
        problems=(*listing.problems, *reader.problems),
        broken=tuple(reader.broken),
        speaking=tuple(reader.speaking),
        settings=listing.settings,
    )
    return read, reader.known


class _Reader:
    """Turns files into models, and keeps account of those that could not be."""

    def __init__(self, kept: Cache | None) -> None:
        self.kept = kept
        self.known = True
        self.problems: list[Problem] = []
        self.broken: list[str] = []
        self.speaking: list[FileOf] = []

    def load_all(
        self, kind: type[_Model], files: Sequence[FileOf]
    ) -> Iterator[tuple[FileOf, _Model]]:
        """Every file that gives a model, with it."""
        results = each(partial(_result, kind, self.kept), files)
        for file, result in zip(files, results, strict=True):
            found = _unread(file, result) if isinstance(result, OSError) else result
            self.known = self.known and found.known
            self.problems.extend(found.problems)
            if found.model is None:
                self.broken.append(file.shown)
                continue
            if found.speaks:
                self.speaking.append(file)
            yield file, found.model


def _result(kind: type[_Model], kept: Cache | None, file: FileOf) -> Loaded[_Model] | OSError:
    """What is in a file; what kept it from being read is told later, in the reader's language."""
    try:
        return loaded(file, file.read(), kind, kept)
    except OSError as error:
        return error


def _unread(file: FileOf, error: OSError) -> Loaded[_Model]:
    return Loaded(None, (unread(file, error),))
