"""Reading figures and changes out of Japanese wordings."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sagaict.checking.printed_figures import agrees, figures_in, last_place
from sagaict.checking.stated_changes import stated_changes
from sagaict.domain.units import unit_of

UNITS = ["人", "件", "%", "円", "万円", "百万円", "時間", "業務", "か所", "千人", "アカウント"]
PIECES = st.sampled_from(
    [
        *"0123456789０５,.%％約()（）【】-~〜、。億万千百割倍増減①R年度月人件円",
        "令和",
        "前年度比",
        "毎年度",
        "ずつ",
    ]
)


@pytest.mark.parametrize(
    ("wording", "expected"),
    [
        ("約５，０００人（Ｒ６～Ｒ９）", ["5000人"]),
        ("第2次計画の施策2-1により3件", ["3件"]),
        ("①5件②3件", ["5件", "3件"]),
        ("67,988件(R4.4月〜R5.2月)", ["67988件"]),
        ("令和6年度から令和9年度までの4年間で1万人", ["4年", "1万人"]),
        ("1人当たり2時間、2回目以降は1時間", ["2時間", "1時間"]),
        ("24時間365日の受付を2029年4月1日に3か所", ["3か所"]),
        ("5G、Wi-Fi6、Web3.0を20歳代の3分の1", []),
        ("1億2,000万円", ["12000万円"]),
        ("3千5百人", ["35百人"]),
        ("7,500", ["7500"]),
    ],
)
def test_figures(wording: str, expected: list[str]) -> None:
    scales = {1: "", 10**2: "百", 10**4: "万"}
    shown = [
        f"{figure.number:f}{scales[int(figure.unit.scale)]}{figure.unit.name}"
        if figure.unit
        else f"{figure.number:f}"
        for figure in figures_in(wording, "人")
    ]
    assert shown == expected


@pytest.mark.parametrize(
    ("text", "name", "scale"),
    [
        ("％", "%", 1),
        ("割", "%", 10),
        ("百万円", "円", 10**6),
        ("千円/年", "円", 1000),
        ("人（延べ）", "人", 1),
        ("延べ人数", "人", 1),
        ("件数", "件", 1),
        ("箇所", "か所", 1),
        ("年間分", "年", 1),
        ("万アクセス", "アクセス", 10**4),
        ("業務", "業務", 1),
        ("万", "万", 1),
    ],
)
def test_spellings_of_one_unit(text: str, name: str, scale: int) -> None:
    unit = unit_of(text)
    assert (unit.name, unit.scale) == (name, Decimal(scale))


@given(st.integers(0, 10**9), st.sampled_from(UNITS))
def test_a_number_printed_with_its_unit_is_read_back(value: int, unit: str) -> None:
    (figure,) = figures_in(f"令和9年度に{value:,}{unit}以上", unit)
    assert agrees(figure, Decimal(value), unit)
    assert not agrees(figure, Decimal(value + 1), unit)


@given(st.lists(PIECES, max_size=20).map("".join), st.sampled_from(UNITS))
def test_no_wording_is_too_odd(wording: str, unit: str) -> None:
    for figure in figures_in(wording, unit):
        assert figure.number >= 0
        agrees(figure, Decimal(5), unit)
    for in_basis in (True, False):
        for change in stated_changes(wording, unit, in_basis=in_basis):
            assert change.text


@pytest.mark.parametrize(
    ("number", "place"),
    [("5000", "1000"), ("580", "10"), ("73.1", "0.1"), ("0", "1"), ("1234", "1"), ("1.30", "0.1")],
)
def test_last_place(number: str, place: str) -> None:
    assert last_place(Decimal(number)) == Decimal(place)
