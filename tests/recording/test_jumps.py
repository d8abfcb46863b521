"""Which figures look mistyped."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from sagaict.domain.fiscal import FiscalYear, Span
from sagaict.domain.indicator import Indicator
from sagaict.domain.validating import validated
from sagaict.recording.jumps import suspicion


def indicator(**fields: Any) -> Indicator:
    return validated(
        Indicator,
        {
            "id": "i",
            "name": "削減した時間",
            "unit": "時間",
            "direction": "increase",
            "aggregation": "annual",
            **fields,
        },
    )


def code(measured: Indicator, value: str, span: str | None = None) -> str | None:
    whole = None if span is None else Span.parse(span)
    found = suspicion(measured, FiscalYear(2024), Decimal(value), whole)
    return None if found is None else found.code


def test_without_anything_to_hold_it_against_every_figure_passes() -> None:
    assert code(indicator(), "1") is None
    assert code(indicator(actuals={"R7": 1}), "1000000") is None
    assert code(indicator(baseline={"printed": "－"}), "5") is None


def test_the_baseline_stands_in_for_the_last_figure() -> None:
    measured = indicator(baseline={"value": 10, "year": "R5"})
    assert code(measured, "51") == "jump"
    assert code(measured, "50") is None
    assert code(measured, "1.9") == "jump"
    assert code(measured, "2") is None


def test_the_newest_figure_decides() -> None:
    measured = indicator(
        baseline={"value": 10, "year": "R5"},
        actuals={"R3": 1, "R4": 100, "R5": {"state": "pending"}},
    )
    assert code(measured, "400") is None
    assert code(measured, "10") == "jump"


@pytest.mark.parametrize(
    ("value", "expected"),
    [("0.613", "fraction"), ("1", "fraction"), ("0", None), ("1.1", None), ("61.3", None)],
)
def test_a_share_as_a_spreadsheet_holds_it_is_noticed(value: str, expected: str | None) -> None:
    assert code(indicator(unit="%", aggregation="level", targets={"R9": 75}), value) == expected


def test_a_small_share_is_none_where_small_shares_are_known() -> None:
    small = {"unit": "%", "aggregation": "level"}
    assert code(indicator(**small, targets={"R9": 75}, actuals={"R4": "0.5"}), "0.6") is None
    assert code(indicator(**small, targets={"R9": "4.9"}), "0.6") is None
    assert code(indicator(**small), "0.6") is None
    assert code(indicator(unit="時間", targets={"R9": 75}), "0.6") is None


def test_nothing_is_far_from_zero() -> None:
    assert code(indicator(actuals={"R5": 0}), "1000") is None
    assert code(indicator(actuals={"R5": 10}), "0") == "jump"


def test_figures_of_several_years_count_by_the_year() -> None:
    total = indicator(
        aggregation="period_total", baseline={"value": 13245, "period": "R2-R4"}
    )  # 4,415 a year
    assert code(total, "22000") is None
    assert code(total, "22100") == "jump"
    assert code(total, "44000", "R5-R6") is None
    level = indicator(aggregation="level", baseline={"value": 13245, "period": "R2-R4"})
    assert code(level, "22100") is None


@pytest.mark.parametrize(("value", "expected"), [("9", "falls"), ("10", None), ("51", "jump")])
def test_a_cumulative_figure_does_not_fall(value: str, expected: str | None) -> None:
    assert code(indicator(aggregation="cumulative", actuals={"R5": 10}), value) == expected


@pytest.mark.parametrize(
    ("value", "expected"), [("100", None), ("100.1", "share"), ("-1", "share")]
)
def test_what_is_declared_a_share_lies_between_0_and_100(value: str, expected: str | None) -> None:
    assert code(indicator(unit="%", aggregation="level", share=True), value) == expected
    # A ratio such as 料金回収率 may well pass 100%.
    assert code(indicator(unit="%", aggregation="level"), value) is None
