"""The JSON Schema of plan and project files, for editors and other programs."""

from __future__ import annotations

import json
from typing import Any, Literal

from pydantic import TypeAdapter

from sagaict.domain.plan import Plan
from sagaict.domain.project import Project
from sagaict.domain.record import Record

__all__ = ["schema_of", "schema_text"]

_KINDS: dict[str, type[Record]] = {"plan": Plan, "project": Project}
_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_of(kind: Literal["plan", "project"]) -> dict[str, Any]:
    """The schema as an object; short forms (`R9: 73.1`) are allowed where the reader does."""
    schema = TypeAdapter(_KINDS[kind]).json_schema()
    _close(schema)
    _allow_empty(schema)
    return {"$schema": _DIALECT, "$id": f"urn:sagaict:schema:{kind}", **schema}


def _close(schema: Any) -> None:
    """Allow no keys in a mapping by year or id but years or ids."""
    if isinstance(schema, dict):
        if "patternProperties" in schema:
            schema.setdefault("additionalProperties", False)
        schema = list(schema.values())
    if isinstance(schema, list):
        for part in schema:
            _close(part)


def _allow_empty(schema: Any) -> None:
    """Allow nothing behind the key of a list or mapping that may be left out (`actuals:`)."""
    if isinstance(schema, dict):
        required = schema.get("required", ())
        for name, field in schema.get("properties", {}).items():
            if name not in required and field.get("type") in ("array", "object"):
                field["type"] = [field["type"], "null"]
        schema = list(schema.values())
    if isinstance(schema, list):
        for part in schema:
            _allow_empty(part)


def schema_text(kind: Literal["plan", "project"]) -> str:
    """The schema as it is committed beside the data."""
    return json.dumps(schema_of(kind), ensure_ascii=False, indent=2) + "\n"
