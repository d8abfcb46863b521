"""Whole pages as they stand on a terminal of 80 columns.

After a change of wording or data that is meant, renew them and read the difference:

    SAGAICT_RENEW_GOLDEN=1 python -m pytest tests/cli/test_golden.py
    git diff tests/cli/golden
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from program import TODAY, Program
from screen import on_terminal

GOLDEN = Path(__file__).parent / "golden"
PAGES = {
    "status": ("status", "--today", TODAY),
    "status-ict-katsuyo": ("status", "ict-katsuyo", "--as-of", "R1", "--today", TODAY),
}


@pytest.mark.parametrize("lang", ["en", "ja"])
@pytest.mark.parametrize("page", PAGES)
def test_page(program: Program, page: str, lang: str) -> None:
    text = on_terminal(program, *PAGES[page], lang=lang).text
    golden = GOLDEN / f"{page}.{lang}.txt"
    if os.environ.get("SAGAICT_RENEW_GOLDEN"):
        golden.write_text(text, encoding="utf-8", newline="\n")
    assert text.splitlines() == golden.read_text(encoding="utf-8").splitlines()
