"""Tables of a Word document, and room to write in by hand."""

from __future__ import annotations

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import Table as WordTable
from docx.table import _Cell as WordCell
from docx.table import _Row as WordRow

from sagaict.reporting.blocks import Cell, Column, Room, Row, Section, Table
from sagaict.reporting.width import columns as letters
from sagaict.reporting.word.runs import add_pieces

__all__ = ["add_room", "add_table"]

_WASH = "F3F4F6"
_STEP = Mm(4)
_PAGE, _LETTER = 170, 1.65
"""Millimetres: what a table has room for, and what a letter of its size takes."""
_LONGEST = 60
_SIZE = Pt(9)


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
    _set_widths(made, table)
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


def _set_widths(made: WordTable, table: Table) -> None:
    """Room for the longest line of each column; those that fold share what is left of the page."""
    wanted = [_letters(number, table) * _LETTER for number in range(len(table.columns))]
    whole = sum(
        width for width, column in zip(wanted, table.columns, strict=True) if not column.fold
    )
    folded = sum(wanted) - whole
    left = max(_PAGE - whole, _PAGE // 3)
    widths = [
        Mm(round(left * width / folded if column.fold else width))
        for width, column in zip(wanted, table.columns, strict=True)
    ]
    made.autofit = False
    for column_, width_ in zip(made.columns, widths, strict=True):
        column_.width = width_
    for line in made.rows:
        cells = {id(cell._tc): cell for cell in line.cells}  # noqa: SLF001 (merged ones are one)
        if len(cells) == len(widths):
            for cell, width_ in zip(cells.values(), widths, strict=True):
                cell.width = width_


def _letters(number: int, table: Table) -> int:
    """Letters of the longest line of a column, and a margin; a full-width one counts for two."""
    texts = [table.columns[number].title]
    texts += [row.cells[number].text for row in table.rows if isinstance(row, Row)]
    longest = max((letters(line) for text in texts for line in text.split("\n")), default=0)
    return min(longest, _LONGEST) + 5


def _fill(cell: WordCell, content: Cell, column: Column) -> None:
    (paragraph,) = cell.paragraphs
    add_pieces(paragraph, (content,))
    for run in paragraph.runs:
        run.font.size = _SIZE
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
