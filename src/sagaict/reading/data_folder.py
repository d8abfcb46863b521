"""Which folder of data to read: named, found upwards like a git repository, or the bundled one."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from typing import Literal

from sagaict.domain.light import dataclass
from sagaict.reading.files import readable_name

__all__ = ["JOURNAL", "DataFolder", "NoData", "find_data"]

ENVIRONMENT = "SAGAICT_DATA"
JOURNAL = ".sagaict-journal"
"""Lies in a data folder as long as a change of it is decided but not complete."""


class NoData(Exception):
    """A folder was named that holds no `plans/`; `path` is what was named."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


@dataclass(frozen=True, slots=True)
class DataFolder:
    """A folder with `plans/` and `projects/`, and how it came to be chosen."""

    path: Path
    origin: Literal["option", "environment", "found", "bundled"]

    @property
    def shown(self) -> str:
        """The path relative to where the user stands, if it lies below; else absolute."""
        try:
            relative = self.path.relative_to(Path.cwd()).as_posix()
        except (ValueError, OSError):
            return readable_name(self.path.as_posix())
        return readable_name(relative)


def find_data(option: str | None, environ: dict[str, str] | os._Environ[str]) -> DataFolder:
    """The data to read.

    `--data` wins over `SAGAICT_DATA`, that over the nearest ancestor holding `data/plans/`, that
    over the data shipped with the package.

    Raises:
        NoData: a folder was named and it (or its `data/`) holds no `plans/`.
    """
    if option:
        return DataFolder(_named(option), "option")
    if environ.get(ENVIRONMENT):
        return DataFolder(_named(environ[ENVIRONMENT]), "environment")
    try:
        here = Path.cwd()
    except OSError:
        return bundled()
    for folder in (here, *here.parents):
        if (folder / "data" / "plans").is_dir():
            return DataFolder(folder / "data", "found")
    return bundled()


def bundled() -> DataFolder:
    """The data shipped with the package (in a checkout: the checkout's own)."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "data"
    return DataFolder(inside if inside.is_dir() else package.parents[1] / "data", "bundled")


def _named(text: str) -> Path:
    path = Path(text)
    with contextlib.suppress(RuntimeError):  # `~somebody` whom the system does not know
        path = path.expanduser()
    for candidate in (path, path / "data"):
        if (candidate / "plans").is_dir():
            return Path(os.path.abspath(candidate))
    raise NoData(text)
