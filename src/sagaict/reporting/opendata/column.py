"""A column of a published table: its name for programs, its type, its heading for readers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Literal

from sagaict.domain.light import dataclass

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
]

ColumnType = Literal["text", "word", "number", "integer", "flag"]
"""`word`: one of the closed words of the contract, or several of them with spaces between."""


@dataclass(frozen=True, slots=True)
class Column:
    """`heading` is marked for the catalogue; `name` never changes.

    `words` are what its words are called (marked) where the contract's terms do not say it.
    """

    name: str
    type: ColumnType
    heading: str
    words: Mapping[str, str] | None = None


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


def word(name: str, heading: str, **words: str) -> Column:
    """A column of closed words, and what those are called that are no terms of the contract."""
    return Column(name, "word", heading, words)


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
