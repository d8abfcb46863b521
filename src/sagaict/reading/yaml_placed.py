"""The places of all that stands in a text which was read already: in one loop, for speed.

It is for many files in a row, and gives up at whatever is out of order or merely rare; then the
builder that can tell of everything is asked.
"""

from __future__ import annotations

from typing import Any

import yaml

from sagaict.reading.problem import Place
from sagaict.reading.yaml_events import LINE_END, Extent, Marked, marked_scalars
from sagaict.reading.yaml_parsers import event_end, event_place, parser_of
from sagaict.reading.yaml_plain import MAX_DEPTH, NULLS, Irregular

__all__ = ["placed_scalars"]

_NO_KEYS: dict[str, Place] = {}
_BLANKS = ("\u3000", " ")
"""With what a key may begin that is part of an indent."""


def placed_scalars(text: str) -> tuple[Marked | None, list[Extent]]:
    """Of a valid text every node with its place, and the extents of scalars: in one pass.

    Those by which comments are told: on a line with their sign, or on several lines.
    """
    parser = parser_of(text)
    try:
        return _build(parser.get_event, _lines_with_signs(text))
    except (Irregular, yaml.YAMLError):
        return marked_scalars(text)
    finally:
        parser.dispose()


def _lines_with_signs(text: str) -> frozenset[int]:
    """The lines (from 0) on which a comment may stand."""
    return frozenset(number for number, line in enumerate(text.split("\n")) if "#" in line)


def _build(get_event: Any, signs: frozenset[int]) -> tuple[Marked, list[Extent]]:  # noqa: C901, PLR0912 - one loop, for speed
    scalar, mapping, sequence = yaml.ScalarEvent, yaml.MappingStartEvent, yaml.SequenceStartEvent
    extents: list[Extent] = []
    stack: list[Marked] = []
    top = Marked([], Place(1, 1))
    current, content, key = top, top.value, None
    while (kind := type(event := get_event())) is not yaml.StreamEndEvent:
        if kind is scalar:
            if event.anchor or event.tag:
                raise Irregular
            start, stop, value, style = event.start_mark, event.end_mark, event.value, event.style
            line, column, end = start.line, start.column, (stop.line, stop.column)
            if line in signs or line != end[0]:  # what else it takes room of, nobody asks
                extents.append(((line, LINE_END if style in ("|", ">") else column), end))
            length = end[1] - column if line == end[0] and end[1] > column else 0
            place = Place(line + 1, column + 1, length)
            if type(content) is dict and key is None:
                if value in content or value[:1] in _BLANKS or (not style and value in NULLS):
                    raise Irregular
                current.keys[value], key = place, value
                continue
            if not value and not style and key is not None and key[:1].isdigit():
                raise Irregular  # it may be the rest of a figure: `1,500` in brackets
            node = Marked(None if not style and value in NULLS else value, place, _NO_KEYS, end)
        elif kind is mapping or kind is sequence:
            if event.anchor or event.tag or len(stack) >= MAX_DEPTH:
                raise Irregular
            node = Marked({} if kind is mapping else [], event_place(event))
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            current.end = event_end(event)
            current, key = stack.pop(), None
            content = current.value
            continue
        elif kind is yaml.AliasEvent:
            raise Irregular
        else:
            continue
        if type(content) is list:
            content.append(node)
        elif type(content) is dict and key is not None:
            content[key], key = node, None
        else:
            raise Irregular
        if kind is not scalar:
            stack.append(current)
            current, content, key = node, node.value, None
    roots = top.value
    if not isinstance(roots, list) or len(roots) != 1 or roots[0].value is None:
        raise Irregular
    return roots[0], extents
