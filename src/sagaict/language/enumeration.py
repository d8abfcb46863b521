"""Names in a row, as many of them as anybody reads."""

from __future__ import annotations

from collections.abc import Sequence

from sagaict.language import _

__all__ = ["MOST", "at_most"]

MOST = 20
"""How many things of one sort are named in one place; a stranger's file may hold any number."""


def at_most(names: Sequence[str], limit: int = MOST) -> list[str]:
    """The first of the names, and how many more there are."""
    left_out = len(names) - limit
    more = [_("… and {count} more").format(count=left_out)] if left_out > 0 else []
    return [*names[:limit], *more]
