"""Plans, measures, projects and indicators that came or went, moved, or got another id."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sagaict.comparing.accounts import Accounts, Recorded
from sagaict.comparing.change import Change, ChangeKind, Contents
from sagaict.comparing.sides import Sides
from sagaict.computing.selection import PlacedGoal, PlacedMeasure
from sagaict.domain.light import dataclass
from sagaict.domain.plan import Plan
from sagaict.domain.portfolio import PlacedIndicator, PlacedProject, Portfolio

__all__ = ["goal_contents", "measure_contents", "structure_changes"]


@dataclass(frozen=True, slots=True)
class _Side:
    """What stands on one side only, and the kinds of change that means."""

    portfolio: Portfolio
    plans: Sequence[Plan]
    goals: Sequence[PlacedGoal]
    measures: Sequence[PlacedMeasure]
    projects: Sequence[PlacedProject]
    indicators: Sequence[PlacedIndicator]
    kinds: tuple[ChangeKind, ChangeKind, ChangeKind, ChangeKind, ChangeKind]
    come: bool

    def change(
        self,
        kind: ChangeKind,
        full_id: str,
        name: str,
        contents: Contents | None = None,
        field: str | None = None,
    ) -> Change:
        """A thing that came or went, with what came or went in it."""
        return Change(
            kind=kind,
            id=full_id,
            name=name,
            old=None if self.come else contents,
            new=contents if self.come else None,
            field=field,
        )


def structure_changes(sides: Sides, accounts: Accounts) -> Iterator[Change]:
    """What came, went, moved or got another id. What goes with its holder is only counted there."""
    gone = _Side(
        sides.old,
        sides.plans.gone,
        sides.goals.gone,
        sides.measures.gone,
        sides.projects.gone,
        sides.indicators.gone,
        ("dropped_plan", "dropped_goal", "dropped_measure", "dropped_project", "dropped_indicator"),
        come=False,
    )
    come = _Side(
        sides.new,
        sides.plans.new,
        sides.goals.new,
        sides.measures.new,
        sides.projects.new,
        sides.indicators.new,
        ("added_plan", "added_goal", "added_measure", "added_project", "added_indicator"),
        come=True,
    )
    yield from _on_one_side(gone, accounts)
    yield from _on_one_side(come, accounts)
    yield from _moved(sides, accounts)
    yield from _renamed(sides, accounts)


def _on_one_side(side: _Side, accounts: Accounts) -> Iterator[Change]:
    of_plan, of_goal, of_measure, of_project, of_indicator = side.kinds
    plans = {plan.id for plan in side.plans}
    holders = {each.full_id for each in side.measures} | {each.full_id for each in side.projects}
    holders |= {each.full_id for each in side.goals}
    for plan in side.plans:
        change = side.change(of_plan, plan.id, plan.title, _of_plan(plan, side.portfolio))
        yield accounts.owing(change, lambda _each: False)
    for goal in side.goals:
        if goal.plan.id not in plans:
            title = goal.goal.title
            change = side.change(of_goal, goal.plan.id, title, field=f"goal {goal.goal.key}")
            yield accounts.owing(change, _is_added, goal.full_id)
    for measure in side.measures:
        if measure.plan.id not in plans:
            title, inside = measure.measure.title, measure_contents(measure, side.portfolio)
            change = side.change(of_measure, measure.full_id, title, inside)
            yield accounts.owing(change, _is_added)
    for project in side.projects:
        if project.plan.id not in plans:
            inside = Contents(indicators=len(project.project.outcome_indicators))
            change = side.change(of_project, project.full_id, project.project.title, inside)
            yield accounts.owing(change, _is_added)
    for indicator in side.indicators:
        if indicator.plan.id not in plans and _holder_id(indicator) not in holders:
            change = side.change(of_indicator, indicator.full_id, indicator.indicator.name)
            yield accounts.owing(change, _is_added)


def _is_added(record: Recorded) -> bool:
    return record.what == "added"


def _moved(sides: Sides, accounts: Accounts) -> Iterator[Change]:
    goals = {(old.plan.id, old.goal.key): new.goal.key for old, new in sides.goals.both}
    measures = {old.full_id: new.full_id for old, new in sides.measures.both}
    holders = measures | {old.full_id: new.full_id for old, new in sides.projects.both}
    holders |= {old.id: new.id for old, new in sides.plans.both}
    holders |= {old.full_id: new.full_id for old, new in sides.goals.both}
    for old, new in sides.measures.both:
        if goals.get((old.plan.id, old.goal.key)) != new.goal.key:
            title = new.measure.title
            change = Change(
                kind="moved_measure", id=new.full_id, name=title, old=old.goal.key, new=new.goal.key
            )
            yield accounts.owing(change, _is_moved)
    for before, now in sides.projects.both:
        was, place = _measure_id(before), _measure_id(now)
        if measures.get(was) != place:
            change = Change(
                kind="moved_project", id=now.full_id, name=now.project.title, old=was, new=place
            )
            yield accounts.owing(change, _is_moved)
    for one, other in sides.indicators.both:
        was, place = _holder_id(one), _holder_id(other)
        if holders.get(was) != place:
            change = Change(
                kind="moved_indicator",
                id=other.full_id,
                name=other.indicator.name,
                old_id=one.full_id,
                old=was,
                new=place,
            )
            yield accounts.owing(change, _is_moved)


def _is_moved(record: Recorded) -> bool:
    return record.what == "moved"


def _renamed(sides: Sides, accounts: Accounts) -> Iterator[Change]:
    """Other ids. An id never changes once approved: no record makes that right."""
    ids: list[tuple[ChangeKind, str, str, str]] = [
        ("renamed_plan", old.id, new.id, new.title)
        for old, new in sides.plans.both
        if old.id != new.id
    ]
    ids += [
        ("renamed_measure", old.full_id, new.full_id, new.measure.title)
        for old, new in sides.measures.both
        if old.measure.id != new.measure.id
    ]
    ids += [
        ("renamed_project", old.full_id, new.full_id, new.project.title)
        for old, new in sides.projects.both
        if old.project.id != new.project.id
    ]
    ids += [
        ("renamed_indicator", old.full_id, new.full_id, new.indicator.name)
        for old, new in sides.indicators.both
        if old.indicator.id != new.indicator.id
    ]
    for kind, before, now, name in ids:
        change = Change(kind=kind, id=now, name=name, old_id=before)
        yield accounts.owing(change, lambda _each: False)


def _holder_id(indicator: PlacedIndicator) -> str:
    """The full id of what it belongs to: a project, a measure, a goal, or the plan itself."""
    return indicator.full_id.rpartition("/")[0]


def _measure_id(project: PlacedProject) -> str:
    return f"{project.plan.id}/{project.measure.id}"


def _of_plan(plan: Plan, portfolio: Portfolio) -> Contents:
    return Contents(
        len(plan.measures()),
        len(portfolio.projects[plan.id]),
        sum(1 for _each in portfolio.indicators(plan.id)),
    )


def goal_contents(goal: PlacedGoal, portfolio: Portfolio) -> Contents:
    """How much belongs to a goal."""
    return Contents(
        len(goal.goal.measures),
        sum(each.goal is goal.goal for each in portfolio.projects[goal.plan.id]),
        sum(each.goal is goal.goal for each in portfolio.indicators(goal.plan.id)),
    )


def measure_contents(measure: PlacedMeasure, portfolio: Portfolio) -> Contents:
    """How much belongs to a measure, the indicators of its projects apart."""
    own = [*measure.measure.goal_indicators, *measure.measure.outcome_indicators]
    projects = [
        each
        for each in portfolio.projects[measure.plan.id]
        if each.measure.id == measure.measure.id
    ]
    return Contents(0, len(projects), len(own))
