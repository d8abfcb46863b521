"""A target behind where the indicator already stands."""

from __future__ import annotations

from collections.abc import Iterator

from sagaict.checking.baselines import (
    baseline_place,
    comparable_baseline,
    is_contradicted,
    is_one_level,
    worse_targets,
)
from sagaict.checking.finding import Finding
from sagaict.checking.rule import Rule
from sagaict.checking.scene import Scene
from sagaict.checking.target_sites import number_targets
from sagaict.domain.number import group
from sagaict.language import mark

__all__ = ["RULE"]

ID = "target-worse-than-baseline"


def _check(scene: Scene) -> Iterator[Finding]:
    for site in scene.sites():
        baseline = comparable_baseline(site.indicator)
        worse, targets = worse_targets(site), number_targets(site)
        if baseline is None or is_contradicted(site) or is_one_level(targets):
            continue
        # Where all of them are, that is one thing to look at, and the last is what is aimed at.
        for entry in worse[-1:] if len(worse) == len(targets) else worse:
            yield entry.on_value(
                ID, (baseline_place(site),), target=entry.shown, baseline=group(baseline)
            )


RULE = Rule(
    id=ID,
    severity="warning",
    title=mark("A target worse than the baseline"),
    why=mark(
        "A target behind the present state would be met by doing nothing, or by falling back. "
        "Mostly a digit is wrong, or baseline (現状値) and target do not measure the same thing."
    ),
    message=mark("the target {target} of {year} is worse than the baseline {baseline}"),
    remedy=mark(
        "Correct the figure. If a level is to be held (維持), write hold: true; if a loss is only "
        "to be limited (抑制), say so in “printed”, “note” or “target_basis”."
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
