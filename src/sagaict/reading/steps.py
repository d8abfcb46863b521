"""How far long work has come: whoever wants to know is told, without the work knowing whom."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

__all__ = ["Watcher", "steps", "watch"]

_Item = TypeVar("_Item")
Watcher = Callable[[int, int], object]
"""Is told how many steps are done, and of how many."""

_watcher: Watcher | None = None
_under_way = False


def watch(watcher: Watcher | None) -> None:
    """Tell this one of all steps from now on; with `None`, nobody."""
    global _watcher  # noqa: PLW0603 - of the whole process, as its terminal is
    _watcher = watcher


def steps(items: Iterable[_Item], sizes: Sequence[int]) -> Iterator[_Item]:
    """The items as they are, each so many steps of the work; the last one told is always the last.

    What is a part of one of several items is not told of.
    """
    global _under_way  # noqa: PLW0603 - of the whole process, as its terminal is
    if _watcher is None or _under_way or len(sizes) < 2:
        yield from items
        return
    done, count = 0, sum(sizes)
    _under_way = True
    try:
        for item, size in zip(items, sizes, strict=True):
            _watcher(done, count)
            done += size
            yield item
    finally:
        _under_way = False
        _watcher(count, count)
