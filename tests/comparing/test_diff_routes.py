"""Ways in which a pull request might get an easier plan past the gates, and that none is open."""

from __future__ import annotations

from pathlib import Path

import pytest
from harbour import Town, change_of, changes

PLAN_FILE = "plans/harbour.yaml"
RPA_FILE = "projects/harbour/rpa.yaml"
GATE = "lowered-target,dropped-indicator,unexplained-revision"
HOURS = "harbour/rpa/hours"
LATER = "  R8:\n    - ツールの選定\noutcome_indicators:"


@pytest.fixture
def town(tmp_path: Path) -> Town:
    return Town.found(tmp_path)


def failing(town: Town, *kinds: str) -> list[str]:
    """Those of the kinds on which the comparison with the last commit fails."""
    return [kind for kind in kinds if town.run("diff", "--fail-on", kind).code == 1]


def test_an_indicator_that_goes_with_its_project_is_dropped(town: Town) -> None:
    town.remove(RPA_FILE)
    assert failing(town, "dropped-indicator", "dropped-project", "unexplained-revision") == [
        "dropped-indicator",
        "dropped-project",
        "unexplained-revision",
    ]
    assert "Project dropped (2 indicators) (no reason given ⚠)" in town.run("diff").out


def test_an_indicator_that_goes_with_its_measure_is_dropped(town: Town) -> None:
    text = (town.data / PLAN_FILE).read_text(encoding="utf-8")
    start, end = text.index("      - id: 1-2\n"), text.index("published:")
    town.write(PLAN_FILE, text[:start] + text[end:])
    town.remove("projects/harbour/cloud.yaml")
    found = town.diff()
    assert change_of(found, "dropped_measure", "harbour/1-2")["unexplained"] is True
    assert failing(town, "dropped-indicator", "dropped-measure") == [
        "dropped-indicator",
        "dropped-measure",
    ]


def test_a_measure_that_goes_on_record_is_explained(town: Town) -> None:
    record = "{what: dropped, date: R8.7.1, reason: 統合, approved_by: 調整会議}"
    town.edit(
        PLAN_FILE, ("      - id: 1-2\n", f"      - id: 1-2\n        amendments: [{record}]\n")
    )
    found = change_of(town.diff(), "dropped_measure", "harbour/1-2")
    assert (found["reason"], found["approved_by"]) == ("統合", "調整会議")
    assert failing(town, "dropped-measure", "dropped-indicator", "unexplained-revision") == [
        "dropped-measure",
        "dropped-indicator",
    ]
    assert not changes(town.diff(), "recorded_revision")


def test_a_goal_that_goes_or_is_called_otherwise_owes_a_reason(town: Town) -> None:
    town.edit(PLAN_FILE, ("    title: 便利なまち\n", "    title: 楽なまち\n"))
    (only,) = town.diff()
    assert (only["kind"], only["field"], only["unexplained"]) == ("changed_title", "goal 1", True)
    text = (town.data / PLAN_FILE).read_text(encoding="utf-8")
    town.write(PLAN_FILE, text[: text.index("goals:")] + "source: plan\n")
    for name in ("rpa", "portal", "cloud"):
        town.remove(f"projects/harbour/{name}.yaml")
    found = changes(town.diff(), "dropped_goal")
    assert [(each["name"], each["unexplained"]) for each in found] == [("便利なまち", True)]


@pytest.mark.parametrize(
    ("before", "now", "kind", "fails"),
    [
        # The total is halved while its period grows: less of both.
        ("R6-R7: 100", "R6-R8: 50", "lowered_target", True),
        ("R6-R7: 100", "R6-R8: 100", "postponed_target", True),
        # More, but in more years: nobody can say.
        ("R6-R7: 100", "R6-R8: 120", "changed_target", True),
        ("R6-R7: 100", "R7-R7: 100", "changed_target", False),
        ("R6-R7: 100", "R6-R7: 120", "raised_target", False),
    ],
)
def test_a_total_is_judged_with_its_period(
    town: Town, before: str, now: str, kind: str, *, fails: bool
) -> None:
    town.edit(RPA_FILE, (before, now))
    assert changes(town.diff(), kind)[0]["id"] == HOURS
    assert failing(town, "lowered-target") == (["lowered-target"] if fails else [])


def test_a_limit_over_more_years_is_harder(town: Town) -> None:
    town.edit(
        RPA_FILE,
        (
            "direction: increase\n    aggregation: period_total",
            "direction: decrease\n    aggregation: period_total",
        ),
    )
    town.commit("To be kept low")
    town.edit(RPA_FILE, ("R6-R7: 100", "R6-R8: 100"))
    (postponed,) = changes(town.diff(), "postponed_target")
    assert postponed["effect"] == "tightened"
    town.edit(RPA_FILE, ("R6-R8: 100", "R6-R6: 100"))
    (advanced,) = changes(town.diff(), "advanced_target")
    assert advanced["effect"] == "eased"
    assert failing(town, "lowered-target") == ["lowered-target"]


@pytest.mark.parametrize(
    ("field", "other"),
    [
        ("unit: 事業\n    direction: increase", "unit: 部署\n    direction: increase"),
        ("unit: 事業\n    direction: increase", "unit: 事業\n    direction: decrease"),
        ("aggregation: annual", "aggregation: cumulative"),
    ],
)
@pytest.mark.parametrize("target", ["R9: 12", "R9: 9"])
def test_with_another_definition_nobody_can_say(
    town: Town, field: str, other: str, target: str
) -> None:
    town.edit(RPA_FILE, (field, other), ("R9: 12", target))
    assert failing(town, "lowered-target", "unexplained-revision", "changed-definition") == [
        "lowered-target",
        "unexplained-revision",
        "changed-definition",
    ]


def test_a_new_definition_on_record_is_explained(town: Town) -> None:
    record = (
        "    amendments:\n      - {what: redefined, date: R8.7.1, old: 事業, new: 部署, "
        "reason: 組織改正, approved_by: 調整会議}\n"
    )
    town.edit(
        RPA_FILE,
        ("unit: 事業", "unit: 部署"),
        ("    actuals:\n      R7: 12\n", "    actuals:\n      R7: 12\n" + record),
    )
    assert failing(town, "unexplained-revision", "unapproved-revision") == []


@pytest.mark.parametrize(
    ("before", "now", "kind"),
    [
        ("times: 1.5", "percent: 10", "lowered_target"),
        ("times: 1.5", "percent: 60", "raised_target"),
        ("percent: 10", "times: 1.05", "lowered_target"),
    ],
)
def test_factors_are_held_against_percentages(town: Town, before: str, now: str, kind: str) -> None:
    # Of R8 nothing is known yet.
    town.edit(RPA_FILE, ("R9: 12", "R9: {relative: {to: R8, " + before + "}}"))
    town.commit("By a relation")
    town.edit(RPA_FILE, (before, now))
    (only,) = town.diff()
    assert only["kind"] == kind


def test_a_smaller_basis_eases_what_relates_to_it(town: Town) -> None:
    town.edit(RPA_FILE, ("R9: 12", "R9: {relative: {to: R7, times: 2}}"))
    town.commit("By a relation")
    town.edit(RPA_FILE, ("      R7: 12\n", "      R7: 11\n"))
    resolved = change_of(town.diff(), "resolved_target", "harbour/rpa/introduced")
    assert (resolved["old"], resolved["new"], resolved["effect"]) == (24, 22, "eased")
    assert failing(town, "lowered-target") == ["lowered-target"]


def test_back_to_draft_is_told_and_owes_a_reason(town: Town) -> None:
    town.edit(PLAN_FILE, ("period: R6-R9\n", "period: R6-R9\nstage: draft\n"))
    (only,) = town.diff()
    assert (only["kind"], only["unexplained"]) == ("reopened_plan", True)
    assert failing(town, "reopened-plan", "unexplained-revision") == [
        "reopened-plan",
        "unexplained-revision",
    ]
    town.commit("A draft again")
    town.edit(PLAN_FILE, ("stage: draft\n", "stage: approved\n"))
    assert [each["kind"] for each in town.diff()] == ["changed_attribute"]


@pytest.mark.parametrize(
    ("edit", "kind"),
    [
        (("    - ツールの選定\n", ""), "dropped_action"),
        (("    - ツールの選定\n", "    - ツールの検討\n"), "changed_action"),
    ],
)
def test_an_action_target_that_changes_owes_a_reason(
    town: Town, edit: tuple[str, str], kind: str
) -> None:
    town.edit(RPA_FILE, edit)
    (only,) = town.diff()
    assert (only["kind"], only["year"], only["unexplained"]) == (kind, "R7", True)
    assert failing(town, kind.replace("_", "-"), "unexplained-revision") == [
        kind.replace("_", "-"),
        "unexplained-revision",
    ]
    assert "⚠" in town.run("diff", "--format", "markdown").out.split("<details>", maxsplit=1)[0]


def test_what_was_only_added_may_have_been_part_of_the_plan_all_along(town: Town) -> None:
    town.edit(RPA_FILE, ("    - ツールの選定\n", "    - ツールの選定\n    - 研修\n"))
    (only,) = town.diff()
    assert (only["kind"], only["new"], only["unexplained"]) == ("added_action", "研修", False)
    assert failing(town, "added-action", "unexplained-revision") == ["added-action"]


def test_an_action_target_put_off_is_the_same_one(town: Town) -> None:
    town.edit(
        RPA_FILE,
        ("    - ツールの選定\n", ""),
        ("outcome_indicators:", LATER),
    )
    (only,) = town.diff()
    assert (only["kind"], only["old_year"], only["year"]) == ("changed_action", "R7", "R8")
    assert "Action R7 → R8: “ツールの選定” (no reason given ⚠)" in town.run("diff").out


def test_action_targets_changed_on_record_are_explained(town: Town) -> None:
    records = "".join(
        f"  - {{what: action, date: R8.7.1, year: R7, {texts}, reason: 見直し,"
        " approved_by: 会議}\n"
        for texts in ("old: ツールの選定, new: 製品の比較", "old: 試行", "new: 研修")
    )
    town.edit(
        RPA_FILE,
        ("    - ツールの選定\n", "    - 研修\n    - 製品の比較\n"),
        ("    - text: 試行\n      state: planned\n", ""),
        ("source: plan p.50", f"amendments:\n{records}source: plan p.50"),
    )
    found = town.diff()
    assert {each["kind"] for each in found} == {"changed_action", "dropped_action", "added_action"}
    assert {each["reason"] for each in found} == {"見直し"}
    assert failing(town, "unexplained-revision", "unapproved-revision") == []


def test_another_id_is_marked_whatever_is_recorded(town: Town) -> None:
    town.edit(RPA_FILE, ("id: rpa\n", "id: robots\n"))
    (only,) = town.diff()
    assert (only["kind"], only["old_id"], only["unexplained"]) == (
        "renamed_project",
        "harbour/rpa",
        True,
    )


def test_a_rule_switched_off_is_told(town: Town) -> None:
    town.write("sagaict.yaml", "rules:\n  overdue: {thresholds: {months: 12}}\n")
    town.commit("Settings")
    town.write(
        "sagaict.yaml",
        'rules:\n  overdue: {thresholds: {months: 24}}\n  revision-unexplained: {severity: "off"}\n'
        "cycle: {figures_due: 5-31}\n",
    )
    found = changes(town.diff(), "changed_setting")
    assert [(each["field"], each["old"], each["new"]) for each in found] == [
        ("cycle.figures_due", None, "5-31"),
        ("rules.overdue.thresholds.months", "12", "24"),
        ("rules.revision-unexplained.severity", None, "off"),
    ]
    assert failing(town, "changed-setting") == ["changed-setting"]
    shown = town.run("diff", "--format", "markdown").out.split("<details>", maxsplit=1)[0]
    assert "Setting rules.revision-unexplained.severity: - → off ⚠" in shown
    town.commit("Off")
    assert [each["field"] for each in changes(town.diff("HEAD~1..HEAD"), "changed_setting")] == [
        each["field"] for each in found
    ]
    assert changes(town.diff(), "changed_setting") == []


def test_findings_accepted_are_told_wherever_they_stand(town: Town) -> None:
    town.write("sagaict.yaml", "accept:\n  - {rule: overdue, below: harbour/rpa, reason: 未公表}\n")
    town.edit(
        RPA_FILE,
        ("      R9: 12\n", "      R9: 12  # sagaict: accept target-too-low: 計画のとおり\n"),
    )
    found = changes(town.diff(), "added_acceptance")
    assert [(each["id"], each["name"], each["field"], each["new"]) for each in found] == [
        ("harbour/rpa", "overdue", None, "未公表"),
        (
            "harbour/rpa",
            "target-too-low",
            "outcome_indicators > - id: introduced > targets > R9",
            "計画のとおり",
        ),
    ]
    assert failing(town, "added-acceptance", "removed-acceptance") == ["added-acceptance"]
    town.commit("Accepted")
    # The same words, but for the whole file: more is accepted than before.
    town.edit(
        RPA_FILE,
        ("  # sagaict: accept target-too-low: 計画のとおり", ""),
        ("id: rpa\n", "# sagaict: accept target-too-low: 計画のとおり\nid: rpa\n"),
    )
    assert failing(town, "added-acceptance", "removed-acceptance") == [
        "added-acceptance",
        "removed-acceptance",
    ]


def test_an_acceptance_that_only_moves_with_its_line_is_no_change(town: Town) -> None:
    town.edit(
        RPA_FILE,
        ("      R9: 12\n", "      R9: 12  # sagaict: accept target-too-low: 計画のとおり\n"),
    )
    town.commit("Accepted")
    town.edit(RPA_FILE, ("overview: 事務を自動にする。\n", "overview: 事務を自動にする。\n\n"))
    assert town.diff() == []


def test_settings_that_cannot_be_read_let_no_gate_pass(town: Town) -> None:
    town.write("sagaict.yaml", "rules: [\n")
    ran = town.run("diff", "--fail-on", "lowered-target", "--format", "json")
    assert ran.code == 1
    assert ran.json["incomplete"] == ["data/sagaict.yaml"]


def test_a_project_in_another_category_owes_a_reason_like_any_change_of_the_plan(
    town: Town,
) -> None:
    town.edit(
        RPA_FILE, ("category: A\n", "category: B\n"), ("overview:", "owner: 総務課\noverview:")
    )
    found = {each["field"]: each["unexplained"] for each in town.diff()}
    assert found == {"category": True, "owner": False}
    record = (
        "amendments:\n  - {what: redefined, old: 区分A, new: 区分B, date: R8.7.1, reason: 見直し, "
        "approved_by: 調整会議}\n"
    )
    town.edit(RPA_FILE, ("overview:", f"{record}overview:"))
    assert failing(town, "unexplained-revision") == []
