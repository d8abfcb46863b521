"""A result whose origin neither it nor its indicator names."""

from __future__ import annotations

from collections.abc import Iterator

from sagaict.checking.actuals import actuals_in
from sagaict.checking.finding import Finding
from sagaict.checking.rule import Rule
from sagaict.checking.scene import Scene
from sagaict.language import mark

__all__ = ["RULE"]

ID = "actual-without-source"


def _check(scene: Scene) -> Iterator[Finding]:
    for entry in actuals_in(scene):
        if entry.actual.source or entry.indicator.source:
            continue
        # Where no source stands above it either, the basic rule `no-source` has already said so.
        if entry.site.placed.source:
            yield entry.on_year(ID)


RULE = Rule(
    id=ID,
    severity="warning",
    title=mark("A result without a source"),
    why=mark(
        "The source of the whole file is the plan, which was printed before there were results. A "
        "result that names no source of its own (出典) cannot be checked by anyone later."
    ),
    message=mark("nothing names where the result of {year} comes from"),
    remedy=mark("Add “source” to the actual: the document and the place in it."),
    check=_check,
    asks="reported",
    bad="""\
id: satisfaction
name: 利用者の満足度
unit: "%"
direction: increase
aggregation: level
targets:
  R6:
    value: 60
    source: plan 2
actuals:
  R6: 63.5  # ←
""",
    good="""\
id: satisfaction
name: 利用者の満足度
unit: "%"
direction: increase
aggregation: level
targets:
  R6:
    value: 60
    source: plan 2
actuals:
  R6:
    value: 63.5
    source: plan 資料編3
""",
)
