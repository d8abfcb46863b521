"""Figures, rates and years as readers see them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from sagaict.domain.fiscal import FiscalYear, Moment, Period
from sagaict.domain.number import group, shown_rate
from sagaict.domain.reckoning import reckoned
from sagaict.domain.units import NO_UNIT
from sagaict.language import _, active

__all__ = [
    "DASH",
    "behind",
    "day",
    "difference",
    "figure",
    "moment",
    "period",
    "rate",
    "unit_name",
    "year",
    "year_range",
]

DASH = "-"
"""What stands where there is nothing to say; never 0."""


def figure(value: Decimal, unit: str) -> str:
    """A value with its unit: `1,027人`, `61.3%`, `1,027 people`; alone if it has none."""
    return f"{group(value)}{behind(unit)}"


def behind(unit: str) -> str:
    """What stands behind a figure of a unit: nothing where there is none; in English, apart."""
    if unit == NO_UNIT:
        return ""
    apart = active() == "en" and unit[:1].isascii() and unit[:1].isalpha()
    return f" {unit}" if apart else unit


def unit_name(unit: str) -> str:
    """A unit as it is named by itself."""
    return _("no unit") if unit == NO_UNIT else unit


def difference(value: Decimal, unit: str) -> str:
    """A signed difference; of percentages it is in points (ポイント)."""
    points = _("pt")
    return f"{value:+,f}{points if unit == '%' else behind(unit)}"


def rate(value: Decimal | None) -> str:
    """A rate in percent to one decimal, as `shown_rate` rounds it; a dash where it is undefined."""
    if value is None:
        return DASH
    return f"{group(shown_rate(value))}%"


def year(value: FiscalYear) -> str:
    """`R5` in Japanese, `FY2023 (R5)` in English; `FY2023` where there are no eras."""
    if active() == "ja":
        return value.label
    if not reckoned().eras:
        return value.label if value.calendar else f"FY{value.label}"
    return f"{'' if value.calendar else 'FY'}{value.number} ({value.label})"


def day(value: date) -> str:
    """A day as papers write it: `R8.3.31` in Japanese; `2026-03-31` in English and without eras."""
    return str(Moment.on(value)) if active() == "ja" else value.isoformat()


def moment(value: Moment) -> str:
    """A day or month as `day` writes it: `R8.3` in Japanese, `2026-03` in English."""
    if active() == "ja":
        return str(value.in_era)
    first = value.first_day
    return first.isoformat() if first == value.last_day else f"{first:%Y-%m}"


def period(value: Period) -> str:
    """`R6-R9` in Japanese, `FY2024-2027 (R6-R9)` in English; `FY2024-2027` without eras."""
    if active() == "ja":
        return value.label
    shown = f"FY{value.first.number}-{value.last.number}"
    return f"{shown} ({value.label})" if reckoned().eras else shown


def year_range(years: list[FiscalYear]) -> str:
    """Years in a row, short: `R6, R7`."""
    return _(", ").join(item.label for item in years)
