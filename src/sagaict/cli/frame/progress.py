"""How far a command has come, on a terminal where it takes longer than a moment."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from typing import TextIO

__all__ = ["Progress", "progress_on"]

LARGE = 200
"""Of fewer files nothing takes long."""
_PATIENCE, _PAUSE = 1.0, 0.1
"""Seconds before anything is shown, and between two looks."""


def progress_on(stream: TextIO | None, environ: Mapping[str, str]) -> Progress | None:
    """What shows progress there; `None` where nobody looks, or the line could not be taken away."""
    if stream is None or not stream.isatty() or environ.get("TERM") == "dumb":
        return None
    return Progress(stream)


class Progress:
    """One line that is written over itself, and gone before anything else is written."""

    def __init__(self, stream: TextIO, clock: Callable[[], float] = time.monotonic) -> None:
        self._stream, self._clock = stream, clock
        self._due = clock() + _PATIENCE
        self._large = False
        self._columns = 0

    def __call__(self, done: int, count: int) -> None:
        """So many steps of so many are done."""
        self._large = self._large or count >= LARGE
        if done == count:
            self._show("")
        elif self._large and self._clock() >= self._due:
            from sagaict.language import _

            self._due = self._clock() + _PAUSE
            self._show(_("working: {done} of {count}").format(done=f"{done:,}", count=f"{count:,}"))

    def _show(self, text: str) -> None:
        from sagaict.reporting.width import columns

        if text or self._columns:
            width = columns(text)
            self._stream.write("\r" + text + " " * (self._columns - width))
            self._stream.write("" if text else "\r")
            self._stream.flush()
            self._columns = width
