"""Judging the files of one family: every rule, and the comments that accept what they find."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from sagaict.checking.accepting import Comments
from sagaict.checking.finding import Finding
from sagaict.checking.identity import duplicate_ids, file_names
from sagaict.checking.note import note_of
from sagaict.checking.references import Index, dangling_references, succession
from sagaict.checking.rules import ALL
from sagaict.checking.scene import Scene
from sagaict.checking.subjects import subject_of
from sagaict.checking.targets import indicator_forms, missing_sources, years_outside_period
from sagaict.checking.verdict import Ids, Terms, Verdict
from sagaict.computing.view import View
from sagaict.reading.cache import Cache
from sagaict.reading.families import Family, held
from sagaict.reading.listing import Listing
from sagaict.reading.steps import steps
from sagaict.reading.workspace import Workspace, loaded_with

__all__ = ["findings", "judged", "read_and_judged"]

# Rules that are about the files themselves; what they find is always an error.
_BASIC: tuple[Callable[[Workspace], Iterator[Finding]], ...] = (
    file_names,
    duplicate_ids,
    succession,
    years_outside_period,
    indicator_forms,
    missing_sources,
)


def findings(workspace: Workspace) -> list[Finding]:
    """What the basic rules find, without places: cheap enough for every run."""
    return _findings(workspace, Index(workspace))


def _findings(workspace: Workspace, index: Index) -> list[Finding]:
    found = [finding for rule in _BASIC for finding in rule(workspace)]
    return [*found, *dangling_references(workspace, index)]


def read_and_judged(root: Path, kept: Cache | None, terms: Terms, family: Family) -> Verdict:
    """Read the files as they are now, and judge them."""
    now = held(family, root)
    workspace, _known = loaded_with(kept, Listing(root, files=now.files))
    verdict = judged(workspace, terms)
    if kept is not None and now.digest is not None:
        verdict.keep(kept, terms.digest(now.digest))
    return verdict


def judged(workspace: Workspace, terms: Terms) -> Verdict:
    """Judge what was read."""
    index = Index(workspace)
    numbers = {file: number for number, file in enumerate(workspace.files)}
    found = _findings(workspace, index)
    basic = [note_of(finding, numbers) for finding in found]
    by_rules = list(_by_rules(workspace, terms))
    comments = Comments(workspace, [*found, *(finding for _severity, finding in by_rules)])
    subject = subject_of(workspace)
    notes = [
        note_of(finding, numbers, severity, subject(finding), comments.reason_for(finding))
        for severity, finding in by_rules
    ]
    return Verdict(
        len(workspace.plans),
        len(workspace.projects),
        tuple(index.projects),
        Ids.of(index.plans, index.holders, index.indicators),
        (*basic, *notes),
        (*workspace.problems, *comments.faults()),
        tuple(comments.unused(terms.off)),
        bool(workspace.broken),
        {numbers[file]: spots for file, spots in comments.places.items()},
    )


def _by_rules(workspace: Workspace, terms: Terms) -> Iterator[tuple[str, Finding]]:
    """What the judging rules find, each with the weight its rule has by itself."""
    thresholds = {rule.id: {**rule.thresholds, **terms.thresholds.get(rule.id, {})} for rule in ALL}
    scene = Scene(workspace, View.on(terms.today), thresholds)
    for rule in steps(ALL, [1] * len(ALL)):
        if rule.id not in terms.off:
            for finding in rule.findings(scene):
                yield rule.severity, finding
