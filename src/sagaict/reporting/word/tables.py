"""Tables of a Word document, and room to write in by hand."""

from __future__ import annotations

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length, Mm, Pt
from docx.table import Table as WordTable
from docx.table import _Cell as WordCell
from docx.table import _Row as WordRow

from sagaict.reporting.blocks import Cell, Column, Room, Row, Section, Table
from sagaict.reporting.width import columns as letters
from sagaict.reporting.word.runs import add_pieces

__all__ = ["add_room", "add_table"]

_WASH = "F3F4F6"
_STEP = Mm(4)
_PAGE, _LETTER, _MARGIN = 174, 1.65, 4.4
"""Millimetres: what a table has room for, what a letter takes, what is left of a cell's sides."""
_LONGEST = 60
_SIZE, _SMALL = Pt(9), Pt(8)
"""Of letters; those of a table that is wider than the page with the usual ones are small."""


def add_table(document: Document, table: Table) -> None:
    """A table; its head stands on every page, and no row is cut in two."""
    made = document.add_table(rows=table.titled + len(table.rows), cols=len(table.columns))
    made.style = "Table Grid"
    lines = list(made.rows)
    if table.titled:
        head = lines.pop(0)
        _mark(head, "w:tblHeader")
        for cell, column in zip(head.cells, table.columns, strict=True):
            _fill(cell, Cell(column.title, "strong"), column)
            _shade(cell)
    for line, row in zip(lines, table.rows, strict=True):
        _fill_row(line, row, table.columns)
    widths, size = _measured(table)
    _set_widths(made, widths)
    for line in made.rows:
        for paragraph in (each for cell in line.cells for each in cell.paragraphs):
            paragraph.paragraph_format.space_before = Pt(2)
            paragraph.paragraph_format.space_after = Pt(2)
            for run in paragraph.runs:
                run.font.size = size
    document.add_paragraph()


def _fill_row(line: WordRow, row: Row | Section, columns: tuple[Column, ...]) -> None:
    _mark(line, "w:cantSplit")
    if isinstance(row, Section):
        whole = line.cells[0].merge(line.cells[-1])
        note = Cell(f"  {row.note}" if row.note else "", "dim")
        add_pieces(whole.paragraphs[0], (Cell(row.text, "strong"), note))
        whole.paragraphs[0].paragraph_format.left_indent = _STEP * row.indent
        whole.paragraphs[0].paragraph_format.keep_with_next = True
        _shade(whole)
        return
    for number, (cell, content, column) in enumerate(
        zip(line.cells, row.cells, columns, strict=True)
    ):
        _fill(cell, content, column)
        if number == 0:
            cell.paragraphs[0].paragraph_format.left_indent = _STEP * row.indent


def _measured(table: Table) -> tuple[list[Length], Length]:
    """The widths of the columns, never wider than the page together, and the size of the letters.

    Each has room for its longest line; those that fold share what is left, at least a third.
    """
    letters_of = [_letters(number, table) for number in range(len(table.columns))]
    folds = [column.fold for column in table.columns]
    for size in (_SIZE, _SMALL):
        wanted = [count * _LETTER * size / _SIZE + _MARGIN for count in letters_of]
        whole = sum(width for width, fold in zip(wanted, folds, strict=True) if not fold)
        folded = sum(wanted) - whole
        room = max(_PAGE - whole, _PAGE / 3) if folded else 0
        if whole + room <= _PAGE:
            break
    fits = min(1, _PAGE / (whole + room))
    widths: list[Length] = [
        Mm(fits * (room * width / folded if fold else width))
        for width, fold in zip(wanted, folds, strict=True)
    ]
    return widths, size


def _set_widths(made: WordTable, widths: list[Length]) -> None:
    made.autofit = False
    for column_, width_ in zip(made.columns, widths, strict=True):
        column_.width = width_
    for line in made.rows:
        cells = {id(cell._tc): cell for cell in line.cells}  # noqa: SLF001 (merged ones are one)
        if len(cells) == len(widths):
            for cell, width_ in zip(cells.values(), widths, strict=True):
                cell.width = width_


def _letters(number: int, table: Table) -> int:
    """Letters of the longest line of a column; a full-width one counts for two."""
    texts = [table.columns[number].title]
    texts += [row.cells[number].text for row in table.rows if isinstance(row, Row)]
    longest = max((letters(line) for text in texts for line in text.split("\n")), default=0)
    return min(longest, _LONGEST) + 1


def _fill(cell: WordCell, content: Cell, column: Column) -> None:
    (paragraph,) = cell.paragraphs
    add_pieces(paragraph, (content,))
    if column.align == "right":
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _mark(row: WordRow, name: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(name))  # noqa: SLF001 (no word for it)


def _shade(cell: WordCell) -> None:
    shade = OxmlElement("w:shd")
    shade.set(qn("w:val"), "clear")
    shade.set(qn("w:fill"), _WASH)
    cell._tc.get_or_add_tcPr().append(shade)  # noqa: SLF001 (no word for it)


def add_room(document: Document, room: Room) -> None:
    """A frame with what it is about, boxes to tick, and empty lines."""
    made = document.add_table(rows=1, cols=1)
    made.style = "Table Grid"
    (cell,) = made.rows[0].cells
    boxes = "".join(f"  □ {choice}" for choice in room.choices)
    add_pieces(cell.paragraphs[0], (Cell(room.title, "strong"), Cell(boxes)))
    for _line in range(room.lines):
        cell.add_paragraph()
    document.add_paragraph()
