"""The lines of a file put in their canonical places.

Nothing is written anew: entries, their comments and the lines of long texts are moved as they
stand. What stands in brackets is left as it is.
"""

from __future__ import annotations

import re
import typing
from decimal import Decimal
from typing import Any

from sagaict.domain.fields import year_or_period
from sagaict.domain.fiscal import FiscalFormatError, FiscalYear, Period, in_time
from sagaict.domain.number import NumberFormatError, group, parse_number
from sagaict.domain.record import Record
from sagaict.domain.structure import fields_of, key_type, unwrap, within
from sagaict.reading.comments import surface
from sagaict.reading.yaml_events import Marked

__all__ = ["Layout", "year_label"]

_STEP = 2
_SPOKEN_TO = re.compile(r"#\s*(yaml-language-server\b|sagaict:)")
_ACCEPTANCE = re.compile(r"(?:^|(?<=\s))#\s*sagaict:\s*accept\s.*")
_END = re.compile(r"\.\.\.(\s|$)")


class Layout:
    """Lays out the lines of a source that hold a node, at an indentation.

    Lines are counted from 0 here, and `high` is the first line behind what is meant. Without
    `sort`, the outermost entries stay in the order they stand in.
    """

    def __init__(self, text: str, root: Marked, kind: type[Record], *, sort: bool = True) -> None:
        self._root = root
        self._kind = kind
        self._sort = sort
        seen = surface(text)
        self._comments, self._inside = seen.comments, seen.inside
        self._source = [
            line if number in self._inside else line.rstrip(" \t")
            for number, line in enumerate(text.split("\n"))
        ]

    def lines(self) -> list[str]:
        """The whole file."""
        if not self._is_block(self._root):
            return _without_end(self._source)
        first = min(place.line for place in self._root.keys.values()) - 1
        end = self._end(first)
        head = self._head(first)
        above = _collapsed(self._source[:head])
        body = self._mapping(self._root, head, end, 0, self._kind)
        return [*above, *body, *_without_end(self._source[end:])]

    def _end(self, first: int) -> int:
        """The line that ends the document, or the end of the file."""
        for number in range(first, len(self._source)):
            if number not in self._inside and _END.match(self._source[number]):
                return number
        return len(self._source)

    def _head(self, first: int) -> int:
        """Where the first entry begins: with the comments right above it.

        Comments there that speak to a program are about the whole file, and stay on top of it
        whatever entry comes first; so does everything above them.
        """
        head = first
        while head > 0 and self._is_comment(head - 1):
            head -= 1
        for number in range(head, first):
            if _SPOKEN_TO.match(self._source[number].lstrip()):
                head = number + 1
        return head

    def _mapping(self, node: Marked, low: int, high: int, indent: int, kind: Any) -> list[str]:
        content = typing.cast("dict[str, Marked]", node.value)
        names = sorted(content, key=lambda name: node.keys[name])
        column = node.keys[names[0]].column - 1
        lines = [node.keys[name].line - 1 for name in names]
        tail = self._start(high, column, lines[-1] + 1)
        starts = [low, *(self._start(line, column, low) for line in lines[1:])]
        ends = [*starts[1:], tail]
        chunks: dict[str, list[str]] = {}
        nested: dict[str, bool] = {}
        for name, start, end in zip(names, starts, ends, strict=True):
            nested[name] = self._is_block(content[name])
            chunks[name] = self._entry(node, name, start, end, indent, kind)
        result: list[str] = []
        before = False
        in_order = names if node is self._root and not self._sort else _ordered(names, kind)
        for number, name in enumerate(in_order):
            if indent == 0 and number and (before or nested[name]):
                result.append("")
            before = nested[name]
            result += chunks[name]
        rest = self._source[tail:high]
        if indent == 0 and any(rest) and not rest[0]:
            result.append("")
        return [*result, *_comments(rest, indent)]

    def _entry(
        self, node: Marked, name: str, start: int, end: int, indent: int, kind: Any
    ) -> list[str]:
        place, value = node.keys[name], typing.cast("dict[str, Marked]", node.value)[name]
        line, column = place.line - 1, place.column - 1
        result = _comments(self._source[start:line], indent)
        raw_key = self._source[line][column : column + place.length]
        key = _year_form(raw_key, name) if _is_year_type(key_type(kind)) else raw_key
        rest = self._source[line][column + place.length :]
        inner = within(kind, name)
        if self._is_block(value):
            lay = self._mapping if isinstance(value.value, dict) else self._sequence
            below = lay(value, line + 1, end, indent + _STEP, inner)
            return [*result, " " * indent + key + rest, *below]
        if value.place.line - 1 == line:
            at = value.place.column - 1 - column - place.length
            rest = rest[:at] + _scalar(value, rest[at:], inner)
        result.append(" " * indent + key + rest)
        return [*result, *self._shifted(line + 1, end, indent - column)]

    def _sequence(self, node: Marked, low: int, high: int, indent: int, kind: Any) -> list[str]:
        items = typing.cast("list[Marked]", node.value)
        column = node.place.column - 1
        dashes = [self._dash(item, column) for item in items]
        tail = self._start(high, column, max(dashes[-1], items[-1].place.line - 1) + 1)
        starts = [low, *(self._start(line, column, low) for line in dashes[1:])]
        ends = [*starts[1:], tail]
        inner = within(kind, 0)
        apart = any(
            self._is_block(part)
            for item in items
            if isinstance(item.value, dict)
            for part in item.value.values()
        )
        result: list[str] = []
        for item, dash, start, end in zip(items, dashes, starts, ends, strict=True):
            if apart and result:
                result.append("")
            result += _comments(self._source[start:dash], indent)
            result += self._item(item, (dash, column), end, indent, inner)
        return [*result, *_comments(self._source[tail:high], indent)]

    def _item(
        self, item: Marked, dash: tuple[int, int], end: int, indent: int, kind: Any
    ) -> list[str]:
        line, column = dash
        kept = self._source[line]
        if not self._is_block(item):
            rest = kept[column + 1 :].lstrip(" ")
            if item.place.line - 1 == line:
                rest = _scalar(item, rest, kind)
            first = f"{' ' * indent}- {rest}".rstrip(" ")
            return [first, *self._shifted(line + 1, end, indent - column)]
        above = self._about_whole_item(item, line, kind)
        opened = f"{kept[:column]} {kept[column + 1 :]}".removesuffix(above).rstrip(" \t")
        self._source[line] = opened
        lay = self._mapping if isinstance(item.value, dict) else self._sequence
        body = lay(item, line if opened.strip() else line + 1, end, indent + _STEP, kind)
        self._source[line] = kept
        hoisted = [" " * indent + above] if above else []
        head = 0
        while body[head].lstrip().startswith("#"):
            head += 1
        accepts = any(map(_ACCEPTANCE.search, body[:head])) or self._acceptance(_first(item, kind))
        if accepts and self._is_bare(item, line, kind):
            # Behind or above the dash it would speak of the whole item.
            return [*hoisted, " " * indent + "-", *body]
        first = f"{' ' * indent}- {body[head][indent + _STEP :]}"
        return [*hoisted, *_comments(body[:head], indent), first, *body[head + 1 :]]

    def _is_bare(self, item: Marked, line: int, kind: Any) -> bool:
        """Whether what comes first in the item is not what stands behind its dash now."""
        return isinstance(item.value, dict) and _first(item, kind) != line

    def _about_whole_item(self, item: Marked, line: int, kind: Any) -> str:
        """An acceptance behind the dash, about the whole item, that must go above it."""
        return self._acceptance(line) if self._is_bare(item, line, kind) else ""

    def _acceptance(self, line: int) -> str:
        """The acceptance in the comment on a line, if there is one."""
        comment = self._comments.get(line)
        match = _ACCEPTANCE.search(comment.text) if comment else None
        return match[0] if match else ""

    def _start(self, line: int, column: int, low: int) -> int:
        """The first of the comment lines above `line` that belong to what begins (or ends) there.

        One that is indented deeper belongs to what stands above it; but an acceptance speaks of
        the next line, wherever it stands.
        """
        start, number, near = line, line, True
        while number > low and (self._is_comment(number - 1) or self._is_blank(number - 1)):
            number -= 1
            text = self._source[number]
            stripped = text.lstrip()
            if _ACCEPTANCE.match(stripped):
                start = number
            elif len(text) - len(stripped) > column:
                near = False
            elif near:
                start = number
        return start

    def _dash(self, item: Marked, column: int) -> int:
        """The line of the dash before an item of a list whose dashes stand in `column`."""
        line = item.place.line - 1
        while self._source[line][column : column + 1] != "-" or (
            self._source[line][:column].strip(" -")
        ):
            line -= 1
        return line

    def _is_block(self, node: Marked) -> bool:
        """Whether the node is a mapping or list written in lines, not in brackets."""
        if not isinstance(node.value, dict | list) or not node.value:
            return False
        line = self._source[node.place.line - 1]
        return line[node.place.column - 1 : node.place.column] not in ("{", "[")

    def _is_comment(self, line: int) -> bool:
        return line not in self._inside and self._source[line].lstrip().startswith("#")

    def _is_blank(self, line: int) -> bool:
        return line not in self._inside and not self._source[line]

    def _shifted(self, low: int, high: int, by: int) -> list[str]:
        """Further lines of a value and comments below it, moved sideways."""
        lines = [
            self._source[line]
            for line in range(low, high)
            if line in self._inside or self._source[line]
        ]
        return [_shift(line, by) for line in _without_end(lines)]


def _first(item: Marked, kind: Any) -> int:
    """The line on which what comes first in an item stands now."""
    if not isinstance(item.value, dict):
        return item.place.line - 1
    names = sorted(item.value, key=lambda name: item.keys[name])
    return item.keys[_ordered(names, kind)[0]].line - 1


def _ordered(names: list[str], kind: Any) -> list[str]:
    fields = fields_of(kind)
    if fields:
        return sorted(names, key=fields.index)
    if _is_year_type(key_type(kind)):
        return sorted(names, key=lambda name: in_time(year_or_period(name)))
    return names


def _without_end(lines: list[str]) -> list[str]:
    kept = list(lines)
    while kept and not kept[-1].strip():
        kept.pop()
    return kept


def _collapsed(lines: list[str]) -> list[str]:
    """The lines without empty ones at the beginning, and never two of them in a row."""
    kept: list[str] = []
    for line in lines:
        if line or (kept and kept[-1]):
            kept.append(line)
    return kept


def _shift(line: str, by: int) -> str:
    if not line or by == 0:
        return line
    return " " * by + line if by > 0 else line[min(-by, len(line) - len(line.lstrip(" "))) :]


def _comments(lines: list[str], indent: int) -> list[str]:
    return [" " * indent + line.strip() for line in lines if line.strip()]


def _scalar(value: Marked, text: str, kind: Any) -> str:
    """The text from a scalar to the end of its line, with a number or year in its one form."""
    raw, after = text[: value.place.length], text[value.place.length :]
    plain = value.value
    if not isinstance(plain, str):
        return text
    if _is_number_type(kind):
        try:
            return group(parse_number(plain)) + after
        except NumberFormatError:
            return text
    if _is_year_type(kind):
        return _year_form(raw, plain) + after
    return text


def _is_number_type(kind: Any) -> bool:
    """Whether a scalar here is a number: one by itself, or the short form of what has a value."""
    if fields_of(kind):
        kind = within(kind, "value")
    return kind is Decimal


def _is_year_type(kind: Any) -> bool:
    if kind is FiscalYear or kind is Period:
        return True
    return FiscalYear in [unwrap(item) for item in typing.get_args(kind)]


def year_label(text: str) -> str:
    """A year or period in its one form, `R5`; any other text as it is."""
    return _year_form(text, text)


def _year_form(raw: str, text: str) -> str:
    """A year as `R5`; text that is none (`previous`) as it was written."""
    try:
        return year_or_period(text).label
    except FiscalFormatError:
        return raw
