"""What a finding is about: the innermost thing around its location."""

from __future__ import annotations

from collections.abc import Callable

from sagaict.checking.finding import Finding
from sagaict.domain.plan import Plan
from sagaict.domain.project import Project
from sagaict.domain.walks import Location, measures_of, named_indicators
from sagaict.reading.workspace import Workspace

__all__ = ["subject_of"]


def subject_of(workspace: Workspace) -> Callable[[Finding], str]:
    """What tells the full id of the innermost thing that a finding's location lies in."""
    documents = dict(workspace.documents)
    return lambda finding: _subject(documents[finding.file], finding.location)


def _subject(document: Plan | Project, location: Location) -> str:
    for within, full_id, _indicator in named_indicators(document):
        if location[: len(within)] == within:
            return full_id
    if isinstance(document, Project):
        return f"{document.plan}/{document.id}"
    for within, measure in measures_of(document):
        if location[: len(within)] == within:
            return f"{document.id}/{measure.id}"
    return document.id
