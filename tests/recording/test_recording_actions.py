"""What became of an action is recorded."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from growing_city import Grown, changed_lines

from sagaict.domain.fiscal import FiscalYear
from sagaict.recording.actions import NewAction, record_action
from sagaict.recording.refusal import Refused

TODAY = date(2026, 11, 21)


@pytest.fixture
def city(tmp_path: Path) -> Grown:
    return Grown.in_folder(tmp_path)


def recorded(
    city: Grown, year: str, item: str, new: NewAction, *, today: date = TODAY
) -> list[str]:
    change_set = city.change_set()
    when = FiscalYear.parse(year)
    record_action(change_set, city.workspace(), "aoba/portal", when, item, new, today=today)
    [edit] = change_set.edits()
    assert edit.after is not None
    return changed_lines(city.portal, edit.after.decode())


def refused(
    city: Grown, year: str, item: str, new: NewAction, full_id: str = "aoba/portal"
) -> Refused:
    change_set = city.change_set()
    when = FiscalYear.parse(year)
    with pytest.raises(Refused) as caught:
        record_action(change_set, city.workspace(), full_id, when, item, new, today=TODAY)
    assert change_set.edits() == []
    return caught.value


@pytest.mark.parametrize("item", ["1", "１", "ポータルの構築", "構築"])
def test_an_action_is_named_by_its_number_or_its_text(city: Grown, item: str) -> None:
    assert recorded(city, "R7", item, NewAction(state="delayed")) == [
        "-    - ポータルの構築\n",
        "+    - text: ポータルの構築\n",
        "+      state: delayed\n",
    ]


def test_a_comment_stays_with_its_action(city: Grown) -> None:
    assert recorded(city, "R6", "要件", NewAction(state="done", note="予定より早い")) == [
        "-    - 要件の整理  # 済み\n",
        "+    - text: 要件の整理  # 済み\n",
        "+      state: done\n",
        "+      note: 予定より早い\n",
    ]


def test_a_state_is_changed_in_place(city: Grown) -> None:
    lines = recorded(city, "R6", "2", NewAction(state="cancelled"))
    assert lines == ["-      state: done\n", "+      state: cancelled\n"]


def test_a_note_alone_can_be_added(city: Grown) -> None:
    lines = recorded(city, "R6", "2", NewAction(state="done", note="入札による"))
    assert lines == ["+      note: 入札による\n"]


@pytest.mark.parametrize(
    ("year", "item", "state", "code"),
    [
        ("R8", "1", "done", "no-actions"),
        ("R7", "3", "done", "unknown-action"),
        ("R7", "0", "done", "unknown-action"),
        ("R7", "なし", "done", "unknown-action"),
        ("R7", "", "done", "unknown-action"),
        ("R7", "ポータル", "done", "several-actions"),
        ("R6", "2", "done", "nothing-changes"),
    ],
)
def test_what_is_not_clear_is_refused(
    city: Grown, year: str, item: str, state: str, code: str
) -> None:
    assert refused(city, year, item, NewAction(state=state)).code == code  # type: ignore[arg-type]


def test_the_candidates_are_named_with_their_numbers(city: Grown) -> None:
    refusal = refused(city, "R7", "ポータル", NewAction(state="done"))
    assert refusal.details["actions"] == "  1  ポータルの構築\n  2  ポータルの試行"


def test_an_unknown_project_is_refused(city: Grown) -> None:
    refusal = refused(city, "R7", "1", NewAction(state="done"), "aoba/absent")
    assert refusal.code == "unknown-project"


def test_only_a_cancellation_is_known_beforehand(city: Grown) -> None:
    early = date(2025, 3, 31)
    with pytest.raises(Refused) as caught:
        recorded(city, "R7", "1", NewAction(state="done"), today=early)
    assert caught.value.code == "not-begun"
    assert recorded(city, "R7", "1", NewAction(state="cancelled"), today=early)
