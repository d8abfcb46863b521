"""Every target lies the other way than the direction says."""

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

ID = "direction-contradicted"


def _check(scene: Scene) -> Iterator[Finding]:
    for site in scene.sites():
        baseline = comparable_baseline(site.indicator)
        if baseline is None or not is_contradicted(site):
            continue
        targets = worse_targets(site)
        yield Finding(
            ID,
            site.file,
            (*site.location, "direction"),
            {
                "direction": site.indicator.direction,
                "baseline": group(baseline),
                "target": targets[-1].shown,
                "year": targets[-1].key.label,
            },
            related=(baseline_place(site), *(entry.value_place for entry in targets)),
        )


RULE = Rule(
    id=ID,
    severity="warning",
    title=mark("The targets go against the direction"),
    why=mark(
        "If every target lies on the worse side of the baseline (現状値), the direction is most "
        "likely the wrong way round. Then every result is judged upside down: the better it gets, "
        "the less it counts as met."
    ),
    message=mark(
        "the direction is {direction}, but the targets go from the baseline {baseline} to {target} "
        "in {year}"
    ),
    remedy=mark(
        "Correct the direction, or the figures. If a level is to be held (維持), write hold: true; "
        "if a loss is only to be limited (抑制), say so in “printed”, “note” or “target_basis”."
    ),
    check=_check,
    bad="""\
id: failures
name: システム障害の発生件数
unit: 件
direction: increase  # ←
aggregation: annual
baseline:
  value: 140
  year: R4
targets:
  R6: 130
  R9: 120
""",
    good="""\
id: failures
name: システム障害の発生件数
unit: 件
direction: decrease
aggregation: annual
baseline:
  value: 140
  year: R4
targets:
  R6: 130
  R9: 120
""",
)
