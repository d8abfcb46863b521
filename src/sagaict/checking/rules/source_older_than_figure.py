"""A result credited to a document that came out before there could be one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sagaict.checking.actuals import ActualSite, actuals_in
from sagaict.checking.finding import Finding
from sagaict.checking.rule import Rule
from sagaict.checking.scene import Scene
from sagaict.domain.document import Document
from sagaict.language import mark

__all__ = ["RULE"]

ID = "source-older-than-figure"


def _check(scene: Scene) -> Iterator[Finding]:
    for entry in actuals_in(scene):
        source = entry.actual.source or entry.indicator.source
        if source is None or entry.actual.state not in ("final", "provisional"):
            continue
        document = _document(scene, entry, source)
        came_out = document.came_out if document else None
        if document is not None and came_out is not None and came_out.last_day < _known_from(entry):
            args = {"document": document.title, "published": document.published or ""}
            if entry.actual.source:
                yield entry.on_field(ID, "source", **args)
            else:
                yield entry.on_year(ID, **args)


def _document(scene: Scene, entry: ActualSite, source: str) -> Document | None:
    owner, _, name = source.split(" ", 1)[0].rpartition("/")
    plan = scene.portfolio.plans.get(owner) if owner else entry.site.placed.plan
    return plan.documents.get(name) if plan else None


def _known_from(entry: ActualSite) -> date:
    """The first day on which the figure can have been known."""
    actual, year = entry.actual, entry.year
    if actual.span is not None:
        return actual.span.last_day
    if actual.as_of is not None:
        return actual.as_of.first_day
    whole_year = entry.indicator.is_flow and actual.state == "final"
    return year.last_day if whole_year else year.first_day


RULE = Rule(
    id=ID,
    severity="warning",
    title=mark("A result older than its source can tell"),
    why=mark(
        "A result entered without a source of its own is credited to the indicator's, which is "
        "the plan; but the plan was printed before the year was over. The true source is lost."
    ),
    message=mark(
        "the result of {year} is credited to “{document}” ({published}), which cannot know it yet"
    ),
    remedy=mark(
        "Name the document the figure comes from; if it is of a shorter time, give its span."
    ),
    check=_check,
    bad="""\
id: sample
title: 見本の計画
period: R6-R9
documents:
  plan:
    title: 見本の計画書
    published: 令和6年3月
goals:
  - no: 1
    title: 見本の目標
    measures:
      - id: 1-1
        title: 見本の施策
        goal_indicators:
          - id: access
            name: 年間アクセス件数
            unit: 件
            direction: increase
            aggregation: annual
            targets:
              R7: 80,000
            actuals:
              R7: 78,210  # ←
            source: plan 第4章(p.31)
""",
    good="""\
id: sample
title: 見本の計画
period: R6-R9
documents:
  plan:
    title: 見本の計画書
    published: 令和6年3月
  review-r7:
    title: 令和7年度の進行管理
    published: 令和8年8月
goals:
  - no: 1
    title: 見本の目標
    measures:
      - id: 1-1
        title: 見本の施策
        goal_indicators:
          - id: access
            name: 年間アクセス件数
            unit: 件
            direction: increase
            aggregation: annual
            targets:
              R7: 80,000
            actuals:
              R7:
                value: 78,210
                source: review-r7 施策3-1(p.4)
            source: plan 第4章(p.31)
""",
    sample="plan",
)
