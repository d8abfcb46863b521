"""Every indicator with its place: what the rules about the files go through."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sagaict.domain.indicator import Indicator
from sagaict.domain.location import Location
from sagaict.domain.plan import Plan
from sagaict.domain.project import Project
from sagaict.domain.walks import indicators_of
from sagaict.reading.workspace import FileOf, Workspace

__all__ = ["with_locations"]


def with_locations(
    workspace: Workspace,
) -> Iterator[tuple[FileOf, Plan | Project, Location, Indicator]]:
    """Every indicator of the workspace with its file and location; then its parts, likewise.

    What a part has from its indicator stands there, and is not gone through twice.
    """
    for file, document in workspace.documents:
        for location, indicator in indicators_of(document):
            yield file, document, location, indicator
            for number, part in enumerate(indicator.parts):
                found = indicator.of_part(part)
                if not part.targets and part.aggregation is None:
                    found = replace(found, targets={}, revisions=())
                yield file, document, (*location, "parts", number), found
