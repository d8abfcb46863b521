"""A cumulative figure can only grow, so its results cannot fall."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from sagaict.checking.finding import Finding
from sagaict.checking.rule import Rule
from sagaict.checking.scene import Scene
from sagaict.domain.number import group
from sagaict.language import mark

__all__ = ["RULE"]

ID = "cumulative-actual-falls"


def _check(scene: Scene) -> Iterator[Finding]:
    for site in scene.sites():
        if site.indicator.aggregation != "cumulative":
            continue
        known = [
            (year, actual.value)
            for year, actual in sorted(site.indicator.actuals.items())
            if actual.value is not None and actual.state == "final"
        ]
        for (before, old), (year, new) in pairwise(known):
            if new < old:
                yield Finding(
                    ID,
                    site.file,
                    (*site.location, "actuals", year, "value"),
                    {"year": year.label, "new": group(new), "old": group(old)},
                    related=((site.file, (*site.location, "actuals", before, "value")),),
                )


RULE = Rule(
    id=ID,
    severity="warning",
    title=mark("Results of a cumulative indicator fall"),
    why=mark(
        "A cumulative figure (累計) already adds up: it never gets smaller. If it does, one year's "
        "figure was filled in for the total, or the indicator counts what there is at a time "
        "(level), where things may also go."
    ),
    message=mark("the cumulative figure falls from {old} to {new} in {year}"),
    remedy=mark(
        "Fill in the total up to that year; or write aggregation: level if it is what there is at "
        "a time, whatever it is called, or annual if each year counts anew."
    ),
    check=_check,
    bad="""\
id: introduced
name: RPA導入業務数（累計）
unit: 業務
direction: increase
aggregation: cumulative
targets:
  R9: 40
actuals:
  R6: 12
  R7: 9  # ←
""",
    good="""\
id: introduced
name: RPA導入業務数（累計）
unit: 業務
direction: increase
aggregation: cumulative
targets:
  R9: 40
actuals:
  R6: 12
  R7: 21
""",
)
