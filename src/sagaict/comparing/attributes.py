"""Titles, periods and stages of plans, titles in them, other attributes of what is still there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from sagaict.comparing.accounts import Accounts
from sagaict.comparing.amendments import title_change
from sagaict.comparing.change import Change
from sagaict.comparing.sides import Sides
from sagaict.computing.selection import PlacedGoal, PlacedMeasure
from sagaict.domain.meeting import Meeting
from sagaict.domain.number import group
from sagaict.domain.owner import Owner
from sagaict.domain.plan import Category, Plan
from sagaict.domain.project import Project
from sagaict.domain.record import Record, default_of
from sagaict.domain.results import Comparison
from sagaict.domain.structure import fields_of

__all__ = ["attribute_changes"]

_OF_PLAN = (
    "transcribed",
    "owner",
    "support",
    "council",
    "terms",
    "rate",
    "predecessors",
    "successors",
)
_OF_GOAL = ("owner",)
_OF_MEASURE = ("no", "priority", "owner")
_OF_PROJECT = ("owner", "support")
_LAID_DOWN = ("category", "priority", "outcome_undecided")
"""By these a project is reviewed once or twice a year, and needs an outcome or not: the plan says
so, and a change of it is owed a reason and an approval like any other of the plan."""
_OF_PART = ("owner", "share", "hold", "latest", "rate", "published_rates", "comparison")
_OF_INDICATOR = ("also_under", *_OF_PART)


def attribute_changes(sides: Sides, accounts: Accounts) -> Iterator[Change]:
    """How long plans run, what they and their parts are called, who answers for what."""
    for old, new in sides.plans.both:
        yield from _plan(old, new, accounts)
    for goal, renamed in sides.goals.both:
        yield from _goal(goal, renamed, accounts)
    for before, now in sides.measures.both:
        yield from _measure(before, now, accounts)
    for was, project in sides.projects.both:
        title = project.project.title
        yield from _fields(was.project, project.project, _OF_PROJECT, project.full_id, title)
        for change in _fields(was.project, project.project, _LAID_DOWN, project.full_id, title):
            yield accounts.owing(change, lambda each: each.what == "redefined")
    for one, other in sides.indicators.both:
        name = other.indicator.name
        yield from _fields(one.indicator, other.indicator, _OF_INDICATOR, other.full_id, name)
    for before_part, part in sides.parts.both:
        name = part.indicator.name
        yield from _fields(before_part.part, part.part, _OF_PART, part.full_id, name)


def _plan(old: Plan, new: Plan, accounts: Accounts) -> Iterator[Change]:
    if old.period != new.period:
        change = Change(
            kind="changed_period",
            id=new.id,
            name=new.title,
            old=old.period.label,
            new=new.period.label,
        )
        yield accounts.owing(change, lambda each: each.what == "period")
    if old.title != new.title:
        change = Change(
            kind="changed_title", id=new.id, name=new.title, old=old.title, new=new.title
        )
        yield accounts.owing(change, lambda each: each.what == "title")
    if (old.stage, new.stage) == ("approved", "draft"):
        # Of all changes this one needs a word: for what a draft changes next, none is owed.
        change = Change(
            kind="reopened_plan", id=new.id, name=new.title, old=old.stage, new=new.stage
        )
        yield accounts.owing(change, lambda _each: False)
    elif old.stage != new.stage:
        yield from _fields(old, new, ("stage",), new.id, new.title)
    yield from _fields(old, new, _OF_PLAN, new.id, new.title)
    for name in ("approvals", "meetings"):
        yield from _meetings(old, new, name)
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


def _meetings(old: Plan, new: Plan, name: str) -> Iterator[Change]:
    """Each meeting that came or went; one that is told otherwise went and came."""
    gone, come = (Counter[Meeting](getattr(plan, name)) for plan in (old, new))
    for was in (gone - come).elements():
        yield Change(kind="changed_attribute", id=new.id, name=new.title, field=name, old=was)
    for now in (come - gone).elements():
        yield Change(kind="changed_attribute", id=new.id, name=new.title, field=name, new=now)


def _goal(old: PlacedGoal, new: PlacedGoal, accounts: Accounts) -> Iterator[Change]:
    before, now = old.goal.title, new.goal.title
    if before != now:
        change = Change(
            kind="changed_title",
            id=new.plan.id,
            name=new.plan.title,
            field=f"goal {new.goal.key}",
            old=before,
            new=now,
        )
        yield accounts.owing(
            change, lambda each: each.what == "renamed" and each.new == now, new.full_id
        )
    yield from _fields(old.goal, new.goal, _OF_GOAL, new.plan.id, now)


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


def _measure(old: PlacedMeasure, new: PlacedMeasure, accounts: Accounts) -> Iterator[Change]:
    before, now = old.measure, new.measure
    yield from title_change(new.full_id, before.title, now.title, accounts)
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
        undecided = thing.outcome_undecided
        decided = f" ({undecided.decided})" if undecided and undecided.decided else ""
        return undecided.printed + decided if undecided else None
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Comparison):
        figures = (f"{year.label} {group(each)}" for year, each in sorted(value.figures.items()))
        return ", ".join([value.name, *figures])
    if isinstance(value, tuple):
        return ", ".join(map(_written, value)) or None
    if isinstance(value, Record):
        return _written(value) or None
    return str(value) if isinstance(value, str | int | Decimal) else None


_CITED = ("note", "source")


def _written(value: object) -> str:
    """What a record says in one line, as the file writes it; its notes and sources apart."""
    if isinstance(value, Owner):
        return value.name
    if isinstance(value, Record):
        said = ((name, getattr(value, name)) for name in fields_of(type(value)))
        return " ".join(
            f"{name}: {_written(each)}"
            for name, each in said
            if name not in _CITED and each != default_of(type(value), name)
        )
    if isinstance(value, tuple):
        return f"[{', '.join(map(_written, value))}]"
    return group(value) if isinstance(value, Decimal) else str(value)
