"""YAML text with the place of every node, and every irregularity that can be told.

The rules are those of `yaml_plain`, which reads every file; this is for a file that has something
out of order, and for whoever writes into one.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import field
from typing import Any

import yaml

from sagaict.domain.fields import year_or_period
from sagaict.domain.fiscal import FiscalFormatError
from sagaict.domain.light import dataclass
from sagaict.domain.regex import regex
from sagaict.domain.walks import Location
from sagaict.reading.problem import Place, YamlProblem
from sagaict.reading.yaml_dialect import disputed
from sagaict.reading.yaml_parsers import (
    Parser,
    event_end,
    event_place,
    events_of,
    parser_of,
    pure_parser_of,
)
from sagaict.reading.yaml_plain import MAX_DEPTH, NULLS
from sagaict.reading.yaml_slips import is_mendable, mended, slip_of

__all__ = [
    "LINE_END",
    "Extent",
    "Marked",
    "locate",
    "marked_scalars",
    "parse_marked",
    "scalar_extents",
]

Extent = tuple[tuple[int, int], tuple[int, int]]
"""Where a scalar begins and ends (line and column from 0)."""
LINE_END = 1 << 30
"""A column behind every other: no line is that long."""
_MOST_SLIPS = 20
"""How many slips are passed over in one file: each costs another reading."""
_FULL_WIDTH_BLANKS = "\u3000 "
_THOUSANDS = regex(r"[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?", re.ASCII)
_TOO_DEEP = "exceeded maximum nesting depth"
"""What libyaml 0.2.6 says of a thousand brackets."""


@dataclass(slots=True)
class Marked:
    """A node with its place: a scalar (`str` or `None`), a mapping, or a list of nodes.

    `end` is where the parser was behind it (line and column from 0): exact for a scalar and for
    what stands in brackets; a mapping or list in lines ends with the last thing in it.
    """

    value: str | dict[str, Marked] | list[Marked] | None
    place: Place
    keys: dict[str, Place] = field(default_factory=dict)
    end: tuple[int, int] = (0, 0)
    _spellings: dict[object, str] | None = field(default=None, repr=False, compare=False)

    def spelling(self, step: object) -> str | None:
        """The key as the file spells it: a fiscal year may stand there as `Ｒ５` or `2023`."""
        if isinstance(step, str):
            return step if step in self.keys else None
        if self._spellings is None:
            self._spellings = dict(_years(self.keys))
        return self._spellings.get(step)

    def plain(self) -> Any:
        """The same content as the plain reader gives."""
        if isinstance(self.value, dict):
            return {key: node.plain() for key, node in self.value.items()}
        if isinstance(self.value, list):
            return [node.plain() for node in self.value]
        return self.value


def parse_marked(text: str) -> tuple[Marked | None, list[YamlProblem]]:
    """Every node with its place, and every irregularity that can be told.

    Behind a slip with one right mend, reading goes on as if it were mended; other problems of its
    line are left for the next time. The tree is `None` where what is wrong otherwise, an empty file
    or excessive nesting leaves nothing to go on with.
    """
    slips: dict[int, YamlProblem] = {}
    while True:
        root, found = _parse_marked(text, parser_of(text))
        last = found[-1] if root is None and found else None
        if last is None or not is_mendable(last) or len(slips) == _MOST_SLIPS:
            break
        if last.place.line in slips:
            found.pop()
            break
        slips[last.place.line] = last
        text = mended(text, last)
    others = [problem for problem in found if problem.place.line not in slips]
    return root, sorted([*slips.values(), *others], key=lambda problem: problem.place)


def marked_scalars(text: str) -> tuple[Marked | None, list[Extent]]:
    """Of a valid text every node with its place, and what `scalar_extents` tells: in one pass."""
    builder, parser = _MarkedBuilder(), parser_of(text)
    try:
        return builder.build(parser), builder.extents
    except yaml.YAMLError:
        return None, builder.extents
    finally:
        parser.dispose()


def _parse_marked(text: str, parser: Parser) -> tuple[Marked | None, list[YamlProblem]]:
    builder = _MarkedBuilder()
    try:
        root = builder.build(parser)
    except yaml.MarkedYAMLError as error:
        if error.problem == _TOO_DEEP:
            # The C parser looks ahead, to a limit of its own; the other one gets to ours.
            return _parse_marked(text, pure_parser_of(text))
        return None, [*builder.problems, slip_of(error, text)]
    except yaml.YAMLError:  # a reader error: characters YAML does not allow
        return None, [*builder.problems, YamlProblem("yaml-syntax", Place(1, 1))]
    finally:
        parser.dispose()
    return root, [*builder.problems, *disputed(text)]


class _MarkedBuilder:
    def __init__(self) -> None:
        self.problems: list[YamlProblem] = []
        self.extents: list[Extent] = []

    def _note(self, rule: str, place: Place, related: Place | None = None, **args: str) -> None:
        self.problems.append(YamlProblem(rule, place, args, related))

    def build(self, parser: Parser) -> Marked | None:
        root: Marked | None = None
        documents = 0
        for event in events_of(parser):
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents == 2:
                    self._note("yaml-documents", event_place(event))
            elif isinstance(event, yaml.NodeEvent):
                node = self._node(event, parser, 0)
                if node is None:
                    return None
                root = root or node
        if root is None or root.value is None:
            self._note("yaml-empty", Place(1, 1))
            return None
        return root

    def _node(self, event: Any, parser: Parser, depth: int) -> Marked | None:
        place = event_place(event)
        if type(event) is yaml.ScalarEvent:
            extent = _extent(event)
            self.extents.append(extent)
            if not event.anchor and not event.tag:  # nearly always
                empty = not event.style and event.value in NULLS
                return Marked(None if empty else event.value, place, {}, extent[1])
        if isinstance(event, yaml.AliasEvent):
            self._note("yaml-alias", place, name=f"*{event.anchor}")
            return Marked(None, place)
        if event.anchor:
            self._note("yaml-alias", place, name=f"&{event.anchor}")
        if event.tag:
            self._note("yaml-tag", place, name=str(event.tag))
        if isinstance(event, yaml.ScalarEvent):
            empty = not event.style and event.value in NULLS
            return Marked(None if empty else event.value, place, end=event_end(event))
        if depth >= MAX_DEPTH:
            self._note("yaml-depth", place, limit=str(MAX_DEPTH))
            return None
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(parser, place, depth)
        return self._mapping(parser, place, depth)

    def _sequence(self, parser: Parser, place: Place, depth: int) -> Marked | None:
        items: list[Marked] = []
        while not isinstance(event := parser.get_event(), yaml.SequenceEndEvent):
            item = self._node(event, parser, depth + 1)
            if item is None:
                return None
            items.append(item)
        return Marked(items, place, end=event_end(event))

    def _mapping(self, parser: Parser, place: Place, depth: int) -> Marked | None:
        content: dict[str, Marked] = {}
        node = Marked(content, place)
        before: Marked | None = None
        while not isinstance(event := parser.get_event(), yaml.MappingEndEvent):
            key = self._node(event, parser, depth + 1)
            value = self._node(parser.get_event(), parser, depth + 1) if key else None
            if key is None or value is None:
                return None
            if not isinstance(key.value, str):
                self._note("yaml-key", key.place)
                continue
            if before is not None and _continues(before, key.value, key.place, value):
                self._note_comma(before, key.value)
                continue
            name = key.value if event.style else key.value.lstrip(_FULL_WIDTH_BLANKS)
            if name != key.value:
                indent = Place(key.place.line, 1, key.place.column + len(key.value) - len(name) - 1)
                self._note("yaml-full-width-space", indent, text=name, suggestion="")
            before = value
            if name in content:
                self._note("yaml-duplicate-key", key.place, node.keys[name], name=name)
            else:
                content[name] = value
                node.keys[name] = key.place
        node.end = event_end(event)
        return node

    def _note_comma(self, figure: Marked, rest: str) -> None:
        """Join what a comma in brackets has parted: `{R8: 1,500}` has no key `500`."""
        place = figure.place
        figure.value = f"{figure.value},{rest}"
        figure.place = Place(place.line, place.column, place.length + 1 + len(rest))
        if self.problems and self.problems[-1].place == place:
            self.problems.pop()
        self._note(
            "number-comma-in-brackets",
            figure.place,
            text=figure.value,
            suggestion=f'"{figure.value}"',
        )


def _continues(figure: Marked, name: str, place: Place, value: Marked) -> bool:
    """Whether a key without a value is but the thousands of the figure right before it."""
    at, text = figure.place, figure.value
    return (
        value.value is None
        and not value.place.length
        and isinstance(text, str)
        and at.line == place.line
        and at.column + at.length + 1 == place.column
        and _THOUSANDS.fullmatch(f"{text},{name}") is not None
    )


def scalar_extents(text: str) -> Iterator[Extent]:
    """Where each scalar begins and ends, up to the first fault.

    A block (`|`, `>`) begins at the end of the line of its sign, behind which a comment may stand.
    """
    parser = parser_of(text)
    get_event, scalar, end = parser.get_event, yaml.ScalarEvent, yaml.StreamEndEvent
    try:
        while (kind := type(event := get_event())) is not end:
            if kind is scalar:
                yield _extent(event)
    except yaml.YAMLError:
        return
    finally:
        parser.dispose()


def _extent(event: Any) -> Extent:
    start = event.start_mark
    column = LINE_END if event.style in ("|", ">") else start.column
    return (start.line, column), event_end(event)


def locate(root: Marked, location: Location, *, key: bool = False) -> Place:
    """The place of the scalar at `location`, or of its key; the nearest parent if it is not there.

    A mapping is shown by its `id` (or first key), not by the invisible point where it begins.
    """
    node, place = root, _face(root)
    for step in location:
        value = node.value
        if isinstance(value, dict) and (name := node.spelling(step)) is not None:
            place = node.keys[name]
            node = value[name]
        elif isinstance(value, list) and isinstance(step, int) and 0 <= step < len(value):
            node = value[step]
            place = _face(node)
        else:
            return place if not isinstance(node.value, str) else node.place
    if key:
        return place
    return node.place if not isinstance(node.value, dict | list) else _face(node, place)


def _years(names: Iterable[str]) -> Iterator[tuple[object, str]]:
    for name in names:
        with contextlib.suppress(FiscalFormatError):
            yield year_or_period(name), name


def _face(node: Marked, default: Place | None = None) -> Place:
    if isinstance(node.value, dict) and node.keys:
        identity = node.value.get("id")
        if identity is not None and isinstance(identity.value, str):
            return identity.place
        return next(iter(node.keys.values()))
    return default or node.place
