"""Revisions of targets: what was added explains a change, what was altered stands out."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence

from sagaict.comparing.change import Change
from sagaict.comparing.records import History, compare_records, grounds_of, kind_of
from sagaict.domain.fiscal import FiscalYear, Period
from sagaict.domain.meeting import approver
from sagaict.domain.portfolio import PlacedIndicator
from sagaict.domain.target import Target, TargetRevision

__all__ = ["compare_revisions", "explaining", "revision_changes"]


def compare_revisions(
    old: Sequence[TargetRevision], new: Sequence[TargetRevision]
) -> History[TargetRevision]:
    """What happened to the record of an indicator's revisions."""
    return compare_records(old, new, _content, lambda each: (each.year, each.date), _targets)


def explaining(
    history: History[TargetRevision], keys: Sequence[FiscalYear | Period], new: Target | None
) -> TargetRevision | None:
    """The latest added revision that led to `new`; without one (dropped), the latest at all."""
    found = history.explaining(
        lambda each: each.year in keys and (new is None or each.new.meaning == new.meaning)
    )
    return max(found, key=lambda each: each.date, default=None)


def revision_changes(history: History[TargetRevision], placed: PlacedIndicator) -> Iterator[Change]:
    """Revisions recorded afterwards, and history that was rewritten."""
    for before, now in history.left():
        same = before is None or (now is not None and _targets(before) == _targets(now))
        known = now or before
        yield Change(
            kind=kind_of(before, now, same=same),
            id=placed.full_id,
            name=placed.indicator.name,
            old=before,
            new=now,
            year=known.year.label if known else None,
            unit=placed.indicator.unit,
            reason=now.reason if now else None,
            approved_by=approver(now) if now else None,
        )


def _content(revision: TargetRevision) -> Hashable:
    return (_targets(revision), grounds_of(revision))


def _targets(revision: TargetRevision) -> Hashable:
    return (revision.year, revision.old.meaning, revision.new.meaning)
