"""The evaluation sheet (評価シート) of whatever has outcome indicators."""

from __future__ import annotations

from collections.abc import Iterable

from sagaict.computing.assessment import Assessment
from sagaict.computing.overview import Overview
from sagaict.computing.view import View
from sagaict.domain.evaluation import Evaluation
from sagaict.domain.fiscal import FiscalYear
from sagaict.domain.light import dataclass
from sagaict.domain.plan import Goal, Measure, Plan, numbered
from sagaict.domain.project import Project

__all__ = ["Sheet", "sheets_of"]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A project, or a measure with outcome indicators of its own, and how each of them stands.

    `evaluation` is the newest one in sight, of fiscal year `year`.
    """

    holder: Plan | Goal | Measure | Project
    lines: tuple[Assessment, ...]
    evaluation: Evaluation | None
    year: FiscalYear | None

    @property
    def title(self) -> str:
        """The title of the project or measure."""
        holder = self.holder
        return numbered(holder) if isinstance(holder, Goal | Measure) else holder.title

    @property
    def overview(self) -> str | None:
        """What it is about (事業概要); of anything but a project, its aim."""
        return self.holder.overview if isinstance(self.holder, Project) else self.holder.aim


def sheets_of(overview: Overview) -> tuple[Sheet, ...]:
    """The sheets in the plan's order; outcome indicators only, as the city's own sheets are."""
    groups: dict[str, list[Assessment]] = {}
    for item in overview.assessments:
        if item.placed.kind == "outcome":
            groups.setdefault(item.placed.full_id.rsplit("/", 1)[0], []).append(item)
    return tuple(_sheet(lines, overview.view) for lines in groups.values())


def _sheet(lines: Iterable[Assessment], view: View) -> Sheet:
    rows = tuple(lines)
    holder = rows[0].placed.holder
    years = [year for year in holder.evaluations if view.sees(year)]
    newest = max(years, default=None)
    return Sheet(holder, rows, holder.evaluations[newest] if newest else None, newest)
