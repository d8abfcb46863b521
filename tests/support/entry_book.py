"""An entry workbook as an owner handles it."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

__all__ = ["Book"]


class Book:
    """An entry workbook, its cells found by their hidden names."""

    def __init__(self, content: bytes) -> None:
        self.workbook: Workbook = load_workbook(io.BytesIO(content))

    def sheet(self, key: str) -> Worksheet:
        """The sheet that holds a row."""
        for sheet in self.workbook.worksheets:
            for (name,) in sheet.iter_rows(max_col=1, values_only=True):
                if name == key:
                    return sheet
        raise KeyError(key)

    def row(self, key: str) -> int:
        """The number of a row."""
        sheet = self.sheet(key)
        return next(n for n in range(1, sheet.max_row + 1) if sheet.cell(n, 1).value == key)

    def column(self, key: str, name: str) -> int:
        """The number of a column of the sheet that holds a row."""
        sheet = self.sheet(key)
        return next(n for n in range(1, sheet.max_column + 1) if sheet.cell(1, n).value == name)

    def cell(self, key: str, name: str) -> Cell:
        """A cell by its row's key and its column's hidden name."""
        found = self.sheet(key).cell(self.row(key), self.column(key, name))
        assert isinstance(found, Cell)
        return found

    def fill(self, cells: Mapping[tuple[str, str], Any]) -> Book:
        """Type into cells. Text is typed as text, not as a formula."""
        for (key, name), content in cells.items():
            cell = self.cell(key, name)
            cell.value = content
            if isinstance(content, str):
                cell.data_type = "s"
        return self

    def at(self, key: str, name: str, file: str = "a.xlsx") -> str:
        """How a cell is named to the reader."""
        return f"{file} {self.sheet(key).title}!{self.cell(key, name).coordinate}"

    @property
    def content(self) -> bytes:
        """The workbook as a file."""
        stream = io.BytesIO()
        self.workbook.save(stream)
        return stream.getvalue()
