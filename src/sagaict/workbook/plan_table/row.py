"""A row of a table as it was read, before anything is made of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from sagaict.domain.fiscal import FiscalYear
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
    """A row as it was read; `texts` are its cells of text by what they hold."""

    number: int
    spot: Spot
    name: str
    unit: str
    levels: tuple[Level, ...]
    baseline: PrintedAt | None
    targets: tuple[PrintedAt, ...]
    actuals: tuple[PrintedAt, ...]
    direction: Direction | None
    aggregation: Aggregation | None
    kind: Kind | None
    texts: Mapping[Role, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()

    @property
    def figures(self) -> tuple[PrintedAt, ...]:
        """All figures of the row, the targets first."""
        return (*self.targets, *self.actuals, *((self.baseline,) if self.baseline else ()))

    @property
    def in_calendar_years(self) -> bool:
        """Whether its targets are for calendar years (R8年, where others say R8年度)."""
        return any(each.printed.calendar for each in self.targets)
