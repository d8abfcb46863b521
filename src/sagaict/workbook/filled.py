"""The rows of a sheet as they came back, found by its hidden marks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field, replace

from sagaict.domain.light import dataclass
from sagaict.workbook.cells import Content, Prints, digest, prints_of, text_of
from sagaict.workbook.grid import Address, Area, Grid, Spot
from sagaict.workbook.layout import (
    BESIDE,
    FINGERPRINT,
    KEY,
    LAYOUTS,
    MARKER,
    VERSION,
    Layout,
    SheetKind,
)
from sagaict.workbook.package import Unusable
from sagaict.workbook.problems import CellProblem

__all__ = ["FilledCell", "FilledRow", "FilledSheet", "require_known", "sheet_of"]

_TOP = 30
"""The marks are looked for in so many rows from the top: rows may have been put above them."""


@dataclass(frozen=True, slots=True)
class FilledCell:
    """A cell to fill in, as it came back."""

    spot: Spot
    content: Content


@dataclass(frozen=True, slots=True)
class FilledRow:
    """A row as it came back: its key, what it was built from, and its cells by column.

    `prints` is `None` in a table of the export: what is in it was never marked. `beside` are the
    cells that say, for the eye, what the row is about.
    """

    kind: SheetKind
    key: str
    prints: Prints | None
    spot: Spot
    cells: Mapping[str, FilledCell]
    beside: Mapping[str, FilledCell] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FilledSheet:
    """What was found in a sheet."""

    rows: tuple[FilledRow, ...]
    problems: tuple[CellProblem, ...]


def sheet_of(grid: Grid) -> FilledSheet | None:
    """The rows of an entry sheet, whatever it is called now; `None` for any other sheet.

    Raises:
        Unusable: `newer`: it was made by a version that knows more.
    """
    mark = next(
        (
            (address, str(content).split())
            for address, content in sorted(grid.cells.items(), key=lambda item: item[0])
            if address[0] <= _TOP and isinstance(content, str) and content.startswith(f"{MARKER} ")
        ),
        None,
    )
    if mark is None:
        return None
    (row, column), words = mark
    if len(words) != 3 or not words[1].isdecimal() or int(words[1]) > VERSION:
        raise Unusable("newer", version=" ".join(words[1:]))
    layout = next((each for kind, each in LAYOUTS.items() if kind == words[2]), None)
    if layout is None:
        raise Unusable("newer", version=" ".join(words[1:]))
    reader = _Reader(grid, layout, row, column)
    rows = tuple(reader.rows())
    return FilledSheet(rows, tuple(reader.problems))


def require_known(grid: Grid) -> None:
    """Refuse a workbook made by a version that knows more, by its hidden sheet.

    Raises:
        Unusable: `newer`.
    """
    if grid.at(1, 2) == MARKER:
        version = text_of(grid.at(2, 2))
        if not version.isdecimal() or int(version) > VERSION:
            raise Unusable("newer", version=version)


class _Reader:
    """Goes through one sheet, and keeps account of what is wrong with it."""

    def __init__(self, grid: Grid, layout: Layout, mark_row: int, key_column: int) -> None:
        self.problems: list[CellProblem] = []
        self._grid = grid
        self._layout = layout
        self._mark_row = mark_row
        self._key_column = key_column
        self._columns: dict[str, int] = {}
        known = {FINGERPRINT, *(column.id for column in layout.columns)}
        for (row, column), content in sorted(grid.cells.items(), key=lambda item: item[0]):
            if row == mark_row and isinstance(content, str) and content in known:
                if content in self._columns:
                    self._problem(row, column, "column-twice", name=content)
                self._columns.setdefault(content, column)

    def rows(self) -> Iterator[FilledRow]:
        """The rows that have a key, and a problem for each filled one that has none."""
        found = list(self._keyed())
        barred = self._barred({row.spot.row: row for row in found})
        for row in found:
            cells = {
                name: cell
                for name, cell in row.cells.items()
                if (cell.spot.row, cell.spot.column) not in barred
            }
            yield replace(row, cells=cells)

    def _keyed(self) -> Iterator[FilledRow]:
        for number, cells in self._grid.rows():
            key = cells.get(self._key_column)
            if number <= self._mark_row or key == BESIDE:
                continue
            if key is None:
                self._added(number, cells)
                continue
            if not isinstance(key, str) or KEY.fullmatch(key) is None:
                self._problem(number, self._key_column, "bad-key", text=text_of(key))
                continue
            column = self._columns.get(FINGERPRINT, 0)
            prints = prints_of(self._layout, text_of(cells.get(column)))
            if prints is None:
                self._problem(number, column or self._key_column, "no-fingerprint")
                continue
            yield FilledRow(
                self._layout.kind,
                key,
                prints,
                self._grid.spot(number, self._key_column),
                self._at(number, cells, self._entered()),
                self._at(number, cells, self._shown()),
            )

    def _at(
        self, number: int, cells: Mapping[int, Content], places: Mapping[str, int]
    ) -> dict[str, FilledCell]:
        return {
            name: FilledCell(self._grid.spot(number, place), cells.get(place))
            for name, place in places.items()
        }

    def _entered(self) -> dict[str, int]:
        names = {column.id for column in self._layout.entered}
        return {name: place for name, place in self._columns.items() if name in names}

    def _shown(self) -> dict[str, int]:
        names = self._layout.telling
        return {name: place for name, place in self._columns.items() if name in names}

    def _added(self, number: int, cells: Mapping[int, Content]) -> None:
        entered = sorted(place for place in self._entered().values() if place in cells)
        if entered:
            self._problem(number, entered[0], "added-row")

    def _barred(self, rows: Mapping[int, FilledRow]) -> set[Address]:
        """Cells of which merging made it impossible to tell what they say.

        A block in one row says what its first cell says, if the others had nothing to lose. A
        block over several rows says nothing, unless there is nothing in it.
        """
        barred: set[Address] = set()
        for area in self._grid.merged:
            inside = list(self._inside(area, rows))
            if not inside:
                continue
            anchor = (area.top, area.left)
            lost = any(not was_empty for address, was_empty in inside if address != anchor)
            several = len({address[0] for address, _ in inside}) > 1
            if lost or (several and self._grid.at(*anchor) is not None):
                barred |= {address for address, _ in inside}
                self._problem(*anchor, "merged")
        return barred

    def _inside(self, area: Area, rows: Mapping[int, FilledRow]) -> Iterator[tuple[Address, bool]]:
        """The cells to fill in that a block covers, and whether each was empty to begin with."""
        for number, row in rows.items():
            for name, cell in row.cells.items():
                address = (number, cell.spot.column)
                if address in area and row.prints is not None:
                    yield address, row.prints.cells[name] == digest("")

    def _problem(self, row: int, column: int, code: str, **details: str) -> None:
        self.problems.append(CellProblem(self._grid.spot(row, column), code, details))
