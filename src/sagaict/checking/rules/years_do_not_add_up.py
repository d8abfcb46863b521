"""Targets of the years of a total that come to something else than the total."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from sagaict.checking.finding import Finding
from sagaict.checking.rule import Rule
from sagaict.checking.scene import Scene, Site
from sagaict.checking.target_sites import NumberTarget, number_targets
from sagaict.domain.fiscal import Period
from sagaict.domain.number import group
from sagaict.language import mark

__all__ = ["RULE"]

ID = "years-do-not-add-up"


def _check(scene: Scene) -> Iterator[Finding]:
    for site in scene.sites():
        for entry in number_targets(site):
            years = _years(site, entry)
            if years and sum(years) != entry.value:
                yield entry.on_value(
                    ID,
                    total=entry.shown,
                    figures=" + ".join(group(value) for value in years),
                    sum=group(sum(years, Decimal(0))),
                )


def _years(site: Site, total: NumberTarget) -> list[Decimal]:
    """The targets of all years of the total; none where one of them has no number of its own."""
    targets, period = site.indicator.targets, total.key
    if not isinstance(period, Period):
        return []
    found = [targets[year].value if year in targets else None for year in period]
    known = [value for value in found if value is not None]
    return known if len(known) == len(found) else []


RULE = Rule(
    id=ID,
    severity="warning",
    title=mark("Yearly targets that do not add up to the total"),
    why=mark(
        "Where a plan sets a target for each year and one for the whole period, the years are the "
        "way to the total. If they come to something else, one of them is mistyped, or the figures "
        "of the years do not add up in the end."
    ),
    message=mark("the targets of the years come to {sum} ({figures}), the total is {total}"),
    remedy=mark(
        "Correct the year or the total. If both stand in the document, accept this with the reason."
    ),
    check=_check,
    bad="""\
id: app
name: 自治会アプリの導入数
unit: 自治会
direction: increase
aggregation: period_total
targets:
  R6: 20
  R7: 20
  R8: 20
  R9: 20
  R6-R9: 100  # ←
""",
    good="""\
id: app
name: 自治会アプリの導入数
unit: 自治会
direction: increase
aggregation: period_total
targets:
  R6: 25
  R7: 25
  R8: 25
  R9: 25
  R6-R9: 100
""",
)
