"""Recording what became of an action target (行動目標)."""

from __future__ import annotations

from datetime import date

from sagaict.domain.fiscal import FiscalYear
from sagaict.domain.light import dataclass
from sagaict.domain.project import ActionState, ActionTarget, Project
from sagaict.domain.typed import comparable, list_number
from sagaict.reading.workspace import Workspace
from sagaict.recording.places import find_project
from sagaict.recording.refusal import Refused
from sagaict.recording.texts import optional, prose
from sagaict.writing.change_set import ChangeSet
from sagaict.writing.splice import Change, Put

__all__ = ["NewAction", "actions_meant", "record_action", "the_action"]


def actions_meant(actions: tuple[ActionTarget, ...], item: str) -> list[int]:
    """Which actions `item` may mean, by position from 0: a number as shown (from 1), or text.

    The whole text decides over a part of it; widths and case do not matter.
    """
    number = list_number(item)
    if number is not None:
        return [number - 1] if 1 <= number <= len(actions) else []
    wanted = comparable(item)
    texts = [comparable(action.text) for action in actions]
    exact = [position for position, text in enumerate(texts) if text == wanted]
    if exact or not wanted:
        return exact
    return [position for position, text in enumerate(texts) if wanted in text]


def the_action(
    project: Project, full_id: str, year: FiscalYear, item: str
) -> tuple[int, ActionTarget]:
    """The one action of a year that `item` means, with its position from 0.

    Raises:
        Refused: `no-actions`, `unknown-action`, `several-actions`.
    """
    actions = project.actions.get(year, ())
    if not actions:
        raise Refused("no-actions", id=full_id, year=year.label)
    found = actions_meant(actions, item)
    if len(found) != 1:
        code = "several-actions" if found else "unknown-action"
        shown = found or range(len(actions))
        lines = "\n".join(f"  {number + 1}  {actions[number].text}" for number in shown)
        raise Refused(code, item=item, year=year.label, actions=lines)
    return found[0], actions[found[0]]


@dataclass(frozen=True, slots=True, kw_only=True)
class NewAction:
    """What became of an action, and a remark on it."""

    state: ActionState
    note: str | None = None


def record_action(
    change_set: ChangeSet,
    workspace: Workspace,
    full_id: str,
    year: FiscalYear,
    item: str,
    new: NewAction,
    *,
    today: date,
) -> None:
    """Set the state of an action of a project; `item` is its number as shown, or part of its text.

    Raises:
        Refused: `empty-text`, `unwritable`, `unknown-project`, `no-actions`, `unknown-action`,
            `several-actions`, `not-begun` (only a cancellation is known before its year begins),
            `nothing-changes`.
        SpliceFailed, OSError: the file cannot be changed.
    """
    note = optional(prose, new.note)
    site = find_project(change_set, workspace, full_id)
    number, action = the_action(site.project, full_id, year, item)
    if new.state != "cancelled" and year.first_day > today:
        raise Refused("not-begun", year=year.label, day=year.first_day.isoformat())
    location = ("actions", year, number)
    changes: list[Change] = []
    if action.state != new.state:
        changes.append(Put((*location, "state"), new.state))
    if note is not None and note != action.note:
        changes.append(Put((*location, "note"), note))
    if not changes:
        raise Refused("nothing-changes", year=year.label)
    change_set.change(site.file, *changes)
