"""A count called final that does not cover its whole year."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from sagaict.checking.actuals import ActualSite, actuals_in
from sagaict.checking.finding import Finding
from sagaict.checking.rule import Rule
from sagaict.checking.scene import Scene
from sagaict.domain.fiscal import FiscalYear, Span
from sagaict.language import mark

__all__ = ["RULE"]

ID = "final-but-partial"

_WEEKEND = timedelta(days=2)
"""31 March may be a Sunday: the last working day is then two days earlier."""


def _check(scene: Scene) -> Iterator[Finding]:
    for entry in actuals_in(scene):
        actual = entry.actual
        if not entry.indicator.is_flow or actual.value is None or actual.state != "final":
            continue
        if actual.span is not None:
            if _is_partial(entry, actual.span):
                yield entry.on_field(ID, "span", when=str(actual.span))
        elif actual.as_of is not None:
            within = actual.as_of.first_day >= entry.year.first_day
            if within and _is_before_end(actual.as_of.last_day, entry.year):
                yield entry.on_field(ID, "as_of", when=str(actual.as_of))


def _is_before_end(day: date, year: FiscalYear) -> bool:
    return day < year.last_day - _WEEKEND


def _is_partial(entry: ActualSite, span: Span) -> bool:
    """Whether part of the year is left out; a span of other years is another rule's matter."""
    year = entry.year
    if not year.first_day <= span.last_day <= year.last_day:
        return False
    starts_late = span.first_day > year.first_day and _was_counted_before(entry)
    return starts_late or _is_before_end(span.last_day, year)


def _was_counted_before(entry: ActualSite) -> bool:
    """Whether there were figures earlier: else the service itself may have started in mid-year."""
    baseline = entry.indicator.baseline
    if baseline is not None and baseline.value:
        return True
    return any(
        year < entry.year and actual.value for year, actual in entry.indicator.actuals.items()
    )


RULE = Rule(
    id=ID,
    severity="warning",
    title=mark("Final, but only part of the year"),
    why=mark(
        "Eleven months held against a target for twelve make a met target look missed, and a total "
        "too small; next year the full figure contradicts the one already published."
    ),
    message=mark(
        "the figure of {year} is called final, but it is of {when}, not of the whole year"
    ),
    remedy=mark(
        "Write state: provisional (速報) until the year's figure is known, then keep this one "
        "under “earlier”."
    ),
    check=_check,
    bad="""\
id: access
name: 年間アクセス件数
unit: 件
direction: increase
aggregation: annual
targets:
  R7: 75,000
actuals:
  R7:
    value: 67,988
    span: R7.4-R8.2  # ←
""",
    good="""\
id: access
name: 年間アクセス件数
unit: 件
direction: increase
aggregation: annual
targets:
  R7: 75,000
actuals:
  R7:
    value: 73,098
    earlier:
      - value: 67,988
        state: provisional
        span: R7.4-R8.2
""",
)
