"""What the settings name that does not exist: rules, and thresholds of rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from sagaict.checking.finding import Finding
from sagaict.checking.placing import Unplaced, placed
from sagaict.checking.rules import BY_ID
from sagaict.domain.settings import Settings
from sagaict.domain.spelling import nearest
from sagaict.domain.walks import Location
from sagaict.language import mark
from sagaict.reading.problem import Problem
from sagaict.reading.rules import RuleText
from sagaict.reading.settings import settings_file
from sagaict.reading.workspace import FileOf, Workspace

__all__ = ["TEXTS", "unknown_names"]


def unknown_names(workspace: Workspace, settings: Settings) -> list[Problem]:
    """Rules and thresholds that do not exist, with the nearest that does."""
    file = settings_file(workspace)
    return placed([Unplaced(each) for each in _unknown(file, settings)])


def _unknown(file: FileOf, settings: Settings) -> Iterator[Finding]:
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
    for number, entry in enumerate(settings.accept):
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
