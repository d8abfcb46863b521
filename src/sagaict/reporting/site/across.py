"""The pages across all plans: how far results are reported, what was changed, sources, methods."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from sagaict.computing.assessment import Assessment
from sagaict.computing.overview import Overview
from sagaict.computing.selection import policies_of, sdgs_of
from sagaict.computing.tally import group_by, tally
from sagaict.domain.plan import Plan, numbered
from sagaict.domain.portfolio import PlacedIndicator
from sagaict.language import _
from sagaict.language.levels import goal_label
from sagaict.language.sdgs import sdg_text
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
)
from sagaict.reporting.phrases import plan_title, tally_text
from sagaict.reporting.rates import definition_of
from sagaict.reporting.revisions import revision_text
from sagaict.reporting.show.record import discrepancies_of
from sagaict.reporting.site.edition import Edition

__all__ = ["history", "methods", "reporting_status", "sources"]

_Names = Callable[[PlacedIndicator], Iterable[str]]


def reporting_status(edition: Edition) -> list[Block]:
    """How the indicators of each plan stand by goal, section in charge, policy and SDG."""
    blocks: list[Block] = []
    for whole in edition.wholes.values():
        if not whole.assessments:
            continue
        blocks.append(Heading(plan_title(whole.plan), 1, about=whole.plan.id))
        groups: tuple[tuple[str, _Names], ...] = (
            (_("Goal"), _goal),
            (_("Owner"), _owners),
            (_("Policy"), lambda placed: map(numbered, policies_of(placed))),
            (_("SDGs"), lambda placed: map(sdg_text, sdgs_of(placed))),
        )
        rows = [row for title, names in groups for row in _group(title, whole, names)]
        columns = (Column(_("Group"), fold=True), Column(_("Number of indicators"), "right"))
        blocks.append(Table((*columns, Column(_("Result"), fold=True)), tuple(rows)))
    return blocks


def _goal(placed: PlacedIndicator) -> list[str]:
    if placed.goal is None:
        return [_("the plan itself")]
    return [goal_label(placed.plan, placed.goal)]


def _owners(placed: PlacedIndicator) -> list[str]:
    return [each.name for each in placed.owners] or [_("not given in the documents")]


def _group(title: str, whole: Overview, names: _Names) -> Iterator[Row | Section]:
    pairs = [(name, each) for each in whole.assessments for name in names(each.placed)]
    found = group_by(pairs, lambda pair: pair[0])
    if not found:
        return
    yield Section(title)
    for name, those in found.items():
        judged = [each for _name, each in those]
        yield Row((Cell(name), Cell(str(len(judged))), Cell(_told(judged))), 1)


def _told(judged: list[Assessment]) -> str:
    """Goal and outcome indicators never in one count."""
    kinds = group_by(judged, lambda each: each.placed.kind)
    return "\n".join(tally_text(tally(some)) for some in kinds.values())


def history(edition: Edition) -> list[Block]:
    """Every recorded change of plans, projects, indicators and targets, plan by plan."""
    blocks: list[Block] = []
    for plan in edition.portfolio.plans.values():
        items = list(_changes(plan, edition))
        if items:
            blocks += [Heading(plan_title(plan), 1, about=plan.id), Bullets(tuple(items))]
    return blocks or [Paragraph.of(_("No change is recorded."))]


def _changes(plan: Plan, edition: Edition) -> Iterator[Paragraph]:
    day = edition.view.day
    for each in plan.revisions:
        yield Paragraph.of(revision_text(each, whole=True))
    for entry in edition.portfolio.projects[plan.id]:
        for amendment in entry.project.amendments:
            if amendment.date.first_day <= day:
                yield _change(
                    entry.project.title, entry.full_id, revision_text(amendment, whole=True)
                )
    for placed in edition.portfolio.indicators(plan.id):
        for change in placed.changes:
            if change.date.first_day <= day:
                unit = placed.indicator.unit
                text = revision_text(change, unit, whole=True)
                yield _change(placed.indicator.name, placed.full_id, text)


def _change(name: str, full_id: str, text: str) -> Paragraph:
    return Paragraph((Cell(name, about=full_id), Cell(f"  {text}")))


def sources(edition: Edition) -> list[Block]:
    """The documents of each plan, and where they contradict each other."""
    blocks: list[Block] = []
    for plan in edition.portfolio.plans.values():
        blocks.append(Heading(plan_title(plan), 1, about=plan.id))
        rows = tuple(
            Row(
                (
                    Cell(document.title),
                    Cell(name),
                    Cell(document.publisher or ""),
                    Cell(document.published or ""),
                )
            )
            for name, document in plan.documents.items()
        )
        columns = (Column(_("Document"), fold=True), Column(_("Id")))
        blocks.append(Table((*columns, Column(_("Publisher")), Column(_("Published"))), rows))
        blocks += discrepancies_of(plan.discrepancies)
    return blocks


def methods(edition: Edition) -> list[Block]:
    """How everything is computed; what plans declare of their own."""
    said = (
        _("Achievement rate: actual ÷ target; where less is better, target ÷ actual. Not capped."),
        _("There is a rate only where both are above 0; else only met or unmet is said."),
        _("Progress rate: (actual − baseline) ÷ (target − baseline), in percent."),
        _("Rates are rounded to one decimal, half up; what falls short never prints as 100.0%."),
        _("Whether a target is met is decided on the number before it is rounded."),
        _(
            "Expected now: the target of the year, if there is one; else a straight line from the "
            "baseline to the next target."
        ),
        _("A target is judged once its year has ended; until then it is on track or behind."),
        _("What is missing is never counted as 0, nor as unmet: it is named as not reported."),
        _("Counts say what they are out of, and what they leave out."),
    )
    blocks: list[Block] = [Bullets(tuple(Paragraph.of(text) for text in said))]
    for plan in edition.portfolio.plans.values():
        if plan.rate is not None:
            blocks.append(Heading(plan_title(plan), 1, about=plan.id))
            blocks.append(Paragraph.of(definition_of(plan.rate)))
    return blocks
