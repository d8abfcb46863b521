"""Action targets are added, changed, put off and dropped, and the history says so."""

from __future__ import annotations

from pathlib import Path

import pytest
from growing_city import Grown, changed_lines
from running import TODAY, Ran, sagaict

GROUNDS = ("--reason", "契約の遅れ", "--approved-by", "調整会議", "--date", "R8.5.20")
RECORD = ["+    reason: 契約の遅れ\n", "+    approved_by: 調整会議\n"]


@pytest.fixture
def city(tmp_path: Path) -> Grown:
    return Grown.in_folder(tmp_path)


def run(city: Grown, *arguments: str) -> Ran:
    return sagaict(*arguments, "--today", TODAY, cwd=city.root)


def done(city: Grown, *arguments: str) -> tuple[str, list[str]]:
    """What the command says, and the lines of the project that it changes."""
    before = city.portal
    ran = run(city, *arguments)
    assert ran.code == 0, ran.err
    return ran.out, [line for line in changed_lines(before, city.portal) if line.strip("+-\n")]


def refused(city: Grown, *arguments: str) -> str:
    before = city.portal
    ran = run(city, *arguments)
    assert (ran.code, ran.out, city.portal) == (2, "", before), ran.out
    return ran.err.removeprefix("sagaict: ")


def test_an_added_action_joins_its_year_with_its_grounds(city: Grown) -> None:
    said, lines = done(city, "add", "action", "portal", "R8", "職員の研修", *GROUNDS)
    assert said == (
        "aoba/portal 市民ポータル: Action R8 added: “職員の研修” "
        "(reason: 契約の遅れ, approved by 調整会議)\n"
    )
    assert lines == [
        "+  R8:\n",
        "+    - 職員の研修\n",
        "+amendments:\n",
        "+  - what: action\n",
        "+    date: R8.5.20\n",
        "+    year: R8\n",
        "+    new: 職員の研修\n",
        *RECORD,
    ]


def test_another_text_keeps_the_former_one(city: Grown) -> None:
    _said, lines = done(city, "revise", "portal", "R6", "要件の確定", "--action", "1", *GROUNDS)
    assert lines == [
        "-    - 要件の整理  # 済み\n",
        "+    - 要件の確定  # 済み\n",
        "+amendments:\n",
        "+  - what: action\n",
        "+    date: R8.5.20\n",
        "+    year: R6\n",
        "+    old: 要件の整理\n",
        "+    new: 要件の確定\n",
        *RECORD,
    ]


def test_an_action_is_put_off_and_the_history_names_both_years(city: Grown) -> None:
    said, lines = done(city, "revise", "portal", "R7", "--action", "試行", "--to", "R8", *GROUNDS)
    assert "Action R7 → R8: “ポータルの試行” (reason: 契約の遅れ" in said
    assert "  R7:\n    - ポータルの構築\n  R8:\n    - ポータルの試行\n\n" in city.portal
    assert lines[-8:] == [
        "+  - what: action\n",
        "+    date: R8.5.20\n",
        "+    year: R8\n",
        "+    old_year: R7\n",
        "+    old: ポータルの試行\n",
        "+    new: ポータルの試行\n",
        *RECORD,
    ]
    assert "action of FY2025 (R7) → FY2026 (R8)" in run(city, "show", "portal").out


def test_a_dropped_action_stays_in_the_history_alone(city: Grown) -> None:
    _said, lines = done(city, "drop", "portal", "--action", "1", "--year", "R7", *GROUNDS)
    assert lines == [
        "-    - ポータルの構築\n",
        "+amendments:\n",
        "+  - what: action\n",
        "+    date: R8.5.20\n",
        "+    year: R7\n",
        "+    old: ポータルの構築\n",
        *RECORD,
    ]
    _said, lines = done(city, "drop", "portal", "--action", "1", "--year", "R7", *GROUNDS)
    assert lines[:2] == ["-  R7:\n", "-    - ポータルの試行\n"]


def test_what_is_said_of_an_action_goes_with_it_into_its_new_year(city: Grown) -> None:
    planned = "    - text: ポータルの構築\n      owner: 契約課\n      note: 入札の後\n"
    city.write(
        "projects/aoba/portal.yaml", city.portal.replace("    - ポータルの構築\n", planned, 1)
    )
    done(city, "revise", "portal", "R7", "--action", "1", "--to", "R8", *GROUNDS)
    assert f"  R7:\n    - ポータルの試行\n  R8:\n{planned}\n" in city.portal


DELAYED = (
    "    - text: ポータルの構築\n      state: delayed\n      note: 入札の不調\n"
    "    - ポータルの試行\n"
)


@pytest.mark.parametrize("grounds", [GROUNDS, ("--reason", "契約の遅れ", "--proposed")])
def test_what_was_reported_of_an_action_stays_in_its_year(
    city: Grown, grounds: tuple[str, ...]
) -> None:
    done(city, "act", "portal", "R7", "1", "--state", "delayed", "--note", "入札の不調")
    said, _lines = done(city, "revise", "portal", "R7", "--action", "1", "--to", "R8", *grounds)
    assert "Action R7 → R8: “ポータルの構築” (reason: 契約の遅れ" in said
    assert f"  R7:\n{DELAYED}  R8:\n    - ポータルの構築\n\n" in city.portal
    assert "    year: R8\n    old_year: R7\n    old: ポータルの構築\n" in city.portal
    assert (
        "- delayed 市民ポータル FY2025 (R7): ポータルの構築 (sheet 2) “入札の不調”"
        in run(city, "agenda").out
    )
    # It is put off from the year it is in now, not a second time from its first one.
    again = ("revise", "portal", "R7", "--action", "1", "--to", "R9", *grounds)
    assert refused(city, *again).startswith("R8 has the action “ポータルの構築” already")
    done(city, "revise", "portal", "R8", "--action", "1", "--to", "R9", *grounds)
    assert f"  R7:\n{DELAYED}  R9:\n    - ポータルの構築\n\n" in city.portal


def test_a_proposal_to_put_off_what_is_late_is_no_proposal_to_drop_it(city: Grown) -> None:
    proposed = ("--reason", "契約の遅れ", "--proposed")
    done(city, "act", "portal", "R7", "1", "--state", "delayed")
    done(city, "revise", "portal", "R7", "--action", "1", "--to", "R8", *proposed)
    dropped = refused(city, "drop", "portal", "--action", "1", "--year", "R8", *proposed)
    assert "nothing of the proposal for R8 would be left" in dropped


def test_a_proposal_waits_and_is_replaced_by_the_next_one(city: Grown) -> None:
    proposed = ("--reason", "制度の変更", "--proposed")
    done(city, "revise", "portal", "R7", "画面の構築", "--action", "1", *proposed)
    assert "amendment-unexplained" in run(city, "check").out
    _said, lines = done(city, "revise", "portal", "R7", "画面の試作", "--action", "1", *proposed)
    assert [line for line in lines if "old" in line or "what" in line] == []
    assert "    old: ポータルの構築\n    new: 画面の試作\n" in city.portal
    assert "nothing of the proposal for R7 would be left" in refused(
        city, "revise", "portal", "R7", "ポータルの構築", "--action", "1", *proposed
    )
    ran = run(city, "approve", "portal", "--year", "R7", "--approved-by", "会", "--date", "R8.6.1")
    assert ran.code == 0
    assert "    date: R8.6.1\n" in city.portal
    assert "amendment-unexplained" not in run(city, "check").out
    # What was approved is history: the next change is one of its own.
    _said, lines = done(city, "drop", "portal", "--action", "試作", "--year", "R7", *GROUNDS)
    assert "+    old: 画面の試作\n" in lines


def test_a_draft_grows_without_a_history(city: Grown) -> None:
    plan = city.path("plans/aoba.yaml")
    plan.write_text(city.plan.replace("title:", "stage: draft\ntitle:", 1), encoding="utf-8")
    _said, lines = done(city, "new", "action", "portal", "R8", "研修", "--source", "main p.4")
    assert lines == ["+  R8:\n", "+    - text: 研修\n", "+      source: main p.4\n"]
    assert "use sagaict new action" in refused(
        city, "add", "action", "portal", "R8", "検証", *GROUNDS
    )
    assert "is a draft" in refused(
        city, "drop", "portal", "--action", "1", "--year", "R7", *GROUNDS
    )


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("add", "action", "portal", "R7", "ﾎﾟｰﾀﾙの構築"), "R7 has the action “ポータルの構築”"),
        (("add", "action", "portal", "R12", "研修"), "R12 is outside the plan's period R6-R9\n"),
        (("add", "action", "portal", "R7", " "), "an empty text says nothing"),
        (("revise", "portal", "R7", "--action", "1"), "give the new text of the action target"),
        (("revise", "portal", "R7", "構築", "--to", "R8"), "--to puts off an action target"),
        (("revise", "portal", "R7", "--action", "1", "--to", "R7"), "nothing would change"),
        (("revise", "portal", "R7", "--action", "1", "--of", "R6"), "an action target is a text"),
        (("revise", "portal", "R7", "ポータルの試行", "--action", "1"), "R7 has the action"),
        (("revise", "portal", "R7", "x", "--action", "ポータル"), "“ポータル” can mean several"),
        (("drop", "portal", "--action", "3", "--year", "R7"), "no action of R7 is meant by “3”"),
        (("drop", "portal", "--action", "1"), "an action target is named by --action and --year"),
        (("drop", "portal", "--action", "2", "--year", "R6"), "“事業者の選定” (R6) was reported"),
        (("drop", "visits", "--action", "1", "--year", "R7"), "“aoba/portal/visits” is an indic"),
    ],
)
def test_what_cannot_be_done_is_said(city: Grown, arguments: tuple[str, ...], said: str) -> None:
    assert refused(city, *arguments, *GROUNDS).startswith(said)


def test_nothing_of_a_dropped_project_is_changed(city: Grown) -> None:
    done(city, "drop", "portal", *GROUNDS)
    for command in (
        ("add", "action", "portal", "R8", "研修"),
        ("revise", "portal", "R7", "研修", "--action", "1"),
        ("drop", "portal", "--action", "1", "--year", "R7"),
    ):
        assert "was dropped already" in refused(city, *command, *GROUNDS)
