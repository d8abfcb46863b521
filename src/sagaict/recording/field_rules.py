"""Which fields of an approved plan have a history, and the command that keeps it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Literal, get_args, get_origin

from sagaict.domain.amendment import Amendment
from sagaict.domain.correction import Correction
from sagaict.domain.plan import PlanRevision
from sagaict.domain.results import EarlierActual
from sagaict.domain.structure import annotations_of, unwrap
from sagaict.domain.target import TargetRevision
from sagaict.recording.field_paths import Edge, Field
from sagaict.recording.refusal import Refused

__all__ = [
    "AS_A_WHOLE",
    "COMMANDS",
    "DECIDED",
    "FIXED",
    "HISTORY",
    "Owed",
    "owed",
    "require_changeable",
    "require_settable",
]

Owed = Literal["nothing", "reason", "grounds"]
"""What a change needs: nothing, a reason, or a reason and an approval like any of the plan."""

FIXED = frozenset(
    {
        *("Plan.id", "Goal.id", "Measure.id", "Indicator.id", "Part.id", "Policy.id"),
        *("Project.id", "Project.plan"),
    }
)
"""What nothing ever changes."""
HISTORY = (Amendment, Correction, EarlierActual, PlanRevision, TargetRevision)
"""What the commands write that change a plan."""

COMMANDS: Mapping[str, str] = MappingProxyType(
    {
        "Plan.title": "rename",
        "Plan.period": "extend",
        "Plan.stage": "approve",
        "Plan.approvals": "approve",
        "Plan.evaluations": "evaluate",
        "Goal.title": "rename",
        "Goal.evaluations": "evaluate",
        "Measure.title": "rename",
        "Measure.evaluations": "evaluate",
        "Project.title": "rename",
        "Project.evaluations": "evaluate",
        "ActionTarget.text": "revise",
        "ActionTarget.state": "act",
        "Indicator.name": "rename",
        **{
            f"Target.{name}": "revise"
            for name in ("value", "relative", "undecided", "none", "words", "range", "strict")
        },
        **{
            f"Actual.{name}": "record --correct"
            for name in ("value", "state", "as_of", "span", "published")
        },
        "Comparison.figures": "record --compared",
    }
)
"""Fields by the command that changes them, whatever below them is named."""
AS_A_WHOLE: Mapping[str, str] = MappingProxyType(
    {
        "Plan.goals": "add goal",
        "Goal.measures": "add measure",
        **{
            f"{kind}.{name}": "add indicator"
            for kind in ("Plan", "Goal", "Measure")
            for name in ("goal_indicators", "outcome_indicators")
        },
        "Project.outcome_indicators": "add indicator",
        "Project.actions": "add action",
        "Indicator.parts": "add indicator",
        **{f"{kind}.targets": "revise" for kind in ("Indicator", "Part")},
        **{f"{kind}.actuals": "record" for kind in ("Indicator", "Part")},
    }
)
"""Likewise lists and mappings, as long as nothing within their entries is named."""
DECIDED = frozenset(
    {
        *("Project.category", "Project.priority", "Project.outcome_undecided", "Project.measure"),
        *(
            f"{kind}.{name}"
            for kind in ("Indicator", "Part")
            for name in ("unit", "direction", "aggregation", "year_kind")
        ),
        *("Indicator.derived", "Part.reading"),
    }
)
"""What the council decides: a change of it is owed a reason and an approval."""


def require_settable(field: Field) -> None:
    """See that it is nothing that stays for ever, or that commands alone write.

    Raises:
        Refused: `never-changes`, `written-by-commands`.
    """
    names = _names(field)
    if names[-1] in FIXED:
        raise Refused("never-changes", field=field.path)
    if any(_items_of(edge) in HISTORY for edge in field.edges):
        raise Refused("written-by-commands", field=field.path)


def require_changeable(field: Field) -> None:
    """See that no other command keeps the history of the field of an approved plan.

    Raises:
        Refused: `has-command`.
    """
    names = _names(field)
    command = next((COMMANDS[name] for name in names if name in COMMANDS), None)
    command = command or AS_A_WHOLE.get(names[-1])
    if command is not None:
        raise Refused("has-command", field=field.path, command=command)


def owed(field: Field) -> Owed:
    """What a change of the field of an approved plan needs; what was missing is just added."""
    if DECIDED & {*_names(field)}:
        return "grounds"
    return "reason" if field.is_said else "nothing"


def _names(field: Field) -> list[str]:
    return [f"{kind.__name__}.{name}" for kind, name in field.edges]


def _items_of(edge: Edge) -> Any:
    """What the list in a field is of; `None` for anything else."""
    kind, name = edge
    annotation = unwrap(annotations_of(kind)[name])
    return unwrap(get_args(annotation)[0]) if get_origin(annotation) is tuple else None
