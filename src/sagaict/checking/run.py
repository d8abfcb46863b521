"""Apply every rule, and set aside what is accepted."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from sagaict.checking.accepting import set_aside
from sagaict.checking.finding import Finding
from sagaict.checking.identity import duplicate_ids, file_names
from sagaict.checking.placing import Unplaced
from sagaict.checking.references import dangling_references, succession
from sagaict.checking.result import CheckResult
from sagaict.checking.rules import ALL
from sagaict.checking.scene import Scene
from sagaict.checking.settings import unknown_names
from sagaict.checking.targets import indicator_forms, missing_sources, years_outside_period
from sagaict.computing.view import View
from sagaict.domain.settings import Settings
from sagaict.reading.settings import read_settings
from sagaict.reading.steps import steps
from sagaict.reading.workspace import Workspace

__all__ = ["check", "findings"]

# Rules that are about the files themselves; what they find is always an error.
_BASIC: tuple[Callable[[Workspace], Iterator[Finding]], ...] = (
    file_names,
    duplicate_ids,
    dangling_references,
    succession,
    years_outside_period,
    indicator_forms,
    missing_sources,
)


def findings(workspace: Workspace) -> list[Finding]:
    """What the basic rules find, without places: cheap enough for every run."""
    return [finding for rule in _BASIC for finding in rule(workspace)]


def check(workspace: Workspace, today: date) -> CheckResult:
    """Judge the workspace as it stands on a day."""
    settings, problems = read_settings(workspace)
    problems += unknown_names(workspace, settings)
    problems += workspace.problems
    basic = [Unplaced(finding) for finding in findings(workspace)]
    severities = {rule.id: settings.severity_of(rule.id, rule.severity, today) for rule in ALL}
    judged = list(_judge(workspace, settings, today, severities))
    off = frozenset(rule for rule, severity in severities.items() if severity == "off")
    aside = set_aside(workspace, settings, judged, off)
    return CheckResult(
        (*problems, *basic, *aside.kept, *aside.faults),
        tuple(aside.accepted),
        tuple(file.shown for file in workspace.files),
    )


def _judge(
    workspace: Workspace, settings: Settings, today: date, severities: Mapping[str, str]
) -> Iterator[Unplaced]:
    thresholds = {}
    for rule in ALL:
        chosen = settings.rules.get(rule.id)
        thresholds[rule.id] = {**rule.thresholds, **(chosen.thresholds if chosen else {})}
    scene = Scene(workspace, View.on(today), thresholds)
    for rule in steps(ALL, len(ALL)):
        if severities[rule.id] != "off":
            for finding in rule.check(scene):
                yield Unplaced(finding, severities[rule.id])
