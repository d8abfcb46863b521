"""A part of a plan dropped (廃止) or renamed: it stays in its file, with the reason."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sagaict.domain.amendment import Amendment
from sagaict.domain.light import dataclass
from sagaict.domain.plan import Goal, Measure, Plan
from sagaict.domain.walks import Location, holder_id, indicator_holders
from sagaict.reading.files import FileOf
from sagaict.reading.workspace import Workspace
from sagaict.recording.approval import Approval, amendment_entry
from sagaict.recording.places import (
    amendments_of,
    current,
    find_indicator,
    find_project,
    is_project,
)
from sagaict.recording.refusal import Refused, require_alive, require_approved
from sagaict.recording.texts import line
from sagaict.writing.change_set import ChangeSet
from sagaict.writing.splice import Append, Put

__all__ = ["drop", "rename"]


@dataclass(frozen=True, slots=True)
class _Place:
    """A part of a plan in its file; `title_key` is what its title is called there.

    `amendments` are its own and those of what it belongs to.
    """

    file: FileOf
    location: Location
    plan: Plan
    title_key: str
    title: str
    amendments: Sequence[Amendment]


def drop(
    change_set: ChangeSet, workspace: Workspace, full_id: str, approval: Approval, *, today: date
) -> None:
    """Record that something is pursued no longer from a day on, even one to come.

    What belongs to a goal, measure or project ends with it.

    Raises:
        Refused: `unknown-thing`, `still-draft`, `dropped-already`, or why the approval cannot be
            true. Nothing was changed.
        SpliceFailed, OSError: the file cannot be changed.
    """
    place = _place(change_set, workspace, full_id)
    approval.require_sound(today, ahead=True)
    require_alive(place.amendments, full_id)
    entry = amendment_entry("dropped", approval)
    change_set.change(place.file, Append((*place.location, "amendments"), entry))


def rename(
    change_set: ChangeSet,
    workspace: Workspace,
    full_id: str,
    title: str,
    approval: Approval,
    *,
    today: date,
) -> None:
    """Give a part of a plan another title. Its id stays: results and links hang on it.

    Raises:
        Refused: `unknown-thing`, `still-draft`, `dropped-already`, `empty-text`,
            `several-lines`, `unwritable`, `same-title`, or
            why the approval cannot be true. Nothing was changed.
        SpliceFailed, OSError: the file cannot be changed.
    """
    place = _place(change_set, workspace, full_id)
    approval.require_sound(today)
    require_alive(place.amendments, full_id)
    title = line(title)
    if title == place.title:
        raise Refused("same-title", title=title)
    titles = {"old": place.title, "new": title}
    change_set.change(
        place.file,
        Put((*place.location, place.title_key), title),
        Append((*place.location, "amendments"), amendment_entry("renamed", approval, titles)),
    )


def _place(change_set: ChangeSet, workspace: Workspace, full_id: str) -> _Place:
    if is_project(workspace, full_id):
        project = find_project(change_set, workspace, full_id)
        require_approved(project.plan)
        found = project.project
        return _Place(project.file, (), project.plan, "title", found.title, project.amendments)
    held = _in_plan(change_set, workspace, full_id)
    if held is not None:
        require_approved(held.plan)
        return held
    site = find_indicator(change_set, workspace, full_id)
    if site.part is not None:
        raise Refused("part-of-whole", id=full_id, whole=full_id.rpartition("/")[0])
    require_approved(site.plan)
    indicator = site.indicator
    amendments = (*indicator.amendments, *site.holder_amendments)
    return _Place(site.file, site.location, site.plan, "name", indicator.name, amendments)


def _in_plan(change_set: ChangeSet, workspace: Workspace, full_id: str) -> _Place | None:
    """The measure or goal of that full id; an id that both have means the measure."""
    found: dict[type, _Place] = {}
    for file, read in workspace.plans:
        if not full_id.startswith(f"{read.id}/"):
            continue
        plan = current(change_set, file, read)
        for at, holder in indicator_holders(plan):
            if not isinstance(holder, Plan) and f"{plan.id}/{holder_id(holder)}" == full_id:
                above = amendments_of(plan, holder)
                found[type(holder)] = _Place(file, at, plan, "title", holder.title, above)
    return found.get(Measure, found.get(Goal))
