"""Text as people type it, and what of it is never read as a number."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sagaict.domain.fields import year_or_period
from sagaict.domain.fiscal import FiscalFormatError, FiscalYear, Moment, Period, Span
from sagaict.domain.month_day import MonthDay
from sagaict.domain.number import NumberFormatError, parse_number
from sagaict.domain.typed import comparable, half_width, holds_odd_digit, list_number

READERS: dict[str, tuple[Callable[[str], object], str]] = {
    "number": (parse_number, "1,027"),
    "year": (FiscalYear.parse, "R8"),
    "year in kanji": (FiscalYear.parse, "令和8年度"),
    "period": (Period.parse, "R6-R9"),
    "month": (Moment.parse, "R8.3"),
    "day": (Moment.parse, "2026-03-31"),
    "span": (Span.parse, "R7.4-R8.3"),
    "key of targets": (year_or_period, "R6-9"),
    "day of the year": (MonthDay.parse, "4-30"),
}
# Every character outside ASCII that stands for a digit or turns into one, but full-width digits.
ODD = st.one_of(
    st.characters(categories=["Nd", "Nl", "No"], min_codepoint=0x80),
    st.sampled_from("㏠㋀㍘㎡⒈⑴⑩㉑½"),
).filter(lambda character: character not in "０１２３４５６７８９")


@pytest.mark.parametrize("name", list(READERS))
@given(odd=ODD, at=st.integers(min_value=0, max_value=10))
def test_a_digit_of_another_kind_is_never_part_of_a_number_or_a_time(
    name: str, odd: str, at: int
) -> None:
    read, text = READERS[name]
    assert read(text) is not None
    typed = text[:at] + odd + text[at:]
    with pytest.raises((NumberFormatError, FiscalFormatError)) as refusal:
        read(typed)
    assert odd in vars(refusal.value)["text"]
    assert not vars(refusal.value).get("suggestion")


@pytest.mark.parametrize("text", ["１，０２７", "R８", "Ｒ８．３", "%", "二十", "人口", "-", ""])
def test_what_a_keyboard_types_holds_no_odd_digit(text: str) -> None:
    assert not holds_odd_digit(text)


@pytest.mark.parametrize("text", ["900①", "12²", "⑩", "R8²", "½", "Ⅷ", "㏠", "٣", "900₁", "m²"])
def test_digits_nobody_types_as_digits_are_known(text: str) -> None:
    assert holds_odd_digit(text)


def test_full_width_forms_are_folded_and_nothing_else() -> None:
    assert half_width("Ｒ８．３　－３　１，０２７％ （速報）") == "R8.3 -3 1,027% (速報)"
    assert half_width("①②³ｶﾞ㎡〜") == "①②³ｶﾞ㎡〜"


@given(st.text())
def test_folding_widths_changes_nothing_a_second_time(text: str) -> None:
    once = half_width(text)
    assert half_width(once) == once
    assert len(once) == len(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [("ＲＰＡ", "rpa"), (" ﾃﾞｰﾀ ", "データ"), ("①", "1"), ("㎡", "M2"), ("　はい", "はい")],
)
def test_words_are_compared_without_width_and_case(one: str, other: str) -> None:
    assert comparable(one) == comparable(other)


@given(st.text())
def test_what_is_comparable_is_so_however_it_is_composed(text: str) -> None:
    assert comparable(unicodedata.normalize("NFD", text)) == comparable(text)


@pytest.mark.parametrize(
    ("text", "number"),
    [("2", 2), (" ２ ", 2), ("010", 10), ("②", None), ("2²", None), ("-1", None), ("", None)],
)
def test_a_number_of_a_list_is_typed_in_plain_or_full_width_digits(
    text: str, number: int | None
) -> None:
    assert list_number(text) == number
