"""An indicator that aims at nothing."""

from __future__ import annotations

from collections.abc import Iterator

from sagaict.checking.finding import Finding
from sagaict.checking.rule import Rule
from sagaict.checking.scene import Scene
from sagaict.checking.target_sites import sites_in_force
from sagaict.language import mark

__all__ = ["RULE"]

ID = "no-target"


def _check(scene: Scene) -> Iterator[Finding]:
    for site in sites_in_force(scene):
        if not site.indicator.targets:
            yield Finding(ID, site.file, (*site.location, "id"), {"name": site.indicator.name})


RULE = Rule(
    id=ID,
    severity="warning",
    title=mark("An indicator without a target"),
    why=mark(
        "An indicator of a plan aims at something, or says that this is undecided (目標未設定) or "
        "that it is for reference (参考指標). If nothing is written, nobody can tell an open "
        "decision from a forgotten line."
    ),
    message=mark("“{name}” has no target in any year"),
    remedy=mark(
        "Add “targets”; write R9: undecided while the number is not decided, R9: none if there "
        "will never be one."
    ),
    check=_check,
    asks="settable",
    bad="""\
id: satisfaction  # ←
name: 利用者の満足度
unit: "%"
direction: increase
aggregation: level
actuals:
  R6: 60
""",
    good="""\
id: satisfaction
name: 利用者の満足度
unit: "%"
direction: increase
aggregation: level
targets:
  R9: undecided
actuals:
  R6: 60
""",
)
