"""A report lists a thousand problems and says how many are left, in every form."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from sagaict.checking.result import MOST_LISTED, CheckResult
from sagaict.checking.run import check
from sagaict.reading.problem import Place, Problem
from sagaict.reading.workspace import read_workspace
from sagaict.reporting.check_formats import FORMATS
from sagaict.reporting.check_formats.pages import LIMIT
from sagaict.reporting.problem_report import summary


def unknown_keys(root: Path, count: int) -> CheckResult:
    (root / "plans").mkdir()
    keys = "".join(f"key-{number}: 1\n" for number in range(count))
    (root / "plans/p.yaml").write_text(f"id: p\n{keys}", encoding="utf-8")
    return check(read_workspace(root, shown_as="data"), date(2026, 11, 21))


# All forms in one test: to read so much takes far longer than to tell of it.
def test_output_has_a_limit_in_every_form(tmp_path: Path) -> None:
    # `title`, `period` and `documents` are missing besides.
    result = unknown_keys(tmp_path, 20_000)
    cut = {form: write(result) for form, write in FORMATS.items()}
    # A page is to fit into a comment besides.
    page = cut.pop("markdown")
    assert len(page) <= LIMIT
    assert "more problems do not fit here" in page or "件の問題があります" in page
    listed = {form: text.count("unknown-key") for form, text in cut.items()}
    assert {form for form, count in listed.items() if not 900 < count <= MOST_LISTED + 1} == set()
    told = ("19,003 more problems", "ほか19,003件")
    assert [form for form, text in cut.items() if not any(each in text for each in told)] == []
    assert max(len(text) for text in cut.values()) < 1_000_000


def test_what_is_counted_is_not_cut(tmp_path: Path) -> None:
    result = unknown_keys(tmp_path, 2_000)

    assert result.count("error") == 2_003
    assert "2003" in summary(result)
    assert json.loads(FORMATS["json"](result))["counts"]["error"] == 2_003


def test_a_thousand_problems_are_listed_whole(tmp_path: Path) -> None:
    result = unknown_keys(tmp_path, 997)

    assert result.listed == result.problems
    assert len(result.listed) == 1_000


def test_what_is_left_out_weighs_least() -> None:
    def problem(line: int, severity: str) -> Problem:
        return Problem("overdue", "p.yaml", Place(line, 1), severity=severity)

    warnings = tuple(problem(line, "warning") for line in range(1, 1_001))
    result = CheckResult((*warnings, problem(2_000, "error")), (), ("p.yaml",))

    assert [each.place.line for each in result.listed] == [*range(1, 1_000), 2_000, 1_000]
    assert (result.listed[-1].rule, result.listed[-1].severity) == ("more-problems", "warning")


def test_accepted_findings_have_the_same_limit() -> None:
    accepted = tuple(
        (Problem("overdue", "p.yaml", Place(line, 1), severity="warning"), "理由")
        for line in range(1, 1_501)
    )
    listed = json.loads(FORMATS["json"](CheckResult((), accepted, ("p.yaml",))))["accepted"]

    assert len(listed) == MOST_LISTED + 1
    assert listed[-1]["rule"] == "more-problems"
