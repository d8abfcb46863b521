"""Apply every rule and put each finding at its exact place."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sagaict.checking.finding import Finding
from sagaict.checking.identity import duplicate_ids, file_names
from sagaict.checking.references import dangling_references, succession
from sagaict.checking.targets import indicator_forms, missing_sources, years_outside_period
from sagaict.reading.problem import Location, Place, Problem
from sagaict.reading.validation import place_in
from sagaict.reading.workspace import FileOf, Workspace

__all__ = ["RULES", "check", "findings"]

Rule = Callable[[Workspace], Iterator[Finding]]

RULES: tuple[Rule, ...] = (
    file_names,
    duplicate_ids,
    dangling_references,
    succession,
    years_outside_period,
    indicator_forms,
    missing_sources,
)


def findings(workspace: Workspace) -> list[Finding]:
    """What the rules find, without places: cheap enough for every run."""
    return [finding for rule in RULES for finding in rule(workspace)]


def check(workspace: Workspace) -> list[Problem]:
    """Every problem of the workspace: of single files and between files, in a stable order."""
    contents: dict[FileOf, bytes] = {}

    def place(file: FileOf, location: Location, *, on_key: bool) -> tuple[Place, str]:
        if file not in contents:
            contents[file] = file.read()
        return place_in(contents[file], location, key=on_key)

    problems = list(workspace.problems)
    for finding in findings(workspace):
        where, line = place(finding.file, finding.location, on_key=finding.on_key)
        related = tuple(
            (file.shown, place(file, location, on_key=False)[0])
            for file, location in finding.related
        )
        problems.append(
            Problem(finding.rule, finding.file.shown, where, finding.args, line, related)
        )
    return sorted(problems, key=lambda problem: problem.sort_key)
