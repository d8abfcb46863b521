"""A folder of data, read whole: every good file placed, every bad one named."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from sagaict.domain.plan import Plan
from sagaict.domain.portfolio import Portfolio
from sagaict.domain.project import Project
from sagaict.reading.files import FOLDERS, FileOf, LeadsOut, files_on_disk
from sagaict.reading.problem import Place, Problem
from sagaict.reading.validation import Loaded, load

__all__ = ["FileOf", "Workspace", "read_workspace", "workspace_of"]

MAX_FILES = 20_000
_Model = TypeVar("_Model", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Workspace:
    """What a data folder holds.

    `plans` and `projects` keep the file each model came from; `files` are all that were found,
    `broken` those of them that gave no model.
    """

    root: Path
    shown: str = ""
    plans: tuple[tuple[FileOf, Plan], ...] = ()
    projects: tuple[tuple[FileOf, Project], ...] = ()
    problems: tuple[Problem, ...] = ()
    broken: tuple[str, ...] = ()
    files: tuple[FileOf, ...] = ()

    def portfolio(self) -> Portfolio:
        """The models, put in their places."""
        return Portfolio.of(
            (plan for _, plan in self.plans), (project for _, project in self.projects)
        )


def read_workspace(
    root: Path, read: Callable[[FileOf], bytes] | None = None, *, shown_as: str | None = None
) -> Workspace:
    """Read `plans/*.yaml` and `projects/*/*.yaml` below `root`; nothing is raised for a bad file.

    `read` can take the place of reading from disk; `shown_as` is how the folder is called in
    problems.
    """
    top = FileOf(root, shown_as if shown_as is not None else root.as_posix())
    return workspace_of(top, files_on_disk(top), read)


def workspace_of(
    top: FileOf, listing: Iterable[FileOf], read: Callable[[FileOf], bytes] | None = None
) -> Workspace:
    """Make a workspace of the files listed below the folder `top`, wherever they come from."""
    reader = _Reader(read)
    groups: dict[str, list[FileOf]] = {name: [] for name in FOLDERS}
    above = len(top.path.parts)
    for file in sorted(listing, key=lambda file: file.path.parts):
        groups[file.path.parts[above]].append(file)
    plans = tuple(reader.load_all(Plan, groups["plans"]))
    projects = tuple(reader.load_all(Project, groups["projects"]))
    return Workspace(
        top.path,
        top.shown,
        plans,
        projects,
        tuple(reader.problems),
        tuple(reader.broken),
        tuple(reader.seen),
    )


class _Reader:
    """Turns files into models, and keeps account of those that could not be."""

    def __init__(self, read: Callable[[FileOf], bytes] | None) -> None:
        self.problems: list[Problem] = []
        self.broken: list[str] = []
        self.seen: list[FileOf] = []
        self._read = read

    def load_all(
        self, kind: type[_Model], files: Iterable[FileOf]
    ) -> Iterator[tuple[FileOf, _Model]]:
        """Every file that gives a model, with it."""
        for number, file in enumerate(files):
            self.seen.append(file)
            full = number >= MAX_FILES
            result = _failed(file, "too-many-files") if full else self._load(file, kind)
            self.problems.extend(result.problems)
            if result.model is not None:
                yield file, result.model
            else:
                self.broken.append(file.shown)
            if full:
                return

    def _load(self, file: FileOf, kind: type[_Model]) -> Loaded[_Model]:
        try:
            content = file.read() if self._read is None else self._read(file)
        except LeadsOut:
            return _failed(file, "outside-link")
        except OSError as error:
            return _failed(file, "unreadable", error)
        return load(file.shown, content, kind)


def _failed(file: FileOf, rule: str, error: OSError | None = None) -> Loaded[_Model]:
    args = {"detail": error.strerror or str(error)} if error else {}
    return Loaded(None, (Problem(rule, file.shown, Place(1, 1), args),))
