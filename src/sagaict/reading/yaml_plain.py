"""YAML text to plain `dict`, `list` and `str`, from parser events, fast.

The schema, not YAML, decides what a scalar means: every scalar stays text, except an empty or
`null` plain one, which is `None`. So `no`, `12:30` and `1_000` are what they look like. Anchors,
aliases and tags are refused, depth and size are bounded, nothing is ever constructed from a tag.

This reader is used for every file, and gives up at the first irregularity; `yaml_events` finds all
of them, with their places.
"""

from __future__ import annotations

from typing import Any

import yaml

from sagaict.reading.yaml_dialect import disputed, may_be_disputed
from sagaict.reading.yaml_parsers import Parser, parser_of

__all__ = ["MAX_DEPTH", "NULLS", "Irregular", "parse"]

MAX_DEPTH = 32
"""How deep mappings and lists may nest; a plan needs 12."""
NULLS = frozenset({"", "null", "Null", "NULL", "~"})
"""What a plain scalar says that says nothing."""


class Irregular(Exception):
    """The text is not the plain YAML this tool reads; `parse_marked` says where and why."""


def parse(text: str) -> Any:
    """Plain objects from the text, fast.

    Raises:
        Irregular: anything out of order; nothing is said here about what.
    """
    parser = parser_of(text)
    try:
        content = _build(parser)
    except yaml.YAMLError as error:
        raise Irregular from error
    finally:
        parser.dispose()
    if may_be_disputed(text) and disputed(text):
        raise Irregular
    return content


def _build(parser: Parser) -> Any:  # noqa: C901, PLR0912, PLR0915 - one loop, for speed
    scalar, mapping, sequence = yaml.ScalarEvent, yaml.MappingStartEvent, yaml.SequenceStartEvent
    stack: list[Any] = []
    current: Any = None
    key: Any = None
    root: Any = None
    seen_document = False
    get_event = parser.get_event
    while True:
        event = get_event()
        kind = type(event)
        if kind is scalar:
            if event.anchor or event.tag:
                raise Irregular
            value: Any = event.value
            if not event.style and value in NULLS:  # the C parser says "" for plain
                value = None
        elif kind is mapping or kind is sequence:
            if event.anchor or event.tag or len(stack) >= MAX_DEPTH:
                raise Irregular
            value = {} if kind is mapping else []
            if type(current) is dict:
                if key is None:
                    raise Irregular
                current[key] = value
            elif current is not None:
                current.append(value)
            else:
                root = value
            stack.append(current)
            current, key = value, None
            continue
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            current, key = stack.pop(), None
            continue
        elif kind is yaml.StreamEndEvent:
            return root
        elif kind is yaml.DocumentStartEvent:
            if seen_document:
                raise Irregular
            seen_document = True
            continue
        elif kind is yaml.AliasEvent:
            raise Irregular
        else:
            continue
        if type(current) is dict:
            if key is None:
                if value is None or value in current:
                    raise Irregular
                key = value
            else:
                current[key] = value
                key = None
        elif current is not None:
            current.append(value)
        else:
            root = value
