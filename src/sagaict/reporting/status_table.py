"""The indicators of a plan under its goals, measures and projects, a line each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import field, replace
from functools import partial

from sagaict.computing.assessment import Assessment
from sagaict.computing.figures import trend
from sagaict.computing.overview import Listing
from sagaict.computing.selection import Filter, PlacedGoal
from sagaict.computing.tally import latest_evaluation
from sagaict.computing.view import View
from sagaict.domain.light import dataclass
from sagaict.domain.plan import Goal, Measure, Plan, numbered
from sagaict.domain.portfolio import PlacedProject
from sagaict.language import _
from sagaict.language.levels import goal_label
from sagaict.language.quantities import DASH
from sagaict.reporting.blocks import (
    Block,
    Cell,
    Column,
    Paragraph,
    Row,
    Section,
    Table,
)
from sagaict.reporting.chart import chart, years_judged
from sagaict.reporting.notes import Footnotes
from sagaict.reporting.phrases import (
    bracketed,
    labelled,
    sparkline,
)
from sagaict.reporting.results import path_cells, with_parts

__all__ = ["Options", "indicator_table", "told"]


@dataclass(frozen=True, slots=True)
class Options:
    """How much is opened, which glyphs can be shown, whether there are drawings and folds.

    On a `page` all that needs attention stands at its head; a screen has it below the results.
    `of_one`: the title of the page names the one plan it is about.
    """

    opened: frozenset[str]
    ascii_only: bool = False
    draws: bool = False
    page: bool = False
    of_one: bool = False
    conditions: Filter = field(default_factory=Filter)


def indicator_table(item: Listing, options: Options, notes: Footnotes) -> Table:
    """The results of a plan; projects that have no outcome indicator yet are named together."""
    line = partial(_indicator_rows, view=item.whole.view, options=options, notes=notes)
    rows: list[Row | Section] = []
    last_goal: Goal | None = None
    for goal, measure in _places(item.whole.plan):
        own = [
            each
            for each in item.assessments
            if each.placed.goal is goal
            and each.placed.measure is measure
            and each.placed.project is None
        ]
        again = [
            each
            for each in item.assessments
            if any(other is measure for other in each.placed.also_under)
        ]
        projects = [entry for entry in item.projects if entry.measure is measure]
        if not own and not again and not projects:
            continue
        if goal is not None and goal is not last_goal:
            title = goal_label(item.whole.plan, goal)
            about = PlacedGoal(item.whole.plan, goal).full_id
            rows.append(Section(title, note=goal.slogan or "", apart=True, about=about))
            last_goal = goal
        if measure is not None:
            rows.append(Section(numbered(measure), about=f"{item.whole.plan.id}/{measure.id}"))
        rows += [row for each in own for row in line(each, 1)]
        rows += [_again(row) for each in again for row in line(each, 1)]
        for entry in projects:
            if not _waits(entry, item):
                rows += _project_rows(entry, item, line)
        rows += _waiting([entry for entry in projects if _waits(entry, item)])
    columns = (
        Column(_("Indicator"), fold=True, names=True),
        Column(_("Baseline"), "right"),
        Column(_("Actual"), "right"),
        Column(_("Target"), "right"),
        Column(_("Rate"), "right"),
        Column(_("Trend")),
    )
    status = Column(_("Status"))
    # A page says first how it stands; a line of text has the word at its end, where it is found.
    return Table((status, *columns) if options.draws else (*columns, status), tuple(rows))


def told(table: Table) -> Iterator[Block]:
    """The table without the columns that say nothing in any row, and which these are."""
    rows = [row for row in table.rows if isinstance(row, Row)]
    says = [
        any(row.cells[number].path or row.cells[number].text.strip(DASH) for row in rows)
        for number in range(len(table.columns))
    ]
    yield table.with_columns(says)
    silent = [each.title for each, says_it in zip(table.columns, says, strict=True) if not says_it]
    if silent and rows:
        text = _("Left out, since of none of these anything is known yet: {columns}.")
        yield Paragraph.of(text.format(columns=_(", ").join(silent)), "dim")


def _again(row: Row) -> Row:
    """The line of an indicator under a measure that is not its own."""
    again = bracketed(_("listed again"))
    return replace(
        row,
        cells=tuple(
            replace(cell, text=cell.text + again) if cell.about else cell for cell in row.cells
        ),
    )


def _places(plan: Plan) -> Iterator[tuple[Goal | None, Measure | None]]:
    """Where indicators may stand in a plan, in its order: by itself, each goal, each measure."""
    yield None, None
    for goal in plan.goals:
        yield goal, None
        yield from ((goal, measure) for measure in goal.measures)


def _waits(entry: PlacedProject, item: Listing) -> bool:
    """Whether a project has no outcome indicator yet, and is to have one."""
    own = any(each.placed.project is entry.project for each in item.assessments)
    return entry.project.outcome_undecided is not None and not own


def _waiting(entries: Sequence[PlacedProject]) -> Iterator[Section]:
    """Projects without an outcome indicator, in one line: of all of them the same is said."""
    if entries:
        names = _(", ").join(entry.project.title for entry in entries)
        text = _("Outcome indicator not set yet: {count}").format(count=len(entries))
        yield Section(text, 1, names)


def _project_rows(
    entry: PlacedProject, item: Listing, line: Callable[[Assessment, int], Iterable[Row]]
) -> Iterator[Row | Section]:
    project = entry.project
    own = [each for each in item.assessments if each.placed.project is project]
    notes = [
        note
        for note in (
            project.category or "",
            _("priority") if entry.priority else "",
            _progress_note(entry, item.whole.view),
        )
        if note
    ]
    yield Section(project.title, 1, " ".join(notes), about=entry.full_id)
    for each in own:
        yield from line(each, 2)


def _progress_note(entry: PlacedProject, view: View) -> str:
    evaluation = latest_evaluation(entry, view)
    if evaluation is None:
        return ""
    return _("progress: {mark}").format(mark=labelled(entry.plan, evaluation.progress))


def _indicator_rows(
    assessment: Assessment, indent: int, *, view: View, options: Options, notes: Footnotes
) -> Iterator[Row]:
    for further, each in with_parts(assessment, view):
        *results, status = path_cells(each, view, notes)
        if options.draws:
            drawing = Cell("", path=chart(each.placed, years_judged(each.placed, view), view))
            yield Row((status, *results, drawing), indent + further, _why(each, view))
            continue
        goal = each.goal.value if each.goal else None
        values = trend(each.placed.indicator, view)
        bars = Cell(sparkline(values, goal, ascii_only=options.ascii_only), "dim")
        yield Row((*results, bars, status), indent + further)


def _why(assessment: Assessment, view: View) -> tuple[Block, ...]:
    from sagaict.reporting.explain_report import explained

    return (explained(assessment, view),)
