"""Whatever is put into a file is read out of it again."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sagaict.reading.source_text import decode
from sagaict.reading.yaml_plain import parse
from sagaict.writing.rendering import render, scalar

TEXTS = st.text(
    st.sampled_from(
        list("ab あ　:#-'\"|>[]{}&*!%@`?,\\~\n\t\r\x00\x07\x1b\x85\xa0\ufeff\u2028\u2029\U0001f600")
    )
    | st.characters(exclude_categories=["Cs"]),
    max_size=12,
)
CONTENT = st.recursive(
    TEXTS | st.none(),
    lambda inner: (
        st.dictionaries(st.sampled_from(["a", "R5", "no", "value"]), inner, min_size=1)
        | st.lists(inner, min_size=1, max_size=3)
    ),
    max_leaves=6,
)


@given(st.dictionaries(st.sampled_from(["a", "b"]), CONTENT, min_size=1), st.integers(0, 6))
def test_any_content_is_read_back(content: dict[str, Any], column: int) -> None:
    text = "\n".join([*render(content, column), ""])
    assert decode(text.encode()).text == text
    assert parse(text) == content


@given(st.lists(CONTENT, min_size=1, max_size=3), st.integers(0, 6))
def test_any_list_is_read_back(items: list[Any], column: int) -> None:
    assert parse("\n".join([*render(items, column), ""])) == items


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("あ\nい", ["x: |-", "  あ", "  い"]),
        ("あ\n\n", ['x: "あ\\n\\n"']),
        (" あ\nい", ['x: " あ\\nい"']),
        ("あ\u2028い", ['x: "あ\\Lい"']),
        ("", ['x: ""']),
    ],
)
def test_what_cannot_be_seen_is_quoted(text: str, lines: list[str]) -> None:
    assert render({"x": text}, 0) == lines


@given(TEXTS.filter(lambda text: "\n" not in text))
def test_a_text_of_one_line_stays_on_it(text: str) -> None:
    assert parse(f"x: {scalar(text)}\n") == {"x": text}
