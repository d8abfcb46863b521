"""What was planned, done and said about it: actions of projects, evaluations at every level."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sagaict.comparing.accounts import Accounts
from sagaict.comparing.action_targets import action_changes
from sagaict.comparing.change import Change
from sagaict.computing.selection import PlacedMeasure
from sagaict.domain.evaluation import Evaluation, Review
from sagaict.domain.fiscal import FiscalYear
from sagaict.domain.plan import Plan, numbered
from sagaict.domain.portfolio import PlacedProject
from sagaict.domain.project import ActionState, ActionTarget

__all__ = ["EVALUATION_FIELDS", "measure_activity", "plan_activity", "project_activity"]

EVALUATION_FIELDS = (
    "progress",
    "judgement",
    "forecast",
    "achievements",
    "issues",
    "causes",
    "outlook",
    "self_rating",
    "council_rating",
    "instructions",
    "follow_ups",
    "remark",
)
"""The parts of a review that say something; the others are how it is printed, and where."""


def project_activity(
    old: PlacedProject, new: PlacedProject, accounts: Accounts
) -> Iterator[Change]:
    """Changes of a project's actions and evaluations."""
    yield from _actions(old, new, accounts)
    yield from _evaluations(
        new.full_id, new.project.title, old.project.evaluations, new.project.evaluations
    )


def plan_activity(old: Plan, new: Plan) -> Iterator[Change]:
    """Changes of the evaluations of a plan and of its goals."""
    yield from _evaluations(new.id, new.title, old.evaluations, new.evaluations)
    goals = {goal.key: goal for goal in old.goals}
    for goal in new.goals:
        if goal.key in goals:
            before = goals[goal.key].evaluations
            yield from _evaluations(
                f"{new.id}/{goal.key}", numbered(goal), before, goal.evaluations
            )


def measure_activity(old: PlacedMeasure, new: PlacedMeasure) -> Iterator[Change]:
    """Changes of a measure's evaluations."""
    yield from _evaluations(
        new.full_id, new.measure.title, old.measure.evaluations, new.measure.evaluations
    )


def _actions(old: PlacedProject, new: PlacedProject, accounts: Accounts) -> Iterator[Change]:
    before, now = old.project.actions, new.project.actions
    yield from action_changes(new, before, now, accounts)
    for year in sorted({*before, *now}):
        was, stands = before.get(year, ()), now.get(year, ())
        if _states(was, stands) != _states(stands, was):
            yield Change(
                kind="changed_actions",
                id=new.full_id,
                name=new.project.title,
                year=year.label,
                old=was,
                new=stands,
            )


def _states(
    actions: Sequence[ActionTarget], others: Sequence[ActionTarget]
) -> list[tuple[str, ActionState]]:
    """What became of the actions that are there on the other side too, in their order."""
    known = {each.text for each in others}
    return [(each.text, each.state) for each in actions if each.text in known]


def _evaluations(
    full_id: str,
    title: str,
    old: Mapping[FiscalYear, Evaluation],
    new: Mapping[FiscalYear, Evaluation],
) -> Iterator[Change]:
    for year in sorted({*old, *new}):
        before, now = old.get(year), new.get(year)
        halves = tuple(each.half_year if each else None for each in (before, now))
        wholes = tuple(each.of_year if each else None for each in (before, now))
        for name, (was, stands) in (("half_year", halves), (None, wholes)):
            if _said(was) != _said(stands):
                yield Change(
                    kind="changed_evaluation",
                    id=full_id,
                    name=title,
                    year=year.label,
                    field=name,
                    old=was,
                    new=stands,
                )


def _said(review: Review | None) -> list[object]:
    return [getattr(review or Review(), field) for field in EVALUATION_FIELDS]
