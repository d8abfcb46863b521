"""What kind of table one is: what is in its columns, whether it is long, has parts, is searched."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sagaict.reporting.blocks import Block, Cell, Column, Row, Section, Table
from sagaict.reporting.page.shapes import has_shape
from sagaict.reporting.width import columns as width

__all__ = ["begins_part", "column_kinds", "first_searched", "is_long", "reads_as_text", "shown"]

_MANY = 15
"""Lines from which on nobody finds one at a glance."""
_FEW = 3
"""Lines below which a table is not searched, however many like it there are."""
_SHORT = 10
"""Columns on screen below which numbers are a rate or a count and need little room."""
_SENTENCE = 40
"""Columns on screen from which on what stands among numbers is read as a text."""


def column_kinds(table: Table) -> list[str]:
    """Of each column: `key`, `drawn` (paths), `state` (a status), `number`, `words`, or nothing.

    Numbers that need little room are `short` too.
    """
    lines = _lines(table)
    return [
        _kind(column, [row.cells[number] for row in lines])
        for number, column in enumerate(table.columns)
    ]


def _kind(column: Column, cells: Sequence[Cell]) -> str:
    if column.key:
        return "key"
    if any(cell.path is not None for cell in cells):
        return "drawn"
    if any(has_shape(cell.mark) for cell in cells):
        return "state"
    if column.align != "right":
        return "words" if column.fold else ""
    short = all(width(line) < _SHORT for cell in cells for line in cell.text.split("\n"))
    return "number short" if short else "number"


def reads_as_text(cell: Cell) -> bool:
    """Whether a target in words, or a remark, stands where others have a number."""
    return any(width(line) >= _SENTENCE for line in cell.text.split("\n"))


def is_long(*tables: Table) -> bool:
    """Whether tables have more lines together than are seen at a glance."""
    return sum(len(_lines(table)) for table in tables) >= _MANY


def begins_part(table: Table) -> set[int]:
    """Which rows begin one of the parts of a table that are set apart; the first one does too."""
    apart = [
        number
        for number, row in enumerate(table.rows)
        if isinstance(row, Section) and (row.apart or not number)
    ]
    return (
        set(apart) if any(isinstance(row, Section) and row.apart for row in table.rows) else set()
    )


def first_searched(blocks: Iterable[Block]) -> Table | None:
    """The first of the tables, alike in what their lines begin with, that a reader searches.

    Their lines have a status, and all together are many; `None` if there are no such tables.
    """
    alike: dict[tuple[Column, ...], list[Table]] = {}
    for block in blocks:
        if isinstance(block, Table) and len(_lines(block)) >= _FEW and _has_results(block):
            alike.setdefault(block.columns[:2], []).append(block)
    return next((found[0] for found in alike.values() if is_long(*found)), None)


def shown(table: Table) -> Table:
    """The table without what only names things for a command: their names lead to their pages."""
    return table.with_columns([not column.key for column in table.columns])


def _has_results(table: Table) -> bool:
    return table.titled and any(has_shape(cell.mark) for row in _lines(table) for cell in row.cells)


def _lines(table: Table) -> list[Row]:
    return [row for row in table.rows if isinstance(row, Row)]
