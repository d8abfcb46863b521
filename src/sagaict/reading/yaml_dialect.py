"""What readers of YAML disagree about, refused, so that no verdict depends on which one reads.

PyYAML has a parser in C and one in Python. They give the same for all plain YAML but differ about
tabs between things, directives, a `#` right behind `|`, a `?` in brackets, and characters that no
text may hold. Found by comparing them over random texts; a test goes on doing that.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

from sagaict.domain.regex import regex
from sagaict.reading.problem import Place, YamlProblem
from sagaict.reading.yaml_parsers import event_place, events_of, parser_of

__all__ = ["BLOCK_SIGN", "disputed", "may_be_disputed"]

BLOCK_SIGN = regex(r"[|>][-+0-9]*#")
"""A comment begun without a blank behind the sign of a block of text."""
_COLON_AT_ONCE = regex(r":[,\[\]{}]")
_LEADING_TAB = regex(r" *\t")
_SURROGATE = regex("[\ud800-\udfff]")
_TAB_OR_COMMENT = regex(r"\t|(?:^|(?<=[ \t]))#|^%")
_Extent = tuple[tuple[int, int], tuple[int, int]]


def may_be_disputed(text: str) -> bool:
    """Whether the text holds any sign of what is refused: cheap, and seldom true."""
    # Plain text is found ten times faster than most patterns.
    return (
        "\t" in text
        or "?" in text
        or ("\\" in text and ("\\u" in text or "\\U" in text))
        or ("%" in text and (text.startswith("%") or "\n%" in text))
        or _COLON_AT_ONCE.search(text) is not None
        or (("|" in text or ">" in text) and BLOCK_SIGN.search(text) is not None)
    )


def disputed(text: str) -> list[YamlProblem]:
    """What in a text (as far as it can be parsed) is read differently by different parsers."""
    if not may_be_disputed(text):
        return []
    lines = text.split("\n")
    extents: list[_Extent] = []
    found: list[YamlProblem] = []
    parser = parser_of(text)
    try:
        found.extend(_in_events(parser, lines, extents))
    except yaml.YAMLError:
        return found
    finally:
        parser.dispose()
    found.extend(_between(lines, extents))
    return sorted(found, key=lambda problem: problem.place)


def _in_events(parser: Any, lines: list[str], extents: list[_Extent]) -> Iterator[YamlProblem]:
    brackets: list[bool] = []
    for event in events_of(parser):
        if isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            brackets.append(bool(event.flow_style))
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            brackets.pop()
        elif isinstance(event, yaml.ScalarEvent):
            if event.style:
                extents.append(_extent(event))
            if _is_disputed(event, lines):
                yield YamlProblem("yaml-disputed", event_place(event))
            elif event.style in ("|", ">"):
                yield from _indented_by_tabs(event, lines)
            elif brackets and brackets[-1] and not event.style:
                yield from _in_brackets(event, lines)


def _extent(event: Any) -> _Extent:
    """Where a text is in which a tab is a tab; behind the sign of a block a comment may stand."""
    start, end = event.start_mark, event.end_mark
    first = start.line + 1 if event.style in ("|", ">") else start.line
    return (first, 0 if first > start.line else start.column), (end.line, end.column)


def _indented_by_tabs(event: Any, lines: list[str]) -> Iterator[YamlProblem]:
    for number in range(event.start_mark.line + 1, min(event.end_mark.line + 1, len(lines))):
        tab = _LEADING_TAB.match(lines[number])
        if tab is not None:
            yield YamlProblem("yaml-tab", Place(number + 1, tab.end(), 1))
            return


def _in_brackets(event: Any, lines: list[str]) -> Iterator[YamlProblem]:
    """A question mark in a text without quotation marks, or a colon with nothing behind it."""
    start, end = event.start_mark, event.end_mark
    for number in range(start.line, end.line + 1):
        line = lines[number]
        stop = end.column + 1 if number == end.line else len(line)
        column = line.find("?", start.column if number == start.line else 0, stop)
        if column >= 0:
            yield YamlProblem("yaml-disputed", Place(number + 1, column + 1, 1))
            return
    if _COLON_AT_ONCE.match(lines[end.line], end.column):
        yield YamlProblem("yaml-disputed", Place(end.line + 1, end.column + 1, 1))


def _is_disputed(event: Any, lines: list[str]) -> bool:
    """Whether a scalar is read differently for what is in it, or how it begins."""
    start = event.start_mark
    if _SURROGATE.search(event.value):
        return True
    in_block = event.style in ("|", ">")
    return in_block and BLOCK_SIGN.match(lines[start.line], start.column) is not None


def _between(lines: list[str], extents: list[_Extent]) -> Iterator[YamlProblem]:
    """Tabs and directives outside of quoted texts, blocks and comments, the first of each line."""
    at = 0
    for number, line in enumerate(lines):
        for sign in _TAB_OR_COMMENT.finditer(line):
            here = (number, sign.start())
            while at < len(extents) and extents[at][1] <= here:
                at += 1
            if at < len(extents) and extents[at][0] <= here:
                continue
            if sign[0] != "#":
                rule = "yaml-tab" if sign[0] == "\t" else "yaml-disputed"
                yield YamlProblem(rule, Place(number + 1, sign.start() + 1, 1))
            break
