"""Blocks for a terminal, through rich: wrapped to its width, coloured if it wants colour.

No lines are drawn: box characters are two columns wide in some Japanese terminals.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby
from textwrap import indent
from typing import TYPE_CHECKING

from rich.padding import Padding
from rich.table import Table as RichTable
from rich.text import Text

from sagaict.language.visible import visible
from sagaict.reporting.blocks import (
    Block,
    Bullets,
    Cell,
    Column,
    Heading,
    Paragraph,
    Row,
    Section,
    Table,
    Verbatim,
    written,
)
from sagaict.reporting.width import columns, wrap

if TYPE_CHECKING:
    from rich.console import Console

__all__ = ["render_terminal"]

_RICH_STYLES = {
    "": "",
    "good": "green",
    "bad": "bold red",
    "warn": "yellow",
    "dim": "dim",
    "strong": "bold",
    "lead": "bold",
}
_HEADINGS = {1: "bold underline", 2: "bold", 3: "bold dim"}
_GAP = 2


def render_terminal(blocks: Iterable[Block], console: Console) -> None:
    """Print the blocks, an empty line between them."""
    first = True
    for block in written(blocks):
        if not first:
            console.print()
        first = False
        if isinstance(block, Heading):
            style = _HEADINGS.get(block.level, "bold")
            console.print(Text("\n".join(wrap(visible(block.text), console.width)), style=style))
        elif isinstance(block, Paragraph):
            console.print(_text(block.pieces, console.width))
        elif isinstance(block, Bullets):
            for item in block.items:
                console.print(_bullet(item, console.width))
        elif isinstance(block, Verbatim):
            console.print(Text(indent(visible(block.text), "    ")), overflow="fold")
        else:
            _print_table(block, console)


def _text(pieces: Iterable[Cell], width: int) -> Text:
    """The pieces as one text, broken into lines here: rich only breaks at spaces."""
    shown = [(visible(piece.text), _RICH_STYLES[piece.style]) for piece in pieces]
    flat = "".join(text for text, _style in shown)
    styles = [style for text, style in shown for _character in text]
    result = Text()
    start = 0
    for number, line in enumerate(wrap(flat, width)):
        if number:
            result.append("\n")
        start = flat.index(line, start)  # a break drops the spaces around it
        end = start + len(line)
        for style, run in groupby(range(start, end), key=styles.__getitem__):
            result.append("".join(flat[index] for index in run), style=style)
        start = end
    return result


def _bullet(item: Paragraph, width: int) -> RichTable:
    grid = RichTable.grid(padding=(0, 1, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column()
    grid.add_row("-", _text(item.pieces, width - 3))
    return grid


def _print_table(table: Table, console: Console, leading: str = "") -> None:
    """Print the table in the first form in which no cell has to be cut.

    `leading` is the title of what stands on lines of their own above its rows.
    """
    widths = _widths(table, console.width)
    if _total(widths) <= console.width:
        _print_fitting(table, widths, console, leading)
    elif len(table.columns) == 1:
        folding = tuple(Column(column.title, column.align, fold=True) for column in table.columns)
        _print_fitting(Table(folding, table.rows), [console.width], console, leading)
    elif all(column.align == "right" for column in table.columns[1:]):
        for number, part in enumerate(_side_by_side(table, widths, console.width)):
            if number:
                console.print()
            _print_fitting(part, _widths(part, console.width), console, leading)
            leading = ""
    else:
        titles = filter(None, (leading, table.columns[0].title))
        _print_led(_led(table), console, "  ".join(titles))


def _print_led(table: Table, console: Console, leading: str) -> None:
    """Print a table that has its first cells on lines of their own.

    Where it is still too wide its figures break at their spaces, between year and number.
    """
    folding = Table(tuple(replace(column, fold=True) for column in table.columns), table.rows)
    widths = _widths(folding, console.width)
    if _total(_widths(table, console.width)) > console.width >= _total(widths):
        _print_fitting(folding, widths, console, leading)
    else:
        _print_table(table, console, leading)


def _side_by_side(table: Table, widths: list[int], total: int) -> Iterable[Table]:
    """The table as several, each with the first column and as many others as fit."""
    groups: list[list[int]] = []
    for number in range(1, len(widths)):
        if groups and _total([widths[each] for each in (0, *groups[-1], number)]) <= total:
            groups[-1].append(number)
        else:
            groups.append([number])
    for group in groups:
        chosen = (0, *group)
        yield Table(
            tuple(table.columns[each] for each in chosen),
            tuple(
                row
                if isinstance(row, Section)
                else Row(tuple(row.cells[each] for each in chosen), row.indent)
                for row in table.rows
            ),
        )


def _led(table: Table) -> Table:
    """The table with the first cell of every row on a line of its own, above the others."""
    rows: list[Row | Section] = []
    for row in table.rows:
        if isinstance(row, Section):
            rows.append(row)
        else:
            rows.append(Section(row.cells[0].text, row.indent))
            rows.append(Row(row.cells[1:], row.indent + 1))
    return Table(table.columns[1:], tuple(rows))


def _print_fitting(table: Table, widths: list[int], console: Console, leading: str = "") -> None:
    """Print the rows in one grid per run between section lines, all with the same widths."""
    header = [_titled(column.title) for column in table.columns]
    if leading:
        # On the line of the other titles, where the first of them leaves room for it.
        room = widths[0] - columns(visible(leading)) - header[0].cell_len
        if room < 1 and _total(widths) + 1 - room <= console.width:
            widths, room = [widths[0] + 1 - room, *widths[1:]], 1
        if room > 0:
            header[0] = Text.assemble(_titled(leading), " " * room, header[0])
        else:
            for line in wrap(visible(leading), console.width):
                console.print(_titled(line))
    if table.titled:
        console.print(_grid(table, widths, [header]))
    run: list[list[Text | Padding]] = []
    for row in table.rows:
        if isinstance(row, Section):
            _flush(table, widths, run, console)
            if row.apart:
                console.print()
            pieces = [Cell("  " * row.indent), Cell(row.text, "" if row.indent else "strong")]
            if row.note:
                pieces.append(Cell(f"  {row.note}", "dim"))
            console.print(_text(pieces, console.width))
        else:
            run.append(_cells(row, widths))
    _flush(table, widths, run, console)


def _titled(title: str) -> Text:
    return Text(visible(title), style="dim underline" if title else "")


def _cells(row: Row, widths: list[int]) -> list[Text | Padding]:
    indent = 2 * row.indent
    room = [widths[0] - indent, *widths[1:]]
    cells: list[Text | Padding] = [
        _text([cell], width) for cell, width in zip(row.cells, room, strict=True)
    ]
    cells[0] = Padding(cells[0], (0, 0, 0, indent))
    return cells


def _flush(
    table: Table, widths: list[int], run: list[list[Text | Padding]], console: Console
) -> None:
    if run:
        console.print(_grid(table, widths, run))
        run.clear()


def _grid(table: Table, widths: list[int], rows: Iterable[Iterable[Text | Padding]]) -> RichTable:
    grid = RichTable.grid(padding=(0, _GAP, 0, 0))
    for column, width in zip(table.columns, widths, strict=True):
        grid.add_column(
            justify=column.align,
            no_wrap=not column.fold,
            overflow="fold",
            width=width,
        )
    for row in rows:
        grid.add_row(*row)
    return grid


def _widths(table: Table, total: int) -> list[int]:
    """Natural widths; where they are too wide for the screen, folding columns give way."""
    natural = [columns(visible(column.title)) for column in table.columns]
    for row in table.rows:
        if not isinstance(row, Section):
            for number, cell in enumerate(row.cells):
                indent = 2 * row.indent if number == 0 else 0
                natural[number] = max(natural[number], _widest(cell.text) + indent)
    folding = [number for number, column in enumerate(table.columns) if column.fold]
    excess = sum(natural) + _GAP * len(natural) - total
    for number in sorted(folding, key=lambda index: -natural[index]):
        if excess <= 0:
            break
        room = max(natural[number] - excess, min(natural[number], 16))
        excess -= natural[number] - room
        natural[number] = room
    return natural


def _total(widths: list[int]) -> int:
    return sum(widths) + _GAP * (len(widths) - 1)


def _widest(text: str) -> int:
    return max(columns(line) for line in visible(text).split("\n"))
