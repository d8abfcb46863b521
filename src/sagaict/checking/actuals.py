"""Actuals with the place they stand at: what the rules about results go through."""

from __future__ import annotations

from collections.abc import Iterator

from sagaict.checking.finding import Finding
from sagaict.checking.scene import Scene, Site
from sagaict.domain.fiscal import FiscalYear
from sagaict.domain.indicator import Indicator
from sagaict.domain.light import dataclass
from sagaict.domain.results import Actual
from sagaict.domain.walks import Location

__all__ = ["ActualSite", "actuals_in"]


@dataclass(frozen=True, slots=True)
class ActualSite:
    """The actual of one fiscal year of an indicator."""

    site: Site
    year: FiscalYear
    actual: Actual

    @property
    def indicator(self) -> Indicator:
        """The indicator whose result it is."""
        return self.site.indicator

    @property
    def location(self) -> Location:
        """Where it stands in its file."""
        return (*self.site.location, "actuals", self.year)

    @property
    def is_dated(self) -> bool:
        """Whether it says itself when it was taken or what time it covers."""
        return self.actual.as_of is not None or self.actual.span is not None

    def on_year(self, rule: str, **args: str) -> Finding:
        """A finding that stands on the year the actual is filed under."""
        words = {"year": self.year.label, **args}
        return Finding(rule, self.site.file, self.location, words, on_key=True)

    def on_field(self, rule: str, name: str, **args: str) -> Finding:
        """A finding that stands on one of its values."""
        words = {"year": self.year.label, **args}
        return Finding(rule, self.site.file, (*self.location, name), words)


def actuals_in(scene: Scene) -> Iterator[ActualSite]:
    """Every actual of every indicator, oldest first."""
    for site in scene.sites():
        for year, actual in sorted(site.indicator.actuals.items()):
            yield ActualSite(site, year, actual)
