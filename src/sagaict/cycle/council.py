"""The days of the council, and its ratings that are not recorded after it has met."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from sagaict.computing.closure import is_withdrawn
from sagaict.computing.view import View
from sagaict.cycle.deadlines import Deadlines
from sagaict.cycle.reviews import is_review
from sagaict.cycle.task import Task
from sagaict.domain.fiscal import fiscal_year_on
from sagaict.domain.plan import Plan
from sagaict.domain.portfolio import Portfolio

__all__ = ["council_tasks"]


def council_tasks(
    plan: Plan, portfolio: Portfolio, view: View, deadlines: Deadlines
) -> Iterator[Task]:
    """The next meetings, if the city has set their days; and what the last one left unrecorded.

    The last meeting is the first one of the running fiscal year: it judges the year before.
    """
    if plan.council is None or not deadlines.council:
        return
    for number, day in enumerate(deadlines.council, start=1):
        meeting = day.from_day(view.today)
        if fiscal_year_on(meeting).plus(-1) <= plan.period.last:
            yield Task(
                kind="council",
                plan=plan,
                full_id=plan.id,
                title=plan.council.name,
                owners=plan.owner,
                year=fiscal_year_on(meeting),
                opens=meeting,
                deadline=meeting,
                number=number,
            )
    judged = view.as_of.plus(-1)
    met = min(day.from_day(view.as_of.first_day) for day in deadlines.council)
    if met >= view.today:
        return
    reviewed = [
        evaluation
        for entry in portfolio.projects[plan.id]
        if not is_withdrawn(entry, judged)
        and (evaluation := entry.project.evaluations.get(judged))
        and is_review(evaluation)
    ]
    left = sum(not evaluation.council_rating for evaluation in reviewed)
    if left:
        yield Task(
            kind="council_rating",
            plan=plan,
            full_id=plan.id,
            title=plan.council.name,
            owners=plan.owner,
            year=judged,
            opens=met + timedelta(days=1),
            deadline=met,
            count=left,
            of=len(reviewed),
        )
