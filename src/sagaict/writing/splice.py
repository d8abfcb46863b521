"""Change a file by touching only the lines that change.

A change names a location in the file's content. Its place is looked up in the text, the new lines
are rendered for the indentation found there, and everything else (comments, order, quoting, line
ends) stays byte for byte. Nothing is written here: text goes in, text comes out.
"""

from __future__ import annotations

import typing
from collections.abc import Sequence

from pydantic import BaseModel

from sagaict.domain.fields import year_or_period
from sagaict.domain.fiscal import FiscalFormatError, in_time
from sagaict.domain.structure import fields_of, type_at
from sagaict.reading.problem import Location
from sagaict.reading.validation import load
from sagaict.reading.yaml_events import Irregular, Marked, parse, parse_marked
from sagaict.writing.canonical import NotValid, canonical
from sagaict.writing.change import (
    Append,
    Change,
    Content,
    Put,
    Remove,
    SpliceFailed,
    applied,
    spelling,
    whole,
)
from sagaict.writing.rendering import render, scalar

__all__ = ["Append", "Change", "Content", "Put", "Remove", "SpliceFailed", "splice"]


def splice(text: str, changes: Sequence[Change], kind: type[BaseModel]) -> str:
    """The text with the changes made, one after the other.

    The result is read again as a file of `kind`, and must say what was there before but for the
    changes; a file that was in the canonical layout stays so.

    Raises:
        SpliceFailed: a location leads nowhere, or the result would not be valid.
    """
    if "\r" in text.replace("\r\n", ""):
        raise SpliceFailed("the file has line ends of an old kind (CR)")
    was_canonical = _is_canonical(text, kind)
    ending = "\r\n" if text.count("\r\n") * 2 > text.count("\n") else "\n"
    ended = text.endswith("\n")
    lines = (text if ended else text + ending).split("\n")
    wanted = _plain(text)
    for change in changes:
        wanted = applied(wanted, change, kind)
        lines = _Splicer(lines, kind, ending).apply(change)
    result = "\n".join(lines)
    if not ended:
        result = result.removesuffix("\n").removesuffix("\r")
    loaded = load("", result.encode(), kind)
    if loaded.model is None:
        first = loaded.problems[0]
        raise SpliceFailed(f"{first.place.line}:{first.place.column} {first.rule}")
    if _plain(result) != wanted:
        raise SpliceFailed("the layout of the file does not allow it")
    return canonical(result, kind) if was_canonical else result


def _plain(text: str) -> object:
    try:
        return parse(text.removeprefix("\ufeff"))
    except Irregular:
        raise SpliceFailed("the file is not valid YAML") from None


def _is_canonical(text: str, kind: type[BaseModel]) -> bool:
    try:
        return canonical(text, kind) == text
    except NotValid:
        return False


class _Splicer:
    """One change to a text, which is read anew for each. A line keeps its carriage return."""

    def __init__(self, lines: list[str], kind: type[BaseModel], ending: str) -> None:
        root, problems = parse_marked("\n".join(lines))
        if root is None or problems:
            raise SpliceFailed("the file is not valid YAML")
        self._lines = lines
        self._root = root
        self._kind = kind
        self._ending = ending

    def apply(self, change: Change) -> list[str]:
        """The lines with the change made."""
        within = change.location if isinstance(change, Append) else change.location[:-1]
        for length in range(1, len(within) + 1):
            node = self._find(within[:length])
            if node is not None and node.value and self._is_flow(node):
                lines = self._replace(within[:length], node, node.plain())
                return _Splicer(lines, self._kind, self._ending).apply(change)
        if isinstance(change, Remove):
            return self._remove(change.location)
        if isinstance(change, Append):
            node = self._find(change.location)
            if node is not None and isinstance(node.value, list) and node.value:
                return self._append(node, change.content)
            return self._put(change.location, [change.content])
        return self._put(change.location, change.content)

    def _find(self, location: Location) -> Marked | None:
        node: Marked | None = self._root
        for step in location:
            node = _child(node, step) if node is not None else None
        return node

    def _is_flow(self, node: Marked) -> bool:
        """Whether it is a mapping or list in brackets."""
        if not isinstance(node.value, dict | list):
            return False
        line = self._lines[node.place.line - 1]
        return line[node.place.column - 1 : node.place.column] in ("{", "[")

    def _render(self, content: dict[str, typing.Any] | list[typing.Any], column: int) -> list[str]:
        return_ = self._ending.removesuffix("\n")
        return [line + return_ for line in render(content, column)]

    def _put(self, location: Location, content: Content) -> list[str]:
        known = 0
        node: Marked = self._root
        for step in location:
            child = _child(node, step)
            if child is None:
                break
            node, known = child, known + 1
        if known == len(location):
            return self._replace(location, node, content)
        for step in reversed(location[known + 1 :]):
            content = {str(step): content}
        here, step = location[:known], location[known]
        if isinstance(node.value, str):
            # A short form (`R5: 60`) becomes the mapping it stands for before a key joins it.
            mapping = {**whole(self._kind, here, node.value), str(step): content}
            return self._replace(here, node, mapping)
        if not node.value and location:
            return self._replace(here, node, {str(step): content})
        return self._insert(here, node, step, content)

    def _replace(self, location: Location, node: Marked, content: Content) -> list[str]:
        line, column, is_item = self._start(location)
        on_one_line = isinstance(node.value, str) and node.place.length
        if isinstance(content, str) and "\n" not in content and on_one_line:
            at, start = node.place.line - 1, node.place.column - 1
            old = self._lines[at]
            new = old[:start] + scalar(content) + old[start + node.place.length :]
            return [*self._lines[:at], new, *self._lines[at + 1 :]]
        end = self._block_end(line, column, is_item=is_item)
        if self._is_flow(node) and end > line + 1:
            raise SpliceFailed(f"{_path(location)} stands in brackets over several lines")
        name = None if is_item else _name_in(self._find(location[:-1]), location[-1])
        rendered = self._render([content] if name is None else {name: content}, column)
        comment = self._trailing(line, node)
        if comment:
            bare = rendered[0].rstrip("\r")
            rendered[0] = f"{bare}  {comment}" + "\r" * (bare != rendered[0])
        first = self._lines[line][:column] + rendered[0][column:]
        return [*self._lines[:line], first, *rendered[1:], *self._lines[end:]]

    def _start(self, location: Location) -> tuple[int, int, bool]:
        """Line and column (from 0) of the key or dash at a location, and which it is."""
        parent = self._find(location[:-1]) if location else None
        if parent is not None and isinstance(parent.value, list):
            line, column = self._dash(parent.value[typing.cast("int", location[-1])])
            return line, column, True
        if parent is None or not isinstance(parent.value, dict):
            raise SpliceFailed(f"{_path(location)} cannot be replaced")
        place = parent.keys[_name_in(parent, location[-1])]
        return place.line - 1, place.column - 1, False

    def _dash(self, item: Marked) -> tuple[int, int]:
        """Line and column (from 0) of the dash before an item."""
        line = item.place.line - 1
        before = self._lines[line][: item.place.column - 1]
        while "-" not in before:
            if before.strip() or not line:
                raise SpliceFailed("the list is not written in lines")
            line -= 1
            before = self._lines[line].split("#")[0]
        return line, before.rindex("-")

    def _trailing(self, line: int, node: Marked) -> str:
        """The comment behind a value that stands on one line with its key."""
        if node.place.line - 1 != line:
            return ""
        behind = self._lines[line][node.place.column - 1 :]
        if self._is_flow(node):
            ends = (number for number, sign in enumerate(behind, 1) if sign in "}]")
            rests = (behind[end:].strip() for end in ends)
            return next((rest for rest in rests if not rest or rest.startswith("#")), "")
        if not isinstance(node.value, str):
            return ""
        rest = behind[node.place.length :].strip()
        return rest if rest.startswith("#") else ""

    def _insert(
        self, location: Location, parent: Marked, step: object, content: Content
    ) -> list[str]:
        name = str(step)
        mapping = typing.cast("dict[str, Marked]", parent.value)
        before = [other for other in mapping if self._precedes(location, other, name)]
        last = max(before, key=lambda other: parent.keys[other], default=None)
        column = min(place.column for place in parent.keys.values()) - 1
        rendered = self._render({name: content}, column)
        if last is None:
            at = min(place.line for place in parent.keys.values()) - 1
            if not self._lines[at][:column].strip():
                at = self._comments_above(at, column) if location else at
                return [*self._lines[:at], *rendered, *self._lines[at:]]
            # The first key stands behind a dash: the new one comes next.
            last = min(mapping, key=lambda other: parent.keys[other])
        at = self._block_end(parent.keys[last].line - 1, column, is_item=False)
        return [*self._lines[:at], *rendered, *self._lines[at:]]

    def _precedes(self, location: Location, other: str, name: str) -> bool:
        fields = fields_of(type_at(self._kind, location))
        if fields:
            return other in fields and name in fields and fields.index(other) < fields.index(name)
        try:
            return in_time(year_or_period(other)) < in_time(year_or_period(name))
        except FiscalFormatError:
            return True

    def _append(self, node: Marked, content: Content) -> list[str]:
        items = typing.cast("list[Marked]", node.value)
        line, column = self._dash(items[-1])
        at = self._block_end(line, column, is_item=True)
        return [*self._lines[:at], *self._render([content], column), *self._lines[at:]]

    def _remove(self, location: Location) -> list[str]:
        parent = self._find(location[:-1])
        if parent is None or not isinstance(parent.value, dict):
            raise SpliceFailed(f"{_path(location)} cannot be removed")
        place = parent.keys[_name_in(parent, location[-1])]
        if len(parent.value) == 1 and location[:-1]:
            return self._remove(location[:-1])
        line, column = place.line - 1, place.column - 1
        if self._lines[line][:column].strip():
            raise SpliceFailed(f"{_path(location)} begins an item of a list")
        end = self._block_end(line, column, is_item=False)
        return [*self._lines[: self._comments_above(line, column)], *self._lines[end:]]

    def _comments_above(self, line: int, column: int) -> int:
        """The first of the comment lines directly above a line that are indented like it."""
        while line > 0 and self._lines[line - 1].startswith(" " * column + "#"):
            line -= 1
        return line

    def _block_end(self, line: int, column: int, *, is_item: bool) -> int:
        """The line after the last one that belongs to what begins at `line` and `column`."""
        end = line + 1
        for number in range(line + 1, len(self._lines)):
            text = self._lines[number].rstrip()
            if not text:
                continue
            indent = len(text) - len(text.lstrip(" "))
            # A key's list may stand right below it, without being indented.
            beside = indent == column and not is_item and (text[indent:] + " ").startswith("- ")
            if indent <= column and not beside:
                break
            end = number + 1
        return end


def _child(node: Marked, step: object) -> Marked | None:
    if isinstance(node.value, list) and isinstance(step, int):
        return node.value[step] if 0 <= step < len(node.value) else None
    if isinstance(node.value, dict):
        name = spelling(node.value, step)
        return node.value[name] if name is not None else None
    return None


def _name_in(parent: Marked | None, step: object) -> str:
    mapping = parent.value if parent is not None else None
    name = spelling(mapping, step) if isinstance(mapping, dict) else None
    if name is None:
        raise SpliceFailed(f"there is no {step}")
    return name


def _path(location: Location) -> str:
    return ".".join(str(step) for step in location)
