"""`sagaict agenda`: the paper for the council, in the order in which it is read.

What is to be decided comes first; then what was missed and why, what is open, how the measures
stand, the results; who has not reported; and the sheets as an annex. Ids and files are for those
who keep the data, and stand nowhere on it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from sagaict.computing.assessment import Assessment
from sagaict.computing.explanation import explanation
from sagaict.computing.tally import group_by
from sagaict.computing.view import View
from sagaict.cycle.agenda import Agenda, Proposal
from sagaict.cycle.calendar import Due
from sagaict.cycle.sheets import Sheet
from sagaict.domain.meeting import Approvable
from sagaict.domain.owner import Owner
from sagaict.domain.plan import Plan, numbered
from sagaict.domain.portfolio import PlacedIndicator
from sagaict.language import _
from sagaict.language.levels import goal_label
from sagaict.language.quantities import DASH, day, moment, period, year
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
from sagaict.reporting.due_words import STATE_STYLES, state_text
from sagaict.reporting.owed_table import owed_table
from sagaict.reporting.owners import owners_text
from sagaict.reporting.phrases import (
    bracketed,
    kind_tallies,
    labelled,
    name_of,
    plan_title,
    staged,
)
from sagaict.reporting.published_table import published_table
from sagaict.reporting.quoting import verbatim
from sagaict.reporting.results import path_cells, with_parts
from sagaict.reporting.revisions import changed_text, dropped_items, superseded_text
from sagaict.reporting.sheet_report import sheet_blocks, when_judged
from sagaict.reporting.show.record import follow_up
from sagaict.reporting.standing_report import judged_text, standing_blocks
from sagaict.reporting.status_items import missed_text, status_cell
from sagaict.reporting.status_report import summary

__all__ = ["agenda_report"]

_FEW = 5
"""How many are named one by one."""


def agenda_report(agendas: Sequence[Agenda], on: date) -> list[Block]:
    """The paper: each plan in full, its evaluation sheets as an annex."""
    names = dict.fromkeys(item.plan.council.name for item in agendas if item.plan.council)
    council = _(", ").join(names) or _("the council")
    blocks: list[Block] = [
        Heading(_("Paper for {council}, {date}").format(council=council, date=day(on))),
    ]
    if not agendas:
        blocks.append(Paragraph.of(_("No plan is running on this day.")))
    for item in agendas:
        blocks += _plan(item, on)
    return blocks


def _plan(item: Agenda, on: date) -> Iterator[Block]:
    plan, whole = item.plan, item.overview
    yield Heading(f"{plan_title(plan)} {period(plan.period)}", 2)
    yield Paragraph.of(_seen(item, on), "dim")
    superseded = superseded_text(plan, whole.view)
    if superseded:
        yield Paragraph.of(superseded, "warn")
    if whole.assessments:
        yield Paragraph.of(kind_tallies(whole.tallies, plan), "lead")
    yield from _to_decide(item)
    yield from _answered(item)
    yield from _missed(item)
    yield from _open(item.instructions)
    yield from standing_blocks(whole, item.standings, 3)
    yield from _results(item)
    yield from _published(item)
    yield Heading(_("Not reported, by section"), 3)
    yield owed_table(item.missing) if item.missing else _none()
    if item.sheets:
        yield Heading(_("Annex: evaluation sheets"), 3, on_new_page=True)
        for sheet in item.sheets:
            yield from sheet_blocks(sheet, 4)


def _seen(item: Agenda, on: date) -> str:
    if item.year.ended_by(item.overview.view.today):
        text = _("As at the end of {date}. The year that is judged: {year}.")
        if item.halfway:
            text = _("As at the end of {date}. Judged are {year} and the first half of {next}.")
    else:
        text = _("As at the end of {date}. {year} is running, and no year of the plan is over.")
    after = year(item.halfway) if item.halfway else ""
    return text.format(date=day(on), year=year(item.year), next=after)


def _none() -> Paragraph:
    return Paragraph.of(_("None."))


def _to_decide(item: Agenda) -> Iterator[Block]:
    """What the council is asked for, and below it the changes proposed to it."""
    yield Heading(_("To be decided today"), 3)
    points = tuple(Paragraph.of(text) for text in _points(item))
    yield Bullets(points) if points else _none()
    if item.proposals:
        yield Table(
            (
                Column(_("About"), fold=True),
                Column(_("Change"), fold=True),
                Column(_("Reason"), fold=True),
                Column(_("Date")),
            ),
            tuple(_proposal(each, item.plan) for each in item.proposals),
        )


def _points(item: Agenda) -> Iterator[str]:
    if item.plan.stage == "draft":
        yield _("The plan itself, which is a draft: whether it is approved.")
    if item.is_to_be_judged:
        text = _("How the plan as a whole went in {year}.").format(year=year(item.year))
        last = item.judgement
        if last is not None:
            said = judged_text(last.evaluation).partition("\n")[0]
            before = _("Of {year} it was said: {text}").format(
                year=year(last.year), text=verbatim(said)
            )
            text = f"{text} {before}"
        yield text
    if item.unjudged:
        yield _("How goals and measures went in {year}, not judged yet: {names}.").format(
            year=year(item.year), names=_few([numbered(each) for each in item.unjudged])
        )
    if item.proposals:
        yield _("Changes that are proposed: {count}, in the table below.").format(
            count=len(item.proposals)
        )
    if item.missed:
        yield _("Whether anything is to be improved about the targets missed: {count}.").format(
            count=len(item.missed)
        )
    if item.unrated:
        yield _rating(item.unrated)


def _few(names: Sequence[str]) -> str:
    """The first of them, and how many more there are."""
    text, more = _(", ").join(names[:_FEW]), len(names) - _FEW
    return text if more <= 0 else text + bracketed(_("and {count} more").format(count=more))


def _rating(sheets: Sequence[Sheet]) -> str:
    """Which sheets are to be rated: by their titles, or where these are many by their numbers."""
    if len(sheets) > _FEW:
        return _("The council's rating of the sheets with the numbers {numbers}.").format(
            numbers=_(", ").join(str(each.number) for each in sheets)
        )
    named = [
        _("sheet {number}").format(number=each.number) + bracketed(each.title) for each in sheets
    ]
    return _("The council's rating of {sheets}.").format(sheets=_(", ").join(named))


def _proposal(each: Proposal, plan: Plan) -> Row:
    placed, change = each.placed, each.revision
    unit = placed.indicator.unit if isinstance(placed, PlacedIndicator) else ""
    return Row(
        (
            Cell(plan.title if placed is None else name_of(placed)),
            Cell(changed_text(change, unit)),
            Cell(change.reason) if change.reason else Cell(_("no reason given"), "warn"),
            Cell(_days(change)),
        )
    )


def _days(change: Approvable) -> str:
    """When it is to take effect; and when it was proposed, if that was said."""
    day_ = moment(change.date) if change.date else DASH
    if change.proposed is None or change.proposed == change.date:
        return day_
    return day_ + bracketed(_("proposed {date}").format(date=moment(change.proposed)))


def _answered(item: Agenda) -> Iterator[Block]:
    """What was answered since the last meeting, so that the council need not look for it."""
    if item.answered:
        yield Heading(_("Answers since the last meeting"), 3)
        yield Bullets(
            tuple(
                Paragraph.of(_("{name}: {text}").format(name=title, text=follow_up(each)))
                for title, each in item.answered
            )
        )


def _missed(item: Agenda) -> Iterator[Block]:
    """What was missed or is late, and why, in the words of those who answer for it."""
    yield Heading(_("What was missed, and why"), 3)
    sheets = {id(each.holder): each.number for each in item.sheets}
    view = item.overview.view
    points = [_missed_target(each, view, sheets) for each in item.missed]
    points += [
        _late(
            marked(f"{labelled(item.plan, judged.progress)} ", judged.progress),
            f"{entry.project.title} {when_judged(found)}"
            + _see(sheets.get(id(entry.project)))
            + _by(entry.owners),
            judged.remark or judged.causes or judged.issues,
        )
        for entry, found in item.slow
        for judged in (found.evaluation,)
    ]
    points += [
        _late(
            marked(f"{labelled(item.plan, 'delayed')} ", "delayed"),
            f"{each.project.project.title} {year(each.year)}: {each.action.text}"
            + _see(sheets.get(id(each.project.project))),
            each.action.note,
        )
        for each in item.delayed
    ]
    yield Bullets(tuple(points)) if points else _none()


def _by(owners: Sequence[Owner]) -> str:
    """A line on who answers for it; nothing where no document says so."""
    text = owners_text(owners)
    return "\n" + _("owner: {name}").format(name=text) if text else ""


def _missed_target(each: Assessment, view: View, sheets: dict[int, int]) -> Paragraph:
    name = missed_text(each, view) + _see(sheets.get(id(each.placed.holder)))
    return _late(status_cell(each), name + _by(each.placed.owners), explanation(each))


def _see(number: int | None) -> str:
    return "" if number is None else bracketed(_("sheet {number}").format(number=number))


def _late(state: Cell, what: str, why: str | None) -> Paragraph:
    """A thing that is late: its state, what it is, and what was said of it."""
    said = Cell(f"\n{verbatim(why)}", "dim") if why else Cell("\n" + _("No reason given."), "warn")
    return Paragraph((state, Cell(what), said))


def _open(items: Sequence[Due]) -> Iterator[Block]:
    yield Heading(_("Open instructions and promises"), 3)
    if not items:
        yield _none()
        return
    rows = [
        Row(
            (
                Cell(item.task.text),
                Cell("\n".join(filter(None, (item.task.title, owners_text(item.task.owners))))),
                Cell(day(item.task.deadline) if item.task.deadline else DASH),
                Cell(state_text(item.state), STATE_STYLES[item.state]),
            )
        )
        for item in items
    ]
    yield Table(
        (
            Column(_("What was asked for or promised"), fold=True),
            Column(_("About"), fold=True),
            Column(_("Deadline")),
            Column(_("State")),
        ),
        tuple(rows),
    )


def _results(item: Agenda) -> Iterator[Block]:
    """Tallies, then the indicators of each kind under their goals; what was dropped."""
    plan, whole = item.plan, item.overview
    if whole.assessments or whole.projects:
        yield Heading(_("Results by goal"), 3)
        yield from summary(whole)
    for kind, some in group_by(whole.assessments, lambda each: each.placed.kind).items():
        yield Heading(staged(term(kind), plan), 3)
        yield _table(some, whole.view)
    dropped = tuple(dropped_items(whole.dropped, whole.view))
    if dropped:
        yield Heading(_("Dropped: {count}").format(count=len(dropped)), 3)
        yield Bullets(dropped)


def _table(items: list[Assessment], view: View) -> Table:
    """Indicators of one kind under their goals and measures, the way from baseline to target."""
    rows: list[Row | Section] = []
    goal = measure = None
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
        rows += [_line(each, view, further) for further, each in with_parts(item, view)]
    columns = (
        Column(_("Project and indicator"), fold=True),
        Column(_("When planned"), "right"),
        Column(_("Target"), "right"),
        Column(_("Result"), "right"),
        Column(_("Achievement rate"), "right"),
        Column(_("Evaluation")),
    )
    return Table(columns, tuple(rows))


def _line(item: Assessment, view: View, further: int) -> Row:
    # The notes on the figures stand on the sheets.
    name, baseline, actual, target, rate, status = path_cells(item, view)
    project = item.placed.project
    if project is not None and not further:
        name = Cell(f"{project.title}\n{name.text}")
    return Row((name, baseline, target, actual, rate, status), 2 + further)


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
