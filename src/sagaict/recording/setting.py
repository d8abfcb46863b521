"""Setting one field of what is there, and keeping why where the plan is an approved one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import MISSING
from datetime import date

from sagaict.domain.fiscal import Moment
from sagaict.domain.light import dataclass
from sagaict.domain.plan import Plan
from sagaict.domain.record import Record, default_of
from sagaict.domain.settings import Settings
from sagaict.domain.walks import Location
from sagaict.reading.files import FileOf
from sagaict.reading.workspace import Workspace
from sagaict.recording.approval import Approval, amendment_entry
from sagaict.recording.field_paths import Field, field_at
from sagaict.recording.field_rules import Owed, owed, require_changeable, require_settable
from sagaict.recording.field_values import content_of, written
from sagaict.recording.places import (
    find_indicator,
    find_measure,
    find_plan,
    find_project,
    is_project,
)
from sagaict.recording.refusal import Refused
from sagaict.recording.texts import citation, optional, prose
from sagaict.writing.change_set import ChangeSet
from sagaict.writing.splice import Append, Change, Put, Remove

__all__ = ["Reason", "Setting", "setting_of", "setting_of_workspace"]

_NOTHING = "－"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a text was corrected, and where that stands."""

    reason: str
    source: str | None = None


@dataclass(frozen=True, slots=True)
class _Place:
    """Something in its file: what it is there, and where its amendments are kept."""

    file: FileOf
    location: Location
    record: Record
    plan: Plan | None = None
    amended: Location = ()
    is_top: bool = True


@dataclass(frozen=True, slots=True)
class Setting:
    """A field that is to be set, of a plan, measure, project or indicator, or of the settings."""

    full_id: str
    place: _Place
    field: Field

    @property
    def owes(self) -> Owed:
        """What must be given with it."""
        return owed(self.field) if self.keeps_history else "nothing"

    @property
    def before(self) -> str:
        """What stands there now, in one line; empty if nothing does."""
        return written(self.field.value) if self.field.is_said else ""

    @property
    def keeps_history(self) -> bool:
        """Whether a reason is kept: a draft and the settings have no history."""
        return self.place.plan is not None and self.place.plan.stage == "approved"

    def change(self, values: Sequence[str] | None) -> Change:
        """What puts the values into the field, or takes away what stands there for `None`.

        Raises:
            Refused: `required-field`, `nothing-there`, or what is wrong with a value.
        """
        return self._removal() if values is None else self._put(values)

    def make(
        self,
        change_set: ChangeSet,
        change: Change,
        grounds: Reason | Approval | None,
        *,
        today: date,
    ) -> str:
        """Make the change, and keep its grounds; what stands there then is returned in one line.

        Raises:
            Refused: `same-value`, `empty-text`, or why the approval cannot be true. Nothing was
                changed.
            SpliceFailed, OSError: the file cannot be changed.
        """
        now = "" if isinstance(change, Remove) else _in_one_line(change.content)
        record = self._record(grounds, now, today) if grounds else None
        change_set.change(self.place.file, change)
        if not change_set.edits():
            raise Refused("same-value", field=self.field.path)
        if record is not None:
            change_set.change(self.place.file, record)
        return now

    def _put(self, values: Sequence[str]) -> Change:
        content = content_of(self.field, values)
        location = (*self.place.location, *self.field.location)
        if self.field.entry is not None:
            return Append(location[:-1], content)
        return Put(location, content)

    def _removal(self) -> Change:
        field = self.field
        if not field.is_said or field.entry is not None:
            raise Refused("nothing-there", field=field.path)
        kind, name = field.edges[-1]
        if field.location[-1] == name and default_of(kind, name) is MISSING:
            raise Refused("required-field", field=field.path)
        return Remove((*self.place.location, *field.location))

    def _record(self, grounds: Reason | Approval, now: str, today: date) -> Change:
        if isinstance(grounds, Approval):
            grounds.require_sound(today)
            moved = self.field.path == "measure"
            label = "" if moved else f"{self.field.path}: "
            texts = {"old": self.before or _NOTHING, "new": now or _NOTHING}
            entry = amendment_entry(
                "moved" if moved else "redefined",
                grounds,
                {name: f"{label}{text}" for name, text in texts.items()},
            )
            return Append((*self.place.amended, "amendments"), entry)
        given = {
            "of": None if self.place.is_top else self.full_id,
            "field": self.field.path,
            "old": self.before or None,
            "new": now or None,
            "date": str(Moment.on(today)),
            "reason": prose(grounds.reason),
            "source": optional(citation, grounds.source),
        }
        entry = {name: text for name, text in given.items() if text is not None}
        return Append(("corrections",), entry)


def setting_of(change_set: ChangeSet, workspace: Workspace, full_id: str, path: str) -> Setting:
    """The field of that path of a plan, measure, project or indicator.

    Raises:
        Refused: there is no such thing or field, it never changes, or another command keeps its
            history (`has-command`).
        SpliceFailed, OSError: the file cannot be read any more.
    """
    place = _place(change_set, workspace, full_id)
    found = Setting(full_id, place, field_at(path, place.record))
    require_settable(found.field)
    if place.plan is not None and place.plan.stage == "approved":
        require_changeable(found.field)
    return found


def setting_of_workspace(change_set: ChangeSet, settings: Settings, path: str) -> Setting:
    """The field of that path of the settings.

    Raises:
        Refused: there is no such field.
    """
    file = change_set.settings
    return Setting(file.path.name, _Place(file, (), settings), field_at(path, settings))


def _in_one_line(content: object) -> str:
    """What is put into a file, in one line."""
    if isinstance(content, dict) and len(content) > 1:
        return ", ".join(f"{name}: {_in_one_line(each)}" for name, each in content.items())
    if isinstance(content, dict | list):
        content = content.values() if isinstance(content, dict) else content
        return ", ".join(map(_in_one_line, content))
    return str(content)


def _place(change_set: ChangeSet, workspace: Workspace, full_id: str) -> _Place:
    if "/" not in full_id:
        file, plan = find_plan(change_set, workspace, full_id)
        return _Place(file, (), plan, plan)
    if is_project(workspace, full_id):
        project = find_project(change_set, workspace, full_id)
        return _Place(project.file, (), project.project, project.plan)
    goal = _goal(change_set, workspace, full_id)
    if goal is not None:
        return goal
    try:
        site = find_measure(change_set, workspace, full_id)
    except Refused:
        found = find_indicator(change_set, workspace, full_id)
        own = found.part or found.indicator
        whole = found.location[:-2] if found.part else found.location
        return _Place(found.file, found.location, own, found.plan, whole, is_top=False)
    return _Place(site.file, site.location, site.measure, site.plan, is_top=False)


def _goal(change_set: ChangeSet, workspace: Workspace, full_id: str) -> _Place | None:
    """The goal of that full id, unless it is a measure that bears it."""
    plan_id, _slash, key = full_id.partition("/")
    file, plan = find_plan(change_set, workspace, plan_id)
    if any(measure.id == key for _goal, measure in plan.measures()):
        return None
    found = ((("goals", number), goal) for number, goal in enumerate(plan.goals) if goal.key == key)
    for location, goal in found:
        return _Place(file, location, goal, plan, is_top=False)
    return None
