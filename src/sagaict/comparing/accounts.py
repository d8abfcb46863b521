"""What the records of plans, projects and indicators say about the changes between two sides."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import replace

from sagaict.comparing.change import Change
from sagaict.comparing.records import History, compare_records, grounds_of, kind_of
from sagaict.comparing.sides import Sides
from sagaict.computing.selection import PlacedGoal, PlacedMeasure
from sagaict.domain.amendment import Amendment
from sagaict.domain.meeting import approver
from sagaict.domain.plan import Goal, Measure, PlanRevision
from sagaict.domain.portfolio import PlacedProject
from sagaict.domain.project import Project

__all__ = ["Accounts", "Recorded"]

Recorded = Amendment | PlanRevision
_Placed = PlacedGoal | PlacedMeasure | PlacedProject


class Accounts:
    """Whose change is explained by which record; each record is told of once."""

    def __init__(self, sides: Sides) -> None:
        self._stages = {plan.id: plan.stage for plan in sides.old.plans.values()}
        self._stages |= {new.id: old.stage for old, new in sides.plans.both}
        self._names: dict[str, str] = {}
        self._histories: dict[str, History[Recorded]] = {}
        for old, new in sides.plans.both:
            self._open(new.id, new.title, old.revisions, new.revisions)
        both: list[tuple[_Placed, _Placed]] = [*sides.goals.both, *sides.measures.both]
        both += sides.projects.both
        for was, now in both:
            before, after = _held(was), _held(now)
            self._open(now.full_id, after.title, before.amendments, after.amendments)
        for one, other in sides.indicators.both:
            indicator = other.indicator
            former = one.indicator.amendments
            self._open(other.full_id, indicator.name, former, indicator.amendments)
        come: list[_Placed] = [*sides.goals.new, *sides.measures.new, *sides.projects.new]
        for added in come:
            held = _held(added)
            self._open(added.full_id, held.title, (), held.amendments)
        inside = {each.full_id for each in sides.measures.new}
        inside |= {each.full_id for each in sides.projects.new}
        inside |= {each.full_id for each in sides.goals.new}
        inside |= {each.id for each in sides.plans.new}
        for entry in sides.indicators.new:
            if entry.full_id.rpartition("/")[0] in inside:
                continue  # it came with its holder, and is told of there
            self._open(entry.full_id, entry.indicator.name, (), entry.indicator.amendments)

    def owing(
        self, change: Change, fits: Callable[[Recorded], bool], subject: str | None = None
    ) -> Change:
        """The change with its reason and approval from the records of its subject.

        `fits` says which records made since are about it; `subject` is the id whose records they
        are, unless the change's own. Of a plan that was approved before, both are owed; but what
        was only added may be a part of the plan that nobody had copied yet, and owes the approval
        if a record says that it is new.
        """
        found = self.made(change.id if subject is None else subject, fits)
        record = _latest(found)
        return replace(
            change,
            reason=record.reason if record else None,
            approved_by=approver(record) if record else None,
            revision=self._stages.get(change.plan) == "approved"
            and (record is not None or not change.kind.startswith("added_")),
        )

    def made(self, subject: str, fits: Callable[[Recorded], bool]) -> list[Recorded]:
        """The records of a subject made since, as far as they fit, in the order of the file."""
        history = self._histories.get(subject)
        return history.explaining(fits) if history else []

    def left(self) -> Iterator[Change]:
        """Records that explained nothing: made afterwards, or rewritten."""
        for subject, history in self._histories.items():
            for before, now in history.left():
                same = before is not None and now is not None and _step(before) == _step(now)
                yield Change(
                    kind=kind_of(before, now, same=same),
                    id=subject,
                    name=self._names[subject],
                    old=before,
                    new=now,
                    reason=now.reason if now else None,
                    approved_by=approver(now) if now else None,
                )

    def _open(
        self, subject: str, name: str, old: Sequence[Recorded], new: Sequence[Recorded]
    ) -> None:
        self._names[subject] = name
        self._histories[subject] = compare_records(
            old,
            new,
            lambda each: (_step(each), grounds_of(each)),
            _step,
            lambda each: (each.what, each.date),
        )


def _held(placed: _Placed) -> Goal | Measure | Project:
    """The goal, measure or project itself."""
    if isinstance(placed, PlacedProject):
        return placed.project
    return placed.measure if isinstance(placed, PlacedMeasure) else placed.goal


def _step(record: Recorded) -> tuple[Hashable, ...]:
    years = (record.year, record.old_year) if isinstance(record, Amendment) else None
    return (record.what, years, record.old, record.new)


def _latest(records: Sequence[Recorded]) -> Recorded | None:
    """The last one that was decided; where a day is not known, the last in the file."""
    dated = [(each.date, each) for each in records if each.date is not None]
    if len(dated) == len(records):
        return max(dated, key=lambda item: item[0], default=(None, None))[1]
    return records[-1]
