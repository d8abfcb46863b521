"""A cumulative figure can only grow, so its targets cannot fall."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from sagaict.checking.finding import Finding
from sagaict.checking.rule import Rule
from sagaict.checking.scene import Scene
from sagaict.domain.number import group
from sagaict.language import mark

__all__ = ["RULE"]

ID = "cumulative-target-falls"


def _check(scene: Scene) -> Iterator[Finding]:
    for site in scene.sites():
        if site.indicator.aggregation != "cumulative":
            continue
        numbers = [
            (year, target.value)
            for year, target in site.indicator.yearly_targets().items()
            if target.value is not None
        ]
        for (before, old), (year, new) in pairwise(numbers):
            if new < old:
                yield Finding(
                    ID,
                    site.file,
                    (*site.location, "targets", year),
                    {"year": year.label, "new": group(new), "old": group(old)},
                    related=((site.file, (*site.location, "targets", before)),),
                )


RULE = Rule(
    id=ID,
    severity="warning",
    title=mark("Targets of a cumulative indicator fall"),
    why=mark(
        "A cumulative figure already adds up: it never gets smaller. If its targets fall, either a "
        "digit is wrong or the figures are single-year ones and the aggregation should be annual."
    ),
    message=mark("the cumulative target falls from {old} to {new} in {year}"),
    remedy=mark(
        "Correct the figure; or write aggregation: level if it is what there is at a time, "
        "whatever it is called, or annual if each year counts anew."
    ),
    check=_check,
    bad="""\
id: introduced
name: RPA導入業務数（累計）
unit: 業務
direction: increase
aggregation: cumulative
targets:
  R6: 5
  R7: 3  # ←
""",
    good="""\
id: introduced
name: RPA導入業務数（累計）
unit: 業務
direction: increase
aggregation: cumulative
targets:
  R6: 5
  R7: 8
""",
)
