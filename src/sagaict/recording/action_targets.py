"""Changing action targets (行動目標): added, changed, put off, dropped, each with its grounds.

The text of before stays in the project's amendments: what a year was to bring can be read there.
"""

from __future__ import annotations

from datetime import date

from sagaict.domain.amendment import Amendment
from sagaict.domain.fiscal import FiscalYear
from sagaict.domain.light import dataclass
from sagaict.domain.meeting import approver
from sagaict.domain.project import ActionTarget
from sagaict.domain.typed import comparable
from sagaict.reading.workspace import Workspace
from sagaict.recording.actions import the_action
from sagaict.recording.additions import joining_grounds, require_document
from sagaict.recording.approval import Approval, amendment_entry
from sagaict.recording.places import ProjectPlace, find_project
from sagaict.recording.refusal import Refused, require_alive, require_approved
from sagaict.recording.texts import line, optional
from sagaict.writing.change_set import ChangeSet
from sagaict.writing.splice import Append, Change, Content, Put, Remove

__all__ = ["ActionAim", "add_action", "drop_action", "revise_action"]


@dataclass(frozen=True, slots=True)
class ActionAim:
    """What is to be done in a year."""

    year: FiscalYear
    text: str


def add_action(
    change_set: ChangeSet,
    workspace: Workspace,
    full_id: str,
    aim: ActionAim,
    approval: Approval | None = None,
    *,
    today: date,
    source: str | None = None,
) -> None:
    """Put an action behind those of its year; with its grounds if the plan was approved before.

    Raises:
        Refused: `unknown-project`, `add-to-draft`, `dropped-already`, `outside-period`,
            `action-there`, `unknown-document`, or what is wrong with a text or the approval.
            Nothing was changed.
        SpliceFailed, OSError: the file cannot be changed.
    """
    site = find_project(change_set, workspace, full_id)
    joining_grounds(site.plan, approval, command="new action", today=today)
    if approval is not None:
        require_alive(site.amendments, full_id)
    if source is not None:
        require_document(source, site.plan, workspace)
    now = _free(site, ActionAim(aim.year, line(aim.text)))
    content: Content = now.text if source is None else {"text": now.text, "source": source}
    changes: list[Change] = [Append(("actions", now.year), content)]
    if approval is not None:
        changes.append(Append(("amendments",), _entry(None, now, approval)))
    change_set.change(site.file, *changes)


def revise_action(  # noqa: PLR0913 - of what, which one, what it is now, why
    change_set: ChangeSet,
    workspace: Workspace,
    full_id: str,
    year: FiscalYear,
    item: str,
    approval: Approval,
    *,
    today: date,
    text: str | None = None,
    to_year: FiscalYear | None = None,
) -> None:
    """Give an action another text, or another year, for which it is planned anew.

    What was reported of it (a state) stays with it in the year it was meant for.

    A proposal about it that is still open is replaced: the history holds what was approved.

    Raises:
        Refused: `unknown-project`, `still-draft`, `dropped-already`, `no-actions`,
            `unknown-action`, `several-actions`, `action-done`, `outside-period`, `action-there`,
            `nothing-changes`, `back-to-old`, or what is wrong with a text or the approval. Nothing
            was changed.
        SpliceFailed, OSError: the file cannot be changed.
    """
    new_text = optional(line, text)
    site, number, action = _planned(change_set, workspace, full_id, year, item, approval, today)
    was = ActionAim(year, action.text)
    now = ActionAim(to_year or year, new_text or action.text)
    if now == was:
        raise Refused("nothing-changes", year=year.label)
    at = ("actions", year, number)
    if now.year != year:
        stays = action.state != "planned"
        _refuse_put_off(site, was)
        moved = {
            "text": now.text,
            "owner": _owners(action),
            "note": None if stays else action.note,
            "source": action.source,
        }
        said = {name: each for name, each in moved.items() if each is not None}
        _free(site, now)
        changes: list[Change] = [] if stays else [Remove(at)]
        changes.append(Append(("actions", now.year), now.text if len(said) == 1 else dict(said)))
    else:
        _free(site, now, beside=number)
        alone = action == ActionTarget(text=action.text)
        changes = [Put(at if alone else (*at, "text"), now.text)]
    change_set.change(site.file, *changes, *_history(site, was, now, approval))


def drop_action(
    change_set: ChangeSet,
    workspace: Workspace,
    full_id: str,
    year: FiscalYear,
    item: str,
    approval: Approval,
    *,
    today: date,
) -> None:
    """Take an action away. Its text stays in the project's history.

    Raises:
        Refused: `unknown-project`, `still-draft`, `dropped-already`, `no-actions`,
            `unknown-action`, `several-actions`, `action-done`, `back-to-old`, or what is wrong
            with the approval. Nothing was changed.
        SpliceFailed, OSError: the file cannot be changed.
    """
    site, number, action = _planned(change_set, workspace, full_id, year, item, approval, today)
    history = _history(site, ActionAim(year, action.text), None, approval)
    change_set.change(site.file, Remove(("actions", year, number)), *history)


def _planned(
    change_set: ChangeSet,
    workspace: Workspace,
    full_id: str,
    year: FiscalYear,
    item: str,
    approval: Approval,
    today: date,
) -> tuple[ProjectPlace, int, ActionTarget]:
    """The action that is meant, if it can still be changed.

    Raises:
        Refused: it cannot.
    """
    site = find_project(change_set, workspace, full_id)
    require_approved(site.plan)
    approval.require_sound(today)
    require_alive(site.amendments, full_id)
    number, action = the_action(site.project, full_id, year, item)
    if action.state == "done":
        raise Refused("action-done", text=action.text, year=year.label)
    return site, number, action


def _free(site: ProjectPlace, aim: ActionAim, beside: int | None = None) -> ActionAim:
    """The action as it was given, if it may join those of its year.

    Raises:
        Refused: `outside-period`, `action-there`.
    """
    if aim.year not in site.plan.period:
        raise Refused("outside-period", year=aim.year.label, period=site.plan.period.label)
    for number, each in enumerate(site.project.actions.get(aim.year, ())):
        if number != beside and comparable(each.text) == comparable(aim.text):
            raise Refused("action-there", text=each.text, year=aim.year.label)
    return aim


def _owners(action: ActionTarget) -> Content | None:
    """Its own owners as they are written, if it names any."""
    found: list[Content] = [
        each.section if each.bureau is None else {"section": each.section, "bureau": each.bureau}
        for each in action.owner
    ]
    return found[0] if len(found) == 1 else found or None


def _refuse_put_off(site: ProjectPlace, was: ActionAim) -> None:
    """See that an action that stays in its year was not put into another one before.

    Raises:
        Refused: `action-there`.
    """
    for each in site.project.amendments:
        made = (each.what, each.old_year, each.old) == ("action", was.year, was.text)
        if made and each.year is not None and each.new is not None:
            _free(site, ActionAim(each.year, each.new))


def _history(
    site: ProjectPlace, was: ActionAim, now: ActionAim | None, approval: Approval
) -> list[Change]:
    """The change on record: anew, or in the place of the open proposal that made it what it was.

    Raises:
        Refused: `back-to-old`: nothing of that proposal would be left.
    """
    open_one = _proposal_of(site, was)
    if open_one is None:
        return [Append(("amendments",), _entry(was, now, approval))]
    number, proposal = open_one
    before = None
    if proposal.old is not None:
        before = ActionAim(proposal.old_year or was.year, proposal.old)
    stands = before is not None and any(
        each.text == before.text for each in site.project.actions.get(before.year, ())
    )
    if before == now or (now is None and stands and before != was):
        raise Refused("back-to-old", year=was.year.label)
    return [Put(("amendments", number), _entry(before, now, approval))]


def _proposal_of(site: ProjectPlace, aim: ActionAim) -> tuple[int, Amendment] | None:
    """The proposal nobody has approved yet that made an action what it is."""
    for number, each in reversed([*enumerate(site.project.amendments)]):
        if each.what == "action" and (each.year, each.new) == (aim.year, aim.text):
            return (number, each) if approver(each) is None else None
    return None


def _entry(was: ActionAim | None, now: ActionAim | None, approval: Approval) -> Content:
    """The amendment: of the year an action is planned for now, or was."""
    years = [each.year.label for each in (now, was) if each is not None]
    return amendment_entry(
        "action",
        approval,
        {
            "year": years[0],
            **({"old_year": years[1]} if years[0] != years[-1] else {}),
            **({"old": was.text} if was else {}),
            **({"new": now.text} if now else {}),
        },
    )
