"""What was judged, review by review: the ground of the tables of evaluations and follow-ups."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sagaict.computing.view import View
from sagaict.domain.evaluation import Evaluation, Review
from sagaict.domain.fiscal import FiscalYear
from sagaict.domain.light import dataclass
from sagaict.domain.owner import Owner
from sagaict.domain.plan import Plan
from sagaict.domain.portfolio import PlacedProject
from sagaict.language import mark
from sagaict.reporting.opendata.column import Column, integer, text, word
from sagaict.reporting.opendata.place import PLACE, place_of, project_of
from sagaict.reporting.rows import Row

__all__ = ["REVIEWED", "Reviewed", "reviews_above", "reviews_of"]

REVIEWED: tuple[Column, ...] = (
    *PLACE,
    word(
        "level",
        mark("What was judged"),
        "plan",
        "project",
        goal=mark("goal"),
        measure=mark("measure"),
    ),
    integer("fiscal_year", mark("Year (number)")),
    text("fiscal_year_label", mark("Year")),
)


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A review, of a year or of its first half; `about` has the columns of `REVIEWED`."""

    about: Row
    owners: tuple[Owner, ...]
    review: Review
    half_year: bool


def reviews_of(entry: PlacedProject, view: View) -> Iterator[Reviewed]:
    """How a project was judged, year by year, as far as the view sees."""
    about = {**project_of(entry), "level": "project"}
    return _reviews(about, entry.owners, entry.project.evaluations, view)


def reviews_above(plan: Plan, view: View) -> Iterator[Reviewed]:
    """How a plan, its goals and its measures were judged."""
    about = {**place_of(plan, None, None, None), "level": "plan"}
    yield from _reviews(about, plan.owner, plan.evaluations, view)
    for goal in plan.goals:
        about = {**place_of(plan, goal, None, None), "level": "goal"}
        yield from _reviews(about, goal.owner, goal.evaluations, view)
        for measure in goal.measures:
            about = {**place_of(plan, goal, measure, None), "level": "measure"}
            yield from _reviews(about, measure.owner, measure.evaluations, view)


def _reviews(
    about: Row,
    owners: tuple[Owner, ...],
    evaluations: Mapping[FiscalYear, Evaluation],
    view: View,
) -> Iterator[Reviewed]:
    for year, evaluation in sorted(evaluations.items()):
        for review in (evaluation.half_year, evaluation.of_year) if view.sees(year) else ():
            if review is not None:
                when: Row = {"fiscal_year": year.number, "fiscal_year_label": year.label}
                half_year = review is evaluation.half_year
                yield Reviewed({**about, **when}, owners, review, half_year)
