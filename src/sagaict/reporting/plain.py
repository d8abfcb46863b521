"""Blocks as plain text for pipes and files: aligned, never wrapped, never cut, no colour."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import zip_longest

from sagaict.language.visible import on_one_line, visible
from sagaict.reporting.blocks import (
    Block,
    Bullets,
    Heading,
    Row,
    Section,
    Table,
    Verbatim,
    Written,
    written,
)
from sagaict.reporting.width import columns, pad

__all__ = ["render_plain"]


def render_plain(blocks: Iterable[Block]) -> str:
    """The blocks, separated by empty lines, ending with a newline."""
    parts = ["\n".join(line.rstrip() for line in _lines(block)) for block in written(blocks)]
    return "\n\n".join(part for part in parts if part) + "\n"


def _lines(block: Written) -> Iterator[str]:
    if isinstance(block, Table):
        yield from _table(block)
    elif isinstance(block, Bullets):
        for item in block.items:
            yield "- " + visible(item.text).replace("\n", "\n  ")
    elif isinstance(block, Verbatim):
        yield from (f"    {line}" for line in visible(block.text).split("\n"))
    elif isinstance(block, Heading):
        text = on_one_line(block.text)
        yield f"== {text}" if block.level == 1 else text
    else:
        yield from visible(block.text).split("\n")


def _set_in(row: Row) -> str:
    """The first cell of a row, with every line of it under the row's section."""
    indent = "  " * row.indent
    return indent + visible(row.cells[0].text).replace("\n", f"\n{indent}")


def _table(table: Table) -> Iterator[str]:
    grid = [
        [_set_in(row), *(visible(cell.text) for cell in row.cells[1:])]
        for row in table.rows
        if isinstance(row, Row)
    ]
    titles = [visible(column.title) for column in table.columns]
    shown = [titles, *grid] if any(titles) else grid
    widths = [
        max(columns(part) for cells in shown for part in cells[n].split("\n"))
        for n in range(len(titles) if shown else 0)
    ]
    aligns = [column.align for column in table.columns]

    def lines(cells: list[str]) -> Iterator[str]:
        for parts in zip_longest(*(cell.split("\n") for cell in cells), fillvalue=""):
            yield "  ".join(pad(p, w, a) for p, w, a in zip(parts, widths, aligns, strict=True))

    if any(titles):
        yield from lines(titles)
    rows = iter(grid)
    for row in table.rows:
        if isinstance(row, Section):
            if row.apart:
                yield ""
            note = f"  {on_one_line(row.note)}" if row.note else ""
            yield "  " * row.indent + on_one_line(row.text) + note
        else:
            yield from lines(next(rows))
