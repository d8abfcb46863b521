from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sagaict.domain.number import (
    NumberFormatError,
    Rounding,
    decimals_of,
    divide,
    group,
    parse_number,
    round_to,
)

# Eighteen digits are the most a figure may have; two of them behind the point.
figures = st.decimals(min_value=-(10**16) + 1, max_value=10**16 - 1, places=2)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,027", "1027"),
        ("1027", "1027"),
        ("73,098", "73098"),
        ("30,000,000", "30000000"),
        ("61.3", "61.3"),
        ("1,027.50", "1027.50"),
        ("-3", "-3"),
        ("+5", "5"),
        ("0", "0"),
        (" 59 ", "59"),
        ("999999999999999999", "999999999999999999"),
    ],
)
def test_plain_figures_are_read_as_written(text: str, value: str) -> None:
    assert parse_number(text) == Decimal(value)


@pytest.mark.parametrize(("text", "shown"), [("-0", "0"), ("-0.0", "0.0"), ("+0", "0")])
def test_minus_nought_is_nought(text: str, shown: str) -> None:
    assert str(parse_number(text)) == shown


def test_minus_nought_is_never_shown() -> None:
    assert group(Decimal("-0.00")) == "0.00"
    assert str(round_to(Decimal("-0.04"))) == "0.0"
    assert str(round_to(Decimal("-0.05"))) == "-0.1"


def test_digits_written_are_digits_kept() -> None:
    assert str(parse_number("53.0")) == "53.0"
    assert parse_number("0.1") + parse_number("0.2") == parse_number("0.3")


@pytest.mark.parametrize(
    ("text", "reason", "suggestion"),
    [
        ("１，０２７", "full_width", "1,027"),
        ("1７,600", "full_width", "17,600"),
        ("６１．３", "full_width", "61.3"),
        ("−3", "full_width", "-3"),
        ("1_000", "separator", "1,000"),
        ("1,00", "separator", ""),
        ("1,0000", "separator", ""),
        ("10,00.5", "separator", ""),
        ("10000,000", "separator", "10,000,000"),
        ("80%", "unit", "80"),
        ("６割", "unit", "6"),
        ("約5,000人", "unit", "5,000"),
        ("6,700時間", "unit", "6,700"),
        ("1 件", "unit", "1"),
        ("1" * 19, "too_long", ""),
        ("0." + "1" * 18, "too_long", ""),
        ("NaN", "not_number", ""),
        ("Infinity", "not_number", ""),
        ("-", "not_number", ""),
        ("", "not_number", ""),
        (".5", "not_number", ""),
        ("5.", "not_number", ""),
        ("五千", "not_number", ""),
        ("900①", "not_number", ""),
        ("９００①", "not_number", ""),
        ("900①件", "not_number", ""),
        ("12²", "not_number", ""),
        ("⑩", "not_number", ""),
        ("٣,١٢٣", "not_number", ""),
    ],
)
def test_each_trap_is_refused_by_its_own_reason(text: str, reason: str, suggestion: str) -> None:
    with pytest.raises(NumberFormatError) as refusal:
        parse_number(text)
    assert (refusal.value.reason, refusal.value.suggestion) == (reason, suggestion)
    assert refusal.value.text == text


@pytest.mark.parametrize(
    "text",
    ["1e5", "1E5", "1e-3", "0x10", "12:30", "3/4", "1'000", "1_000.5", "2023-03-31", "1 000"],
)
def test_no_smaller_number_is_suggested_for_what_merely_begins_like_one(text: str) -> None:
    with pytest.raises(NumberFormatError) as refusal:
        parse_number(text)
    assert (refusal.value.reason, refusal.value.suggestion) == ("not_number", "")


def test_a_number_of_absurd_length_is_refused_like_any_other() -> None:
    with pytest.raises(NumberFormatError):
        parse_number("1_" + "0" * 5000)
    with pytest.raises(NumberFormatError):
        parse_number("1" * 5000)


@given(st.text(alphabet="0123456789０５，．,.-+_ 約人%eE/:", max_size=18))
def test_text_is_a_finite_decimal_or_refused_with_a_suggestion_that_is_one(text: str) -> None:
    try:
        value = parse_number(text)
    except NumberFormatError as error:
        value = parse_number(error.suggestion or "0")
    assert value.is_finite()


@given(figures)
def test_grouped_figures_read_back_digit_by_digit(value: Decimal) -> None:
    assert str(parse_number(group(value))) == str(value)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("1027", "1,027"),
        ("61.3", "61.3"),
        ("53.0", "53.0"),
        ("30000000", "30,000,000"),
        ("999", "999"),
    ],
)
def test_figures_are_grouped_by_thousands(value: str, shown: str) -> None:
    assert group(Decimal(value)) == shown


@pytest.mark.parametrize(
    ("value", "rounded"),
    [
        ("114.25", "114.3"),
        ("102.25", "102.3"),
        ("109.85", "109.9"),
        ("114.24", "114.2"),
        ("114.2499999", "114.2"),
        ("0.05", "0.1"),
        ("0.04", "0.0"),
        ("-0.05", "-0.1"),
        ("-114.25", "-114.3"),
        ("100", "100.0"),
    ],
)
def test_rates_are_rounded_half_up_to_one_decimal(value: str, rounded: str) -> None:
    assert str(round_to(Decimal(value))) == rounded


@pytest.mark.parametrize(
    ("value", "rounding", "rounded"),
    [
        ("66.67", "truncate", "66"),
        ("72.73", "truncate", "72"),
        ("99.99", "truncate", "99"),
        ("100", "truncate", "100"),
        ("66.01", "up", "67"),
        ("66", "up", "66"),
        ("66.5", "half_up", "67"),
        ("66.49", "half_up", "66"),
    ],
)
def test_a_plan_may_round_its_percentages_its_own_way(
    value: str, rounding: Rounding, rounded: str
) -> None:
    assert str(round_to(Decimal(value), 0, rounding)) == rounded


@given(figures)
def test_rounding_moves_a_value_by_half_a_step_at_most(value: Decimal) -> None:
    rounded = round_to(value)
    assert abs(rounded - value) <= Decimal("0.05")
    assert rounded * 10 == int(rounded * 10)


def test_the_largest_rate_two_figures_can_have_is_still_rounded() -> None:
    rate = divide(parse_number("9" * 18) * 100, parse_number("0." + "0" * 16 + "1"))
    assert round_to(rate) == rate


def test_a_quotient_does_not_depend_on_the_callers_precision() -> None:
    third = divide(Decimal(1), Decimal(3))
    assert str(third) == "0." + "3" * 28
    with pytest.raises(ZeroDivisionError):
        divide(Decimal(1), Decimal(0))


@pytest.mark.parametrize(
    ("text", "places"), [("61", 0), ("61.3", 1), ("61.0", 1), ("1,027.50", 2), ("-0.05", 2)]
)
def test_a_figure_has_the_decimals_it_was_written_with(text: str, places: int) -> None:
    assert decimals_of(parse_number(text)) == places
