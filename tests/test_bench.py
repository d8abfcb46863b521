"""What the benchmarks run on is sound, so that their figures are of the real work."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import pytest
from running import ROOT

from bench import workspaces
from bench.measure import Command, compare
from sagaict.checking.run import check
from sagaict.reading.workspace import read_workspace

TODAY = date(2026, 11, 21)


def findings(folder: Path) -> tuple[int, int]:
    result = check(read_workspace(folder), TODAY)
    return len(result.problems), len(result.accepted)


def test_copies_of_the_data_have_the_findings_of_the_data_as_often(tmp_path: Path) -> None:
    files = workspaces.copies(ROOT / "data", 3, tmp_path)
    assert files == 3 * 69
    problems, accepted = findings(ROOT / "data")
    assert accepted > 0
    assert findings(tmp_path) == (3 * problems, 3 * accepted)


def test_a_failure_is_not_measured(tmp_path: Path) -> None:
    fine = Command((sys.executable, "-c", "pass"), tmp_path)
    wrong = Command((sys.executable, "-c", "raise SystemExit(3)"), tmp_path)
    assert compare(fine, fine, 1).ratio > 0
    with pytest.raises(RuntimeError, match="exit code 3"):
        compare(fine, wrong, 1)
