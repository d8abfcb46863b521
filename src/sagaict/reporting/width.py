"""Columns a text takes on screen, and making it harmless to show there."""

from __future__ import annotations

import re
import unicodedata

__all__ = ["columns", "pad", "visible", "wrap"]

# C0/C1 controls, bidirectional overrides, zero-width and other invisible formatting characters.
_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e"
    "\u2060-\u2069\ufeff\ufff9-\ufffb]"
)

_PIECE = re.compile(r"[\x21-\x7e]+ ?| |[^\x20-\x7e]")
_NEVER_FIRST = frozenset("、。，．）」』】〉》・：；！？ー")


def visible(text: str) -> str:
    """The text with invisible and terminal-controlling characters spelled out, as `U+001B`."""
    return _HIDDEN.sub(lambda match: f"<U+{ord(match[0]):04X}>", text)


def columns(text: str) -> int:
    """Columns on screen: 2 for full-width characters, 0 for combining ones, else 1."""
    if text.isascii():
        return len(text)
    return sum(_columns_of(character) for character in text)


def _columns_of(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def wrap(text: str, width: int) -> list[str]:
    """Break text into lines of at most `width` columns.

    Latin words and numbers stay whole where they fit on a line of their own; between kana and
    kanji a line may end anywhere, but none begins with a closing mark.
    """
    lines = []
    for paragraph in text.split("\n"):
        indent = paragraph[: len(paragraph) - len(paragraph.lstrip(" "))]
        line, used = indent, len(indent)
        for piece in _PIECE.findall(paragraph.lstrip(" ")):
            for part in _parts(piece, width):
                size = columns(part.rstrip())
                if line and used + size > width and part not in _NEVER_FIRST:
                    lines.append(line.rstrip())
                    line, used = "", 0
                if line or part != " ":
                    line, used = line + part, used + columns(part)
        lines.append(line.rstrip())
    return lines


def _parts(piece: str, width: int) -> list[str]:
    if columns(piece.rstrip()) <= width:
        return [piece]
    return [piece[start : start + width] for start in range(0, len(piece), max(width, 1))]


def pad(text: str, width: int, align: str = "left") -> str:
    """The text filled up with spaces to `width` columns."""
    space = " " * max(width - columns(text), 0)
    return space + text if align == "right" else text + space
