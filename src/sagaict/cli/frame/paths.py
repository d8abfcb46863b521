"""Paths on the command line: which data folder they lie in, which of its files they name."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from sagaict.cli.frame.refusal import Refusal
from sagaict.language import _

if TYPE_CHECKING:
    from sagaict.reading.files import FileOf

__all__ = ["data_of", "files_below"]


def data_of(name: str) -> str | None:
    """The data folder the path lies in, if it lies in one."""
    first = Path(name).resolve()
    for folder in (first, *first.parents):
        if (folder / "plans").is_dir() or (folder / "data" / "plans").is_dir():
            return str(folder)
    return None


def files_below(paths: Iterable[str], files: Iterable[FileOf]) -> set[FileOf]:
    """Those of the files that the paths name, themselves or by a folder above them.

    Raises:
        Refusal: a path that names none of them.
    """
    resolved = {file: file.path.resolve() for file in files}
    chosen: set[FileOf] = set()
    for text in paths:
        path = Path(text).resolve()
        below = {file for file, place in resolved.items() if place.is_relative_to(path)}
        if not below:
            raise Refusal(
                _("{path} is no file of the data, nor a folder of such files").format(path=text)
            )
        chosen |= below
    return chosen
