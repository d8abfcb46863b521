"""Records of changes (revisions, amendments): what was added to one, what is not as it was."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import field
from typing import Generic, TypeVar

from sagaict.comparing.change import ChangeKind
from sagaict.domain.light import dataclass
from sagaict.domain.meeting import Approvable, Meeting, steps

__all__ = ["History", "compare_records", "grounds_of", "kind_of"]


Decision = TypeVar("Decision", bound=Approvable)


@dataclass(slots=True)
class History(Generic[Decision]):
    """Entries that were added, and those that are no longer as they were.

    It remembers which of them explained a change, so that they are not told of a second time.
    """

    added: list[Decision]
    altered: list[tuple[Decision, Decision | None]]
    _used: list[Decision] = field(default_factory=list)

    def explaining(self, fits: Callable[[Decision], bool]) -> list[Decision]:
        """The new entries that lead to a change, in the order of the file."""
        candidates = [*self.added, *(now for _before, now in self.altered if now is not None)]
        found = [each for each in candidates if fits(each)]
        self._used += found
        return found

    def left(self) -> Iterator[tuple[Decision | None, Decision | None]]:
        """What explained nothing: entries made afterwards, and history that was rewritten."""
        for entry in self.added:
            if not any(entry is used for used in self._used):
                yield None, entry
        yield from self.altered


def compare_records(
    old: Sequence[Decision],
    new: Sequence[Decision],
    content: Callable[[Decision], Hashable],
    *occasions: Callable[[Decision], Hashable],
) -> History[Decision]:
    """What happened to a record. Entries of one occasion are the same one, altered.

    `content` is what an entry says, apart from its wording and source. The occasions are tried in
    turn.
    """
    kept = Counter(map(content, old)) & Counter(map(content, new))
    gone = list(_without(old, kept, content))
    come = list(_without(new, kept, content))
    twins: dict[int, Decision] = {}
    for occasion in occasions:
        for number, before in enumerate(gone):
            if number not in twins:
                now = next((each for each in come if occasion(each) == occasion(before)), None)
                if now is not None:
                    twins[number] = now
                    come = [each for each in come if each is not now]
    return History(come, [(before, twins.get(number)) for number, before in enumerate(gone)])


def kind_of(before: Approvable | None, now: Approvable | None, *, same: bool) -> ChangeKind:
    """Whether an entry was made (or completed) afterwards, or the history rewritten.

    `same`: what was changed is told as before. What was open then may be added: the reason, and the
    approval with its day.
    """
    if before is None:
        return "recorded_revision"
    if now is None or not same:
        return "rewritten_revision"
    had, has = list(map(_decision, steps(before))), list(map(_decision, steps(now)))
    completed = (
        before.reason in (None, now.reason)
        and before.proposed in (None, now.proposed)
        and had == has[: len(had)]
        and (len(had) < len(has) or before.date in (None, now.date))
    )
    return "recorded_revision" if completed else "rewritten_revision"


def grounds_of(record: Approvable) -> Hashable:
    """When a change was proposed and decided, why, and by whom: what it says besides itself."""
    said = tuple((*_decision(step), step.date) for step in steps(record))
    return (record.proposed, record.date, record.reason, said)


def _decision(step: Meeting) -> tuple[Hashable, ...]:
    """What a body decided; its day may only be told later."""
    return (step.body, step.until, step.about, step.result, step.views)


def _without(
    entries: Iterable[Decision], kept: Counter[Hashable], content: Callable[[Decision], Hashable]
) -> Iterator[Decision]:
    left = Counter(kept)
    for entry in entries:
        said = content(entry)
        if left[said]:
            left[said] -= 1
        else:
            yield entry
