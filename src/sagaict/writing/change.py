"""Changes of a file's content by location, and what they make of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from sagaict.domain.fields import year_or_period
from sagaict.domain.fiscal import FiscalFormatError
from sagaict.domain.light import dataclass
from sagaict.domain.record import Record
from sagaict.domain.structure import fields_of, type_at
from sagaict.domain.target import NO_AIMS
from sagaict.domain.walks import Location
from sagaict.reading.problem import Problem

__all__ = [
    "Append",
    "Change",
    "Content",
    "Put",
    "Remove",
    "SpliceFailed",
    "applied",
    "spelling",
    "whole",
]

Content = str | dict[str, Any] | list[Any]
"""What is put into a file: text (numbers and years as they are to be written), or more of it."""

_SHORT = ("value", "text", "title")
"""The keys for which a value alone may stand."""


@dataclass(frozen=True, slots=True)
class Put:
    """Set what stands at `location`, adding the key (and missing parents) if it is not there."""

    location: Location
    content: Content


@dataclass(frozen=True, slots=True)
class Append:
    """Add an item at the end of the list at `location`, which is made if it is not there."""

    location: Location
    content: Content


@dataclass(frozen=True, slots=True)
class Remove:
    """Take a key or an item of a list, with its comments, out of the file."""

    location: Location


Change = Put | Append | Remove


class SpliceFailed(Exception):
    """The change cannot be made in this text, or would leave it with errors.

    `detail` says why; `problem` is the first error the text would have.
    """

    def __init__(self, detail: str, problem: Problem | None = None) -> None:
        super().__init__(detail)
        self.detail = detail
        self.problem = problem


def spelling(mapping: Mapping[str, object], step: object) -> str | None:
    """The key as the file spells it: a fiscal year may stand there as `R5`, `Ｒ５` or `2023`."""
    if isinstance(step, str) and step in mapping:
        return step
    for name in mapping:
        try:
            year = year_or_period(name)
        except FiscalFormatError:
            continue
        if step in (year, year.label):
            return name
    return None


def whole(kind: type[Record], location: Location, short: str) -> dict[str, Any]:
    """The mapping a short form (`R5: 60`, `- 研修`) stands for.

    Raises:
        SpliceFailed: no mapping may stand there.
    """
    fields = fields_of(type_at(kind, location))
    if short in NO_AIMS and short in fields:
        return {short: "true"}
    for name in _SHORT:
        if name in fields:
            return {name: short}
    raise SpliceFailed(f"nothing can be added at {'.'.join(str(step) for step in location)}")


def applied(data: Any, change: Change, kind: type[Record]) -> Any:
    """The plain content of a file after a change: what its text must then say.

    Raises:
        SpliceFailed: the location leads nowhere.
    """
    if isinstance(change, Remove):
        return _without(data, change.location)
    content = _plain(change.content)
    if isinstance(change, Append):
        return _with(data, change.location, lambda old: [*(old or []), content], kind, ())
    return _with(data, change.location, lambda _old: content, kind, ())


def _with(
    node: Any,
    location: Location,
    leaf: Callable[[Any], Any],
    kind: type[Record],
    above: Location,
) -> Any:
    if not location:
        return leaf(node)
    step, rest = location[0], location[1:]
    here = (*above, step)
    if isinstance(node, list) and isinstance(step, int) and step < len(node):
        return [*node[:step], _with(node[step], rest, leaf, kind, here), *node[step + 1 :]]
    mapping = whole(kind, above, node) if isinstance(node, str) else node or {}
    if not isinstance(mapping, dict) or isinstance(step, int):
        raise SpliceFailed(f"there is no item {step}")
    name = spelling(mapping, step) or str(step)
    return {**mapping, name: _with(mapping.get(name), rest, leaf, kind, here)}


def _without(node: Any, location: Location) -> Any:
    """What is left; what would be left empty goes too."""
    step, rest = location[0], location[1:]
    if isinstance(node, list) and isinstance(step, int) and step < len(node):
        left = [_without(node[step], rest)] if rest else []
        return [*node[:step], *left, *node[step + 1 :]]
    name = spelling(node, step) if isinstance(node, dict) else None
    if name is None:
        raise SpliceFailed(f"there is no {step}")
    others = {key: value for key, value in node.items() if key != name}
    inner = _without(node[name], rest) if rest else None
    return {**node, name: inner} if inner else others


def _plain(content: Any) -> Any:
    if isinstance(content, dict):
        return {str(key): _plain(value) for key, value in content.items()}
    if isinstance(content, list | tuple):
        return [_plain(value) for value in content]
    return str(content)
