"""Tasks as a calendar file (RFC 5545), for the calendar programs people have.

Many programs show only events, and one for each of forty figures would bury the day they are due
on. So the tasks of an owner that are alike and due on one day make one all-day event, and each of
them a to-do for programs that keep those. An identifier depends on nothing that changes as tasks
are done or deadlines are moved: reading the file in again replaces what was read before.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from sagaict.cycle.calendar import Due
from sagaict.domain.reckoning import reckoned
from sagaict.language import _
from sagaict.language.visible import visible
from sagaict.reporting.due_words import note_text, task_text
from sagaict.reporting.owners import owner_text, owners_text

__all__ = ["calendar_file", "fold"]

_WIDTH = 75
"""The most octets of a line, its end not counted."""
_Line = tuple[str, str]


def _time_zone() -> tuple[_Line, ...]:
    """A calendar object holds at least one component, even when there is nothing to do.

    Days have no zone: it is that of Japan, or of nobody.
    """
    name, offset, short = (
        ("Asia/Tokyo", "+0900", "JST") if reckoned().eras else ("Etc/UTC", "+0000", "UTC")
    )
    return (
        ("BEGIN", "VTIMEZONE"),
        ("TZID", name),
        ("BEGIN", "STANDARD"),
        ("DTSTART", "19700101T000000"),
        ("TZOFFSETFROM", offset),
        ("TZOFFSETTO", offset),
        ("TZNAME", short),
        ("END", "STANDARD"),
        ("END", "VTIMEZONE"),
    )


def calendar_file(items: Iterable[Due], day: date, version: str, note: str = "") -> bytes:
    """The file, with the day it was made for as its time stamp.

    `note` is what is to be known of the calendar as a whole.
    """
    tasks = list(items)
    stamp = ("DTSTAMP", f"{day:%Y%m%d}T000000Z")
    lines: list[_Line] = [
        ("BEGIN", "VCALENDAR"),
        ("VERSION", "2.0"),
        ("PRODID", f"-//sagaict//sagaict {version}//EN"),
        ("CALSCALE", "GREGORIAN"),
        ("X-WR-CALNAME", _escape(_("Deadlines of the plans"))),
        *([("X-WR-CALDESC", _escape(note))] if note else []),
        *_time_zone(),
    ]
    for group in _groups(tasks):
        lines += _event(group, stamp)
    for item in tasks:
        if item.task.kind != "council":
            lines += _to_do(item, stamp)
    lines.append(("END", "VCALENDAR"))
    return b"".join(fold(f"{name}:{value}") for name, value in lines)


def _groups(items: Iterable[Due]) -> list[list[Due]]:
    """Tasks of one kind, year and owner that are due on the same day."""
    groups: dict[tuple[object, ...], list[Due]] = {}
    for item in items:
        task = item.task
        if task.deadline is not None:
            council = task.title if task.kind == "council" else ""
            key = (task.deadline, task.kind, task.year, task.owners, council)
            groups.setdefault(key, []).append(item)
    return list(groups.values())


def _event(group: list[Due], stamp: _Line) -> Iterator[_Line]:
    task = group[0].task
    deadline = task.deadline or date.max
    year = task.year.label if task.year else ""
    names = [task.kind, year, *([owner.name for owner in task.owners] or [""])]
    if task.kind == "council":
        summary, names = task.title, [*names, task.title, str(task.number)]
        about = [item.task.plan.title for item in group]
    else:
        what = task_text(task.kind, task)
        summary = f"{what} ({len(group)}) {owners_text(task.owners) or owner_text(None)}"
        if task.kind in ("action", "instruction", "follow_up"):  # each has a deadline of its own
            names.append(deadline.isoformat())
        about = [f"{item.task.title} [{item.task.full_id}]" for item in group]
    yield "BEGIN", "VEVENT"
    yield "UID", _uid(*names)
    yield stamp
    yield "DTSTART;VALUE=DATE", f"{deadline:%Y%m%d}"
    yield "DTEND;VALUE=DATE", f"{deadline + timedelta(days=1):%Y%m%d}"
    yield "SUMMARY", _escape(summary)
    yield "DESCRIPTION", _escape("\n".join(about))
    yield "TRANSP", "TRANSPARENT"
    yield "END", "VEVENT"


def _to_do(item: Due, stamp: _Line) -> Iterator[_Line]:
    task = item.task
    about = [task.plan.title, task.full_id, owners_text(task.owners), note_text(task)]
    yield "BEGIN", "VTODO"
    yield "UID", f"{task.key}@sagaict"
    yield stamp
    if task.deadline is not None:
        yield "DUE;VALUE=DATE", f"{task.deadline:%Y%m%d}"
    yield "SUMMARY", _escape(f"{task_text(task.kind, task)}: {task.title}")
    yield "DESCRIPTION", _escape("\n".join(text for text in about if text))
    yield "STATUS", "NEEDS-ACTION"
    yield "END", "VTODO"


def _uid(*parts: str) -> str:
    """An identifier in ASCII, the same for the same parts."""
    digest = hashlib.sha256("\0".join(parts).encode()).hexdigest()
    return f"{digest[:32]}@sagaict"


def _escape(text: str) -> str:
    """Text as a value: its special signs and line ends escaped, no control characters."""
    text = visible(text).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return text.replace("\n", "\\n")


def fold(line: str) -> bytes:
    """The line with its end, broken so that no part is longer than 75 octets.

    A part after the first begins with a space; no character is broken in two.
    """
    parts, room = [b""], _WIDTH
    for character in line:
        octets = character.encode("utf-8", "replace")
        if len(parts[-1]) + len(octets) > room:
            parts.append(b"")
            room = _WIDTH - 1
        parts[-1] += octets
    return b"\r\n ".join(parts) + b"\r\n"
