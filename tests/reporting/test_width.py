"""How wide text is on screen, what is spelled out, and how it is broken into lines."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from sagaict.language.visible import visible
from sagaict.reporting.width import columns, pad, wrap

# Letters, kana, kanji, marks, symbols, emoji, half-width kana, combining marks, spaces.
LETTERS = "ab1,.%-/ \n　あがカー漢字東、。「」（）()・：！ｱﾞ①○▁é\u0301\u3099\U000e0100📱"
TEXTS = st.text(st.sampled_from(LETTERS), max_size=60)
CLOSING = "、。」）)・：！ー"


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("", 0),
        ("abc 1,027", 9),
        ("日本語", 6),
        ("カタカナ", 8),
        ("ｶﾀｶﾅ", 4),
        ("ﾊﾟ", 2),
        ("R5（速報）", 10),
        ("か\u3099", 2),  # が, put together of two
        ("e\u0301", 1),
        ("葛\U000e0100", 2),  # a variant of the letter, as names of places have them
        ("a\u20dd", 1),
        ("📱🏙", 3),
        ("👍", 2),
        ("①○▁█×÷", 6),
        ("　", 2),
        ("Ａ１", 4),
    ],
)
def test_columns(text: str, size: int) -> None:
    assert columns(text) == size


@given(st.text(st.sampled_from(LETTERS.replace("\n", "")), max_size=30))
def test_columns_agree_with_the_library_that_draws(text: str) -> None:
    assert columns(text) == cell_len(text)


@given(TEXTS, st.integers(0, 40))
def test_padding_fills_up_and_never_cuts(text: str, width: int) -> None:
    line = text.replace("\n", "")
    assert columns(pad(line, width)) == max(width, columns(line))
    assert pad(line, width).startswith(line)
    assert pad(line, width, "right").endswith(line)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred\x1b[0m", "<U+001B>[31mred<U+001B>[0m"),
        ("a\x00\x07\x7f\x9b", "a<U+0000><U+0007><U+007F><U+009B>"),
        ("a\rb", "a<U+000D>b"),
        ("\u202eabc\u202c", "<U+202E>abc<U+202C>"),
        ("\u2066x\u2069\u200f", "<U+2066>x<U+2069><U+200F>"),
        ("a\u200bb\ufeff\u00ad", "a<U+200B>b<U+FEFF><U+00AD>"),
        ("a\u2028b", "a<U+2028>b"),
        ("a\u3164\U000e0041", "a<U+3164><U+E0041>"),
        ("a\tb", "a b"),
        ("二行\nある", "二行\nある"),
        ("葛\U000e0100が①", "葛\U000e0100が①"),
    ],
)
def test_what_cannot_be_seen_is_spelled_out(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.text(max_size=40))
def test_nothing_that_steers_a_terminal_is_left(text: str) -> None:
    left = visible(text).replace("\n", "")
    assert left.isprintable() or not any(
        character < " " or "\x7f" <= character <= "\x9f" or character == "\u202e"
        for character in left
    )


@given(TEXTS, st.integers(1, 30))
def test_no_line_is_wider_than_asked(text: str, width: int) -> None:
    for line in wrap(text, width):
        assert columns(line) <= width or sum(columns(letter) > 0 for letter in line) == 1


@given(TEXTS, st.integers(1, 30))
def test_only_spaces_are_lost(text: str, width: int) -> None:
    joined = "".join(wrap(text, width))
    assert joined.replace(" ", "") == text.replace(" ", "").replace("\n", "")


@given(TEXTS, st.integers(1, 30))
def test_every_line_is_a_piece_of_the_text_in_its_order(text: str, width: int) -> None:
    # The terminal renderer finds the styles of a line by its place in the text.
    start = 0
    for line in wrap(text, width):
        found = text.index(line, start)
        assert not text[start:found].strip(" \n")
        start = found + len(line)


@given(TEXTS, st.integers(30, 60))
def test_a_text_that_fits_is_left_alone(text: str, width: int) -> None:
    lines = text.split("\n")
    if all(columns(line) <= width for line in lines):
        assert wrap(text, width) == [line.rstrip(" ") for line in lines]


@given(st.text("あ漢、。」）「（", max_size=60), st.integers(8, 30))
def test_no_line_begins_with_a_closing_mark(text: str, width: int) -> None:
    lines = wrap(text, width)
    for before, line in pairwise(lines):
        if line[0] in CLOSING:
            # Only where the line before holds nothing that could come along but its first letter.
            assert sum(letter in "あ漢" for letter in before) <= 1


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("あいうえお。", 10, ["あいうえ", "お。"]),
        ("あいうえ「お」", 10, ["あいうえ", "「お」"]),
        ("あいう「えお」。", 8, ["あいう", "「え", "お」。"]),
        ("期限前), 目標", 7, ["期限", "前), 目", "標"]),
        ("目標は1,027件です", 10, ["目標は", "1,027件で", "す"]),
        ("時間は17,600時間です", 10, ["時間は", "17,600時間", "です"]),
        ("目標12サービス", 9, ["目標12", "サービス"]),
        ("目標は12サービス", 10, ["目標は", "12サービス"]),
        ("1,027件数調査票", 10, ["1,027件数", "調査票"]),
        ("total of 1,027 items", 8, ["total of", "1,027", "items"]),
        ("https://example.lg.jp/a", 10, ["https://ex", "ample.lg.j", "p/a"]),
        ("  字下げした行です", 8, ["  字下げ", "した行で", "す"]),
        ("一行目\n\n三行目", 20, ["一行目", "", "三行目"]),
        ("漢", 1, ["漢"]),
        ("", 10, [""]),
    ],
)
def test_examples(text: str, width: int, lines: list[str]) -> None:
    assert wrap(text, width) == lines
