"""One file's content to a model, or to everything that is wrong with it, each at its place."""

from __future__ import annotations

import difflib
import types
import typing
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError

from sagaict.reading.problem import Location, Place, Problem
from sagaict.reading.source_text import decode
from sagaict.reading.yaml_events import Irregular, locate, parse, parse_marked

if typing.TYPE_CHECKING:
    from pydantic_core import ErrorDetails

__all__ = ["Loaded", "load", "place_in"]

Model = TypeVar("Model", bound=BaseModel)

_SIMPLE_RULES = {
    "missing": "missing-key",
    "extra_forbidden": "unknown-key",
    "literal_error": "not-in-list",
    "string_too_short": "empty-value",
    "string_too_long": "too-long",
    "string_type": "not-a-scalar",
    "model_type": "not-a-mapping",
    "model_attributes_type": "not-a-mapping",
    "dict_type": "not-a-mapping",
    "tuple_type": "not-a-list",
    "too_short": "too-few",
    "int_parsing": "number-not-number",
    "int_type": "not-a-scalar",
    "greater_than_equal": "out-of-range",
    "less_than_equal": "out-of-range",
}
_ON_KEY = frozenset({"unknown-key"})


@dataclass(frozen=True, slots=True)
class Loaded(Generic[Model]):
    """A file read: its model unless something forbids it, and its problems."""

    model: Model | None
    problems: tuple[Problem, ...] = ()


def load(path: str, content: bytes, kind: type[Model]) -> Loaded[Model]:
    """Read one file as `kind`. A pure function of its arguments; `path` is only for display."""
    source = decode(content)
    lines = (source.text or content.decode("utf-8", "replace")).split("\n")

    def problem(
        rule: str, place: Place, args: dict[str, str], related: Place | None = None
    ) -> Problem:
        also = ((path, related),) if related else ()
        return Problem(rule, path, place, args, _line(lines, place), also)

    found = [problem(item.rule, item.place, item.args) for item in source.problems]
    if source.text is None:
        return Loaded(None, tuple(found))
    try:
        data = parse(source.text)
        if isinstance(data, dict):
            return Loaded(kind.model_validate(data), tuple(found))
    except (Irregular, ValidationError):
        pass
    root, irregularities = parse_marked(source.text)
    found += [problem(item.rule, item.place, item.args, item.related) for item in irregularities]
    if root is None:
        return Loaded(None, tuple(found))
    if not isinstance(root.value, dict):
        found.append(problem("not-a-mapping", Place(1, 1), {}))
        return Loaded(None, tuple(found))
    try:
        kind.model_validate(root.plain())
    except ValidationError as error:
        for details in error.errors(include_url=False):
            rule, args, location, on_key = _describe(details, kind)
            found.append(problem(rule, locate(root, location, key=on_key), args))
    return Loaded(None, tuple(sorted(found, key=lambda item: item.sort_key)))


def place_in(content: bytes, location: Location, *, key: bool = False) -> tuple[Place, str]:
    """Where in a (valid) file a value or its key stands, and the line it stands on."""
    text = decode(content).text or ""
    root, _ = parse_marked(text)
    place = locate(root, location, key=key) if root else Place(1, 1)
    return place, _line(text.split("\n"), place)


def _line(lines: list[str], place: Place) -> str:
    return lines[place.line - 1].rstrip("\r") if place.line <= len(lines) else ""


def _describe(
    details: ErrorDetails, kind: type[BaseModel]
) -> tuple[str, dict[str, str], Location, bool]:
    """Rule, message arguments, location, and whether the key rather than the value is wrong."""
    location: tuple[Any, ...] = tuple(details["loc"])
    on_key = bool(location) and location[-1] == "[key]"
    if on_key:
        location = location[:-1]
    error_type, given = details["type"], details["input"]
    context = {name: str(value) for name, value in details.get("ctx", {}).items()}
    name = str(location[-1]) if location else ""
    args = {"name": name, "given": _shown(given), **context}
    rule = _SIMPLE_RULES.get(error_type, error_type)
    if rule == "missing-key":
        allowed = _choices(_annotation_at(kind, location))
        args["expected"] = " / ".join(allowed)
        return "missing-choice" if allowed else rule, args, location[:-1], False
    if error_type == "string_pattern_mismatch":
        rule = "bad-source" if name == "source" else "bad-id"
    if rule in ("not-a-scalar", "not-a-mapping", "not-a-list", "empty-value") and given is None:
        rule = "empty-value"
    if rule == "unknown-key":
        holder = _annotation_at(kind, location[:-1])
        args["suggestion"] = _nearest(name, _field_names(holder))
    elif rule == "not-in-list":
        allowed = _choices(_annotation_at(kind, location))
        args["expected"] = " / ".join(allowed) or context.get("expected", "")
        args["suggestion"] = _nearest(_shown(given), allowed)
    elif "." in rule or "_" in rule:
        args["detail"] = details["msg"]
        rule = "invalid-value"
    return rule, args, location, on_key or rule in _ON_KEY


def _shown(value: object) -> str:
    text = value if isinstance(value, str) else "" if value is None else type(value).__name__
    return text if len(text) <= 60 else text[:59] + "…"


def _nearest(word: str, candidates: list[str]) -> str:
    return next(iter(difflib.get_close_matches(word, candidates, n=1, cutoff=0.6)), "")


def _annotation_at(kind: type[BaseModel], location: tuple[Any, ...]) -> Any:
    """The annotated type of the value at `location`, following fields, mappings and lists."""
    annotation: Any = kind
    for step in location:
        annotation = _unwrap(annotation)
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            field = annotation.model_fields.get(str(step))
            if field is None:
                return None
            annotation = field.annotation
        else:
            arguments = typing.get_args(annotation)
            if not arguments:
                return None
            annotation = arguments[1] if typing.get_origin(annotation) is dict else arguments[0]
    return _unwrap(annotation)


def _unwrap(annotation: Any) -> Any:
    while True:
        origin = typing.get_origin(annotation)
        if origin is typing.Annotated:
            annotation = typing.get_args(annotation)[0]
        elif origin in (typing.Union, types.UnionType):
            arguments = [item for item in typing.get_args(annotation) if item is not type(None)]
            if len(arguments) != 1:
                return annotation
            annotation = arguments[0]
        else:
            return annotation


def _choices(annotation: Any) -> list[str]:
    if typing.get_origin(annotation) is typing.Literal:
        return [str(item) for item in typing.get_args(annotation)]
    return []


def _field_names(annotation: Any) -> list[str]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return list(annotation.model_fields)
    return []
