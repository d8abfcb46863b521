"""What a rule's page shows is what the rule finds."""

from __future__ import annotations

import pytest
from rule_samples import SAMPLE_VIEW, marked_lines, sample_workspace

from sagaict.checking.rule import Rule
from sagaict.checking.rules import ALL
from sagaict.checking.scene import Scene
from sagaict.reading.validation import place_in


def found_lines(rule: Rule, text: str) -> list[int]:
    workspace, above = sample_workspace(rule.sample, text)
    assert workspace.problems == ()
    scene = Scene(workspace, SAMPLE_VIEW, {rule.id: rule.thresholds})
    places = [
        place_in(finding.file.read(), finding.location, key=finding.on_key)[0]
        for finding in rule.findings(scene)
    ]
    return sorted(place.line - above for place in places)


@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.id)
def test_failing_sample_is_found_at_its_marks(rule: Rule) -> None:
    assert marked_lines(rule.bad)
    assert found_lines(rule, rule.bad) == marked_lines(rule.bad)


@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.id)
def test_passing_sample_has_no_finding(rule: Rule) -> None:
    assert found_lines(rule, rule.good) == []


@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.id)
def test_messages_can_be_filled(rule: Rule) -> None:
    workspace, _above = sample_workspace(rule.sample, rule.bad)
    scene = Scene(workspace, SAMPLE_VIEW, {rule.id: rule.thresholds})
    findings = list(rule.findings(scene))
    assert findings
    for finding in findings:
        assert finding.rule == rule.id
        assert "{" not in rule.message.format(**finding.args)
