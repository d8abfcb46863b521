"""Reviews of projects, half-yearly and yearly, and instructions that wait for an answer.

An evaluation is filed under its fiscal year and says nothing of its day. So of the two reviews of a
half-yearly cycle, one on file while the year is running is the first half's; once the year is over,
one on file may be either, unless the council has rated it. That is said, not guessed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from sagaict.computing.closure import is_withdrawn
from sagaict.computing.membership import added_after
from sagaict.computing.selection import PlacedMeasure
from sagaict.computing.view import View
from sagaict.cycle.deadlines import Deadlines
from sagaict.cycle.task import Aside, Task, TaskKind
from sagaict.domain.evaluation import Evaluation
from sagaict.domain.fiscal import FiscalYear
from sagaict.domain.month_day import MonthDay
from sagaict.domain.plan import numbered
from sagaict.domain.portfolio import PlacedProject

__all__ = ["instruction_tasks", "is_review", "review_tasks"]


def is_review(evaluation: Evaluation | None) -> bool:
    """Whether it says how the project went: in marks, in words, or as a rating of its own."""
    return evaluation is not None and bool(
        evaluation.progress != "unknown"
        or evaluation.self_rating
        or evaluation.achievements
        or evaluation.remark
    )


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
        for when, each in entry.project.evaluations.items()
    )


def _half_yearly(
    entry: PlacedProject, year: FiscalYear, view: View, deadlines: Deadlines
) -> Iterator[Task]:
    evaluation = entry.project.evaluations.get(year)
    ended = year.ended_by(view.today)
    if not is_review(evaluation):
        opens = year.second_half
        if not ended and not added_after(entry, opens - timedelta(days=1)):
            yield _review("half_year_review", entry, year, opens, deadlines.half_year_review)
        yield _yearly(entry, year, deadlines, "half_year_too" if ended else "")
    elif not ended:
        yield _yearly(entry, year, deadlines)
    elif year == view.as_of.plus(-1) and evaluation and not evaluation.council_rating:
        yield _yearly(entry, year, deadlines, "either_review")


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


def instruction_tasks(holder: PlacedProject | PlacedMeasure, view: View) -> Iterator[Task]:
    """The council's instructions (改善指示) that have no answer."""
    if isinstance(holder, PlacedProject):
        title = holder.project.title
        evaluations: Mapping[FiscalYear, Evaluation] = holder.project.evaluations
    else:
        title = numbered(holder.measure)
        evaluations = holder.measure.evaluations
    for year, evaluation in sorted(evaluations.items()):
        for number, instruction in enumerate(evaluation.instructions, start=1):
            if view.sees(year) and not instruction.answer and instruction.answered is None:
                yield Task(
                    kind="instruction",
                    plan=holder.plan,
                    full_id=holder.full_id,
                    title=title,
                    owners=holder.owners,
                    year=year,
                    deadline=instruction.due.last_day if instruction.due else None,
                    number=number,
                    text=instruction.text,
                )
