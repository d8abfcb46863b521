"""What validating and judging files gave, kept for the next start in the user's cache folder.

An entry is found by the bytes of the files, what was made of them, how years are reckoned, and the
code and the libraries that did it. So an entry says what doing it with the same bytes would say
again, and a stranger's files can put nothing into it that they would not give without it. Only of
files without any problem is anything kept. A damaged entry, or a folder that is not the user's own,
is as good as none.
"""

from __future__ import annotations

import contextlib
import os
import stat
import sys
import time
from collections.abc import Callable, Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, TypeVar

from sagaict import __version__
from sagaict.domain.reckoning import reckoned
from sagaict.domain.record import Record
from sagaict.domain.regex import regex
from sagaict.domain.stored import plain, revived
from sagaict.reading.cache_folder import cache_folder
from sagaict.reading.digest import blake2b
from sagaict.reading.files import FileOf
from sagaict.reading.loaded import Loaded

__all__ = ["Cache", "cache_for", "is_the_users", "loaded"]

MOST_BYTES = 256 * 1024 * 1024
LONGEST = 30 * 24 * 60 * 60
"""Seconds after which an entry is made anew, or gone if nothing asks for it."""

_Model = TypeVar("_Model", bound=Record)
_FOLDER = "validated-"
_FOLDERS = ("domain", "reading", "computing", "checking", "checking/rules")
"""Where the code lies that makes what is kept."""
_ENTRY = regex(r"[0-9a-f]{40}(?:\.\d+)?")
_ANYBODY_ELSE = stat.S_IRWXG | stat.S_IRWXO


def loaded(file: FileOf, content: bytes, kind: type[_Model], kept: Cache | None) -> Loaded[_Model]:
    """What is in a file: as it was validated before, if that is known, else validated now."""
    found = kept.found(content, kind) if kept is not None else None
    if found is None:
        from sagaict.reading.validation import load  # and with it the parser, and what validates

        found = load(file.shown, content, kind)
        if kept is not None:
            kept.keep(content, kind, found)
    return found


def cache_for(data: Path) -> Cache | None:
    """The cache for the files of a data folder; `None` where none is used."""
    top = cache_folder(data)
    try:
        return Cache(top) if top is not None else None
    except OSError:  # the program does not lie in files
        return None


class Cache:
    """Entries in a folder of the user's, each a file that is named after what it is of.

    Several programs may use it at once: an entry is written beside its place, and moved there.
    """

    def __init__(self, top: Path) -> None:
        self._top = top
        self._folder = top / f"{_FOLDER}{_code()}"
        self._trusted = is_the_users(self._folder)
        self._closed = False

    def found(self, content: bytes, kind: type[_Model]) -> Loaded[_Model] | None:
        """What validating these bytes gave before; `None` if that is not known."""
        form = self.form(kind.__name__, content)
        try:
            speaks, model = form[0], revived(form[1])
        except Exception:  # noqa: BLE001 - whatever is wrong with an entry, the file is at hand
            return None
        return Loaded(model, (), speaks, known=True) if isinstance(model, kind) else None

    def keep(self, content: bytes, kind: type[_Model], found: Loaded[_Model]) -> None:
        """Keep what validating these bytes gave, if it gave no problem and there is a place."""
        if found.model is not None and not found.problems:
            self.keep_form(kind.__name__, content, lambda: [found.speaks, plain(found.model)])

    def form(self, what: str, of: bytes) -> Any:
        """What is kept of this name and made of these bytes; `None` if there is nothing whole."""
        if not self._trusted:
            return None
        import json

        try:
            entry = self._entry(what, of)
            seal, _, text = entry.read_bytes().partition(b"\n")
            return json.loads(text) if seal == _seal(entry, text) else None
        except (OSError, ValueError, RecursionError):
            return None

    def keep_form(self, what: str, of: bytes, form: Callable[[], Any]) -> None:
        """Keep it, as JSON can hold it, if there is a place."""
        if self._closed:
            return
        import json

        said = json.dumps(form(), ensure_ascii=False, separators=(",", ":"))
        text = said.encode(errors="surrogatepass")  # of a file's name, which may be no text
        entry = self._entry(what, of)
        beside = entry.with_name(f"{entry.name}.{os.getpid()}")
        try:
            self._make()
            beside.write_bytes(_seal(entry, text) + b"\n" + text)
            beside.replace(entry)
        except OSError:
            self._closed = True

    def tidy(self) -> None:
        """Take away what is old, and the oldest of what is more than there may be."""
        now, room = time.time(), MOST_BYTES
        with contextlib.suppress(OSError):  # another program does the same, or may not
            found = [(each.stat(), each) for each in _entries(self._top)]
            for about, entry in sorted(found, key=lambda each: each[0].st_mtime, reverse=True):
                room -= about.st_size
                if room < 0 or now - about.st_mtime > LONGEST:
                    entry.unlink()
        for folder in self._top.glob(f"{_FOLDER}*"):
            with contextlib.suppress(OSError):
                folder.rmdir()  # of another version, if nothing is left in it

    def _make(self) -> None:
        if not self._trusted:
            self._top.mkdir(parents=True, exist_ok=True)
            self._folder.mkdir(0o700, exist_ok=True)
            self._trusted = is_the_users(self._folder)
        if not self._trusted:
            raise PermissionError(self._folder)

    def _entry(self, what: str, of: bytes) -> Path:
        person, salt = what.encode()[:16], reckoned().name.encode()
        return self._folder / blake2b(of, digest_size=20, person=person, salt=salt).hexdigest()


def _seal(entry: Path, text: bytes) -> bytes:
    """By which an entry is known to be whole, and in its own place."""
    return blake2b(entry.name.encode() + text, digest_size=16).hexdigest().encode()


def is_the_users(folder: Path) -> bool:
    """Whether it is a folder into which nobody else can look; no checkout has one by itself."""
    try:
        about = folder.lstat()
    except OSError:
        return False
    if not stat.S_ISDIR(about.st_mode):
        return False
    if sys.platform == "win32":
        return True
    return about.st_uid == os.geteuid() and not about.st_mode & _ANYBODY_ELSE


def _entries(top: Path) -> Iterator[Path]:
    """The entries of all versions of the program, and nothing else that may lie there."""
    for folder in top.glob(f"{_FOLDER}*"):
        if is_the_users(folder):
            yield from (each for each in folder.iterdir() if _ENTRY.fullmatch(each.name))


@cache
def _code() -> str:
    """What tells the code and the libraries that do it from every other state of theirs.

    As for what Python compiles itself, that is how long each file is and when it was changed.

    Raises:
        OSError: they do not lie in files.
    """
    package = Path(__file__).parent.parent
    libraries = [find_spec(name) for name in ("yaml", "pydantic_core")]
    folders = [
        *(package / name for name in _FOLDERS),
        *(
            Path(place)
            for each in libraries
            if each
            for place in each.submodule_search_locations or ()
        ),
    ]
    seen = [__version__, sys.version]
    for folder in folders:
        with os.scandir(folder) as entries:
            files = sorted((each for each in entries if each.is_file()), key=lambda each: each.name)
        for file in files:
            about = file.stat()
            seen.append(f"{file.name} {about.st_size} {about.st_mtime_ns}")
    return blake2b("\n".join(seen).encode(), digest_size=8).hexdigest()
