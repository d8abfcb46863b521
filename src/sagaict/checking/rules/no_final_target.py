"""Targets that end before the plan does."""

from __future__ import annotations

from collections.abc import Iterator

from sagaict.checking.finding import Finding
from sagaict.checking.rule import Rule
from sagaict.checking.scene import Scene
from sagaict.checking.target_sites import sites_in_force, target_sites
from sagaict.language import mark

__all__ = ["RULE"]

ID = "no-final-target"


def _check(scene: Scene) -> Iterator[Finding]:
    for site in sites_in_force(scene):
        if site.placed.plan.stage == "draft":
            continue  # its targets are still being set
        targets = target_sites(site)
        end = site.placed.plan.period.last
        # What words ask for (a milestone) is done once it is reached.
        if targets and targets[-1].due < end and targets[-1].target.words is None:
            args = {"last": targets[-1].due.label, "end": end.label}
            yield Finding(ID, site.file, targets[-1].location, args, on_key=True)


RULE = Rule(
    id=ID,
    severity="warning",
    title=mark("No target for the plan's last year"),
    why=mark(
        "When the plan ends, the council judges every indicator once more (最終評価). One whose "
        "targets end earlier drops out of that tally without notice."
    ),
    message=mark("the targets end with {last}, the plan with {end}"),
    remedy=mark(
        "Add the target for the last year, or “undecided”. If it is meant to end earlier, accept "
        "this with the reason."
    ),
    check=_check,
    asks="settable",
    bad="""\
id: standardized
name: 標準化を完了した業務数
unit: 業務
direction: increase
aggregation: cumulative
targets:
  R7: 20  # ←
""",
    good="""\
id: standardized
name: 標準化を完了した業務数
unit: 業務
direction: increase
aggregation: cumulative
targets:
  R7: 20
  R9: undecided
""",
)
