"""What holds outcome indicators: projects and, in plans without a project list, measures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from sagaict.checking.finding import Finding
from sagaict.checking.scene import Scene, Site
from sagaict.computing.judging import assess_year
from sagaict.computing.status import Status
from sagaict.computing.view import View
from sagaict.domain.evaluation import Evaluation
from sagaict.domain.fiscal import FiscalYear
from sagaict.domain.light import dataclass
from sagaict.domain.walks import Location
from sagaict.language import _
from sagaict.reading.workspace import FileOf

__all__ = ["SiteHolder", "site_holders"]


@dataclass(frozen=True, slots=True)
class SiteHolder:
    """A project or measure that has outcome indicators of its own, and how it was judged."""

    file: FileOf
    location: Location
    evaluations: Mapping[FiscalYear, Evaluation]
    outcomes: tuple[Site, ...]

    def outcomes_that_are(self, status: Status, year: FiscalYear, view: View) -> list[Site]:
        """The outcome indicators whose target of `year` has this status."""
        return [
            site for site in self.outcomes if assess_year(site.placed, year, view).status == status
        ]

    def finding(self, rule: str, year: FiscalYear, outcomes: Iterable[Site]) -> Finding:
        """What a rule finds in the progress of a year, beside what came of these outcomes."""
        found = tuple(outcomes)
        return Finding(
            rule,
            self.file,
            (*self.location, "evaluations", year, "progress"),
            {"year": year.label, "names": _(", ").join(site.indicator.name for site in found)},
            related=tuple(
                (site.file, (*site.location, "actuals", year, "value")) for site in found
            ),
        )


def site_holders(scene: Scene) -> Iterator[SiteHolder]:
    """Every holder with at least one outcome indicator."""
    grouped: dict[tuple[FileOf, Location], list[Site]] = {}
    for site in scene.sites():
        if site.placed.kind == "outcome":
            grouped.setdefault((site.file, site.location[:-2]), []).append(site)
    for (file, location), sites in grouped.items():
        first = sites[0].placed
        judged = first.holder.evaluations
        yield SiteHolder(file, location, judged, tuple(sites))
