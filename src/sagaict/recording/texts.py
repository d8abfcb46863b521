"""Text as people type or paste it, as it is written into a file."""

from __future__ import annotations

import re
from collections.abc import Callable

from sagaict.recording.refusal import Refused, require_citation

__all__ = ["citation", "line", "optional", "prose"]

# What the reader of files refuses, and half of a surrogate pair: what came in was no text.
_UNWRITABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")


def prose(text: str) -> str:
    """A text that may have several lines, with even line ends and nothing around it.

    Every sign that ends a line for somebody does: a word processor's own (U+2028) among them.

    Raises:
        Refused: `empty-text`, `unwritable`.
    """
    found = "\n".join(each.rstrip() for each in text.splitlines()).strip()
    if not found:
        raise Refused("empty-text")
    wrong = _UNWRITABLE.search(found)
    if wrong is not None:
        raise Refused("unwritable", sign=f"U+{ord(wrong[0]):04X}")
    return found


def line(text: str) -> str:
    """A title or another text of one line, without what surrounds it.

    Raises:
        Refused: `empty-text`, `several-lines`, `unwritable`.
    """
    found = prose(text)
    if "\n" in found:
        raise Refused("several-lines", text=found.split("\n", 1)[0])
    return found


def citation(text: str) -> str:
    """A source: the id of a document, and the place in it.

    Raises:
        Refused: `bad-source`, `empty-text`, `several-lines`, `unwritable`.
    """
    found = line(text)
    require_citation(found)
    return found


def optional(written: Callable[[str], str], text: str | None) -> str | None:
    """A text that need not be given, as one of the above has it."""
    return None if text is None else written(text)
