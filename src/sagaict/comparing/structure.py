"""Plans, measures, projects and indicators that came or went, moved, or got another id."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sagaict.comparing.amendments import addition
from sagaict.comparing.change import Change, Contents, Kind
from sagaict.comparing.sides import Sides
from sagaict.computing.selection import Holder, PlacedMeasure
from sagaict.domain.amendment import Amendment
from sagaict.domain.plan import Plan
from sagaict.domain.portfolio import PlacedIndicator, PlacedProject, Portfolio

__all__ = ["structure_changes"]


@dataclass(frozen=True, slots=True)
class _Side:
    """What stands on one side only, and the kinds of change that means."""

    portfolio: Portfolio
    plans: Sequence[Plan]
    measures: Sequence[PlacedMeasure]
    projects: Sequence[PlacedProject]
    indicators: Sequence[PlacedIndicator]
    kinds: tuple[Kind, Kind, Kind, Kind]
    come: bool

    def change(
        self,
        kind: Kind,
        full_id: str,
        name: str,
        contents: Contents | None = None,
        why: Amendment | None = None,
    ) -> Change:
        """A thing that came or went, with what came or went in it."""
        return Change(
            kind=kind,
            id=full_id,
            name=name,
            old=None if self.come else contents,
            new=contents if self.come else None,
            reason=why.reason if why else None,
            approved_by=why.approved_by if why else None,
            revision=why is not None,
        )


def structure_changes(sides: Sides) -> Iterator[Change]:
    """What came, went, moved or got another id. What goes with its holder is only counted there."""
    gone = _Side(
        sides.old,
        sides.plans.gone,
        sides.measures.gone,
        sides.projects.gone,
        sides.indicators.gone,
        ("dropped_plan", "dropped_measure", "dropped_project", "dropped_indicator"),
        come=False,
    )
    come = _Side(
        sides.new,
        sides.plans.new,
        sides.measures.new,
        sides.projects.new,
        sides.indicators.new,
        ("added_plan", "added_measure", "added_project", "added_indicator"),
        come=True,
    )
    yield from _on_one_side(gone)
    yield from _on_one_side(come)
    yield from _moved(sides)
    yield from _renamed(sides)


def _on_one_side(side: _Side) -> Iterator[Change]:
    of_plan, of_measure, of_project, of_indicator = side.kinds
    plans = {plan.id for plan in side.plans}
    holders = {each.full_id for each in side.measures} | {each.full_id for each in side.projects}
    for plan in side.plans:
        yield side.change(of_plan, plan.id, plan.title, _of_plan(plan, side.portfolio))
    for measure in side.measures:
        if measure.plan.id not in plans:
            inside = _of_measure(measure, side.portfolio)
            yield side.change(of_measure, measure.full_id, measure.measure.title, inside)
    for project in side.projects:
        if project.plan.id not in plans:
            inside = Contents(indicators=len(project.project.outcome_indicators))
            why, others = addition(project) if side.come else (None, [])
            yield side.change(of_project, project.full_id, project.project.title, inside, why)
            yield from others
    for indicator in side.indicators:
        if indicator.plan.id not in plans and _holder(indicator).full_id not in holders:
            why, others = addition(indicator) if side.come else (None, [])
            name = indicator.indicator.name
            yield side.change(of_indicator, indicator.full_id, name, why=why)
            yield from others


def _moved(sides: Sides) -> Iterator[Change]:
    measures = {old.full_id: new.full_id for old, new in sides.measures.both}
    holders = measures | {old.full_id: new.full_id for old, new in sides.projects.both}
    for old, new in sides.measures.both:
        if old.goal.key != new.goal.key:
            yield Change(
                kind="moved_measure",
                id=new.full_id,
                name=new.measure.title,
                old=old.goal.key,
                new=new.goal.key,
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
