"""A table in the columns of `sagaict export`, filled in or corrected by hand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sagaict.domain.fiscal import FiscalFormatError, FiscalYear
from sagaict.workbook.cells import Content, text_of
from sagaict.workbook.filled import FilledCell, FilledRow, FilledSheet
from sagaict.workbook.grid import Grid
from sagaict.workbook.package import Unusable
from sagaict.workbook.problems import CellProblem

__all__ = ["READ", "table_of"]

READ: Mapping[str, str] = {
    "actual_value": "value",
    "actual_state": "state",
    "actual_as_of": "as_of",
    "source": "source",
}
"""The columns of the export that are read back, and what they are called in the entry sheet."""
_YEARS = ("fiscal_year", "fiscal_year_label")
_QUOTED = ("'=", "'+", "'-", "'@", "'＝", "'＋", "'－", "'＠")


def table_of(grid: Grid) -> FilledSheet | None:
    """The rows of a table of the export; `None` if its first row names no indicators.

    Raises:
        Unusable: `columns-missing`: the indicators are named, but not the years or the results.
    """
    columns = {
        text_of(content).strip(): column
        for (row, column), content in grid.cells.items()
        if row == 1
    }
    if "indicator_id" not in columns:
        return None
    missing = [name for name in ("actual_value",) if name not in columns]
    missing += [] if any(name in columns for name in _YEARS) else [_YEARS[0]]
    if missing:
        raise Unusable("columns-missing", names=", ".join(missing))
    problems: list[CellProblem] = []
    return FilledSheet(tuple(_rows(grid, columns, problems)), tuple(problems))


def _rows(
    grid: Grid, columns: Mapping[str, int], problems: list[CellProblem]
) -> Iterator[FilledRow]:
    place = next(columns[name] for name in _YEARS if name in columns)
    for number, cells in grid.rows():
        name = cells.get(columns["indicator_id"])
        if number == 1 or (name is None and not _entries(grid, columns, number)):
            continue
        if name is None:
            spot = next(iter(_entries(grid, columns, number).values())).spot
            problems.append(CellProblem(spot, "added-row"))
            continue
        text = text_of(cells.get(place))
        try:
            year = FiscalYear.parse(text)
        except FiscalFormatError:
            problems.append(CellProblem(grid.spot(number, place), "bad-year", {"text": text}))
            continue
        yield FilledRow(
            "results",
            f"{text_of(name).strip()}@{year.label}",
            None,
            grid.spot(number, columns["indicator_id"]),
            _entries(grid, columns, number),
        )


def _entries(grid: Grid, columns: Mapping[str, int], number: int) -> dict[str, FilledCell]:
    """The filled cells of a row that are read. An empty one says nothing.

    Without a result the source is that of the target.
    """
    found = {
        name: FilledCell(grid.spot(number, columns[column]), content)
        for column, name in READ.items()
        if column in columns
        and (content := _unquoted(grid.at(number, columns[column]))) is not None
    }
    return found if {"value", "state"} & set(found) else {}


def _unquoted(content: Content) -> Content:
    """Without the apostrophe the export puts in front of what looks like a formula."""
    if isinstance(content, str) and content.startswith(_QUOTED):
        return content[1:]
    return content
