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


def validator_of(kind: type[Record]) -> SchemaValidator:
    """What validates content as a record of that kind."""
    builder = _Builder()
    schema = builder.schema_of(kind)
    return SchemaValidator(core_schema.definitions_schema(schema, list(builder.records.values())))


class _Builder:
    """Schemas of types; those of records are kept by name, since many fields share one."""

    def __init__(self) -> None:
        self.records: dict[str, CoreSchema] = {}

    def schema_of(self, annotation: Any) -> CoreSchema:
        """The schema of values of a type."""
        origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
        if origin is typing.Annotated:
            schema = self._annotated(arguments[0], arguments[1:])
        elif origin in (typing.Union, types.UnionType):
            schema = self._alternatives(arguments)
        elif origin is typing.Literal:
            schema = core_schema.literal_schema(list(arguments))
        elif origin is dict:
            schema = core_schema.dict_schema(*map(self.schema_of, arguments))
        elif origin is tuple and arguments[1:] == (...,):
            schema = core_schema.tuple_schema([self.schema_of(arguments[0])], variadic_item_index=0)
        elif fields_of(annotation):
            schema = self._reference(annotation)
        else:
            from pydantic import TypeAdapter

            schema = TypeAdapter(annotation).core_schema
        return schema

    def _annotated(self, annotation: Any, marks: tuple[Any, ...]) -> CoreSchema:
        make: Callable[[], CoreSchema] = partial(self.schema_of, annotation)
        for mark in marks:
            hook = getattr(mark, "__get_pydantic_core_schema__", None)
            if hook is not None:
                make = partial(hook, annotation, _Handler(make))
        return make()

    def _alternatives(self, annotations: tuple[Any, ...]) -> CoreSchema:
        first, *others = [self.schema_of(each) for each in annotations if each is not type(None)]
        schema = core_schema.union_schema([first, *others]) if others else first
        return core_schema.nullable_schema(schema) if type(None) in annotations else schema

    def _reference(self, kind: type[Record]) -> CoreSchema:
        name = kind.__qualname__
        if name not in self.records:
            self.records[name] = self._record(kind, name)
        return core_schema.definition_reference_schema(name)

    def _record(self, kind: type[Record], name: str) -> CoreSchema:
        fields = [
            core_schema.dataclass_field(each, self._field(kind, each, annotation), kw_only=True)
            for each, annotation in annotations_of(kind).items()
        ]
        settings = kind.__pydantic_config__
        return core_schema.dataclass_schema(
            kind,
            core_schema.dataclass_args_schema(kind.__name__, fields),
            [each["name"] for each in fields],
            post_init=hasattr(kind, "__post_init__"),
            config=core_schema.CoreConfig(
                extra_fields_behavior=settings["extra"],
                validate_default=settings.get("validate_default", False),
            ),
            ref=name,
        )

    def _field(self, kind: type[Record], name: str, annotation: Any) -> CoreSchema:
        schema, field = self.schema_of(annotation), kind.__dataclass_fields__[name]
        if field.default_factory is not MISSING:
            return core_schema.with_default_schema(schema, default_factory=field.default_factory)
        if field.default is not MISSING:
            return core_schema.with_default_schema(schema, default=field.default)
        return schema


class _Handler:
    """How a hook asks for the schema of the type that it stands behind."""

    def __init__(self, make: Callable[[], CoreSchema]) -> None:
        self._make = make

    def __call__(self, _source: Any) -> CoreSchema:
        return self._make()

    def generate_schema(self, _source: Any) -> CoreSchema:
        """The schema of something else, which is for the JSON Schema alone."""
        return core_schema.any_schema()
