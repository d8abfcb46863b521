"""Figures of a total whose times overlap count some days twice."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from sagaict.checking.finding import Finding
from sagaict.checking.rule import Rule
from sagaict.checking.scene import Scene
from sagaict.domain.fiscal import FiscalYear, Span
from sagaict.domain.times import covers, overlap
from sagaict.language import mark

__all__ = ["RULE"]

ID = "spans-overlap"


def _check(scene: Scene) -> Iterator[Finding]:
    for site in scene.sites():
        if site.indicator.aggregation != "period_total":
            continue
        times = [
            (year, actual.span or year)
            for year, actual in sorted(site.indicator.actuals.items())
            if actual.value is not None
        ]
        for (before, one), (year, other) in combinations(times, 2):
            if overlap(one, other) and not (covers(one, other) or covers(other, one)):
                yield Finding(
                    ID,
                    site.file,
                    (*site.location, "actuals", year),
                    {"year": year.label, "time": _shown(other), "other": _shown(one)},
                    related=((site.file, (*site.location, "actuals", before)),),
                    on_key=True,
                )


def _shown(time: FiscalYear | Span) -> str:
    return time.label if isinstance(time, FiscalYear) else time.text


RULE = Rule(
    id=ID,
    severity="error",
    title=mark("Figures of a total overlap in time"),
    why=mark(
        "What falls into both times would be counted twice, so neither figure can be added to the "
        "other, and the total cannot be judged. A running total that covers another figure whole "
        "takes its place; one that covers a part of it cannot."
    ),
    message=mark("the figure of {year} ({time}) overlaps that of {other}"),
    remedy=mark("Correct the span, or enter the figures of whole years."),
    check=_check,
    bad="""\
id: hours
name: 削減時間
unit: 時間
direction: increase
aggregation: period_total
targets:
  R6-R9: 17,600
actuals:
  R6: {value: 4100, span: R6.4-R7.6}
  R7: 4,300  # ←
""",
    good="""\
id: hours
name: 削減時間
unit: 時間
direction: increase
aggregation: period_total
targets:
  R6-R9: 17,600
actuals:
  R6: 4,100
  R7: {value: 8400, span: R6.4-R8.3}
""",
)
