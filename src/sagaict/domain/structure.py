"""The shape of the models: which type of value stands where."""

from __future__ import annotations

import sys
import types
import typing
from dataclasses import MISSING
from functools import cache
from typing import Any

from sagaict.domain.record import Record, default_of

__all__ = [
    "annotations_of",
    "fields_of",
    "is_optional_collection",
    "key_type",
    "type_at",
    "unwrap",
    "within",
]


def unwrap(annotation: Any) -> Any:
    """The type itself, without `Annotated`, `None` and other wrapping."""
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


def within(annotation: Any, step: object) -> Any:
    """The type one step into a value: of a field, of a mapping's values, of a list's items."""
    annotation = unwrap(annotation)
    if fields_of(annotation):
        return unwrap(annotations_of(annotation).get(str(step)))
    arguments = typing.get_args(annotation)
    if not arguments:
        return None
    return unwrap(arguments[1] if typing.get_origin(annotation) is dict else arguments[0])


def is_optional_collection(annotation: Any, step: object) -> bool:
    """Whether the field is a list or mapping that may be left out, so that none is an empty one."""
    annotation = unwrap(annotation)
    name = str(step)
    if name not in fields_of(annotation) or default_of(annotation, name) is MISSING:
        return False
    kind = unwrap(annotations_of(annotation)[name])
    return typing.get_origin(kind) in (tuple, list, dict) or bool(fields_of(kind))


def type_at(kind: type[Record], location: tuple[object, ...]) -> Any:
    """The type of the value at a location in a file of `kind`; `None` if nothing stands there."""
    annotation: Any = kind
    for step in location:
        annotation = within(annotation, step)
    return annotation


def key_type(annotation: Any) -> Any:
    """The type of a mapping's keys; `None` for what is no free mapping."""
    annotation = unwrap(annotation)
    if typing.get_origin(annotation) is not dict:
        return None
    return unwrap(typing.get_args(annotation)[0])


def fields_of(annotation: Any) -> list[str]:
    """The names of a record's fields in their order; empty for anything else."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return list(annotation.__declared__)
    return []


def annotations_of(kind: Any) -> dict[str, Any]:
    """The types of a record's fields, with what stands behind them that judges a value.

    In the class they are texts. All of a class are evaluated at once, and what only describes is
    left out: `typing.get_type_hints` takes several times as long, at every start that reads a file.
    """
    return _evaluated(kind)


@cache
def _evaluated(kind: type) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for each in reversed(kind.__mro__):
        texts = vars(each).get("__annotations__", {})
        source = ",".join(f"{name!r}:{texts[name]}" for name in fields_of(kind) if name in texts)
        if source:
            names = vars(sys.modules[each.__module__])
            said = f"{{{source}}}"
            found |= eval(said, names, {"Annotated": _Judged})  # noqa: S307 - our own classes
    return {name: found[name] for name in fields_of(kind)}


class _Judged:
    """Stands for `Annotated` while types are evaluated, and keeps of it what a validator needs."""

    def __class_getitem__(cls, arguments: tuple[Any, ...]) -> Any:
        kind, *marks = arguments
        judges = [each for each in marks if hasattr(each, "__get_pydantic_core_schema__")]
        return typing.Annotated[(kind, *judges)] if judges else kind
