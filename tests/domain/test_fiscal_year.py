from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sagaict.domain.fiscal import FiscalFormatError, FiscalYear, fiscal_year_on

# From Showa 1 to the last year an era label of two digits can name (R99).
all_years = st.integers(min_value=1926, max_value=2117).map(FiscalYear)


@pytest.mark.parametrize(
    "text",
    [
        "R5",
        "r5",
        "Ｒ５",
        "ｒ５",
        "令和5年度",
        "令和５年度",
        "令和5",
        "R5年度",
        "2023",
        "２０２３",
        "2023年度",
        " R5 ",
    ],
)
def test_every_way_of_writing_r5_is_read(text: str) -> None:
    assert FiscalYear.parse(text) == FiscalYear(2023)


@pytest.mark.parametrize("text", ["H31", "平成31年度", "R1", "令和元年度", "令和1年度", "2019"])
def test_fy2019_is_both_h31_and_r1_and_canonically_r1(text: str) -> None:
    assert FiscalYear.parse(text) == FiscalYear(2019)
    assert str(FiscalYear.parse(text)) == "R1"


@pytest.mark.parametrize(
    ("text", "start", "label"),
    [
        ("R2", 2020, "R2"),
        ("H30", 2018, "H30"),
        ("H17", 2005, "H17"),
        ("平成元年度", 1989, "H1"),
        ("H1", 1989, "H1"),
        ("S64", 1989, "H1"),
        ("S63", 1988, "S63"),
        ("昭和63年度", 1988, "S63"),
        ("S1", 1926, "S1"),
        ("R99", 2117, "R99"),
    ],
)
def test_eras_meet_without_gap_or_overlap(text: str, start: int, label: str) -> None:
    assert FiscalYear.parse(text) == FiscalYear(start)
    assert FiscalYear.parse(text).label == label


@pytest.mark.parametrize(
    ("text", "meant"), [("H35", "R5"), ("H32", "R2"), ("平成32年度", "R2"), ("S65", "H2")]
)
def test_a_year_after_the_end_of_its_era_is_refused_with_the_year_meant(
    text: str, meant: str
) -> None:
    with pytest.raises(FiscalFormatError) as refusal:
        FiscalYear.parse(text)
    assert refusal.value.hint == meant
    assert refusal.value.text == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "R",
        "R0",
        "R00",
        "R100",
        "R-1",
        "R5.3",
        "R5-R6",
        "T5",
        "5",
        "23",
        "20234",
        "1925",
        "2118",
        "FY23",
        "FYR5",
        "令和五年度",
        "R٥",
        "約R5",
    ],
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(FiscalFormatError) as refusal:
        FiscalYear.parse(text)
    assert refusal.value.text == text


@given(all_years)
def test_label_reads_back_as_the_same_year(year: FiscalYear) -> None:
    assert FiscalYear.parse(year.label) == year


@given(all_years)
def test_calendar_form_reads_back_as_the_same_year(year: FiscalYear) -> None:
    assert FiscalYear.parse(f"{year.number}年度") == year


@given(all_years, all_years)
def test_two_years_share_a_label_only_if_they_are_one(one: FiscalYear, other: FiscalYear) -> None:
    assert (one.label == other.label) == (one == other)
    assert (one < other) == (one.first_day < other.first_day)


def test_a_fiscal_year_runs_from_april_to_march() -> None:
    year = FiscalYear.parse("R5")
    assert year.first_day == date(2023, 4, 1)
    assert year.last_day == date(2024, 3, 31)


@pytest.mark.parametrize(
    ("day", "label"),
    [
        (date(2019, 3, 31), "H30"),
        (date(2019, 4, 1), "R1"),
        (date(2019, 4, 30), "R1"),
        (date(2019, 5, 1), "R1"),
        (date(2020, 3, 31), "R1"),
        (date(2024, 2, 29), "R5"),
        (date(1989, 1, 7), "S63"),
        (date(1989, 3, 31), "S63"),
        (date(1989, 4, 1), "H1"),
    ],
)
def test_the_year_running_on_a_day(day: date, label: str) -> None:
    assert fiscal_year_on(day).label == label


@given(st.dates(min_value=date(1926, 4, 1), max_value=date(2118, 3, 31)))
def test_every_day_lies_in_exactly_the_year_running_on_it(day: date) -> None:
    year = fiscal_year_on(day)
    assert year.first_day <= day <= year.last_day


@given(all_years)
def test_years_follow_each_other_day_on_day(year: FiscalYear) -> None:
    assert year.plus(1).first_day == year.last_day + timedelta(days=1)
    assert year.plus(-1).plus(1) == year


def test_a_year_has_ended_on_the_day_after_its_last_and_not_before() -> None:
    year = FiscalYear.parse("R7")
    assert not year.ended_by(date(2026, 3, 31))
    assert year.ended_by(date(2026, 4, 1))


def test_a_year_before_all_eras_is_called_by_its_number() -> None:
    assert FiscalYear.parse("S1").plus(-1).label == "1925"


def test_days_outside_a_year_are_no_part_of_it() -> None:
    year = FiscalYear.parse("R6")
    assert year.share_between(date(2025, 4, 1), date(2025, 9, 30)) == 0
    assert year.share_between(date(2024, 10, 1), date(2025, 9, 30)) == Fraction(1, 2)
