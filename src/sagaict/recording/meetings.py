"""Recording a meeting about a plan: what was before it, what came of it, what was said."""

from __future__ import annotations

from datetime import date

from sagaict.domain.fiscal import Moment
from sagaict.domain.light import dataclass
from sagaict.reading.workspace import Workspace
from sagaict.recording.additions import require_document, said
from sagaict.recording.places import find_plan
from sagaict.recording.refusal import Refused
from sagaict.recording.texts import prose
from sagaict.writing.change_set import ChangeSet
from sagaict.writing.splice import Append

__all__ = ["NewMeeting", "record_meeting"]


@dataclass(frozen=True, slots=True, kw_only=True)
class NewMeeting:
    """What is said of a meeting."""

    body: str
    day: Moment | None = None
    until: Moment | None = None
    about: str | None = None
    result: str | None = None
    views: tuple[str, ...] = ()
    note: str | None = None
    source: str | None = None


def record_meeting(
    change_set: ChangeSet, workspace: Workspace, plan_id: str, new: NewMeeting, *, today: date
) -> None:
    """Put a meeting behind those of a plan that are recorded.

    Raises:
        Refused: `unknown-plan`, `day-ahead`, `unknown-document`, `bad-source`, or what is wrong
            with a text. Nothing was changed.
        SpliceFailed, OSError: the file cannot be changed.
    """
    file, plan = find_plan(change_set, workspace, plan_id)
    days = {"date": new.day, "until": new.until}
    for day in days.values():
        if day is not None and day.first_day > today:
            raise Refused("day-ahead", when=str(day))
    if new.source is not None:
        require_document(new.source, plan, workspace)
    views = [prose(view) for view in new.views]
    content: dict[str, object] = {
        **said({"body": new.body}),
        **{name: str(day) for name, day in days.items() if day is not None},
        **said({"about": new.about, "result": new.result}, prosaic=("about", "result")),
        **({"views": views} if views else {}),
        **said({"note": new.note}, prosaic=("note",)),
        **said({"source": new.source}),
    }
    change_set.change(file, Append(("meetings",), content))
