"""A relative target in words."""

from __future__ import annotations

import pytest

from sagaict.domain.target import Relative
from sagaict.domain.validating import validated
from sagaict.language import activate
from sagaict.reporting.phrases import relation_text


@pytest.mark.parametrize(
    ("relative", "en", "ja"),
    [
        ({"to": "R4", "times": "1.2"}, "1.2 times that of R4", "R4の実績の1.2倍"),
        (
            {"to": "previous", "percent": 10},
            "10% more than that of the previous year",
            "前年度の実績の10%増",
        ),
        ({"to": "R2", "percent": "-2.5"}, "2.5% less than that of R2", "R2の実績の2.5%減"),
        ({"to": "comparison", "times": 2}, "2 times the comparison", "比較値の2倍"),
        ({"to": "R2"}, "that of R2", "R2の実績"),
    ],
)
def test_a_relation_reads_as_a_phrase(relative: dict[str, object], en: str, ja: str) -> None:
    for lang, expected in (("en", en), ("ja", ja)):
        activate(lang)
        assert relation_text(validated(Relative, relative)) == expected
