"""Reading data that another command may be writing, or was killed while writing: always whole."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from sagaict.reading.data_folder import DataFolder
    from sagaict.reading.workspace import Workspace

__all__ = ["read_whole", "whole"]

_Read = TypeVar("_Read")

_PATIENCE, _PAUSE = 100, 0.02
"""How often, and how far apart in seconds, to look whether another command has finished."""


def read_whole(folder: DataFolder) -> Workspace:
    """The data, all of it at one moment."""
    from sagaict.reading.workspace import read_workspace

    return whole(folder, lambda: read_workspace(folder.path, shown_as=folder.shown))


def whole(folder: DataFolder, read: Callable[[], _Read]) -> _Read:
    """What reading it gives, done again if another command changed it meanwhile: never half of it.

    A change that was interrupted reads as if it were complete; the next who writes completes it.
    """
    for attempt in range(_PATIENCE):
        if attempt:
            time.sleep(_PAUSE)
        # Whoever changes files leaves a journal in the folder for a moment, and so its trace.
        before = folder.path.stat().st_mtime_ns
        found = read()
        if folder.path.stat().st_mtime_ns == before:
            break
    return found
