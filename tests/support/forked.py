"""A piece of work in a process of its own, forked from this one: nothing is imported anew."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any
from unittest.mock import patch

__all__ = [
    "FAILED",
    "KILLED",
    "branch_at",
    "fault_at",
    "kill_at",
    "run_and_kill",
    "run_forked",
    "touches",
]

KILLED, FAILED = -signal.SIGKILL, 99
_TOUCHING = ("open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.chmod")


def run_forked(work: Callable[[], int]) -> int:
    """Do the work in a child, and give back what it returns; `FAILED` if it raised."""
    child = _fork(work)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status)


def run_and_kill(work: Callable[[], int], delay: float) -> int:
    """Kill the child `delay` seconds after it has begun to work; what it returned, or `KILLED`."""
    begun, begin = os.pipe()

    def announced() -> int:
        os.write(begin, b"!")
        return work()

    child = _fork(announced)
    os.read(begun, 1)
    until = time.perf_counter() + delay
    while time.perf_counter() < until:
        pass
    with contextlib.suppress(ProcessLookupError):
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    os.close(begun)
    os.close(begin)
    return os.waitstatus_to_exitcode(status)


class _EnoughError(BaseException):
    """There is nothing more to try."""


def branch_at(
    method: tuple[type, str],
    work: Callable[[], int],
    prepare: Callable[[int], None],
    is_last: Callable[[int], bool],
) -> None:
    """Do the work up to its call of the method; from there on do it in one child after the other.

    Each prepares for its number, goes on, and ends with what the work returns; that is judged
    before the next begins. So what leads to the call is done once.
    """
    owner, name = method
    called, first = getattr(owner, name), os.getpid()

    def branching(*arguments: Any) -> Any:
        for number in count(1):
            child = os.fork()
            if not child:
                prepare(number)
                return called(*arguments)
            if is_last(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])):
                raise _EnoughError
        raise AssertionError

    code = FAILED
    try:
        with patch.object(owner, name, branching):
            code = work()
    except _EnoughError:
        code = 0
    finally:
        if os.getpid() != first:
            os._exit(code)
    assert code == 0, "the work never came there"


def _fork(work: Callable[[], int]) -> int:
    child = os.fork()
    if child:
        return child
    code = FAILED
    try:
        code = work()
    finally:
        os._exit(code)


def kill_at(step: int, folder: Path) -> None:
    """Kill this process just before its `step`th touch of a file below the folder.

    There is no way back; it is for forked processes.
    """

    def act(_path: str) -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    _at_touches(folder, step, step, act)


def fault_at(step: int, folder: Path, code: int, *, lasting: bool) -> None:
    """Let the `step`th touch of a file below the folder fail, and all later ones if it is lasting.

    There is no way back; it is for forked processes.
    """

    def act(path: str) -> None:
        raise OSError(code, os.strerror(code), path)

    _at_touches(folder, step, sys.maxsize if lasting else step, act)


def touches(folder: Path) -> Callable[[], int]:
    """Count from now on how often this process touches a file below the folder."""
    return _at_touches(folder, 0, 0, lambda _path: None)


def _at_touches(
    folder: Path, first: int, last: int, act: Callable[[str], None]
) -> Callable[[], int]:
    root = str(folder)
    count = 0

    def touched(path: str) -> None:
        nonlocal count
        count += 1
        if first <= count <= last:
            act(path)

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        if event in _TOUCHING and str(arguments[0]).startswith(root):
            touched(str(arguments[0]))

    sync = os.fsync

    def counted_sync(handle: Any) -> None:
        touched(root)
        sync(handle)

    os.fsync = counted_sync  # type: ignore[assignment] # it has no event of its own
    sys.addaudithook(hook)
    return lambda: count
