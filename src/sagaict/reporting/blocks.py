"""The pieces a report is made of, free of any medium."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field
from typing import Literal

from sagaict.domain.light import dataclass
from sagaict.domain.words import SENSES, Sense

__all__ = [
    "Block",
    "Bullets",
    "Cell",
    "Column",
    "Heading",
    "Paragraph",
    "Row",
    "Section",
    "Style",
    "Table",
    "Verbatim",
    "status_style",
]

Style = Literal["", "good", "bad", "warn", "dim", "strong"]


@dataclass(frozen=True, slots=True)
class Cell:
    """A piece of text with one style."""

    text: str
    style: Style = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is a plan."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text of differently styled pieces."""

    pieces: tuple[Cell, ...]

    @classmethod
    def of(cls, text: str, style: Style = "") -> Paragraph:
        """A paragraph in one style."""
        return cls((Cell(text, style),))

    @property
    def text(self) -> str:
        """The text alone."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of items, each a paragraph."""

    items: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column. Only columns that `fold` are ever broken into lines: never those of numbers."""

    title: str
    align: Literal["left", "right"] = "left"
    fold: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A line of cells; `indent` sets the first one in under its section."""

    cells: tuple[Cell, ...]
    indent: int = 0


@dataclass(frozen=True, slots=True)
class Section:
    """A line of a table that spans it and names what follows; `apart` sets it off by a gap."""

    text: str
    indent: int = 0
    note: str = ""
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under columns, some of them section lines."""

    columns: tuple[Column, ...]
    rows: Sequence[Row | Section] = field(default_factory=tuple)


@dataclass(frozen=True, slots=True)
class Verbatim:
    """Lines shown as they are: a sample of a file."""

    text: str
    language: str = ""


Block = Heading | Paragraph | Bullets | Table | Verbatim

_SENSES: dict[Sense, Style] = {"good": "good", "bad": "bad", "open": "warn", "aside": "dim"}
_STYLES: dict[str, Style] = {
    **{status: _SENSES[sense] for status, sense in SENSES.items()},
    "agrees": "good",
    "disagrees": "bad",
    "cannot_tell": "warn",
    "on_schedule": "good",
    "done": "good",
    "delayed": "bad",
    "cancelled": "bad",
}


def status_style(term: str) -> Style:
    """The style in which a status or verdict is shown."""
    return _STYLES.get(term, "")
