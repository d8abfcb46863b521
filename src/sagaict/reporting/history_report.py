"""What became of one thing: when, by which commit, and what that changed in the plan's words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sagaict.comparing.change import Change
from sagaict.comparing.edit_of import EditOf
from sagaict.computing.selection import Thing, title_of
from sagaict.domain.light import dataclass
from sagaict.domain.plan import Plan
from sagaict.language import _
from sagaict.language.quantities import DASH, day
from sagaict.reading.git_history import Logged
from sagaict.reporting.blocks import Block, Bullets, Cell, Heading, Paragraph
from sagaict.reporting.diff_data import change_data
from sagaict.reporting.diff_phrases import change_text, standing_text
from sagaict.reporting.diff_words import field_word
from sagaict.reporting.quoting import arrow, quoted

__all__ = ["Event", "history_data", "history_report"]

SCHEMA_VERSION = 1


@dataclass(frozen=True, slots=True)
class Event:
    """A commit and what it changed of the thing; without a commit, what is not committed yet.

    What the commit changed is not known where a file of it cannot be read.
    """

    commit: Logged | None
    edit: EditOf
    readable: bool = True


def history_report(thing: Thing, events: Sequence[Event], *, more: bool) -> Iterator[Block]:
    """Every change, the last first; `more` tells that there are older ones."""
    yield Heading(title_of(thing))
    yield Paragraph.of(_id_of(thing), "dim")
    if not events:
        yield Paragraph.of(_("No commit has changed it."))
    for event in events:
        yield Paragraph((Cell(_when(event), "strong"), Cell(_subject(event), "dim")))
        yield Bullets(tuple(Paragraph.of(line) for line in _lines(event, _id_of(thing))))
    if more:
        yield Paragraph.of(_("There are older changes: --limit"), "dim")


def history_data(thing: Thing, events: Sequence[Event], *, more: bool) -> dict[str, object]:
    """The same for programs."""
    return {
        "schema_version": SCHEMA_VERSION,
        "id": _id_of(thing),
        "title": title_of(thing),
        "events": [_event(each) for each in events],
        "more": more,
    }


def _event(event: Event) -> dict[str, object]:
    commit, edit = event.commit, event.edit
    return {
        "commit": commit.id if commit else None,
        "date": commit.day.isoformat() if commit and commit.day else None,
        "subject": commit.subject if commit else None,
        "readable": event.readable,
        "came": edit.came,
        "went": edit.went,
        "wording": edit.wording,
        "changes": [change_data(each) for each in edit.changes],
        "texts": [{"field": name, "old": old, "new": new} for name, old, new in edit.texts],
    }


def _id_of(thing: Thing) -> str:
    return thing.id if isinstance(thing, Plan) else thing.full_id


def _when(event: Event) -> str:
    if event.commit is None:
        return _("not committed yet")
    return day(event.commit.day) if event.commit.day else DASH


def _subject(event: Event) -> str:
    return f"  {event.commit.short}  {event.commit.subject}" if event.commit else ""


def _lines(event: Event, own: str) -> Iterator[str]:
    edit = event.edit
    if not event.readable:
        yield _("the file cannot be read in this commit, or in the one before")
    if edit.came:
        yield _("stands in the files from now on")
    if edit.went:
        yield _("stands in the files no longer")
    for change in edit.changes:
        yield _changed(change, own)
    for name, old, new in edit.texts:
        shown = [quoted(each) if each is not None else DASH for each in (old, new)]
        yield _("{what}: {change}").format(what=field_word(name), change=arrow(*shown))
    if edit.wording:
        yield _("wording only")


def _changed(change: Change, own: str) -> str:
    text = change_text(change).replace("\n", " ")
    standing, _line, _rates = standing_text(change).partition("\n")
    if standing:
        text = _("{what}; status {status}").format(what=text, status=standing)
    if change.id == own:
        return text
    name = f"{change.id.removeprefix(f'{own}/')} {change.name}"
    return _("{what}: {change}").format(what=name, change=text)
