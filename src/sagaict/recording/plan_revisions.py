"""The plan itself revised: extended, renamed, or superseded before its time."""

from __future__ import annotations

from datetime import date

from sagaict.domain.fiscal import FiscalYear, Period
from sagaict.domain.plan import Plan
from sagaict.reading.files import FileOf
from sagaict.reading.workspace import Workspace
from sagaict.recording.approval import Approval
from sagaict.recording.places import find_plan
from sagaict.recording.refusal import Refused, require_approved
from sagaict.recording.texts import line
from sagaict.writing.change_set import ChangeSet
from sagaict.writing.splice import Append, Content, Put

__all__ = ["extend", "link", "rename_plan", "supersede"]


def extend(
    change_set: ChangeSet,
    workspace: Workspace,
    plan_id: str,
    last: FiscalYear,
    approval: Approval,
    *,
    today: date,
) -> None:
    """Let a plan run longer, as 情報マネジメント推進計画 H22-H26 did until H28.

    Raises:
        Refused: `unknown-plan`, `still-draft`, `not-longer`, `superseded-already`, or why the
            approval cannot be true. Nothing was changed.
        SpliceFailed, OSError: the file cannot be changed.
    """
    file, plan = find_plan(change_set, workspace, plan_id)
    require_approved(plan)
    approval.require_sound(today)
    _require_in_force(plan)
    if last <= plan.period.last:
        raise Refused("not-longer", year=last.label, period=plan.period.label)
    period = Period(plan.period.first, last)
    change_set.change(
        file,
        Put(("period",), period.label),
        _revision("period", plan.period.label, period.label, approval),
    )


def rename_plan(
    change_set: ChangeSet,
    workspace: Workspace,
    plan_id: str,
    title: str,
    approval: Approval,
    *,
    today: date,
) -> None:
    """Give a plan another title; its id stays.

    Raises:
        Refused: `unknown-plan`, `still-draft`, `empty-text`, `several-lines`, `unwritable`,
            `same-title`, or why the approval
            cannot be true. Nothing was changed.
        SpliceFailed, OSError: the file cannot be changed.
    """
    file, plan = find_plan(change_set, workspace, plan_id)
    require_approved(plan)
    approval.require_sound(today)
    title = line(title)
    if title == plan.title:
        raise Refused("same-title", title=title)
    change_set.change(file, Put(("title",), title), _revision("title", plan.title, title, approval))


def supersede(
    change_set: ChangeSet,
    workspace: Workspace,
    plan_id: str,
    successor_id: str,
    approval: Approval,
    *,
    today: date,
) -> None:
    """Let another plan take a plan's place from a day on, even one to come, before its period ends.

    The two name each other as predecessor and successor afterwards.

    Raises:
        Refused: `unknown-plan`, `still-draft`, `itself`, `superseded-already`,
            `superseded-too-late`, or why the approval cannot be true. Nothing was changed.
        SpliceFailed, OSError: a file cannot be changed.
    """
    file, plan = find_plan(change_set, workspace, plan_id)
    other_file, other = find_plan(change_set, workspace, successor_id)
    require_approved(plan)
    approval.require_sound(today, ahead=True)
    if plan.id == other.id:
        raise Refused("itself", id=plan.id)
    _require_in_force(plan)
    if approval.decided.first_day > plan.period.last.last_day:
        raise Refused("superseded-too-late", day=str(approval.decided), period=plan.period.label)
    link(change_set, (file, plan), (other_file, other))
    change_set.change(file, _revision("superseded", plan.title, other.title, approval))


def link(change_set: ChangeSet, earlier: tuple[FileOf, Plan], later: tuple[FileOf, Plan]) -> None:
    """Let two plans name each other, as far as they do not yet."""
    (file, plan), (other_file, other) = earlier, later
    if other.id not in plan.successors:
        change_set.change(file, Append(("successors",), other.id))
    if plan.id not in other.predecessors:
        change_set.change(other_file, Append(("predecessors",), plan.id))


def _revision(what: str, old: str, new: str, approval: Approval) -> Append:
    content: Content = {
        "what": what,
        "old": old,
        "new": new,
        **approval.days,
        **approval.texts(),
    }
    return Append(("revisions",), content)


def _require_in_force(plan: Plan) -> None:
    for each in plan.revisions:
        if each.what == "superseded":
            raise Refused("superseded-already", id=plan.id, new=each.new or "")
