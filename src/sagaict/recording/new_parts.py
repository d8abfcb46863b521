"""New goals of a plan and new measures of a goal, at the end of those there are."""

from __future__ import annotations

from datetime import date

from sagaict.domain.ids import is_id
from sagaict.domain.light import dataclass
from sagaict.domain.plan import Goal, Plan
from sagaict.domain.typed import half_width
from sagaict.reading.files import FileOf
from sagaict.reading.workspace import Workspace
from sagaict.recording.additions import (
    Addition,
    id_of,
    joining_amendments,
    require_document,
    said,
)
from sagaict.recording.approval import Approval
from sagaict.recording.places import current, find_plan
from sagaict.recording.refusal import Refused, require_alive
from sagaict.writing.change_set import ChangeSet
from sagaict.writing.rendering import render
from sagaict.writing.splice import Append, Content

__all__ = ["PartSpec", "add_goal", "add_measure"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PartSpec:
    """What is said of a goal or measure. Its printed number is its id, unless it has another."""

    title: str
    no: str | None = None
    id: str | None = None
    source: str | None = None


def add_goal(
    change_set: ChangeSet,
    workspace: Workspace,
    plan_id: str,
    new: PartSpec,
    approval: Approval | None = None,
    *,
    today: date,
) -> Addition:
    """Put a new goal behind those of a plan; with its grounds if the plan was approved before.

    Raises:
        Refused: `unknown-plan`, `add-to-draft`, `part-without-id`, `bad-id`, `bad-id-near`,
            `id-taken`, `unknown-document`, or what is wrong with a text or the approval. Nothing
            was changed.
        SpliceFailed, OSError: the file cannot be changed.
    """
    file, plan = find_plan(change_set, workspace, plan_id)
    amendments = joining_amendments(plan, approval, command="new goal", today=today)
    number = _number(new)
    key = number if new.id is None and number is not None else _id(new, number)
    _require_free(plan, workspace, key)
    content = {
        **({} if number is None else {"no": number}),
        **({} if key == number else {"id": key}),
        **_rest(plan, workspace, new, amendments),
    }
    change_set.change(file, Append(("goals",), content))
    return Addition(f"{plan.id}/{key}", file, tuple(render(content, 0)))


def add_measure(
    change_set: ChangeSet,
    workspace: Workspace,
    goal_id: str,
    new: PartSpec,
    approval: Approval | None = None,
    *,
    today: date,
) -> Addition:
    """Put a new measure behind those of the goal of that full id; with its grounds likewise.

    Raises:
        Refused: `unknown-goal`, `dropped-already`, or as `add_goal`. Nothing was changed.
        SpliceFailed, OSError: the file cannot be changed.
    """
    file, plan, position, goal = _find_goal(change_set, workspace, goal_id)
    amendments = joining_amendments(plan, approval, command="new measure", today=today)
    if approval is not None:
        require_alive(goal.amendments, goal_id)
    number = _number(new)
    key = _id(new, number)
    _require_free(plan, workspace, key)
    content = {
        "id": key,
        **({} if number is None else {"no": number}),
        **_rest(plan, workspace, new, amendments),
    }
    change_set.change(file, Append(("goals", position, "measures"), content))
    return Addition(f"{plan.id}/{key}", file, tuple(render(content, 0)))


def _find_goal(
    change_set: ChangeSet, workspace: Workspace, full_id: str
) -> tuple[FileOf, Plan, int, Goal]:
    for file, read in workspace.plans:
        plan = current(change_set, file, read)
        for position, goal in enumerate(plan.goals):
            if f"{plan.id}/{goal.key}" == full_id:
                return file, plan, position, goal
    raise Refused("unknown-goal", id=full_id)


def _number(new: PartSpec) -> str | None:
    return None if new.no is None else said({"no": half_width(new.no)})["no"]


def _id(new: PartSpec, number: str | None) -> str:
    """The id that was given, else the number.

    Raises:
        Refused: `part-without-id`: there is neither, or the number can be none; or what is wrong
            with the id.
    """
    if new.id is not None:
        return id_of(new.id)
    if number is None or not is_id(number):
        raise Refused("part-without-id")
    return id_of(number)


def _require_free(plan: Plan, workspace: Workspace, key: str) -> None:
    """See that nothing directly below the plan bears the id.

    Raises:
        Refused: `id-taken`.
    """
    taken = {goal.key for goal in plan.goals} | {each.id for _goal, each in plan.measures()}
    taken |= {each.id for each in (*plan.goal_indicators, *plan.outcome_indicators)}
    taken |= {project.id for _file, project in workspace.projects if project.plan == plan.id}
    if key in taken:
        raise Refused("id-taken", id=f"{plan.id}/{key}")


def _rest(
    plan: Plan, workspace: Workspace, new: PartSpec, amendments: list[object]
) -> dict[str, Content]:
    if new.source is not None:
        require_document(new.source, plan, workspace)
    return {
        **said({"title": new.title}),
        **({"amendments": amendments} if amendments else {}),
        **said({"source": new.source}),
    }
