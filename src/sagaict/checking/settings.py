"""What the settings name that does not exist: rules, and thresholds of rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from sagaict.checking.finding import Finding
from sagaict.checking.placing import Unplaced
from sagaict.domain.settings import Settings
from sagaict.domain.spelling import nearest
from sagaict.domain.walks import Location
from sagaict.language import mark
from sagaict.reading.files import FileOf
from sagaict.reading.listing import Listing
from sagaict.reading.rules import RuleText
from sagaict.reading.settings import settings_file

__all__ = ["TEXTS", "unknown_names"]


def unknown_names(listing: Listing, settings: Settings, idle: Sequence[int]) -> Iterator[Unplaced]:
    """Rules and thresholds that do not exist, with the nearest that does.

    `idle` are the numbers of the acceptances that cover nothing: the others name rules there are.
    """
    if settings.rules or idle:
        for finding in _unknown(settings_file(listing), settings, idle):
            yield Unplaced.of(finding)


def _unknown(file: FileOf, settings: Settings, idle: Sequence[int]) -> Iterator[Finding]:
    from sagaict.checking.rules import BY_ID  # all rules: only where one may be misspelt

    def finding(rule: str, location: Location, name: str, known: Iterable[str]) -> Finding:
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


TEXTS: Mapping[str, RuleText] = MappingProxyType(
    {
        "unknown-rule": RuleText(
            mark("there is no rule “{id}”"),
            mark("Write the id of a rule; sagaict rule lists them."),
        ),
    }
)
"""The words of the rules found here."""
