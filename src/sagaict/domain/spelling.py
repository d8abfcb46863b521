"""Words that are misspelt, and the word that may have been meant."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterable

__all__ = ["Suggestions", "nearest"]

MOST_COMPARED = 100_000
"""So many pairs of words are compared in a few seconds."""


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word most like one that is none of them; empty if none is like it."""
    return next(iter(difflib.get_close_matches(word, list(known), n=1)), "")


class Suggestions:
    """What may have been meant by many words: nothing more, once so many pairs were compared.

    Nobody misspells thousands of words, but somebody may write them to keep the reader waiting.
    """

    def __init__(self, most: int = MOST_COMPARED) -> None:
        self._left = most

    def nearest(self, word: str, known: Collection[str]) -> str:
        """The known word most like it; empty if none is like it, or enough were compared."""
        if self._left <= 0:
            return ""
        self._left -= len(known)
        return nearest(word, known)
