from __future__ import annotations

import pytest

from sagaict.domain.ids import is_citation, is_id
from sagaict.domain.spelling import nearest


@pytest.mark.parametrize("text", ["a", "3-1", "open-data", "x" * 60])
def test_an_id_is_lower_case_words_between_single_hyphens(text: str) -> None:
    assert is_id(text)


@pytest.mark.parametrize(
    "text", ["", "A", "a--b", "-a", "a-", "a_b", "a/b", "a\n", "あ", "a²", "x" * 61]
)
def test_anything_else_is_no_id(text: str) -> None:
    assert not is_id(text)


@pytest.mark.parametrize("text", ["plan", "plan 第4章3 (p.26)", "ict-strategy-2/plan p.3"])
def test_a_citation_is_a_document_and_a_place_in_it(text: str) -> None:
    assert is_citation(text)


@pytest.mark.parametrize(
    "text", ["", "plan ", "Plan p.3", "計画 p.3", "plan\n", f"plan {'x' * 300}"]
)
def test_anything_else_is_no_citation(text: str) -> None:
    assert not is_citation(text)


@pytest.mark.parametrize(
    ("word", "meant"), [("indicatr", "indicator"), ("owner", "owner"), ("xyz", ""), ("", "")]
)
def test_the_word_most_like_a_misspelt_one_is_found_or_none(word: str, meant: str) -> None:
    assert nearest(word, ["owner", "indicator", "unit"]) == meant
