"""Where the table is in a sheet: its rows of headings, and what each column holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from sagaict.domain.light import dataclass
from sagaict.workbook.cells import text_of
from sagaict.workbook.grid import Grid
from sagaict.workbook.plan_table.headings import LEVELS, Heading, Role, heading_of
from sagaict.workbook.problems import CellProblem

__all__ = ["Columns", "columns_of"]

_SEARCHED = 30
"""Headings stand so near the top, below titles and notes."""
_FIGURES: tuple[Role, ...] = ("target", "actual", "baseline", "year")
_REPEATED = frozenset({*_FIGURES, "comparison", "note", "rate"})
"""What several columns may hold."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table by number, the last row of headings, and headings not understood."""

    grid: Grid
    known: Mapping[int, Heading]
    last_row: int
    unknown: tuple[str, ...]

    def of(self, *roles: Role) -> list[tuple[int, Heading]]:
        """The columns that hold one of these, from the left."""
        return [(number, each) for number, each in self.known.items() if each.role in roles]

    def one(self, role: Role) -> int | None:
        """The column that holds it."""
        return next((number for number, _ in self.of(role)), None)

    @property
    def levels(self) -> tuple[Role, ...]:
        """The levels above the indicators that the table has, from the top."""
        return tuple(
            level
            for level in LEVELS
            if any(each.role in (level, f"{level}_no") for each in self.known.values())
        )

    def problems(self) -> Iterator[CellProblem]:
        """Headings that stand there twice."""
        seen: set[Role] = set()
        for number, heading in self.known.items():
            if heading.role in seen and heading.role not in _REPEATED:
                spot = self.grid.spot(self.last_row, number)
                yield CellProblem(spot, "column-twice", {"name": heading.text})
            seen.add(heading.role)


def columns_of(grid: Grid) -> Columns | None:
    """The table in a sheet; `None` if there are no headings of a KPI table."""
    rows = {row for row, _ in grid.cells if row <= _SEARCHED}
    for row in sorted(rows):
        found = _columns(grid, row)
        roles = {each.role for each in found.known.values()}
        if "name" in roles and roles & set(_FIGURES):
            return found
    return None


def _columns(grid: Grid, row: int) -> Columns:
    """What the headings in a row say, together with those in the row below if they go on there."""
    above = _texts(grid, row)
    name = next((at for at, text in above.items() if _is_name(text)), None)
    below = _texts(grid, row + 1)
    if name is None or name in below or not any(map(heading_of, below.values())):
        return _told(grid, above, row)
    texts = {}
    last = ""
    for number in sorted({*above, *below}):
        last = above.get(number, last)
        over = above.get(number) or (last if number in below else "")
        texts[number] = " ".join(filter(None, (over, below.get(number, ""))))
    return _told(grid, texts, row + 1)


def _is_name(text: str) -> bool:
    found = heading_of(text)
    return found is not None and found.role == "name"


def _texts(grid: Grid, row: int) -> dict[int, str]:
    return {
        column: text_of(content)
        for (at, column), content in sorted(grid.cells.items())
        if at == row and text_of(content).strip()
    }


def _told(grid: Grid, texts: Mapping[int, str], last_row: int) -> Columns:
    known, unknown = {}, []
    for number, text in texts.items():
        heading = heading_of(text)
        if heading is None:
            unknown.append(" ".join(text.split()))
        else:
            known[number] = heading
    return Columns(grid, _years_alone(known), last_row, tuple(unknown))


def _years_alone(known: Mapping[int, Heading]) -> dict[int, Heading]:
    """A year alone is over targets, if the table has none by year and results elsewhere or none.

    Where both could be meant it stays a year, and whoever reads the rows says so.
    """
    aimed = any(each.role == "target" and each.year is not None for each in known.values())
    return {
        number: replace(each, role="target") if each.role == "year" and not aimed else each
        for number, each in known.items()
    }
