"""Approving: a plan that was drafted, what was proposed about it, and further bodies in turn."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sagaict.computing.membership import is_ending
from sagaict.domain.amendment import Amendment
from sagaict.domain.fiscal import FiscalYear, Moment
from sagaict.domain.light import dataclass
from sagaict.domain.meeting import steps
from sagaict.domain.target import TargetRevision
from sagaict.domain.walks import Location
from sagaict.reading.workspace import Workspace
from sagaict.recording.histories import History, Recorded, histories
from sagaict.recording.places import find_plan
from sagaict.recording.refusal import Refused
from sagaict.recording.texts import citation, line, optional
from sagaict.writing.change_set import ChangeSet
from sagaict.writing.splice import Append, Change, Content, Put, Remove

__all__ = ["Decision", "approve"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What a body decided, when, in its own words, and where that is written."""

    body: str
    day: Moment
    result: str | None = None
    source: str | None = None

    def sound(self, today: date) -> Decision:
        """The decision as it is written.

        Raises:
            Refused: `empty-text`, `several-lines`, `unwritable`, `bad-source`, `day-ahead`.
        """
        found = Decision(
            body=line(self.body),
            day=self.day,
            result=optional(line, self.result),
            source=optional(citation, self.source),
        )
        if self.day.first_day > today:
            raise Refused("day-ahead", when=str(self.day))
        return found

    @property
    def step(self) -> Content:
        """It as one of several approvals."""
        said = {"result": self.result, "source": self.source}
        known = {name: text for name, text in said.items() if text is not None}
        return {"body": self.body, "date": str(self.day), **known}


def approve(
    change_set: ChangeSet,
    workspace: Workspace,
    full_id: str,
    decision: Decision,
    *,
    today: date,
    year: FiscalYear | None = None,
) -> None:
    """Approve every open proposal about a thing and what belongs to it; of `year`, if it is given.

    A draft is approved itself, with all that waits in it. Where nothing waits, the decision is that
    of a further body: about a plan itself, else about what was changed last of the thing itself.

    Raises:
        Refused: `unknown-plan`, `empty-text`, `several-lines`, `unwritable`, `bad-source`,
            `day-ahead`, `no-proposal`, `approved-by-it`. Nothing was changed.
        SpliceFailed, OSError: a file cannot be changed.
    """
    decision = decision.sound(today)
    known = [each for each in histories(change_set, workspace) if full_id in each.ids]
    waiting = [
        (history, *each)
        for history in known
        for each in history.open
        if year is None or _is_of(each[1], year)
    ]
    of_plan = list(_of_plan(change_set, workspace, full_id, decision, further=not waiting))
    if year is None and of_plan:
        file, _plan = find_plan(change_set, workspace, full_id)
        change_set.change(file, *of_plan)
    elif not waiting:
        waiting = _last_changed(known, full_id, decision, year)
    for history, location, change in waiting:
        change_set.change(history.file, *_approved(location, change, decision))


def _of_plan(
    change_set: ChangeSet,
    workspace: Workspace,
    full_id: str,
    decision: Decision,
    *,
    further: bool,
) -> Iterator[Change]:
    """What makes a draft an approved plan, or adds a further body to those that approved it.

    Raises:
        Refused: `approved-by-it`: that body has approved the plan already, and nothing waits.
    """
    plan = next((plan for _file, plan in workspace.plans if plan.id == full_id), None)
    if plan is None:
        return
    _file, plan = find_plan(change_set, workspace, full_id)
    if plan.stage == "draft":
        yield Put(("stage",), "approved")
    elif not further:
        return
    elif decision.body in {each.body for each in plan.approvals}:
        raise Refused("approved-by-it", id=full_id, body=decision.body)
    yield Append(("approvals",), decision.step)


def _last_changed(
    known: list[History], full_id: str, decision: Decision, year: FiscalYear | None
) -> list[tuple[History, Location, Recorded]]:
    """The latest changes of a thing itself, which a further body approves.

    Raises:
        Refused: `no-proposal`: it was never changed; `approved-by-it`: by that body already.
    """
    found = [
        (history, *each)
        for history in known
        if history.full_id == full_id
        for each in history.placed
        if year is None or _is_of(each[1], year)
    ]
    days = [change.date.first_day for _history, _at, change in found if change.date]
    last = [each for each in found if each[2].date and each[2].date.first_day == max(days)]
    if not last:
        raise Refused("no-proposal", id=full_id)
    left = [each for each in last if decision.body not in {step.body for step in steps(each[2])}]
    if not left:
        raise Refused("approved-by-it", id=full_id, body=decision.body)
    return left


def _is_of(change: Recorded, year: FiscalYear) -> bool:
    if isinstance(change, Amendment):
        return change.year == year
    return isinstance(change, TargetRevision) and change.year.last == year


def _approved(location: Location, change: Recorded, decision: Decision) -> Iterator[Change]:
    """What adds a decision to a change, which holds from then on.

    The day on which something ends stays, unless it would end before anybody approved that. The day
    of a proposal is kept beside the new one.
    """
    earlier = steps(change)
    if not _stays(change, decision.day):
        if not earlier and change.proposed is None and change.date and not is_ending(change):
            yield Put((*location, "proposed"), str(change.date))
        yield Put((*location, "date"), str(decision.day))
    if not earlier and decision.result is None:
        yield Put((*location, "approved_by"), decision.body)
        if decision.source is not None:
            yield Put((*location, "source"), decision.source)
    elif change.approvals:
        yield Append((*location, "approvals"), decision.step)
    else:
        first = [
            {"body": each.body, **({"date": str(each.date)} if each.date else {})}
            for each in earlier
        ]
        if change.approved_by is not None:
            yield Remove((*location, "approved_by"))
        yield Put((*location, "approvals"), [*first, decision.step])


def _stays(change: Recorded, decided: Moment) -> bool:
    """Whether the day of a change is none that this decision moves."""
    if change.date is None:
        return False
    if is_ending(change) and steps(change):
        return True
    if is_ending(change) or steps(change):
        return change.date.first_day >= decided.first_day
    return change.date == decided
