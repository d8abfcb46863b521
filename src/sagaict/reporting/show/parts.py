"""A measure, a project, an indicator whole."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from sagaict.computing.action_state import is_proposed, known_state
from sagaict.computing.judging import assess
from sagaict.computing.membership import Joined
from sagaict.computing.selection import PlacedMeasure
from sagaict.computing.view import View
from sagaict.domain.budget import Budget
from sagaict.domain.fiscal import FiscalYear
from sagaict.domain.number import group
from sagaict.domain.plan import Measure, numbered
from sagaict.domain.portfolio import PlacedIndicator, PlacedProject, Portfolio
from sagaict.domain.project import UndecidedOutcome
from sagaict.language import _
from sagaict.language.levels import level
from sagaict.language.quantities import moment, unit_name
from sagaict.language.words import term
from sagaict.reporting.blocks import (
    Block,
    Bullets,
    Cell,
    Chart,
    Column,
    Heading,
    Paragraph,
    Row,
    Section,
    Table,
    marked,
    status_style,
)
from sagaict.reporting.citing import citation
from sagaict.reporting.notes import Footnotes
from sagaict.reporting.owners import owners_text
from sagaict.reporting.phrases import bracketed, latest_text, plan_title, status_text
from sagaict.reporting.rates import definition_of
from sagaict.reporting.reasons import reason_text
from sagaict.reporting.revisions import dropped_mark, dropped_text, revisions_of
from sagaict.reporting.show.over_plans import over_plans
from sagaict.reporting.show.record import (
    about,
    action_text,
    discrepancies_of,
    evaluations_of,
    facts,
    lineage_of,
)
from sagaict.reporting.show.surroundings import agreement_text, policies_text, sdgs_text
from sagaict.reporting.show.years import side_by_side

__all__ = [
    "dropped_block",
    "indicator_block",
    "indicator_report",
    "initiatives_of",
    "measure_report",
    "project_facts",
    "project_report",
]


def measure_report(
    placed: PlacedMeasure, portfolio: Portfolio, view: View, *, ascii_only: bool
) -> Iterator[Block]:
    """A measure: its aim, indicators year by year, initiatives and projects."""
    measure: Measure = placed.measure
    yield Heading(numbered(measure))
    yield from dropped_block(placed, view)
    yield facts(
        (
            (_("Id"), placed.full_id),
            (_("Plan"), placed.plan.title),
            (level(placed.plan, "goal"), numbered(placed.goal)),
            (_("Priority"), _("yes") if measure.priority else ""),
            (_("Owner"), owners_text(placed.owners)),
            (_("Aim"), measure.aim),
            (_("Who gains"), _(", ").join(measure.beneficiaries)),
            (_("SDGs"), sdgs_text(measure.sdgs)),
            (_("Policies"), policies_text(placed)),
            (_("Note"), measure.note),
            (_("Internal note"), measure.internal_note),
            (_("Source"), citation(measure.source)),
        )
    )
    for entry in portfolio.indicators(placed.plan.id):
        again = any(each is measure for each in entry.also_under)
        if again or (entry.measure is measure and entry.project is None):
            yield from indicator_block(entry, view, ascii_only=ascii_only, again=again)
    yield from initiatives_of(measure)
    projects = [entry for entry in portfolio.projects[placed.plan.id] if entry.measure is measure]
    if projects:
        yield Heading(_("Projects"), 2)
        yield Table(
            (
                Column(level(placed.plan, "project"), fold=True),
                Column(_("Id"), key=True),
                Column(_("Category")),
            ),
            tuple(
                Row(
                    (
                        Cell(entry.project.title + dropped_mark(entry, view), about=entry.full_id),
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
    yield from evaluations_of(measure.evaluations, placed.plan)
    yield from revisions_of(measure.amendments)
    yield from discrepancies_of(about(placed.full_id, portfolio))


def initiatives_of(measure: Measure) -> Iterator[Block]:
    """What a measure consists of, as the plan lists it."""
    if measure.initiatives:
        yield Heading(_("Initiatives"), 2)
        yield Bullets(
            tuple(
                Paragraph.of(
                    numbered(item)
                    + "".join(
                        "\n"
                        + _("- {text}").format(text=part.title)
                        + (_(" (priority)") if part.priority else "")
                        for part in item.items
                    )
                )
                for item in measure.initiatives
            )
        )


def indicator_block(
    entry: PlacedIndicator, view: View, *, ascii_only: bool, again: bool = False
) -> Iterator[Block]:
    """One of several indicators, year by year; the notes on its figures stand below them.

    `again`: it is listed under a measure that is not its own.
    """
    indicator, notes = entry.indicator, Footnotes()
    marks = notes.marks([indicator.note] if indicator.note else [])
    listed = bracketed(_("listed again")) if again else ""
    title = indicator.name + listed + bracketed(term(entry.kind)) + dropped_mark(entry, view)
    yield Heading(title + marks, 2, about=entry.full_id)
    yield from _years(entry, view, ascii_only=ascii_only)
    yield from notes.blocks()


def _years(
    entry: PlacedIndicator, view: View, *, ascii_only: bool, drawn: bool = True
) -> Iterator[Block]:
    """The years of an indicator; where it is judged by its parts its status, and then theirs."""
    if entry.indicator.is_split:
        judged = assess(entry, view)
        status = Cell(status_text(judged), status_style(judged.status))
        yield Paragraph((status, Cell(f"  {reason_text(judged)}", "dim")))
    for each in entry.with_figures:
        if each.part is not None:
            said = bracketed(_("for reading only")) if each.part.reading else ""
            yield Heading(each.part.name + said, 3)
            if each.part.note:
                yield Paragraph.of(each.part.note)
        yield from side_by_side(each, view, ascii_only=ascii_only, drawn=drawn)


def dropped_block(placed: Joined, view: View) -> Iterator[Block]:
    """Since when and why it belongs to the plan no longer, if so."""
    text = dropped_text(placed, view)
    if text:
        yield Paragraph.of(text, "warn")


def project_report(
    placed: PlacedProject, portfolio: Portfolio, view: View, *, ascii_only: bool
) -> Iterator[Block]:
    """A project: its facts, actions, indicators year by year and evaluations."""
    project = placed.project
    yield Heading(project.title)
    yield from dropped_block(placed, view)
    yield project_facts(placed)
    if project.actions:
        yield Heading(_("Action targets"), 2)
        rows: list[Row | Section] = []
        for year, actions in sorted(project.actions.items()):
            for number, action in enumerate(actions):
                known = known_state(placed, year, action, view)
                state = "" if known == "planned" else term(known)
                label = year.label if number == 0 else ""
                said = action_text(action, proposed=is_proposed(project, year, action))
                rows.append(Row((Cell(label), Cell(said), marked(state, known))))
        yield Table((Column(""), Column("", fold=True), Column("")), tuple(rows))
    for entry in portfolio.indicators(placed.plan.id):
        if entry.project is project:
            yield from indicator_block(entry, view, ascii_only=ascii_only)
    yield from evaluations_of(project.evaluations, placed.plan)
    yield from revisions_of(project.amendments)
    yield from lineage_of(placed.full_id, project.continues, portfolio)
    yield from discrepancies_of(about(placed.full_id, portfolio))


def project_facts(placed: PlacedProject, *, page: bool = False) -> Table:
    """What is said of a project; a `page` has its overview above, and leads to what it names."""
    project, category = placed.project, placed.category
    plan = Cell(plan_title(placed.plan) if page else placed.plan.title, about=placed.plan.id)
    above = PlacedMeasure(placed.plan, placed.goal, placed.measure).full_id
    return facts(
        (
            (_("Id"), "" if page else placed.full_id),
            (_("Plan"), plan),
            (level(placed.plan, "measure"), Cell(numbered(placed.measure), about=above)),
            (_("Category"), f"{project.category} {category.title}" if category else ""),
            (_("Priority"), _("yes") if placed.priority else _("no")),
            (_("Review"), term(category.review) if category and category.review else ""),
            (_("Owner"), owners_text(placed.owners) or _("not given in the documents")),
            (_("Supporting"), owners_text(project.support or placed.plan.support)),
            (_("Who gains"), _(", ").join(project.beneficiaries)),
            (_("Overview"), "" if page else project.overview),
            (_("Policies"), policies_text(placed)),
            (_("Budget"), "\n".join(_budget(project.budget))),
            (_("Outcome indicators"), project.outcome_definition),
            (
                _("Not set yet"),
                _undecided(project.outcome_undecided) if project.outcome_undecided else "",
            ),
            (_("Note"), project.note),
            (_("Internal"), _("yes: not on the public site") if project.internal else ""),
            (_("Internal note"), project.internal_note),
            (_("Source"), citation(project.source)),
        )
    )


def _undecided(undecided: UndecidedOutcome) -> str:
    if undecided.decided is None:
        return undecided.printed
    day = _("introduction decided {date}").format(date=moment(undecided.decided))
    return undecided.printed + bracketed(day)


def _budget(budget: Mapping[FiscalYear, Budget]) -> Iterator[str]:
    """What is printed of each year's cost, and the number beside it."""
    for year, each in sorted(budget.items()):
        amount = "" if each.amount is None else bracketed(_thousands(each.amount))
        cited = f"[{each.source}]" if each.source else ""
        said = (year.label, each.printed + amount, each.note, cited)
        yield "  ".join(part for part in said if part)


def _thousands(amount: Decimal) -> str:
    return _("{amount} thousand yen").format(amount=group(amount))


def indicator_report(
    placed: PlacedIndicator, portfolio: Portfolio, view: View, *, ascii_only: bool
) -> Iterator[Block]:
    """An indicator: its definition, its years, and where it comes from."""
    indicator = placed.indicator
    calendar = indicator.year_kind == "calendar"
    holder = placed.holder.title
    yield Heading(indicator.name)
    yield from dropped_block(placed, view)
    yield facts(
        (
            (_("Id"), placed.full_id),
            (_("Plan"), placed.plan.title),
            (_("Belongs to"), holder),
            (_("Also listed under"), _(", ").join(map(numbered, placed.also_under))),
            (_("Kind"), term(placed.kind)),
            (_("Definition"), indicator.definition),
            (_("Unit"), unit_name(indicator.unit)),
            (_("Better is"), term(indicator.direction)),
            (_("Figures are"), term(indicator.aggregation)),
            (_("Its years are"), term(indicator.year_kind) if calendar else ""),
            (_("A part of a whole"), _("yes") if indicator.share else ""),
            (_("To be held"), _("yes") if indicator.hold else ""),
            (_("Newest figure"), latest_text(indicator)),
            (
                _("Achievement rate"),
                definition_of(indicator.rate.within(placed.plan.rate)) if indicator.rate else "",
            ),
            (_("Data source"), indicator.data_source),
            (_("Known when"), indicator.survey_timing),
            (_("Due by"), indicator.figures_due),
            (_("Owner"), owners_text(placed.owners) or _("not given in the documents")),
            (_("How the target was set"), indicator.target_basis),
            (_("Agrees with the targets of"), agreement_text(placed)),
            (_("Note"), indicator.note),
            (_("Internal"), _("yes: not on the public site") if indicator.internal else ""),
            (_("Internal note"), indicator.internal_note),
            (_("Source"), citation(placed.source)),
        )
    )
    before = tuple(over_plans(placed, portfolio, view, ascii_only=ascii_only))
    drawn = not any(isinstance(block, Chart) for block in before)
    yield from _years(placed, view, ascii_only=ascii_only, drawn=drawn)
    yield from before
    yield from revisions_of((*indicator.amendments, *indicator.revisions), indicator.unit)
    yield from lineage_of(placed.full_id, indicator.continues, portfolio)
    yield from discrepancies_of(about(placed.full_id, portfolio))
