"""A figure of a time that is not over yet."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sagaict.checking.actuals import ActualSite, actuals_in
from sagaict.checking.finding import Finding
from sagaict.checking.rule import Rule
from sagaict.checking.scene import Scene
from sagaict.domain.fiscal import Span
from sagaict.language import mark

__all__ = ["RULE"]

ID = "actual-in-future"


def _check(scene: Scene) -> Iterator[Finding]:
    today = scene.view.today
    for entry in actuals_in(scene):
        actual = entry.actual
        if actual.is_judged and actual.as_of is not None and actual.as_of.first_day > today:
            yield entry.on_field(ID, "as_of", when=str(actual.as_of))
        if actual.is_judged or actual.value is None or actual.state == "estimate":
            continue
        if actual.span is not None and _ends_later(actual.span, today):
            yield entry.on_field(ID, "span", when=str(actual.span))
        elif actual.as_of is not None and actual.as_of.first_day > today:
            yield entry.on_field(ID, "as_of", when=str(actual.as_of))
        elif _is_too_early(entry, today):
            yield entry.on_year(ID, when=entry.year.label)


def _ends_later(span: Span, today: date) -> bool:
    """Whether it ends after `today`; a month that is running counts as reached."""
    return (span.last_day.year, span.last_day.month) > (today.year, today.month)


def _is_too_early(entry: ActualSite, today: date) -> bool:
    """Whether the fiscal year has not begun, or is not over though its count is called final.

    A final count that gives a date is left to `final-but-partial`.
    """
    if today < entry.year.first_day:
        return True
    whole_year = entry.indicator.is_flow and entry.actual.state == "final"
    return whole_year and not entry.is_dated and not entry.year.ended_by(today)


RULE = Rule(
    id=ID,
    severity="error",
    title=mark("A result from the future"),
    why=mark(
        "Nobody can know yet what a year brings that is not over. Most often the year is one off, "
        "or a forecast was entered as if it were the result."
    ),
    message=mark("the figure of {year} is of {when}, which is not over yet"),
    remedy=mark(
        "Correct the year or date, or write state: provisional (速報) or estimate (見込み)."
    ),
    check=_check,
    bad="""\
id: access
name: 年間アクセス件数
unit: 件
direction: increase
aggregation: annual
targets:
  R8: 90,000
actuals:
  R7:
    value: 81,204
    span: R8.4-R9.3  # ←
  R8: 52,310  # ←
""",
    good="""\
id: access
name: 年間アクセス件数
unit: 件
direction: increase
aggregation: annual
targets:
  R8: 90,000
actuals:
  R7:
    value: 81,204
    span: R7.4-R8.3
  R8:
    value: 52,310
    state: provisional
    span: R8.4-R8.10
""",
)
