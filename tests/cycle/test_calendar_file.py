"""The calendar file, read back by a real parser."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import icalendar
import pytest
from cycle_city import city, indicator, on, project, tasks
from hypothesis import given
from hypothesis import strategies as st

from sagaict.cycle.deadlines import Deadlines
from sagaict.domain.month_day import MonthDay
from sagaict.domain.portfolio import Portfolio
from sagaict.reporting.calendar_file import calendar_file, fold

COUNCIL = Deadlines(council=(MonthDay(7, 15),))
AWKWARD = '改行\nと;区切り,と\\と"引用"と:コロンとEND:VEVENTと\x07'


def file_of(
    portfolio: Portfolio, day: str, soon: int = 0, deadlines: Deadlines | None = None
) -> bytes:
    return calendar_file(tasks(portfolio, day, soon, deadlines), on(day), "1.0")


def read(content: bytes, kind: str) -> list[Any]:
    calendar = icalendar.Calendar.from_ical(content)
    assert (calendar["VERSION"], calendar.errors) == ("2.0", [])
    found = calendar.walk(kind)
    assert all(component.errors == [] for component in found)
    return list(found)


def two_owners() -> Portfolio:
    return city(
        [
            indicator(id="a", owner="市民課", targets={"R7": 5}),
            indicator(id="b", owner="市民課", targets={"R7": 5}),
            indicator(id="c", targets={"R7": 5}, survey_timing="毎年6月"),
        ],
        council="調整会議",
    )


def test_tasks_of_an_owner_on_one_day_are_one_event() -> None:
    events = read(file_of(two_owners(), "2026-04-10"), "VEVENT")
    assert [event["DTSTART"].dt for event in events] == [date(2026, 4, 30)] * 2
    assert [event["DTEND"].dt for event in events] == [date(2026, 5, 1)] * 2
    by_size = {event["DESCRIPTION"].count("p/1-1/"): event["SUMMARY"] for event in events}
    assert "市民課" in by_size[2]
    assert "(2)" in by_size[2]
    assert "市民課" not in by_size[1]


def test_every_task_is_a_to_do_with_its_day() -> None:
    found = read(file_of(two_owners(), "2026-04-10"), "VTODO")
    assert [str(item["UID"]) for item in found] == [
        "figure-R7-p.1-1.a@sagaict",
        "figure-R7-p.1-1.b@sagaict",
        "figure-R7-p.1-1.c@sagaict",
    ]
    assert {item["DUE"].dt for item in found} == {date(2026, 4, 30)}
    assert {str(item["STATUS"]) for item in found} == {"NEEDS-ACTION"}
    assert "毎年6月" in found[2]["DESCRIPTION"]


def test_the_council_is_an_event_and_no_to_do() -> None:
    content = file_of(city(council="調整会議"), "2026-07-01", 30, COUNCIL)
    (event,) = read(content, "VEVENT")
    assert (str(event["SUMMARY"]), event["DTSTART"].dt) == ("調整会議", date(2026, 7, 15))
    assert read(content, "VTODO") == []


def test_a_task_without_a_deadline_is_a_to_do_without_a_day() -> None:
    evaluations = {"R6": {"instructions": [{"text": AWKWARD}]}}
    content = file_of(city(measure={"evaluations": evaluations}), "2026-02-01")
    assert read(content, "VEVENT") == []
    (found,) = read(content, "VTODO")
    assert "DUE" not in found
    assert AWKWARD.replace("\x07", "<U+0007>") in found["DESCRIPTION"]
    plain = content.replace(b"\r\n ", b"").decode()
    assert "改行\\nと\\;区切り\\,と\\\\と" in plain


def identifiers(content: bytes) -> set[str]:
    return {str(item["UID"]) for kind in ("VEVENT", "VTODO") for item in read(content, kind)}


def test_identifiers_stay_when_time_passes_tasks_are_done_and_deadlines_move() -> None:
    first = identifiers(file_of(two_owners(), "2026-04-10"))
    assert len(first) == 5
    assert identifiers(file_of(two_owners(), "2026-06-10")) == first
    moved = Deadlines(figures_due=MonthDay(6, 30))
    assert identifiers(file_of(two_owners(), "2026-04-10", 0, moved)) == first
    one_done = city(
        [
            indicator(id="a", owner="市民課", targets={"R7": 5}, actuals={"R7": "5"}),
            indicator(id="b", owner="市民課", targets={"R7": 5}),
            indicator(id="c", targets={"R7": 5}),
        ]
    )
    assert identifiers(file_of(one_done, "2026-04-10")) == first - {"figure-R7-p.1-1.a@sagaict"}


def test_identifiers_are_unique() -> None:
    instructions = [{"text": "急ぐこと。", "due": f"R8.{month}"} for month in (1, 2, 3)]
    own = project(
        category="A",
        owner="市民課",
        evaluations={"R6": {"instructions": instructions, "remark": "見た。"}},
        outcome_indicators=[indicator(targets={"R6": 3, "R7": 5}, actuals={"R6": 1})],
    )
    portfolio = city([indicator(targets={"R6": 3, "R7": 5})], projects=[own], council="調整会議")
    content = file_of(portfolio, "2026-07-01", 400, COUNCIL)
    every = [str(i["UID"]) for kind in ("VEVENT", "VTODO") for i in read(content, kind)]
    assert len(every) == len(set(every))
    assert all(uid.isascii() for uid in every)


def test_a_calendar_with_nothing_in_it_is_still_one() -> None:
    content = file_of(city(), "2026-06-01")
    (zone,) = read(content, "VTIMEZONE")
    assert str(zone["TZID"]) == "Asia/Tokyo"
    assert content.startswith(b"BEGIN:VCALENDAR\r\n")
    assert content.endswith(b"\r\nEND:VCALENDAR\r\n")


def test_the_file_is_the_same_whenever_it_is_made_for_a_day() -> None:
    assert file_of(two_owners(), "2026-04-10") == file_of(two_owners(), "2026-04-10")
    (stamp,) = {item["DTSTAMP"].dt for item in read(file_of(two_owners(), "2026-04-10"), "VTODO")}
    assert stamp.isoformat() == "2026-04-10T00:00:00+00:00"


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\n"), max_size=400))
def test_lines_are_folded_between_characters(text: str) -> None:
    folded = fold(text)
    assert folded.endswith(b"\r\n")
    lines = folded[:-2].split(b"\r\n ")
    assert [lines[0], *(b" " + line for line in lines[1:])] == folded[:-2].split(b"\r\n")
    assert all(len(line) <= 75 - (number > 0) for number, line in enumerate(lines))
    assert "".join(line.decode() for line in lines) == text  # each is whole by itself


def test_a_line_of_just_the_length_is_not_folded() -> None:
    assert fold("x" * 75) == b"x" * 75 + b"\r\n"
    assert fold("x" * 76) == b"x" * 75 + b"\r\n x\r\n"
    assert fold("x" * 150) == b"x" * 75 + b"\r\n " + b"x" * 74 + b"\r\n x\r\n"
    assert fold("実" * 26) == "実".encode() * 25 + b"\r\n " + "実".encode() + b"\r\n"


FILLERS = "\u115f\u1160\u3164\uffa0"  # letters that cannot be seen, and are spelled out
WORDS = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Cf", "Zl", "Zp"], exclude_characters=FILLERS),
    min_size=1,
)


@given(st.lists(WORDS, min_size=1, max_size=3))
def test_any_wording_is_read_back_as_it_was(lines: list[str]) -> None:
    title = "\n".join(lines).strip() or "題"
    own = project(title=title, category="B", evaluations={"R6": {"remark": "見た。"}})
    content = file_of(city(projects=[own]), "2026-06-01")
    assert not re.search(rb"(?<!\r)\n", content)
    (found,) = read(content, "VTODO")
    assert str(found["SUMMARY"]).endswith(title)


@pytest.mark.parametrize("name", ["BEGIN:VALARM", "END:VCALENDAR\r\nX-EVIL:1"])
def test_wording_cannot_add_lines_of_its_own(name: str) -> None:
    own = project(title=name, owner=name, category="B")
    content = file_of(city(projects=[own]), "2025-06-01")
    lines = content.replace(b"\r\n ", b"").split(b"\r\n")
    assert lines.count(b"END:VCALENDAR") == 1
    assert not any(line.startswith((b"X-EVIL", b"BEGIN:VALARM")) for line in lines)
