"""Projects and indicators dropped, added or renamed on record."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from comparing_plans import compared, harbour, portfolio
from harbour import PORTAL, Town, change_of, changes

from sagaict.comparing.change import Change
from sagaict.comparing.comparison import Comparison

PLAN_FILE = "plans/harbour.yaml"
RPA_FILE = "projects/harbour/rpa.yaml"
PORTAL_FILE = "projects/harbour/portal.yaml"
RPA = "harbour/rpa"
INTRODUCED = "harbour/rpa/introduced"
GROUNDS = {"reason": "業務がなくなる", "approved_by": "調整会議"}
DROPPED = {"what": "dropped", "date": "R8.7.1", **GROUNDS}
RENAMED = {
    "what": "renamed",
    "date": "R8.7.1",
    "old": "RPAの導入",
    "new": "RPAとAIの導入",
    **GROUNDS,
}


def rpa(files: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = files[RPA_FILE]
    return found


def introduced(files: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = files[RPA_FILE]["outcome_indicators"][0]
    return found


def edited(old: dict[str, Any], new: dict[str, Any]) -> Comparison:
    return compared(portfolio(old), portfolio(new))


def one(comparison: Comparison, kind: str, full_id: str) -> Change:
    (only,) = [each for each in comparison.changes if (each.kind, each.id) == (kind, full_id)]
    return only


def kinds(comparison: Comparison) -> list[str]:
    return [each.kind for each in comparison.changes]


def test_a_dropped_indicator_is_told_with_its_grounds_and_how_it_stood() -> None:
    new = harbour()
    introduced(new)["amendments"] = [DROPPED]
    comparison = edited(harbour(), new)
    found = one(comparison, "dropped_indicator", INTRODUCED)
    assert (found.reason, found.approved_by) == ("業務がなくなる", "調整会議")
    assert found.grounds == {"dropped_indicator"}
    # By its last target that was due, R7: 12 of 10.
    assert (found.judged_in, found.before and found.before.status, found.after) == (
        "R7",
        "met",
        None,
    )
    assert not [each for each in comparison.changes if each.kind == "recorded_revision"]


def test_without_grounds_it_is_as_doubtful_as_a_lowered_target() -> None:
    new = harbour()
    introduced(new)["amendments"] = [{"what": "dropped", "date": "R8.7.1"}]
    found = one(edited(harbour(), new), "dropped_indicator", INTRODUCED)
    assert found.grounds == {"dropped_indicator", "unexplained_revision", "unapproved_revision"}
    introduced(new)["amendments"] = [{**DROPPED, "approved_by": None}]
    found = one(edited(harbour(), new), "dropped_indicator", INTRODUCED)
    assert found.grounds == {"dropped_indicator", "unapproved_revision"}


def test_in_a_draft_nothing_is_owed_for_dropping() -> None:
    old, new = harbour(), harbour()
    for each in (old, new):
        each[PLAN_FILE]["stage"] = "draft"
    introduced(new)["amendments"] = [{"what": "dropped", "date": "R8.7.1"}]
    assert one(edited(old, new), "dropped_indicator", INTRODUCED).grounds == {"dropped_indicator"}


def test_what_is_dropped_leaves_the_tally_and_changes_no_status() -> None:
    new = harbour()
    introduced(new)["amendments"] = [{**DROPPED, "date": "R7.10.1"}]
    comparison = edited(harbour(), new)
    # R7: introduced 12 of 10 met, hours 90 of 100 missed, users not reported; R9: systems.
    tally = one(comparison, "changed_tally", "harbour")
    assert tally.field == "outcome"
    assert [(each.met, each.of) for each in (tally.old, tally.new)] == [(1, 3), (0, 2)]  # type: ignore[union-attr]  # both are tallies
    assert "changed_status" not in kinds(comparison)
    share = one(comparison, "changed_computed", "harbour/1-2/share")
    # As in the tally; users are not reported, so that there is no share of either.
    shares = [(each.numerator, each.denominator, each.value) for each in (share.old, share.new)]  # type: ignore[union-attr]  # both are computed
    assert shares == [(1, 3, None), (0, 2, None)]


def test_a_dropped_project_stands_for_its_indicators() -> None:
    new = harbour()
    rpa(new)["amendments"] = [DROPPED]
    comparison = edited(harbour(), new)
    found = one(comparison, "dropped_project", RPA)
    assert (found.reason, found.approved_by, found.revision) == (
        "業務がなくなる",
        "調整会議",
        True,
    )
    assert "dropped_indicator" not in kinds(comparison)
    assert "changed_status" not in kinds(comparison)
    progress = one(comparison, "changed_progress", "harbour")
    assert [each.of for each in (progress.old, progress.new)] == [3, 2]  # type: ignore[union-attr]  # both are tallies


def test_a_drop_still_to_come_changes_no_tally_yet() -> None:
    new = harbour()
    rpa(new)["amendments"] = [{**DROPPED, "date": "R9.4.1"}]
    assert kinds(edited(harbour(), new)) == ["dropped_project"]


def test_taken_out_of_its_file_an_indicator_is_dropped_without_a_record(tmp_path: Path) -> None:
    town = Town.found(tmp_path)
    town.remove(PORTAL_FILE)
    found = change_of(town.diff(), "dropped_project", "harbour/portal")
    assert (found["new"], found["reason"], found["unexplained"]) == (None, None, True)


def test_an_added_indicator_is_told_with_its_grounds() -> None:
    new = harbour()
    added = {"what": "added", "date": "R8.7.1", **GROUNDS}
    rpa(new)["outcome_indicators"].append(
        {**introduced(harbour()), "id": "ai", "name": "AIの数", "amendments": [added]}
    )
    found = one(edited(harbour(), new), "added_indicator", "harbour/rpa/ai")
    assert (found.reason, found.approved_by) == ("業務がなくなる", "調整会議")
    assert found.grounds == {"added_indicator"}


def test_a_proposal_to_add_a_project_lacks_its_approval() -> None:
    old, new = harbour(), harbour()
    del old[PORTAL_FILE]
    new[PORTAL_FILE]["amendments"] = [{"what": "added", "date": "R8.7.1", "reason": "要望"}]
    found = one(edited(old, new), "added_project", "harbour/portal")
    assert found.reason == "要望"
    assert found.grounds == {"added_project", "unapproved_revision"}


def test_added_and_dropped_in_between_both_are_told() -> None:
    old, new = harbour(), harbour()
    del old[PORTAL_FILE]
    added = {"what": "added", "date": "R7.7.1", **GROUNDS}
    new[PORTAL_FILE]["amendments"] = [added, DROPPED]
    comparison = edited(old, new)
    assert one(comparison, "added_project", "harbour/portal").reason == "業務がなくなる"
    recorded = one(comparison, "recorded_revision", "harbour/portal").new
    assert getattr(recorded, "what", None) == "dropped"


def test_a_renaming_explains_the_new_title() -> None:
    new = harbour()
    rpa(new)["title"] = "RPAとAIの導入"
    rpa(new)["amendments"] = [RENAMED]
    comparison = edited(harbour(), new)
    found = one(comparison, "changed_title", RPA)
    assert (found.reason, found.approved_by) == ("業務がなくなる", "調整会議")
    assert kinds(comparison) == ["changed_title"]


def test_a_renaming_to_another_title_explains_nothing() -> None:
    new = harbour()
    rpa(new)["title"] = "自動化"
    rpa(new)["amendments"] = [RENAMED]
    comparison = edited(harbour(), new)
    assert one(comparison, "changed_title", RPA).reason is None
    assert one(comparison, "recorded_revision", RPA).reason == "業務がなくなる"


def test_a_title_changed_without_a_record_owes_one() -> None:
    new = harbour()
    introduced(new)["name"] = "入れた事業の数"
    found = one(edited(harbour(), new), "changed_title", INTRODUCED)
    assert found.grounds == {"changed_title", "unexplained_revision", "unapproved_revision"}


@pytest.mark.parametrize("amendment", [RENAMED, {"what": "added", "date": "R6.4.1"}])
def test_recorded_afterwards_it_changes_nothing_else(amendment: dict[str, Any]) -> None:
    new = harbour()
    rpa(new)["amendments"] = [amendment]
    assert kinds(edited(harbour(), new)) == ["recorded_revision"]


@pytest.mark.parametrize(
    ("before", "now", "kind"),
    [
        ({"reason": "一"}, {"reason": "二"}, "rewritten_revision"),
        ({}, {"reason": "一"}, "recorded_revision"),
        ({}, {"approved_by": "調整会議"}, "recorded_revision"),
        ({"approved_by": "調整会議"}, {}, "rewritten_revision"),
        # An approval brings its own day with it.
        ({"date": "R8.7.1"}, {"date": "R8.10.1", "approved_by": "会議"}, "recorded_revision"),
        ({"date": "R8.7.1"}, {"date": "R8.10.1"}, "rewritten_revision"),
        (
            {"date": "R8.7.1", "approved_by": "会議"},
            {"date": "R8.6.1", "approved_by": "会議"},
            "rewritten_revision",
        ),
    ],
)
def test_what_was_open_may_be_completed_and_nothing_else_altered(
    before: dict[str, Any], now: dict[str, Any], kind: str
) -> None:
    old, new = harbour(), harbour()
    for files, more in ((old, before), (new, now)):
        introduced(files)["amendments"] = [{"what": "dropped", "date": "R8.7.1", **more}]
    assert kinds(edited(old, new)) == [kind]


def test_a_deleted_record_brings_back_what_was_dropped() -> None:
    old = harbour()
    introduced(old)["amendments"] = [DROPPED]
    comparison = edited(old, harbour())
    found = one(comparison, "rewritten_revision", INTRODUCED)
    assert found.new is None
    tally = one(comparison, "changed_tally", "harbour")
    assert [each.of for each in (tally.old, tally.new)] == [2, 3]  # type: ignore[union-attr]  # both are tallies


def test_another_source_of_the_record_is_wording() -> None:
    old, new = harbour(), harbour()
    introduced(old)["amendments"] = [DROPPED]
    introduced(new)["amendments"] = [{**DROPPED, "source": "plan p.1"}]
    comparison = edited(old, new)
    assert comparison.changes == ()
    assert comparison.wording == {"revisions": 1}


@pytest.mark.parametrize("decided", ["R8.7.1", "R8.10.1"])
def test_approving_a_proposed_target_is_no_rewriting(decided: str) -> None:
    revision = {"year": "R9", "date": "R8.7.1", "old": 20, "new": 12, "reason": "減った"}
    old, new = harbour(), harbour()
    for each, more in ((old, {}), (new, {"date": decided, "approved_by": "調整会議"})):
        introduced(each)["revisions"] = [{**revision, **more}]
    (only,) = edited(old, new).changes
    assert (only.kind, only.approved_by) == ("recorded_revision", "調整会議")


def test_approving_a_change_of_the_plan_is_no_rewriting() -> None:
    revision = {"what": "period", "old": "R6-R8", "new": "R6-R9", "date": "R8.7.1"}
    old, new = harbour(), harbour()
    old[PLAN_FILE]["revisions"] = [revision]
    new[PLAN_FILE]["revisions"] = [{**revision, "date": "R8.10.1", "approved_by": "調整会議"}]
    assert kinds(edited(old, new)) == ["recorded_revision"]
    new[PLAN_FILE]["revisions"] = [{**revision, "new": "R6-R10"}]
    (only,) = edited(old, new).changes
    assert only.kind == "rewritten_revision"
    assert None not in (only.old, only.new)


RECORD = """\
amendments:
  - what: dropped
    date: R8.7.1
"""


def test_the_page_and_the_json_say_when_and_why(tmp_path: Path) -> None:
    town = Town.found(tmp_path)
    reason = "    reason: 利用者が少ない\n    approved_by: 調整会議\n"
    town.write(PORTAL_FILE, PORTAL + RECORD)
    found = change_of(town.diff(), "dropped_project", "harbour/portal")
    assert found["unexplained"] is True
    assert (found["old"]["indicators"], found["new"]["what"], found["new"]["date"]) == (
        1,
        "dropped",
        "R8.7.1",
    )
    shown = " ".join(town.run("diff").out.split())
    assert "Project dropped on 2026-07-01 (1 indicator) (no reason given ⚠)" in shown
    assert "What the plans consist of: 1 (1 without a reason ⚠)" in shown
    assert town.run("diff", "--fail-on", "unexplained-revision").code == 1

    town.write(PORTAL_FILE, PORTAL + RECORD + reason)
    shown = " ".join(town.run("diff").out.split())
    assert "(reason: 利用者が少ない, approved by 調整会議)" in shown
    assert town.run("diff", "--fail-on", "unexplained-revision,unapproved-revision").code == 0
    assert town.run("diff", "--fail-on", "dropped-project").code == 1
    assert "| Project dropped on 2026-07-01" in town.run("diff", "--format", "markdown").out

    town.commit("Dropped")
    town.write(PORTAL_FILE, PORTAL)
    (only,) = changes(town.diff(), "rewritten_revision")
    assert (only["old"]["reason"], only["new"]) == ("利用者が少ない", None)
    shown = " ".join(town.run("diff").out.split())
    assert "Recorded revision deleted ⚠: 2026-07-01, dropped from the plan" in shown
