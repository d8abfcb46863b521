"""The table of evaluations: a row for each year a plan, goal, measure or project was judged in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sagaict.computing.view import View
from sagaict.domain.evaluation import Evaluation
from sagaict.domain.fiscal import FiscalYear
from sagaict.domain.plan import Plan
from sagaict.domain.portfolio import PlacedProject
from sagaict.language import mark
from sagaict.reporting.opendata.column import Column, flag, integer, text, word
from sagaict.reporting.opendata.place import PLACE, place_of, project_of
from sagaict.reporting.rows import Row

__all__ = ["EVALUATIONS", "evaluations_above", "project_evaluations"]

EVALUATIONS: tuple[Column, ...] = (
    *PLACE,
    word(
        "level",
        mark("What was judged"),
        goal=mark("goal"),
        measure=mark("measure"),
    ),
    integer("fiscal_year", mark("Year (number)")),
    text("fiscal_year_label", mark("Year")),
    word("progress", mark("Progress")),
    text("printed", mark("Evaluation as printed")),
    text("achievements", mark("Achievements")),
    text("issues", mark("Issues")),
    text("causes", mark("Causes")),
    word("outlook", mark("Outlook")),
    text("self_rating", mark("Self-evaluation")),
    text("council_rating", mark("Rating of the council")),
    text("remark", mark("Remark")),
    text("source", mark("Source")),
    flag("half_year", mark("Of the first half of the year")),
    text("judgement", mark("Judgement")),
    word("forecast", mark("Forecast")),
)


def project_evaluations(entry: PlacedProject, view: View) -> list[Row]:
    """How a project was judged, year by year, as far as the view sees."""
    source = entry.project.source
    return list(_rows(project_of(entry), "project", entry.project.evaluations, view, source))


def evaluations_above(plan: Plan, view: View) -> list[Row]:
    """How a plan, its goals and its measures were judged."""
    found = [*_rows(place_of(plan, None, None, None), "plan", plan.evaluations, view, plan.source)]
    for goal in plan.goals:
        place = place_of(plan, goal, None, None)
        found += _rows(place, "goal", goal.evaluations, view, goal.source or plan.source)
        for measure in goal.measures:
            source = measure.source or goal.source or plan.source
            place = place_of(plan, goal, measure, None)
            found += _rows(place, "measure", measure.evaluations, view, source)
    return found


def _rows(
    place: Row,
    level: str,
    evaluations: Mapping[FiscalYear, Evaluation],
    view: View,
    source: str | None,
) -> Iterator[Row]:
    for year, evaluation in sorted(evaluations.items()):
        for judged in (evaluation.half_year, evaluation.of_year) if view.sees(year) else ():
            if judged is None:
                continue
            yield {
                **place,
                "level": level,
                "fiscal_year": year.number,
                "fiscal_year_label": year.label,
                "progress": judged.progress,
                "printed": judged.printed,
                "achievements": judged.achievements,
                "issues": judged.issues,
                "causes": judged.causes,
                "outlook": judged.outlook,
                "self_rating": judged.self_rating,
                "council_rating": judged.council_rating,
                "remark": judged.remark,
                "source": judged.source or source,
                "half_year": judged is evaluation.half_year,
                "judgement": judged.judgement,
                "forecast": judged.forecast,
            }
