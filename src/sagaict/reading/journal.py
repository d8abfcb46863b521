"""The note of a change that is decided but not complete, and how its files read meanwhile.

Who changes files writes the new contents beside them, then a journal that names them, then renames.
Whoever reads in between takes the new contents from where they lie, and never writes. A journal is
a file like any other and may be a stranger's: it counts only if it names nothing but files of the
data, and git does not track it.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from sagaict.reading.data_folder import JOURNAL
from sagaict.reading.files import SETTINGS, FileOf, HeldFile, is_data

__all__ = [
    "SUFFIX",
    "Digests",
    "ForeignJournal",
    "as_decided",
    "digest_of",
    "known_name",
    "read_journal",
    "waiting_path",
]

Digests = tuple[str | None, str | None]
"""Of a file's content before and after; `None` for a file that is not there."""
SUFFIX = ".sagaict-new"
"""Ends the name under which a new content waits."""


class ForeignJournal(Exception):
    """A journal that this tool did not leave here: committed, unreadable, or of other files."""


def waiting_path(path: Path) -> Path:
    """Where a file's new content lies until it is put in its place."""
    return path.with_name(f".{path.name}{SUFFIX}")


def digest_of(content: bytes | None) -> str | None:
    """What the journal says of a content."""
    import hashlib

    return None if content is None else hashlib.sha256(content).hexdigest()


def read_journal(root: Path) -> Mapping[str, Digests]:
    """The files of the change that is not complete, by their names below `root`; mostly none.

    Raises:
        ForeignJournal: there is a journal, but none to be believed.
    """
    path = root / JOURNAL
    if not os.path.lexists(path):
        return {}
    try:
        content = FileOf(path, JOURNAL).read()
    except FileNotFoundError:
        if path.is_symlink():
            raise ForeignJournal from None
        return {}  # just completed by another command
    except OSError:
        raise ForeignJournal from None
    if path.is_symlink() or _is_tracked(root):
        raise ForeignJournal
    import json

    try:
        entries = {
            known_name(name): _checked_digests(pair) for name, pair in json.loads(content).items()
        }
    except (ValueError, TypeError, AttributeError, RecursionError):
        raise ForeignJournal from None
    return entries


def as_decided(top: FileOf, listing: Iterable[FileOf]) -> Iterator[FileOf]:
    """The files of a data folder as they are once the change that is not complete is.

    Raises:
        ForeignJournal: there is a journal, but none to be believed.
    """
    pending = {top.path / name: after for name, (_before, after) in read_journal(top.path).items()}
    contents = {path: _waiting(path, after) for path, after in pending.items()}
    for file in listing:
        held = contents.pop(file.path, None)
        if held is not None:
            yield HeldFile(file.path, file.shown, held)
        elif file.path not in pending or pending[file.path] is not None:
            yield file
    for path, held in contents.items():
        if held is not None and path.name != SETTINGS:
            shown = "/".join([top.shown, *path.relative_to(top.path).parts])
            yield HeldFile(path, shown, held)


def _waiting(path: Path, digest: str | None) -> bytes | None:
    """The new content, if it is still waiting to be put in place."""
    waiting = waiting_path(path)
    try:
        if digest is None or not stat.S_ISREG(waiting.lstat().st_mode):
            return None
        content = waiting.read_bytes()
    except OSError:
        return None
    return content if digest_of(content) == digest else None


def _is_tracked(root: Path) -> bool:
    from sagaict.reading.git import GitTrouble, open_repository

    try:
        return open_repository(root).tracks(JOURNAL)
    except GitTrouble:
        return False


def known_name(name: str) -> str:
    """The name, if it is that of a file of the data, below their folder.

    Raises:
        ValueError: it is not.
    """
    parts = name.split("/")
    if (is_data(parts) or name == SETTINGS) and ".." not in parts and "" not in parts:
        return name
    raise ValueError(name)


def _checked_digests(pair: object) -> Digests:
    if isinstance(pair, list) and len(pair) == 2:
        before, after = pair
        if isinstance(before, str | None) and isinstance(after, str | None):
            return before, after
    raise TypeError(pair)
