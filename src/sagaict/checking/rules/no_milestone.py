"""A target far ahead with nothing on the way to it."""

from __future__ import annotations

from collections.abc import Iterator

from sagaict.checking.finding import Finding
from sagaict.checking.rule import Rule
from sagaict.checking.scene import Scene
from sagaict.checking.target_sites import sites_in_force, target_sites
from sagaict.language import mark

__all__ = ["RULE"]

ID = "no-milestone"


def _check(scene: Scene) -> Iterator[Finding]:
    most = scene.threshold(ID, "years")
    for site in sites_in_force(scene):
        targets = target_sites(site)
        if (
            site.indicator.aggregation == "period_total"
            or len(targets) != 1
            or site.indicator.has_no_path
        ):
            continue
        only = targets[0]
        years = only.due.number - site.placed.plan.period.first.number
        if years > most:
            args = {"year": only.due.label, "years": str(years)}
            yield Finding(ID, site.file, only.location, args, on_key=True)


RULE = Rule(
    id=ID,
    severity="info",
    title=mark("No interim target"),
    why=mark(
        "With a last target only, nobody can say before the end whether things are on course; "
        "until then progress is judged against a straight line that no one has decided on."
    ),
    message=mark("{year} is the only target, {years} years after the plan's beginning"),
    remedy=mark("Consider an interim target (中間値), at least for the mid-term review."),
    check=_check,
    asks="settable",
    bad="""\
id: satisfaction
name: 利用者の満足度
unit: "%"
direction: increase
aggregation: level
targets:
  R9: 73.1  # ←
""",
    good="""\
id: satisfaction
name: 利用者の満足度
unit: "%"
direction: increase
aggregation: level
targets:
  R7: 66
  R9: 73.1
""",
    thresholds={"years": 2},
)
