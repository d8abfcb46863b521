"""A folder of data, read whole: every good file placed, every bad one named."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from sagaict.domain.plan import Plan
from sagaict.domain.portfolio import Portfolio
from sagaict.domain.project import Project
from sagaict.reading.problem import Place, Problem
from sagaict.reading.source_text import MAX_BYTES
from sagaict.reading.validation import Loaded, load

__all__ = ["FileOf", "Workspace", "read_workspace"]

MAX_FILES = 20_000
_Model = TypeVar("_Model", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class FileOf:
    """A file of the workspace: where it is, how it is shown, and the folder and stem it has."""

    path: Path
    shown: str

    @property
    def stem(self) -> str:
        """The file's name without `.yaml`; an object in it should have this id."""
        return self.path.stem

    @property
    def folder(self) -> str:
        """The name of the folder it lies in."""
        return self.path.parent.name

    def read(self) -> bytes:
        """The bytes of the file, no more than one past the size limit."""
        with self.path.open("rb") as stream:
            return stream.read(MAX_BYTES + 1)


@dataclass(frozen=True, slots=True)
class Workspace:
    """What a data folder holds.

    `plans` and `projects` keep the file each model came from; `files` are all that were found,
    `broken` those of them that gave no model.
    """

    root: Path
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
    root: Path, read: Callable[[FileOf], bytes] = FileOf.read, *, shown_as: str | None = None
) -> Workspace:
    """Read `plans/*.yaml` and `projects/*/*.yaml` below `root`; nothing is raised for a bad file.

    `read` can be replaced to read from elsewhere; `shown_as` is how the folder is called in
    problems.
    """
    problems: list[Problem] = []
    broken: list[str] = []
    seen: list[FileOf] = []
    base = shown_as if shown_as is not None else root.as_posix()

    def load_all(kind: type[_Model], files: Iterator[FileOf]) -> Iterator[tuple[FileOf, _Model]]:
        for number, file in enumerate(files):
            seen.append(file)
            if number >= MAX_FILES:
                problems.append(Problem("too-many-files", file.shown, Place(1, 1)))
                return
            try:
                result = _load_file(file, read, kind, root)
            except OSError as error:
                result = Loaded(None, (_unreadable(file, error),))
            problems.extend(result.problems)
            if result.model is None:
                broken.append(file.shown)
            else:
                yield file, result.model

    plans = tuple(load_all(Plan, _yaml_files(root / "plans", f"{base}/plans")))
    projects = tuple(
        load_all(
            Project,
            (
                file
                for folder in _subfolders(root / "projects")
                for file in _yaml_files(folder, f"{base}/projects/{folder.name}")
            ),
        )
    )
    return Workspace(root, plans, projects, tuple(problems), tuple(broken), tuple(seen))


def _load_file(
    file: FileOf, read: Callable[[FileOf], bytes], kind: type[_Model], root: Path
) -> Loaded[_Model]:
    if file.path.is_symlink() and not file.path.resolve().is_relative_to(root.resolve()):
        return Loaded(None, (Problem("outside-link", file.shown, Place(1, 1)),))
    return load(file.shown, read(file), kind)


def _unreadable(file: FileOf, error: OSError) -> Problem:
    return Problem("unreadable", file.shown, Place(1, 1), {"detail": error.strerror or str(error)})


def _subfolders(folder: Path) -> list[Path]:
    try:
        with os.scandir(folder) as entries:
            return sorted(
                (Path(entry.path) for entry in entries if entry.is_dir(follow_symlinks=False)),
                key=lambda path: path.name,
            )
    except FileNotFoundError:
        return []


def _yaml_files(folder: Path, shown: str) -> Iterator[FileOf]:
    try:
        with os.scandir(folder) as entries:
            names = sorted(entry.name for entry in entries)
    except FileNotFoundError:
        return
    for name in names:
        if name.endswith((".yaml", ".yml")) and not name.startswith("."):
            yield FileOf(folder / name, f"{shown}/{name}")
