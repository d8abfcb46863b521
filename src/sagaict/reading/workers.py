"""The same for many files, by several processes at once: the answers of one, in the same order."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from sagaict.reading.steps import steps

__all__ = ["each"]

_Item = TypeVar("_Item")
_Answer = TypeVar("_Answer")

_START = "fork" if sys.platform == "linux" else "spawn"
_ENOUGH = 400 if _START == "fork" else 2_000
"""From how many items on other processes save more time than it takes to start them."""
_TOGETHER = 32
_MOST = 8
"""Processes beyond that wait for the one that collects what they found."""


def each(function: Callable[[_Item], _Answer], items: Sequence[_Item]) -> Iterator[_Answer]:
    """What the function answers for each item. It and they are handed to other processes.

    Where there can be no other process, or one is killed, this one does the work.
    """
    return steps(_answers(function, items), len(items))


def _answers(function: Callable[[_Item], _Answer], items: Sequence[_Item]) -> Iterator[_Answer]:
    answered = 0
    if len(items) >= _ENOUGH and (count := min(_cores(), _MOST)) > 1:
        try:
            for answer in _spread(function, items, count):
                yield answer
                answered += 1
        except (ImportError, OSError, NotImplementedError, RuntimeError):
            pass  # no semaphores, no memory, no more processes: the rest is done here
    for item in items[answered:]:
        yield function(item)


def _cores() -> int:
    """How many processors this process may use."""
    allowed = getattr(os, "sched_getaffinity", None)
    return len(allowed(0)) if allowed else os.cpu_count() or 1


def _spread(
    function: Callable[[_Item], _Answer], items: Sequence[_Item], count: int
) -> Iterator[_Answer]:
    import multiprocessing  # with what it brings, a tenth of a start: only for whoever needs it
    from concurrent.futures import ProcessPoolExecutor

    pool = ProcessPoolExecutor(count, multiprocessing.get_context(_START), _begin)
    try:
        yield from pool.map(function, items, chunksize=_TOGETHER)
    finally:
        pool.shutdown(cancel_futures=True)


def _begin() -> None:
    """Leave it to the first process to answer the reader who interrupts."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
