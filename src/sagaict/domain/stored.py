"""Records as plain JSON values and back, exactly: the form in which a cache keeps them.

Texts, flags, whole numbers and nothing stand for themselves; everything else is a list that begins
with its kind. So no annotation has to be looked at to read it, which is what makes it quick.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING
from datetime import date
from decimal import Decimal
from typing import Any

from sagaict.domain.fiscal import FiscalYear, Moment, Period, Span
from sagaict.domain.month_day import MonthDay
from sagaict.domain.record import Record

__all__ = ["plain", "revived"]

_VALUES: tuple[type, ...] = (FiscalYear, Period, Moment, Span, MonthDay)


def plain(value: Any) -> Any:
    """The value as JSON can hold it.

    Raises:
        TypeError: it is of a kind that no record is made of.
    """
    kind = type(value)
    if value is None or kind in (str, bool, int):
        form: Any = value
    elif isinstance(value, Record):
        form = [kind.__name__, _said(value)]
    elif kind in _VALUES:
        form = [kind.__name__, *(plain(getattr(value, name)) for name in kind.__slots__)]
    elif kind is Decimal:
        form = ["number", str(value)]
    elif kind is date:
        form = ["day", value.isoformat()]
    elif kind is tuple:
        form = ["list", *map(plain, value)]
    elif kind is dict:
        form = ["mapping", *(plain(each) for pair in value.items() for each in pair)]
    else:
        raise TypeError(f"{kind.__name__} is not stored")
    return form


def _said(record: Record) -> dict[str, Any]:
    """What differs from what a record says of itself."""
    fields = record.__declared__
    return {
        name: plain(each) for name, each in vars(record).items() if each is not fields[name].default
    }


def revived(form: Any) -> Any:
    """The value that `plain` made this of; an error of any kind if it made it of none."""
    if type(form) is not list:
        return form
    name = form[0]
    make = _MAKERS.get(name)
    if make is None:
        make = _MAKERS[name] = _record_maker(_record_called(name))
    return make(form)


def _record_called(name: str) -> type[Record]:
    waiting = [*Record.__subclasses__()]
    for kind in waiting:
        if kind.__name__ == name:
            return kind
        waiting += kind.__subclasses__()
    raise LookupError(name)


def _record_maker(kind: type[Record]) -> Callable[[list[Any]], Any]:
    fields = kind.__declared__.items()
    defaults = {name: each.default for name, each in fields if each.default is not MISSING}
    factories = [
        (name, each.default_factory) for name, each in fields if each.default_factory is not MISSING
    ]

    def make(form: list[Any]) -> Any:
        record = object.__new__(kind)
        values = vars(record)
        values.update(defaults)
        for name, each in form[1].items():
            values[name] = each if type(each) is not list else revived(each)
        for name, factory in factories:
            if name not in values:
                values[name] = factory()
        return record

    return make


def _value_maker(kind: type) -> Callable[[list[Any]], Any]:
    return lambda form: kind(*map(revived, form[1:]))


_MAKERS: dict[str, Callable[[list[Any]], Any]] = {
    "number": lambda form: Decimal(form[1]),
    "day": lambda form: date.fromisoformat(form[1]),
    "list": lambda form: tuple(map(revived, form[1:])),
    "mapping": lambda form: dict(
        zip(map(revived, form[1::2]), map(revived, form[2::2]), strict=True)
    ),
    **{kind.__name__: _value_maker(kind) for kind in _VALUES},
}
