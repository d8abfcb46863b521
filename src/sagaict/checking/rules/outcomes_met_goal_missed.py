"""Every outcome of a measure met, and yet its goal missed."""

from __future__ import annotations

from collections.abc import Iterator

from sagaict.checking.finding import Finding
from sagaict.checking.rule import Rule
from sagaict.checking.scene import Scene, Site
from sagaict.computing.judging import assess_year
from sagaict.domain.walks import holder_id
from sagaict.language import mark

__all__ = ["RULE"]

ID = "outcomes-met-goal-missed"


def _check(scene: Scene) -> Iterator[Finding]:
    outcomes: dict[tuple[str, str], list[Site]] = {}
    for site in scene.sites():
        if site.placed.kind == "outcome":
            outcomes.setdefault(_measure(site), []).append(site)
    for site in scene.sites():
        # A share of outcomes met is made of the outcomes themselves.
        if site.placed.kind != "goal" or site.indicator.derived is not None:
            continue
        for year in site.indicator.yearly_targets():
            goal = assess_year(site.placed, year, scene.view)
            if goal.status != "unmet":
                continue
            judged = [
                assess_year(outcome.placed, year, scene.view)
                for outcome in outcomes.get(_measure(site), ())
            ]
            due = [item for item in judged if item.due and item.status != "undecided"]
            if due and all(item.status == "met" for item in due):
                args = {"year": year.label, "count": str(len(due))}
                name = "state" if goal.reason.why == "judged" else "value"
                location = (*site.location, "actuals", year, name)
                yield Finding(ID, site.file, location, args)


def _measure(site: Site) -> tuple[str, str]:
    """The plan, and what the indicator is about in it; the outcomes of a measure lead to its."""
    placed = site.placed
    return placed.plan.id, holder_id(placed.measure or placed.goal or placed.plan)


RULE = Rule(
    id=ID,
    severity="info",
    title=mark("All outcomes met, but the goal missed"),
    why=mark(
        "The outcome indicators (成果指標) of a measure are meant to lead to its goal "
        "(施策目標値). If all are met and the goal is not, they measure what does not lead there."
    ),
    message=mark("the goal of {year} was missed, though every outcome due was met ({count})"),
    remedy=mark("Nothing to correct: ask whether the measure's projects and indicators fit it."),
    check=_check,
    asks="reported",
    bad="""\
id: sample
title: 見本の計画
period: R6-R9
documents:
  plan:
    title: 見本の計画書
goals:
  - no: 1
    title: 見本の目標
    measures:
      - id: 1-1
        title: 見本の施策
        goal_indicators:
          - id: satisfaction
            name: 利便性満足度
            unit: "%"
            direction: increase
            aggregation: level
            targets:
              R7: 65
            actuals:
              R7: 60.4  # ←
        outcome_indicators:
          - id: online
            name: オンライン化した手続数
            unit: 手続
            direction: increase
            aggregation: cumulative
            targets:
              R7: 80
            actuals:
              R7: 96
        source: plan 1
""",
    good="""\
id: sample
title: 見本の計画
period: R6-R9
documents:
  plan:
    title: 見本の計画書
goals:
  - no: 1
    title: 見本の目標
    measures:
      - id: 1-1
        title: 見本の施策
        goal_indicators:
          - id: satisfaction
            name: 利便性満足度
            unit: "%"
            direction: increase
            aggregation: level
            targets:
              R7: 65
            actuals:
              R7: 60.4
        outcome_indicators:
          - id: online
            name: オンライン化した手続数
            unit: 手続
            direction: increase
            aggregation: cumulative
            targets:
              R7: 80
            actuals:
              R7: 71
        source: plan 1
""",
    sample="plan",
)
