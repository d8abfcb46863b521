"""Targets with the place they stand at: what the rules about targets go through."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from sagaict.checking.finding import Finding
from sagaict.checking.scene import Scene, Site
from sagaict.computing.membership import dropped_by
from sagaict.domain.fiscal import FiscalYear, Period, TargetKey
from sagaict.domain.light import dataclass
from sagaict.domain.number import group
from sagaict.domain.target import Target
from sagaict.domain.walks import Location
from sagaict.reading.workspace import FileOf

__all__ = [
    "NumberTarget",
    "TargetSite",
    "number_targets",
    "sites_in_force",
    "target_sites",
]


@dataclass(frozen=True, slots=True)
class TargetSite:
    """The target of one fiscal year (or period) of an indicator. `due` is the year it falls due."""

    site: Site
    key: TargetKey
    target: Target

    @property
    def due(self) -> FiscalYear:
        """The year in which it falls due; a period's in its last."""
        return self.key.last

    @property
    def location(self) -> Location:
        """Where it stands in its file."""
        return (*self.site.location, "targets", self.key)

    @property
    def value_place(self) -> tuple[FileOf, Location]:
        """The place of its number."""
        return self.site.file, (*self.location, "value")

    def on_value(
        self, rule: str, related: tuple[tuple[FileOf, Location], ...] = (), **args: str
    ) -> Finding:
        """A finding that stands on the number itself."""
        words = {"year": self.key.label, **args}
        file, location = self.value_place
        return Finding(rule, file, location, words, related=related)


@dataclass(frozen=True, slots=True)
class NumberTarget(TargetSite):
    """A target that is a number."""

    value: Decimal

    @property
    def shown(self) -> str:
        """The number as it is printed in messages."""
        return group(self.value)


def target_sites(site: Site) -> list[TargetSite]:
    """Every target of an indicator, in the order in which they fall due."""
    found = [TargetSite(site, key, target) for key, target in site.indicator.targets.items()]
    return sorted(found, key=lambda entry: entry.due)


def number_targets(site: Site) -> list[NumberTarget]:
    """The targets that are numbers; those of any other form are left out.

    Of a total the years' own, which lead to it, are left out as well.
    """
    total = site.indicator.aggregation == "period_total"
    return [entry for entry in _numbers(site) if not total or isinstance(entry.key, Period)]


def _numbers(site: Site) -> Iterator[NumberTarget]:
    for entry in target_sites(site):
        if entry.target.value is not None:
            yield NumberTarget(entry.site, entry.key, entry.target, entry.target.value)


def sites_in_force(scene: Scene) -> Iterator[Site]:
    """The indicators of which nothing may be missing: neither dropped nor for reference."""
    for site in scene.sites():
        if not site.indicator.for_reference and dropped_by(site.placed, scene.view) is None:
            yield site
