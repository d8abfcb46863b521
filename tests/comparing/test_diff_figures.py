"""Actuals, and what follows from them: statuses, derived indicators, tallies, comparisons."""

from __future__ import annotations

from pathlib import Path

import pytest
from harbour import Town, change_of, changes

PLAN_FILE = "plans/harbour.yaml"
PORTAL_FILE = "projects/harbour/portal.yaml"
RPA_FILE = "projects/harbour/rpa.yaml"
USERS = ("      R7: 500\n", "      R7: 500\n    actuals:\n      R7: 600\n")


@pytest.fixture
def town(tmp_path: Path) -> Town:
    return Town.found(tmp_path)


def test_corrected_actual_that_meets_the_target(town: Town) -> None:
    town.edit(PLAN_FILE, ("R7: 79,000", "R7: 81,000"))
    only = change_of(town.diff(), "corrected_actual", "harbour/1-1/access")
    assert (only["year"], only["old"], only["new"]) == ("R7", 79000, 81000)
    assert (only["status_before"], only["status_after"]) == ("unmet", "met")
    assert (only["rate_before"], only["rate_after"]) == (98.8, 101.3)
    shown = town.run("diff").out
    assert "Actual R7: 79,000 → 81,000件" in shown
    assert "unmet → met" in shown
    assert "98.8% → 101.3%" in shown


def test_status_told_with_its_cause_is_not_told_again(town: Town) -> None:
    town.edit(PLAN_FILE, ("R7: 79,000", "R7: 81,000"))
    assert not changes(town.diff(), "changed_status")
    assert town.run("diff", "--fail-on", "changed-status").code == 1


def test_added_actual(town: Town) -> None:
    town.edit(PORTAL_FILE, USERS)
    only = change_of(town.diff(), "added_actual", "harbour/portal/users")
    assert (only["old"], only["new"], only["state_after"]) == (None, 600, "final")
    assert (only["status_before"], only["status_after"]) == ("not_reported", "met")


def test_removed_actual(town: Town) -> None:
    town.edit(PORTAL_FILE, USERS)
    town.commit("600")
    town.edit(PORTAL_FILE, (USERS[1], USERS[0]))
    only = change_of(town.diff(), "removed_actual", "harbour/portal/users")
    assert (only["old"], only["new"]) == (600, None)
    assert (only["status_before"], only["status_after"]) == ("met", "not_reported")


def test_provisional_figure_becomes_final(town: Town) -> None:
    town.edit(PLAN_FILE, ("                state: provisional\n", ""))
    only = change_of(town.diff(), "restated_actual", "harbour/1-1/outages")
    assert (only["state_before"], only["state_after"]) == ("provisional", "final")
    assert (only["status_before"], only["status_after"]) == ("on_track", "met")
    assert "Actual R7: 5回 (provisional) → 5回" in town.run("diff").out


def test_kept_earlier_figure_is_said(town: Town) -> None:
    town.edit(PLAN_FILE, ("R7: 79,000", "R7: {value: 81000, earlier: [{value: 79000}]}"))
    assert "the earlier figure is kept" in town.run("diff").out
    town.commit("81,000")
    town.edit(PLAN_FILE, ("value: 79000", "value: 78000"))
    (only,) = town.diff()
    assert only["kind"] == "changed_history"


def test_figure_of_another_day(town: Town) -> None:
    town.edit(PLAN_FILE, ("R7: 79,000", "R7: {value: 79000, as_of: R8.3}"))
    only = change_of(town.diff(), "corrected_actual", "harbour/1-1/access")
    assert only["old"] == only["new"] == 79000
    assert "as of - → R8.3" in town.run("diff").out


def test_part_of_a_total_tells_how_the_total_stands(town: Town) -> None:
    town.edit(RPA_FILE, ("      R6: 60\n", "      R6: 80\n"))
    only = change_of(town.diff(), "corrected_actual", "harbour/rpa/hours")
    assert (only["year"], only["judged_in"]) == ("R6", "R7")
    assert (only["status_before"], only["status_after"]) == ("unmet", "met")
    assert (only["rate_before"], only["rate_after"]) == (90, 110)


def test_derived_indicator_follows(town: Town) -> None:
    town.edit(PORTAL_FILE, USERS)
    only = change_of(town.diff(), "changed_computed", "harbour/1-2/share")
    assert (only["year"], only["group"]) == ("R7", "consequences")
    assert only["old"] == {"value": None, "numerator": 1, "denominator": 3, "left_out": 1}
    assert (only["new"]["numerator"], only["new"]["denominator"]) == (2, 3)
    assert (only["status_before"], only["status_after"]) == ("not_reported", "met")
    assert "Computed for R7: 1 of 3 → 66.7% (2 of 3)" in town.run("diff").out


def test_tallies_follow_kind_by_kind(town: Town) -> None:
    town.edit(PORTAL_FILE, USERS)
    share, only = changes(town.diff(), "changed_tally")
    # The share that users complete is 2 of 3, of which 60% were asked.
    assert (share["field"], share["old"]["met"], share["new"]["met"]) == ("goal", 0, 1)
    assert (only["id"], only["field"]) == ("harbour", "outcome")
    assert (only["old"]["met"], only["old"]["of"]) == (1, 3)
    assert (only["new"]["met"], only["new"]["of"]) == (2, 3)
    assert "outcome indicator: met 1 of 3" in town.run("diff").out


def test_what_is_counted_of_a_draft_is_marked_so(town: Town) -> None:
    town.edit(PLAN_FILE, ("period: R6-R9\n", "period: R6-R9\nstage: draft\n"))
    town.commit("A draft again")
    town.edit(PORTAL_FILE, USERS)
    assert "outcome indicator [draft]: met 1 of 3" in town.run("diff").out


def test_published_tallies_follow(town: Town) -> None:
    town.edit(PORTAL_FILE, USERS)
    (only,) = changes(town.diff(), "changed_published")
    assert (only["field"], only["name"]) == ("met-r7", "成果を達成した事業")
    assert (only["old"]["verdict"], only["new"]["verdict"]) == ("cannot_tell", "disagrees")


def test_status_that_changes_elsewhere(town: Town) -> None:
    """A later figure is what a target ahead is judged by."""
    town.edit("projects/harbour/cloud.yaml", ("      R7: 4\n", "      R7: 15\n"))
    found = town.diff()
    elsewhere = change_of(found, "changed_status", "harbour/cloud/systems")
    assert (elsewhere["year"], elsewhere["group"]) == ("R9", "consequences")
    assert (elsewhere["status_before"], elsewhere["status_after"]) == ("behind", "on_track")


def test_everything_is_judged_from_the_view_asked_for(town: Town) -> None:
    town.edit(PLAN_FILE, ("R7: 79,000", "R7: 81,000"))
    early = town.diff("--as-of", "R6")
    only = change_of(early, "corrected_actual", "harbour/1-1/access")
    assert only["status_before"] == only["status_after"]
    assert not changes(early, "changed_tally")


def test_progress_of_projects_follows_evaluations(town: Town) -> None:
    town.edit(RPA_FILE, ("progress: on_schedule", "progress: delayed"))
    found = town.diff()
    (progress,) = changes(found, "changed_progress")
    assert progress["old"]["counts"]["on_schedule"] == 1
    assert progress["new"]["counts"]["delayed"] == 1
    assert "on schedule 1 of 3" in town.run("diff").out


def test_remark_on_a_result(town: Town) -> None:
    town.edit(PLAN_FILE, ("R7: 79,000", "R7: {value: 79000, remark: 工事のため}"))
    (only,) = town.diff()
    assert (only["kind"], only["group"], only["new"]) == (
        "changed_remark",
        "activity",
        "工事のため",
    )
