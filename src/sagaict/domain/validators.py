"""The validators of records, built of their annotations: what pydantic's own generator would build.

That generator, with all of pydantic that it needs, takes longer to import and to run than all files
of a body take to read. This one knows only what fields here are made of; for anything else it asks
the other. It uses pydantic's core and the same hooks behind the types (`sagaict.domain.declaring`).
"""

from __future__ import annotations

import types
import typing
from collections.abc import Callable
from dataclasses import MISSING
from functools import partial
from typing import Any

from pydantic_core import CoreSchema, SchemaValidator, core_schema

from sagaict.domain.record import Record
from sagaict.domain.structure import annotations_of, fields_of

__all__ = ["validator_of"]


_BUILT: dict[type[Record], SchemaValidator] = {}


def validator_of(kind: type[Record]) -> SchemaValidator:
    """What validates content as a record of that kind."""
    if kind not in _BUILT:
        _BUILT[kind] = _built(kind)
    return _BUILT[kind]


def _built(kind: type[Record]) -> SchemaValidator:
    settings = kind.__pydantic_config__
    fields = [
        core_schema.dataclass_field(each, _field(kind, each, annotation), kw_only=True)
        for each, annotation in annotations_of(kind).items()
    ]
    return SchemaValidator(
        core_schema.dataclass_schema(
            kind,
            core_schema.dataclass_args_schema(kind.__name__, fields),
            [each["name"] for each in fields],
            post_init=hasattr(kind, "__post_init__"),
            config=core_schema.CoreConfig(
                extra_fields_behavior=settings["extra"],
                validate_default=settings.get("validate_default", False),
            ),
        )
    )


def _field(kind: type[Record], name: str, annotation: Any) -> CoreSchema:
    schema, field = _schema_of(annotation), kind.__declared__[name]
    if field.default_factory is not MISSING:
        return core_schema.with_default_schema(schema, default_factory=field.default_factory)
    if field.default is not MISSING:
        return core_schema.with_default_schema(schema, default=field.default)
    return schema


def _schema_of(annotation: Any) -> CoreSchema:
    """The schema of values of a type."""
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is typing.Annotated:
        schema = _annotated(arguments[0], arguments[1:])
    elif origin in (typing.Union, types.UnionType):
        schema = _alternatives(arguments)
    elif origin is typing.Literal:
        schema = core_schema.literal_schema(list(arguments))
    elif origin is dict:
        schema = core_schema.dict_schema(*map(_schema_of, arguments))
    elif origin is tuple and arguments[1:] == (...,):
        schema = core_schema.tuple_schema([_schema_of(arguments[0])], variadic_item_index=0)
    elif fields_of(annotation):
        schema = _record(annotation)
    else:
        from pydantic import TypeAdapter

        schema = TypeAdapter(annotation).core_schema
    return schema


def _annotated(annotation: Any, marks: tuple[Any, ...]) -> CoreSchema:
    make: Callable[[], CoreSchema] = partial(_schema_of, annotation)
    for mark in marks:
        hook = getattr(mark, "__get_pydantic_core_schema__", None)
        if hook is not None:
            make = partial(hook, annotation, _Handler(make))
    return make()


def _alternatives(annotations: tuple[Any, ...]) -> CoreSchema:
    first, *others = [_schema_of(each) for each in annotations if each is not type(None)]
    schema = core_schema.union_schema([first, *others]) if others else first
    return core_schema.nullable_schema(schema) if type(None) in annotations else schema


def _record(kind: type[Record]) -> CoreSchema:
    """A record in another: few kinds stand in the files of a body, so each is built when met."""
    validate: Callable[[Any], Any] | None = None

    def validated(content: Any) -> Any:
        nonlocal validate
        if validate is None:
            validate = validator_of(kind).validate_python
        return validate(content)

    return core_schema.no_info_plain_validator_function(validated)


class _Handler:
    """How a hook asks for the schema of the type that it stands behind."""

    def __init__(self, make: Callable[[], CoreSchema]) -> None:
        self._make = make

    def __call__(self, _source: Any) -> CoreSchema:
        return self._make()

    def generate_schema(self, _source: Any) -> CoreSchema:
        """The schema of something else, which is for the JSON Schema alone."""
        return core_schema.any_schema()
