"""A goal, a measure, a project on a page of its own: how all below it stands, then what it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sagaict.computing.action_state import is_proposed, known_state
from sagaict.computing.overview import Overview
from sagaict.computing.selection import PlacedGoal, PlacedMeasure
from sagaict.computing.tally import group_by, tallies
from sagaict.computing.view import View
from sagaict.domain.plan import numbered
from sagaict.domain.portfolio import PlacedProject, Portfolio
from sagaict.language import _, plural
from sagaict.language.levels import goal_label, level
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
    marked,
)
from sagaict.reporting.citing import citation
from sagaict.reporting.owners import owners_text
from sagaict.reporting.phrases import plan_title
from sagaict.reporting.revisions import revisions_of
from sagaict.reporting.show.goal import measure_rows, measures_table
from sagaict.reporting.show.parts import dropped_block, initiatives_of, project_facts
from sagaict.reporting.show.record import (
    about,
    action_text,
    discrepancies_of,
    evaluations_of,
    facts,
    lineage_of,
)
from sagaict.reporting.show.standing import judged_text, lead, lines, scores, whole_of
from sagaict.reporting.show.surroundings import policies_text, sdgs_text
from sagaict.reporting.tally_sentences import tally_sentences

__all__ = ["goal_page", "measure_page", "project_page"]


def goal_page(placed: PlacedGoal, portfolio: Portfolio, view: View) -> Iterator[Block]:
    """How its indicators and those of its measures stand; its measures; what it aims at."""
    plan, goal = placed.plan, placed.goal
    whole = whole_of(plan, portfolio, view)
    own = tuple(each for each in whole.assessments if each.placed.is_under(goal))
    projects = tuple(each for each in whole.projects if each.goal is goal)
    yield Heading(goal_label(plan, goal))
    if goal.slogan:
        yield Paragraph.of(goal.slogan, "dim")
    yield from dropped_block(placed, view)
    yield from lead(*tally_sentences(tallies(own)), judged_text(goal.evaluations, plan, view))
    yield from scores(own)
    if goal.measures:
        yield Heading(level(plan, "measure"), 2)
        yield measures_table(plan, tuple(measure_rows(goal, whole)))
    yield from lines(whole, own, projects, frozenset({placed.full_id}))
    yield from evaluations_of(goal.evaluations, plan)
    yield from _about(
        (
            (_("Plan"), Cell(plan_title(plan), about=plan.id)),
            (_("Aim"), goal.aim),
            (_("Owner"), owners_text(goal.owner)),
            (_("Source"), citation(goal.source)),
        )
    )
    yield from revisions_of(goal.amendments)
    yield from discrepancies_of(about(placed.full_id, portfolio))


def measure_page(placed: PlacedMeasure, portfolio: Portfolio, view: View) -> Iterator[Block]:
    """How its indicators and those of its projects stand; its projects; what it is."""
    plan, measure = placed.plan, placed.measure
    whole = whole_of(plan, portfolio, view)
    own = tuple(each for each in whole.assessments if each.placed.is_under(measure))
    projects = tuple(each for each in whole.projects if each.measure is measure)
    goal = PlacedGoal(plan, placed.goal)
    yield Heading(numbered(measure))
    yield from dropped_block(placed, view)
    yield from lead(*tally_sentences(tallies(own)), judged_text(measure.evaluations, plan, view))
    yield from scores(own)
    yield from lines(whole, own, projects, frozenset({goal.full_id, placed.full_id}))
    yield from initiatives_of(measure)
    yield from evaluations_of(measure.evaluations, plan)
    yield from _about(
        (
            (_("Plan"), Cell(plan_title(plan), about=plan.id)),
            (level(plan, "goal"), Cell(numbered(placed.goal), about=goal.full_id)),
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
    yield from revisions_of(measure.amendments)
    yield from discrepancies_of(about(placed.full_id, portfolio))


def project_page(placed: PlacedProject, portfolio: Portfolio, view: View) -> Iterator[Block]:
    """What it is, what is to be done in which year, what came of it, and who is beside it."""
    plan, project = placed.plan, placed.project
    whole = whole_of(plan, portfolio, view)
    own = tuple(each for each in whole.assessments if each.placed.project is project)
    above = {PlacedGoal(plan, placed.goal).full_id, _measure_id(placed), placed.full_id}
    yield Heading(project.title)
    category = _("category {name}").format(name=project.category) if project.category else ""
    kind = (category, _("priority") if placed.priority else "", owners_text(placed.owners))
    if any(kind):
        yield Paragraph.of(" · ".join(filter(None, kind)), "dim")
    yield from dropped_block(placed, view)
    told = tally_sentences(tallies(own)) if own else [_unmeasured(placed)]
    yield from lead(*told, judged_text(project.evaluations, plan, view))
    if project.overview:
        yield Paragraph.of(project.overview.rstrip())
    yield from _schedule(placed, view)
    yield from lines(whole, own, (placed,) if own else (), frozenset(above))
    yield from evaluations_of(project.evaluations, plan)
    yield Heading(_("On the project"), 2)
    yield project_facts(placed, page=True)
    yield from revisions_of(project.amendments)
    yield from lineage_of(placed.full_id, project.continues, portfolio, page=True)
    yield from _beside(placed, whole)
    yield from discrepancies_of(about(placed.full_id, portfolio))


def _unmeasured(placed: PlacedProject) -> str:
    """That it has no outcome indicator, and what is said of when it will."""
    waits = placed.project.outcome_undecided
    if waits is None:
        return _("It has no outcome indicator.")
    return _("Its outcome indicator is not set yet ({printed}).").format(printed=waits.printed)


def _measure_id(placed: PlacedProject) -> str:
    return PlacedMeasure(placed.plan, placed.goal, placed.measure).full_id


def _about(named: Iterable[tuple[str, object]]) -> Iterator[Block]:
    yield Heading(_("What it is"), 2)
    yield facts(named)


def _schedule(placed: PlacedProject, view: View) -> Iterator[Block]:
    """What is to be done year by year; what nobody has told of is said once, not on each line."""
    years = sorted(placed.project.actions.items())
    if not years:
        return
    states = {
        id(action): known_state(placed, year, action, view)
        for year, actions in years
        for action in actions
    }
    yield Heading(_("Action targets"), 2)
    untold = sum(state == "not_reported" for state in states.values())
    if untold:
        of = sum(state != "planned" for state in states.values())
        text = plural("{untold} of {of} action due", "{untold} of {of} actions due", of).format(
            untold=untold, of=of
        )
        said = _("{status}: what became of {count} is in no document.")
        before, after = said.split("{status}")
        yield Paragraph(
            (
                Cell(before),
                marked(term("not_reported"), "not_reported"),
                Cell(after.format(count=text)),
            )
        )
    rows: list[Row] = []
    for year, actions in years:
        label = year.label
        for state, some in group_by(actions, lambda action: states[id(action)]).items():
            text = "\n".join(
                action_text(each, proposed=is_proposed(placed.project, year, each)) for each in some
            )
            told = state not in ("planned", "not_reported")
            cell = marked(term(state), state) if told else Cell("")
            rows.append(Row((Cell(label), Cell(text), cell)))
            label = ""
    yield Table((Column(""), Column("", fold=True), Column("")), tuple(rows))


def _beside(placed: PlacedProject, whole: Overview) -> Iterator[Block]:
    """The other projects of its measure, each led to."""
    others = [
        each for each in whole.projects if each.measure is placed.measure and each is not placed
    ]
    if others:
        title = _("Also under {measure}: {count}")
        yield Heading(title.format(measure=numbered(placed.measure), count=len(others)), 2)
        yield Bullets(
            tuple(Paragraph((Cell(each.project.title, about=each.full_id),)) for each in others)
        )
