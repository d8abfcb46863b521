"""`sagaict show`: one plan, goal, measure, project or indicator whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sagaict.computing.membership import is_known
from sagaict.computing.selection import PlacedGoal, PlacedMeasure, Thing
from sagaict.computing.view import View
from sagaict.domain.plan import Plan
from sagaict.domain.portfolio import PlacedIndicator, PlacedProject, Portfolio
from sagaict.reporting.blocks import Block, Heading
from sagaict.reporting.citing import by_title
from sagaict.reporting.corrections import corrections_of
from sagaict.reporting.show.branch import goal_page, measure_page, project_page
from sagaict.reporting.show.goal import goal_report
from sagaict.reporting.show.indicator import indicator_page
from sagaict.reporting.show.parts import indicator_report, measure_report, project_report
from sagaict.reporting.show.plan import plan_report

__all__ = ["show_report"]


def show_report(
    thing: Thing,
    portfolio: Portfolio,
    view: View,
    *,
    ascii_only: bool = False,
    below: bool = False,
    paper: bool = False,
    page: bool = False,
) -> list[Block]:
    """Everything the data says about the thing; `below`: of all that hangs below it, too.

    `paper`: for readers who know no ids, documents are cited by their titles. `page`: the same, as
    a page of its own has it, which can draw and fold.
    """
    plan, full_id = _placed(thing)
    if page:
        blocks = [*_page(thing, portfolio, view), *corrections_of(full_id, portfolio)]
        return list(by_title(blocks, plan, portfolio))
    things = [thing, *(_below(thing, portfolio, view) if below else ())]
    blocks = [
        block
        for number, each in enumerate(things)
        for block in (
            *_on_sheet(_report(each, portfolio, view, ascii_only=ascii_only), begins=number > 0),
            *corrections_of(_placed(each)[1], portfolio),
        )
    ]
    return list(by_title(blocks, plan, portfolio)) if paper else blocks


def _on_sheet(blocks: Iterator[Block], *, begins: bool) -> Iterator[Block]:
    """The blocks; where they begin a sheet of paper, their heading says so."""
    for block in blocks:
        if begins and isinstance(block, Heading):
            yield replace(block, on_new_page=True)
            begins = False
        else:
            yield block


def _report(thing: Thing, portfolio: Portfolio, view: View, *, ascii_only: bool) -> Iterator[Block]:
    if isinstance(thing, Plan):
        return plan_report(thing, portfolio, view, ascii_only=ascii_only)
    if isinstance(thing, PlacedGoal):
        return goal_report(thing, portfolio, view, ascii_only=ascii_only)
    if isinstance(thing, PlacedMeasure):
        return measure_report(thing, portfolio, view, ascii_only=ascii_only)
    if isinstance(thing, PlacedProject):
        return project_report(thing, portfolio, view, ascii_only=ascii_only)
    return indicator_report(thing, portfolio, view, ascii_only=ascii_only)


def _page(thing: Thing, portfolio: Portfolio, view: View) -> Iterator[Block]:
    if isinstance(thing, PlacedIndicator):
        return indicator_page(thing, portfolio, view)
    if isinstance(thing, PlacedProject):
        return project_page(thing, portfolio, view)
    if isinstance(thing, PlacedMeasure):
        return measure_page(thing, portfolio, view)
    if isinstance(thing, PlacedGoal):
        return goal_page(thing, portfolio, view)
    return _report(thing, portfolio, view, ascii_only=False)


def _placed(thing: Thing) -> tuple[Plan, str]:
    """The plan it belongs to, and its full id."""
    return (thing, thing.id) if isinstance(thing, Plan) else (thing.plan, thing.full_id)


def _below(thing: Thing, portfolio: Portfolio, view: View) -> Iterator[Thing]:
    """Goals, measures and projects, as the plan has them; indicators are told of with these."""
    if isinstance(thing, Plan):
        for goal in thing.goals:
            placed = PlacedGoal(thing, goal)
            yield placed
            yield from _below(placed, portfolio, view)
    elif isinstance(thing, PlacedGoal):
        for measure in thing.goal.measures:
            entry = PlacedMeasure(thing.plan, thing.goal, measure)
            yield entry
            yield from _below(entry, portfolio, view)
    elif isinstance(thing, PlacedMeasure):
        for project in portfolio.projects[thing.plan.id]:
            if project.measure is thing.measure and is_known(project, view):
                yield project
