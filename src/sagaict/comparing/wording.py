"""Edits that change no figure and no judgement: counted by field, never listed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from sagaict.comparing.activity import EVALUATION_FIELDS
from sagaict.comparing.change import Change
from sagaict.comparing.sides import Sides
from sagaict.domain.evaluation import Evaluation
from sagaict.domain.fiscal import FiscalYear
from sagaict.domain.indicator import Indicator, Part
from sagaict.domain.plan import Plan
from sagaict.domain.project import ActionTarget, Project
from sagaict.domain.record import Record
from sagaict.domain.results import Baseline
from sagaict.domain.structure import fields_of

__all__ = ["wording_edits"]

# The fields other modules tell of, or that are looked into below; all others are wording.
_PLAN = (
    *("id", "title", "period", "stage", "owner", "support", "council", "terms", "rate"),
    *("goal_indicators", "outcome_indicators"),
    *("predecessors", "successors", "goals", "categories", "published", "revisions", "evaluations"),
    *("approvals", "meetings"),
)
_GOAL = (
    "title",
    "owner",
    "measures",
    "goal_indicators",
    "outcome_indicators",
    "evaluations",
    "amendments",
)
_MEASURE = (
    *("id", "no", "title", "priority", "owner"),
    *("goal_indicators", "outcome_indicators", "evaluations", "amendments"),
)
_PROJECT = (
    *("id", "plan", "measure", "title", "category", "priority", "owner", "support"),
    *("actions", "outcome_indicators", "outcome_undecided", "evaluations", "amendments"),
)
_INDICATOR = (
    *("id", "name", "unit", "direction", "aggregation", "year_kind", "derived"),
    *("owner", "also_under", "share", "hold", "latest", "rate", "published_rates"),
    *("baseline", "targets", "actuals", "comparison", "revisions", "amendments"),
    *("parts", "reading"),
)
_TARGET = ("value", "range", "relative", "words", "undecided", "none", "strict")
_REVISION = ("year", "proposed", "date", "reason", "approved_by", "approvals")
_COUNTS = ("numerator", "denominator", "respondents")
_ACTUAL = ("value", *_COUNTS, "state", "as_of", "span", "published", "remark", "earlier")
_BASELINE = ("value", "year", "period", "as_of")
_UNDECIDED = ("printed", "decided")
_CATEGORY = ("priority", "review", "outcome_required")


def wording_edits(sides: Sides, told: Iterable[Change]) -> Counter[str]:
    """How many edits of each field there are that no change tells of."""
    counts: Counter[str] = Counter()
    published = {(each.id, each.field) for each in told if each.kind == "changed_published"}
    for old, new in sides.plans.both:
        _plan(counts, old, new, {name for plan, name in published if plan == new.id})
    counts["goals"] += sum(goal.goal.key != later.goal.key for goal, later in sides.goals.both)
    for before, now in sides.measures.both:
        _compare(counts, before.measure, now.measure, _MEASURE)
        counts["revisions"] += _cited_anew(before.measure.amendments, now.measure.amendments)
        _evaluations(counts, before.measure.evaluations, now.measure.evaluations)
    for was, project in sides.projects.both:
        _project(counts, was.project, project.project)
    for one, other in sides.indicators.both:
        _indicator(counts, one.indicator, other.indicator)
        counts["revisions"] += _cited_anew(one.indicator.amendments, other.indicator.amendments)
    for part, later in sides.parts.both:
        if part.part is not None and later.part is not None:
            _indicator(counts, part.part, later.part)
    return counts


def _plan(counts: Counter[str], old: Plan, new: Plan, published: Collection[str | None]) -> None:
    _compare(counts, old, new, _PLAN)
    _evaluations(counts, old.evaluations, new.evaluations)
    goals = {goal.key: goal for goal in new.goals}
    for goal in old.goals:
        if goal.key in goals:
            _compare(counts, goal, goals[goal.key], _GOAL)
            counts["revisions"] += _cited_anew(goal.amendments, goals[goal.key].amendments)
            _evaluations(counts, goal.evaluations, goals[goal.key].evaluations)
    for name, category in old.categories.items():
        if name in new.categories:
            _compare(counts, category, new.categories[name], _CATEGORY)
    printed = {each.id: each for each in new.published}
    counts["published"] += sum(
        each.id not in published and printed.get(each.id) != each for each in old.published
    )
    before = {each.id for each in old.published}
    counts["published"] += sum(name not in published and name not in before for name in printed)
    counts["revisions"] += _cited_anew(old.revisions, new.revisions)


def _project(counts: Counter[str], old: Project, new: Project) -> None:
    _compare(counts, old, new, _PROJECT)
    _compare(counts, old.outcome_undecided, new.outcome_undecided, _UNDECIDED)
    _evaluations(counts, old.evaluations, new.evaluations)
    counts["revisions"] += _cited_anew(old.amendments, new.amendments)
    for year, actions in old.actions.items():
        _actions(counts, actions, new.actions.get(year, ()))


def _actions(
    counts: Counter[str], old: Iterable[ActionTarget], new: Iterable[ActionTarget]
) -> None:
    now = {action.text: action for action in new}
    for action in old:
        _compare(counts, action, now.get(action.text), ("text", "state"))


def _evaluations(
    counts: Counter[str], old: Mapping[FiscalYear, Evaluation], new: Mapping[FiscalYear, Evaluation]
) -> None:
    told = (*EVALUATION_FIELDS, "half_year")
    for year, evaluation in old.items():
        now = new.get(year)
        _compare(counts, evaluation, now, told)
        _compare(counts, evaluation.half_year, now.half_year if now else None, told)


def _indicator(counts: Counter[str], old: Indicator | Part, new: Indicator | Part) -> None:
    _compare(counts, old, new, _INDICATOR)
    _compare(counts, old.baseline or Baseline(), new.baseline or Baseline(), _BASELINE)
    for key, target in old.targets.items():
        _compare(counts, target, new.targets.get(key), _TARGET)
    for year, actual in old.actuals.items():
        now = new.actuals.get(year)
        _compare(counts, actual, now, _ACTUAL)
        for before, after in zip(actual.earlier, now.earlier if now else (), strict=False):
            _compare(counts, before, after, _ACTUAL)
    for before_revision in old.revisions:
        twins = [
            each
            for each in new.revisions
            if (each.year, each.date) == (before_revision.year, before_revision.date)
            and each.new.meaning == before_revision.new.meaning
        ]
        if twins and before_revision not in new.revisions:
            _compare(counts, before_revision, twins[0], _REVISION)


def _cited_anew(old: Sequence[Record], new: Sequence[Record]) -> int:
    """How many records differ by their source alone."""
    bare = [replace(each, source=None) for each in new]
    return sum(each not in new and replace(each, source=None) in bare for each in old)


def _compare(
    counts: Counter[str], old: Record | None, new: Record | None, told: Collection[str]
) -> None:
    """Count the differing fields of a record that is there on both sides."""
    if old is None or new is None or old == new:
        return
    for name in fields_of(type(old)):
        if name not in told:
            difference = _difference(getattr(old, name), getattr(new, name))
            if difference:
                counts[name] += difference


def _difference(old: object, new: object) -> int:
    """How many pieces of a value differ: entries of a mapping or list, else the whole."""
    if old == new:
        return 0
    if isinstance(old, dict) and isinstance(new, dict):
        return sum(old.get(key) != new.get(key) for key in {*old, *new})
    if isinstance(old, tuple) and isinstance(new, tuple):
        gone = sum(each not in new for each in old)
        come = sum(each not in old for each in new)
        return max(gone, come, 1)
    return 1
