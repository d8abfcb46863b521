"""Targets lowered and raised, with and without a reason, told by `sagaict diff`."""

from __future__ import annotations

from pathlib import Path

import pytest
from harbour import PLAN, Town, change_of, changes

PLAN_FILE = "plans/harbour.yaml"
ACCESS = "harbour/1-1/access"
OUTAGES = "harbour/1-1/outages"

R9 = """\
              R9:
                value: 101,000
                printed: 101,000件
"""
# Behind the actuals of `access`, in its place in the plan's file.
ACTUALS = "              R7: 79,000\n"
REVISION = """\
            revisions:
              - year: R9
                date: R8.10.1
                old: 101,000
                new: 90,000
"""


@pytest.fixture
def town(tmp_path: Path) -> Town:
    return Town.found(tmp_path)


def test_lowered_target_without_a_reason(town: Town) -> None:
    town.edit(PLAN_FILE, ("value: 101,000\n", "value: 90,000\n"))
    (only,) = town.diff()
    assert only["kind"] == "lowered_target"
    assert only["group"] == "targets"
    assert only["plan"] == "harbour"
    assert only["id"] == ACCESS
    assert only["name"] == "年間アクセス件数"
    assert only["holder"] == "手続の電子化"
    assert (only["year"], only["old"], only["new"], only["unit"]) == ("R9", 101000, 90000, "件")
    assert (only["effect"], only["unexplained"], only["reason"]) == ("eased", True, None)


def test_lowered_target_in_words(town: Town) -> None:
    town.edit(PLAN_FILE, ("value: 101,000\n", "value: 90,000\n"))
    shown = town.run("diff").out
    assert "Target R9: 101,000 → 90,000件 (lowered, no reason given ⚠)" in shown
    assert "手続の電子化 / 年間アクセス件数" in shown
    assert "Targets: 1 (1 made easier, 1 without a reason ⚠)" in shown


def test_revision_gives_reason_and_approval(town: Town) -> None:
    explained = "                reason: 利用者が減った\n                approved_by: 調整会議\n"
    town.edit(
        PLAN_FILE,
        ("value: 101,000\n", "value: 90,000\n"),
        (ACTUALS, ACTUALS + REVISION + explained),
    )
    (only,) = town.diff()
    assert only["kind"] == "lowered_target"
    assert only["unexplained"] is False
    assert (only["reason"], only["approved_by"]) == ("利用者が減った", "調整会議")
    shown = town.run("diff").out
    assert "(lowered, reason: 利用者が減った, approved by 調整会議)" in shown
    assert "⚠" not in shown


def test_revision_without_a_reason_explains_nothing(town: Town) -> None:
    town.edit(PLAN_FILE, ("value: 101,000\n", "value: 90,000\n"), (ACTUALS, ACTUALS + REVISION))
    (only,) = town.diff()
    assert only["unexplained"] is True


def test_revision_to_another_value_explains_nothing(town: Town) -> None:
    other = REVISION.replace("90,000", "95,000") + "                reason: 利用者が減った\n"
    town.edit(PLAN_FILE, ("value: 101,000\n", "value: 90,000\n"), (ACTUALS, ACTUALS + other))
    found = town.diff()
    assert change_of(found, "lowered_target", ACCESS)["unexplained"] is True
    assert change_of(found, "recorded_revision", ACCESS)["new"]["new"] == 95000


def test_missing_approval_is_said(town: Town) -> None:
    reason = "                reason: 利用者が減った\n"
    town.edit(
        PLAN_FILE, ("value: 101,000\n", "value: 90,000\n"), (ACTUALS, ACTUALS + REVISION + reason)
    )
    assert "no approval recorded ⚠" in town.run("diff").out
    assert town.run("diff", "--fail-on", "unexplained-revision").code == 0
    assert town.run("diff", "--fail-on", "unapproved-revision").code == 1


def test_raised_number_eases_where_less_is_better(town: Town) -> None:
    town.edit(PLAN_FILE, ("              R9: 3\n", "              R9: 4\n"))
    (only,) = town.diff()
    assert (only["kind"], only["effect"]) == ("lowered_target", "eased")
    assert "Target R9: 3 → 4回 (raised, which makes it easier" in town.run("diff").out


def test_zero_is_a_number_like_any_other(town: Town) -> None:
    town.edit(PLAN_FILE, ("              R9: 3\n", "              R9: 0\n"))
    town.commit("Never again")
    town.edit(PLAN_FILE, ("              R9: 0\n", "              R9: 3\n"))
    assert "Target R9: 0 → 3回 (raised, which makes it easier" in town.run("diff").out


def test_lowered_number_tightens_where_less_is_better(town: Town) -> None:
    town.edit(PLAN_FILE, ("              R9: 3\n", "              R9: 2\n"))
    (only,) = town.diff()
    assert (only["kind"], only["effect"]) == ("raised_target", "tightened")
    assert "lowered, which makes it harder" in town.run("diff").out


def test_raised_target_owes_a_reason_too(town: Town) -> None:
    town.edit(PLAN_FILE, ("value: 101,000\n", "value: 110,000\n"))
    (only,) = town.diff()
    assert (only["kind"], only["unexplained"]) == ("raised_target", True)


def test_setting_an_open_target_owes_none(town: Town) -> None:
    town.edit(PLAN_FILE, ("R9: undecided", "R9: 85"))
    (only,) = changes(town.diff(), "decided_target")
    assert (only["old"], only["new"], only["unexplained"]) == ("undecided", 85, False)
    assert "Target R9: no target → 85% (now set)" in town.run("diff").out


def test_withdrawn_target_counts_as_lowered(town: Town) -> None:
    town.edit(PLAN_FILE, (R9, "              R9: undecided\n"))
    (only,) = changes(town.diff(), "withdrawn_target")
    assert (only["old"], only["new"]) == (101000, "undecided")
    assert town.run("diff", "--fail-on", "lowered-target").code == 1


def test_to_give_up_a_target_for_good_counts_as_lowered(town: Town) -> None:
    town.edit(PLAN_FILE, (R9, "              R9: none\n"))
    (only,) = changes(town.diff(), "withdrawn_target")
    assert (only["old"], only["new"], only["unexplained"]) == (101000, "none", True)


def test_a_range_in_the_place_of_a_number_is_another_target(town: Town) -> None:
    town.edit(PLAN_FILE, (R9, "              R9: {range: {low: 90000, high: 120000}}\n"))
    (only,) = changes(town.diff(), "changed_target")
    assert only["new"] == {"low": 90000, "high": 120000}
    assert "Target R9: 101,000件 → 90,000 to 120,000件" in town.run("diff").out


def test_words_in_the_place_of_a_number_are_another_target(town: Town) -> None:
    town.edit(PLAN_FILE, (R9, "              R9: {words: 条例の制定}\n"))
    (only,) = changes(town.diff(), "changed_target")
    assert (only["old"], only["new"], only["effect"]) == (101000, "条例の制定", "unclear")
    assert "Target R9: 101,000件 → 条例の制定" in town.run("diff").out


def test_dropped_target_counts_as_lowered(town: Town) -> None:
    town.edit(PLAN_FILE, (R9, ""))
    (only,) = changes(town.diff(), "dropped_target")
    assert (only["old"], only["new"], only["unexplained"]) == (101000, None, True)
    assert town.run("diff", "--fail-on", "lowered-target").code == 1


def test_a_target_that_stands_open_is_never_put_off(town: Town) -> None:
    town.edit(PLAN_FILE, ("R9: undecided", "R8: undecided"))
    found = [(each["kind"], each["year"]) for each in town.diff()]
    assert sorted(found) == [("added_target", "R8"), ("dropped_target", "R9")]


def test_postponed_target_counts_as_lowered(town: Town) -> None:
    town.edit(PLAN_FILE, ("              R7: 80,000\n", "              R8: 80,000\n"))
    (only,) = changes(town.diff(), "postponed_target")
    assert (only["old_year"], only["year"], only["effect"]) == ("R7", "R8", "eased")
    assert "Target 80,000件: R7 → R8 (postponed" in town.run("diff").out
    assert town.run("diff", "--fail-on", "lowered-target").code == 1


def test_target_brought_forward(town: Town) -> None:
    town.edit(PLAN_FILE, ("              R9: 3\n", "              R8: 3\n"))
    (only,) = changes(town.diff(), "advanced_target")
    assert (only["old_year"], only["year"], only["effect"]) == ("R9", "R8", "tightened")


def test_added_target_owes_no_reason(town: Town) -> None:
    town.edit(PLAN_FILE, (R9, "              R8: 90,000\n" + R9))
    (only,) = changes(town.diff(), "added_target")
    assert (only["new"], only["unexplained"]) == (90000, False)


def test_target_of_a_period_with_another_end(town: Town) -> None:
    town.edit("projects/harbour/rpa.yaml", ("R6-R7: 100", "R6-R9: 150"))
    (only,) = changes(town.diff(), "changed_target")
    assert (only["old_year"], only["year"]) == ("R6-R7", "R6-R9")
    assert (only["old"], only["new"], only["effect"]) == (100, 150, "unclear")


def test_drafts_owe_no_reason(town: Town) -> None:
    town.edit(PLAN_FILE, ("period: R6-R9\n", "period: R6-R9\nstage: draft\n"))
    town.commit("Only a draft")
    town.edit(PLAN_FILE, ("value: 101,000\n", "value: 90,000\n"))
    (only,) = town.diff()
    assert (only["kind"], only["unexplained"]) == ("lowered_target", False)
    assert "⚠" not in town.run("diff").out


def test_relative_targets_are_compared_by_their_relation(town: Town) -> None:
    relative = "R9: {relative: {to: R7, times: 1.2}}"
    town.edit(PLAN_FILE, (R9, f"              {relative}\n"))
    (only,) = changes(town.diff(), "lowered_target")
    assert (only["old"], only["new"]) == (101000, 94800)
    town.commit("By a fifth")
    town.edit(PLAN_FILE, ("times: 1.2", "times: 1.3"))
    (only,) = town.diff()
    assert (only["kind"], only["effect"]) == ("raised_target", "tightened")
    said = "1.2 times that of R7 (= 94,800件) → 1.3 times that of R7 (= 102,700件)"
    assert said in town.run("diff").out


def test_relative_target_without_a_basis_is_compared_all_the_same(town: Town) -> None:
    town.edit(PLAN_FILE, (R9, "              R9: {relative: {to: R8, percent: 10}}\n"))
    town.commit("A tenth more than R8, of which nothing is known yet")
    town.edit(PLAN_FILE, ("percent: 10", "percent: 5"))
    (only,) = town.diff()
    assert (only["kind"], only["old"], only["new"]) == ("lowered_target", "R8 +10%", "R8 +5%")
    town.edit(PLAN_FILE, ("{relative: {to: R8, percent: 5}}", "90,000"))
    (only,) = town.diff()
    assert (only["kind"], only["effect"]) == ("changed_target", "unclear")


def test_what_a_relative_target_comes_to_follows_its_basis(town: Town) -> None:
    town.edit(PLAN_FILE, (R9, "              R9: {relative: {to: R7, times: 1.2}}\n"))
    town.commit("By a fifth")
    town.edit(PLAN_FILE, ("R7: 79,000", "R7: 80,000"))
    found = town.diff()
    resolved = change_of(found, "resolved_target", ACCESS)
    assert (resolved["group"], resolved["old"], resolved["new"]) == ("consequences", 94800, 96000)
    assert not changes(found, "raised_target")


def test_another_unit_leaves_targets_uncompared(town: Town) -> None:
    town.edit(
        PLAN_FILE,
        ("value: 101,000\n", "value: 101\n"),
        ("            unit: 件\n", "            unit: 千件\n"),
    )
    found = town.diff()
    assert change_of(found, "changed_target", ACCESS)["effect"] == "unclear"
    assert change_of(found, "changed_definition", ACCESS)["field"] == "unit"


def test_record_of_revisions_is_not_rewritten_unseen(town: Town) -> None:
    reason = "                reason: 利用者が減った\n"
    town.edit(
        PLAN_FILE, ("value: 101,000\n", "value: 90,000\n"), (ACTUALS, ACTUALS + REVISION + reason)
    )
    town.commit("Lowered")
    town.edit(PLAN_FILE, ("reason: 利用者が減った", "reason: 誤り"))
    (only,) = town.diff()
    assert only["kind"] == "rewritten_revision"
    assert (only["old"]["reason"], only["new"]["reason"]) == ("利用者が減った", "誤り")
    town.edit(PLAN_FILE, (REVISION + "                reason: 誤り\n", ""))
    (only,) = town.diff()
    assert (only["kind"], only["new"]) == ("rewritten_revision", None)
    assert "Recorded revision deleted ⚠" in town.run("diff").out


def test_reason_given_later_is_no_rewriting(town: Town) -> None:
    town.edit(PLAN_FILE, ("value: 101,000\n", "value: 90,000\n"), (ACTUALS, ACTUALS + REVISION))
    town.commit("Lowered")
    reason = "                reason: 利用者が減った\n"
    town.edit(PLAN_FILE, (REVISION, REVISION + reason))
    (only,) = town.diff()
    assert only["kind"] == "recorded_revision"


def test_unexplained_lowered_targets_come_first(town: Town) -> None:
    town.edit(
        PLAN_FILE, ("R9: undecided", "R9: 85"), ("              R9: 3\n", "              R9: 4\n")
    )
    assert [each["kind"] for each in town.diff()][:2] == ["lowered_target", "decided_target"]


def test_the_plan_itself_is_as_the_tests_take_it() -> None:
    assert PLAN.count(R9) == PLAN.count(ACTUALS) == 1
