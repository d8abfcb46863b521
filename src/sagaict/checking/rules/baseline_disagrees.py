"""A baseline that is not what the earlier plan's indicator arrived at."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from sagaict.checking.finding import Finding
from sagaict.checking.rule import Rule
from sagaict.checking.scene import Scene, Site
from sagaict.domain.fiscal import Period
from sagaict.domain.indicator import Indicator
from sagaict.domain.light import dataclass
from sagaict.domain.number import decimals_of, group, round_to
from sagaict.domain.results import Baseline
from sagaict.domain.times import covers
from sagaict.domain.walks import Location
from sagaict.language import mark

__all__ = ["RULE"]

ID = "baseline-disagrees"


@dataclass(frozen=True, slots=True)
class _Known:
    """What an earlier indicator came to, and where that stands in its file."""

    value: Decimal
    location: Location


def _check(scene: Scene) -> Iterator[Finding]:
    for site in scene.sites():
        baseline = site.indicator.baseline
        if baseline is None or baseline.value is None:
            continue
        for link in site.indicator.continues:
            earlier = scene.by_id.get(link.id)
            if earlier is None or not _is_comparable(site.indicator, earlier.indicator):
                continue
            known = _result(earlier, baseline)
            if known is not None and not _is_same(baseline.value, known.value):
                args = {
                    "value": group(baseline.value),
                    "year": str(baseline.period or baseline.fiscal_year),
                    "earlier": group(known.value),
                }
                location = (*site.location, "baseline", "value")
                related = ((earlier.file, (*earlier.location, *known.location)),)
                yield Finding(ID, site.file, location, args, related=related)


def _is_comparable(new: Indicator, old: Indicator) -> bool:
    """Whether a figure of one can be a figure of the other: the same unit, counted alike."""
    alike = new.aggregation == old.aggregation or (new.is_flow and old.is_flow)
    return alike and new.unit == old.unit


def _result(earlier: Site, baseline: Baseline) -> _Known | None:
    if baseline.period is not None:
        return _period_result(earlier.indicator, baseline.period)
    year = baseline.fiscal_year
    actual = earlier.indicator.actuals.get(year) if year else None
    if year is None or actual is None or actual.value is None or actual.state != "final":
        return None
    taken = {moment.last_day for moment in (baseline.as_of, actual.as_of) if moment}
    spans_more = actual.span is not None and actual.span.first_day < year.first_day
    if len(taken) > 1 or spans_more:  # as it stood on another day, or a total of several years
        return None
    return _Known(actual.value, ("actuals", year, "value"))


def _period_result(indicator: Indicator, period: Period) -> _Known | None:
    """The final total of the very years of the period, given as one or added up."""
    values: list[Decimal] = []
    for year in period:
        actual = indicator.actuals.get(year)
        if actual is None or actual.value is None or actual.state != "final":
            values = []
            continue
        location = ("actuals", year, "value")
        if actual.span is not None and actual.span.first_day < year.first_day:
            whole = actual.span.fiscal_years == period and covers(actual.span, period.first)
            return _Known(actual.value, location) if whole and year == period.last else None
        values.append(actual.value)
    if len(values) < period.years or not indicator.is_flow:
        return None
    return _Known(sum(values, Decimal(0)), ("actuals", period.last, "value"))


def _is_same(one: Decimal, other: Decimal) -> bool:
    """Whether the two are one figure, as far as the more coarsely printed of them tells."""
    places = min(decimals_of(one), decimals_of(other))
    return round_to(one, places) == round_to(other, places)


RULE = Rule(
    id=ID,
    severity="warning",
    title=mark("The baseline disagrees with the earlier plan's result"),
    why=mark(
        "An indicator carried on starts where the last plan ended. If its baseline (現状値) is "
        "another figure for the same year, one of the two plans reports something untrue."
    ),
    message=mark("the baseline of {year} is {value}, but the earlier plan's result is {earlier}"),
    remedy=mark(
        "Correct the wrong one; if both are printed so, record a discrepancy and accept this."
    ),
    check=_check,
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
      - id: old
        title: 前の施策
        goal_indicators:
          - id: satisfaction
            name: 利便性満足度
            unit: "%"
            direction: increase
            aggregation: level
            actuals:
              R6: 59.4
            source: plan 1
      - id: new
        title: 後の施策
        goal_indicators:
          - id: satisfaction
            name: 利便性満足度
            unit: "%"
            direction: increase
            aggregation: level
            baseline:
              value: 61.3  # ←
              year: R6
            targets:
              R9: 73.1
            continues:
              - id: sample/old/satisfaction
                basis: stated
            source: plan 2
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
      - id: old
        title: 前の施策
        goal_indicators:
          - id: satisfaction
            name: 利便性満足度
            unit: "%"
            direction: increase
            aggregation: level
            actuals:
              R6: 61.3
            source: plan 1
      - id: new
        title: 後の施策
        goal_indicators:
          - id: satisfaction
            name: 利便性満足度
            unit: "%"
            direction: increase
            aggregation: level
            baseline:
              value: 61.3
              year: R6
            targets:
              R9: 73.1
            continues:
              - id: sample/old/satisfaction
                basis: stated
            source: plan 2
""",
    sample="plan",
)
