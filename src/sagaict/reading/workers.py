"""The same for many files, by several processes at once: the answers of one, in the same order."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

from sagaict.domain.reckoning import Reckoning, reckon_by, reckoned
from sagaict.language import activate, active, without_eras
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

_function: Callable[[Any], object] | None = None
"""What one of the other processes does with each item; they share no more."""


def each(
    function: Callable[[_Item], _Answer], items: Sequence[_Item], sizes: Sequence[int] = ()
) -> Iterator[_Answer]:
    """What the function answers for each item. They are handed to other processes.

    The function is handed over once to each, with all that it holds. `sizes` are how many files
    the items are, where each is not one. Where there can be no other process, or one is killed,
    this one does the work.
    """
    sizes = sizes or [1] * len(items)
    return steps(_answers(function, items, sum(sizes)), sizes)


def _answers(
    function: Callable[[_Item], _Answer], items: Sequence[_Item], size: int
) -> Iterator[_Answer]:
    answered = 0
    count = min(_cores(), _MOST, len(items))
    if size >= _ENOUGH and count > 1 and _function is None:
        together = max(1, _TOGETHER * len(items) // size)
        try:
            for answer in _spread(function, items, count, together):
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
    function: Callable[[_Item], _Answer], items: Sequence[_Item], count: int, together: int
) -> Iterator[_Answer]:
    import multiprocessing  # with what it brings, a tenth of a start: only for whoever needs it
    from concurrent.futures import ProcessPoolExecutor

    given = (reckoned(), active(), function)
    pool = ProcessPoolExecutor(count, multiprocessing.get_context(_START), _begin, given)
    try:
        yield from pool.map(_answer, items, chunksize=together)
    finally:
        pool.shutdown(cancel_futures=True)


def _begin(reckoning: Reckoning, language: str, function: Callable[[Any], object]) -> None:
    """Reckon and speak as the first process does, which alone shares work and is interrupted."""
    global _function  # noqa: PLW0603 - of the whole process
    _function = function
    reckon_by(reckoning)
    activate(language)
    if not reckoning.eras:
        without_eras()
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _answer(item: Any) -> Any:
    if _function is None:
        raise RuntimeError("no function was handed over")
    return _function(item)
