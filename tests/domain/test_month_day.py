"""Days that come back every year."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sagaict.domain.fiscal import FiscalFormatError
from sagaict.domain.month_day import MonthDay

DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))


@pytest.mark.parametrize("text", ["4-30", "04-30", "4/30", "4.30", " 4月30日 ", "４－３０"])
def test_one_day_in_many_forms(text: str) -> None:
    assert MonthDay.parse(text) == MonthDay(4, 30)


@pytest.mark.parametrize(
    "text", ["", "4-31", "13-1", "0-1", "4", "4月", "R8.4.30", "2026-04-30", "4-30-1", "四月三十日"]
)
def test_what_is_no_day_of_the_year(text: str) -> None:
    with pytest.raises(FiscalFormatError):
        MonthDay.parse(text)


@pytest.mark.parametrize(
    ("day", "since", "expected"),
    [
        ("4-30", date(2026, 4, 1), date(2026, 4, 30)),
        ("4-30", date(2026, 4, 30), date(2026, 4, 30)),
        ("4-30", date(2026, 5, 1), date(2027, 4, 30)),
        ("2-15", date(2026, 10, 1), date(2027, 2, 15)),
        ("2-29", date(2027, 1, 1), date(2027, 2, 28)),
        ("2-29", date(2028, 2, 28), date(2028, 2, 29)),
        ("2-29", date(2027, 3, 1), date(2028, 2, 29)),
    ],
)
def test_the_first_such_day(day: str, since: date, expected: date) -> None:
    assert MonthDay.parse(day).from_day(since) == expected


@given(DAYS, DAYS)
def test_the_next_such_day_is_less_than_a_year_away(day: date, since: date) -> None:
    again = MonthDay(day.month, day.day).from_day(since)
    assert 0 <= (again - since).days <= 366
    assert MonthDay.parse(str(MonthDay(day.month, day.day))) == MonthDay(day.month, day.day)
