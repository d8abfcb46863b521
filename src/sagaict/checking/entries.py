"""The acceptances that stand in the settings, by the id of what they are about."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from sagaict.checking.finding import Finding
from sagaict.checking.note import Note
from sagaict.checking.placing import Unplaced
from sagaict.checking.verdict import AllIds
from sagaict.domain.settings import Settings
from sagaict.domain.spelling import Suggestions
from sagaict.reading.listing import Listing
from sagaict.reading.settings import settings_file

__all__ = ["Entries"]


class Entries:
    """What the settings accept. Whatever covered a finding is about something there is."""

    def __init__(self, listing: Listing, settings: Settings, ids: AllIds) -> None:
        self._listing = listing
        self._entries = settings.accept
        self._ids = ids
        self._numbers: dict[tuple[str, str], int] = {}
        for number, entry in enumerate(settings.accept):
            self._numbers.setdefault((entry.rule, entry.below), number)
        self._used: set[int] = set()

    def reason_for(self, note: Note) -> str:
        """The reason of the first entry that covers what was found, or nothing."""
        parts = note.subject.split("/")
        above = ("/".join(parts[:length]) for length in range(1, len(parts) + 1))
        numbers = [self._numbers.get((note.rule, each)) for each in above]
        number = min((each for each in numbers if each is not None), default=None)
        if number is None:
            return ""
        self._used.add(number)
        return self._entries[number].reason

    def unknown(self) -> Iterator[Unplaced]:
        """Entries about something that is not there."""
        suggestions = Suggestions()
        for number in self.idle:
            below = self._entries[number].below
            if below not in self._known:
                args = {"id": below, "suggestion": suggestions.nearest(below, self._known)}
                yield self._found("unknown-id", number, args, "error")

    def unused(self, off: AbstractSet[str]) -> Iterator[Unplaced]:
        """Entries that covered nothing, though their rule is run and their id exists."""
        for number in self.idle:
            from sagaict.checking.rules import BY_ID  # all rules: only where one is misspelt

            entry = self._entries[number]
            if entry.rule in BY_ID and entry.rule not in off and entry.below in self._known:
                yield self._found("unused-acceptance", number, {"id": entry.rule}, "warning")

    @property
    def idle(self) -> list[int]:
        """The numbers of those that covered nothing so far."""
        return [each for each in range(len(self._entries)) if each not in self._used]

    @property
    def _known(self) -> frozenset[str]:
        return self._ids.among("everything")

    def _found(self, rule: str, number: int, args: dict[str, str], severity: str) -> Unplaced:
        finding = Finding(rule, settings_file(self._listing), ("accept", number, "below"), args)
        return Unplaced.of(finding, severity)
