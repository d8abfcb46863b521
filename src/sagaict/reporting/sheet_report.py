"""The evaluation sheets of the council's paper, in the columns the city prints.

事業概要 / 指標 / 計画策定時 / 目標値 / 結果 / 評価 / 結果に対する見解.
A time stands in the head of a column where it is that of every line, as in print; else beside each
figure.
"""

from __future__ import annotations

from collections.abc import Iterator

from sagaict.computing.action_state import is_proposed, to_be_removed
from sagaict.computing.assessment import Assessment
from sagaict.computing.explanation import explanation
from sagaict.cycle.judgement import Judgement
from sagaict.cycle.sheets import Sheet
from sagaict.domain.evaluation import Review
from sagaict.domain.fiscal import FiscalYear
from sagaict.domain.plan import numbered
from sagaict.domain.portfolio import PlacedProject
from sagaict.domain.project import ActionTarget
from sagaict.language import _
from sagaict.language.levels import goal_label, level
from sagaict.language.quantities import DASH, figure
from sagaict.language.words import term
from sagaict.reporting.blocks import (
    Block,
    Cell,
    Column,
    Heading,
    Paragraph,
    Room,
    Row,
    Section,
    Table,
    marked,
)
from sagaict.reporting.notes import Footnotes, notes_on
from sagaict.reporting.owners import owners_text
from sagaict.reporting.phrases import (
    bracketed,
    figure_text,
    labelled,
    status_text,
    target_key,
    target_text,
    when,
)
from sagaict.reporting.quoting import verbatim
from sagaict.reporting.show.record import action_text, facts, follow_up

__all__ = ["sheet_blocks", "when_judged"]

_Dated = tuple[str, str]
"""A figure as printed, and its time; either may be empty."""


def sheet_blocks(sheet: Sheet, above: int) -> Iterator[Block]:
    """The sheet, a page of its own under a heading of that level."""
    title = _("Sheet {number}  {title}").format(number=sheet.number, title=sheet.title)
    yield Heading(title, above, on_new_page=True)
    yield facts(_about(sheet))
    if sheet.lines:
        notes = Footnotes()
        yield _indicators(sheet, notes)
        yield from notes.blocks()
        remarks = list(_remarks(sheet))
        if remarks:
            yield _labelled(_("Remark on the result"), "\n".join(remarks))
    if sheet.projects:
        yield _projects(sheet)
    yield _judged(sheet)
    actions = _actions(sheet)
    if actions.rows:
        yield actions
    yield Room(
        _("Decision of the council"), (_("agreed"), _("to be improved"), _("other")), lines=3
    )


def _about(sheet: Sheet) -> Iterator[tuple[str, str | None]]:
    plan, entry, measure = sheet.plan, sheet.entry, sheet.measure
    above = [goal_label(plan, sheet.goal)] if sheet.goal and measure else []
    if entry is not None and measure is not None:
        above.append(numbered(measure))
    yield _("Its place"), "\n".join(above)
    if entry is None:
        yield _("Aim"), _lines(sheet.overview or "")
        if measure is not None:
            yield _("Initiatives"), "\n".join(numbered(each) for each in measure.initiatives)
        return
    project = entry.project
    kind = [project.category or "", _("priority") if entry.priority else ""]
    yield _("Category"), "  ".join(filter(None, kind))
    yield _("Owner"), owners_text(entry.owners)
    yield _("Supporting"), owners_text(project.support or plan.support)
    yield _("Overview"), _lines(sheet.overview or _("not given in the documents"))
    costs = (year for year in (sheet.year, sheet.year.plus(1)) if year in project.budget)
    yield _("Budget"), "\n".join(f"{year.label}  {project.budget[year].printed}" for year in costs)
    if project.outcome_undecided is not None:
        yield _("Outcome indicators"), verbatim(project.outcome_undecided.printed)
    elif not sheet.lines:
        yield _("Outcome indicators"), _("none set")


def _labelled(label: str, text: str) -> Paragraph:
    return Paragraph((Cell(f"{label}\n", "strong"), Cell(text)))


def _lines(text: str) -> str:
    """Wording of a file, without what would make it a block of its own in Markdown."""
    return "\n".join(line.strip() for line in text.splitlines() if line.strip())


def _indicators(sheet: Sheet, notes: Footnotes) -> Table:
    lines = [each for item in sheet.lines for each in (item, *item.parts)]
    dated = [[_baseline(item), _target(item), _result(item)] for item in lines]
    shared = [_shared([cells[number] for cells in dated]) for number in range(3)]
    columns = (
        Column(_("Indicator"), fold=True),
        Column(_head(_("When planned"), shared[0]), "right", fold=True),
        Column(_head(_("Target value"), shared[1]), "right", fold=True),
        Column(_head(_("Result"), shared[2]), "right", fold=True),
        Column(_("Evaluation")),
    )
    rows = [
        Row(
            (
                Cell(item.placed.indicator.name + notes.marks(notes_on(item))),
                *(
                    Cell(text if common is not None or not time else _head(text, time))
                    for (text, time), common in zip(cells, shared, strict=True)
                ),
                marked(status_text(item), item.status),
            )
        )
        for item, cells in zip(lines, dated, strict=True)
    ]
    return Table(columns, tuple(_by_kind(sheet, lines, rows)))


def _by_kind(sheet: Sheet, lines: list[Assessment], rows: list[Row]) -> Iterator[Row | Section]:
    """The rows; those of goal and outcome indicators apart, where a sheet has both."""
    several = len({each.placed.kind for each in sheet.lines}) > 1
    kind = None
    for item, row in zip(lines, rows, strict=True):
        if several and item.placed.kind != kind:
            kind = item.placed.kind
            yield Section(term(kind))
        yield row


def _shared(cells: list[_Dated]) -> str | None:
    """The time all lines have in common, perhaps none at all; `None` if they differ."""
    times = {time for _text, time in cells}
    return times.pop() if len(times) == 1 else None


def _head(text: str, time: str | None) -> str:
    return _("{text} ({time})").format(text=text, time=time) if time else text


def _baseline(item: Assessment) -> _Dated:
    baseline = item.placed.indicator.baseline
    if baseline is None:
        return DASH, ""
    time = baseline.when
    value = DASH if baseline.value is None else figure(baseline.value, item.placed.indicator.unit)
    return baseline.printed or value, str(time) if time else ""


def _target(item: Assessment) -> _Dated:
    if item.aimed is None:
        return DASH, ""
    indicator = item.placed.indicator
    printed = item.aimed.target.printed
    return printed or target_text(item.aimed, indicator.unit), target_key(indicator, item)


def _result(item: Assessment) -> _Dated:
    found = item.figure
    if found is None:
        return DASH, ""
    text = figure_text(found, item.placed.indicator.unit)
    if found.actual.printed and not found.parts:
        provisional = found.value is not None and found.state != "final"
        text = found.actual.printed + (f" ({term(found.state)})" if provisional else "")
    return text, when(found)


def _remarks(sheet: Sheet) -> Iterator[str]:
    """What was said of each result; of a missed one, at least that nothing was said."""
    lines = [each for item in sheet.lines for each in item.parts or (item,)]
    several = len(lines) > 1
    for item in lines:
        found = item.figure
        if found is None:
            continue
        if item.status in ("unmet", "behind"):
            text = explanation(item) or _("none given")
        else:
            text = found.actual.remark or ""
        if text:
            name = item.placed.indicator.name
            yield _lines(_("{name}: {text}").format(name=name, text=text) if several else text)


def _projects(sheet: Sheet) -> Table:
    """The projects of a measure and their progress."""
    return Table(
        (
            Column(level(sheet.plan, "project"), fold=True),
            Column(_("Category")),
            Column(_("Progress")),
        ),
        tuple(_project(entry, judged) for entry, judged in sheet.projects),
    )


def _project(entry: PlacedProject, judged: Judgement | None) -> Row:
    kind = [entry.project.category or "", _("priority") if entry.priority else ""]
    if judged is None:
        progress = Cell(DASH)
    else:
        progress = marked(
            labelled(entry.plan, judged.evaluation.progress), judged.evaluation.progress
        )
    return Row((Cell(entry.project.title), Cell(" ".join(filter(None, kind))), progress))


def _judged(sheet: Sheet) -> Block:
    """How it went, review beside review: progress, what was done and is left, what was decided."""
    if not sheet.judgements:
        return facts(((_("Progress"), _("Nothing is recorded of how it went.")),))
    told = [dict(_told(sheet, each.evaluation)) for each in sheet.judgements]
    rows = [
        Row((Cell(name, "dim"), *(Cell(each[name] or "") for each in told)))
        for name in told[0]
        if any(each[name] for each in told)
    ]
    heads = [Column(when_judged(each), fold=True) for each in sheet.judgements]
    if all(each.year < sheet.year for each in sheet.judgements):
        missing = bracketed(_("nothing is recorded of {year}").format(year=sheet.year.label))
        heads[-1] = Column(heads[-1].title + missing, fold=True)
    return Table((Column(""), *heads), tuple(rows))


def when_judged(judged: Judgement) -> str:
    """The fiscal year that was judged, or its first half."""
    label = judged.year.label
    return _("{year}, first half").format(year=label) if judged.halfway else label


def _told(sheet: Sheet, each: Review) -> Iterator[tuple[str, str | None]]:
    yield _("Judgement"), each.judgement
    yield _("Forecast"), term(each.forecast) if each.forecast else ""
    yield _("Progress"), _progress(sheet, each)
    yield _("Remark"), each.remark
    yield _("Achievements"), each.achievements
    yield _("Issues"), each.issues
    yield _("Causes"), each.causes
    yield _("Outlook"), term(each.outlook) if each.outlook else ""
    yield _("Self-evaluation"), each.self_rating
    yield _("Council"), each.council_rating
    yield _("Instructions"), "\n".join(map(follow_up, each.instructions))
    yield _("Follow-ups"), "\n".join(map(follow_up, each.follow_ups))


def _progress(sheet: Sheet, each: Review) -> str:
    """The progress with the plan's mark; of a measure in words alone, what was printed of it."""
    if each.progress == "unknown" and sheet.entry is None:
        return each.printed or ""
    return labelled(sheet.plan, each.progress)


def _with_removed(sheet: Sheet) -> Iterator[tuple[FiscalYear, ActionTarget | str]]:
    """The actions of each year, below them the texts of those that a proposal takes away."""
    for year in (sheet.year, sheet.year.plus(1)):
        yield from (each for each in sheet.actions if each[0] == year)
        if sheet.entry is not None:
            yield from ((year, text) for text in to_be_removed(sheet.entry.project, year))


def _actions(sheet: Sheet) -> Table:
    rows: list[Row | Section] = []
    before = None
    for year, action in _with_removed(sheet):
        if isinstance(action, str):
            label, before = "" if year == before else year.label, year
            said = Cell(_("[removal proposed] {text}").format(text=action), "warn")
            rows.append(Row((Cell(label), said, Cell(DASH))))
            continue
        # Of a year that is judged, “planned” says only that nobody has told what became of it.
        untold = action.state == "planned" and sheet.is_over and year == sheet.year
        state = "not_reported" if untold else action.state
        label = "" if year == before else year.label
        proposed = sheet.entry is not None and is_proposed(sheet.entry.project, year, action)
        said = Cell(action_text(action, proposed=proposed))
        rows.append(Row((Cell(label), said, marked(term(state), state))))
        before = year
    columns = (Column(_("Year")), Column(_("Action target"), fold=True), Column(_("State")))
    return Table(columns, tuple(rows))
