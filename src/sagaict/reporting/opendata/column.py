"""A column of a published table: its name for programs, its type, its heading for readers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Literal

from sagaict.domain.light import dataclass
from sagaict.language.words import TERMS

__all__ = [
    "Column",
    "ColumnType",
    "TooPrecise",
    "flag",
    "integer",
    "names_of",
    "number",
    "text",
    "word",
    "words",
]

ColumnType = Literal["text", "word", "words", "number", "integer", "flag"]
"""`word`: one of a few closed words. `words`: one or several of them with spaces between."""


@dataclass(frozen=True, slots=True)
class Column:
    """`heading` is marked for the catalogue; `name` never changes.

    `words` are the closed words it may hold, and what they are called (marked).
    """

    name: str
    type: ColumnType
    heading: str
    words: Mapping[str, str] = MappingProxyType({})


class TooPrecise(Exception):
    """A number with more digits than the type of its column has: in which row (from 1)."""

    def __init__(self, value: Decimal, row: int, column: str) -> None:
        super().__init__(f"{value} in row {row}, column {column}")
        self.value = value
        self.row = row
        self.column = column


def text(name: str, heading: str) -> Column:
    """A column of free text."""
    return Column(name, "text", heading)


def word(name: str, heading: str, *terms: str, **words: str) -> Column:
    """A column of closed words: terms of the contract, and others with what they are called."""
    return Column(name, "word", heading, {**{each: TERMS[each] for each in terms}, **words})


def words(name: str, heading: str, **words: str) -> Column:
    """A column of closed words of which several may stand with spaces between."""
    return Column(name, "words", heading, words)


def number(name: str, heading: str) -> Column:
    """A column of exact decimal numbers."""
    return Column(name, "number", heading)


def integer(name: str, heading: str) -> Column:
    """A column of whole numbers."""
    return Column(name, "integer", heading)


def flag(name: str, heading: str) -> Column:
    """A column that says yes or no."""
    return Column(name, "flag", heading)


def names_of(columns: Iterable[Column]) -> tuple[str, ...]:
    """Their names, in order."""
    return tuple(column.name for column in columns)
