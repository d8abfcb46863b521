"""What lies in a data folder, before any of it is read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from sagaict.domain.light import dataclass
from sagaict.reading.data_folder import JOURNAL
from sagaict.reading.files import FileOf, HeldFile, NotRead, files_on_disk, readable_name
from sagaict.reading.journal import ForeignJournal, as_decided
from sagaict.reading.problem import Place, Problem

__all__ = ["Listing", "list_folder", "listing_of", "place_among"]

MAX_FILES = 1_000_000


class TooMany(NotRead):
    """A file of which there are so many that neither it nor those behind it are read."""

    rule = "too-many-files"


@dataclass(frozen=True, slots=True)
class Listing:
    """The files of plans and projects below `root`, in order.

    `shown` is how the folder is called in problems; `problems` are those of the folder itself.
    `settings` is the file of the settings, unless it is the one on disk.
    """

    root: Path
    shown: str = ""
    files: tuple[FileOf, ...] = ()
    problems: tuple[Problem, ...] = ()
    settings: FileOf | None = None


def list_folder(root: Path, *, shown_as: str | None = None) -> Listing:
    """List `plans/*.yaml` and `projects/*/*.yaml` below `root`, and what looks like them."""
    top = FileOf(root, shown_as if shown_as is not None else readable_name(root.as_posix()))
    try:
        return listing_of(top, as_decided(top, files_on_disk(top)))
    except ForeignJournal:
        problem = Problem("foreign-journal", top.inside(JOURNAL).shown, Place(1, 1))
        return replace(listing_of(top, files_on_disk(top)), problems=(problem,))


def listing_of(top: FileOf, files: Iterable[FileOf], settings: FileOf | None = None) -> Listing:
    """The files of the folder `top`, wherever they come from: plans before projects."""
    found = sorted(files, key=lambda file: place_among(top.path, file))
    for file in found[MAX_FILES : MAX_FILES + 1]:
        found[MAX_FILES:] = [HeldFile(file.path, file.shown, TooMany(file.shown))]
    return Listing(top.path, top.shown, tuple(found), (), settings)


def place_among(root: Path, file: FileOf) -> tuple[bool, tuple[str, ...]]:
    """By which the files of a folder stand in order."""
    parts = file.path.parts
    return parts[len(root.parts)] != "plans", parts
