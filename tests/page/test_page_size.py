"""How large a page is: it is sent by mail, and opened on whatever a council has."""

from __future__ import annotations

from pathlib import Path

from running import sagaict

from bench.workspaces import one_reported_plan


def test_a_hundred_indicators_with_all_reasons_are_less_than_a_megabyte(tmp_path: Path) -> None:
    one_reported_plan(100, tmp_path)
    page = tmp_path / "status.html"
    options = ("--data", tmp_path, "--today", "2026-06-01", "--format", "html", "-o", page)
    assert sagaict("--lang", "ja", "status", "large", *options, cwd=tmp_path).code == 0
    text = page.read_text(encoding="utf-8")
    assert text.count("<details>") >= 100
    # Missed in the last year: 3, 6, … 99.
    assert text.count("1,490件") >= 33
    assert page.stat().st_size < 1_000_000
