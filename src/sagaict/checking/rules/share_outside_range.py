"""What is declared a share, and lies below 0 or above 100 percent."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from sagaict.checking.finding import Finding
from sagaict.checking.rule import Rule
from sagaict.checking.scene import Scene, Site
from sagaict.computing.targets import target_value
from sagaict.domain.number import group, round_to
from sagaict.domain.target import Target
from sagaict.domain.walks import Location
from sagaict.language import mark

__all__ = ["RULE"]

ID = "share-outside-range"


def _check(scene: Scene) -> Iterator[Finding]:
    for site in scene.sites():
        for location, value in _values(site, scene) if site.indicator.share else ():
            if not 0 <= value <= 100:
                args = {"value": group(round_to(value, 4).normalize())}
                yield Finding(ID, site.file, location, args)


def _values(site: Site, scene: Scene) -> Iterator[tuple[Location, Decimal]]:
    """Every known number: also what a relative target comes to."""
    indicator = site.indicator
    if indicator.baseline is not None and indicator.baseline.value is not None:
        yield (*site.location, "baseline", "value"), indicator.baseline.value
    for year, target in indicator.yearly_targets().items():
        value = target_value(indicator, year, target, scene.view).value
        if value is not None:
            yield (*site.location, "targets", year, *_place_of_number(target)), value
    if indicator.comparison is not None:
        for year, value in indicator.comparison.figures.items():
            yield (*site.location, "comparison", "figures", year), value
    for year, actual in indicator.actuals.items():
        if actual.value is not None:
            yield (*site.location, "actuals", year, "value"), actual.value


def _place_of_number(target: Target) -> tuple[str, ...]:
    if target.relative is None:
        return ("value",)
    if target.relative.times is not None:
        return ("relative", "times")
    return ("relative", "to" if target.relative.percent is None else "percent")


RULE = Rule(
    id=ID,
    severity="warning",
    title=mark("A share outside 0 to 100 percent"),
    why=mark(
        "What is declared as a part of a whole (share: true) is never less than nothing nor more "
        "than all of it. Mostly a decimal point is missing, or a count stands where a percentage "
        "should. Ratios that may pass 100% (料金回収率) are not declared so."
    ),
    message=mark("{value}% is no share of anything: it must lie between 0 and 100"),
    remedy=mark("Correct the figure. If it is a ratio that may pass 100%, delete “share”."),
    check=_check,
    bad="""\
id: satisfaction
name: サービスに満足している市民の割合
unit: "%"
direction: increase
aggregation: level
share: true
targets:
  R8: 65
  R9: 731  # ←
""",
    good="""\
id: satisfaction
name: サービスに満足している市民の割合
unit: "%"
direction: increase
aggregation: level
share: true
targets:
  R8: 65
  R9: 73.1
""",
)
