"""A row of a table as it was read, before anything is made of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from sagaict.domain.fiscal import FiscalYear, Moment
from sagaict.domain.indicator import Aggregation, Direction
from sagaict.domain.light import dataclass
from sagaict.domain.portfolio import Kind
from sagaict.workbook.grid import Spot
from sagaict.workbook.plan_table.headings import Role
from sagaict.workbook.plan_table.printed import Printed

__all__ = ["Level", "PrintedAt", "TableRow"]


@dataclass(frozen=True, slots=True)
class PrintedAt:
    """A printed figure, its cell, and the year it is of or for; `None` where nothing says so."""

    printed: Printed
    spot: Spot
    year: FiscalYear | None


@dataclass(frozen=True, slots=True)
class Level:
    """Something above the indicator: its number, its title, and the heading of its column."""

    no: str
    title: str
    heading: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRow:
    """A row as it was read; `texts` are its cells of text by what they hold.

    `published` is when its newest result came out, `latest` how many years late results come.
    `parts` are its parts by name, each with what the cells hold of it.
    """

    number: int
    spot: Spot
    name: str
    unit: str
    levels: tuple[Level, ...]
    baseline: PrintedAt | None
    targets: tuple[PrintedAt, ...]
    actuals: tuple[PrintedAt, ...]
    comparison: tuple[PrintedAt, ...] = ()
    compared_with: str = ""
    published: Moment | None = None
    latest: int | None = None
    direction: Direction | None
    aggregation: Aggregation | None
    kind: Kind | None
    texts: Mapping[Role, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    parts: tuple[tuple[str, TableRow], ...] = ()

    @property
    def figures(self) -> tuple[PrintedAt, ...]:
        """All figures of the row, the targets first."""
        return (*self.targets, *self.actuals, *((self.baseline,) if self.baseline else ()))

    @property
    def newest(self) -> PrintedAt | None:
        """The newest result whose year is known."""
        dated = [(at.year, at) for at in self.actuals if at.year is not None]
        return max(dated, key=lambda each: each[0])[1] if dated else None

    @property
    def in_calendar_years(self) -> bool:
        """Whether its targets are for calendar years (R8年, where others say R8年度)."""
        return any(each.printed.calendar for each in self.targets)
