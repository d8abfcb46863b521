"""An unmet target needs the owner's remark on the result."""

from __future__ import annotations

from collections.abc import Iterator

from sagaict.checking.finding import Finding
from sagaict.checking.rule import Rule
from sagaict.checking.scene import Scene
from sagaict.computing.explanation import explanation
from sagaict.computing.judging import assess_year
from sagaict.language import mark

__all__ = ["RULE"]

ID = "unmet-without-remark"


def _check(scene: Scene) -> Iterator[Finding]:
    for site in scene.sites():
        for year in site.indicator.actuals:
            judged = assess_year(site.placed, year, scene.view)
            if judged.status == "unmet" and not explanation(judged):
                location = (*site.location, "actuals", year)
                yield Finding(ID, site.file, location, {"year": year.label}, on_key=True)


RULE = Rule(
    id=ID,
    severity="warning",
    title=mark("An unmet target without a remark"),
    why=mark(
        "When a target is missed, the owner states why and what follows (結果に対する見解). "
        "Without it the council has nothing to judge and the next plan repeats the mistake."
    ),
    message=mark("the target of {year} was missed, and nothing says why"),
    remedy=mark(
        "Add “remark” to the actual: the reason, and what is done about it. If the plan is only "
        "copied from what was published, write transcribed: true in it."
    ),
    check=_check,
    asks="reported",
    bad="""\
id: satisfaction
name: 利用者の満足度
unit: "%"
direction: increase
aggregation: level
targets:
  R6: 60
actuals:
  R6: 48  # ←
""",
    good="""\
id: satisfaction
name: 利用者の満足度
unit: "%"
direction: increase
aggregation: level
targets:
  R6: 60
actuals:
  R6:
    value: 48
    remark: 周知が遅れ、利用の多い窓口での回答が少なかった。R7は受付機で案内する。
""",
)
