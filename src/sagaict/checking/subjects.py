"""What a finding is about: the innermost thing around its location."""

from __future__ import annotations

from collections.abc import Callable

from sagaict.checking.finding import Finding
from sagaict.domain.plan import Plan
from sagaict.domain.project import Project
from sagaict.domain.walks import Location, measures_of, named_indicators
from sagaict.reading.files import FileOf
from sagaict.reading.workspace import Workspace

__all__ = ["subject_of"]


def subject_of(workspace: Workspace) -> Callable[[Finding], str]:
    """What tells the full id of the innermost thing that a finding's location lies in."""
    documents = dict(workspace.documents)
    known: dict[FileOf, dict[Location, str]] = {}

    def subject(finding: Finding) -> str:
        file, location = finding.file, finding.location
        if file not in known:
            known[file] = _things(documents[file])
        around = (location[:length] for length in range(len(location), -1, -1))
        return next(known[file][each] for each in around if each in known[file])

    return subject


def _things(document: Plan | Project) -> dict[Location, str]:
    """The full id of everything in a file that has one, by its location."""
    things: dict[Location, str] = {
        location: full_id for location, full_id, _indicator in named_indicators(document)
    }
    if isinstance(document, Project):
        return {(): f"{document.plan}/{document.id}", **things}
    measures = {place: f"{document.id}/{each.id}" for place, each in measures_of(document)}
    return {(): document.id, **measures, **things}
