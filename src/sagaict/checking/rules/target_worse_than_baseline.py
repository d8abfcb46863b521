"""A target behind where the indicator already stands."""

from __future__ import annotations

from collections.abc import Iterator

from sagaict.checking.baselines import (
    baseline_place,
    comparable_baseline,
    is_contradicted,
    worse_targets,
)
from sagaict.checking.finding import Finding
from sagaict.checking.rule import Rule
from sagaict.checking.scene import Scene
from sagaict.domain.number import group
from sagaict.language import mark

__all__ = ["RULE"]

ID = "target-worse-than-baseline"


def _check(scene: Scene) -> Iterator[Finding]:
    for site in scene.sites():
        baseline = comparable_baseline(site.indicator)
        if baseline is None or is_contradicted(site):
            continue
        for entry in worse_targets(site):
            yield entry.on_value(
                ID, (baseline_place(site),), target=entry.shown, baseline=group(baseline)
            )


RULE = Rule(
    id=ID,
    severity="error",
    title=mark("A target worse than the baseline"),
    why=mark(
        "A target behind the present state would be met by doing nothing, or by falling back. "
        "Mostly a digit is wrong, or baseline (現状値) and target do not measure the same thing."
    ),
    message=mark("the target {target} of {year} is worse than the baseline {baseline}"),
    remedy=mark(
        "Correct the figure. If a level is only to be held (維持) or a loss limited (抑制), say so "
        "in “printed”, “note” or “target_basis”."
    ),
    check=_check,
    bad="""\
id: satisfaction
name: 利用者の満足度
unit: "%"
direction: increase
aggregation: level
baseline:
  value: 61.3
  year: R4
targets:
  R6: 6.3  # ←
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
  R6: 63
  R9: 73.1
""",
)
