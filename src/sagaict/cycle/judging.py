"""What is to be judged every year of a plan whole, and set once an introduction is decided."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sagaict.computing.closure import is_dropped, is_superseded
from sagaict.computing.view import View
from sagaict.cycle.deadlines import Deadlines
from sagaict.cycle.reviews import is_review
from sagaict.cycle.task import Task
from sagaict.domain.amendment import Amendment, first_dropped, last_added
from sagaict.domain.fiscal import FiscalYear
from sagaict.domain.plan import Goal, Measure, Plan
from sagaict.domain.portfolio import PlacedProject

__all__ = ["judgement_tasks", "outcome_tasks", "unjudged"]


def judgement_tasks(plan: Plan, view: View, deadlines: Deadlines) -> Iterator[Task]:
    """The judgement of the year that ended: of the plan, its goals and its measures.

    A plan in force is asked that has a council to judge it, by the first day the city has set for
    that; none that is only transcribed.
    """
    for year in (view.as_of.plus(-1), view.as_of):
        asked = plan.council and plan.stage == "approved" and not plan.transcribed
        if not asked or year not in plan.period or is_superseded(plan, year):
            continue
        left = len(unjudged(plan, year))
        opens = year.plus(1).first_day
        days = [day.from_day(opens) for day in deadlines.council]
        if left:
            yield Task(
                kind="judgement",
                plan=plan,
                full_id=plan.id,
                title=plan.title,
                owners=plan.owner,
                year=year,
                opens=opens,
                deadline=min(days, default=deadlines.yearly_review.from_day(opens)),
                count=left,
                of=len(tuple(_judged(plan, year))),
            )


def unjudged(plan: Plan, year: FiscalYear) -> tuple[Plan | Goal | Measure, ...]:
    """The plan, goals and measures of which nothing says how they went in the year."""
    return tuple(
        each
        for each in _judged(plan, year)
        if not is_review((said := each.evaluations.get(year)) and said.of_year)
    )


def _judged(plan: Plan, year: FiscalYear) -> Iterator[Plan | Goal | Measure]:
    """The plan, and what of its goals and measures was there at the end of the year."""

    def is_there(*histories: Sequence[Amendment]) -> bool:
        dropped, added = first_dropped(*histories), last_added(*histories)
        gone = dropped is not None and dropped.date.first_day <= year.last_day
        return not gone and (added is None or added.date.first_day <= year.last_day)

    yield plan
    yield from (goal for goal in plan.goals if is_there(goal.amendments))
    for goal, measure in plan.measures():
        if is_there(goal.amendments, measure.amendments):
            yield measure


def outcome_tasks(entry: PlacedProject, view: View) -> Iterator[Task]:
    """The outcome indicator that a project owes since it was decided to introduce it."""
    undecided = entry.project.outcome_undecided
    decided = undecided.decided if undecided else None
    if undecided is None or decided is None or decided.first_day > view.today:
        return
    targets = (each.targets for each in entry.project.outcome_indicators)
    if any(target.aims for some in targets for target in some.values()):
        return
    if not is_dropped(entry, view.as_of):
        yield Task(
            kind="outcome",
            plan=entry.plan,
            full_id=entry.full_id,
            title=entry.project.title,
            owners=entry.owners,
            opens=decided.first_day,
            text=undecided.printed,
        )
