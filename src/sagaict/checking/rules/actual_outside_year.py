"""A figure filed under a fiscal year other than the one it is of."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from sagaict.checking.actuals import ActualSite, actuals_in
from sagaict.checking.finding import Finding
from sagaict.checking.rule import Rule
from sagaict.checking.scene import Scene
from sagaict.domain.fiscal import FiscalYear, Moment, Span, fiscal_year_on
from sagaict.language import mark

__all__ = ["RULE"]

ID = "actual-outside-year"


def _check(scene: Scene) -> Iterator[Finding]:
    for entry in actuals_in(scene):
        actual = entry.actual
        if actual.value is None or actual.is_judged:
            continue
        if actual.span is not None:
            if not _span_fits(entry, actual.span):
                yield entry.on_field(ID, "span", when=str(actual.span))
        elif actual.as_of is not None and not _moment_fits(entry, actual.as_of):
            lies_in = actual.as_of.fiscal_year.label
            yield entry.on_field(ID, "as_of", when=f"{actual.as_of} ({lies_in})")


def _span_fits(entry: ActualSite, span: Span) -> bool:
    """Whether it ends in the year; what adds up over years may begin in an earlier one."""
    adds_up = entry.indicator.aggregation in ("cumulative", "period_total")
    begins = adds_up or span.first_day >= entry.year.first_day
    return begins and entry.year.first_day <= span.last_day <= entry.year.last_day


def _moment_fits(entry: ActualSite, as_of: Moment) -> bool:
    until = _closing_day(entry.year, counts_year=entry.indicator.is_flow)
    return entry.year.first_day <= as_of.first_day and as_of.last_day <= until


def _closing_day(year: FiscalYear, *, counts_year: bool) -> date:
    """The last day on which a figure can be taken of the year.

    What happened in a year is counted until the books of the fiscal year are closed, two months
    after it ended (出納整理期間, 31 May); how things stood at its end is often taken on the morning
    after, 1 April.
    """
    if not counts_year:
        return year.last_day + timedelta(days=1)
    next_year = fiscal_year_on(year.last_day).plus(1).first_day
    return Moment.in_month_of(next_year + timedelta(days=31)).last_day


RULE = Rule(
    id=ID,
    severity="warning",
    title=mark("A figure of another fiscal year"),
    why=mark(
        "March belongs to the fiscal year that began the April before: R7.3 lies in R6. A figure "
        "filed under the wrong year is held against the wrong target."
    ),
    message=mark("the figure filed under {year} is of {when}"),
    remedy=mark(
        "File it under the fiscal year it is of, or correct the date. If the target is judged on "
        "the newest figure there is, do so, and write latest: 1 (or more)."
    ),
    check=_check,
    bad="""\
id: friends
name: LINE公式アカウントの友だち登録者数
unit: 人
direction: increase
aggregation: level
targets:
  R7: 50,000
actuals:
  R7:
    value: 48,120
    as_of: R7.3  # ←
""",
    good="""\
id: friends
name: LINE公式アカウントの友だち登録者数
unit: 人
direction: increase
aggregation: level
targets:
  R7: 50,000
actuals:
  R6:
    value: 48,120
    as_of: R7.3
""",
)
