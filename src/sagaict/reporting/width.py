"""Columns a text takes on screen, and breaking it into lines."""

from __future__ import annotations

import unicodedata

from sagaict.domain.regex import regex

__all__ = ["columns", "pad", "wrap"]

_LETTER = r"[\x21-\x7e]+ ?| |[^\x20-\x7e]"
_UNIT = r"(?:[一-鿿]{1,3}(?![一-鿿])|[ァ-ヶー]{1,5}(?![ァ-ヶー]))"
_PIECE = regex(rf"[\x21-\x7e]*[0-9]{_UNIT}|{_LETTER}")
_ALONE = regex(_LETTER)
_NEVER_FIRST = frozenset("、。，．）」』】〉》・：；！？ー)]")
_NEVER_LAST = frozenset("（「『【〈《([")


def columns(text: str) -> int:
    """Columns on screen: 2 for full-width characters, 0 for combining ones, else 1."""
    if text.isascii():
        return len(text)
    return sum(_columns_of(character) for character in text)


def _columns_of(character: str) -> int:
    if unicodedata.category(character).startswith("M"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def wrap(text: str, width: int) -> list[str]:
    """Break text into lines of at most `width` columns.

    Latin words and numbers, these with what looks like their unit, stay whole where they fit on a
    line of their own; between kana and kanji a line may end anywhere, but none begins with a
    closing mark or ends with an opening one: the characters around it go to the next line together.
    """
    lines = []
    for paragraph in text.split("\n"):
        indent = paragraph[: len(paragraph) - len(paragraph.lstrip(" "))]
        line, used = [indent], len(indent)
        for piece in _PIECE.findall(paragraph.lstrip(" ")):
            for part in _parts(piece, width):
                size = columns(part.rstrip(" "))
                # What has no width of its own joins what is before it, unless that is a space.
                bound = not size and not "".join(line).endswith(" ")
                if used and not bound and used + size > width:
                    taken = _taken_along(line, part, width)
                    shown = "".join(line).rstrip(" ")
                    lines += [shown] if shown else []
                    line, used = taken, sum(columns(each) for each in taken)
                if part != " " or any(line):
                    line.append(part)
                    used += columns(part)
        lines.append("".join(line).rstrip(" "))
    return lines


def _taken_along(line: list[str], part: str, width: int) -> list[str]:
    """What leaves the end of `line` for the next one, so that both begin and end as they may."""
    start, first, size = len(line), part, columns(part)
    while start > 1 and (first[:1] in _NEVER_FIRST or line[start - 1][-1:] in _NEVER_LAST):
        start -= 1
        first = line[start] if columns(line[start]) else first
        size += columns(line[start])
    if size > width or not "".join(line[:start]).strip(" "):
        return []
    taken = line[start:]
    del line[start:]
    return taken


def _parts(piece: str, width: int) -> list[str]:
    if columns(piece.rstrip()) <= width:
        return [piece]
    if not piece.isascii() and len(piece) > 1:
        return [part for each in _ALONE.findall(piece) for part in _parts(each, width)]
    return [piece[start : start + width] for start in range(0, len(piece), max(width, 1))]


def pad(text: str, width: int, align: str = "left") -> str:
    """The text filled up with spaces to `width` columns."""
    space = " " * max(width - columns(text), 0)
    return space + text if align == "right" else text + space
