from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sagaict.domain.fiscal import FiscalFormatError, Moment, fiscal_year_on


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("R5.3", date(2023, 3, 1), date(2023, 3, 31)),
        ("R5.3月末", date(2023, 3, 1), date(2023, 3, 31)),
        ("Ｒ５．３", date(2023, 3, 1), date(2023, 3, 31)),
        ("令和5年3月", date(2023, 3, 1), date(2023, 3, 31)),
        ("令和元年5月", date(2019, 5, 1), date(2019, 5, 31)),
        ("2023-03", date(2023, 3, 1), date(2023, 3, 31)),
        ("R5.3.31", date(2023, 3, 31), date(2023, 3, 31)),
        ("令和5年3月31日", date(2023, 3, 31), date(2023, 3, 31)),
        ("2023-03-31", date(2023, 3, 31), date(2023, 3, 31)),
        ("2023/3/31", date(2023, 3, 31), date(2023, 3, 31)),
        ("R6.2", date(2024, 2, 1), date(2024, 2, 29)),
        ("R6.2.29", date(2024, 2, 29), date(2024, 2, 29)),
        ("R5.2", date(2023, 2, 1), date(2023, 2, 28)),
    ],
)
def test_months_and_days_are_read_in_era_and_calendar_form(
    text: str, first: date, last: date
) -> None:
    moment = Moment.parse(text)
    assert (moment.first_day, moment.last_day) == (first, last)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("2023-03-31", "R5.3.31"),
        ("令和5年3月", "R5.3"),
        ("R5.3月末", "R5.3"),
        ("2019-04", "H31.4"),
        ("2019-05-01", "R1.5.1"),
        ("S64.1.7", "S64.1.7"),
        ("1989-01", "S64.1"),
    ],
)
def test_the_form_of_the_documents_is_the_same_moment(text: str, written: str) -> None:
    moment = Moment.parse(text)
    assert str(moment.in_era) == written
    again = Moment.parse(written)
    assert (again.first_day, again.last_day) == (moment.first_day, moment.last_day)


@given(st.dates(date(1927, 1, 1), date(2099, 12, 31)))
def test_every_day_and_its_month_can_be_written(day: date) -> None:
    written, month = str(Moment.on(day)), Moment.in_month_of(day)
    assert Moment.parse(written).first_day == day
    assert Moment.parse(str(month)).first_day <= day <= month.last_day


@pytest.mark.parametrize(
    ("text", "label"),
    [("H31.3", "H30"), ("H31.4", "R1"), ("R1.5", "R1"), ("R1.7", "R1"), ("R5.3", "R4")],
)
def test_a_point_in_time_lies_in_the_fiscal_year_running_then(text: str, label: str) -> None:
    assert Moment.parse(text).fiscal_year.label == label


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("R1.3", "H31.3"),
        ("R1.4", "H31.4"),
        ("R1.4.30", "H31.4.30"),
        ("令和元年4月30日", "H31.4.30"),
        ("H31.5", "R1.5"),
        ("H31.5.1", "R1.5.1"),
        ("H35.3", "R5.3"),
        ("S64.1.8", "H1.1.8"),
        ("S64.2", "H1.2"),
        ("H1.1.7", "S64.1.7"),
    ],
)
def test_a_month_its_era_did_not_have_is_refused_with_the_one_meant(text: str, meant: str) -> None:
    with pytest.raises(FiscalFormatError) as refusal:
        Moment.parse(text)
    assert refusal.value.hint == meant


@pytest.mark.parametrize(
    "text", ["H31.4.30", "R1.5.1", "S64.1.7", "H1.1.8", "S64.1", "H1.1", "S1.12.25"]
)
def test_eras_are_accepted_up_to_their_last_day_and_from_their_first(text: str) -> None:
    assert str(Moment.parse(text)) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "R5",
        "R5.13",
        "R5.0",
        "R5.2.29",
        "2023-02-29",
        "2023-02-30",
        "R5.4.31",
        "R5.3.0",
        "0000-01",
        "R5.3.",
        "R5.3.31.1",
        "3月",
        "R٥.3",
    ],
)
def test_no_such_day_is_refused(text: str) -> None:
    with pytest.raises(FiscalFormatError):
        Moment.parse(text)


@given(st.dates(min_value=date(1000, 1, 1)))
def test_a_day_in_calendar_form_is_that_day(day: date) -> None:
    moment = Moment.parse(day.isoformat())
    assert moment.first_day == moment.last_day == day
    assert moment.fiscal_year == fiscal_year_on(day)


@given(st.dates(min_value=date(2019, 5, 1), max_value=date(2099, 12, 31)))
def test_era_and_calendar_forms_of_a_reiwa_day_agree(day: date) -> None:
    era = Moment.parse(f"R{day.year - 2018}.{day.month}.{day.day}")
    assert era.first_day == day
