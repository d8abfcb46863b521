"""Titles, periods, and other attributes of what is still there."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from sagaict.comparing.change import Change
from sagaict.comparing.sides import Sides
from sagaict.computing.selection import PlacedMeasure
from sagaict.domain.plan import Category, Plan, PlanRevision
from sagaict.domain.portfolio import PlacedIndicator, PlacedProject
from sagaict.domain.project import Project

__all__ = ["attribute_changes"]

_OF_PLAN = ("stage", "owner", "council", "predecessors", "successors")
_OF_MEASURE = ("no", "priority")
_OF_PROJECT = ("category", "priority", "owner", "outcome_undecided")
_OF_INDICATOR = ("owner",)


def attribute_changes(sides: Sides) -> Iterator[Change]:
    """What the things of the plan are called, who answers for them, how long they run."""
    for old, new in sides.plans.both:
        yield from _plan(old, new)
    for before, now in sides.measures.both:
        yield from _measure(before, now)
    for was, project in sides.projects.both:
        yield from _project(was, project)
    for one, other in sides.indicators.both:
        yield from _indicator(one, other)


def _plan(old: Plan, new: Plan) -> Iterator[Change]:
    added = [each for each in new.revisions if not _recorded(each, old)]
    if old.period != new.period:
        why = next((each for each in reversed(added) if each.what == "period"), None)
        added = [each for each in added if each.what != "period"]
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
        why = next((each for each in reversed(added) if each.what == "title"), None)
        added = [each for each in added if each.what != "title"]
        reason, approval = (why.reason, why.approved_by) if why else (None, None)
        yield Change(
            kind="changed_title",
            id=new.id,
            name=new.title,
            old=old.title,
            new=new.title,
            reason=reason,
            approved_by=approval,
        )
    for each in added:
        yield Change(kind="recorded_revision", id=new.id, name=new.title, new=each)
    for each in old.revisions:
        if not _recorded(each, new):
            yield Change(kind="rewritten_revision", id=new.id, name=new.title, old=each)
    titles = {goal.no: goal.title for goal in old.goals}
    for goal in new.goals:
        before = titles.get(goal.no, goal.title)
        if before != goal.title:
            yield Change(
                kind="changed_title",
                id=new.id,
                name=new.title,
                field=f"goal {goal.no}",
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


def _recorded(revision: PlanRevision, plan: Plan) -> bool:
    """Whether the plan has the same revision, wherever it cites it from."""
    content = revision.model_copy(update={"source": None})
    return any(each.model_copy(update={"source": None}) == content for each in plan.revisions)


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
        yield _title(new.full_id, before.title, now.title)
    yield from _fields(before, now, _OF_MEASURE, new.full_id, now.title)


def _project(old: PlacedProject, new: PlacedProject) -> Iterator[Change]:
    before, now = old.project, new.project
    if before.title != now.title:
        yield _title(new.full_id, before.title, now.title)
    yield from _fields(before, now, _OF_PROJECT, new.full_id, now.title)


def _indicator(old: PlacedIndicator, new: PlacedIndicator) -> Iterator[Change]:
    before, now = old.indicator, new.indicator
    if before.name != now.name:
        yield _title(new.full_id, before.name, now.name)
    yield from _fields(before, now, _OF_INDICATOR, new.full_id, now.name)


def _title(full_id: str, before: str, now: str) -> Change:
    return Change(kind="changed_title", id=full_id, name=now, old=before, new=now)


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
