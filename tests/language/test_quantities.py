"""Figures, rates and years as readers see them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest

from sagaict.domain.fiscal import FiscalYear, Period
from sagaict.language import activate, active
from sagaict.language.quantities import (
    difference,
    figure,
    period,
    rate,
    unit_name,
    year,
    year_range,
)
from sagaict.language.words import TERMS, term


@pytest.fixture(params=["ja", "en"])
def spoken(request: pytest.FixtureRequest) -> Iterator[str]:
    before = active()
    lang: str = request.param
    activate(lang)
    yield lang
    activate(before)


@pytest.mark.usefixtures("spoken")
@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [
        ("1027", "人", "1,027人"),
        ("61.3", "%", "61.3%"),
        ("0", "件", "0件"),
        ("-1234.50", "万円", "-1,234.50万円"),
        ("1E+3", "件", "1,000件"),
    ],
)
def test_figures(value: str, unit: str, shown: str) -> None:
    assert figure(Decimal(value), unit) == shown


@pytest.mark.parametrize(
    ("unit", "ja", "en"),
    [("people", "5people", "5 people"), ("kWh", "5kWh", "5 kWh"), ("℃", "5℃", "5℃")],
)
def test_units_of_letters_stand_apart_in_english(spoken: str, unit: str, ja: str, en: str) -> None:
    assert figure(Decimal(5), unit) == {"ja": ja, "en": en}[spoken]
    assert difference(Decimal(5), unit) == "+" + {"ja": ja, "en": en}[spoken]


def test_differences_of_percentages_are_points(spoken: str) -> None:
    points = {"ja": "ポイント", "en": "pt"}[spoken]
    assert difference(Decimal("11.8"), "%") == f"+11.8{points}"
    assert difference(Decimal(-21), "%") == f"-21{points}"
    assert difference(Decimal(-1348), "件") == "-1,348件"
    assert difference(Decimal(0), "件") == "+0件"


@pytest.mark.usefixtures("spoken")
@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("114.25", "114.3%"),
        ("114.24999", "114.2%"),
        ("-0.05", "-0.1%"),
        ("1234.56", "1,234.6%"),
        ("0", "0.0%"),
    ],
)
def test_rates_are_rounded_half_up(value: str, shown: str) -> None:
    assert rate(Decimal(value)) == shown


@pytest.mark.usefixtures("spoken")
def test_an_undefined_rate_is_a_dash_and_not_0() -> None:
    assert rate(None) == "-"


def test_years_and_periods(spoken: str) -> None:
    expected = {
        "ja": ("R5", "R1", "R6-R9", "H29-R1"),
        "en": ("FY2023 (R5)", "FY2019 (R1)", "FY2024-2027 (R6-R9)", "FY2017-2019 (H29-R1)"),
    }[spoken]
    assert (
        year(FiscalYear.parse("R5")),
        year(FiscalYear.parse("H31")),
        period(Period.parse("R6-R9")),
        period(Period.parse("H29-R1")),
    ) == expected
    years = {"ja": "R6、R7", "en": "R6, R7"}[spoken]
    assert year_range([FiscalYear(2024), FiscalYear(2025)]) == years


def test_terms_differ_from_one_another(spoken: str) -> None:
    statuses = [
        "met", "unmet", "on_track", "behind", "pending", "not_reported", "not_due", "undecided",
        "not_assessable",
    ]  # fmt: skip
    assert len({term(name) for name in statuses}) == len(statuses)
    if spoken == "ja":
        assert all(term(name) != TERMS[name] for name in statuses)


def test_a_figure_without_a_unit_stands_alone() -> None:
    assert figure(Decimal("1.36"), "none") == "1.36"
    assert difference(Decimal("-0.07"), "none") == "-0.07"
    assert unit_name("件") == "件"
