"""A data folder as a commit has it."""

from __future__ import annotations

import errno
import os
import posixpath
from collections.abc import Iterator, Mapping
from pathlib import Path

from sagaict.reading.files import (
    FOLDERS,
    SETTINGS,
    FileOf,
    HeldFile,
    LeadsOut,
    Misplaced,
    is_data,
    is_misplaced,
    readable_name,
)
from sagaict.reading.git import Commit, Repository, TreeEntry
from sagaict.reading.listing import Listing, listing_of
from sagaict.reading.workspace import Workspace, workspace_of

__all__ = ["list_commit", "read_commit"]

_MAX_LINKS = 8


def read_commit(repository: Repository, commit: Commit) -> Workspace:
    """The workspace in the commit's version of the folder the repository was opened at.

    Raises:
        GitTrouble: git failed.
    """
    return workspace_of(list_commit(repository, commit))


def list_commit(repository: Repository, commit: Commit) -> Listing:
    """The files of the data in a commit, with what they hold.

    In problems, its files are called as git calls them: `HEAD~1:data/plans/dx-plan.yaml`. A folder
    that did not exist yet gives an empty listing.

    Raises:
        GitTrouble: git failed.
    """
    top = FileOf(repository.folder, f"{commit.name}:{repository.prefix}".rstrip("/"))
    found = dict(_files(repository, commit, top))
    settings = found.pop(SETTINGS, None) or _held(top, SETTINGS, FileNotFoundError(SETTINGS))
    return listing_of(top, found.values(), settings)


def _files(repository: Repository, commit: Commit, top: FileOf) -> Iterator[tuple[str, HeldFile]]:
    """Every file of the data and its settings, by its path in the folder."""
    entries = {entry.path: entry for entry in repository.entries(commit, (*FOLDERS, SETTINGS))}
    wanted = [entry for entry in entries.values() if _is_read(entry.path)]
    contents = dict(_contents(repository, [*wanted, *_links(entries)]))
    for path, entry in entries.items():
        if _is_read(path):
            yield path, _held(top, path, _content(entry, entries, contents))
        elif is_misplaced(path.split("/")):
            yield path, _held(top, path, Misplaced(path))


def _is_read(path: str) -> bool:
    return path == SETTINGS or is_data(path.split("/"))


def _held(top: FileOf, path: str, content: bytes | OSError) -> HeldFile:
    separator = "" if top.shown.endswith(":") else "/"
    shown = f"{top.shown}{separator}{readable_name(path)}"
    return HeldFile(Path(top.path, *path.split("/")), shown, content)


def _links(entries: Mapping[str, TreeEntry]) -> Iterator[TreeEntry]:
    """What links may lead to: everything, if there is a link at all."""
    if any(entry.is_link for entry in entries.values()):
        yield from entries.values()


def _contents(
    repository: Repository, entries: list[TreeEntry]
) -> Iterator[tuple[str, bytes | OSError]]:
    names = list(dict.fromkeys(entry.object for entry in entries))
    missing = FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
    for name, content in zip(names, repository.contents(names), strict=True):
        yield name, missing if content is None else content


def _content(
    entry: TreeEntry, entries: Mapping[str, TreeEntry], contents: Mapping[str, bytes | OSError]
) -> bytes | OSError:
    """The bytes of a file, through links as long as they stay in the data folder."""
    for _hop in range(_MAX_LINKS):
        content = contents[entry.object]
        if not entry.is_link or isinstance(content, OSError):
            return content
        linked = posixpath.join(posixpath.dirname(entry.path), os.fsdecode(content))
        found = entries.get(posixpath.normpath(linked))
        if found is None:
            break
        entry = found
    return LeadsOut(entry.path)
