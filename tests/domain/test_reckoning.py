"""Years of a body that reckons otherwise: another first month, another name, no eras."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pytest

from sagaict.computing.view import View
from sagaict.cycle.deadlines import deadlines_of
from sagaict.domain.fiscal import (
    FiscalFormatError,
    FiscalYear,
    Moment,
    Period,
    Span,
    fiscal_year_on,
)
from sagaict.domain.reckoning import Reckoning, reckon_by, reckoned
from sagaict.domain.settings import CycleSettings, YearSettings
from sagaict.language.no_eras import WithoutEras
from sagaict.language.quantities import period, year

OCTOBER = Reckoning(first_month=10, named_by="last_day", eras=False)


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    before = reckoned()
    reckon_by(OCTOBER)
    yield
    reckon_by(before)


@pytest.mark.parametrize(
    ("reckoning", "first", "half", "last"),
    [
        (Reckoning(10, "last_day"), date(2025, 10, 1), date(2026, 4, 1), date(2026, 9, 30)),
        (Reckoning(10, "first_day"), date(2026, 10, 1), date(2027, 4, 1), date(2027, 9, 30)),
        (Reckoning(7, "last_day"), date(2025, 7, 1), date(2026, 1, 1), date(2026, 6, 30)),
        (Reckoning(6, "first_day"), date(2026, 6, 1), date(2026, 12, 1), date(2027, 5, 31)),
        (Reckoning(3, "first_day"), date(2026, 3, 1), date(2026, 9, 1), date(2027, 2, 28)),
        (Reckoning(1, "last_day"), date(2026, 1, 1), date(2026, 7, 1), date(2026, 12, 31)),
        (Reckoning(1, "first_day"), date(2026, 1, 1), date(2026, 7, 1), date(2026, 12, 31)),
        (Reckoning(), date(2026, 4, 1), date(2026, 10, 1), date(2027, 3, 31)),
    ],
)
def test_the_days_of_2026(reckoning: Reckoning, first: date, half: date, last: date) -> None:
    reckon_by(reckoning)
    found = FiscalYear(2026)
    assert (found.first_day, found.second_half, found.last_day) == (first, half, last)
    assert fiscal_year_on(first) == fiscal_year_on(last) == found
    assert fiscal_year_on(date.fromordinal(first.toordinal() - 1)) == FiscalYear(2025)
    assert fiscal_year_on(date.fromordinal(last.toordinal() + 1)) == FiscalYear(2027)


@pytest.mark.parametrize("text", ["2026", "FY2026", "fy2026", "FY 2026", "２０２６"])
def test_a_year_is_read_and_written_without_era(text: str) -> None:
    assert FiscalYear.parse(text).label == "2026"
    assert Period.parse(f"{text}-2029").label == "2026-2029"


def test_a_calendar_year_keeps_its_own_name_and_days() -> None:
    found = FiscalYear.parse("CY2026")
    assert (found.calendar, found.label) == (True, "CY2026")
    assert (found.first_day, found.last_day) == (date(2026, 1, 1), date(2026, 12, 31))


@pytest.mark.parametrize(
    ("parse", "text", "hint"),
    [
        (FiscalYear.parse, "R8", "2026"),
        (FiscalYear.parse, "令和8年度", "2026"),
        (Moment.parse, "R8.3", "2026-03"),
        (Moment.parse, "H31.3.31", "2019-03-31"),
        (Span.parse, "R8.3-R8.6", "2026-03"),
    ],
)
def test_an_era_is_refused_with_what_to_write(
    parse: Callable[[str], object], text: str, hint: str
) -> None:
    with pytest.raises(FiscalFormatError) as refusal:
        parse(text)
    assert refusal.value.hint == hint


def test_months_days_and_spans_are_written_as_they_are_read() -> None:
    day, month = Moment.on(date(2026, 3, 31)), Moment.in_month_of(date(2026, 3, 1))
    assert (str(day), str(month)) == ("2026-03-31", "2026-03")
    assert Moment.parse("2026/3").in_era == month
    span = Span.parse("2025-10-2026-03")
    assert str(span) == "2025-10 - 2026-03"
    assert Span.parse(str(span)) == span
    assert (span.first_day, span.last_day) == (date(2025, 10, 1), date(2026, 3, 31))
    assert str(span.fiscal_years) == "2026-2026"


@pytest.mark.parametrize("text", ["2025-10", "2025-2026-", "2026-03 - 2025-10", "2025-10 - x"])
def test_what_falls_into_no_two_moments_is_no_span(text: str) -> None:
    with pytest.raises(FiscalFormatError):
        Span.parse(text)


def test_a_calendar_year_is_seen_once_it_has_ended() -> None:
    """2026 by the calendar ends three months after the year 2026 of this body."""
    calendar = FiscalYear(2026, calendar=True)
    assert not View(FiscalYear(2026), date(2027, 6, 1)).is_due(calendar)
    assert not View(FiscalYear(2027), date(2026, 12, 31)).is_due(calendar)
    assert View(FiscalYear(2027), date(2027, 1, 1)).is_due(calendar)
    assert View(FiscalYear(2026), date(2026, 10, 1)).is_due(FiscalYear(2026))


def test_english_names_no_era() -> None:
    assert year(FiscalYear(2026)) == "FY2026"
    assert year(FiscalYear(2026, calendar=True)) == "CY2026"
    assert period(Period.parse("2026-2029")) == "FY2026-2029"


def test_the_deadlines_follow_the_year_unless_they_are_set() -> None:
    found = deadlines_of(CycleSettings())
    assert [str(found.of(step)) for step in ("figures_due", "half_year_review")] == [
        "10-31",
        "4-30",
    ]
    assert str(found.yearly_review) == "11-30"


def test_what_settings_leave_out_is_as_in_japan() -> None:
    assert YearSettings().reckoning == Reckoning()
    assert YearSettings(first_month=10).reckoning == Reckoning(10, "first_day", eras=True)
    assert YearSettings(eras=False).reckoning == Reckoning(4, "first_day", eras=False)


@pytest.mark.parametrize(
    ("message", "plain"),
    [
        ("write it like R5.3, R5.3.31 or 2023-03-31", "2023-03, 2023-03-31 or 2023-03-31"),
        ("Write R4.4-R5.2 (months) or R2-R4.", "Write 2022-04 - 2023-02 (months) or 2020-2022."),
        ("H31 is a year (年度), 5 (e.g. R7)", "2019 is a year, 5 (e.g. 2025)"),
        ("state: provisional (速報) or estimate (見込み)", "state: provisional or estimate"),
        ("{year} ({count}) of FY2019", "{year} ({count}) of FY2019"),
    ],
)
def test_messages_are_put_into_everybodys_years(message: str, plain: str) -> None:
    import gettext

    spoken = WithoutEras(gettext.NullTranslations(), glossed=True)
    assert spoken.gettext(message).endswith(plain)
    assert spoken.ngettext(message, "many", 1).endswith(plain)
