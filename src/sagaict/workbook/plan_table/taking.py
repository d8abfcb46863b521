"""From the bytes of a file to the table in it."""

from __future__ import annotations

from sagaict.workbook.incoming import grids_in
from sagaict.workbook.package import Unusable
from sagaict.workbook.plan_table.columns import Columns, columns_of

__all__ = ["table_in"]


def table_in(name: str, content: bytes, sheet: str | None = None) -> Columns:
    """The one table of indicators in a file, or in the sheet named.

    Raises:
        Unusable: there is none, there are several, or the file cannot be read.
        ModuleNotFoundError: it is a workbook, and openpyxl is not installed.
    """
    grids = grids_in(name, content)
    if sheet is not None:
        names = ", ".join(grid.sheet for grid in grids)
        grids = [grid for grid in grids if grid.sheet == sheet]
        if not grids:
            raise Unusable("no-sheet", name=sheet, names=names)
    tables = [found for grid in grids if (found := columns_of(grid)) is not None]
    if not tables:
        raise Unusable("no-table")
    if len(tables) > 1:
        raise Unusable("several-tables", names=", ".join(each.grid.sheet for each in tables))
    return tables[0]
