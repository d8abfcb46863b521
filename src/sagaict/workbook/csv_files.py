"""A CSV as a grid of cells: UTF-8 or CP932, with commas or tabs."""

from __future__ import annotations

import csv
import io

from sagaict.workbook.cells import Content
from sagaict.workbook.grid import MAX_CELLS, Address, Grid
from sagaict.workbook.package import Unusable

__all__ = ["grid_of"]


def grid_of(file: str, content: bytes) -> Grid:
    """The file's cells, all of them text.

    Raises:
        Unusable: `not-text`, `too-many-cells`, `damaged`.
    """
    text = _decoded(content)
    first = text.split("\n", 1)[0]
    delimiter = "\t" if first.count("\t") > first.count(",") else ","
    cells: dict[Address, Content] = {}
    try:
        for row, fields in enumerate(
            csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), start=1
        ):
            cells |= {
                (row, column): field for column, field in enumerate(fields, 1) if field.strip()
            }
            if len(cells) > MAX_CELLS:
                raise Unusable("too-many-cells", limit=f"{MAX_CELLS:,}")
    except csv.Error as error:
        raise Unusable("damaged") from error
    return Grid(file, "", cells)


def _decoded(content: bytes) -> str:
    for encoding in ("utf-8-sig", "cp932"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Unusable("not-text")
