"""One file's content to a model, or to everything that is wrong with it, each at its place."""

from __future__ import annotations

import types
import typing
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, TypeVar

from sagaict.domain.record import Record
from sagaict.domain.spelling import nearest
from sagaict.domain.structure import (
    fields_of,
    is_optional_collection,
    type_at,
    unwrap,
    within,
)
from sagaict.domain.validating import Fault, Unfit, validated
from sagaict.domain.walks import Location
from sagaict.reading.acceptance import Acceptance, Misspelling, acceptances, may_speak
from sagaict.reading.comments import surface
from sagaict.reading.doubts import doubts
from sagaict.reading.loaded import Loaded
from sagaict.reading.problem import Place, Problem, YamlProblem
from sagaict.reading.source_text import decode, even_lines
from sagaict.reading.yaml_events import Marked, locate, parse_marked
from sagaict.reading.yaml_placed import placed_scalars
from sagaict.reading.yaml_plain import Irregular, parse
from sagaict.reading.yaml_slips import is_mendable, slip_in_line

__all__ = ["PlacedText", "load", "place_in"]

Model = TypeVar("Model", bound=Record)

_SIMPLE_RULES = {
    "missing": "missing-key",
    "unexpected_keyword_argument": "unknown-key",
    "literal_error": "not-in-list",
    "string_too_short": "empty-value",
    "string_too_long": "too-long",
    "string_type": "not-a-scalar",
    "dataclass_type": "not-a-mapping",
    "dict_type": "not-a-mapping",
    "tuple_type": "not-a-list",
    "too_short": "too-few",
    "int_parsing": "number-not-number",
    "int_parsing_size": "out-of-range",
    "int_type": "not-a-scalar",
    "greater_than_equal": "out-of-range",
    "less_than_equal": "out-of-range",
}
# Rules about what one value says: they do not speak of nothing, or of a list or mapping.
_ABOUT_ONE_VALUE = frozenset({"not-a-scalar", "not-in-list", "not-a-flag", "number-not-number"})
_NO_COLLECTION = frozenset({"not-a-mapping", "not-a-list"})
_ON_KEY = frozenset({"unknown-key"})


def load(path: str, content: bytes, kind: type[Model]) -> Loaded[Model]:
    """Read one file as `kind`. A pure function of its arguments; `path` is only for display."""
    source = decode(content)
    lines = even_lines(source.text or content.decode(source.encoding, "replace")).split("\n")

    def problem(
        rule: str, place: Place, args: dict[str, str], related: Place | None = None
    ) -> Problem:
        also = ((path, related),) if related else ()
        return Problem(rule, path, place, args, _line(lines, place), also)

    found = [problem(item.rule, item.place, item.args) for item in source.problems]
    if source.text is None:
        return Loaded(None, tuple(found))
    model, faults = _read(source.text, kind, lines)
    found += [problem(item.rule, item.place, item.args, item.related) for item in faults]
    wrong = {item.place.line for item in faults}
    found += [
        replace(problem(item.rule, item.place, item.args), severity="warning")
        for item in doubts(source.text, hides=source.hides)
        if item.place.line not in wrong  # else the line is to be looked at anyway
    ]
    found.sort(key=lambda item: item.sort_key)
    return Loaded(model, tuple(found), may_speak(source.text))


def _read(text: str, kind: type[Model], lines: list[str]) -> tuple[Model | None, list[YamlProblem]]:
    """The model, or all that forbids it."""
    try:
        data = parse(text)
        if isinstance(data, dict):
            return validated(kind, data), []
    except (Irregular, Unfit):
        pass
    root, found = parse_marked(text)
    if root is None:
        return None, found
    if not isinstance(root.value, dict):
        return None, [*found, YamlProblem("not-a-mapping", root.place)]
    _leave_out_empty(root, kind)
    if not found and (model := _model(root, kind)) is not None:
        return model, []
    mended = {item.place.line for item in found if is_mendable(item)}
    aliases = {item.place for item in found if item.rule == "yaml-alias"}
    return None, [
        *found,
        *(
            YamlProblem(rule, place, args)
            for rule, place, args in _misfits(root, kind, lines)
            if place.line not in mended  # what else is wrong there shows when it is
            and place not in aliases  # what an alias stands for is unknown, not missing
        ),
    ]


def _leave_out_empty(node: Marked, annotation: Any) -> None:
    """Take away keys behind which a list or mapping is still to come: `actuals:` and no more."""
    if isinstance(node.value, list):
        for item in node.value:
            _leave_out_empty(item, within(annotation, 0))
    elif isinstance(node.value, dict):
        for key, value in list(node.value.items()):
            if value.value is None and is_optional_collection(annotation, key):
                del node.value[key]
            else:
                _leave_out_empty(value, within(annotation, key))


def _model(root: Marked, kind: type[Model]) -> Model | None:
    try:
        return validated(kind, root.plain())
    except Unfit:
        return None


def _misfits(
    root: Marked, kind: type[Record], lines: list[str]
) -> Iterator[tuple[str, Place, dict[str, str]]]:
    """What the schema finds wrong, each with its place and the arguments of its message."""
    try:
        validated(kind, root.plain())
    except Unfit as error:
        for fault in error.faults:
            described = _describe(fault, kind)
            if described is not None:
                rule, args, location, on_key = described
                place = locate(root, location, key=on_key)
                slip = slip_in_line(place.line, lines) if rule in _NO_COLLECTION else None
                if slip is not None and slip.place.column == place.column:
                    rule, place, args = slip.rule, slip.place, slip.args
                yield rule, place, args


class PlacedText:
    """A (valid) file in which places are looked up: parsed once, however many there are."""

    def __init__(self, content: bytes) -> None:
        text = decode(content).text or ""
        self._text, self._lines = text, text.split("\n")
        self._root, self._extents = placed_scalars(text)

    def at(self, location: Location, *, key: bool = False) -> tuple[Place, str]:
        """Where a value or its key stands, and the line it stands on."""
        place = locate(self._root, location, key=key) if self._root else Place(1, 1)
        return place, _line(self._lines, place)

    def acceptances(self) -> tuple[list[Acceptance], list[Misspelling]]:
        """Every acceptance in it, and every comment that may have been meant as one."""
        return acceptances(self._text, surface(self._text, self._extents))


def place_in(content: bytes, location: Location, *, key: bool = False) -> tuple[Place, str]:
    """Where in a (valid) file a value or its key stands, and the line it stands on."""
    return PlacedText(content).at(location, key=key)


def _line(lines: list[str], place: Place) -> str:
    return lines[place.line - 1] if place.line <= len(lines) else ""


def _describe(
    fault: Fault, kind: type[Record]
) -> tuple[str, dict[str, str], Location, bool] | None:
    """Rule, message arguments, location, and whether the key rather than the value is wrong.

    `None` for the words among the alternatives of a value: the error of the other one tells more.
    """
    location, words = _without_alternative(kind, fault.location)
    on_key = bool(location) and location[-1] == "[key]"
    if on_key:
        location = location[:-1]
    error_type, given = fault.kind, fault.given
    if words and error_type == "literal_error":
        return None
    context = {name: _shown(str(value)) for name, value in fault.context.items()}
    if context.get("suggestion", "").endswith("…"):
        del context["suggestion"]
    name = _shown(str(location[-1])) if location else ""
    args = {"name": name, "given": _shown(given), "text": _shown(given), **context}
    rule = _rule_of(error_type, given)
    if words and not args.get("suggestion"):
        args["suggestion"] = nearest(_shown(given), words)
    if rule == "missing-key":
        allowed = _choices(type_at(kind, location))
        args["expected"] = " / ".join(allowed)
        return "missing-choice" if allowed else rule, args, location[:-1], False
    if error_type == "string_pattern_mismatch":
        rule = "bad-source" if name == "source" else "bad-id"
    if rule == "unknown-key":
        holder = type_at(kind, location[:-1])
        args["suggestion"] = nearest(name, fields_of(holder))
    elif rule == "not-in-list":
        allowed = _choices(type_at(kind, location))
        args["expected"] = " / ".join(allowed) or context.get("expected", "")
        args["suggestion"] = nearest(_shown(given), allowed)
    elif "." in rule or "_" in rule:
        rule = "invalid-value"
    return rule, args, location, on_key or rule in _ON_KEY


def _rule_of(error_type: str, given: object) -> str:
    rule = _SIMPLE_RULES.get(error_type, error_type)
    if given is None and rule in {*_ABOUT_ONE_VALUE, "not-a-mapping", "not-a-list"}:
        return "empty-value"
    return "not-a-scalar" if rule in _ABOUT_ONE_VALUE and isinstance(given, dict | list) else rule


def _shown(value: object) -> str:
    text = value if isinstance(value, str) else "" if value is None else type(value).__name__
    return text if len(text) <= 60 else text[:59] + "…"


def _without_alternative(
    kind: type[Record], location: tuple[Any, ...]
) -> tuple[tuple[Any, ...], list[str]]:
    """The location up to a value of several types, and the words that are among its types."""
    for length in range(len(location)):
        annotation = type_at(kind, location[:length])
        if typing.get_origin(annotation) in (typing.Union, types.UnionType):
            return location[:length], [
                word for item in typing.get_args(annotation) for word in _choices(unwrap(item))
            ]
    return location, []


def _choices(annotation: Any) -> list[str]:
    if typing.get_origin(annotation) is typing.Literal:
        return [str(item) for item in typing.get_args(annotation)]
    return []
