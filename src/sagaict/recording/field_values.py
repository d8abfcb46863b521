"""What is to stand in a field, made of texts as they were typed, as its type has it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import MISSING
from decimal import Decimal
from typing import Any, Literal, get_args, get_origin

from sagaict.domain.declaring import Before
from sagaict.domain.number import group
from sagaict.domain.owner import Owner
from sagaict.domain.record import Record, default_of
from sagaict.domain.structure import annotations_of, fields_of, unwrap
from sagaict.domain.typed import comparable
from sagaict.language import _
from sagaict.language.words import meant, term
from sagaict.recording.field_paths import NEW, Field, field_named
from sagaict.recording.owners import owners_in
from sagaict.recording.refusal import Refused
from sagaict.recording.texts import citation, line, prose
from sagaict.writing.change import Content

__all__ = ["content_of", "written"]

_YES, _NO = ("true", "yes", "はい"), ("false", "no", "いいえ")
_OF_ONE_LINE = ("id", "no", "title", "name", "owner", "unit")


def content_of(field: Field, values: Sequence[str]) -> Content:
    """What is put into the field.

    Raises:
        Refused: `empty-value`, `one-value`, `not-a-word`, `not-a-flag`, `takes-keys`,
            `takes-entries`, `needs-more`, or what is wrong with a text.
    """
    if not values or not any(value.strip() for value in values):
        raise Refused("empty-value", field=field.path)
    kind = unwrap(field.annotation)
    said = _pairs(kind, values) if fields_of(kind) else None
    if said is not None:
        return _record(kind, said, field)
    if get_origin(kind) is tuple and field.entry is None:
        item = get_args(kind)[0]
        if unwrap(item) is Owner:
            return owners_in(values)
        found: list[Content] = [_one(item, value, field) for value in values]
        return found[0] if len(found) == 1 and _befores(field.annotation) else found
    if len(values) > 1:
        raise Refused("one-value", field=field.path)
    if field.entry is not None:
        return _entry(kind, field.entry, values[0], field)
    return _one(field.annotation, values[0], field)


def written(value: Any) -> str:
    """What stands in a field in one line, as the file writes it; empty if nothing does."""
    if isinstance(value, Record):
        given = {name: getattr(value, name) for name in fields_of(type(value))}
        said = {name: each for name, each in given.items() if each != default_of(type(value), name)}
        if len(said) == 1:
            return written(*said.values())
        return ", ".join(f"{name}: {written(each)}" for name, each in said.items())
    if isinstance(value, tuple):
        return ", ".join(map(written, value))
    if isinstance(value, dict):
        return ", ".join(f"{key}: {written(each)}" for key, each in value.items())
    if isinstance(value, bool):
        return str(value).lower()
    return group(value) if isinstance(value, Decimal) else str("" if value is None else value)


def _one(annotation: Any, text: str, field: Field) -> Content:
    kind, name = unwrap(annotation), field.edges[-1][1]
    if get_origin(kind) is Literal:
        return _word(text, get_args(kind))
    if kind is bool:
        return _flag(text)
    if get_origin(kind) is dict:
        raise Refused("takes-keys", field=field.path)
    if get_origin(kind) is tuple:
        raise Refused("takes-entries", field=field.path)
    if fields_of(kind):
        if any(each.may_stand_alone for each in _befores(annotation)):
            return line(text) if name in _OF_ONE_LINE else prose(text)
        return _with_required(kind, {}, text, field)
    if name == "source":
        return citation(text)
    return line(text) if name in _OF_ONE_LINE or kind is not str else prose(text)


def _pairs(kind: Any, values: Sequence[str]) -> dict[str, list[str]] | None:
    """The values by field, if each says of which it is: `title=…`; a field may be said again."""
    found: dict[str, list[str]] = {}
    for value in values:
        word, *rest = re.split("[=＝]", value, maxsplit=1)
        name = field_named(kind, word) if rest else None
        if name is None:
            return None
        found.setdefault(name, []).extend(rest)
    return found


def _record(kind: Any, said: dict[str, list[str]], field: Field) -> Content:
    """A record of which several fields are said at once; a new entry has its key among them."""
    if field.entry not in (None, NEW):
        said = {_key_of(kind, field): [field.entry or ""], **said}
    return {
        name: content_of(_within(field, kind, name), said[name])
        for name in fields_of(kind)
        if name in said
    }


def _within(field: Field, kind: Any, name: str) -> Field:
    """A field of a record that is about to be written."""
    edges, annotation = (*field.edges, (kind, name)), annotations_of(kind)[name]
    return Field(f"{field.path}.{name}", (*field.location, name), annotation, None, edges)


def _key_of(kind: Any, field: Field) -> str:
    """The field that holds the key of an entry: its id, or its number where it needs no id."""
    names = fields_of(kind)
    name = "id" if "id" in names and _is_required(kind, "id") else "no"
    if name not in names:
        raise Refused("unknown-entry", entry=field.entry or "", entries=field.beside)
    return name


def _entry(kind: Any, key: str, text: str, field: Field) -> dict[str, Any]:
    """A new entry of a list, known by its id, or by its number where it needs no id."""
    own = {} if key == NEW else {_key_of(kind, field): line(key)}
    return _with_required(kind, own, text, field)


def _with_required(kind: Any, own: dict[str, Any], text: str, field: Field) -> dict[str, Any]:
    """A record of which nothing is said but what must be, if that is one text."""
    needed = [name for name in fields_of(kind) if _is_required(kind, name) and name not in own]
    if len(needed) != 1 or unwrap(annotations_of(kind)[needed[0]]) is not str:
        names = fields_of(kind)
        raise Refused("needs-more", field=field.path, example=names[0], fields=", ".join(names))
    return {**own, needed[0]: line(text)}


def _is_required(kind: Any, name: str) -> bool:
    return default_of(kind, name) is MISSING


def _word(text: str, allowed: tuple[str, ...]) -> str:
    found = meant(text, allowed)
    if found is None:
        choices = _(", ").join(f"{each} ({term(each)})" for each in allowed)
        raise Refused("not-a-word", text=text, choices=choices)
    return found


def _flag(text: str) -> str:
    wanted = comparable(text)
    if wanted in _YES:
        return "true"
    if wanted in _NO:
        return "false"
    raise Refused("not-a-flag", text=text)


def _befores(annotation: Any) -> list[Before]:
    """What makes a list of one value, or a mapping of its short form."""
    return [each for each in getattr(annotation, "__metadata__", ()) if isinstance(each, Before)]
