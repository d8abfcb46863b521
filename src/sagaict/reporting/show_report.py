"""`sagaict show`: one plan, measure, project or indicator whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from sagaict.computing.assessment import assess, assess_year, reported_years
from sagaict.computing.overview import overview
from sagaict.computing.selection import Filter, PlacedMeasure, Thing
from sagaict.computing.tally import tallies
from sagaict.computing.view import View
from sagaict.domain.fiscal import FiscalYear
from sagaict.domain.indicator import Lineage
from sagaict.domain.plan import Discrepancy, Measure, Plan
from sagaict.domain.portfolio import PlacedIndicator, PlacedProject, Portfolio
from sagaict.domain.project import Evaluation
from sagaict.language import _
from sagaict.language.quantities import DASH, figure, period, rate
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
    status_style,
)
from sagaict.reporting.chart import chart
from sagaict.reporting.phrases import (
    figure_text,
    kind_tallies,
    labelled,
    status_text,
    target_key,
    target_text,
    when,
)
from sagaict.reporting.status_report import published_table

__all__ = ["show_report"]


def show_report(
    thing: Thing, portfolio: Portfolio, view: View, *, ascii_only: bool = False
) -> list[Block]:
    """Everything the data says about the thing."""
    if isinstance(thing, Plan):
        return list(_plan(thing, portfolio, view))
    if isinstance(thing, PlacedMeasure):
        return list(_measure(thing, portfolio, view, ascii_only=ascii_only))
    if isinstance(thing, PlacedProject):
        return list(_project(thing, portfolio, view, ascii_only=ascii_only))
    return list(_indicator(thing, portfolio, view, ascii_only=ascii_only))


def _facts(facts: Iterable[tuple[str, object]]) -> Table:
    """Names and values, without those that are not known."""
    rows = [Row((Cell(name, "dim"), Cell(str(value)))) for name, value in facts if value]
    return Table((Column(""), Column("", fold=True)), tuple(rows))


def _plan(plan: Plan, portfolio: Portfolio, view: View) -> Iterator[Block]:
    yield Heading(plan.title)
    yield _facts(
        (
            (_("Id"), plan.id),
            (_("Period"), period(plan.period)),
            (_("Stage"), term(plan.stage)),
            (_("Secretariat"), plan.owner),
            (_("Council"), plan.council),
            (_("Principle"), plan.principle),
            (_("Predecessor"), _titles(plan.predecessors, portfolio)),
            (_("Successor"), _titles(plan.successors, portfolio)),
            (_("Note"), plan.note),
        )
    )
    item = overview(portfolio, plan, view, Filter())
    if item.assessments:
        yield Paragraph.of(kind_tallies(item.tallies))
    rows: list[Row | Section] = []
    for goal in plan.goals:
        rows.append(Section(f"{goal.no} {goal.title}", note=goal.slogan or ""))
        for measure in goal.measures:
            own = [each for each in item.assessments if each.placed.measure is measure]
            projects = sum(entry.measure is measure for entry in portfolio.projects[plan.id])
            rows.append(
                Row(
                    (
                        Cell(f"{measure.no or ''} {measure.title}".strip()),
                        Cell(f"{plan.id}/{measure.id}"),
                        Cell(str(projects) if projects else DASH),
                        Cell(kind_tallies(tallies(own)) if own else DASH),
                    ),
                    1,
                )
            )
    if rows:
        yield Heading(_("Goals and measures"), 2)
        yield Table(
            (
                Column(_("Measure"), fold=True),
                Column(_("Id")),
                Column(_("Projects"), "right"),
                Column(_("Result"), fold=True),
            ),
            tuple(rows),
        )
    yield from _plan_appendix(plan)
    if item.published:
        yield Heading(_("Published tallies, compared"), 2)
        yield published_table(item.published)
    yield from _discrepancies(plan.discrepancies)
    yield Heading(_("Documents"), 2)
    yield Bullets(
        tuple(
            Paragraph.of(
                f"{name}: {document.title}"
                + (f" ({document.published})" if document.published else "")
                + ("" if document.stage == "final" else f" [{term(document.stage)}]")
            )
            for name, document in plan.documents.items()
        )
        or (Paragraph.of(_("none of its own; see the sources of its figures")),)
    )


def _plan_appendix(plan: Plan) -> Iterator[Block]:
    if plan.categories:
        yield Heading(_("Categories of projects"), 2)
        yield Bullets(
            tuple(
                Paragraph.of(
                    f"{name}: {category.title}"
                    + (
                        _(" (reviewed {cycle})").format(cycle=term(category.review))
                        if category.review
                        else ""
                    )
                )
                for name, category in plan.categories.items()
            )
        )
    if plan.policies:
        yield Heading(_("Policies"), 2)
        yield Bullets(
            tuple(
                Paragraph.of(
                    f"{policy.no or ''} {policy.title} ({policy.basis or DASH}): "
                    f"{', '.join(policy.projects)}".strip()
                )
                for policy in plan.policies
            )
        )
    if plan.roadmap:
        yield Heading(_("Roadmap"), 2)
        for stage in plan.roadmap:
            end = stage.end.label if stage.end else ""
            yield Paragraph.of(f"{stage.title} ({stage.start.label}-{end})", "strong")
            yield Bullets(tuple(Paragraph.of(text) for text in stage.items))
    if plan.revisions:
        yield Heading(_("Revisions"), 2)
        yield Bullets(
            tuple(
                Paragraph.of(
                    _("{what}: {old} → {new} ({date}; reason: {reason})").format(
                        what=term(change.what),
                        old=change.old,
                        new=change.new,
                        date=change.date or _("date not given"),
                        reason=change.reason or _("none given"),
                    )
                )
                for change in plan.revisions
            )
        )


def _titles(ids: Iterable[str], portfolio: Portfolio) -> str:
    return ", ".join(
        f"{portfolio.plans[name].title} ({name})" if name in portfolio.plans else name
        for name in ids
    )


def _measure(
    placed: PlacedMeasure, portfolio: Portfolio, view: View, *, ascii_only: bool
) -> Iterator[Block]:
    measure: Measure = placed.measure
    yield Heading(f"{measure.no or ''} {measure.title}".strip())
    yield _facts(
        (
            (_("Id"), placed.full_id),
            (_("Plan"), placed.plan.title),
            (_("Goal"), f"{placed.goal.no} {placed.goal.title}"),
            (_("Priority"), _("yes") if measure.priority else ""),
            (_("Aim"), measure.aim),
            (_("SDGs"), ", ".join(measure.sdgs)),
            (_("Note"), measure.note),
            (_("Source"), measure.source),
        )
    )
    for entry in portfolio.indicators(placed.plan.id):
        if entry.measure is measure and entry.project is None:
            yield Heading(f"{entry.indicator.name} ({term(entry.kind)})", 2)
            yield from _years(entry, view, ascii_only=ascii_only)
    if measure.initiatives:
        yield Heading(_("Initiatives"), 2)
        yield Bullets(
            tuple(
                Paragraph.of(
                    f"{item.no or ''} {item.title}".strip()
                    + "".join(
                        f"\n・{part.title}" + (_(" (priority)") if part.priority else "")
                        for part in item.items
                    )
                )
                for item in measure.initiatives
            )
        )
    projects = [entry for entry in portfolio.projects[placed.plan.id] if entry.measure is measure]
    if projects:
        yield Heading(_("Projects"), 2)
        yield Table(
            (Column(_("Project"), fold=True), Column(_("Id")), Column(_("Category"))),
            tuple(
                Row(
                    (
                        Cell(entry.project.title),
                        Cell(entry.full_id),
                        Cell(
                            " ".join(
                                part
                                for part in (
                                    entry.project.category or "",
                                    _("priority") if entry.priority else "",
                                )
                                if part
                            )
                        ),
                    )
                )
                for entry in projects
            ),
        )
    yield from _evaluations(measure.evaluations, placed.plan)
    yield from _discrepancies(_about(placed.full_id, portfolio))


def _project(
    placed: PlacedProject, portfolio: Portfolio, view: View, *, ascii_only: bool
) -> Iterator[Block]:
    project = placed.project
    category = placed.category
    yield Heading(project.title)
    yield _facts(
        (
            (_("Id"), placed.full_id),
            (_("Plan"), placed.plan.title),
            (_("Measure"), f"{placed.measure.no or ''} {placed.measure.title}".strip()),
            (_("Category"), f"{project.category} {category.title}" if category else ""),
            (_("Priority"), _("yes") if placed.priority else _("no")),
            (_("Review"), term(category.review) if category and category.review else ""),
            (_("Owner"), project.owner or _("not given in the documents")),
            (_("Overview"), project.overview),
            (
                _("Policies"),
                ", ".join(
                    policy.title for policy in placed.plan.policies if project.id in policy.projects
                ),
            ),
            (_("Outcome indicators"), project.outcome_definition),
            (
                _("Not set yet"),
                project.outcome_undecided.printed if project.outcome_undecided else "",
            ),
            (_("Note"), project.note),
            (_("Source"), project.source),
        )
    )
    if project.actions:
        yield Heading(_("Action targets"), 2)
        rows: list[Row | Section] = []
        for year, actions in sorted(project.actions.items()):
            for number, action in enumerate(actions):
                state = "" if action.state == "planned" else term(action.state)
                label = year.label if number == 0 else ""
                rows.append(
                    Row((Cell(label), Cell(action.text), Cell(state, status_style(action.state))))
                )
        yield Table((Column(""), Column("", fold=True), Column("")), tuple(rows))
    for entry in portfolio.indicators(placed.plan.id):
        if entry.project is project:
            yield Heading(f"{entry.indicator.name} ({term(entry.kind)})", 2)
            yield from _years(entry, view, ascii_only=ascii_only)
    yield from _evaluations(project.evaluations, placed.plan)
    yield from _lineage(placed.full_id, project.continues, portfolio)
    yield from _discrepancies(_about(placed.full_id, portfolio))


def _indicator(
    placed: PlacedIndicator, portfolio: Portfolio, view: View, *, ascii_only: bool
) -> Iterator[Block]:
    indicator = placed.indicator
    holder = placed.project.title if placed.project else placed.measure.title
    yield Heading(indicator.name)
    yield _facts(
        (
            (_("Id"), placed.full_id),
            (_("Plan"), placed.plan.title),
            (_("Belongs to"), holder),
            (_("Kind"), term(placed.kind)),
            (_("Definition"), indicator.definition),
            (_("Unit"), indicator.unit),
            (_("Better is"), term(indicator.direction)),
            (_("Figures are"), term(indicator.aggregation)),
            (_("Data source"), indicator.data_source),
            (_("Known when"), indicator.survey_timing),
            (_("Owner"), placed.owner or _("not given in the documents")),
            (_("How the target was set"), indicator.target_basis),
            (_("Note"), indicator.note),
            (_("Source"), placed.source),
        )
    )
    yield from _years(placed, view, ascii_only=ascii_only)
    if indicator.revisions:
        yield Heading(_("Revisions of targets"), 2)
        yield Bullets(
            tuple(
                Paragraph.of(
                    _("{what}: {old} → {new} ({date}; reason: {reason})").format(
                        what=change.year.label,
                        old=change.old.value if change.old.value is not None else DASH,
                        new=change.new.value if change.new.value is not None else DASH,
                        date=change.date,
                        reason=change.reason or _("none given"),
                    )
                )
                for change in indicator.revisions
            )
        )
    yield from _lineage(placed.full_id, indicator.continues, portfolio)
    yield from _discrepancies(_about(placed.full_id, portfolio))


def _years(placed: PlacedIndicator, view: View, *, ascii_only: bool) -> Iterator[Block]:
    """The years side by side, then targets against actuals as bars, then what needs words."""
    indicator, unit = placed.indicator, placed.indicator.unit
    judged = [assess_year(placed, each, view) for each in reported_years(placed, view)]
    baseline = indicator.baseline
    columns = [Column(unit)]
    rows = {name: [Cell(name, "dim")] for name in _row_names()}
    if baseline is not None:
        at = baseline.year or baseline.period
        columns.append(Column(str(at) if at else _("baseline"), "right"))
        value = figure(baseline.value, "") if baseline.value is not None else DASH
        for name, cells in rows.items():
            cells.append(Cell(value if name == _("Actual") else "", "dim"))
    for each in judged:
        columns.append(Column(target_key(indicator, each), "right"))
        values = (
            Cell(target_text(each.aimed, "")),
            Cell(figure_text(each.figure)),
            Cell(when(each.figure) if each.figure else DASH, "dim"),
            Cell(rate(each.achievement_rate)),
            Cell(rate(each.progress_rate)),
            Cell(status_text(each), status_style(each.status)),
        )
        for cells, cell in zip(rows.values(), values, strict=True):
            cells.append(cell)
    yield Table(tuple(columns), tuple(Row(tuple(cells)) for cells in rows.values()))
    bars = chart(judged, ascii_only=ascii_only)
    if bars is not None:
        yield bars
    words = list(_words(placed, view))
    if words:
        yield Bullets(tuple(words))


def _row_names() -> tuple[str, ...]:
    return (
        _("Target"),
        _("Actual"),
        _("As of"),
        _("Achievement rate"),
        _("Progress rate"),
        _("Status"),
    )


def _words(placed: PlacedIndicator, view: View) -> Iterator[Paragraph]:
    unit = placed.indicator.unit
    for key, target in placed.indicator.targets.items():
        text = "  ".join(part for part in (target.printed, target.note) if part)
        if text:
            yield Paragraph.of(_("{year} target: {text}").format(year=key.label, text=text))
    for year, actual in sorted(placed.indicator.actuals.items()):
        if not view.sees(year):
            continue
        text = "  ".join(part for part in (actual.printed, actual.remark, actual.note) if part)
        source = actual.source or placed.source
        shown = figure_text_of(actual.value, actual.state, unit)
        pieces = [Cell(_("{year} actual: {text}").format(year=year.label, text=shown))]
        if text:
            pieces.append(Cell(f"  {text}"))
        pieces.append(Cell(f"  [{source}]", "dim"))
        for gone in actual.earlier:
            before = figure_text_of(gone.value, gone.state, unit)
            moment = gone.as_of or gone.span or ""
            pieces.append(
                Cell(
                    "\n"
                    + _("before: {text} {when} [{source}]").format(
                        text=before, when=moment, source=gone.source or source
                    ),
                    "dim",
                )
            )
        yield Paragraph(tuple(pieces))
    status = assess(placed, view)
    if status.placed.owner is None and status.status in ("unmet", "behind"):
        yield Paragraph.of(_("owner: {name}").format(name=_("not given in the documents")), "dim")


def figure_text_of(value: object, state: str, unit: str) -> str:
    """A figure and its state, in words."""
    if value is None:
        return term(state)
    text = f"{value:,f}{unit}"
    return text if state == "final" else f"{text} ({term(state)})"


def _evaluations(evaluations: Mapping[FiscalYear, Evaluation], plan: Plan) -> Iterator[Block]:
    if not evaluations:
        return
    yield Heading(_("Evaluation"), 2)
    for year, each in sorted(evaluations.items()):
        printed = f" ({each.printed})" if each.printed else ""
        progress = (
            ""
            if each.progress == "unknown" and each.remark
            else (labelled(plan, each.progress) + printed)
        )
        yield _facts(
            (
                (_("Year"), year.label),
                (_("Progress"), progress),
                (_("Achievements"), each.achievements),
                (_("Issues"), each.issues),
                (_("Causes"), each.causes),
                (_("Outlook"), term(each.outlook) if each.outlook else ""),
                (_("Self-evaluation"), each.self_rating),
                (_("Council"), each.council_rating),
                (_("Instructions"), "\n".join(item.text for item in each.instructions)),
                (_("Remark"), each.remark),
                (_("Source"), each.source),
            )
        )


def _lineage(full_id: str, continues: tuple[Lineage, ...], portfolio: Portfolio) -> Iterator[Block]:
    items = [
        Paragraph.of(
            _("continues {id} ({basis})").format(id=link.id, basis=term(link.basis))
            + (f"  {link.note}" if link.note else "")
            + (f"  [{link.source}]" if link.source else "")
        )
        for link in continues
    ]
    later: list[tuple[str, tuple[Lineage, ...]]] = [
        (entry.full_id, entry.indicator.continues) for entry in portfolio.indicators()
    ]
    later += [
        (entry.full_id, entry.project.continues)
        for entries in portfolio.projects.values()
        for entry in entries
    ]
    items += [
        Paragraph.of(_("continued by {id} ({basis})").format(id=name, basis=term(link.basis)))
        for name, links in later
        for link in links
        if link.id == full_id
    ]
    if items:
        yield Heading(_("Lineage"), 2)
        yield Bullets(tuple(items))


def _about(full_id: str, portfolio: Portfolio) -> list[Discrepancy]:
    return [
        item
        for plan in portfolio.plans.values()
        for item in plan.discrepancies
        if any(name == full_id or name.startswith(f"{full_id}/") for name in item.about)
    ]


def _discrepancies(items: Iterable[Discrepancy]) -> Iterator[Block]:
    found = tuple(items)
    if not found:
        return
    yield Heading(_("Contradictions between the documents: {count}").format(count=len(found)), 2)
    yield Bullets(
        tuple(
            Paragraph(
                (
                    Cell(item.subject, "strong"),
                    *(
                        Cell(f"\n・{statement.says}  [{statement.source}]")
                        for statement in item.statements
                    ),
                    Cell("\n" + _("Here: {text}").format(text=item.treatment), "dim"),
                )
            )
            for item in found
        )
    )
