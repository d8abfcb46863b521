"""Figures as people type them."""

from __future__ import annotations

from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sagaict.domain.number import group
from sagaict.recording.values import NotUnderstood, Understood, understand, understand_target


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("1,027", "人", "1027"),
        ("１，０２７", "人", "1027"),
        ("1027人", "人", "1027"),
        ("45,570件", "件", "45570"),
        (" 61.3 % ", "%", "61.3"),
        ("６１．３％", "%", "61.3"),
        ("61.30", "%", "61.30"),
        ("100パーセント", "%", "100"),
        ("12か所", "箇所", "12"),
        ("3年分", "年分", "3"),
        ("5種", "種類", "5"),
        ("1,200万円", "万円", "1200"),
        ("△5.2", "%", "-5.2"),
        ("▲5.2%", "%", "-5.2"),
        ("－5.2", "%", "-5.2"),
        ("−5.2", "%", "-5.2"),
        ("+3", "件", "3"),
        ("0", "件", "0"),
        ("7ポスター枚", "ポスター枚", "7"),
        ("5㎡", "m2", "5"),
        ("5m²", "㎡", "5"),
        ("5", "㎡", "5"),
        ("-0", "件", "0"),
        ("▲0.0%", "%", "0.0"),
    ],
)
def test_a_plain_figure_is_only_its_number(text: str, unit: str, value: str) -> None:
    found = understand(text, unit)
    assert found == Understood(Decimal(value))
    assert str(found.value) == value


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("約12,000", "時間", "12000"),
        ("約１２，０００時間", "時間", "12000"),
        ("おおむね 80%", "%", "80"),
        ("80%以上", "%", "80"),
        ("1,000件程度", "件", "1000"),
        ("100%くらい", "%", "100"),
        ("延べ1,027人", "人", "1027"),
        ("6割", "%", "60"),
        ("約6.5割", "%", "65"),
        ("1.2万件", "件", "12000"),
        ("約1.25万", "件", "12500"),
        ("12,000円", "万円", "1.2"),
        ("about 12,000", "hours", "12000"),
        ("Approximately 12,000 hours", "hours", "12000"),
        ("80% or more", "%", "80"),
    ],
)
def test_what_the_number_does_not_say_is_kept_as_printed(text: str, unit: str, value: str) -> None:
    assert understand(text, unit) == Understood(Decimal(value), None, text)


@pytest.mark.parametrize(
    ("text", "value", "state"),
    [
        ("評価中", None, "pending"),
        ("（評価中）", None, "pending"),
        ("集計中", None, "pending"),
        ("調査未実施", None, "not_surveyed"),
        ("未実施", None, "not_surveyed"),
        ("評価困難", None, "not_assessable"),
        ("59%(速報)", "59", "provisional"),
        ("59%（速報値）", "59", "provisional"),
        ("速報 59", "59", "provisional"),
        ("見込み12,000", "12000", "estimate"),
        ("12,000（見込）", "12000", "estimate"),
        ("59確定", "59", "final"),
    ],
)
def test_words_say_the_state(text: str, value: str | None, state: str) -> None:
    found = understand(text, "%" if "%" in text else "件")
    assert (found.value, found.state) == (None if value is None else Decimal(value), state)
    assert found.printed is None


@pytest.mark.parametrize("text", ["", " ", "\u3000", "-", "－", "—", "―", "ー", "--", "なし", "空"])
def test_nothing_is_not_zero(text: str) -> None:
    found = understand(text, "件")
    assert found.nothing
    assert found.value is None


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("5時間", "unit"),
        ("5人", "unit"),
        ("3頭", "unit"),
        ("10 20", "several"),
        ("10〜20", "several"),
        ("3/12か月", "formula"),
        ("67,988件(R4.4月〜R5.2月)", "several"),
        ("=SUM(A1:A3)", "formula"),
        ("10+20", "formula"),
        ("1,02,7", "separator"),
        ("1.027,5", "separator"),
        ("1_000", "separator"),
        ("5.", "separator"),
        ("80件未満", "below"),
        ("80件以下", "below"),
        ("80弱", "below"),
        ("80 or less", "below"),
        ("80 people or fewer", "below"),
        ("about10", "words"),
        ("多い", "words"),
        ("900①", "words"),
        ("９００①", "words"),
        ("①900", "words"),
        ("12²", "words"),
        ("⑩", "words"),
        ("900①件", "words"),
        ("900件①", "words"),
        ("900件(①)", "words"),
        ("900(²)", "words"),
        ("約900①件", "words"),
        ("二十件", "words"),
        ("R5", "words"),
        ("#REF!", "words"),
        ("1234567890123456789", "too_long"),
    ],
)
def test_nothing_is_guessed(text: str, reason: str) -> None:
    with pytest.raises(NotUnderstood) as caught:
        understand(text, "件")
    assert (caught.value.reason, caught.value.text, caught.value.unit) == (reason, text, "件")


def test_points_are_not_percent() -> None:
    with pytest.raises(NotUnderstood) as caught:
        understand("3ポイント", "%")
    assert caught.value.reason == "unit"


FIGURES = st.decimals(
    min_value=-(10**12), max_value=10**12, places=3, allow_nan=False, allow_infinity=False
)
WIDE = str.maketrans("0123456789.,-%", "０１２３４５６７８９．，－％")


@given(FIGURES, st.booleans(), st.sampled_from(["", "件", " 件"]))
def test_whatever_is_printed_is_understood(value: Decimal, wide: bool, unit: str) -> None:  # noqa: FBT001
    text = group(value) + unit
    found = understand(text.translate(WIDE) if wide else text, "件")
    assert found == Understood(value)


@given(st.text(max_size=20), st.sampled_from(["件", "%", "万円", "時間", "年分"]))
def test_any_text_is_understood_or_refused(text: str, unit: str) -> None:
    with suppress(NotUnderstood):
        found = understand(text, unit)
        assert found.value is None or found.value.is_finite()


@given(
    st.characters(categories=["Nd", "Nl", "No"], min_codepoint=0x80).filter(
        lambda character: character not in "０１２３４５６７８９"
    ),
    st.sampled_from(["900", "約1,027件", "61.3件", "1.2万件", "12件(速報)"]),
    st.integers(min_value=0, max_value=8),
)
def test_a_digit_of_another_kind_is_never_part_of_a_figure(odd: str, text: str, at: int) -> None:
    typed = text[:at] + odd + text[at:]
    for read in (understand, understand_target):
        with pytest.raises(NotUnderstood) as refusal:
            read(typed, "件")
        assert odd in refusal.value.text


def test_what_is_refused_as_a_target_is_quoted_as_it_was_typed() -> None:
    with pytest.raises(NotUnderstood) as refusal:
        understand_target("９０，０００①件", "件")
    assert refusal.value.text == "９０，０００①件"


def test_a_figure_without_a_unit_is_the_number_alone() -> None:
    assert understand("1.36", "none") == Understood(value=Decimal("1.36"))
    with pytest.raises(NotUnderstood) as caught:
        understand("1.36人", "none")
    assert caught.value.reason == "unit"


@pytest.mark.parametrize(
    ("text", "rate", "counts"),
    [
        ("56/64", "87.5", ("56", "64")),
        ("２／３", "66.7", ("2", "3")),  # to one decimal, half-up
        ("1,280 / 1,280(速報)", "100", ("1280", "1280")),
        ("0/12", "0", ("0", "12")),
    ],
)
def test_a_rate_may_be_told_by_its_counts(text: str, rate: str, counts: tuple[str, str]) -> None:
    found = understand(text, "%")
    assert found.value == Decimal(rate)
    assert (found.numerator, found.denominator) == tuple(map(Decimal, counts))
    assert found.state == ("provisional" if "速報" in text else None)


@pytest.mark.parametrize(("text", "unit"), [("56/64", "件"), ("5/0", "%"), ("1,0/64", "%")])
def test_counts_of_nothing_are_no_rate(text: str, unit: str) -> None:
    with pytest.raises(NotUnderstood):
        understand(text, unit)
