"""Nothing more is asked for what was dropped; and it stands in for nothing any more."""

from __future__ import annotations

from datetime import date

import pytest
from judging import found, indicator, outcome

GONE = "amendments:\n  - {what: dropped, date: R8.7.1, reason: 廃止, approved_by: 会議}\n"
BEFORE = date(2026, 6, 30)


@pytest.mark.parametrize(
    ("rule", "body"),
    [
        ("no-target", ""),
        ("no-final-target", "targets:\n  R8: 90\n"),
        ("no-milestone", "targets:\n  R9: 90\n"),
        ("no-baseline", "targets:\n  R9: 90\n"),
        ("no-data-source", "targets:\n  R9: 90\n"),
    ],
)
def test_what_an_indicator_lacks_is_asked_for_until_it_is_dropped(rule: str, body: str) -> None:
    assert len(found(rule, indicator(body))) == 1
    assert found(rule, indicator(body + GONE)) == []
    assert len(found(rule, indicator(body + GONE), today=BEFORE)) == 1


def test_a_result_is_owed_only_of_years_before_it_was_dropped() -> None:
    text = indicator("targets:\n  R6: 80\n  R7: 85\n  R8: 90\n" + GONE)
    assert found("overdue", text, today=date(2028, 4, 1)) == ["R6", "R7"]


def test_a_basis_is_needed_only_of_targets_that_fall_due() -> None:
    text = indicator("targets:\n  R8: {relative: {to: R7, times: 1.2}}\n")
    later = date(2027, 4, 1)
    assert found("relative-basis-unknown", text, today=later) == ["R7"]
    assert found("relative-basis-unknown", text + GONE, today=later) == []


def indented(text: str) -> str:
    return "".join(f"    {line}\n" for line in text.splitlines())


def test_a_project_whose_only_number_was_dropped_has_none() -> None:
    text = "outcome_indicators:\n" + outcome("削減時間", "    targets: {R9: 30}\n" + indented(GONE))
    assert found("no-numeric-outcome", text, "project") == ["A"]
    assert found("no-numeric-outcome", text, "project", today=BEFORE) == []


def test_a_dropped_project_needs_no_number_and_no_actions() -> None:
    text = "outcome_indicators:\n" + outcome("削減時間", "    targets: {R9: 30}\n")
    assert found("no-action-before-introduction", text, "project") != []
    assert found("no-action-before-introduction", text + GONE, "project") == []
    empty = "overview: 見本\n"
    assert found("no-numeric-outcome", empty, "project") == ["A"]
    assert found("no-numeric-outcome", empty + GONE, "project") == []


def test_an_effect_that_was_dropped_leaves_the_outputs_alone() -> None:
    effect = outcome("利用者の満足度")
    text = "outcome_indicators:\n" + outcome("端末の導入数") + effect
    assert found("output-only", text, "project") == []
    assert found("output-only", text + indented(GONE), "project") == ["outcome_indicators"]
    both = "outcome_indicators:\n" + outcome("端末の導入数", indented(GONE))
    assert found("output-only", both, "project") == []


def test_a_project_added_later_needs_no_actions_for_the_years_before() -> None:
    text = "outcome_indicators:\n" + outcome("削減時間", "    targets: {R9: 30}\n")
    assert found("no-action-before-introduction", text, "project") == ["R9"]
    added = "amendments:\n  - {{what: added, date: {}, reason: 追加, approved_by: 会議}}\n"
    assert found("no-action-before-introduction", text + added.format("R9.3.31"), "project") == [
        "R9"
    ]
    assert found("no-action-before-introduction", text + added.format("R9.4.1"), "project") == []
