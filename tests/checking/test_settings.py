"""The settings of a workspace: severities, thresholds, and findings accepted by id."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from sagaict.checking.result import CheckResult
from sagaict.checking.run import check
from sagaict.reading.workspace import read_workspace

TODAY = date(2026, 11, 21)

PLAN = """\
id: p
title: 見本の計画
period: R6-R9
documents:
  plan:
    title: 計画書
goals:
  - no: 1
    title: 見本の目標
    measures:
      - id: 1-1
        title: 見本の施策
        source: plan 1
        goal_indicators:
          - id: one
            name: 導入業務数(累計)
            unit: 業務
            direction: increase
            aggregation: cumulative
            targets:
              R6: 5
              R7: 4
        outcome_indicators:
          - id: two
            name: 利用者の満足度
            unit: "%"
            direction: increase
            aggregation: level
            targets:
              R7: 60
        evaluations:
          R7:
            outlook: stop
      - id: 1-10
        title: 似た番号の施策
        source: plan 1
        goal_indicators:
          - id: one
            name: 設置窓口数(累計)
            unit: 窓口
            direction: increase
            aggregation: cumulative
            targets:
              R6: 5
              R7: 4
"""
PROJECT = """\
id: app
plan: p
measure: 1-1
title: 見本の事業
source: plan 2
priority: true
outcome_indicators:
  - id: users
    name: 利用者数(累計)
    unit: 人
    direction: increase
    aggregation: cumulative
    targets:
      R6: 5
      R7: 4
"""
FALLS = "cumulative-target-falls"


def checked(root: Path, settings: str | bytes, today: date = TODAY) -> CheckResult:
    for name, text in (("plans/p.yaml", PLAN), ("projects/p/app.yaml", PROJECT)):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    content = settings if isinstance(settings, bytes) else settings.encode()
    (root / "sagaict.yaml").write_bytes(content)
    return check(read_workspace(root, shown_as="data"), today)


def severities(result: CheckResult, rule: str) -> list[str]:
    return [problem.severity for problem in result.problems if problem.rule == rule]


def faults(result: CheckResult) -> list[tuple[str, int, int]]:
    """What is wrong with the settings: rule, line and column."""
    return [
        (problem.rule, problem.place.line, problem.place.column)
        for problem in result.problems
        if problem.path == "data/sagaict.yaml"
    ]


def accepting(rule: str, below: str, reason: str = "資料にない") -> str:
    return f"accept:\n  - rule: {rule}\n    below: {below}\n    reason: {reason}\n"


@pytest.mark.parametrize("severity", ["error", "warning", "info"])
def test_a_severity_can_be_changed(tmp_path: Path, severity: str) -> None:
    result = checked(tmp_path, f"rules:\n  {FALLS}:\n    severity: {severity}\n")
    assert severities(result, FALLS) == [severity] * 3


def test_a_rule_can_be_switched_off(tmp_path: Path) -> None:
    result = checked(tmp_path, f"rules:\n  {FALLS}:\n    severity: off\n")
    assert severities(result, FALLS) == []
    assert result.accepted == ()
    assert faults(result) == []


@pytest.mark.parametrize(
    ("day", "severity"),
    [("R8.11.21", "error"), ("2026-11-22", "warning"), ("R8.11", "error"), ("R8.12", "warning")],
)
def test_a_rule_can_become_an_error_from_a_day_on(tmp_path: Path, day: str, severity: str) -> None:
    settings = f"rules:\n  overdue:\n    error_from: {day}\n"
    assert set(severities(checked(tmp_path, settings), "overdue")) == {severity}


def test_until_then_it_has_the_severity_chosen(tmp_path: Path) -> None:
    settings = "rules:\n  overdue:\n    severity: 'off'\n    error_from: R9.4.1\n"
    assert severities(checked(tmp_path, settings), "overdue") == []
    later = checked(tmp_path, settings, date(2027, 4, 1))
    assert set(severities(later, "overdue")) == {"error"}


@pytest.mark.parametrize(("months", "expected"), [(7, True), (8, False)])
def test_a_threshold_can_be_changed(tmp_path: Path, months: int, *, expected: bool) -> None:
    settings = f"rules:\n  overdue:\n    thresholds:\n      months: {months}\n"
    found = [
        problem
        for problem in checked(tmp_path, settings).problems
        if problem.rule == "overdue" and "R7" in problem.excerpt
    ]
    assert bool(found) == expected


def test_a_threshold_must_exist(tmp_path: Path) -> None:
    settings = "rules:\n  overdue:\n    thresholds:\n      month: 8\n"
    result = checked(tmp_path, settings)
    assert faults(result) == [("unknown-key", 4, 7)]
    [problem] = [item for item in result.problems if item.path == "data/sagaict.yaml"]
    assert problem.args["suggestion"] == "months"


def test_rules_must_exist(tmp_path: Path) -> None:
    settings = "rules:\n  cumulative-target-fall:\n    severity: 'off'\n"
    result = checked(tmp_path, settings + accepting("over-due", "p"))
    assert faults(result) == [("unknown-rule", 2, 3), ("unknown-rule", 5, 11)]
    suggestions = [item.args["suggestion"] for item in result.problems if "rule" in item.rule]
    assert suggestions == [FALLS, "overdue"]


@pytest.mark.parametrize(
    ("below", "covered"),
    [
        ("p", {"plans/p.yaml:22", "plans/p.yaml:45", "projects/p/app.yaml:15"}),
        ("p/1-1", {"plans/p.yaml:22"}),  # and not 1-10, nor the project under the measure
        ("p/1-1/one", {"plans/p.yaml:22"}),
        ("p/1-10", {"plans/p.yaml:45"}),
        ("p/app", {"projects/p/app.yaml:15"}),
        ("p/app/users", {"projects/p/app.yaml:15"}),
    ],
)
def test_findings_are_accepted_below_an_id(tmp_path: Path, below: str, covered: set[str]) -> None:
    result = checked(tmp_path, accepting(FALLS, below))
    accepted = {
        f"{problem.path.removeprefix('data/')}:{problem.place.line}"
        for problem, _ in result.accepted
    }
    assert accepted == covered
    assert {reason for _, reason in result.accepted} == {"資料にない"}
    assert len(severities(result, FALLS)) == 3 - len(covered)
    assert faults(result) == []


@pytest.mark.parametrize(
    ("rule", "below"),
    [
        ("outlook-unexplained", "p/1-1"),  # an evaluation of the measure itself
        ("no-numeric-outcome", "p/app"),
        (FALLS, "p/1-1/two"),
    ],
)
def test_an_entry_that_covers_nothing_is_unused(tmp_path: Path, rule: str, below: str) -> None:
    result = checked(tmp_path, accepting(rule, below))
    covers = rule == "outlook-unexplained"
    assert faults(result) == ([] if covers else [("unused-acceptance", 3, 12)])
    assert bool(result.accepted) == covers
    assert severities(result, "unused-acceptance") == ([] if covers else ["warning"])


def test_an_id_that_does_not_exist_is_not_just_unused(tmp_path: Path) -> None:
    result = checked(tmp_path, accepting(FALLS, "p/1-1/onne"))
    assert faults(result) == [("unknown-id", 3, 12)]
    [problem] = [item for item in result.problems if item.rule == "unknown-id"]
    assert problem.args["suggestion"] == "p/1-1/one"
    assert problem.severity == "error"


def test_entries_are_judged_only_when_every_file_is_whole(tmp_path: Path) -> None:
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans" / "q.yaml").write_text("id: q\n", encoding="utf-8")
    settings = accepting(FALLS, "q/1-1") + accepting(FALLS, "p/1-1/two").removeprefix("accept:\n")
    assert faults(checked(tmp_path, settings)) == []


def test_an_entry_for_a_rule_that_is_off_is_not_unused(tmp_path: Path) -> None:
    settings = f"rules:\n  {FALLS}:\n    severity: 'off'\n" + accepting(FALLS, "p/1-1")
    assert faults(checked(tmp_path, settings)) == []


def test_a_comment_goes_before_an_entry(tmp_path: Path) -> None:
    checked(tmp_path, "")
    plan = PLAN.replace(
        "R7: 4\n        outcome", f"R7: 4  # sagaict: accept {FALLS}: 手元の理由\n        outcome"
    )
    (tmp_path / "plans" / "p.yaml").write_text(plan, encoding="utf-8")
    (tmp_path / "sagaict.yaml").write_text(accepting(FALLS, "p"), encoding="utf-8")
    result = check(read_workspace(tmp_path, shown_as="data"), TODAY)
    assert sorted(reason for _, reason in result.accepted) == [
        "手元の理由",
        "資料にない",
        "資料にない",
    ]


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ("rules:\n  overdue:\n    severity: fatal\n", ("not-in-list", 3, 15)),
        ("rule:\n  overdue: {}\n", ("unknown-key", 1, 1)),
        ("rules:\n  overdue:\n    thresholds:\n      months: six\n", ("number-not-number", 4, 15)),
        ("rules:\n  overdue:\n    thresholds:\n      months: -1\n", ("out-of-range", 4, 15)),
        ("rules:\n  overdue:\n    error_from: R8\n", ("moment", 3, 17)),
        ("rules:\n  overdue:\n    severity: info\n  overdue: {}\n", ("yaml-duplicate-key", 4, 3)),
        ("accept:\n  - rule: overdue\n    below: p\n", ("missing-key", 2, 5)),
        ("accept: overdue\n", ("not-a-list", 1, 9)),
        ("rules:\n\toverdue: {}\n", ("yaml-tab", 2, 1)),
        ("rules: {}\n# 設定".encode("cp932"), ("encoding", 2, 3)),
    ],
)
def test_broken_settings_are_reported_at_their_place(
    tmp_path: Path, settings: str | bytes, expected: tuple[str, int, int]
) -> None:
    result = checked(tmp_path, settings)
    assert expected in faults(result)
    # Everything is judged as if there were none.
    assert severities(result, FALLS) == ["warning"] * 3


def test_without_the_file_there_are_no_settings(tmp_path: Path) -> None:
    checked(tmp_path, "")
    (tmp_path / "sagaict.yaml").unlink()
    result = check(read_workspace(tmp_path, shown_as="data"), TODAY)
    assert faults(result) == []
    assert severities(result, FALLS) == ["warning"] * 3


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    root = tmp_path / "data"
    checked(root, "")
    (tmp_path / "secret").write_text("password: 1234\n", encoding="utf-8")
    (root / "sagaict.yaml").unlink()
    (root / "sagaict.yaml").symlink_to(tmp_path / "secret")
    result = check(read_workspace(root, shown_as="data"), TODAY)
    assert faults(result) == [("outside-link", 1, 1)]
    assert not any("1234" in problem.excerpt for problem in result.problems)
