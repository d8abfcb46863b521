"""The pages across all plans: how far results are reported, what was changed, the sources."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from sagaict.computing.overview import Overview
from sagaict.computing.selection import policies_of, sdgs_of
from sagaict.computing.tally import group_by, tallies, tally
from sagaict.domain.plan import Plan, numbered
from sagaict.domain.portfolio import PlacedIndicator
from sagaict.language import _
from sagaict.language.levels import goal_label
from sagaict.language.quantities import DASH
from sagaict.language.sdgs import SDGS, sdg_text
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
)
from sagaict.reporting.citing import by_title
from sagaict.reporting.phrases import bracketed, kind_tallies, plan_title, staged, tally_text
from sagaict.reporting.revisions import revision_text
from sagaict.reporting.show.record import discrepancies_of
from sagaict.reporting.site.edition import Edition

__all__ = ["history", "reporting_status", "sources"]

_Names = Callable[[PlacedIndicator], Iterable[str]]


def reporting_status(edition: Edition) -> list[Block]:
    """Of what figures are owed; then how each plan stands by goal, section, policy and SDG."""
    known = [edition.wholes[plan.id] for plan in edition.newest_first]
    known = [whole for whole in known if whole.assessments]
    blocks: list[Block] = [
        Paragraph.of(_owed(whole), "lead") for whole in known if whole.running
    ] or [Paragraph.of(_("No plan is running."), "lead")]
    for whole in known:
        blocks.append(Heading(plan_title(whole.plan), 1, about=whole.plan.id))
        blocks.append(_grouped(whole))
        if not any(each.placed.owners for each in whole.assessments):
            text = _("The documents name the section in charge of none of the indicators.")
            blocks.append(Paragraph.of(text, "dim"))
    return blocks


def _owed(whole: Overview) -> str:
    """Of how many targets that are due nobody has reported a figure, each kind by itself."""
    due = {kind: counts for kind, counts in whole.tallies.items() if counts.of}
    if not due:
        return _("{plan}: no target is due yet.").format(plan=plan_title(whole.plan))
    clauses = _(", ").join(
        _("{kind}: {owed} of the {of} due").format(
            kind=term(kind), owed=counts.judged.get("not_reported", 0), of=counts.of
        )
        for kind, counts in due.items()
    )
    return _("{plan}: not reported are {clauses}.").format(
        plan=plan_title(whole.plan), clauses=clauses
    )


def _grouped(whole: Overview) -> Table:
    plan = whole.plan
    groups: tuple[tuple[str, _Names, list[str]], ...] = (
        (_("Goal"), _goal, [goal_label(plan, each) for each in plan.goals]),
        (_("Owner"), _owners, []),
        (
            _("Policy"),
            lambda placed: map(numbered, policies_of(placed)),
            [numbered(each) for each in plan.policies],
        ),
        (
            _("SDGs"),
            lambda placed: map(sdg_text, sdgs_of(placed)),
            [*map(sdg_text, SDGS)],
        ),
    )
    rows = [row for title, names, order in groups for row in _group(title, whole, names, order)]
    columns = (Column(_("Group"), fold=True), Column(_("Number of indicators"), "right"))
    kinds = _(", ").join(map(term, whole.tallies))
    return Table((*columns, Column(_("Result") + bracketed(kinds), fold=True)), tuple(rows))


def _goal(placed: PlacedIndicator) -> list[str]:
    if placed.goal is None:
        return [_("the plan itself")]
    return [goal_label(placed.plan, placed.goal)]


def _owners(placed: PlacedIndicator) -> list[str]:
    return [each.name for each in placed.owners] or [_("not given in the documents")]


def _group(
    title: str, whole: Overview, names: _Names, order: Sequence[str]
) -> Iterator[Row | Section]:
    """The groups by their names, in the order of the plan; what it does not order as it comes."""
    pairs = [(name, each) for each in whole.assessments for name in names(each.placed)]
    found = group_by(pairs, lambda pair: pair[0])
    if not found or [*found] == [_("not given in the documents")]:
        return
    yield Section(title)
    places = {name: number for number, name in enumerate(order)}
    for name in sorted(found, key=lambda each: places.get(each, len(places))):
        judged = [each for _name, each in found[name]]
        told = (
            kind_tallies(tallies(judged), whole.plan)
            if len(whole.tallies) > 1
            else staged(tally_text(tally(judged)), whole.plan)
        )
        yield Row((Cell(name), Cell(str(len(judged))), Cell(told)), 1)


def history(edition: Edition) -> list[Block]:
    """Every recorded change of plans, projects, indicators and targets, plan by plan."""
    blocks: list[Block] = []
    for plan in edition.newest_first:
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
    for plan in edition.newest_first:
        blocks.append(Heading(plan_title(plan), 1, about=plan.id))
        blocks.append(_documents(plan))
        blocks += by_title(discrepancies_of(plan.discrepancies), plan, edition.portfolio)
    return blocks


def _documents(plan: Plan) -> Block:
    if not plan.documents:
        text = _("Of this plan no document was at hand; others tell of it.")
        return Paragraph.of(text, "dim")
    rows = tuple(
        Row((Cell(each.title), Cell(each.publisher or DASH), Cell(each.published or DASH)))
        for each in plan.documents.values()
    )
    columns = (Column(_("Document"), fold=True), Column(_("Publisher")), Column(_("Published")))
    return Table(columns, rows)
