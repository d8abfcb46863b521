"""The evaluation sheet (評価シート) of whatever has outcome indicators."""

from __future__ import annotations

from collections.abc import Iterable

from sagaict.computing.assessment import Assessment
from sagaict.computing.overview import Overview
from sagaict.computing.selection import PlacedMeasure
from sagaict.computing.view import View
from sagaict.domain.fiscal import FiscalYear
from sagaict.domain.light import dataclass
from sagaict.domain.plan import numbered
from sagaict.domain.portfolio import PlacedIndicator, PlacedProject
from sagaict.domain.project import Evaluation

__all__ = ["Sheet", "sheets_of"]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A project, or a measure with outcome indicators of its own, and how each of them stands.

    `evaluation` is the newest one in sight, of fiscal year `year`.
    """

    holder: PlacedProject | PlacedMeasure
    lines: tuple[Assessment, ...]
    evaluation: Evaluation | None
    year: FiscalYear | None

    @property
    def title(self) -> str:
        """The title of the project or measure."""
        holder = self.holder
        if isinstance(holder, PlacedProject):
            return holder.project.title
        return numbered(holder.measure)

    @property
    def overview(self) -> str | None:
        """What it is about (事業概要); of a measure, its aim."""
        holder = self.holder
        return holder.project.overview if isinstance(holder, PlacedProject) else holder.measure.aim


def sheets_of(overview: Overview) -> tuple[Sheet, ...]:
    """The sheets in the plan's order; outcome indicators only, as the city's own sheets are."""
    groups: dict[str, list[Assessment]] = {}
    for item in overview.assessments:
        if item.placed.kind == "outcome":
            groups.setdefault(item.placed.full_id.rsplit("/", 1)[0], []).append(item)
    return tuple(_sheet(lines, overview.view) for lines in groups.values())


def _sheet(lines: Iterable[Assessment], view: View) -> Sheet:
    rows = tuple(lines)
    holder = _holder(rows[0].placed)
    told = holder.project if isinstance(holder, PlacedProject) else holder.measure
    years = [year for year in told.evaluations if view.sees(year)]
    newest = max(years, default=None)
    return Sheet(holder, rows, told.evaluations[newest] if newest else None, newest)


def _holder(placed: PlacedIndicator) -> PlacedProject | PlacedMeasure:
    if placed.placed_project is not None:
        return placed.placed_project
    return PlacedMeasure(placed.plan, placed.goal, placed.measure)
