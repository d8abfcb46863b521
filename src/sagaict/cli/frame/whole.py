"""Reading data that another command may be writing, or was killed while writing: always whole."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sagaict.reading.data_folder import DataFolder
    from sagaict.reading.workspace import Workspace

__all__ = ["read_whole"]

_PATIENCE, _PAUSE = 100, 0.02
"""How often, and how far apart in seconds, to look whether another command has finished."""


def read_whole(folder: DataFolder) -> Workspace:
    """The data, read again if another command changed it in the meantime: never half of a change.

    A change that was interrupted reads as if it were complete; the next who writes completes it.
    """
    from sagaict.reading.workspace import read_workspace

    for attempt in range(_PATIENCE):
        if attempt:
            time.sleep(_PAUSE)
        # Whoever changes files leaves a journal in the folder for a moment, and so its trace.
        before = folder.path.stat().st_mtime_ns
        workspace = read_workspace(folder.path, shown_as=folder.shown)
        if folder.path.stat().st_mtime_ns == before:
            break
    return workspace
