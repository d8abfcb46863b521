"""The files of a data folder: which there are, and how to get at their bytes."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from sagaict.reading.source_text import MAX_BYTES

__all__ = ["FOLDERS", "FileOf", "HeldFile", "LeadsOut", "files_on_disk", "is_data"]

FOLDERS = ("plans", "projects")
"""The folders of a data folder: plans lie in the first, projects one folder deeper in the other."""


class LeadsOut(OSError):
    """A link to something outside the data folder, which is not followed."""


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

    def inside(self, name: str) -> FileOf:
        """A file or folder in this folder."""
        return FileOf(self.path / name, f"{self.shown}/{name}")

    def read(self) -> bytes:
        """The bytes of the file, no more than one past the size limit.

        Raises:
            OSError: it cannot be read.
        """
        with self.path.open("rb") as stream:
            return stream.read(MAX_BYTES + 1)


@dataclass(frozen=True, slots=True)
class HeldFile(FileOf):
    """A file whose bytes are at hand already, or the reason why they cannot be had."""

    content: bytes | OSError = field(repr=False, compare=False)

    def read(self) -> bytes:
        """The bytes.

        Raises:
            OSError: the reason why there are none.
        """
        if isinstance(self.content, OSError):
            raise self.content
        return self.content


def is_data(parts: Sequence[str]) -> bool:
    """Whether a path below a data folder is that of a plan's or a project's file."""
    depth = {"plans": 2, "projects": 3}.get(parts[0])
    name = parts[-1]
    return len(parts) == depth and name.endswith((".yaml", ".yml")) and not name.startswith(".")


def files_on_disk(top: FileOf) -> Iterator[FileOf]:
    """The files of plans and projects in a data folder, in order.

    A file or folder that cannot be read, or is a link that leads out of the data folder, is listed
    as a `HeldFile` that says so.
    """
    root = os.path.realpath(top.path)
    for name in FOLDERS:
        for entry in _inside(top.inside(name), root):
            if name == "plans" and is_data((name, entry.path.name)):
                yield _unless_outside(entry, root)
            elif isinstance(entry, HeldFile):
                yield entry
            elif name == "projects" and entry.path.is_dir():
                for file in _inside(entry, root):
                    if isinstance(file, HeldFile):
                        yield file
                    elif is_data((name, entry.path.name, file.path.name)):
                        yield _unless_outside(file, root)


def _inside(folder: FileOf, root: str) -> list[FileOf]:
    """What is in a folder, by name; a folder that cannot be read gives the reason instead."""
    checked = _unless_outside(folder, root)
    if isinstance(checked, HeldFile):
        return [checked]
    try:
        with os.scandir(folder.path) as entries:
            return [folder.inside(name) for name in sorted(entry.name for entry in entries)]
    except FileNotFoundError:
        return []
    except OSError as error:
        return [HeldFile(folder.path, folder.shown, error)]


def _unless_outside(file: FileOf, root: str) -> FileOf:
    if file.path.is_symlink() and not Path(os.path.realpath(file.path)).is_relative_to(root):
        return HeldFile(file.path, file.shown, LeadsOut(str(file.path)))
    return file
