"""A plan whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from sagaict.computing.overview import overview
from sagaict.computing.view import View
from sagaict.domain.council import Council
from sagaict.domain.plan import Plan, Provision
from sagaict.domain.portfolio import Portfolio
from sagaict.language import _
from sagaict.language.levels import goal_label
from sagaict.language.quantities import period
from sagaict.language.words import term
from sagaict.reporting.blocks import (
    Block,
    Bullets,
    Heading,
    Paragraph,
    Row,
    Section,
)
from sagaict.reporting.citing import cited
from sagaict.reporting.owners import owners_text
from sagaict.reporting.phrases import (
    bracketed,
    kind_tallies,
    plan_title,
)
from sagaict.reporting.published_table import published_table
from sagaict.reporting.rates import definition_of
from sagaict.reporting.revisions import dropped_items, revisions_of, step_text, superseded_text
from sagaict.reporting.show.goal import measure_rows, measures_table
from sagaict.reporting.show.meetings import meetings_of
from sagaict.reporting.show.parts import indicator_block
from sagaict.reporting.show.record import discrepancies_of, evaluations_of, facts
from sagaict.reporting.show.surroundings import basis_text, parent_text, surroundings

__all__ = ["plan_report"]


def plan_report(
    plan: Plan, portfolio: Portfolio, view: View, *, ascii_only: bool
) -> Iterator[Block]:
    """A plan: its facts, measures, appendices, published tallies and contradictions."""
    yield Heading(plan_title(plan))
    superseded = superseded_text(plan, view)
    if superseded:
        yield Paragraph.of(superseded, "warn")
    yield facts(
        (
            (_("Id"), plan.id),
            (_("Period"), period(plan.period)),
            (_("Stage"), _stage(plan)),
            (_("Reports"), _("none: only transcribed") if plan.transcribed else None),
            (_("Secretariat"), owners_text(plan.owner)),
            (_("Supporting"), owners_text(plan.support)),
            *_council(plan.council),
            (_("Slogan"), plan.slogan),
            (_("Vision"), plan.aim),
            (_("Principle"), plan.principle),
            (_("Legal basis"), "\n".join(map(basis_text, plan.basis))),
            (_("Plans above"), "\n".join(map(parent_text, plan.parents))),
            (_("Achievement rate"), definition_of(plan.rate) if plan.rate else ""),
            (_("Predecessor"), _titles(plan.predecessors, portfolio)),
            (_("Successor"), _titles(plan.successors, portfolio)),
            (_("Note"), plan.note),
            (_("Internal"), _("yes: not on the public site") if plan.internal else ""),
            (_("Internal note"), plan.internal_note),
        )
    )
    item = overview(portfolio, plan, view)
    if item.assessments:
        yield Paragraph.of(kind_tallies(item.tallies, plan))
    rows: list[Row | Section] = []
    for goal in plan.goals:
        owners = owners_text(goal.owner)
        said = "  ".join(text for text in (goal.slogan, goal.aim, owners) if text)
        rows.append(Section(goal_label(plan, goal), note=said))
        rows += measure_rows(goal, item)
    if rows:
        yield Heading(_("Structure of the plan"), 2)
        yield measures_table(plan, tuple(rows))
    for entry in portfolio.indicators(plan.id):
        if entry.measure is None:
            yield from indicator_block(entry, view, ascii_only=ascii_only)
    dropped = tuple(dropped_items(item.dropped, view))
    if dropped:
        yield Heading(_("Dropped: {count}").format(count=len(dropped)), 2)
        yield Bullets(dropped)
    yield from _judgements(plan)
    yield from surroundings(item, portfolio)
    yield from _plan_appendix(plan)
    if item.published:
        yield Heading(_("Published tallies, compared"), 2)
        yield published_table(item.published)
    yield from discrepancies_of(plan.discrepancies)
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


def _council(council: Council | None) -> Iterator[tuple[str, object]]:
    if council is not None:
        at = cited(council.source)
        yield _("Council"), replace(at, text=council.name + at.text, style="")
        yield _("Chair"), council.chair
        yield _("Members"), _(", ").join(council.members)
        yield _("CIO"), council.cio
        yield _("Clerk of the council"), council.secretariat


def _stage(plan: Plan) -> str:
    """Whether it is approved, and by which body at last."""
    stage = term(plan.stage)
    return stage + bracketed(step_text(plan.approvals[-1])) if plan.approvals else stage


def _judgements(plan: Plan) -> Iterator[Block]:
    yield from evaluations_of(plan.evaluations, plan)
    for goal in plan.goals:
        yield from evaluations_of(goal.evaluations, plan, goal_label(plan, goal))


def _provision(provision: Provision, title: str) -> Iterator[Block]:
    yield Heading(title, 2)
    yield Bullets(tuple(Paragraph.of(text) for text in provision.items))
    yield Paragraph((cited(provision.source, ""),))


def _plan_appendix(plan: Plan) -> Iterator[Block]:
    for each in plan.situation:
        yield from _provision(each, _("Situation: {title}").format(title=each.title))
    for each in plan.provisions:
        yield from _provision(each, each.title)
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
    if plan.roadmap:
        yield Heading(_("Roadmap"), 2)
        for stage in plan.roadmap:
            end = stage.end.label if stage.end else ""
            yield Paragraph.of(stage.title + bracketed(f"{stage.start.label}-{end}"), "strong")
            yield Bullets(tuple(Paragraph.of(text) for text in stage.items))
    yield from meetings_of(plan)
    yield from revisions_of(plan.revisions)
    if plan.glossary:
        yield Heading(_("Words explained"), 2)
        yield facts(plan.glossary.words.items())
        yield Paragraph((cited(plan.glossary.source, ""),))


def _titles(ids: Iterable[str], portfolio: Portfolio) -> str:
    return ", ".join(
        portfolio.plans[name].title + bracketed(name) if name in portfolio.plans else name
        for name in ids
    )
