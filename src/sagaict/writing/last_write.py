"""What the last write of a command took the place of, kept so that it can be taken back.

It lies in the user's cache folder, where nobody else can look, and never among the data. The next
write takes its place; where no cache is used, nothing is kept.
"""

from __future__ import annotations

import base64
import contextlib
import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import field
from datetime import datetime
from hashlib import blake2b
from pathlib import Path

from sagaict.domain.light import dataclass
from sagaict.reading.cache import is_the_users
from sagaict.reading.cache_folder import cache_folder
from sagaict.reading.journal import digest_of, known_name

__all__ = ["Former", "LastWrite", "last_write", "remembered"]

_FOLDER = "last-writes"


@dataclass(frozen=True, slots=True)
class Former:
    """A file's content before the write, and what the journal would say of that after it.

    `content` is `None` for a file that was new, `digest` for one that went.
    """

    content: bytes | None
    digest: str | None


@dataclass(frozen=True, slots=True)
class LastWrite:
    """The files that were written, by their names below the data folder, and when."""

    files: Mapping[str, Former] = field(repr=False)
    when: datetime

    def changed_since(self, root: Path) -> list[str]:
        """The files that are no longer as the write left them."""
        return [
            name
            for name, former in self.files.items()
            if digest_of(_content(root / name)) != former.digest
        ]


def last_write(root: Path) -> LastWrite | None:
    """The last write to a data folder, if it is known."""
    path = _path(root)
    if path is None or not is_the_users(path.parent):
        return None
    try:
        form = json.loads(path.read_bytes())
        entries = form["files"].items()
        files = {known_name(name): Former(_bytes(text), digest) for name, (text, digest) in entries}
        return LastWrite(files, datetime.fromisoformat(form["when"]))
    except (OSError, ValueError, TypeError, LookupError, AttributeError, RecursionError):
        return None


@contextlib.contextmanager
def remembered(root: Path, files: Mapping[str, Former]) -> Iterator[None]:
    """Keep what is about to be written over; what was kept before, if it is not written.

    A full disk or a folder that may not be written keeps nothing, and hinders no write.
    """
    path = _path(root)
    if path is None:
        yield
        return
    before = _content(path)
    entries = {name: (_text(each.content), each.digest) for name, each in files.items()}
    form = {"when": datetime.now().astimezone().isoformat(), "files": entries}
    _put(path, json.dumps(form, ensure_ascii=False).encode())
    try:
        yield
    except BaseException:
        _put(path, before)
        raise


def _path(root: Path) -> Path | None:
    top = cache_folder(root)
    name = blake2b(os.fsencode(os.path.realpath(root)), digest_size=20).hexdigest()
    return None if top is None else top / _FOLDER / name


def _put(path: Path, content: bytes | None) -> None:
    """Let the file hold that, or be gone; gone as well if that cannot be."""
    beside = path.with_name(f"{path.name}.{os.getpid()}")
    with contextlib.suppress(OSError):
        if content is not None:
            path.parent.parent.mkdir(parents=True, exist_ok=True)
            path.parent.mkdir(0o700, exist_ok=True)
            if is_the_users(path.parent):
                beside.write_bytes(content)
                beside.replace(path)
                return
    for each in (beside, path):
        with contextlib.suppress(OSError):
            each.unlink()


def _content(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


def _text(content: bytes | None) -> str | None:
    return None if content is None else base64.b64encode(content).decode()


def _bytes(text: str | None) -> bytes | None:
    return None if text is None else base64.b64decode(text, validate=True)
