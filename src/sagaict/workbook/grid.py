"""A sheet as a grid of cells, from whatever kind of file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field

from sagaict.domain.light import dataclass
from sagaict.workbook.cells import Content

__all__ = ["MAX_CELLS", "Address", "Area", "Grid", "Spot", "letters"]

MAX_CELLS = 200_000
"""So many filled cells a file may have."""

Address = tuple[int, int]
"""Row and column, both from 1."""


def letters(column: int) -> str:
    """The letters a spreadsheet calls a column by: 1 is A, 27 is AA."""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


@dataclass(frozen=True, order=True, slots=True)
class Spot:
    """The place of a cell: the file, the sheet (empty in a CSV), row and column."""

    file: str
    sheet: str
    row: int
    column: int

    def __str__(self) -> str:
        """`jigyo.xlsx 実績!K7`, or `jigyo.csv!K7`."""
        cell = f"{letters(self.column)}{self.row}"
        return f"{self.file} {self.sheet}!{cell}" if self.sheet else f"{self.file}!{cell}"


@dataclass(frozen=True, slots=True)
class Area:
    """A block of merged cells, both corners included."""

    top: int
    left: int
    bottom: int
    right: int

    def __contains__(self, address: Address) -> bool:
        row, column = address
        return self.top <= row <= self.bottom and self.left <= column <= self.right


@dataclass(frozen=True, slots=True)
class Grid:
    """The filled cells of a sheet, by row and column, its merged blocks, and its hidden rows."""

    file: str
    sheet: str
    cells: Mapping[Address, Content]
    merged: tuple[Area, ...] = field(default=())
    hidden: frozenset[int] = field(default=frozenset())

    def at(self, row: int, column: int) -> Content:
        """What a cell holds."""
        return self.cells.get((row, column))

    def spot(self, row: int, column: int) -> Spot:
        """The place of a cell, for the reader."""
        return Spot(self.file, self.sheet, row, column)

    def rows(self) -> Iterator[tuple[int, dict[int, Content]]]:
        """The rows that hold anything, in order, each with its cells by column."""
        found: dict[int, dict[int, Content]] = {}
        for (row, column), content in self.cells.items():
            found.setdefault(row, {})[column] = content
        yield from sorted(found.items())
