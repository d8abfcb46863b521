"""A finding before it has a line and a column: a file, a location in its content, and a rule."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field, replace
from typing import Literal

from sagaict.domain.indicator import Indicator
from sagaict.domain.light import dataclass
from sagaict.domain.plan import Plan
from sagaict.domain.project import Project
from sagaict.domain.walks import Location, indicators_of
from sagaict.reading.workspace import FileOf, Workspace

__all__ = ["Among", "Finding", "with_locations"]

Among = Literal["plans", "holders", "indicators", "everything"]
"""Kinds of ids; holders are measures and projects."""


@dataclass(frozen=True, slots=True)
class Finding:
    """`on_key` puts the place on the key at `location` rather than on its value.

    `among` are the ids of which one was meant by the `id` of its arguments, which is none of them:
    the nearest is named once all of the data is known. What `presumes_all` is none if there is a
    file that cannot be read.
    """

    rule: str
    file: FileOf
    location: Location
    args: Mapping[str, str] = field(default_factory=dict)
    on_key: bool = False
    related: tuple[tuple[FileOf, Location], ...] = ()
    among: Among | None = None
    presumes_all: bool = False


def with_locations(
    workspace: Workspace,
) -> Iterator[tuple[FileOf, Plan | Project, Location, Indicator]]:
    """Every indicator of the workspace with its file and location; then its parts, likewise.

    What a part has from its indicator stands there, and is not gone through twice.
    """
    documents: list[tuple[FileOf, Plan | Project]] = [*workspace.plans, *workspace.projects]
    for file, document in documents:
        for location, indicator in indicators_of(document):
            yield file, document, location, indicator
            for number, part in enumerate(indicator.parts):
                found = indicator.of_part(part)
                if not part.targets and part.aggregation is None:
                    found = replace(found, targets={}, revisions=())
                yield file, document, (*location, "parts", number), found
