"""What came, went, moved or got another name; definitions; actions and evaluations."""

from __future__ import annotations

from pathlib import Path

import pytest
from harbour import CLOUD, PORTAL, RPA, Town, change_of, changes, sagaict

from sagaict.comparing.change import Change
from sagaict.language import activate
from sagaict.reporting.diff_phrases import change_text

PLAN_FILE = "plans/harbour.yaml"
RPA_FILE = "projects/harbour/rpa.yaml"
CLOUD_FILE = "projects/harbour/cloud.yaml"
REVISION = """\
revisions:
  - what: period
    old: R6-R9
    new: R6-R10
    reason: 総合計画に合わせる
"""


@pytest.fixture
def town(tmp_path: Path) -> Town:
    return Town.found(tmp_path)


def rename(town: Town, old: str, new: str) -> None:
    path = town.data / f"projects/harbour/{old}.yaml"
    text = path.read_text(encoding="utf-8").replace(f"id: {old}\n", f"id: {new}\n", 1)
    path.unlink()
    town.write(f"projects/harbour/{new}.yaml", text)


def test_renamed_project_is_the_same_project(town: Town) -> None:
    rename(town, "cloud", "shared-cloud")
    (only,) = town.diff()
    assert only["kind"] == "renamed_project"
    assert (only["old_id"], only["id"]) == ("harbour/cloud", "harbour/shared-cloud")
    shown = town.run("diff").out
    assert "Id of the project: harbour/cloud → harbour/shared-cloud" in shown
    assert "added" not in shown


def test_lowered_target_is_seen_through_a_new_id(town: Town) -> None:
    rename(town, "cloud", "shared-cloud")
    town.edit(
        "projects/harbour/shared-cloud.yaml", ("R9: 20", "R9: 10"), ("id: systems", "id: moved")
    )
    found = town.diff()
    assert change_of(found, "lowered_target", "harbour/shared-cloud/moved")["new"] == 10
    renamed = change_of(found, "renamed_indicator", "harbour/shared-cloud/moved")
    assert renamed["old_id"] == "harbour/cloud/systems"
    assert not changes(found, "added_indicator")
    assert not changes(found, "dropped_indicator")


def test_project_with_new_id_and_title_is_known_by_its_targets(town: Town) -> None:
    rename(town, "cloud", "shared-cloud")
    town.edit("projects/harbour/shared-cloud.yaml", ("庁内クラウド", "共同クラウド"))
    kinds = [each["kind"] for each in town.diff()]
    assert kinds == ["renamed_project", "changed_title"]


def test_renamed_indicator(town: Town) -> None:
    town.edit(RPA_FILE, ("id: introduced", "id: rolled-out"))
    (only,) = town.diff()
    assert only["kind"] == "renamed_indicator"
    assert (only["old_id"], only["id"]) == ("harbour/rpa/introduced", "harbour/rpa/rolled-out")


def test_indicator_with_another_id_and_name_is_another(town: Town) -> None:
    town.edit(RPA_FILE, ("id: introduced", "id: errors"), ("導入した事業の数", "誤りの数"))
    found = town.diff()
    assert change_of(found, "dropped_indicator", "harbour/rpa/introduced")
    assert change_of(found, "added_indicator", "harbour/rpa/errors")


def test_moved_project(town: Town) -> None:
    town.edit(RPA_FILE, ("measure: 1-1", "measure: 1-2"))
    (only,) = town.diff()
    assert (only["kind"], only["id"]) == ("moved_project", "harbour/rpa")
    assert (only["old"], only["new"]) == ("harbour/1-1", "harbour/1-2")
    assert "moved to another measure: harbour/1-1 → harbour/1-2" in town.run("diff").out


def test_moved_indicator(town: Town) -> None:
    block = PORTAL[PORTAL.index("outcome_indicators") : PORTAL.index("source: plan p.51")]
    town.edit("projects/harbour/portal.yaml", (block, ""))
    item = block.removeprefix("outcome_indicators:\n")
    town.edit(CLOUD_FILE, ("note: 令和6", item + "note: 令和6"))
    (only,) = changes(town.diff(), "moved_indicator")
    assert (only["old_id"], only["id"]) == ("harbour/portal/users", "harbour/cloud/users")


def test_added_project(town: Town) -> None:
    town.write(
        "projects/harbour/chat.yaml",
        CLOUD.replace("cloud", "chat").replace("庁内クラウド", "チャット"),
    )
    only = change_of(town.diff(), "added_project", "harbour/chat")
    assert (only["name"], only["new"]["indicators"]) == ("チャット", 1)
    assert "Project added (1 indicator)" in town.run("diff").out


def test_dropped_project_does_not_list_its_indicators(town: Town) -> None:
    town.remove(RPA_FILE)
    found = town.diff()
    only = change_of(found, "dropped_project", "harbour/rpa")
    assert only["old"]["indicators"] == 2
    assert not changes(found, "dropped_indicator")
    assert "Project dropped (2 indicators)" in town.run("diff").out


def test_dropped_indicator(town: Town) -> None:
    start, end = RPA.index("  - id: hours"), RPA.index("evaluations:")
    town.edit(RPA_FILE, (RPA[start:end], ""))
    found = town.diff()
    only = change_of(found, "dropped_indicator", "harbour/rpa/hours")
    assert only["name"] == "減らした時間"
    assert town.run("diff", "--fail-on", "dropped-indicator").code == 1


def test_plan_that_comes_and_goes(town: Town) -> None:
    text = (town.data / PLAN_FILE).read_text(encoding="utf-8")
    other = text.replace("id: harbour\n", "id: airport\n").replace("みなと市DX計画", "空港計画")
    town.write("plans/airport.yaml", other)
    only = change_of(town.diff(), "added_plan", "airport")
    assert only["new"] == {"measures": 2, "projects": 0, "indicators": 4}
    town.commit("Another plan")
    town.remove("plans/airport.yaml")
    assert change_of(town.diff(), "dropped_plan", "airport")["old"]["indicators"] == 4


def test_renamed_plan_keeps_its_projects(town: Town) -> None:
    text = (town.data / PLAN_FILE).read_text(encoding="utf-8")
    town.remove(PLAN_FILE)
    town.write("plans/port.yaml", text.replace("id: harbour\n", "id: port\n"))
    for name in ("rpa", "portal", "cloud"):
        path = town.data / f"projects/harbour/{name}.yaml"
        moved = path.read_text(encoding="utf-8").replace("plan: harbour\n", "plan: port\n")
        path.unlink()
        town.write(f"projects/port/{name}.yaml", moved)
    (only,) = town.diff()
    assert (only["kind"], only["old_id"], only["id"]) == ("renamed_plan", "harbour", "port")


def test_period_with_its_revision(town: Town) -> None:
    town.edit(PLAN_FILE, ("period: R6-R9\n", "period: R6-R10\n"))
    (only,) = town.diff()
    assert (only["kind"], only["old"], only["new"]) == ("changed_period", "R6-R9", "R6-R10")
    assert only["unexplained"] is True
    town.edit(
        PLAN_FILE,
        (
            "goals:\n",
            REVISION + "goals:\n",
        ),
    )
    (only,) = town.diff()
    assert only["reason"] == "総合計画に合わせる"
    assert only["unexplained"] is False


def test_titles(town: Town) -> None:
    town.edit(
        PLAN_FILE,
        ("title: みなと市DX計画\nperiod", "title: みなと市デジタル計画\nperiod"),
        ("title: 便利なまち", "title: 便利で優しいまち"),
        ("title: 手続の電子化", "title: 手続のデジタル化"),
        ("name: 年間アクセス件数", "name: アクセスの数"),
    )
    found = changes(town.diff(), "changed_title")
    assert {(each["id"], each["field"]) for each in found} == {
        ("harbour", None),
        ("harbour", "goal 1"),
        ("harbour/1-1", None),
        ("harbour/1-1/access", None),
    }
    shown = town.run("diff").out
    assert "Title: “手続の電子化” → “手続のデジタル化”" in shown
    assert "Title of goal 1: “便利なまち” → “便利で優しいまち”" in shown


def test_attributes(town: Town) -> None:
    town.edit(RPA_FILE, ("category: A\n", "category: B\npriority: true\nowner: 総務課\n"))
    found = changes(town.diff(), "changed_attribute")
    assert [(each["field"], each["old"], each["new"]) for each in found] == [
        ("category", "A", "B"),
        ("priority", None, "true"),
        ("owner", None, "総務課"),
    ]


def test_changed_aggregation_ends_comparability(town: Town) -> None:
    town.edit(
        RPA_FILE,
        (
            "    unit: 事業\n    direction: increase\n    aggregation: annual\n",
            "    unit: 事業\n    direction: increase\n    aggregation: cumulative\n",
        ),
    )
    only = change_of(town.diff(), "changed_definition", "harbour/rpa/introduced")
    assert (only["field"], only["old"], only["new"]) == ("aggregation", "annual", "cumulative")
    assert "figures of before can no longer be compared ⚠" in town.run("diff").out


def test_changed_direction_and_what_follows(town: Town) -> None:
    town.edit(
        RPA_FILE,
        ("    unit: 事業\n    direction: increase\n", "    unit: 事業\n    direction: decrease\n"),
    )
    found = town.diff()
    assert change_of(found, "changed_definition", "harbour/rpa/introduced")["new"] == "decrease"
    status = change_of(found, "changed_status", "harbour/rpa/introduced")
    assert (status["status_before"], status["status_after"]) == ("met", "unmet")


def test_changed_formula(town: Town) -> None:
    town.edit(PLAN_FILE, ("share_met: {}", "share_met: {priority: true}"))
    only = change_of(town.diff(), "changed_definition", "harbour/1-2/share")
    assert (only["field"], only["new"]) == ("derived", "share_met: priority true")


def test_changed_baseline(town: Town) -> None:
    town.edit(PLAN_FILE, ("value: 70,000", "value: 71,000"))
    (only,) = town.diff()
    assert (only["kind"], only["old"], only["new"]) == ("changed_baseline", 70000, 71000)
    assert "Baseline: 70,000件 (R5) → 71,000件 (R5)" in town.run("diff").out


def test_actions_and_evaluations(town: Town) -> None:
    town.edit(
        RPA_FILE,
        ("    - ツールの選定\n", "    - ツールの試用\n"),
        ("state: planned", "state: done"),
        ("achievements: 12事業", "achievements: 予定どおり12事業"),
    )
    found = town.diff()
    kinds = {each["kind"] for each in found}
    assert kinds == {"changed_action", "changed_actions", "changed_evaluation"}
    shown = town.run("diff").out
    assert "Action R7: “ツールの選定” → “ツールの試用” (no reason given ⚠)" in shown
    assert "Actions R7: “試行” planned → done" in shown
    assert "Evaluation R7: on schedule; also changed: achievements" in shown


def test_the_other_way_round(tmp_path: Path) -> None:
    Town.found(tmp_path)
    other = Town.found(tmp_path / "other")
    other.edit(PLAN_FILE, ("R7: 79,000", "R7: 81,000"), ("R9: undecided", "R9: 85"))
    other.remove(CLOUD_FILE)
    forth = sagaict("diff", "data", "other/data", "--format", "json", cwd=tmp_path).json["changes"]
    back = sagaict("diff", "other/data", "data", "--format", "json", cwd=tmp_path).json["changes"]
    assert {(each["id"], each["old"] == each["new"]) for each in forth} == {
        (each["id"], each["old"] == each["new"]) for each in back
    }
    assert change_of(back, "corrected_actual", "harbour/1-1/access")["new"] == 79000
    assert changes(back, "added_project")
    assert changes(back, "withdrawn_target")


def test_the_plans_own_words_for_its_levels(town: Town) -> None:
    town.edit(PLAN_FILE, ("period: ", "terms: {goal: ビジョン}\nperiod: "))
    (found,) = changes(town.diff(), "changed_attribute")
    assert (found["field"], found["old"], found["new"]) == ("terms", None, "goal: ビジョン")


def test_what_a_category_lays_down_is_told_in_words() -> None:
    activate("en")
    change = Change(
        kind="changed_attribute",
        id="harbour",
        name="Harbour",
        field="category A",
        old="yearly",
        new="priority, half_yearly, outcome_required",
    )
    assert change_text(change) == (
        "category A: reviewed every year → priority, reviewed every half-year, "
        "outcome indicators required"
    )
