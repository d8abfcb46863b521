"""A basic goal whole, and the measures of goals in a table."""

from __future__ import annotations

from collections.abc import Iterator

from sagaict.computing.overview import Overview, overview
from sagaict.computing.selection import PlacedGoal, PlacedMeasure
from sagaict.computing.tally import tallies
from sagaict.computing.view import View
from sagaict.domain.plan import Goal, Plan, numbered
from sagaict.domain.portfolio import Portfolio
from sagaict.language import _
from sagaict.language.levels import goal_label, level
from sagaict.language.quantities import DASH
from sagaict.reporting.blocks import Block, Cell, Column, Heading, Row, Section, Table
from sagaict.reporting.citing import citation
from sagaict.reporting.owners import owners_text
from sagaict.reporting.phrases import kind_tallies
from sagaict.reporting.revisions import dropped_mark, revisions_of
from sagaict.reporting.show.parts import dropped_block, indicator_block
from sagaict.reporting.show.record import about, discrepancies_of, evaluations_of, facts

__all__ = ["goal_report", "measure_rows", "measures_table"]


def goal_report(
    placed: PlacedGoal, portfolio: Portfolio, view: View, *, ascii_only: bool
) -> Iterator[Block]:
    """A goal: its aim, its own indicators year by year, its measures, how it was judged."""
    plan, goal = placed.plan, placed.goal
    yield Heading(goal_label(plan, goal))
    yield from dropped_block(placed, view)
    yield facts(
        (
            (_("Id"), placed.full_id),
            (_("Plan"), plan.title),
            (_("Slogan"), goal.slogan),
            (_("Aim"), goal.aim),
            (_("Owner"), owners_text(goal.owner)),
            (_("Source"), citation(goal.source)),
        )
    )
    for entry in portfolio.indicators(plan.id):
        if entry.goal is goal and entry.measure is None:
            yield from indicator_block(entry, view, ascii_only=ascii_only)
    if goal.measures:
        yield measures_table(plan, tuple(measure_rows(goal, overview(portfolio, plan, view))))
    yield from evaluations_of(goal.evaluations, plan)
    yield from revisions_of(goal.amendments)
    yield from discrepancies_of(about(placed.full_id, portfolio))


def measure_rows(goal: Goal, item: Overview) -> Iterator[Row]:
    """The measures of a goal: how many projects each has, and how its indicators stand."""
    plan = item.plan
    for measure in goal.measures:
        placed = PlacedMeasure(plan, goal, measure)
        own = [each for each in item.assessments if each.placed.is_under(measure)]
        projects = sum(entry.measure is measure for entry in item.projects)
        yield Row(
            (
                Cell(numbered(measure) + dropped_mark(placed, item.view), about=placed.full_id),
                Cell(placed.full_id),
                Cell(str(projects) if projects else DASH),
                Cell(kind_tallies(tallies(own), plan) if own else DASH),
            ),
            1,
        )


def measures_table(plan: Plan, rows: tuple[Row | Section, ...]) -> Table:
    """Such rows as a table."""
    return Table(
        (
            Column(level(plan, "measure"), fold=True),
            Column(_("Id"), key=True),
            Column(_("Projects"), "right"),
            Column(_("Result"), fold=True),
        ),
        rows,
    )
