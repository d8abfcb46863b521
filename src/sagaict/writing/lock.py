"""A lock that goes with the process that holds it, however that ends."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

__all__ = ["Busy", "held"]


class Busy(Exception):
    """Another command is writing to the workspace."""


@contextlib.contextmanager
def held(path: Path) -> Iterator[None]:
    """Hold the lock file, which is there as long as somebody does.

    Raises:
        Busy: another process holds it.
        OSError: it cannot be made (a read-only folder).
    """
    with path.open("a+b") as stream:
        _lock(stream.fileno())
        _require_same(stream.fileno(), path)
        try:
            yield
        finally:
            # Removed while held: whoever waits finds out and makes a new one.
            with contextlib.suppress(OSError):
                path.unlink()


def _lock(handle: int) -> None:
    try:
        import fcntl
    except ImportError:
        _lock_on_windows(handle)
        return
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise Busy from None


def _require_same(handle: int, path: Path) -> None:
    """The lock must be on the file that bears the name now, not on one taken away meanwhile."""
    try:
        same = os.path.samestat(os.fstat(handle), path.stat())
    except OSError:
        same = False
    if not same:
        raise Busy


def _lock_on_windows(handle: int) -> None:
    import importlib

    msvcrt = importlib.import_module("msvcrt")
    try:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
    except OSError:
        raise Busy from None
