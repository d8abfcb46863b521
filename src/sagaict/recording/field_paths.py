"""Where a path such as `targets.R8.note` leads: which key of which record, and what stands there.

The schema says what may stand where; a field is named by its key or by the first Japanese word of
its description, an entry by its key, id or number.
"""

from __future__ import annotations

import re
import typing
from collections.abc import Mapping, Sequence
from functools import cache, partial
from typing import Any, cast

from sagaict.domain.declaring import Says
from sagaict.domain.fields import year_or_period
from sagaict.domain.fiscal import FiscalFormatError, FiscalYear, Period
from sagaict.domain.light import dataclass
from sagaict.domain.record import Record, default_of
from sagaict.domain.spelling import nearest
from sagaict.domain.structure import annotations_of, fields_of, unwrap
from sagaict.domain.typed import comparable, half_width, list_number
from sagaict.domain.walks import Location
from sagaict.language import _, active
from sagaict.recording.refusal import Refused

__all__ = ["NEW", "Edge", "Field", "field_at", "field_named", "field_words"]

NEW = "+"
"""Stands in a path for a new entry of a list, one that has no key."""

Edge = tuple[type[Record], str]
"""A record, and the field of it that a path goes through."""

_TITLE = re.compile("([^。(（:：/ ]+)(?:[(（][^)）]*[)）])?。")
"""What a description begins with, where that is a title."""


@dataclass(frozen=True, slots=True)
class Field:
    """What a path leads to. `value` is what stands there now, `edges` are the fields on the way.

    `entry` is the key of an entry that its list has not yet, `beside` are those it has.
    """

    path: str
    location: Location
    annotation: Any
    value: Any
    edges: tuple[Edge, ...]
    entry: str | None = None
    beside: str = ""

    @property
    def is_said(self) -> bool:
        """Whether something stands there, rather than what holds where nothing is said."""
        of_its_own = self.location[-1] == self.edges[-1][1]
        nothing = (None, default_of(*self.edges[-1])) if of_its_own else (None,)
        return all(self.value != each for each in nothing)


def field_at(path: str, root: Record) -> Field:
    """The field of a record that a path names.

    Raises:
        Refused: `unknown-field`, `unknown-entry`, `nothing-below`, `whole-list`.
    """
    found = Field("", (), type(root), root, ())
    for step in path.split("."):
        found = _step(found, step.strip())
    return found


def field_named(kind: type[Record], word: str) -> str | None:
    """The field that is called so, by its key or in Japanese; `None` if none is."""
    wanted = comparable(word).replace("-", "_")
    names = fields_of(kind)
    return next(
        (name for name in names if wanted in map(comparable, field_words(kind, name))), None
    )


def field_words(kind: type[Record], name: str) -> tuple[str, ...]:
    """How a field may be called: its key, and what it is called in Japanese."""
    titles = (_TITLE.match(text) for text in _descriptions(cast("Any", kind))[name])
    return (name, *(title[1] for title in titles if title))


@cache
def _descriptions(kind: type) -> dict[str, list[str]]:
    hints = typing.get_type_hints(kind, include_extras=True)
    beside = {name: getattr(hints[name], "__metadata__", ()) for name in fields_of(kind)}
    return {
        name: [each.text for each in found if isinstance(each, Says)]
        for name, found in beside.items()
    }


def _step(here: Field, step: str) -> Field:
    kind = unwrap(here.annotation)
    if here.entry is not None:
        raise Refused("unknown-entry", entry=here.entry, entries=here.beside)
    if fields_of(kind):
        name = _field_named(kind, step)
        value = getattr(here.value, name, None)
        edges, annotation = (*here.edges, (kind, name)), annotations_of(kind)[name]
        return Field(_below(here, name), (*here.location, name), annotation, value, edges)
    origin, inside = typing.get_origin(kind), typing.get_args(kind)
    if origin is dict:
        key = _key_named(inside[0], step, here.value or {})
        value = (here.value or {}).get(key)
        shown = key.label if isinstance(key, FiscalYear | Period) else key
        return Field(_below(here, shown), (*here.location, key), inside[1], value, here.edges)
    if origin is tuple and fields_of(unwrap(inside[0])):
        return _entry_named(here, inside[0], step)
    raise Refused("whole-list" if origin is tuple else "nothing-below", field=here.path)


def _below(here: Field, name: str) -> str:
    return f"{here.path}.{name}" if here.path else name


def _field_named(kind: type[Record], step: str) -> str:
    found = field_named(kind, step)
    if found is not None:
        return found
    names = fields_of(kind)
    near = nearest(comparable(step).replace("-", "_"), names)
    code = "unknown-field-near" if near else "unknown-field"
    fields = _(", ").join(map(_shown, map(partial(field_words, kind), names)))
    raise Refused(code, field=step, near=near, fields=fields)


def _shown(words: Sequence[str]) -> str:
    """A field by its key, and by its Japanese name where that is the language."""
    key, *titles = words
    return f"{key}（{titles[0]}）" if titles and active() == "ja" else key


def _key_named(kind: Any, step: str, known: Mapping[Any, object]) -> Any:
    """The key of a mapping: one that is there, a year or period, or what was typed."""
    same = [key for key in known if comparable(str(key)) == comparable(step)]
    if same:
        return same[0]
    if unwrap(kind) is not str:
        try:
            return year_or_period(step)
        except FiscalFormatError:
            raise Refused("no-year", text=step) from None
    return half_width(step)


def _entry_named(here: Field, annotation: Any, step: str) -> Field:
    """The entry of a list of records that has this id or number, or a new one of that name."""
    entries = cast("Sequence[Record]", here.value or ())
    wanted = comparable(step)
    keys = [_keys(each) for each in entries]
    number = list_number(step)
    place = next((place for place, own in enumerate(keys) if wanted in own), None)
    number = None if step == NEW else number
    if place is None and number is not None and not any(keys) and 1 <= number <= len(entries):
        place = number - 1
    if place is None:
        beside = ", ".join(own[0] if own else str(each) for each, own in enumerate(keys, 1))
        location = (*here.location, len(entries))
        return Field(_below(here, step), location, annotation, None, here.edges, step, beside)
    location = (*here.location, place)
    return Field(_below(here, step), location, annotation, entries[place], here.edges)


def _keys(entry: Record) -> list[str]:
    """What an entry of a list is told apart by: its id, its number."""
    own = (getattr(entry, name, None) for name in ("id", "no"))
    return [comparable(each) for each in own if each]
