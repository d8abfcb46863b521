from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sagaict.domain.fields import year_or_period
from sagaict.domain.fiscal import FiscalFormatError, FiscalYear, Moment, Period, Span, in_time
from sagaict.domain.times import covers, overlap

years = st.integers(min_value=1926, max_value=2117).map(FiscalYear)


@pytest.mark.parametrize(
    "text",
    [
        "R6-R9",
        "R6-9",
        "Ｒ６－Ｒ９",
        "Ｒ６～９",
        "R6〜R9",
        "R6～R9",
        "R6~R9",
        "R6–R9",
        "R6 - R9",
        "令和6年度〜令和9年度",
        "令和6年度～9年度",
        "令和6〜9年度",
        "2024-2027",
        "2024年度〜2027年度",
    ],
)
def test_every_way_of_writing_r6_to_r9_is_read(text: str) -> None:
    period = Period.parse(text)
    assert period == Period(FiscalYear(2024), FiscalYear(2027))
    assert period.label == "R6-R9"


@pytest.mark.parametrize(
    ("text", "label", "length"),
    [
        ("H29-R1", "H29-R1", 3),
        ("H29-H31", "H29-R1", 3),
        ("H22-H28", "H22-H28", 7),
        ("R5-R5", "R5-R5", 1),
    ],
)
def test_a_period_counts_both_ends_across_eras(text: str, label: str, length: int) -> None:
    period = Period.parse(text)
    assert str(period) == label
    assert period.years == length
    assert len(list(period)) == length


@pytest.mark.parametrize("text", ["R9-R6", "R9-6", "R1-H30"])
def test_reversed_ends_are_refused_with_the_right_order(text: str) -> None:
    with pytest.raises(FiscalFormatError) as refusal:
        Period.parse(text)
    assert Period.parse(refusal.value.hint).first < Period.parse(refusal.value.hint).last


@pytest.mark.parametrize(
    "text", ["", "R6", "R6-", "-R9", "R6-R9-R10", "R6-H35", "2024-27", "R6.4-R9.3"]
)
def test_what_is_no_period_is_refused(text: str) -> None:
    with pytest.raises(FiscalFormatError):
        Period.parse(text)


@given(years, years)
def test_label_of_a_period_reads_back(one: FiscalYear, other: FiscalYear) -> None:
    period = Period(min(one, other), max(one, other))
    assert Period.parse(period.label) == period


@given(years, years, years)
def test_a_period_contains_the_years_it_lists(
    one: FiscalYear, other: FiscalYear, third: FiscalYear
) -> None:
    period = Period(min(one, other), max(one, other))
    assert (third in period) == (third in list(period))
    assert period.first in period
    assert period.last in period
    assert period.last.plus(1) not in period


def test_a_span_of_months_runs_from_the_first_day_to_the_last() -> None:
    span = Span.parse("R4.4-R5.2")
    assert (span.first_day, span.last_day) == (date(2022, 4, 1), date(2023, 2, 28))
    assert span.fiscal_years.label == "R4-R4"


def test_eleven_months_do_not_cover_a_year() -> None:
    year = FiscalYear.parse("R4")
    assert not covers(Span.parse("R4.4-R5.2"), year)
    assert not covers(Span.parse("R4.5-R5.3"), year)
    assert covers(Span.parse("R4.4-R5.3"), year)
    assert covers(Span.parse("R4.4.1-R5.3.31"), year)
    assert not covers(Span.parse("R4.4.1-R5.3.30"), year)


def test_times_overlap_where_they_share_a_day_and_not_where_they_meet() -> None:
    year, span = FiscalYear.parse("R4"), Span.parse("R4.10-R5.9")
    assert overlap(year, span)
    assert overlap(span, year)
    assert not covers(span, year)
    assert not covers(year, span)
    assert not overlap(year, FiscalYear.parse("R5"))
    assert overlap(year, Span.parse("R5.3.31-R5.4.1"))


@pytest.mark.parametrize("text", ["R2-R4", "R2-4", "Ｒ２〜Ｒ４", "令和2年度～4年度"])
def test_a_span_of_fiscal_years_covers_each_of_them_and_no_other(text: str) -> None:
    span = Span.parse(text)
    assert str(span) == "R2-R4"
    assert (span.first_day, span.last_day) == (date(2020, 4, 1), date(2023, 3, 31))
    covered = [year.label for year in Period.parse("R1-R5") if covers(span, year)]
    assert covered == ["R2", "R3", "R4"]


@pytest.mark.parametrize(
    ("text", "touched"), [("H31.4-R1.7", "R1-R1"), ("R3.12-R4.4", "R3-R4"), ("R5.2-R5.3", "R4-R4")]
)
def test_a_span_touches_the_fiscal_years_its_months_lie_in(text: str, touched: str) -> None:
    assert Span.parse(text).fiscal_years.label == touched


@pytest.mark.parametrize("text", ["", "R4", "R5.2-R4.4", "R4-R2", "R4.4", "R4.4-", "R4.4-R5.13"])
def test_what_is_no_span_is_refused(text: str) -> None:
    with pytest.raises(FiscalFormatError):
        Span.parse(text)


def test_a_span_with_a_month_its_era_did_not_have_says_which_was_meant() -> None:
    with pytest.raises(FiscalFormatError) as refusal:
        Span.parse("R1.3-R2.3")
    assert refusal.value.hint == "H31.3"


@given(years, years, years)
def test_a_span_covers_what_its_period_contains(
    one: FiscalYear, other: FiscalYear, third: FiscalYear
) -> None:
    period = Period(min(one, other), max(one, other))
    span = Span.parse(period.label)
    assert covers(span, third) == (third in period)
    assert span.fiscal_years == period


def test_a_period_holds_a_year_or_a_period_only_as_a_whole() -> None:
    plan = Period.parse("R6-R9")
    assert FiscalYear.parse("R9") in plan
    assert FiscalYear.parse("R10") not in plan
    assert Period.parse("R7-R9") in plan
    assert Period.parse("R5-R9") not in plan
    assert Period.parse("R9-R10") not in plan


def test_keys_are_put_in_order_by_when_they_end_and_the_longer_first() -> None:
    keys = [year_or_period(text) for text in ("R9", "R6", "R6-R9", "R8-R9", "R7")]
    assert [key.label for key in sorted(keys, key=in_time)] == ["R6", "R7", "R6-R9", "R8-R9", "R9"]


@pytest.mark.parametrize("kind", [FiscalYear, Period, Moment, Span])
def test_blanks_within_sixty_characters_are_no_matter_and_beyond_are_refused(
    kind: type[FiscalYear | Period | Moment | Span],
) -> None:
    text = {FiscalYear: "R6", Period: "R6 - R9", Moment: "R6.4", Span: "R6.4 - R6.9"}[kind]

    assert kind.parse(text.ljust(60)) == kind.parse(text)
    with pytest.raises(FiscalFormatError):
        kind.parse(text.ljust(61))
