"""Recording how a project, measure, goal or plan was judged, by itself and by the council."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from datetime import date

from sagaict.domain.evaluation import Evaluation, Review
from sagaict.domain.fiscal import FiscalYear
from sagaict.domain.light import dataclass
from sagaict.domain.plan import Plan
from sagaict.domain.structure import fields_of
from sagaict.domain.walks import Location, holder_id, indicator_holders
from sagaict.domain.words import Forecast, Outlook, Progress
from sagaict.reading.files import FileOf
from sagaict.reading.workspace import Workspace
from sagaict.recording.follow_ups import NewFollowUp, follow_up_changes
from sagaict.recording.places import current, find_project
from sagaict.recording.refusal import Refused, require_citation
from sagaict.recording.texts import prose
from sagaict.writing.change_set import ChangeSet
from sagaict.writing.splice import Change, Put

__all__ = ["NewEvaluation", "record_evaluation"]


@dataclass(frozen=True, slots=True, kw_only=True)
class NewEvaluation:
    """What is said; `None` is what nothing was said about, and stays as it is."""

    progress: Progress | None = None
    printed: str | None = None
    judgement: str | None = None
    forecast: Forecast | None = None
    achievements: str | None = None
    issues: str | None = None
    causes: str | None = None
    outlook: Outlook | None = None
    self_rating: str | None = None
    council_rating: str | None = None
    remark: str | None = None
    source: str | None = None

    @property
    def said(self) -> dict[str, str]:
        """The parts something is said about, in the order of the file, as they are written.

        Raises:
            Refused: `empty-text`, `unwritable`.
        """
        given = {each.name: getattr(self, each.name) for each in fields(self)}
        texts = {name: prose(value) for name, value in given.items() if value is not None}
        return {name: texts[name] for name in fields_of(Review) if name in texts}


def record_evaluation(  # noqa: PLR0913 - what is judged, when, what is said, and what is to follow
    change_set: ChangeSet,
    workspace: Workspace,
    full_id: str,
    year: FiscalYear,
    new: NewEvaluation,
    asked: NewFollowUp | None = None,
    *,
    today: date,
    half_year: bool = False,
) -> str | None:
    """Put a review of a project, measure, goal or plan into the change set, part by part.

    It is of the year as a whole, or of its first half (`half_year`): neither touches the other.
    Returned is the source that was there before, if it now stands for what is said too.

    Raises:
        Refused: `unknown-holder`, `outside-period`, `not-begun`, `empty-text`, `unwritable`,
            `nothing-said`, `bad-source`, `nothing-changes`, and what `follow_up_changes` refuses.
        SpliceFailed, OSError: the file cannot be changed.
    """
    file, location, plan, evaluations = _place(change_set, workspace, full_id)
    if year not in plan.period:
        raise Refused("outside-period", year=year.label, period=plan.period.label)
    if year.first_day > today:
        raise Refused("not-begun", year=year.label, day=year.first_day.isoformat())
    said = new.said
    if not said and asked is None:
        raise Refused("nothing-said")
    require_citation(said.get("source"))
    whole = evaluations.get(year)
    here: Location = (*location, "evaluations", year)
    old: Review | None = whole
    if half_year:
        here, old = (*here, "half_year"), whole.half_year if whole else None
    changes = list(_parts(here, old, said))
    if asked is not None:
        name = _list(old or Review(), asked)
        changes += follow_up_changes((*here, name), getattr(old or Review(), name), asked)
    if not changes:
        raise Refused("nothing-changes", year=year.label)
    change_set.change(file, *changes)
    return old.source if old and said and "source" not in said else None


def _place(
    change_set: ChangeSet, workspace: Workspace, full_id: str
) -> tuple[FileOf, Location, Plan, Mapping[FiscalYear, Evaluation]]:
    """Where it stands, and how it was judged so far."""
    for file, read in workspace.projects:
        if f"{read.plan}/{read.id}" == full_id:
            place = find_project(change_set, workspace, full_id)
            return file, (), place.plan, place.project.evaluations
    for file, plan in workspace.plans:
        if full_id == plan.id or full_id.startswith(f"{plan.id}/"):
            now = current(change_set, file, plan)
            # A goal that nothing hangs on may have the id of a measure, which then is meant.
            for location, holder in sorted(indicator_holders(now), key=lambda item: -len(item[0])):
                if "/".join(filter(None, (now.id, holder_id(holder)))) == full_id:
                    return file, location, now, holder.evaluations
    raise Refused("unknown-holder", id=full_id)


def _list(old: Review, asked: NewFollowUp) -> str:
    """Where it belongs: among the instructions of the council, or among what was promised."""
    promised = asked.promised
    if promised is None:
        waiting = [
            any(each.is_open for each in some) for some in (old.instructions, old.follow_ups)
        ]
        promised = asked.text is None and waiting == [False, True]
    return "follow_ups" if promised else "instructions"


def _parts(here: Location, old: Review | None, said: dict[str, str]) -> list[Change]:
    if old is None and said:
        return [Put(here, dict(said))]
    return [Put((*here, name), text) for name, text in said.items() if getattr(old, name) != text]
