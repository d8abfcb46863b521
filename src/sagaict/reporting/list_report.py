"""`sagaict list`: plans, measures, projects or indicators, one line each."""

from __future__ import annotations

from collections.abc import Iterable

from sagaict.computing.assessment import Assessment
from sagaict.computing.membership import dropped_by, is_running, superseded_by
from sagaict.computing.selection import PlacedMeasure
from sagaict.computing.tally import latest_evaluation
from sagaict.computing.view import View
from sagaict.domain.plan import Plan, numbered
from sagaict.domain.portfolio import PlacedProject
from sagaict.language import _
from sagaict.language.quantities import DASH, moment
from sagaict.language.words import term
from sagaict.reporting.blocks import Cell, Column, Row, Table, marked
from sagaict.reporting.phrases import labelled, plan_title, status_text
from sagaict.reporting.results import aim_text
from sagaict.reporting.revisions import dropped_mark

__all__ = ["list_indicators", "list_measures", "list_plans", "list_projects"]


def list_plans(plans: Iterable[Plan], view: View) -> Table:
    """Plans with their period and whether they are running."""
    rows = [
        Row(
            (
                Cell(plan.id),
                Cell(plan_title(plan)),
                Cell(plan.period.label),
                Cell(_state(plan, view)),
            )
        )
        for plan in plans
    ]
    return Table(
        (
            Column(_("Id")),
            Column(_("Plan"), fold=True, names=True),
            Column(_("Period")),
            Column(_("Now")),
        ),
        tuple(rows),
    )


def _state(plan: Plan, view: View) -> str:
    if superseded_by(plan, view) is not None:
        return term("superseded")
    if is_running(plan, view):
        return _("running")
    return _("ended") if plan.period.last < view.as_of else _("ahead")


def list_measures(measures: Iterable[PlacedMeasure], view: View) -> Table:
    """Measures under their goals."""
    rows = [
        Row(
            (
                Cell(entry.full_id),
                Cell(entry.measure.title + dropped_mark(entry, view)),
                Cell(numbered(entry.goal)),
            )
        )
        for entry in measures
    ]
    return Table(
        (
            Column(_("Id")),
            Column(_("Measure"), fold=True, names=True),
            Column(_("Goal"), fold=True),
        ),
        tuple(rows),
    )


def list_projects(projects: Iterable[PlacedProject], view: View) -> Table:
    """Projects with category, priority and progress; in its place, since when one is dropped."""
    rows = [
        Row(
            (
                Cell(entry.full_id),
                Cell(entry.project.title),
                Cell(entry.project.category or DASH),
                Cell(_("priority") if entry.priority else DASH),
                _progress(entry, view),
            )
        )
        for entry in projects
    ]
    return Table(
        (
            Column(_("Id")),
            Column(_("Project"), fold=True, names=True),
            Column(_("Category")),
            Column(_("Priority")),
            Column(_("Progress")),
        ),
        tuple(rows),
    )


def _progress(entry: PlacedProject, view: View) -> Cell:
    dropped = dropped_by(entry, view)
    if dropped is not None:
        return Cell(_("dropped {date}").format(date=moment(dropped.date)), "warn")
    evaluation = latest_evaluation(entry, view)
    if evaluation is None:
        return Cell(DASH)
    return marked(labelled(entry.plan, evaluation.progress), evaluation.progress)


def list_indicators(assessments: Iterable[Assessment], view: View) -> Table:
    """Indicators with the target they are judged by and their status."""
    rows = [
        Row(
            (
                Cell(each.placed.full_id),
                Cell(each.placed.indicator.name),
                Cell(term(each.placed.kind)),
                Cell(aim_text(each, view)),
                marked(status_text(each), each.status),
            )
        )
        for each in assessments
    ]
    return Table(
        (
            Column(_("Id")),
            Column(_("Indicator"), fold=True, names=True),
            Column(_("Kind")),
            Column(_("Target"), "right"),
            Column(_("Status")),
        ),
        tuple(rows),
    )
