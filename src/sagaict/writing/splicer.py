"""Changes made in the lines of a file, at the places the parser gives.

Where what stands at a location begins and ends is told by the nodes the parser found, never by
how lines are indented: a comment may stand anywhere, and belongs to what it is written beside.
"""

from __future__ import annotations

import typing
from collections.abc import Iterable, Sequence

from sagaict.domain.fields import year_or_period
from sagaict.domain.fiscal import FiscalFormatError, in_time
from sagaict.domain.record import Record
from sagaict.domain.structure import fields_of, type_at
from sagaict.domain.walks import Location
from sagaict.reading.acceptance import accepts
from sagaict.reading.comments import surface
from sagaict.reading.steps import steps
from sagaict.reading.yaml_events import Marked, parse_marked
from sagaict.writing.change import Append, Change, Content, Remove, SpliceFailed, spelling, whole
from sagaict.writing.rendering import render, scalar

__all__ = ["spliced", "thing_of"]


class _Edit(typing.NamedTuple):
    """The lines from `start` to before `end` (from 0) give way to others."""

    start: int
    end: int
    lines: list[str]

    def touches(self, other: _Edit) -> bool:
        """Whether the two may not be made in either order."""
        apart = self.end <= other.start or other.end <= self.start
        return not apart or self[:2] == other[:2]


def spliced(
    lines: list[str], changes: Sequence[Change], kind: type[Record], ending: str
) -> list[str]:
    """The lines with the changes made, as if one after the other. A line keeps its return.

    Changes of different things (an indicator, an action) do not see each other: those that touch
    none of the same lines are made together, so that a text is not read anew for each.

    Raises:
        SpliceFailed: a location leads nowhere, or the lines do not allow it.
    """
    waiting = list(changes)
    while waiting:
        splicer = _Splicer(lines, kind, ending)
        edits: list[_Edit] = []
        later: list[Change] = []
        held: set[Location] = set()
        for change in steps(waiting, [1] * len(waiting)):
            thing = thing_of(change.location)
            if thing in held:
                later.append(change)
                continue
            held.add(thing)
            try:
                opening = splicer.opening(change)
                edit = opening or splicer.edit(change)
            except SpliceFailed:
                if not edits:
                    raise
                later.append(change)  # perhaps its place is only being made
                continue
            fits = not any(edit.touches(other) for other in edits)
            if fits:
                edits.append(edit)
            if opening or not fits:
                later.append(change)
        lines = list(lines)
        for edit in sorted(edits, key=lambda each: each[:2], reverse=True):
            lines[edit.start : edit.end] = edit.lines
        waiting = later
    return lines


def thing_of(location: Location) -> Location:
    """What a change is about: the location as far as it leads from list to list."""
    length = 0
    while length + 1 < len(location) and isinstance(location[length + 1], int):
        length += 2
    return location[:length]


class _Splicer:
    """Finds in one reading of a text which lines a change takes the place of."""

    def __init__(self, lines: list[str], kind: type[Record], ending: str) -> None:
        root, problems = parse_marked("\n".join(lines))
        if root is None or problems:
            raise SpliceFailed("the file is not valid YAML")
        self._lines = lines
        self._surface = surface("\n".join(lines))
        self._root = root
        self._kind = kind
        self._ending = ending

    def opening(self, change: Change) -> _Edit | None:
        """What must come first: brackets around the place of the change are opened."""
        within = change.location if isinstance(change, Append) else change.location[:-1]
        for length in range(len(within) + 1):
            node = self._find(within[:length])
            if node is not None and node.value and self._is_flow(node):
                return self._replace(within[:length], node, node.plain())
        return None

    def edit(self, change: Change) -> _Edit:
        """The change itself, where no brackets are around its place."""
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

    def _put(self, location: Location, content: Content) -> _Edit:
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

    def _replace(self, location: Location, node: Marked, content: Content) -> _Edit:
        line, column, is_item = self._start(location)
        on_one_line = isinstance(node.value, str) and node.place.length
        if isinstance(content, str) and "\n" not in content and on_one_line:
            at, start = node.place.line - 1, node.place.column - 1
            old = self._lines[at]
            new = old[:start] + scalar(content) + old[start + node.place.length :]
            return _Edit(at, at + 1, [new])
        end = self._content_end(node)
        behind, *above = self._comments(line, end)
        if not location:
            rendered = self._render(typing.cast("dict[str, typing.Any]", content), column)
            behind, above = "", [*filter(None, [behind]), *above]
        elif is_item:
            rendered = self._render([content], column)
        else:
            name = _name_in(self._find(location[:-1]), location[-1])
            rendered = self._render({name: content}, column)
        if behind:
            bare = rendered[0].rstrip("\r")
            rendered[0] = f"{bare}  {behind}" + "\r" * (bare != rendered[0])
        first = self._lines[line][:column] + rendered[0][column:]
        kept = self._as_lines(above, self._indent(line))
        return _Edit(line, end, [*kept, first, *rendered[1:]])

    def _comments(self, line: int, end: int) -> list[str]:
        """The comments on lines that are rewritten; that of the first line, or nothing, first."""
        texts = {number: comment.text for number, comment in self._surface.comments.items()}
        within = (texts.get(number, "") for number in range(line + 1, end))
        return [texts.get(line, ""), *filter(None, within)]

    def _as_lines(self, comments: Iterable[str], column: int) -> list[str]:
        return_ = self._ending.removesuffix("\n")
        return [f"{' ' * column}{comment}{return_}" for comment in comments]

    def _indent(self, line: int) -> int:
        return len(self._lines[line]) - len(self._lines[line].lstrip(" "))

    def _start(self, location: Location) -> tuple[int, int, bool]:
        """Line and column (from 0) of the key or dash at a location, and which it is."""
        if not location:
            return self._root.place.line - 1, self._root.place.column - 1, False
        parent = self._find(location[:-1])
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

    def _insert(self, location: Location, parent: Marked, step: object, content: Content) -> _Edit:
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
                return _Edit(at, at, rendered)
            # The first key stands behind a dash: the new one comes next.
            last = min(mapping, key=lambda other: parent.keys[other])
        at = self._block_end(mapping[last], column)
        return _Edit(at, at, rendered)

    def _precedes(self, location: Location, other: str, name: str) -> bool:
        fields = fields_of(type_at(self._kind, location))
        if fields:
            return other in fields and name in fields and fields.index(other) < fields.index(name)
        try:
            return in_time(year_or_period(other)) < in_time(year_or_period(name))
        except FiscalFormatError:
            return True

    def _append(self, node: Marked, content: Content) -> _Edit:
        items = typing.cast("list[Marked]", node.value)
        _line, column = self._dash(items[-1])
        at = self._block_end(items[-1], column)
        return _Edit(at, at, self._render([content], column))

    def _remove(self, location: Location) -> _Edit:
        parent, node = self._find(location[:-1]), self._find(location)
        if parent is None or node is None or not isinstance(parent.value, dict | list):
            raise SpliceFailed(f"{_path(location)} cannot be removed")
        if len(parent.value) == 1 and location[:-1]:
            return self._remove(location[:-1])
        line, column, _is_item = self._start(location)
        if self._lines[line][:column].strip():
            raise SpliceFailed(f"{_path(location)} begins an item of a list")
        # What was accepted about it goes with it; what else is said of it stays to be read.
        start = self._comments_above(line, column)
        end = self._content_end(node)
        comments = filter(None, self._comments(start, end))
        kept = self._as_lines((each for each in comments if not accepts(each)), column)
        return _Edit(start, end, kept)

    def _comments_above(self, line: int, column: int) -> int:
        """The first of the comment lines directly above a line that are indented like it."""
        while line > 0 and self._lines[line - 1].startswith(" " * column + "#"):
            line -= 1
        return line

    def _content_end(self, node: Marked) -> int:
        """The line after the last one that holds something of a node."""
        value = node.value
        if value and isinstance(value, dict | list) and not self._is_flow(node):
            return self._content_end(list(value.values() if isinstance(value, dict) else value)[-1])
        line, column = node.end
        end = line + bool(column)
        if isinstance(value, str) and not _ends_with_empty_lines(value):
            while not self._lines[end - 1].strip():
                end -= 1
        return end

    def _block_end(self, node: Marked, column: int) -> int:
        """The line after a node and the comments below it that are indented deeper than `column`.

        There what is new comes after it.
        """
        end = self._content_end(node)
        for number in range(end, len(self._lines)):
            text = self._lines[number].strip()
            if text and not (text.startswith("#") and self._indent(number) > column):
                break
            if text:
                end = number + 1
        return end


def _ends_with_empty_lines(text: str) -> bool:
    return text.endswith("\n\n") or (bool(text) and not text.strip("\n"))


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
