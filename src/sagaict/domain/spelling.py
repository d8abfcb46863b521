"""Words that are misspelt, and the word that may have been meant."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

__all__ = ["nearest"]


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word most like one that is none of them; empty if none is like it."""
    return next(iter(difflib.get_close_matches(word, list(known), n=1)), "")
