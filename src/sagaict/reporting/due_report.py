"""`sagaict due`: what is to be done, by whom, and by when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from datetime import date

from sagaict.computing.selection import Filter
from sagaict.cycle.calendar import Due, by_owner
from sagaict.cycle.deadlines import STEPS, Deadlines, Step
from sagaict.cycle.task import Task
from sagaict.domain.light import dataclass
from sagaict.language import _, mark, plural
from sagaict.language.quantities import day
from sagaict.reporting.blocks import Block, Bullets, Cell, Column, Paragraph, Row, Section, Table
from sagaict.reporting.conditions import narrowed_text
from sagaict.reporting.due_words import (
    counting_text,
    counts_text,
    days_text,
    note_text,
    state_text,
    task_text,
)
from sagaict.reporting.notes import Footnotes, notes_on_task
from sagaict.reporting.owners import owner_text

__all__ = ["DuePage", "due_report", "due_table"]

_STEPS: Mapping[Step, str] = {
    "figures_due": mark("figures"),
    "half_year_review": mark("half-year reviews"),
    "yearly_review": mark("yearly reviews and remarks"),
}


@dataclass(frozen=True, slots=True)
class DuePage:
    """What the page shows, and what it leaves out.

    `elsewhere` counts the tasks of plans that are not shown, `without_cycle` the projects of shown
    plans of which nothing says how often they are reviewed.
    """

    day: date
    soon: int
    origin: str
    deadlines: Deadlines
    items: list[Due]
    elsewhere: Mapping[str, int] = field(default_factory=dict)
    without_cycle: Mapping[str, int] = field(default_factory=dict)
    councils: tuple[str, ...] = ()
    conditions: Filter = field(default_factory=Filter)


def due_report(page: DuePage) -> list[Block]:
    """The tasks under their owners, then where the deadlines come from and what is left out."""
    seen = _("On {date}, looking {days} days ahead.").format(date=day(page.day), days=page.soon)
    blocks: list[Block] = [Paragraph.of(f"{seen} {page.origin}", "dim")]
    narrowed = narrowed_text(page.conditions)
    if narrowed:
        blocks.append(Paragraph.of(narrowed, "warn"))
    if page.items:
        blocks.append(Paragraph.of(counts_text(page.items), "strong"))
        blocks += due_table(page.items)
    else:
        blocks.append(Paragraph.of(_("Nothing is to be done.")))
    notes = tuple(Paragraph.of(note, "dim") for note in _notes(page))
    return [*blocks, Bullets(notes)]


def due_table(items: list[Due]) -> Iterator[Block]:
    """The tasks of each owner; those that are alike and due on one day under one line."""
    notes = Footnotes()
    rows: list[Row | Section] = []
    for owner, those in by_owner(items):
        rows.append(Section(owner_text(owner), note=counts_text(those), apart=bool(rows)))
        for alike in _alike(those):
            rows.append(_line(alike[0]))
            rows += [_row(item.task, notes) for item in alike]
    yield Table((Column(_("About"), fold=True), Column(_("Id"), key=True)), tuple(rows))
    yield from notes.blocks()


def _alike(items: list[Due]) -> Iterable[list[Due]]:
    groups: dict[tuple[object, ...], list[Due]] = {}
    for item in items:
        task = item.task
        groups.setdefault((item.state, task.deadline, task.kind, task.year), []).append(item)
    return groups.values()


def _line(item: Due) -> Section:
    """What is to be done by when, and how many days are left."""
    task, state, what = item.task, state_text(item.state), task_text(item.task.kind, item.task)
    if task.deadline is None:
        text = _("{state}, no deadline given: {task}").format(state=state, task=what)
        return Section(text, 1)
    text = _("{state}, by {date}: {task}").format(state=state, date=day(task.deadline), task=what)
    return Section(text, 1, days_text((task.deadline - item.day).days))


def _row(task: Task, notes: Footnotes) -> Row:
    title = task.title + notes.marks(notes_on_task(task))
    about = "\n".join(text for text in (title, note_text(task)) if text)
    return Row((Cell(about), Cell(task.full_id, "dim")), 2)


def _notes(page: DuePage) -> Iterator[str]:
    if page.items:
        yield counting_text()
    days = _(", ").join(
        f"{_(_STEPS[step])} {page.deadlines.of(step)}"
        + (_(" (default)") if step in page.deadlines.by_default else "")
        for step in STEPS
    )
    yield _("Deadlines, month and day: {days}.").format(days=days)
    if page.deadlines.by_default:
        yield _(
            "A default is this tool's, not a rule of the city; set your own under “cycle” in "
            "sagaict.yaml."
        )
    if page.councils and not page.deadlines.council:
        names = _(", ").join(dict.fromkeys(page.councils))
        yield _(
            "The days of {names} are not known; set them as “council” under “cycle” in "
            "sagaict.yaml."
        ).format(names=names)
    for name, count in page.without_cycle.items():
        yield plural(
            "{id}: {count} project belongs to no category that says how often it is reviewed.",
            "{id}: {count} projects belong to no category that says how often they are reviewed.",
            count,
        ).format(id=name, count=count)
    if page.elsewhere:
        names = _(", ").join(f"{name} {count}" for name, count in page.elsewhere.items())
        yield _("Not shown, of other plans: {names} (sagaict due --plan …).").format(names=names)
