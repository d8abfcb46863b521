"""Reviews of projects, half-yearly and yearly, and what was asked for or promised in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from sagaict.computing.closure import is_withdrawn
from sagaict.computing.membership import added_after
from sagaict.computing.selection import PlacedGoal, PlacedMeasure, owners_of
from sagaict.computing.view import View
from sagaict.cycle.deadlines import Deadlines
from sagaict.cycle.task import Aside, Task, TaskKind
from sagaict.domain.evaluation import Evaluation, FollowUp, Review
from sagaict.domain.fiscal import FiscalYear
from sagaict.domain.month_day import MonthDay
from sagaict.domain.plan import Plan, numbered
from sagaict.domain.portfolio import PlacedProject

__all__ = [
    "Judged",
    "answers",
    "follow_up_tasks",
    "is_review",
    "is_reviewed_halfway",
    "review_tasks",
]

Judged = Plan | PlacedGoal | PlacedMeasure | PlacedProject
"""What is judged year by year."""


def is_review(evaluation: Review | None) -> bool:
    """Whether it says how the project went: in marks, in words, or as a rating of its own."""
    return evaluation is not None and bool(
        evaluation.progress != "unknown"
        or evaluation.judgement
        or evaluation.self_rating
        or evaluation.achievements
        or evaluation.remark
    )


def is_reviewed_halfway(entry: PlacedProject, year: FiscalYear) -> bool:
    """Whether its category asks for a review of the first half, and it was there by then."""
    category = entry.category
    before = year.second_half - timedelta(days=1)
    half_yearly = category is not None and category.review == "half_yearly"
    return half_yearly and not added_after(entry, before)


def review_tasks(entry: PlacedProject, view: View, deadlines: Deadlines) -> Iterator[Task]:
    """The reviews the project's category asks for and that are not recorded."""
    category = entry.category
    if category is None or category.review is None:
        return
    for year in entry.plan.period:
        if is_withdrawn(entry, year) or added_after(entry, year.last_day) or _is_over(entry, year):
            continue
        if category.review == "half_yearly":
            yield from _half_yearly(entry, year, view, deadlines)
        elif not is_review(entry.project.evaluations.get(year)):
            yield _yearly(entry, year, deadlines)


def _is_over(entry: PlacedProject, year: FiscalYear) -> bool:
    """Whether the project was completed or given up before the year, or cancelled in it.

    “Done” ends a project for which nothing more is planned; else it only says how the year went.
    """
    planned = any(later >= year for later in entry.project.actions)
    return any(
        (each.progress == "cancelled" and when <= year)
        or (when < year and each.progress == "done" and not planned)
        or (when < year and each.outlook in ("complete", "stop", "merge"))
        for when, judged in entry.project.evaluations.items()
        for each in (judged.latest,)
    )


def _half_yearly(
    entry: PlacedProject, year: FiscalYear, view: View, deadlines: Deadlines
) -> Iterator[Task]:
    """Those of the year and of its first half, which nobody can make up for once it is over."""
    evaluation = entry.project.evaluations.get(year)
    halfway = is_review(evaluation.half_year if evaluation else None)
    ended = year.ended_by(view.today)
    if not (halfway or ended) and is_reviewed_halfway(entry, year):
        opens, until = year.second_half, deadlines.half_year_review
        yield _review("half_year_review", entry, year, opens, until)
    if not is_review(evaluation):
        yield _yearly(entry, year, deadlines, "half_year_too" if ended and not halfway else "")


def _yearly(
    entry: PlacedProject, year: FiscalYear, deadlines: Deadlines, aside: Aside = ""
) -> Task:
    opens = year.plus(1).first_day
    return _review("yearly_review", entry, year, opens, deadlines.yearly_review, aside)


def _review(
    kind: TaskKind,
    entry: PlacedProject,
    year: FiscalYear,
    opens: date,
    until: MonthDay,
    aside: Aside = "",
) -> Task:
    return Task(
        kind=kind,
        plan=entry.plan,
        full_id=entry.full_id,
        title=entry.project.title,
        owners=entry.owners,
        year=year,
        opens=opens,
        deadline=until.from_day(opens),
        aside=aside,
    )


def follow_up_tasks(holder: Judged, view: View) -> Iterator[Task]:
    """What the council asked for (改善指示), and what was promised, that has no answer."""
    full_id, title, evaluations = _known(holder)
    for year, evaluation in sorted(evaluations.items()):
        for kind, wanted in _wanted(evaluation):
            for number, each in enumerate(wanted, start=1):
                if view.sees(year) and each.is_open:
                    yield Task(
                        kind=kind,
                        plan=holder if isinstance(holder, Plan) else holder.plan,
                        full_id=full_id,
                        title=title,
                        owners=each.owner or owners_of(holder),
                        year=year,
                        deadline=each.due.last_day if each.due else None,
                        number=number,
                        text=each.text,
                    )


def answers(holder: Judged, since: date, until: date) -> Iterator[tuple[str, FollowUp]]:
    """What was answered after a day and up to another, with the title of what it is about."""
    _full_id, title, evaluations = _known(holder)
    for _year, evaluation in sorted(evaluations.items()):
        for _kind, wanted in _wanted(evaluation):
            for each in wanted:
                if each.answered and since < each.answered.last_day <= until:
                    yield title, each


def _wanted(evaluation: Evaluation) -> Iterator[tuple[TaskKind, tuple[FollowUp, ...]]]:
    """The first half's come first, so that a number stays the same when the year's are added."""
    half = evaluation.half_year or Review()
    yield "instruction", (*half.instructions, *evaluation.instructions)
    yield "follow_up", (*half.follow_ups, *evaluation.follow_ups)


def _known(
    holder: Judged,
) -> tuple[str, str, Mapping[FiscalYear, Evaluation]]:
    """Its id, its title, and how it was judged."""
    if isinstance(holder, Plan):
        return holder.id, holder.title, holder.evaluations
    if isinstance(holder, PlacedProject):
        project = holder.project
        return holder.full_id, project.title, project.evaluations
    own = holder.goal if isinstance(holder, PlacedGoal) else holder.measure
    return holder.full_id, numbered(own), own.evaluations
