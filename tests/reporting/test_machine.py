"""JSON with exact decimals, and CSV that is safe to open."""

from __future__ import annotations

import csv
import io
import json
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sagaict.language.visible import visible
from sagaict.reporting.machine import NotEncodable, csv_bytes, json_text
from sagaict.reporting.rows import Row

DECIMALS = st.decimals(allow_nan=False, allow_infinity=False, places=4)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | DECIMALS | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner, max_size=4)
    ),
    max_leaves=12,
)
FORMULAS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def read(content: bytes, encoding: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode(encoding), newline="")))


@given(JSON)
def test_json_comes_back_as_it_went(value: Any) -> None:
    assert json.loads(json_text(value), parse_float=Decimal) == value


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Decimal("0.1"), "0.1"),
        (Decimal(1027), "1027"),
        (Decimal("73.10"), "73.10"),
        (Decimal("1E+3"), "1000"),
        (Decimal("1E-7"), "0.0000001"),
        (Decimal("-0.5"), "-0.5"),
        (Decimal("123456789012345678.9"), "123456789012345678.9"),
        (None, "null"),
        (True, "true"),
        ("計画\n\u2028", '"計画\\n\\u2028"'),
        ("\x7f\u202e\U000e0041", '"\\u007f\\u202e\\udb40\\udc41"'),
        ([], "[]"),
        ({}, "{}"),
        ((), "[]"),
    ],
)
def test_json_of_one_value(value: object, text: str) -> None:
    assert json_text(value) == text


def test_json_is_indented() -> None:
    assert json_text({"a": [1, {"b": None}]}) == (
        '{\n  "a": [\n    1,\n    {\n      "b": null\n    }\n  ]\n}'
    )


@given(st.lists(st.tuples(st.text(max_size=12), DECIMALS | st.none()), max_size=5))
def test_csv_comes_back_but_for_the_apostrophe_and_what_is_hidden(
    rows: list[tuple[str, Decimal | None]],
) -> None:
    content = csv_bytes(("text", "number"), [{"text": a, "number": b} for a, b in rows])
    back = read(content, "utf-8-sig")
    assert len(back) == len(rows)
    for row, (text, number) in zip(back, rows, strict=True):
        assert row["text"] in {visible(text), f"'{visible(text)}"}
        assert not (len(row["text"]) > 1 and row["text"].startswith(FORMULAS))
        assert row["number"] == ("" if number is None else f"{number:f}")


def test_csv_values() -> None:
    row = {"a": True, "b": False, "c": None, "d": 2023, "e": Decimal("-3.50"), "f": "-", "g": "=x"}
    content = csv_bytes(tuple(row), [row], "utf-8")
    assert content == b"a,b,c,d,e,f,g\r\ntrue,false,,2023,-3.50,-,'=x\r\n"


def test_csv_spells_out_what_would_move_a_terminal() -> None:
    row: Row = {"a": "x\x1b[2J", "b": "x\ry", "c": "x\n::error::y"}
    content = csv_bytes(tuple(row), [row], "utf-8").decode()
    assert content == 'a,b,c\r\nx<U+001B>[2J,x<U+000D>y,"x\n\\::error::y"\r\n'


def test_csv_quotes_what_needs_it() -> None:
    content = csv_bytes(("a",), [{"a": '一,"二"\n三'}], "utf-8").decode()
    assert content == 'a\r\n"一,""二""\n三"\r\n'


def test_columns_decide_the_order_and_what_is_left_out() -> None:
    assert csv_bytes(("b", "a"), [{"a": 1, "b": 2, "c": 3}], "utf-8") == b"b,a\r\n2,1\r\n"


@pytest.mark.parametrize(
    ("text", "there"),
    [("〜", "～"), ("−5", "'－5"), ("—", "―"), ("‖", "∥"), ("①髙﨑Ⅲ", "①髙﨑Ⅲ")],
)
def test_cp932_uses_its_own_code_for_the_same_sign(text: str, there: str) -> None:
    (row,) = read(csv_bytes(("a",), [{"a": text}], "cp932"), "cp932")
    assert row["a"] == there


def test_what_cp932_lacks_is_refused_with_its_place() -> None:
    rows: list[Row] = [{"a": "ok", "b": "ok"}, {"a": "ok", "b": "吉𠮷"}]
    with pytest.raises(NotEncodable) as caught:
        csv_bytes(("a", "b"), rows, "cp932")
    assert (caught.value.character, caught.value.row, caught.value.column) == ("𠮷", 2, "b")
