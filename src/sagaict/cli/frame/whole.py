"""Reading data that another command may be writing, or was killed while writing: always whole."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

from sagaict.cli.frame.refusal import Refusal
from sagaict.language import _
from sagaict.reading.data_folder import JOURNAL

if TYPE_CHECKING:
    from sagaict.reading.data_folder import DataFolder
    from sagaict.reading.workspace import Workspace

__all__ = ["finish_interrupted", "read_whole"]

_PATIENCE, _PAUSE = 100, 0.02
"""How often, and how far apart in seconds, to look whether another command has finished."""


def read_whole(folder: DataFolder) -> Workspace:
    """The data, read again if another command changed it in the meantime: never half of a change.

    Raises:
        Refusal: a change is left half-made.
    """
    from sagaict.reading.workspace import read_workspace

    for _attempt in range(_PATIENCE):
        # Whoever changes files leaves a journal in the folder for a moment, and so its trace.
        before = folder.path.stat().st_mtime_ns
        workspace = read_workspace(folder.path, shown_as=folder.shown)
        busy = (folder.path / JOURNAL).exists()
        if not busy and folder.path.stat().st_mtime_ns == before:
            break
        finish_interrupted(folder)
    return workspace


def finish_interrupted(folder: DataFolder) -> None:
    """Put in place what a killed command had decided; wait for one that is just doing that.

    Raises:
        Refusal: it cannot be done, and the files are partly as before and partly as after.
    """
    if not (folder.path / JOURNAL).exists():
        return
    from sagaict.writing.transaction import is_unfinished, recover

    for _attempt in range(_PATIENCE):
        if recover(folder.path):
            print(_("A change that was interrupted has been completed."), file=sys.stderr)
        if not is_unfinished(folder.path):
            return
        time.sleep(_PAUSE)
    raise Refusal(
        _(
            "a change of {path} was interrupted and cannot be completed: may you write there, or "
            "is another command at work?"
        ).format(path=folder.shown)
    )
