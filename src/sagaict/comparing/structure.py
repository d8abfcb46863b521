"""Plans, measures, projects and indicators that came or went, moved, or got another id or title."""

from __future__ import annotations

from collections.abc import Iterator

from sagaict.comparing.change import Change, Contents
from sagaict.comparing.sides import Sides
from sagaict.computing.selection import PlacedMeasure
from sagaict.domain.plan import Plan
from sagaict.domain.portfolio import PlacedIndicator, PlacedProject, Portfolio

__all__ = ["structure_changes"]

Holder = PlacedMeasure | PlacedProject


def structure_changes(sides: Sides) -> Iterator[Change]:
    """What came, went, moved or was renamed. What goes with its holder is only counted there."""
    yield from _gone(sides)
    yield from _come(sides)
    yield from _moved(sides)
    yield from _renamed(sides)


def _gone(sides: Sides) -> Iterator[Change]:
    plans = {plan.id for plan in sides.plans.gone}
    holders = {each.full_id for each in sides.measures.gone}
    holders |= {each.full_id for each in sides.projects.gone}
    for plan in sides.plans.gone:
        contents = _of_plan(plan, sides.old)
        yield Change(kind="dropped_plan", id=plan.id, name=plan.title, old=contents)
    for measure in sides.measures.gone:
        if measure.plan.id not in plans:
            yield Change(
                kind="dropped_measure",
                id=measure.full_id,
                name=measure.measure.title,
                old=_of_measure(measure, sides.old),
            )
    for project in sides.projects.gone:
        if project.plan.id not in plans:
            yield Change(
                kind="dropped_project",
                id=project.full_id,
                name=project.project.title,
                old=Contents(indicators=len(project.project.outcome_indicators)),
            )
    for indicator in sides.indicators.gone:
        if indicator.plan.id not in plans and _holder(indicator).full_id not in holders:
            yield Change(
                kind="dropped_indicator", id=indicator.full_id, name=indicator.indicator.name
            )


def _come(sides: Sides) -> Iterator[Change]:
    plans = {plan.id for plan in sides.plans.new}
    holders = {each.full_id for each in sides.measures.new}
    holders |= {each.full_id for each in sides.projects.new}
    for plan in sides.plans.new:
        contents = _of_plan(plan, sides.new)
        yield Change(kind="added_plan", id=plan.id, name=plan.title, new=contents)
    for measure in sides.measures.new:
        if measure.plan.id not in plans:
            yield Change(
                kind="added_measure",
                id=measure.full_id,
                name=measure.measure.title,
                new=_of_measure(measure, sides.new),
            )
    for project in sides.projects.new:
        if project.plan.id not in plans:
            yield Change(
                kind="added_project",
                id=project.full_id,
                name=project.project.title,
                new=Contents(indicators=len(project.project.outcome_indicators)),
            )
    for indicator in sides.indicators.new:
        if indicator.plan.id not in plans and _holder(indicator).full_id not in holders:
            yield Change(
                kind="added_indicator", id=indicator.full_id, name=indicator.indicator.name
            )


def _moved(sides: Sides) -> Iterator[Change]:
    measures = {old.full_id: new.full_id for old, new in sides.measures.both}
    holders = measures | {old.full_id: new.full_id for old, new in sides.projects.both}
    for old, new in sides.measures.both:
        if old.goal.no != new.goal.no:
            yield Change(
                kind="moved_measure",
                id=new.full_id,
                name=new.measure.title,
                old=old.goal.no,
                new=new.goal.no,
            )
    for before, now in sides.projects.both:
        was, place = _measure_id(before), _measure_id(now)
        if measures.get(was) != place:
            yield Change(
                kind="moved_project",
                id=now.full_id,
                name=now.project.title,
                old=was,
                new=place,
            )
    for one, other in sides.indicators.both:
        was, place = _holder(one).full_id, _holder(other).full_id
        if holders.get(was) != place:
            yield Change(
                kind="moved_indicator",
                id=other.full_id,
                name=other.indicator.name,
                old_id=one.full_id,
                old=was,
                new=place,
            )


def _renamed(sides: Sides) -> Iterator[Change]:
    for old, new in sides.plans.both:
        if old.id != new.id:
            yield Change(kind="renamed_plan", id=new.id, name=new.title, old_id=old.id)
    for was, measure in sides.measures.both:
        if was.measure.id != measure.measure.id:
            name = measure.measure.title
            yield Change(kind="renamed_measure", id=measure.full_id, name=name, old_id=was.full_id)
    for before, project in sides.projects.both:
        if before.project.id != project.project.id:
            title = project.project.title
            yield Change(
                kind="renamed_project", id=project.full_id, name=title, old_id=before.full_id
            )
    for one, other in sides.indicators.both:
        if one.indicator.id != other.indicator.id:
            yield Change(
                kind="renamed_indicator",
                id=other.full_id,
                name=other.indicator.name,
                old_id=one.full_id,
            )


def _holder(indicator: PlacedIndicator) -> Holder:
    if indicator.placed_project is not None:
        return indicator.placed_project
    return PlacedMeasure(indicator.plan, indicator.goal, indicator.measure)


def _measure_id(project: PlacedProject) -> str:
    return f"{project.plan.id}/{project.measure.id}"


def _of_plan(plan: Plan, portfolio: Portfolio) -> Contents:
    return Contents(
        len(plan.measures()),
        len(portfolio.projects[plan.id]),
        sum(1 for _each in portfolio.indicators(plan.id)),
    )


def _of_measure(measure: PlacedMeasure, portfolio: Portfolio) -> Contents:
    own = [*measure.measure.goal_indicators, *measure.measure.outcome_indicators]
    projects = [
        each
        for each in portfolio.projects[measure.plan.id]
        if each.measure.id == measure.measure.id
    ]
    return Contents(0, len(projects), len(own))
