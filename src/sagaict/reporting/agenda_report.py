"""`sagaict agenda`: the paper for the council."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from sagaict.computing.assessment import Assessment
from sagaict.computing.explanation import explanation
from sagaict.computing.tally import group_by, tally
from sagaict.computing.view import View
from sagaict.cycle.agenda import Agenda, Proposal
from sagaict.cycle.calendar import Due
from sagaict.domain.fiscal import fiscal_year_on
from sagaict.domain.plan import numbered
from sagaict.domain.portfolio import PlacedIndicator, PlacedProject
from sagaict.language import _
from sagaict.language.levels import goal_label
from sagaict.language.quantities import DASH, period, year
from sagaict.language.words import term
from sagaict.reporting.blocks import (
    Block,
    Bullets,
    Cell,
    Column,
    Heading,
    Paragraph,
    Row,
    Section,
    Table,
    marked,
)
from sagaict.reporting.due_report import due_table
from sagaict.reporting.due_words import STATE_STYLES, counting_text, state_text
from sagaict.reporting.notes import Footnotes
from sagaict.reporting.owners import owners_text
from sagaict.reporting.phrases import (
    bracketed,
    name_of,
    plan_title,
    staged,
    status_text,
    tally_text,
)
from sagaict.reporting.published_table import published_table
from sagaict.reporting.results import result_cells, with_parts
from sagaict.reporting.revisions import dropped_items, revision_text, superseded_text
from sagaict.reporting.sheet_report import sheet_blocks
from sagaict.reporting.status_report import summary

__all__ = ["agenda_report"]


def agenda_report(
    agendas: Sequence[Agenda], day: date, origin: str, *, on_screen: bool = False
) -> list[Block]:
    """The paper: each plan in full, its evaluation sheets as an annex.

    On a screen, which is narrow, the reasons stand below the table of results instead of in it.
    """
    names = dict.fromkeys(item.plan.council for item in agendas if item.plan.council)
    council = _(", ").join(names) or _("the council")
    seen = _("As at the end of {date}, seen from {year}.").format(
        date=day.isoformat(), year=year(fiscal_year_on(day))
    )
    blocks: list[Block] = [
        Heading(_("Paper for {council}, {date}").format(council=council, date=day)),
        Paragraph.of(f"{seen} {origin}", "dim"),
    ]
    if not agendas:
        blocks.append(Paragraph.of(_("No plan is running on this day.")))
    for item in agendas:
        blocks += _plan(item, on_screen=on_screen)
    return blocks


def _plan(item: Agenda, *, on_screen: bool) -> Iterator[Block]:
    plan = item.plan
    yield Heading(f"{plan_title(plan)} {period(plan.period)}", 2)
    superseded = superseded_text(plan, item.overview.view)
    if superseded:
        yield Paragraph.of(superseded, "warn")
    if item.overview.assessments or item.overview.projects:
        yield from summary(item.overview)
    for kind, some in group_by(item.overview.assessments, lambda each: each.placed.kind).items():
        yield Heading(staged(f"{term(kind)}: {tally_text(tally(some))}", plan), 3)
        yield from _results(some, item.overview.view, with_reasons=not on_screen)
        if on_screen:
            yield from _reasons(some)
    yield from _projects_behind(item)
    yield from _late_actions(item)
    dropped = tuple(dropped_items(item.overview.dropped, item.overview.view))
    if dropped:
        yield Heading(_("Dropped: {count}").format(count=len(dropped)), 3)
        yield Bullets(dropped)
    yield from _proposals(item)
    yield Heading(_("Open instructions"), 3)
    yield _instructions(item.instructions) if item.instructions else _none()
    yield Heading(_("Not reported, by section"), 3)
    if item.missing:
        yield from due_table(list(item.missing))
        yield Paragraph.of(counting_text(), "dim")
    else:
        yield _none()
    yield from _published(item)
    if item.sheets:
        yield Heading(_("Annex: evaluation sheets"), 3)
        for sheet in item.sheets:
            yield from sheet_blocks(sheet, 4)


def _none() -> Paragraph:
    return Paragraph.of(_("None."))


def _results(items: list[Assessment], view: View, *, with_reasons: bool) -> Iterator[Block]:
    """Indicators of one kind under their goals, measures and projects, with rate and reason."""
    notes = Footnotes()
    rows: list[Row | Section] = []
    goal = measure = project = None
    for item in items:
        placed = item.placed
        if placed.goal is not goal:
            goal = placed.goal
            if goal is not None:
                rows.append(Section(goal_label(placed.plan, goal), apart=bool(rows)))
        if placed.measure is not measure:
            measure = placed.measure
            if measure is not None:
                rows.append(Section(numbered(measure), 1))
        if placed.project is not project and placed.project is not None:
            rows.append(Section(placed.project.title, 2))
        project = placed.project
        rows += [
            _result(each, view, notes, further, with_reason=with_reasons)
            for further, each in with_parts(item, view)
        ]
    columns = [
        Column(_("Indicator"), fold=True),
        Column(_("Target"), "right"),
        Column(_("Actual"), "right"),
        Column(_("Achievement rate"), "right"),
        Column(_("Status")),
    ]
    if with_reasons:
        columns.append(Column(_("Reason"), fold=True))
    yield Table(tuple(columns), tuple(rows))
    yield from notes.blocks()


def _result(
    item: Assessment, view: View, notes: Footnotes, further: int, *, with_reason: bool
) -> Row:
    cells = result_cells(item, view, notes)
    indent = (2 if item.placed.project is None else 3) + further
    return Row((*cells, _reason(item)) if with_reason else cells, indent)


def _reasons(items: list[Assessment]) -> Iterator[Block]:
    points = [
        Paragraph(
            (
                marked(f"{status_text(item)} ", item.status),
                Cell(f"{item.placed.indicator.name}: "),
                reason,
            )
        )
        for item in items
        if (reason := _reason(item)).text
    ]
    if points:
        yield Bullets(tuple(points))


def _reason(item: Assessment) -> Cell:
    if item.figure is None:
        return Cell("")
    if item.status in ("unmet", "behind"):
        said = explanation(item)
        return Cell(said) if said else Cell(_("none given"), "warn")
    return Cell(item.figure.actual.remark or "")


def _projects_behind(item: Agenda) -> Iterator[Block]:
    if not item.slow:
        return
    yield Heading(_("Projects that do not go to plan"), 3)
    yield Bullets(
        tuple(
            Paragraph(
                (
                    marked(f"{term(evaluation.progress)} ", evaluation.progress),
                    Cell(_titled(entry)),
                    Cell(f"  {evaluation.remark or evaluation.causes or _('none given')}", "dim"),
                )
            )
            for entry, evaluation in item.slow
        )
    )


def _titled(entry: PlacedProject) -> str:
    owners = owners_text(entry.owners)
    return entry.project.title + (bracketed(owners) if owners else "")


def _proposals(item: Agenda) -> Iterator[Block]:
    """Changes of the plan, its projects, indicators and targets to approve."""
    yield Heading(_("Proposed revisions"), 3)
    points = tuple(_proposal(each) for each in item.proposals)
    yield Bullets(points) if points else _none()


def _late_actions(item: Agenda) -> Iterator[Block]:
    if not item.delayed:
        return
    yield Heading(_("Delayed actions"), 3)
    yield Bullets(
        tuple(
            Paragraph(
                (
                    Cell(f"{term('delayed')} ", "bad"),
                    Cell(f"{each.project.project.title} {each.year.label}: {each.action.text}"),
                    Cell(f"  {each.action.note}" if each.action.note else "", "dim"),
                )
            )
            for each in item.delayed
        )
    )


def _proposal(each: Proposal) -> Paragraph:
    placed, revision = each.placed, each.revision
    unit = placed.indicator.unit if isinstance(placed, PlacedIndicator) else ""
    text = revision_text(revision, unit)
    if placed is not None:
        text = f"{name_of(placed)}: {text}"
    pieces = [Cell(_("to approve "), "warn"), Cell(text)]
    if revision.reason is None:
        pieces.append(Cell(_(", no reason given"), "warn"))
    return Paragraph(tuple(pieces))


def _instructions(items: Sequence[Due]) -> Table:
    rows = [
        Row(
            (
                Cell(item.task.text),
                Cell(f"{item.task.title}\n{item.task.full_id}"),
                Cell(owners_text(item.task.owners) or DASH),
                Cell(item.task.deadline.isoformat() if item.task.deadline else DASH),
                Cell(state_text(item.state), STATE_STYLES[item.state]),
            )
        )
        for item in items
    ]
    return Table(
        (
            Column(_("Instruction"), fold=True),
            Column(_("About"), fold=True),
            Column(_("Owner"), fold=True),
            Column(_("Deadline")),
            Column(_("State")),
        ),
        tuple(rows),
    )


def _published(item: Agenda) -> Iterator[Block]:
    if item.published:
        yield Heading(_("Published tallies, compared"), 3)
        yield published_table(item.published)
    if item.not_yet:
        yield Paragraph.of(
            _("Published tallies of years that are not over on this day: {count}.").format(
                count=item.not_yet
            ),
            "dim",
        )
