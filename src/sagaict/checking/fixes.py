"""Mending what has one right answer, by replacing exactly the characters that are wrong."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from sagaict.reading.comments import Comment, surface
from sagaict.reading.problem import Place, Problem
from sagaict.reading.source_text import even_lines
from sagaict.reading.yaml_events import Marked, parse_marked

__all__ = ["FIXABLE", "fixed_text"]

# Rules whose suggestion is the only thing that can have been meant.
_BY_SUGGESTION = frozenset({"number-full-width", "number-separator"})
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
    comments = surface(even).comments if fixable else {}
    count = 0
    for problem in sorted(fixable, key=lambda item: item.place, reverse=True):
        if problem.rule in _WHOLE_FILE:
            count += text != body
        elif problem.rule in _BY_REMOVAL:
            count += _remove(parts, problem.place, comments)
        else:
            count += _replace(parts, problem, root)
    keeps_mark = not any(problem.rule in _WHOLE_FILE for problem in fixable)
    mark = _BOM if keeps_mark and text != body else ""
    mended = "".join(parts)
    numbers = {
        problem.place: problem.args.get("suggestion", "")
        for problem in fixable
        if problem.rule in _BY_SUGGESTION
    }
    if root is not None and not _says_the_same(root, _root(mended), numbers):
        return text, 0
    return mark + mended, count


def _root(text: str) -> Marked | None:
    return parse_marked(even_lines(text))[0]


def _says_the_same(before: Marked, after: Marked | None, numbers: Mapping[Place, str]) -> bool:
    """Whether the same values stand in the same places, but for numbers that were mended."""
    old, new = before.value, after.value if after is not None else None
    if isinstance(old, dict):
        return (
            isinstance(new, dict)
            and list(old) == list(new)
            and all(_says_the_same(old[name], new[name], numbers) for name in old)
        )
    if isinstance(old, list):
        return (
            isinstance(new, list)
            and len(old) == len(new)
            and all(_says_the_same(*pair, numbers) for pair in zip(old, new, strict=True))
        )
    return new == old or new == numbers.get(before.place)


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


def _replace(parts: list[str], problem: Problem, root: Marked | None) -> bool:
    """Write the number that was meant, in quotes where a comma would end it."""
    place, wanted = problem.place, problem.args.get("suggestion", "")
    index = 2 * (place.line - 1)
    if not wanted or not place.length or index >= len(parts):
        return False
    if "," in wanted and root is not None and _in_brackets(root, place, parts):
        wanted = f'"{wanted}"'
    line = parts[index]
    start = place.column - 1
    parts[index] = line[:start] + wanted + line[start + place.length :]
    return True


def _in_brackets(node: Marked, place: Place, parts: list[str]) -> bool:
    """Whether the place lies in a list or mapping written in brackets."""
    if not isinstance(node.value, dict | list):
        return False
    items = list(node.value.values() if isinstance(node.value, dict) else node.value)
    line = parts[2 * (node.place.line - 1)]
    bracket = line[node.place.column - 1 : node.place.column] in ("{", "[")
    if bracket and any(_holds(item, place) for item in items):
        return True
    return any(_in_brackets(item, place, parts) for item in items)


def _holds(node: Marked, place: Place) -> bool:
    if isinstance(node.value, dict):
        return any(_holds(item, place) for item in node.value.values())
    if isinstance(node.value, list):
        return any(_holds(item, place) for item in node.value)
    return node.place == place
