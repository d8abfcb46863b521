"""Figures that look mistyped: a digit too many, a share above all or of one, a falling total."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from sagaict.domain.fiscal import FiscalYear, Period, Span
from sagaict.domain.indicator import Indicator
from sagaict.domain.light import dataclass
from sagaict.domain.number import divide
from sagaict.language.quantities import figure

__all__ = ["DOUBTS", "Suspicion", "suspicion"]

DOUBTS = ("jump", "share", "fraction", "falls")
"""Every code of a suspicion: a refusal that only asks for a second look."""

_FACTOR = 5
"""So many times the last figure, or so small a part of it, asks for a second look."""
_SMALL_SHARE = 5
"""In percent: where all that is known lies above, a share of at most one is none."""


@dataclass(frozen=True, slots=True)
class Suspicion:
    """Why a figure looks mistyped, and what the message needs.

    `jump`: far from the last one. `share`: no share of anything. `fraction`: a share as a sheet
    holds it, `0.613` for 61.3%. `falls`: a total that shrinks.
    """

    code: str
    details: Mapping[str, str]


def suspicion(
    indicator: Indicator, year: FiscalYear, value: Decimal, span: Span | None = None
) -> Suspicion | None:
    """What is suspicious about a figure for `year`; `None` if nothing is.

    It is held against the last figure before that year, or the baseline; figures that cover
    several years count by the year.
    """
    unit = indicator.unit
    if indicator.share and not 0 <= value <= 100:
        return Suspicion("share", {"value": figure(value, unit)})
    if indicator.is_share and _is_fraction(indicator, value):
        meant = {
            "value": figure(value, unit),
            "meant": figure((value * 100).normalize(), unit),
        }
        return Suspicion("fraction", meant)
    last = _last(indicator, year)
    if last is None:
        return None
    details = {
        "value": figure(value, unit),
        "last": figure(last.value, unit),
        "when": last.when,
    }
    if indicator.aggregation == "cumulative" and value < last.value:
        return Suspicion("falls", details)
    own = Period(year, year) if span is None else span.fiscal_years
    now, before = (value, last.value)
    if indicator.is_flow:
        now, before = divide(now, Decimal(own.years)), divide(before, Decimal(last.years))
    if before == 0:
        return None
    ratio = divide(now, before)  # below 0 where the sign has changed: far away as well
    return Suspicion("jump", details) if ratio > _FACTOR or ratio * _FACTOR < 1 else None


def _is_fraction(indicator: Indicator, value: Decimal) -> bool:
    """Whether it is at most one, while nothing known of the indicator comes near to that."""
    known = [target.value for target in indicator.targets.values()]
    known += [actual.value for actual in indicator.actuals.values()]
    known += [indicator.baseline.value] if indicator.baseline else []
    figures = [each for each in known if each is not None]
    return 0 < value <= 1 and bool(figures) and min(figures) >= _SMALL_SHARE


@dataclass(frozen=True, slots=True)
class _Known:
    value: Decimal
    years: int
    when: str


def _last(indicator: Indicator, year: FiscalYear) -> _Known | None:
    """The newest figure before `year`."""
    for before, actual in sorted(indicator.actuals.items(), reverse=True):
        if before < year and actual.value is not None:
            years = actual.span.fiscal_years.years if actual.span else 1
            return _Known(actual.value, years, before.label)
    baseline = indicator.baseline
    if baseline is None or baseline.value is None:
        return None
    when = baseline.when
    return _Known(baseline.value, baseline.years, "" if when is None else str(when))
