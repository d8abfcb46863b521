"""A record of the data as mappings, lists, texts and numbers: what its file says, for programs."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from sagaict.domain.fields import Record
from sagaict.domain.fiscal import FiscalYear, Period

__all__ = ["record_data"]


def record_data(value: object) -> object:
    """The value with everything in it; what is not said is left out, numbers stay exact."""
    if isinstance(value, Record):
        items = ((name, getattr(value, name)) for name in type(value).model_fields)
        return {name: record_data(item) for name, item in items if item not in (None, (), {})}
    if isinstance(value, Mapping):
        return {_text(key): record_data(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return [record_data(item) for item in value]
    if value is None or isinstance(value, str | bool | int | Decimal):
        return value
    return _text(value)


def _text(value: object) -> str:
    return value.label if isinstance(value, FiscalYear | Period) else str(value)
