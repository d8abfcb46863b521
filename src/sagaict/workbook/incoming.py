"""Files that came back: what kind each is, and the rows in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field
from pathlib import PurePath

from sagaict.domain.light import dataclass
from sagaict.workbook.csv_files import grid_of
from sagaict.workbook.filled import FilledRow, require_known, sheet_of
from sagaict.workbook.grid import Grid
from sagaict.workbook.package import Unusable, kind_of
from sagaict.workbook.problems import CellProblem
from sagaict.workbook.table import table_of

__all__ = ["Incoming", "grids_in", "read_files"]

_OPEN = "~$"
"""So begins the file Excel puts beside a workbook while it is open."""


@dataclass(slots=True)
class Incoming:
    """The rows of all files, what is wrong with cells, and which files are not read and why."""

    rows: list[FilledRow] = field(default_factory=list)
    problems: list[CellProblem] = field(default_factory=list)
    unusable: dict[str, Unusable] = field(default_factory=dict)


def read_files(files: Mapping[str, bytes]) -> Incoming:
    """Read files by their names; one that cannot be read does not keep the others from it."""
    found = Incoming()
    for name, content in files.items():
        try:
            known = _collect(grids_in(name, content), found)
        except Unusable as error:
            found.unusable[name] = error
        else:
            if not known:
                found.unusable[name] = Unusable("not-ours")
    return found


def grids_in(name: str, content: bytes) -> list[Grid]:
    """The sheets of a workbook, or the one that a CSV is.

    Raises:
        Unusable: it cannot be read, or is not safe to.
        ModuleNotFoundError: it is a workbook, and openpyxl is not installed.
    """
    if PurePath(name).name.startswith(_OPEN):
        raise Unusable("open-elsewhere")
    if kind_of(content) == "text":
        return [grid_of(name, content)]
    from sagaict.workbook.excel import grids_of

    return grids_of(name, content)


def _collect(grids: Iterable[Grid], found: Incoming) -> bool:
    """Whether any of the sheets is one of ours."""
    known = False
    for grid in grids:
        require_known(grid)
        sheet = sheet_of(grid) or table_of(grid)
        if sheet is not None:
            known = True
            found.rows += sheet.rows
            found.problems += sheet.problems
    return known
