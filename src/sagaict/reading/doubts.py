"""What a valid file hides from its reader: text that is no text, and characters nobody sees."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from sagaict.domain.regex import regex
from sagaict.language.visible import HIDDEN
from sagaict.reading.problem import Place, YamlProblem
from sagaict.reading.yaml_parsers import event_end, event_place, events_of, parser_of

__all__ = ["doubts"]

_MOST = 20
_BEHIND = regex(r"[ \t]+(#[^\s#!].*)")
_CUT = regex(r" #[^\s#!]")
_ESCAPE = regex(r"\\[abefnvxuULPN_0]")


def doubts(text: str, *, hides: bool) -> list[YamlProblem]:
    """Doubts about a text, in order, the first twenty; `hides` as its bytes were found to.

    A `#` behind a blank begins a comment, and cuts off what was meant as text: `申請数 #2は除く`.
    Characters that are invisible, or turn the direction of writing, make a text look like another.
    """
    found = [
        YamlProblem("hidden-character", place, {"code": code})
        for place, code in (_hidden(text) if hides else ())
    ]
    # `in` is asked first: it finds plain text ten times faster than a pattern.
    blank = text.replace("\t", " ") if "\t" in text else text
    cut = " #" in blank and _CUT.search(blank)
    if cut or ("\\" in text and _ESCAPE.search(text)):
        found += _in_scalars(text)
    return sorted(found, key=lambda problem: problem.place)[:_MOST]


def _hidden(text: str) -> Iterator[tuple[Place, str]]:
    if HIDDEN.search(text) is None:
        return
    for number, line in enumerate(text.split("\n"), start=1):
        match = HIDDEN.search(line)
        if match is not None:
            yield Place(number, match.start() + 1, 1), _code(match)


def _code(match: re.Match[str]) -> str:
    return f"U+{ord(match[0]):04X}"


def _in_scalars(text: str) -> Iterator[YamlProblem]:
    lines = text.split("\n")
    parser = parser_of(text)
    try:
        for event in events_of(parser):
            if not isinstance(event, yaml.ScalarEvent):
                continue
            place, end = event_place(event), event_end(event)
            if event.style == '"':
                hidden = HIDDEN.search(event.value)
                if hidden is not None and HIDDEN.search(lines[place.line - 1]) is None:
                    code = {"code": _code(hidden)}
                    yield YamlProblem("hidden-character", place, code)
            elif not event.style and event.value and end[0] < len(lines):
                behind = _BEHIND.match(lines[end[0]], end[1])
                if behind is not None:
                    place = Place(end[0] + 1, behind.start(1) + 1, len(behind[1].rstrip()))
                    yield YamlProblem("text-cut-short", place, {"text": behind[1].strip()[:60]})
    except yaml.YAMLError:
        return
    finally:
        parser.dispose()
