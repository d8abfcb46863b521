"""The calendar of the cycle: every task of some plans that is overdue, due, or due soon."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from sagaict.computing.membership import last_year
from sagaict.computing.selection import PlacedGoal, PlacedMeasure
from sagaict.computing.view import View
from sagaict.cycle.actions import action_tasks
from sagaict.cycle.council import council_tasks
from sagaict.cycle.deadlines import Deadlines
from sagaict.cycle.figures import figure_tasks, remark_tasks
from sagaict.cycle.judging import judgement_tasks, outcome_tasks
from sagaict.cycle.reviews import follow_up_tasks, review_tasks
from sagaict.cycle.task import KINDS, STATES, State, Task
from sagaict.domain.light import dataclass
from sagaict.domain.owner import Owner
from sagaict.domain.plan import Plan
from sagaict.domain.portfolio import Portfolio

__all__ = ["Due", "by_owner", "due_tasks", "in_cycle", "without_review_cycle"]


@dataclass(frozen=True, slots=True)
class Due:
    """A task and its state on a day."""

    task: Task
    state: State
    day: date

    @property
    def days_left(self) -> int | None:
        """Days until the deadline, negative after it; `None` without one."""
        deadline = self.task.deadline
        return None if deadline is None else (deadline - self.day).days


def in_cycle(plan: Plan, view: View) -> bool:
    """Whether the plan is running, or ended with the year before and is still accounted for."""
    return plan.period.first <= view.as_of <= last_year(plan, view).plus(1)


def due_tasks(
    plans: Iterable[Plan],
    portfolio: Portfolio,
    view: View,
    deadlines: Deadlines,
    soon: int = 30,
    *,
    day: date | None = None,
) -> list[Due]:
    """What is to be done for the plans on a day, the most urgent first.

    The day is the view's unless another is given. `soon` is how many days ahead of it tasks are
    looked for.
    """
    on = day or view.today
    found = [
        Due(task, state, on)
        for plan in plans
        for task in _tasks(plan, portfolio, view, deadlines)
        if (state := task.state_on(on, soon)) is not None
    ]
    return sorted(found, key=_urgency)


def _urgency(item: Due) -> tuple[int, date, int, str, int]:
    task = item.task
    state = STATES.index(item.state)
    return state, task.deadline or date.max, KINDS.index(task.kind), task.full_id, task.number


def _tasks(plan: Plan, portfolio: Portfolio, view: View, deadlines: Deadlines) -> Iterator[Task]:
    for placed in portfolio.indicators(plan.id):
        for each in placed.judged:
            yield from figure_tasks(each, view, deadlines)
            yield from remark_tasks(each, view, deadlines)
    yield from follow_up_tasks(plan, view)
    for goal in plan.goals:
        yield from follow_up_tasks(PlacedGoal(plan, goal), view)
    for goal, measure in plan.measures():
        yield from follow_up_tasks(PlacedMeasure(plan, goal, measure), view)
    for entry in portfolio.projects[plan.id]:
        yield from action_tasks(entry)
        yield from review_tasks(entry, view, deadlines)
        yield from follow_up_tasks(entry, view)
        yield from outcome_tasks(entry, view)
    yield from judgement_tasks(plan, view, deadlines)
    yield from council_tasks(plan, portfolio, view, deadlines)


def by_owner(items: Iterable[Due]) -> list[tuple[Owner | None, list[Due]]]:
    """The tasks of each owner in the order of their names; those of nobody known come last.

    One that several share stands with each of them.
    """
    groups: dict[Owner | None, list[Due]] = {}
    for item in items:
        for owner in item.task.owners or (None,):
            groups.setdefault(owner, []).append(item)
    named = sorted((owner for owner in groups if owner), key=lambda owner: owner.name)
    return [(owner, groups[owner]) for owner in (*named, None) if owner in groups]


def without_review_cycle(plan: Plan, portfolio: Portfolio) -> int:
    """How many projects of the plan belong to no category that says how often it is reviewed."""
    return sum(
        entry.category is None or entry.category.review is None
        for entry in portfolio.projects[plan.id]
    )
