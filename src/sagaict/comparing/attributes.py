"""Titles and periods of plans, titles of measures, and other attributes of what is still there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from sagaict.comparing.change import Change
from sagaict.comparing.revisions import compare_plan_revisions, plan_revision_changes
from sagaict.comparing.sides import Sides
from sagaict.computing.selection import PlacedMeasure
from sagaict.domain.plan import Category, Plan, PlanRevision
from sagaict.domain.project import Project

__all__ = ["attribute_changes"]

_OF_PLAN = ("stage", "owner", "council", "predecessors", "successors")
_OF_MEASURE = ("no", "priority")
_OF_PROJECT = ("category", "priority", "owner", "outcome_undecided")
_OF_INDICATOR = ("owner",)


def attribute_changes(sides: Sides) -> Iterator[Change]:
    """How long plans run, what they and their measures are called, who answers for what."""
    for old, new in sides.plans.both:
        yield from _plan(old, new)
    for before, now in sides.measures.both:
        yield from _measure(before, now)
    for was, project in sides.projects.both:
        title = project.project.title
        yield from _fields(was.project, project.project, _OF_PROJECT, project.full_id, title)
    for one, other in sides.indicators.both:
        name = other.indicator.name
        yield from _fields(one.indicator, other.indicator, _OF_INDICATOR, other.full_id, name)


def _plan(old: Plan, new: Plan) -> Iterator[Change]:
    history = compare_plan_revisions(old, new)
    if old.period != new.period:
        why = _latest(history.explaining(lambda each: each.what == "period"))
        yield Change(
            kind="changed_period",
            id=new.id,
            name=new.title,
            old=old.period.label,
            new=new.period.label,
            reason=why.reason if why else None,
            approved_by=why.approved_by if why else None,
            revision=old.stage == "approved",
        )
    if old.title != new.title:
        why = _latest(history.explaining(lambda each: each.what == "title"))
        yield Change(
            kind="changed_title",
            id=new.id,
            name=new.title,
            old=old.title,
            new=new.title,
            reason=why.reason if why else None,
            approved_by=why.approved_by if why else None,
        )
    yield from plan_revision_changes(history, new)
    titles = {goal.key: goal.title for goal in old.goals}
    for goal in new.goals:
        before = titles.get(goal.key, goal.title)
        if before != goal.title:
            yield Change(
                kind="changed_title",
                id=new.id,
                name=new.title,
                field=f"goal {goal.key}",
                old=before,
                new=goal.title,
            )
    yield from _fields(old, new, _OF_PLAN, new.id, new.title)
    for name in dict.fromkeys([*old.categories, *new.categories]):
        was, now = _category(old.categories.get(name)), _category(new.categories.get(name))
        if was != now:
            yield Change(
                kind="changed_attribute",
                id=new.id,
                name=new.title,
                field=f"category {name}",
                old=was,
                new=now,
            )


def _latest(revisions: Sequence[PlanRevision]) -> PlanRevision | None:
    """The last one in the file: some have no date."""
    return revisions[-1] if revisions else None


def _category(category: Category | None) -> str | None:
    """The rules of a category in one line; its wording apart."""
    if category is None:
        return None
    rules = [
        "priority" if category.priority else "",
        category.review or "",
        "outcome_required" if category.outcome_required else "",
    ]
    return ", ".join(rule for rule in rules if rule)


def _measure(old: PlacedMeasure, new: PlacedMeasure) -> Iterator[Change]:
    before, now = old.measure, new.measure
    if before.title != now.title:
        yield Change(
            kind="changed_title", id=new.full_id, name=now.title, old=before.title, new=now.title
        )
    yield from _fields(before, now, _OF_MEASURE, new.full_id, now.title)


def _fields(
    old: object, new: object, names: tuple[str, ...], full_id: str, title: str
) -> Iterator[Change]:
    for name in names:
        before, now = _shown(old, name), _shown(new, name)
        if before != now:
            yield Change(
                kind="changed_attribute", id=full_id, name=title, field=name, old=before, new=now
            )


def _shown(thing: object, name: str) -> str | None:
    value: object = getattr(thing, name)
    if isinstance(thing, Project) and name == "outcome_undecided":
        return thing.outcome_undecided.printed if thing.outcome_undecided else None
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple):
        return ", ".join(value) or None
    return str(value) if isinstance(value, str | Decimal) else None
