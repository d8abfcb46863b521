"""Parts of a review are called the same wherever they are printed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from sagaict.domain.evaluation import FollowUp
from sagaict.domain.validating import validated
from sagaict.language import _, activate
from sagaict.reporting.diff_words import field_word
from sagaict.reporting.opendata.evaluations import EVALUATIONS
from sagaict.reporting.show.record import follow_up


@pytest.fixture(autouse=True)
def in_japanese() -> Iterator[None]:
    activate("ja")
    yield
    activate("en")


def test_a_promise_has_a_deadline_and_no_day_to_answer_by() -> None:
    promise = validated(FollowUp, {"text": "再度調査する。", "due": "R5.9.30"})
    assert follow_up(promise) == "再度調査する。（期限 R5.9.30）"


@pytest.mark.parametrize(
    ("field", "word"), [("council_rating", "進行管理会議の評価"), ("remark", "見解")]
)
def test_a_difference_and_a_published_table_use_one_word(field: str, word: str) -> None:
    (heading,) = (_(column.heading) for column in EVALUATIONS if column.name == field)
    assert (field_word(field), heading) == (word, word)
