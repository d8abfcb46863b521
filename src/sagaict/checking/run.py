"""Apply every rule, put each finding at its exact place, and set aside what is accepted."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sagaict.checking.accepting import set_aside
from sagaict.checking.finding import Finding
from sagaict.checking.identity import duplicate_ids, file_names
from sagaict.checking.references import dangling_references, succession
from sagaict.checking.rules import ALL
from sagaict.checking.scene import Scene
from sagaict.checking.settings import unknown_names
from sagaict.checking.targets import indicator_forms, missing_sources, years_outside_period
from sagaict.computing.view import View
from sagaict.domain.settings import Settings
from sagaict.domain.walks import Location
from sagaict.reading.problem import Place, Problem
from sagaict.reading.settings import read_settings
from sagaict.reading.validation import PlacedText
from sagaict.reading.workspace import FileOf, Workspace

__all__ = ["MOST_LISTED", "CheckResult", "check", "findings"]

MOST_LISTED = 1_000
"""How many problems a report lists: no reader reads more, and no stranger's file fills a disk."""

_WEIGHTS = ("error", "warning", "info")

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


@dataclass(frozen=True, slots=True)
class CheckResult:
    """Everything a check found, in a stable order, and the files it looked at.

    `accepted` pairs each finding that was set aside with the reason given for it.
    """

    problems: tuple[Problem, ...]
    accepted: tuple[tuple[Problem, str], ...]
    paths: tuple[str, ...]

    @property
    def files(self) -> int:
        """How many files were looked at."""
        return len(self.paths)

    @property
    def listed(self) -> tuple[Problem, ...]:
        """What reports list: every problem, or the weightiest and a word on how many are left."""
        if len(self.problems) <= MOST_LISTED:
            return self.problems
        by_weight = sorted(self.problems, key=lambda problem: _WEIGHTS.index(problem.severity))
        kept = sorted(by_weight[:MOST_LISTED], key=lambda problem: problem.sort_key)
        return (*kept, _more(by_weight[MOST_LISTED:]))

    @property
    def listed_accepted(self) -> tuple[tuple[Problem, str], ...]:
        """The same of what was accepted."""
        rest = [problem for problem, _reason in self.accepted[MOST_LISTED:]]
        return (*self.accepted[:MOST_LISTED], *([(_more(rest), "…")] if rest else []))

    def only(self, shown: set[str]) -> CheckResult:
        """The part of the result that is about these files."""
        return CheckResult(
            tuple(problem for problem in self.problems if problem.path in shown),
            tuple(item for item in self.accepted if item[0].path in shown),
            tuple(path for path in self.paths if path in shown),
        )

    def without(self, severity: str) -> CheckResult:
        """The result without the problems of one severity."""
        kept = tuple(problem for problem in self.problems if problem.severity != severity)
        return CheckResult(kept, self.accepted, self.paths)

    def count(self, severity: str) -> int:
        """How many problems have this severity."""
        return sum(problem.severity == severity for problem in self.problems)


def _more(rest: Sequence[Problem]) -> Problem:
    """What stands for problems that are not listed, at the place of the first of them."""
    first = rest[0]
    args = {"count": f"{len(rest):,}"}
    return Problem("more-problems", first.path, first.place, args, severity=first.severity)


def findings(workspace: Workspace) -> list[Finding]:
    """What the basic rules find, without places: cheap enough for every run."""
    return [finding for rule in _BASIC for finding in rule(workspace)]


def check(workspace: Workspace, today: date) -> CheckResult:
    """Judge the workspace as it stands on a day."""
    settings, problems = read_settings(workspace)
    problems += unknown_names(workspace, settings)
    places = _Places()
    problems += workspace.problems
    problems += [places.problem(finding) for finding in findings(workspace)]
    severities = {rule.id: settings.severity_of(rule.id, rule.severity, today) for rule in ALL}
    judged = list(_judge(workspace, settings, today, severities, places))
    off = frozenset(rule for rule, severity in severities.items() if severity == "off")
    aside = set_aside(workspace, settings, judged, places.content, off)
    problems += [*aside.kept, *aside.faults]
    return CheckResult(
        tuple(sorted(problems, key=lambda problem: problem.sort_key)),
        tuple(sorted(aside.accepted, key=lambda item: item[0].sort_key)),
        tuple(file.shown for file in workspace.files),
    )


class _Places:
    """Looks up places, reading and parsing each file once."""

    def __init__(self) -> None:
        self._contents: dict[FileOf, bytes] = {}
        self._texts: dict[FileOf, PlacedText] = {}

    def content(self, file: FileOf) -> bytes:
        if file not in self._contents:
            self._contents[file] = file.read()
        return self._contents[file]

    def at(self, file: FileOf, location: Location, *, key: bool = False) -> tuple[Place, str]:
        if file not in self._texts:
            self._texts[file] = PlacedText(self.content(file))
        return self._texts[file].at(location, key=key)

    def problem(self, finding: Finding, severity: str = "error") -> Problem:
        where, line = self.at(finding.file, finding.location, key=finding.on_key)
        related = tuple(
            (file.shown, self.at(file, location)[0]) for file, location in finding.related
        )
        return Problem(
            finding.rule, finding.file.shown, where, finding.args, line, related, severity
        )


def _judge(
    workspace: Workspace,
    settings: Settings,
    today: date,
    severities: Mapping[str, str],
    places: _Places,
) -> Iterator[tuple[Problem, Finding]]:
    thresholds = {}
    for rule in ALL:
        chosen = settings.rules.get(rule.id)
        thresholds[rule.id] = {**rule.thresholds, **(chosen.thresholds if chosen else {})}
    scene = Scene(workspace, View.on(today), thresholds)
    for rule in ALL:
        if severities[rule.id] != "off":
            for finding in rule.check(scene):
                yield places.problem(finding, severities[rule.id]), finding
