"""The years of an indicator: fiscal ones, or the calendar years it declares."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, TypeVar

from sagaict.domain.fiscal import FiscalYear, Period
from sagaict.domain.misfit import Misfit

__all__ = ["in_calendar_years", "require_fiscal_years"]

_Key = TypeVar("_Key", bound=FiscalYear | Period)
_Value = TypeVar("_Value")


def in_calendar_years(said: Mapping[str, Any]) -> dict[str, object]:
    """The fields of an indicator that hold years, each of them taken as a calendar year."""
    baseline, series = said["baseline"], said["comparison"]
    return {
        "baseline": baseline
        and replace(
            baseline,
            year=baseline.year and baseline.year.taken_as("calendar"),
            period=baseline.period and baseline.period.taken_as("calendar"),
        ),
        "targets": _taken(said["targets"]),
        "actuals": _taken(said["actuals"]),
        "comparison": series and replace(series, figures=_taken(series.figures)),
        **{
            name: tuple(replace(each, year=each.year.taken_as("calendar")) for each in said[name])
            for name in ("revisions", "published_rates")
        },
    }


def _taken(mapping: Mapping[_Key, _Value]) -> dict[_Key, _Value]:
    return {key.taken_as("calendar"): value for key, value in mapping.items()}  # type: ignore[misc]


def require_fiscal_years(said: Mapping[str, Any]) -> None:
    """See that no year is written as a calendar year where the indicator declares none.

    Raises:
        Misfit: `R5年` stands where a fiscal year is meant.
    """
    for name in ("targets", "actuals"):
        for key in said[name]:
            if key.last.calendar:
                raise Misfit(
                    "calendar-year",
                    at=(name, key.label, "[key]"),
                    given=key.label,
                    year=key.label,
                    suggestion=key.last.short,
                )
