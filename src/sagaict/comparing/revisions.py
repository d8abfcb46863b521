"""The record of revisions: what was added to it explains a change, what was altered stands out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from sagaict.comparing.change import Change
from sagaict.comparing.sides import meaning
from sagaict.domain.fiscal import FiscalYear, Period
from sagaict.domain.indicator import Target, TargetRevision
from sagaict.domain.portfolio import PlacedIndicator

__all__ = ["RevisionHistory", "compare_revisions"]


@dataclass(slots=True)
class RevisionHistory:
    """Revisions that were added, and those that are no longer as they were.

    It remembers which of the added ones explained a change of a target.
    """

    added: list[TargetRevision]
    altered: list[tuple[TargetRevision, TargetRevision | None]]
    _used: list[TargetRevision] = field(default_factory=list)

    def explaining(
        self, keys: Sequence[FiscalYear | Period], new: Target | None
    ) -> TargetRevision | None:
        """The latest added revision that led to `new`; without one (dropped), the latest at all."""
        candidates = [*self.added, *(now for _before, now in self.altered if now is not None)]
        found = [
            each
            for each in candidates
            if each.year in keys and (new is None or meaning(each.new) == meaning(new))
        ]
        self._used += found
        return max(found, key=lambda each: each.date, default=None)

    def changes(self, placed: PlacedIndicator) -> Iterator[Change]:
        """What is left to say: revisions recorded afterwards, and history that was rewritten."""
        for revision in self.added:
            if not any(revision is used for used in self._used):
                yield _change(placed, None, revision)
        for before, now in self.altered:
            yield _change(placed, before, now)


def compare_revisions(
    old: Sequence[TargetRevision], new: Sequence[TargetRevision]
) -> RevisionHistory:
    """What happened to the record of an indicator's revisions."""
    kept = Counter(map(_content, old)) & Counter(map(_content, new))
    gone = list(_without(old, kept))
    come = list(_without(new, kept))
    altered: list[tuple[TargetRevision, TargetRevision | None]] = []
    for before in gone:
        now = next((each for each in come if _same_occasion(before, each)), None)
        come = [each for each in come if each is not now]
        altered.append((before, now))
    return RevisionHistory(come, altered)


def _content(revision: TargetRevision) -> Hashable:
    return (
        revision.year,
        revision.date,
        meaning(revision.old),
        meaning(revision.new),
        revision.reason,
        revision.approved_by,
    )


def _same_occasion(one: TargetRevision, other: TargetRevision) -> bool:
    return (one.year, one.date) == (other.year, other.date)


def _without(
    revisions: Iterable[TargetRevision], kept: Counter[Hashable]
) -> Iterator[TargetRevision]:
    left = Counter(kept)
    for revision in revisions:
        content = _content(revision)
        if left[content]:
            left[content] -= 1
        else:
            yield revision


def _change(
    placed: PlacedIndicator, before: TargetRevision | None, now: TargetRevision | None
) -> Change:
    known = now or before
    return Change(
        kind="recorded_revision"
        if before is None or _only_adds(before, now)
        else "rewritten_revision",
        id=placed.full_id,
        name=placed.indicator.name,
        old=before,
        new=now,
        year=known.year.label if known else None,
        unit=placed.indicator.unit,
        reason=now.reason if now else None,
        approved_by=now.approved_by if now else None,
    )


def _only_adds(before: TargetRevision, now: TargetRevision | None) -> bool:
    """Whether a reason or an approval was added where there was none, and nothing else changed."""
    return now is not None and (
        (meaning(before.old), meaning(before.new)) == (meaning(now.old), meaning(now.new))
        and before.reason in (None, now.reason)
        and before.approved_by in (None, now.approved_by)
    )
