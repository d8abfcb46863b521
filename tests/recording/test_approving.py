"""Approving: a draft, everything that waits below a thing, several bodies in turn, two dates."""

from __future__ import annotations

from pathlib import Path

import pytest
from growing_city import Grown
from running import TODAY, Ran, sagaict

PROPOSED = ("--reason", "統計の変更", "--proposed")


@pytest.fixture
def city(tmp_path: Path) -> Grown:
    return Grown.in_folder(tmp_path)


def run(city: Grown, *arguments: str, code: int = 0) -> Ran:
    ran = sagaict(*arguments, "--today", TODAY, cwd=city.root)
    assert ran.code == code, ran.err
    return ran


def approved(city: Grown, *arguments: str, by: str = "調整会議", code: int = 0) -> Ran:
    return run(city, "approve", *arguments, "--approved-by", by, code=code)


def test_a_proposal_keeps_its_day_beside_that_of_the_decision(city: Grown) -> None:
    run(city, "revise", "online", "R9", "85", *PROPOSED, "--proposed-on", "R8.4.10")
    assert "                proposed: R8.4.10\n                date: R8.11.21\n" in city.plan
    approved(city, "online", "--date", "R8.11.1")
    assert "                proposed: R8.4.10\n                date: R8.11.1\n" in city.plan
    shown = run(city, "show", "online").out
    assert "proposed on 2026-04-10  approved by 調整会議" in shown


def test_what_is_to_end_ahead_is_proposed_today(city: Grown) -> None:
    run(city, "drop", "portal", "--date", "R9.4.1", *PROPOSED)
    assert "    proposed: R8.11.21\n    date: R9.4.1\n" in city.portal


def test_both_days_of_a_decision_are_recorded_at_once(city: Grown) -> None:
    grounds = ("--reason", "改称", "--approved-by", "会", "--date", "R8.5.20")
    run(city, "rename", "portal", "窓口", *grounds, "--proposed-on", "R8.4.1")
    assert "    proposed: R8.4.1\n    date: R8.5.20\n" in city.portal
    late = run(city, "rename", "portal", "門", *grounds, "--proposed-on", "R8.6.1", code=2)
    assert "it cannot be proposed (R8.6.1) after it was decided (R8.5.20)" in late.err


def test_everything_that_waits_in_a_plan_is_approved_at_once(city: Grown) -> None:
    run(city, "extend", "aoba", "R10", *PROPOSED)
    run(city, "revise", "online", "R9", "85", *PROPOSED)
    run(city, "revise", "portal", "R7", "画面の試作", "--action", "1", *PROPOSED)
    run(city, "revise", "visits", "R7", "1,100", *PROPOSED)
    before = (city.plan, city.portal)
    shown = approved(city, "aoba", "--dry-run")
    assert (city.plan, city.portal) == before
    told = {line.split(" ")[0] for line in shown.lines if "Revision completed" in line}
    assert told == {"aoba", "aoba/portal", "aoba/1-1/online", "aoba/portal/visits"}
    approved(city, "aoba")
    assert (city.plan + city.portal).count("approved_by: 調整会議") == 4
    assert "unexplained" not in run(city, "check").out


def test_a_measure_and_a_project_stand_for_what_belongs_to_them(city: Grown) -> None:
    run(city, "revise", "visits", "R7", "1,100", *PROPOSED)
    run(city, "extend", "aoba", "R10", *PROPOSED)
    approved(city, "aoba/1-1")
    assert "approved_by: 調整会議" in city.portal
    assert "approved_by" not in city.plan


def test_a_further_body_joins_the_one_before(city: Grown) -> None:
    run(city, "revise", "online", "R9", "85", *PROPOSED, "--date", "R8.5.1")
    approved(city, "online", "--date", "R8.5.20")
    approved(city, "online", "--date", "R8.6.1", "--result", "可決", by="議会")
    indent = " " * 16
    assert (
        f"{indent}proposed: R8.5.1\n"
        f"{indent}date: R8.6.1\n"
        f"{indent}old: 90\n"
        f"{indent}new: 85\n"
        f"{indent}reason: 統計の変更\n"
        f"{indent}approvals:\n"
        f"{indent}  - body: 調整会議\n"
        f"{indent}    date: R8.5.20\n"
        f"{indent}  - body: 議会\n"
        f"{indent}    date: R8.6.1\n"
        f"{indent}    result: 可決\n"
    ) in city.plan
    assert "approved_by" not in city.plan
    shown = run(city, "show", "online").out
    assert "approved by 調整会議 (2026-05-20), 議会 (2026-06-01, 可決)" in shown
    assert "revision-unexplained" not in run(city, "check").out
    again = approved(city, "online", by="議会", code=2)
    assert "nothing about aoba/1-1/online waits for an approval of “議会”" in again.err
    # A third one joins the list; the publication changes nothing about the day in force.
    approved(city, "online", "--date", "R8.5.25", by="公表")
    assert f"{indent}date: R8.6.1\n" in city.plan
    assert f"{indent}  - body: 公表\n{indent}    date: R8.5.25\n" in city.plan


def test_a_draft_becomes_an_approved_plan_by_its_bodies(city: Grown) -> None:
    plan = city.path("plans/aoba.yaml")
    plan.write_text(city.plan.replace("title:", "stage: draft\ntitle:", 1), encoding="utf-8")
    words = ("--result", "原案を一部修正し承認", "--date", "R6.3.1", "--source", "main p.1")
    said = approved(city, "aoba", *words, by="政策調整会議").out
    assert "aoba あおば市DX計画: Stage: draft → approved\n" in said
    assert "Approval: - → 政策調整会議 (2024-03-01, 原案を一部修正し承認)\n" in said
    assert "stage: approved\n" in city.plan
    assert (
        "approvals:\n  - body: 政策調整会議\n    date: R6.3.1\n"
        "    result: 原案を一部修正し承認\n    source: main p.1\n"
    ) in city.plan
    approved(city, "aoba", "--date", "R6.3.20", by="決定会議")
    facts = run(city, "show", "aoba").out
    assert "approved (決定会議 (2024-03-20))" in facts
    assert "- 政策調整会議 (2024-03-01, 原案を一部修正し承認)  [main p.1]\n" in facts
    assert "of “決定会議”" in approved(city, "aoba", by="決定会議", code=2).err


def test_what_waits_is_named_where_nothing_does(city: Grown) -> None:
    run(city, "revise", "visits", "R7", "1,100", *PROPOSED)
    assert "What waits in the same plan: aoba/portal/visits" in approved(city, "hours", code=2).err


def test_what_waits_in_another_plan_is_not_named(city: Grown) -> None:
    run(city, "revise", "visits", "R7", "1,100", *PROPOSED)
    other = "id: midori\ntitle: みどり市計画\nperiod: R8-R11\ndocuments: {}\n"
    approvals = "approvals: [{body: 調整会議, date: R8.4.1}]\n"
    city.path("plans/midori.yaml").write_text(other + approvals, encoding="utf-8")
    told = approved(city, "midori", code=2).err
    assert "nothing about midori waits for an approval" in told
    assert "aoba" not in told


def test_the_proposals_of_the_agenda_are_those_known_by_then(city: Grown) -> None:
    run(city, "drop", "portal", "--date", "R9.4.1", *PROPOSED)
    assert "2027-04-01" in run(city, "agenda", "--plan", "aoba").out


def test_a_meeting_is_recorded_with_what_was_said(city: Grown) -> None:
    words = ("--about", "素案", "--view", "一つ目", "--view", "二つ目", "--source", "main p.2")
    said = run(city, "new", "meeting", "aoba", "検討部会", "--date", "R6.1", *words).out
    assert said == "aoba あおば市DX計画: Meeting: - → 検討部会 (2024-01)\n"
    assert (
        "meetings:\n  - body: 検討部会\n    date: R6.1\n    about: 素案\n"
        "    views:\n      - 一つ目\n      - 二つ目\n    source: main p.2\n"
    ) in city.plan
    shown = run(city, "show", "aoba").out
    assert "- 検討部会 (2024-01)  素案  [main p.2]\n  - 一つ目\n  - 二つ目\n" in shown


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--date", "R9.5.1"), "--date: R9.5.1 is still to come"),
        (("--date", "2099-01-01"), "--date: 2099-01-01 is still to come"),
        (("--source", "nothing 1"), "there is no document “nothing”"),
        (("--about", " "), "an empty text says nothing"),
    ],
)
def test_a_meeting_that_cannot_be_is_refused(
    city: Grown, options: tuple[str, ...], said: str
) -> None:
    assert said in run(city, "new", "meeting", "aoba", "検討部会", *options, code=2).err


@pytest.mark.parametrize(
    ("arguments", "option"),
    [
        ("approve online --approved-by 会 --date 2099-01-01", "--date"),
        ("drop portal --action 1 --year R7 --reason 理由 --proposed --date 2099-01-01", "--date"),
        ("revise online R9 85 --reason 理由 --proposed --proposed-on 2099-01-01", "--proposed-on"),
        ("evaluate portal R6 --answer 答 --answered 2099-01-01", "--answered"),
    ],
)
def test_a_day_still_to_come_is_named_as_it_was_typed(
    city: Grown, arguments: str, option: str
) -> None:
    said = f"{option}: 2099-01-01 is still to come; give a day until 2026-11-21"
    assert said in run(city, *arguments.split(), code=2).err


def test_what_is_to_end_may_end_on_a_day_to_come(city: Grown) -> None:
    run(city, "drop", "portal", "--reason", "統合", "--proposed", "--date", "R9.3.31")
