"""Everything done as planned, and yet the effect fell short."""

from __future__ import annotations

from collections.abc import Iterator

from sagaict.checking.finding import Finding
from sagaict.checking.holders import site_holders
from sagaict.checking.rule import Rule
from sagaict.checking.scene import Scene
from sagaict.language import mark

__all__ = ["RULE"]

ID = "plan-met-outcome-missed"


def _check(scene: Scene) -> Iterator[Finding]:
    for holder in site_holders(scene):
        for year, evaluation in holder.evaluations.items():
            if evaluation.progress not in ("on_schedule", "done"):
                continue
            missed = holder.outcomes_that_are("unmet", year, scene.view)
            if missed:
                yield holder.finding(ID, year, missed)


RULE = Rule(
    id=ID,
    severity="info",
    title=mark("On schedule, but the outcome was missed"),
    why=mark(
        "Progress and outcome are kept apart on purpose. Where the work went as planned and the "
        "effect fell short, the work may not be what brings the effect about: ask there first."
    ),
    message=mark("on schedule in {year}, but the outcome was missed: {names}"),
    remedy=mark("Nothing to correct: say in the outlook what follows from it."),
    check=_check,
    asks="reported",
    bad="""\
outcome_indicators:
  - id: usage-rate
    name: 通報アプリの利用率
    unit: "%"
    direction: increase
    aggregation: level
    targets:
      R7: 30
    actuals:
      R7: 18
evaluations:
  R7:
    progress: on_schedule  # ←
""",
    good="""\
outcome_indicators:
  - id: usage-rate
    name: 通報アプリの利用率
    unit: "%"
    direction: increase
    aggregation: level
    targets:
      R7: 30
    actuals:
      R7: 31
evaluations:
  R7:
    progress: on_schedule
""",
    sample="project",
)
