"""The pages of the open data's columns tell what the export writes."""

from __future__ import annotations

import pytest
from column_meanings import MEANINGS
from column_pages import page, target

from sagaict.language import LANGUAGES
from sagaict.reporting.opendata.tables import TABLES


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_is_current(lang: str) -> None:
    assert target(lang).read_text(encoding="utf-8") == page(lang), "run make docs"


def test_no_meaning_is_told_of_a_column_that_is_not_there() -> None:
    columns = {
        name
        for table, about in TABLES.items()
        for column in about.columns
        for name in (column.name, f"{table}.{column.name}")
    }
    assert set(MEANINGS) <= columns


def test_codes_stand_beside_their_words() -> None:
    assert "`unmet` 未達成" in page("ja")
    assert "`unmet` unmet" in page("en")
    assert "`in_force` | 有効 | In force | 真偽" in page("ja")
