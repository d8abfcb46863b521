"""Mending what has one right answer, by replacing exactly the characters that are wrong."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from sagaict.reading.comments import Comment, surface
from sagaict.reading.problem import Place, Problem
from sagaict.reading.source_text import even_lines
from sagaict.reading.yaml_events import Marked, parse_marked
from sagaict.reading.yaml_slips import MENDABLE

__all__ = ["FIXABLE", "fixed_text"]

# Rules whose suggestion is the only thing that can have been meant.
_NUMBERS = frozenset({"number-full-width", "number-separator"})
_BY_SUGGESTION = _NUMBERS | MENDABLE
_BY_REMOVAL = frozenset({"unused-acceptance"})
_WHOLE_FILE = frozenset({"byte-order-mark"})
FIXABLE = _BY_SUGGESTION | _BY_REMOVAL | _WHOLE_FILE
"""Rules that `--fix` mends."""

_BOM = "\ufeff"
_LINE_END = re.compile(r"(\r\n|\r|\n)")


def fixed_text(text: str, problems: Iterable[Problem]) -> tuple[str, int]:
    """The text with every mendable problem of it mended, and how many that were.

    `problems` are those of this text; their places are in it (without its byte order mark).
    Everything else stays as it is, to the byte. The result is read again: if it would not hold the
    same values, but for the numbers that were mended, nothing is.
    """
    fixable = [problem for problem in problems if problem.rule in FIXABLE]
    body = text.removeprefix(_BOM)
    # Lines and their ends by turns, so that each end stays what it is.
    parts = _LINE_END.split(body)
    even = even_lines(body)
    root = _root(body) if fixable else None
    bracketed = frozenset(_bracketed(root, parts)) if root is not None else frozenset()
    comments = surface(even).comments if fixable else {}
    count = 0
    for problem in sorted(fixable, key=lambda item: item.place, reverse=True):
        if problem.rule in _WHOLE_FILE:
            count += text != body
        elif problem.rule in _BY_REMOVAL:
            count += _remove(parts, problem.place, comments)
        else:
            count += _replace(parts, problem, bracketed)
    keeps_mark = not any(problem.rule in _WHOLE_FILE for problem in fixable)
    mark = _BOM if keeps_mark and text != body else ""
    mended = "".join(parts)
    numbers = {
        _start(problem.place): problem.args.get("suggestion") if problem.rule in _NUMBERS else None
        for problem in fixable
        if problem.rule in _BY_SUGGESTION
    }
    if root is not None and not _says_the_same(root, _root(mended), numbers):
        return text, 0
    return mark + mended, count


def _root(text: str) -> Marked | None:
    return parse_marked(even_lines(text))[0]


_Start = tuple[int, int]


def _start(place: Place) -> _Start:
    return place.line, place.column


def _says_the_same(
    before: Marked, after: Marked | None, mends: Mapping[_Start, str | None]
) -> bool:
    """Whether the same values stand in the same places, but for what was mended.

    `mends` are the numbers that were meant; `None` for a text that was meant as another thing.
    """
    old, new = before.value, after.value if after is not None else None
    if isinstance(old, dict):
        return (
            isinstance(new, dict)
            and list(old) == list(new)
            and all(_says_the_same(old[name], new[name], mends) for name in old)
        )
    if isinstance(old, list):
        return (
            isinstance(new, list)
            and len(old) == len(new)
            and all(_says_the_same(*pair, mends) for pair in zip(old, new, strict=True))
        )
    start = _start(before.place)
    return new == old or (start in mends and mends[start] in (None, new))


def _remove(parts: list[str], place: Place, comments: Mapping[int, Comment]) -> bool:
    """Take (a part of) a comment away, and its line if nothing else stands on it."""
    index = 2 * (place.line - 1)
    comment = comments.get(place.line - 1)
    if comment is None or place < comment.place or not place.length or index >= len(parts):
        return False  # an entry of the settings: what else stands in it is for its author to say
    line = parts[index]
    start, end = place.column - 1, place.column - 1 + place.length
    rest = line[:start] + line[end:]
    if rest.strip():
        parts[index] = rest.rstrip(" \t")
    else:
        del parts[index : index + 2]
    return True


def _replace(parts: list[str], problem: Problem, bracketed: frozenset[Place]) -> bool:
    """Write the number that was meant, in quotes where a comma would end it."""
    place, wanted = problem.place, problem.args.get("suggestion", "")
    index = 2 * (place.line - 1)
    if not wanted or not place.length or index >= len(parts):
        return False
    if problem.rule in _NUMBERS and "," in wanted and place in bracketed:
        wanted = f'"{wanted}"'
    line = parts[index]
    start = place.column - 1
    parts[index] = line[:start] + wanted + line[start + place.length :]
    return True


def _bracketed(node: Marked, parts: list[str], *, inside: bool = False) -> Iterator[Place]:
    """The places of all scalars in lists and mappings written in brackets."""
    if not isinstance(node.value, dict | list):
        if inside:
            yield node.place
        return
    line = parts[2 * (node.place.line - 1)]
    inside = inside or line[node.place.column - 1 : node.place.column] in ("{", "[")
    for item in node.value.values() if isinstance(node.value, dict) else node.value:
        yield from _bracketed(item, parts, inside=inside)
