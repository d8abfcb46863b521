"""Several files changed all or none, whatever happens in between.

New contents are written beside their files and forced to disk; then a journal names them; then
each is renamed over its file; then the journal goes. Before the journal is complete nothing has
changed; once it is, `recover` finishes the renames, so a kill at any moment leaves the files, as
the next command sees them, before or after. What a kill leaves lying beside the files otherwise is
swept away by the next one who writes.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from sagaict.domain.light import dataclass
from sagaict.language.system import reason_of
from sagaict.reading.data_folder import JOURNAL
from sagaict.reading.journal import (
    SUFFIX,
    Digests,
    ForeignJournal,
    digest_of,
    read_journal,
    waiting_path,
)
from sagaict.writing.last_write import Former, remembered
from sagaict.writing.lock import Busy, held

__all__ = [
    "Busy",
    "ChangedMeanwhile",
    "Edit",
    "OutsideWorkspace",
    "Unfinished",
    "commit",
    "is_unfinished",
    "locked",
    "recover",
]

LOCK = ".sagaict-lock"
_SAVED = ".sagaict-saved"


class ChangedMeanwhile(Exception):
    """A file is no longer what it was when it was read; nothing was written."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


class OutsideWorkspace(Exception):
    """A file is a link that leads out of the workspace; nothing was written."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


class Unfinished(Exception):
    """The change is decided and safe on the disk, but a file could not be put in its place.

    `recover`, which every command begins with, will do it. `detail` is the system's word.
    """

    def __init__(self, detail: str) -> None:
        super().__init__(detail)
        self.detail = detail


@dataclass(frozen=True, slots=True)
class Edit:
    """A file's content before and after.

    `before` is `None` for a file that is to be new, `after` for one that is to go.
    """

    path: Path
    before: bytes | None
    after: bytes | None


@contextlib.contextmanager
def locked(root: Path) -> Iterator[None]:
    """Hold the workspace's lock; it goes with the process, however that ends.

    Raises:
        Busy: another process holds it.
        ForeignJournal: there is a journal that no command left.
        OSError: the lock cannot be made (a read-only folder).
    """
    with held(root / LOCK):
        recover(root, holding=True)
        _sweep(root)
        yield


def commit(root: Path, edits: list[Edit]) -> None:
    """Make every edit, or none. The lock must be held.

    Raises:
        ChangedMeanwhile: a file is not what the edit was made from.
        OutsideWorkspace: a file's real place is not below `root`.
        OSError: something cannot be written; nothing has changed.
        Unfinished: everything is written, but not all of it in its place yet.
    """
    destinations = [_destination(root, edit.path) for edit in edits]
    for edit, destination in zip(edits, destinations, strict=True):
        now = destination.read_bytes() if destination.exists() else None
        if now != edit.before:
            raise ChangedMeanwhile(edit.path)
    base = root.resolve()
    entries = {
        destination.relative_to(base).as_posix(): (digest_of(edit.before), digest_of(edit.after))
        for edit, destination in zip(edits, destinations, strict=True)
    }
    contents = {
        destination: edit.after for edit, destination in zip(edits, destinations, strict=True)
    }
    with remembered(root, _formers(base, edits, destinations)):
        _decide(root, contents, entries)
    try:
        _sync_folder(root)
        _finish(root, entries)
    except OSError as error:
        raise Unfinished(reason_of(error)) from error


def _formers(base: Path, edits: list[Edit], destinations: list[Path]) -> dict[str, Former]:
    """What is written over, for who wants to take it back."""
    return {
        destination.relative_to(base).as_posix(): Former(edit.before, digest_of(edit.after))
        for edit, destination in zip(edits, destinations, strict=True)
    }


def _decide(
    root: Path, contents: Mapping[Path, bytes | None], entries: Mapping[str, Digests]
) -> None:
    """Write the new texts, then the journal naming them. If that fails, all of it goes again."""
    temporaries: list[Path] = []
    made: list[Path] = []
    try:
        for destination, content in contents.items():
            if content is None:
                continue
            _make_folder(destination.parent, root, made)
            temporary = waiting_path(destination)
            temporaries.append(temporary)
            _write(temporary, content)
            if destination.exists():
                temporary.chmod(destination.stat().st_mode)
        for folder in {temporary.parent for temporary in temporaries} | {
            folder.parent for folder in made
        }:
            _sync_folder(folder)
        journal = root / f"{JOURNAL}{SUFFIX}"
        temporaries.append(journal)
        _write(journal, json.dumps(entries, ensure_ascii=False).encode())
        journal.replace(root / JOURNAL)
    except OSError:
        for temporary in temporaries:
            with contextlib.suppress(OSError):
                temporary.unlink()
        for folder in reversed(made):
            with contextlib.suppress(OSError):
                folder.rmdir()
        raise


def is_unfinished(root: Path) -> bool:
    """Whether a change is decided but not in place: one just being made, or an interrupted one."""
    return (root / JOURNAL).exists()


def recover(root: Path, *, holding: bool = False) -> bool:
    """Finish what a killed command had decided, if there is such a thing. Whether it did.

    Without `holding` the lock, nothing is done while another process holds it.
    """
    if not is_unfinished(root):
        return False
    if holding:
        return _recover(root)
    try:
        with locked(root):
            return not is_unfinished(root)
    except (Busy, ForeignJournal, OSError):
        return False


def _recover(root: Path) -> bool:
    pairs = read_journal(root)
    for name, digests in pairs.items():
        _save_foreign(root, root.resolve() / name, digests)
    _finish(root, pairs)
    return True


def _save_foreign(root: Path, destination: Path, digests: Digests) -> None:
    """Put aside what somebody wrote into a file after the command that changes it was killed."""
    if not destination.is_file() or not destination.resolve().is_relative_to(root.resolve()):
        return
    content = destination.read_bytes()
    if digest_of(content) not in digests:
        _write(destination.with_name(f"{destination.name}{_SAVED}"), content)


def _finish(root: Path, entries: Mapping[str, Digests]) -> None:
    """Rename each temporary file over its file; one that is gone has been renamed already."""
    base = root.resolve()
    for name, (_before, digest) in entries.items():
        destination = base / name
        if not destination.resolve().is_relative_to(base):
            continue  # a journal is a file like any other: it may not lead out
        temporary = waiting_path(destination)
        if digest is None:
            destination.unlink(missing_ok=True)
            _sync_folder(destination.parent)
        elif temporary.exists() and digest_of(temporary.read_bytes()) == digest:
            temporary.replace(destination)
            _sync_folder(destination.parent)
    (root / JOURNAL).unlink(missing_ok=True)
    _sync_folder(root)


def _sweep(root: Path) -> None:
    """Take away the temporary files of a command that was killed before it had decided."""
    if is_unfinished(root):
        return
    for folder in (root, root / "plans", *(root / "projects").glob("*/")):
        for temporary in folder.glob(f".*{SUFFIX}"):
            with contextlib.suppress(OSError):
                temporary.unlink()


def _destination(root: Path, path: Path) -> Path:
    destination = path.resolve()
    if not destination.is_relative_to(root.resolve()):
        raise OutsideWorkspace(path)
    return destination


def _make_folder(folder: Path, root: Path, made: list[Path]) -> None:
    """Make a folder and those above it that are missing, and note each in `made`."""
    missing = []
    while not folder.exists() and folder != root:
        missing.append(folder)
        folder = folder.parent
    for new in reversed(missing):
        new.mkdir()
        made.append(new)


def _write(path: Path, content: bytes) -> None:
    path.unlink(missing_ok=True)
    with path.open("xb") as stream:  # a new file: never through a link somebody left there
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())


def _sync_folder(folder: Path) -> None:
    """Force a folder's own entries to disk, where the system can."""
    flags = getattr(os, "O_DIRECTORY", None)
    if flags is None:
        return
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY | flags)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
