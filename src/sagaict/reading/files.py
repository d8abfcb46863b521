"""The files of a data folder: which there are, and how to get at their bytes."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator, Sequence
from dataclasses import field
from pathlib import Path

from sagaict.domain.light import dataclass
from sagaict.domain.regex import regex
from sagaict.reading.source_text import MAX_BYTES

__all__ = [
    "FOLDERS",
    "SETTINGS",
    "FileOf",
    "HeldFile",
    "LeadsOut",
    "Misplaced",
    "NotAFile",
    "NotRead",
    "files_on_disk",
    "is_data",
    "is_misplaced",
    "readable_name",
    "unless_outside",
]

FOLDERS = ("plans", "projects")
"""The folders of a data folder: plans lie in the first, projects one folder deeper in the other."""
SETTINGS = "sagaict.yaml"
"""The file of the settings, beside them."""

_DEEPEST = 4
"""How far below a data folder files are looked for that lie in the wrong place."""
_BEGINS_LIKE_DATA = regex(rb"^id\s*:.*^(?:period|plan)\s*:", re.MULTILINE | re.DOTALL)
# A pipe must not make us wait for a writer, nor a device do what opening it does.
_AT_ONCE = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0)
_BYTES = getattr(os, "O_BINARY", 0)


class NotRead(OSError):
    """A file that is there but is not read; `rule` names why."""

    rule = "unreadable"


class LeadsOut(NotRead):
    """A link to something outside the data folder, which is not followed."""

    rule = "outside-link"


class NotAFile(NotRead):
    """A folder, a pipe or a device where a file is expected."""

    rule = "not-a-file"


class Misplaced(NotRead):
    """A file that looks like data in a place, or with a name, that no plan or project has."""

    rule = "misplaced-file"


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
        return FileOf(self.path / name, f"{self.shown}/{readable_name(name)}")

    def read(self) -> bytes:
        """The bytes of the file, no more than one past the size limit. Never waits.

        Raises:
            NotAFile: it is a folder, a pipe or a device.
            OSError: it cannot be read.
        """
        if not stat.S_ISREG(self.path.stat().st_mode):
            raise NotAFile(str(self.path))
        stream = os.open(self.path, _AT_ONCE | _BYTES)
        try:
            about = os.fstat(stream)
            if not stat.S_ISREG(about.st_mode):  # exchanged meanwhile
                raise NotAFile(str(self.path))
            return _read(stream, about.st_size)
        finally:
            os.close(stream)


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


def _read(stream: int, size: int) -> bytes:
    """All that is there, or as much as shows that it is too much; `size` is how much is expected.

    Room for the most there may be, asked for each small file, costs more than to read it.
    """
    content = b""
    while left := MAX_BYTES + 1 - len(content):
        part = os.read(stream, min(left, size + 1))
        if not part:
            break
        content += part
    return content


def readable_name(name: str) -> str:
    r"""A file's name as text that every output can hold: what is not UTF-8 byte by byte, `\xff`."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def is_data(parts: Sequence[str]) -> bool:
    """Whether a path below a data folder is that of a plan's or a project's file."""
    depth = {"plans": 2, "projects": 3}.get(parts[0])
    name = parts[-1]
    return len(parts) == depth and name.endswith((".yaml", ".yml")) and not name.startswith(".")


def is_misplaced(parts: Sequence[str]) -> bool:
    """Whether a path below a data folder looks like data, but nothing reads it.

    That is YAML among the plans and projects at another depth or with another suffix (`q.YAML`),
    and the settings by another name. Hidden files are meant to be left alone.
    """
    name = parts[-1].lower()
    if not name.endswith((".yaml", ".yml")) or any(part.startswith(".") for part in parts):
        return False
    if len(parts) == 1:
        return name.partition(".")[0] == SETTINGS.partition(".")[0] and parts[0] != SETTINGS
    return parts[0] in FOLDERS and not is_data(parts)


def files_on_disk(top: FileOf) -> Iterator[FileOf]:
    """The files of plans and projects in a data folder, in order.

    What cannot be read, is a link that leads out of the data folder, or lies where nothing is read,
    is listed as a `HeldFile` that says so.
    """
    root = os.path.realpath(top.path)
    misplaced: list[FileOf] = []
    links: list[FileOf] = []
    for file in _below(top, root, (), links):
        if isinstance(file, HeldFile) and isinstance(file.content, Misplaced):
            misplaced.append(file)
        else:
            yield file
    linked = {os.path.realpath(file.path) for file in links}
    for file in misplaced:
        if os.path.realpath(file.path) not in linked:  # else it is read by its other name
            yield file


def unless_outside(file: FileOf, root: str) -> FileOf:
    """The file, or why it is not followed: it is a link that leads out of the folder `root`."""
    if file.path.is_symlink() and not Path(os.path.realpath(file.path)).is_relative_to(root):
        return HeldFile(file.path, file.shown, LeadsOut(str(file.path)))
    return file


def _below(
    folder: FileOf, root: str, above: tuple[str, ...], links: list[FileOf]
) -> Iterator[FileOf]:
    """What is of interest in a folder, by name; a folder of data that cannot be read says why.

    Files of data that are links are noted too.
    """
    checked = unless_outside(folder, root) if above else folder
    if isinstance(checked, HeldFile):
        yield checked
        return
    try:
        with os.scandir(folder.path) as entries:
            found = sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        if _holds_data(above):
            yield HeldFile(folder.path, folder.shown, error)
        return
    for entry in found:
        parts, file = (*above, entry.name), folder.inside(entry.name)
        if is_data(parts):
            if entry.is_symlink():
                links.append(file)
                file = unless_outside(file, root)
            yield file
        elif _is_folder_of_data(entry, parts) or _is_further_folder(entry, parts):
            yield from _below(file, root, parts, links)
        elif is_misplaced(parts) or _looks_like_data(entry, parts):
            yield HeldFile(file.path, file.shown, Misplaced(str(file.path)))


def _holds_data(parts: tuple[str, ...]) -> bool:
    """Whether files of plans or projects are looked for right in this folder, even by a link."""
    return (parts[:1] == ("projects",) and len(parts) <= 2) or parts == ("plans",)


def _is_folder_of_data(entry: os.DirEntry[str], parts: tuple[str, ...]) -> bool:
    return _holds_data(parts) and (len(parts) == 1 or entry.is_dir())


def _is_further_folder(entry: os.DirEntry[str], parts: tuple[str, ...]) -> bool:
    """A folder that may hold misplaced files: not hidden, not deep, no data folder of its own."""
    if len(parts) >= _DEEPEST or entry.name.startswith(".") or entry.is_symlink():
        return False
    return entry.is_dir() and not Path(entry.path, "plans").is_dir()


def _looks_like_data(entry: os.DirEntry[str], parts: tuple[str, ...]) -> bool:
    """Whether a file outside the folders of data begins as a plan or a project does."""
    if parts[0] in FOLDERS or parts == (SETTINGS,) or entry.name.startswith("."):
        return False
    if not entry.name.lower().endswith((".yaml", ".yml")):
        return False
    try:
        content = FileOf(Path(entry.path), entry.name).read()
    except OSError:
        return False
    return _BEGINS_LIKE_DATA.search(content) is not None
