"""A target whose starting point nobody knows."""

from __future__ import annotations

from collections.abc import Iterator

from sagaict.checking.finding import Finding
from sagaict.checking.rule import Rule
from sagaict.checking.scene import Scene
from sagaict.checking.target_sites import sites_in_force
from sagaict.language import mark

__all__ = ["RULE"]

ID = "no-baseline"


def _check(scene: Scene) -> Iterator[Finding]:
    for site in sites_in_force(scene):
        indicator = site.indicator
        # Totals start from nothing, what has no path from nowhere, a derived figure from others.
        if (
            indicator.has_no_path
            or indicator.aggregation not in ("level", "annual")
            or indicator.derived is not None
        ):
            continue
        if indicator.baseline is None:
            yield Finding(ID, site.file, (*site.location, "id"))
        elif indicator.baseline.value is None:
            yield Finding(ID, site.file, (*site.location, "baseline"), on_key=True)


RULE = Rule(
    id=ID,
    severity="info",
    title=mark("No baseline"),
    why=mark(
        "Without the present state (現状値) nobody can tell whether a target is ambitious or "
        "already met, and no progress rate (進捗率) can be computed."
    ),
    message=mark("the indicator has no baseline"),
    remedy=mark("Add the value before the plan and its year; a missing one is not 0."),
    check=_check,
    asks="settable",
    bad="""\
id: satisfaction  # ←
name: 利用者の満足度
unit: "%"
direction: increase
aggregation: level
targets:
  R9: 73.1
""",
    good="""\
id: satisfaction
name: 利用者の満足度
unit: "%"
direction: increase
aggregation: level
baseline:
  value: 61.3
  year: R4
targets:
  R9: 73.1
""",
)
