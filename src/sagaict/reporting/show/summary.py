"""A plan on one sheet (概要版): what it aims at, its targets and how they stand, its roadmap."""

from __future__ import annotations

from collections.abc import Iterator

from sagaict.computing.assessment import Assessment
from sagaict.computing.overview import overview
from sagaict.computing.view import View
from sagaict.domain.plan import Plan, numbered
from sagaict.domain.portfolio import Portfolio
from sagaict.language import _
from sagaict.language.levels import goal_label
from sagaict.language.quantities import period
from sagaict.reporting.blocks import (
    Block,
    Bullets,
    Cell,
    Column,
    Heading,
    Paragraph,
    Row,
    Section,
    Table,
)
from sagaict.reporting.phrases import bracketed, kind_tallies, plan_title
from sagaict.reporting.results import path_cells
from sagaict.reporting.show.record import facts
from sagaict.reporting.show.surroundings import basis_text, parent_text

__all__ = ["plan_summary"]


def plan_summary(plan: Plan, portfolio: Portfolio, view: View) -> Iterator[Block]:
    """The sheet. Indicators of projects are counted on it, not listed."""
    whole = overview(portfolio, plan, view)
    yield Heading(plan_title(plan))
    yield facts(
        (
            (_("Period"), period(plan.period)),
            (_("Slogan"), plan.slogan),
            (_("Vision"), plan.aim),
            (_("Principle"), plan.principle),
            (_("Legal basis"), _(", ").join(map(basis_text, plan.basis))),
            (_("Plans above"), _(", ").join(map(parent_text, plan.parents))),
            (_("Result"), kind_tallies(whole.tallies, plan) if whole.assessments else ""),
            (_("Judgement"), _judgement(plan, view)),
        )
    )
    own = [each for each in whole.assessments if each.placed.project is None]
    yield Table(
        (
            Column(_("Indicator"), fold=True),
            Column(_("Baseline"), "right"),
            Column(_("Target"), "right"),
            Column(_("Actual"), "right"),
            Column(_("Status")),
        ),
        tuple(_rows(plan, own, view)),
    )
    if plan.roadmap:
        yield Heading(_("Roadmap"), 2)
        yield Bullets(
            tuple(
                Paragraph.of(
                    each.title
                    + bracketed(f"{each.start.label}-{each.end.label if each.end else ''}")
                )
                for each in plan.roadmap
            )
        )


def _judgement(plan: Plan, view: View) -> str:
    """How the plan was judged last, as far as the view knows."""
    said = [
        (year, each.judgement)
        for year, each in sorted(plan.evaluations.items())
        if each.judgement and view.sees(year)
    ]
    return f"{said[-1][1]}{bracketed(said[-1][0].label)}" if said else ""


def _rows(plan: Plan, own: list[Assessment], view: View) -> Iterator[Row | Section]:
    yield from (_row(each, view, 0) for each in own if each.placed.goal is None)
    for goal in plan.goals:
        yield Section(goal_label(plan, goal), note=goal.slogan or "", apart=True)
        of_goal = [each for each in own if each.placed.goal is goal]
        yield from (_row(each, view, 1) for each in of_goal if each.placed.measure is None)
        for measure in goal.measures:
            yield Section(numbered(measure), 1)
            yield from (_row(each, view, 2) for each in of_goal if each.placed.measure is measure)


def _row(each: Assessment, view: View, indent: int) -> Row:
    name, baseline, actual, target, _rate, status = path_cells(each, view)
    return Row((Cell(name.text), baseline, target, actual, status), indent)
