"""Every status says what it means, in both languages, and the guides explain it."""

from __future__ import annotations

from typing import get_args

import pytest
from running import ROOT

from sagaict.computing.status import STATUSES
from sagaict.domain.words import SENSES, Status
from sagaict.language.words import TERMS, spellings
from sagaict.reporting.blocks import status_style


def test_the_table_has_every_status_in_the_order_of_tallies() -> None:
    assert tuple(SENSES) == get_args(Status) == STATUSES


@pytest.mark.parametrize("status", STATUSES)
def test_every_status_has_a_word_in_each_language_and_a_style(status: Status) -> None:
    assert status in TERMS
    assert not spellings(status)[2].isascii()
    assert status_style(status)


@pytest.mark.parametrize("status", STATUSES)
def test_the_guides_explain_every_status(status: Status) -> None:
    for name, word in (("computing.md", TERMS[status]), ("computing.ja.md", spellings(status)[2])):
        page = (ROOT / "docs" / name).read_text(encoding="utf-8")
        assert word in page or f"`{status}`" in page, (name, word)
