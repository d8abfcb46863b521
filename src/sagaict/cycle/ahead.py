"""What comes next: days on which targets fall due, reports are owed, the council meets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from sagaict.computing.overview import Overview
from sagaict.computing.targets import targets_by_year
from sagaict.computing.view import View
from sagaict.cycle.calendar import due_tasks
from sagaict.cycle.deadlines import Deadlines
from sagaict.cycle.task import KINDS, TaskKind
from sagaict.domain.light import dataclass
from sagaict.domain.portfolio import Portfolio

__all__ = ["Ahead", "Coming", "ahead_of"]

_YEAR = 366
"""Days: further ahead nobody plans a year's work."""


@dataclass(frozen=True, slots=True)
class Coming:
    """On a day, `count` targets fall due (`kind` is `None`), or as many tasks of a kind are due."""

    day: date
    kind: TaskKind | None
    count: int


@dataclass(frozen=True, slots=True)
class Ahead:
    """The next days, the nearest first; how many tasks are past their deadline today.

    `meetings_set`: the city has said on which days its council meets.
    """

    coming: tuple[Coming, ...]
    overdue: int
    meetings_set: bool


def ahead_of(
    running: Sequence[Overview], portfolio: Portfolio, view: View, deadlines: Deadlines
) -> Ahead:
    """What lies ahead of some plans, seen from the last day the view knows of."""
    tasks = due_tasks(
        (each.plan for each in running), portfolio, view, deadlines, _YEAR, day=view.day
    )
    counts = Counter(
        (task.deadline, task.kind)
        for item in tasks
        if (task := item.task).deadline is not None and task.deadline >= view.day
    )
    found = [Coming(day, kind, count) for (day, kind), count in counts.items()]
    found += _falling_due(running, view)
    return Ahead(
        tuple(sorted(found, key=_order)),
        sum(item.state == "overdue" for item in tasks) if view.day == view.today else 0,
        bool(deadlines.council),
    )


def _falling_due(running: Sequence[Overview], view: View) -> Iterator[Coming]:
    """The last day of the year in which each indicator has its next target."""
    days: Counter[date] = Counter()
    for whole in running:
        for each in whole.assessments:
            ends = (year.last_day for year in targets_by_year(each.placed.indicator, view))
            following = min((day for day in ends if day >= view.day), default=None)
            if following is not None:
                days[following] += 1
    for day, count in days.items():
        yield Coming(day, None, count)


def _order(item: Coming) -> tuple[date, int]:
    return item.day, -1 if item.kind is None else KINDS.index(item.kind)
