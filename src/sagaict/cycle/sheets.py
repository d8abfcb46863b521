"""The evaluation sheets (評価シート): one for every project and measure, whatever it has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count

from sagaict.computing.assessment import Assessment
from sagaict.computing.overview import Overview
from sagaict.cycle.judgement import Judgement, judgements, newest, year_judged
from sagaict.domain.fiscal import FiscalYear
from sagaict.domain.light import dataclass
from sagaict.domain.plan import Goal, Measure, Plan, numbered
from sagaict.domain.portfolio import PlacedProject
from sagaict.domain.project import ActionTarget, Project

__all__ = ["Sheet", "sheets_of"]

_Holder = Plan | Goal | Measure | Project


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the council is to judge of one thing; `number` is its place in the annex.

    `lines` are its own indicators; `projects` are those of a measure, each with the newest
    judgement on it in sight. `judgements` are its own, `year` the one that is judged now, which
    `is_over` or runs still.
    """

    number: int
    plan: Plan
    goal: Goal | None
    measure: Measure | None
    entry: PlacedProject | None
    lines: tuple[Assessment, ...]
    projects: tuple[tuple[PlacedProject, Judgement | None], ...]
    judgements: tuple[Judgement, ...]
    year: FiscalYear
    is_over: bool

    @property
    def holder(self) -> _Holder:
        """What it is the sheet of."""
        project = self.entry.project if self.entry else None
        return project or self.measure or self.goal or self.plan

    @property
    def title(self) -> str:
        """The title of the project or measure."""
        holder = self.holder
        return numbered(holder) if isinstance(holder, Goal | Measure) else holder.title

    @property
    def overview(self) -> str | None:
        """What it is about (事業概要); of anything but a project, its aim."""
        holder = self.holder
        return holder.overview if isinstance(holder, Project) else holder.aim

    @property
    def actions(self) -> tuple[tuple[FiscalYear, ActionTarget], ...]:
        """The actions of the year that is judged and of the next, which the council approves."""
        if self.entry is None:
            return ()
        planned = self.entry.project.actions
        years = (self.year, self.year.plus(1))
        return tuple((year, action) for year in years for action in planned.get(year, ()))


def sheets_of(whole: Overview) -> tuple[Sheet, ...]:
    """The sheets in the plan's order: a measure before its projects.

    The plan itself and its goals have one where they have indicators of their own.
    """
    own: dict[int, list[Assessment]] = {}
    for item in whole.assessments:
        own.setdefault(id(item.placed.holder), []).append(item)
    numbers, view = count(1), whole.view
    year = year_judged(whole.plan, view)
    is_over = year.ended_by(view.today)

    def sheet(
        goal: Goal | None,
        measure: Measure | None,
        entry: PlacedProject | None = None,
        projects: Iterable[PlacedProject] = (),
    ) -> Sheet:
        project = entry.project if entry else None
        holder: _Holder = project or measure or goal or whole.plan
        lines = tuple(own.get(id(holder), ()))
        return Sheet(
            next(numbers),
            whole.plan,
            goal,
            measure,
            entry,
            lines,
            tuple((each, newest(each.project.evaluations, view)) for each in projects),
            judgements(holder.evaluations, view),
            year,
            is_over,
        )

    def found() -> Iterator[Sheet]:
        if id(whole.plan) in own:
            yield sheet(None, None)
        for goal in whole.plan.goals:
            if id(goal) in own:
                yield sheet(goal, None)
            for measure in goal.measures:
                below = [entry for entry in whole.projects if entry.measure is measure]
                yield sheet(goal, measure, projects=below)
                for entry in below:
                    yield sheet(goal, measure, entry)

    return tuple(found())
