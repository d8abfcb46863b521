"""How small letters have to be for a page to be printed on one sheet."""

from __future__ import annotations

from collections.abc import Iterable

from sagaict.reporting.blocks import Block, Bullets, Heading, Paragraph, Row, Section, Table
from sagaict.reporting.width import columns as letters

__all__ = ["letters_of_one_sheet"]

_HEIGHT = 960
"""Pixels between the margins of A4, without what is between blocks whatever the letters."""
_USUAL, _SMALLEST = 12.5, 6
_LINE, _APART = 1.5, 0.44
"""Of the size of a letter: a line, and what stands above and below the text of a row."""
_AROUND = 12
"""Lines for the title, what is between tables, and the foot."""
_WIDE, _NUMBER = 44, 13
"""Letters in a line of a column that folds, and of one of numbers."""


def letters_of_one_sheet(blocks: Iterable[Block]) -> float:
    """The size of the letters in pixels, the usual one where all fits; rather small than cut."""
    rows = list(_rows(blocks))
    heights = _AROUND * _LINE + sum(lines * _LINE + _APART for lines in rows)
    fitting = (_HEIGHT - len(rows)) / heights
    return max(_SMALLEST, min(_USUAL, int(fitting * 4) / 4))


def _rows(blocks: Iterable[Block]) -> Iterable[int]:
    """How many lines each row takes, or item, or paragraph."""
    for block in blocks:
        if isinstance(block, Table):
            yield 1
            yield from (_lines_of(row, block) for row in block.rows)
        elif isinstance(block, Bullets):
            yield from (_lines(item.text, 2 * _WIDE) for item in block.items)
        elif isinstance(block, Paragraph):
            yield _lines(block.text, 2 * _WIDE)
        elif isinstance(block, Heading):
            yield 3


def _lines_of(row: Row | Section, table: Table) -> int:
    if isinstance(row, Section):
        return _lines(f"{row.text} {row.note}", 2 * _WIDE)
    widths = (
        _NUMBER if column.align == "right" else _WIDE if table.titled else 2 * _WIDE
        for column in table.columns
    )
    return max(_lines(cell.text, width) for cell, width in zip(row.cells, widths, strict=True))


def _lines(text: str, width: int) -> int:
    """The lines of a text where one holds so many letters, full-width ones counted for two."""
    return sum(max(1, -(-letters(line) // width)) for line in text.split("\n"))
