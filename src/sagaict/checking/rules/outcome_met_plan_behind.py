"""Behind schedule, and yet the effect is there."""

from __future__ import annotations

from collections.abc import Iterator

from sagaict.checking.finding import Finding
from sagaict.checking.holders import site_holders
from sagaict.checking.rule import Rule
from sagaict.checking.scene import Scene
from sagaict.language import mark

__all__ = ["RULE"]

ID = "outcome-met-plan-behind"


def _check(scene: Scene) -> Iterator[Finding]:
    for holder in site_holders(scene):
        for year, evaluation in holder.evaluations.items():
            if evaluation.progress != "delayed":
                continue
            met = holder.outcomes_that_are("met", year, scene.view)
            if met and not holder.outcomes_that_are("unmet", year, scene.view):
                yield holder.finding(ID, year, met)


RULE = Rule(
    id=ID,
    severity="info",
    title=mark("Behind schedule, but the outcome was met"),
    why=mark(
        "If the effect came although the work is late, something else brought it about, or the "
        "target was too easy. Both are worth knowing before more is spent."
    ),
    message=mark("behind schedule in {year}, but the outcome was met: {names}"),
    remedy=mark("Nothing to correct: ask where the effect comes from and whether the target fits."),
    check=_check,
    asks="reported",
    bad="""\
outcome_indicators:
  - id: visits
    name: 特設サイトの年間アクセス件数
    unit: 件
    direction: increase
    aggregation: annual
    targets:
      R7: 12,000
    actuals:
      R7: 15,310
evaluations:
  R7:
    progress: delayed  # ←
""",
    good="""\
outcome_indicators:
  - id: visits
    name: 特設サイトの年間アクセス件数
    unit: 件
    direction: increase
    aggregation: annual
    targets:
      R7: 12,000
    actuals:
      R7:
        value: 9,870
        remark: コンテンツの追加が遅れた。
evaluations:
  R7:
    progress: delayed
""",
    sample="project",
)
