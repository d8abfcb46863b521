"""How far long work has come: whoever wants to know is told, without the work knowing whom."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

__all__ = ["Watcher", "steps", "watch"]

_Item = TypeVar("_Item")
Watcher = Callable[[int, int], object]
"""Is told how many steps are done, and of how many."""

_watcher: Watcher | None = None


def watch(watcher: Watcher | None) -> None:
    """Tell this one of all steps from now on; with `None`, nobody."""
    global _watcher  # noqa: PLW0603 - of the whole process, as its terminal is
    _watcher = watcher


def steps(items: Iterable[_Item], count: int) -> Iterator[_Item]:
    """The items as they are, each a step of the work; the last one told is always the last."""
    if _watcher is None:
        yield from items
        return
    try:
        for done, item in enumerate(items):
            _watcher(done, count)
            yield item
    finally:
        _watcher(count, count)
