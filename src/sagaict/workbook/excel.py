"""An .xlsx file as grids of cells. Formulas are seen and never computed or trusted."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils.cell import range_boundaries

from sagaict.workbook.cells import Content, Odd
from sagaict.workbook.grid import MAX_CELLS, Address, Area, Grid
from sagaict.workbook.package import Unusable, require_harmless

__all__ = ["grids_of"]

_MAX_COLUMNS = 100
"""What stands farther right is none of ours."""
_MERGED = re.compile(rb"<(?:[A-Za-z_][\w.-]*:)?mergeCell\s[^>]*?\bref=[\"']([A-Z0-9:$]+)[\"']")
_HIDDEN = re.compile(
    rb"<(?:[A-Za-z_][\w.-]*:)?row\s(?=[^>]*\bhidden=[\"'](?:1|true)[\"'])[^>]*?\br=[\"'](\d{1,7})[\"']"
)
_LITERAL = re.compile(r'"[^"]*"|\\.')


def grids_of(file: str, content: bytes) -> list[Grid]:
    """The sheets of a workbook, hidden ones too.

    Raises:
        Unusable: it is not safe to open, or damaged.
    """
    require_harmless(content)
    try:
        with warnings.catch_warnings():
            # What the library leaves out (a picture, a newer kind of validation) is not read here.
            warnings.simplefilter("ignore")
            book = load_workbook(io.BytesIO(content), read_only=True, keep_links=False)
            try:
                return list(_grids(file, content, book.worksheets))
            finally:
                book.close()
    except Unusable:
        raise
    except Exception as error:  # a damaged part raises nearly anything
        raise Unusable("damaged") from error


def _grids(file: str, content: bytes, sheets: Sequence[Any]) -> Iterator[Grid]:
    count = 0
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        for sheet in sheets:
            cells = {}
            for address, found in _cells(sheet):
                cells[address] = found
                count += 1
                if count > MAX_CELLS:
                    raise Unusable("too-many-cells", limit=f"{MAX_CELLS:,}")
            # The library does not tell which cells are merged when it reads row by row, and when
            # it does not, it makes a cell of each: billions, if a block is large enough.
            part = parts.read(sheet._worksheet_path)  # noqa: SLF001 - it is told nowhere else
            areas = tuple(_area(match[1].decode()) for match in _MERGED.finditer(part))
            hidden = frozenset(int(match[1]) for match in _HIDDEN.finditer(part))
            yield Grid(file, sheet.title, cells, areas, hidden)


def _cells(sheet: Any) -> Iterator[tuple[Address, Content]]:
    """The filled cells."""
    sheet.reset_dimensions()  # what a file says of its size need not be true
    gap: object = None
    for row in sheet.iter_rows(max_col=_MAX_COLUMNS):
        if row is gap:  # a million rows between two are one object, a million times
            continue
        gap = row
        for cell in row:
            content = None if cell.value is None else _content(cell)
            if content is not None:
                yield (cell.row, cell.column), content


def _content(cell: Any) -> Content:
    value: object = cell.value
    odd = {"f": Odd.FORMULA, "e": Odd.ERROR, "b": Odd.TRUTH}.get(cell.data_type)
    if odd is not None:
        return odd
    if isinstance(value, date):
        return value.date() if isinstance(value, datetime) else value
    if isinstance(value, time | timedelta):
        return Odd.TIME
    if isinstance(value, int | float):
        return _number(value, cell.number_format or "")
    text = str(value)
    return text if text.strip() else None


def _number(value: float, shape: str) -> Content:
    """A number as it was typed: to the 15 digits a spreadsheet keeps, a percentage as one."""
    number = Decimal(value if isinstance(value, int) else format(value, ".15g"))
    if not number.is_finite():
        return Odd.ERROR
    if "%" in _LITERAL.sub("", shape):
        return f"{(number * 100).normalize():f}%"
    return number


def _area(reference: str) -> Area:
    left, top, right, bottom = range_boundaries(reference)
    return Area(top or 1, left or 1, bottom or 1, right or 1)
