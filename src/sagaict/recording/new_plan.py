"""A new plan: its file with documents, goals and measures, ready for projects and indicators."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field

from sagaict.domain.fiscal import Period
from sagaict.domain.light import dataclass
from sagaict.domain.plan import Plan
from sagaict.domain.words import PlanStage, RateFormula
from sagaict.reading.workspace import Workspace
from sagaict.recording.additions import (
    Addition,
    Named,
    create_file,
    id_of,
    said,
    without_repetition,
)
from sagaict.recording.owners import owned
from sagaict.recording.refusal import Refused
from sagaict.writing.change import Content
from sagaict.writing.change_set import ChangeSet

__all__ = ["PlanSpec", "create_plan", "free_plan_id", "goal_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanSpec:
    """What is said of a plan. Documents have ids; goals and measures the numbers printed.

    `laid_out` are whole goals as they are written, in place of goals and measures by their titles.
    """

    id: str
    title: str
    period: Period
    stage: PlanStage = "draft"
    transcribed: bool = False
    owner: str | None = None
    council: str | None = None
    rate: RateFormula | None = None
    documents: tuple[Named, ...] = ()
    goals: tuple[Named, ...] = ()
    measures: tuple[Named, ...] = ()
    terms: Mapping[str, str] = field(default_factory=dict)
    laid_out: Sequence[Content] = ()


def create_plan(change_set: ChangeSet, workspace: Workspace, new: PlanSpec) -> Addition:
    """Put the file of a new plan into the change set.

    Raises:
        Refused: `bad-id`, `bad-id-near`, `id-taken`, `empty-text`, `several-lines`, `unwritable`,
            `no-document`, `given-twice`, `measure-without-goal`. Nothing was changed.
        SpliceFailed: the file would not be read back as it is.
    """
    plan_id = free_plan_id(new.id, workspace)
    if not new.documents:
        raise Refused("no-document")
    without_repetition(each.key for each in new.documents)
    content: dict[str, object] = {
        "id": plan_id,
        **said({"title": new.title}),
        "period": new.period.label,
        "stage": new.stage,
        **({"transcribed": "true"} if new.transcribed else {}),
        **owned(new.owner),
        **said({"council": new.council}),
        **({"terms": said(new.terms)} if new.terms else {}),
        **({} if new.rate is None else {"rate": {"formula": new.rate}}),
        "documents": {id_of(each.key): {"title": each.title} for each in new.documents},
    }
    goals = list(new.laid_out) or _goals(new)
    if goals:
        content["goals"] = goals
    file, lines = create_file(change_set, f"plans/{plan_id}.yaml", Plan, content)
    return Addition(plan_id, file, lines)


def free_plan_id(text: str, workspace: Workspace) -> str:
    """The id, if no plan bears it.

    Raises:
        Refused: `bad-id`, `bad-id-near`, `id-taken`.
    """
    plan_id = id_of(text)
    plans = workspace.root / "plans"
    files = {file.stem for file in workspace.files if file.path.parent == plans}
    if plan_id in files | {plan.id for _, plan in workspace.plans}:
        raise Refused("id-taken", id=plan_id)
    return plan_id


def goal_of(measure: Named, goals: tuple[Named, ...]) -> Named:
    """The goal a measure belongs to: the one whose number its own begins with (1 of 1-1).

    Raises:
        Refused: `measure-without-goal`, `no-goal`.
    """
    if not goals:
        raise Refused("no-goal", id=measure.key)
    found = [goal for goal in goals if measure.key.startswith(f"{goal.key}-")]
    if not found:
        numbers = ", ".join(goal.key for goal in goals)
        raise Refused("measure-without-goal", id=measure.key, goals=numbers)
    return max(found, key=lambda goal: len(goal.key))


def _goals(new: PlanSpec) -> list[object]:
    """The goals as they are written, each with its measures in the order given."""
    without_repetition(goal.key for goal in new.goals)
    without_repetition(measure.key for measure in new.measures)
    below: dict[str, list[object]] = {goal.key: [] for goal in new.goals}
    for measure in new.measures:
        no = measure.key
        entry = {"id": id_of(no), "no": no, "title": measure.title}
        below[goal_of(measure, new.goals).key].append(entry)
    return [
        {"no": goal.key, "title": goal.title}
        | ({"measures": below[goal.key]} if below[goal.key] else {})
        for goal in new.goals
    ]
