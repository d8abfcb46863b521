"""A target whose year is long over, and still no final figure."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from datetime import date

from sagaict.checking.finding import Finding
from sagaict.checking.rule import Rule
from sagaict.checking.scene import Scene
from sagaict.computing.closure import is_settled, is_unjudged, is_void
from sagaict.computing.figures import figure_for
from sagaict.domain.fiscal import FiscalYear
from sagaict.language import mark

__all__ = ["RULE"]

ID = "overdue"


def _check(scene: Scene) -> Iterator[Finding]:
    months = scene.threshold(ID, "months")
    today = scene.view.today
    for site in scene.sites():
        if site.indicator.derived is not None:  # what it is made of is overdue, not itself
            continue
        for key, target in site.indicator.targets.items():
            due = key.last
            late = due.plus(site.indicator.latest or 0)
            if not target.aims or today <= _deadline(late, months) or is_void(site.placed, due):
                continue
            figure = figure_for(site.indicator, due, scene.view)
            if is_unjudged(site.indicator, due) or not is_settled(figure):
                location = (*site.location, "targets", key)
                args = {"year": key.label, "months": str(months)}
                yield Finding(ID, site.file, location, args, on_key=True)


def _deadline(year: FiscalYear, months: int) -> date:
    """The last day on which a figure of the year is still in time."""
    passed = year.last_day.month - 1 + months
    ends_in, month = year.last_day.year + passed // 12, passed % 12 + 1
    return date(ends_in, month, calendar.monthrange(ends_in, month)[1])


RULE = Rule(
    id=ID,
    severity="warning",
    title=mark("A result is overdue"),
    why=mark(
        "A target nobody reports on is forgotten, and at the next plan its result can no longer be "
        "found out. Missing is not missed: until there is a figure, nothing can be judged."
    ),
    message=mark(
        "the target of {year} fell due more than {months} months ago, and there is no final figure"
    ),
    remedy=mark(
        "Ask the section for the result. If it always comes out years later, write latest: 1 (or "
        "more); if there will be none, state: not_surveyed (調査未実施) or not_assessable "
        "(評価困難) with a remark; if nobody reports on the plan here, transcribed: true in it."
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
  R7: 65  # ←
  R8: 70
actuals:
  R6: 61.3
""",
    good="""\
id: satisfaction
name: 利用者の満足度
unit: "%"
direction: increase
aggregation: level
targets:
  R6: 60
  R7: 65
  R8: 70
actuals:
  R6: 61.3
  R7:
    state: not_surveyed
    remark: 窓口の改修により調査を見送った。R8に行う。
""",
    thresholds={"months": 6},
)
