"""Whatever `sagaict rule` prints can be accepted where it stands, or its page says why not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from rule_samples import SAMPLE_VIEW, marked_lines, sample_workspace

from sagaict.checking.asked import is_asked
from sagaict.checking.result import CheckResult
from sagaict.checking.rule import MARK, Rule
from sagaict.checking.rules import ALL, BY_ID
from sagaict.checking.run import check
from sagaict.checking.wording import rule_ids
from sagaict.domain.fiscal import Moment, Period
from sagaict.domain.plan import Plan, PlanRevision
from sagaict.reading.workspace import read_workspace
from sagaict.reporting.plain import render_plain
from sagaict.reporting.rule_report import rule_page, rules_data

FILE_RULES = [rule for rule in rule_ids() if rule not in BY_ID]


def laid_out(root: Path, rule: Rule, text: str) -> None:
    workspace, _above = sample_workspace(rule.sample, text)
    for file in workspace.files:
        path = root / file.shown
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.read())


def of_rule(root: Path, rule: Rule) -> tuple[int, int, list[str]]:
    """How often a rule finds something, how often it is accepted, and what is wrong with that."""
    result: CheckResult = check(read_workspace(root, shown_as="data"), SAMPLE_VIEW.today)
    left = [each.rule for each in result.problems]
    accepted = [problem.rule for problem, _reason in result.accepted]
    faults = [each for each in left if each not in BY_ID]
    return left.count(rule.id), accepted.count(rule.id), faults


@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.id)
def test_a_finding_is_accepted_on_its_line(rule: Rule, tmp_path: Path) -> None:
    text = rule.bad.replace(MARK, f"# sagaict: accept {rule.id}: 理由")
    laid_out(tmp_path, rule, text)
    assert of_rule(tmp_path, rule) == (0, len(marked_lines(rule.bad)), [])


@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.id)
def test_findings_are_accepted_for_a_plan(rule: Rule, tmp_path: Path) -> None:
    laid_out(tmp_path, rule, rule.bad)
    (tmp_path / "sagaict.yaml").write_text(
        f"accept:\n  - rule: {rule.id}\n    below: sample\n    reason: 理由\n", encoding="utf-8"
    )
    assert of_rule(tmp_path, rule) == (0, len(marked_lines(rule.bad)), [])


@pytest.mark.parametrize("rule", FILE_RULES)
def test_what_cannot_be_accepted_says_so(rule: str) -> None:
    assert rules_data(rule)["rules"][0]["acceptable"] is False  # type: ignore[index]
    assert "That is not possible: it is about the files" in render_plain(rule_page(rule))


PLAN = Plan(id="p", title="計画", period=Period.parse("R6-R9"), documents={})
SUPERSEDED = PlanRevision(what="superseded", old="p", new="q", date=Moment.parse("R8.10.1"))


@pytest.mark.parametrize(
    ("plan", "today", "settable", "reported"),
    [
        (PLAN, "2026-11-27", True, True),
        (PLAN, "2028-03-31", True, True),
        (PLAN, "2028-04-01", False, True),  # it has ended, and is evaluated as a whole
        (PLAN, "2029-03-31", False, True),
        (PLAN, "2029-04-01", False, False),
        (replace(PLAN, stage="draft"), "2026-11-27", True, False),
        (replace(PLAN, transcribed=True), "2026-11-27", False, False),
        (replace(PLAN, revisions=(SUPERSEDED,)), "2026-09-30", True, True),
        (replace(PLAN, revisions=(SUPERSEDED,)), "2026-10-01", False, True),
    ],
)
def test_a_plan_is_asked_what_somebody_can_still_answer(
    plan: Plan, today: str, *, settable: bool, reported: bool
) -> None:
    day = date.fromisoformat(today)
    assert is_asked("all", plan, day)
    assert (is_asked("settable", plan, day), is_asked("reported", plan, day)) == (
        settable,
        reported,
    )
