"""Where what changed stands on the forge that runs the job: the file, and the line in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress

from sagaict.cli.reports.diff_sides import Opened
from sagaict.comparing.change import Change
from sagaict.comparing.checks import FILE
from sagaict.domain.fields import year_or_period
from sagaict.domain.fiscal import FiscalFormatError
from sagaict.domain.walks import Location, measures_of, named_indicators
from sagaict.reading.settings import settings_file
from sagaict.reading.validation import PlacedText
from sagaict.reading.workspace import FileOf, Workspace
from sagaict.reporting.links import Links

__all__ = ["links_to"]


def links_to(now: Opened, links: Links) -> Callable[[Change], str]:
    """What gives the address of the line on which something changed, as the newer side has it.

    Of what is gone, that of the nearest thing above it that is still there; else nothing.
    """
    sites = {FILE: (settings_file(now.workspace), ()), **dict(_sites(now.workspace))}
    read: dict[FileOf, PlacedText] = {}

    def link(change: Change) -> str:
        site = _nearest(change.id, sites)
        if site is None:
            return ""
        file, location = site
        if file not in read:
            try:
                read[file] = PlacedText(file.read())
            except OSError:
                return ""
        place, _line = read[file].at((*location, *_part(change)))
        if now.side.commit is None:
            return links.to(file.shown, place.line)
        path = file.shown.removeprefix(f"{now.side.name}:")
        return links.at(now.side.commit, path, place.line)

    return link


def _sites(workspace: Workspace) -> Iterator[tuple[str, tuple[FileOf, Location]]]:
    """Everything that has a full id, with its file and its location there."""
    for file, plan in workspace.plans:
        yield plan.id, (file, ())
        for location, measure in measures_of(plan):
            yield f"{plan.id}/{measure.id}", (file, location)
    for file, project in workspace.projects:
        yield f"{project.plan}/{project.id}", (file, ())
    for file, document in workspace.documents:
        for location, full_id, _indicator in named_indicators(document):
            yield full_id, (file, location)


def _nearest(
    full_id: str, sites: dict[str, tuple[FileOf, Location]]
) -> tuple[FileOf, Location] | None:
    while full_id not in sites and full_id:
        full_id = full_id.rpartition("/")[0]
    return sites.get(full_id)


def _part(change: Change) -> Location:
    """The target or result of a year, if the change is about one."""
    if change.group in ("targets", "actuals") and change.year:
        with suppress(FiscalFormatError):
            return change.group, year_or_period(change.year)
    return ()
