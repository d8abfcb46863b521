"""`sagaict status`: what was reached, what was missed, and what nobody has reported."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from sagaict.computing.assessment import Assessment
from sagaict.computing.membership import superseded_by
from sagaict.computing.overview import Listing, Overview
from sagaict.computing.tally import group_by, tally, tally_progress
from sagaict.computing.view import View
from sagaict.domain.plan import Plan
from sagaict.domain.portfolio import PlacedProject
from sagaict.language import _
from sagaict.language.levels import goal_label
from sagaict.language.quantities import day, period, year
from sagaict.language.words import term
from sagaict.reporting.blocks import (
    Block,
    Bullets,
    Cell,
    Column,
    Heading,
    Paragraph,
    Row,
    Table,
)
from sagaict.reporting.conditions import conditions_text
from sagaict.reporting.notes import Footnotes
from sagaict.reporting.phrases import (
    bracketed,
    counted,
    kind_tallies,
    plan_title,
    progress_text,
    staged,
    tally_text,
)
from sagaict.reporting.published_table import published_table
from sagaict.reporting.rates import legend
from sagaict.reporting.revisions import dropped_items, superseded_text
from sagaict.reporting.status_head import Around, status_head
from sagaict.reporting.status_items import missed_item, unknown_owners, unreported_item
from sagaict.reporting.status_table import Options, indicator_table, told

__all__ = ["status_report", "summary"]


def status_report(
    items: Sequence[Listing], origin: str, options: Options, view: View, around: Around
) -> list[Block]:
    """The whole page: opened plans in full, the others as one line each."""
    seen = _("As of {date}, seen from {year}.").format(date=day(view.today), year=year(view.as_of))
    blocks: list[Block] = [Paragraph.of(f"{seen} {origin}", "dim")]
    if options.conditions.narrow:
        blocks.append(Paragraph.of(conditions_text(options.conditions), "warn"))
    if not items:
        blocks.append(Paragraph.of(_("Nothing to show under these conditions.")))
    opened = [item for item in items if item.whole.plan.id in options.opened]
    if opened:
        blocks += status_head(opened, around, page=options.page, of_one=options.of_one)
    for item in opened:
        blocks += _plan_in_full(item, options)
    closed = [item.whole for item in items if item.whole.plan.id not in options.opened]
    if closed:
        blocks.append(Heading(_("Other plans"), 2))
        blocks.append(_closed_plans(closed, options))
    if not options.page:
        blocks += unknown_owners(
            each for item in opened for each in item.with_status("unmet", "behind", "not_reported")
        )
    blocks += [Paragraph.of(text, "dim") for text in legend(item.whole.plan for item in items)]
    return blocks


def _plan_in_full(item: Listing, options: Options) -> Iterator[Block]:
    whole, plan = item.whole, item.whole.plan
    yield _heading(plan, options)
    superseded = superseded_text(plan, whole.view)
    if superseded:
        yield Paragraph.of(superseded, "warn")
    if not (whole.assessments or whole.projects or whole.published or whole.dropped):
        yield Paragraph.of(_("Nothing to show under these conditions."))
        return
    yield from summary(whole)
    if item.assessments or item.projects:
        notes = Footnotes()
        yield from told(indicator_table(item, options, notes))
        yield from notes.blocks()
    elif options.conditions.narrow:
        yield Paragraph.of(_("Nothing to show under these conditions."))
    if not options.page:
        yield from _lists(item)
    if options.conditions.narrow:
        return
    dropped = tuple(dropped_items(whole.dropped, whole.view))
    if dropped:
        yield Heading(_("Dropped: {count}").format(count=len(dropped)), 2)
        yield Bullets(dropped)
    if whole.published:
        yield Heading(_("Published tallies, compared"), 2)
        yield published_table(whole.published)
    contradictions = [each for each in plan.discrepancies if each.between == "documents"]
    if contradictions:
        yield _contradictions(len(contradictions), plan, options)


def _heading(plan: Plan, options: Options) -> Heading:
    """What the results below are of; only a screen needs the id, to type it."""
    if options.of_one:
        return Heading(_("Results, {period}").format(period=period(plan.period)))
    title = f"{plan_title(plan)}  {period(plan.period)}"
    return Heading(title if options.page else f"{title}  {plan.id}", about=plan.id)


def _contradictions(count: int, plan: Plan, options: Options) -> Paragraph:
    if options.page:
        text = _("The documents contradict each other in {count} places.").format(count=count)
        return Paragraph((Cell(text, "dim", about=f"{plan.id}/_about"),))
    text = _("The documents contradict each other in {count} places: sagaict show {id}")
    return Paragraph.of(text.format(count=count, id=plan.id), "dim")


def _lists(item: Listing) -> Iterator[Block]:
    """What was or is being missed, and what nobody has reported."""
    missed = item.with_status("unmet", "behind")
    if missed:
        yield Heading(_("Unmet or behind: {count}").format(count=len(missed)), 2)
        yield Bullets(tuple(missed_item(assessment, item.whole.view) for assessment in missed))
    unreported = item.with_status("not_reported")
    if unreported:
        view = item.whole.view
        yield Heading(_("Not reported: {count}").format(count=len(unreported)), 2)
        yield Bullets(tuple(unreported_item(assessment, view) for assessment in unreported))
        yield Paragraph.of(
            _(
                "Counted are the indicators, each once. “Overdue” in sagaict due counts what is to "
                "be done and past its deadline: the figure of each year, remarks, reviews."
            ),
            "dim",
        )


def summary(item: Overview) -> Iterator[Block]:
    """Tallies, goal and outcome indicators apart: a project can go to plan and miss its outcome."""
    rows: list[Row] = []
    for kind, some in group_by(item.assessments, lambda each: each.placed.kind).items():
        rows.append(_tally_row(term(kind), some))
        priority = [each for each in some if each.placed.priority]
        if 0 < len(priority) < len(some):
            rows.append(_tally_row(_("priority"), priority, 1))
        categories = group_by(some, lambda each: _category(each.placed.placed_project))
        if len(categories) > 1:
            rows += [
                _tally_row(_("category {name}").format(name=name), those, 1)
                for name, those in sorted(categories.items())
                if name
            ]
        goals = [
            (goal, those)
            for goal in item.plan.goals
            if (those := [each for each in some if each.placed.is_under(goal)])
        ]
        if len(goals) > 1:
            rows += [_tally_row(goal_label(item.plan, goal), those, 1) for goal, those in goals]
            itself = [each for each in some if each.placed.goal is None]
            rows += [_tally_row(_("the plan itself"), itself, 1)] if itself else []
    if item.projects and any(entry.project.evaluations for entry in item.projects):
        text = progress_text(tally_progress(item.projects, item.view))
        rows.append(Row((Cell(_("Progress of projects")), Cell(text))))
    undecided = sum(entry.project.outcome_undecided is not None for entry in item.projects)
    if undecided:
        text = _("{count} of {of} projects").format(count=undecided, of=len(item.projects))
        rows.append(Row((Cell(_("Outcome indicator not set yet")), Cell(text))))
    yield Table((Column("", fold=True), Column("", fold=True)), tuple(_staged(rows, item.plan)))


def _staged(rows: Iterable[Row], plan: Plan) -> Iterator[Row]:
    """The rows, each count marked where the plan is only a draft."""
    for row in rows:
        name, counted = row.cells
        yield replace(row, cells=(name, replace(counted, text=staged(counted.text, plan))))


def _category(project: PlacedProject | None) -> str:
    return (project.project.category or "") if project else ""


def _tally_row(name: str, assessments: Iterable[Assessment], indent: int = 0) -> Row:
    """A count; of a part of it only what is there, since the whole says what is not."""
    counts = tally(assessments)
    text = tally_text(counts) if counts.of or not indent else counted(counts.left_out.items())
    return Row((Cell(name), Cell(text)), indent)


def _closed_plans(items: Iterable[Overview], options: Options) -> Table:
    return Table(
        (Column(_("Plan"), fold=True), Column(_("Period")), Column(_("Result"), fold=True)),
        tuple(
            Row(
                (
                    Cell(_closed_title(item, options), about=item.plan.id),
                    Cell(item.plan.period.label),
                    Cell(_closed_result(item)),
                )
            )
            for item in items
        ),
    )


def _closed_title(item: Overview, options: Options) -> str:
    """A plan's title, on a screen its id; one that was superseded is marked."""
    title = plan_title(item.plan) + ("" if options.page else bracketed(item.plan.id))
    if superseded_by(item.plan, item.view) is not None:
        title += bracketed(term("superseded"))
    return title


def _closed_result(item: Overview) -> str:
    if item.assessments:
        return kind_tallies(item.tallies, item.plan)
    for check in reversed(item.published):
        for label, count in check.tally.counts.items():
            return _("published: {label} {count} of {of}").format(
                label=label, count=count, of=check.tally.of
            )
    return _("no indicators known")
