"""A record of the data as mappings, lists, texts and numbers: what its file says, for programs."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from sagaict.domain.fiscal import FiscalYear, Period
from sagaict.domain.record import Record
from sagaict.domain.structure import fields_of

__all__ = ["record_data"]


def record_data(value: object, *, whole: bool = False) -> object:
    """The value with everything in it, numbers exact.

    What is not said is left out, unless the `whole` record is wanted.
    """
    if isinstance(value, Record):
        items = ((name, getattr(value, name)) for name in fields_of(type(value)))
        return {
            name: record_data(item, whole=whole)
            for name, item in items
            if whole or item not in (None, (), {})
        }
    if isinstance(value, Mapping):
        return {_text(key): record_data(item, whole=whole) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return [record_data(item, whole=whole) for item in value]
    if value is None or isinstance(value, str | bool | int | Decimal):
        return value
    return _text(value)


def _text(value: object) -> str:
    return value.label if isinstance(value, FiscalYear | Period) else str(value)
