"""What the settings name that does not exist: rules, and thresholds of rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sagaict.checking.finding import Finding
from sagaict.checking.placing import Unplaced
from sagaict.domain.location import Location
from sagaict.domain.settings import Settings
from sagaict.domain.spelling import nearest
from sagaict.reading.files import FileOf
from sagaict.reading.listing import Listing
from sagaict.reading.settings import settings_file

__all__ = ["unknown_names"]


def unknown_names(listing: Listing, settings: Settings, idle: Sequence[int]) -> Iterator[Unplaced]:
    """Rules and thresholds that do not exist, with the nearest that does.

    `idle` are the numbers of the acceptances that cover nothing: the others name rules there are.
    """
    if settings.rules or idle:
        for finding in _unknown(settings_file(listing), settings, idle):
            yield Unplaced.of(finding)


def _unknown(file: FileOf, settings: Settings, idle: Sequence[int]) -> Iterator[Finding]:
    # All rules: only where one may be misspelt.
    from sagaict.checking.file_rules import BASIC_TEXTS
    from sagaict.checking.rules import BY_ID

    def finding(rule: str, location: Location, name: str, known: Iterable[str]) -> Finding:
        if name in BASIC_TEXTS:
            of_files = {"id": name}
            return Finding("rule-of-files", file, location, of_files, on_key=location[0] == "rules")
        args = {"id": name, "name": name, "suggestion": nearest(name, known)}
        return Finding(rule, file, location, args, on_key=location[0] == "rules")

    for name, chosen in settings.rules.items():
        if name not in BY_ID:
            yield finding("unknown-rule", ("rules", name), name, BY_ID)
            continue
        known = BY_ID[name].thresholds
        for threshold in chosen.thresholds:
            if threshold not in known:
                location = ("rules", name, "thresholds", threshold)
                yield finding("unknown-key", location, threshold, known)
    for number in idle:
        entry = settings.accept[number]
        if entry.rule not in BY_ID:
            yield finding("unknown-rule", ("accept", number, "rule"), entry.rule, BY_ID)
