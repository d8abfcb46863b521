"""What is told of many things in the same way: facts, evaluations, lineage, contradictions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from sagaict.computing.selection import everything, title_of
from sagaict.domain.document import Discrepancy
from sagaict.domain.evaluation import Evaluation, FollowUp, Review
from sagaict.domain.fiscal import FiscalYear
from sagaict.domain.indicator import Lineage
from sagaict.domain.plan import Plan
from sagaict.domain.portfolio import Portfolio
from sagaict.domain.project import ActionTarget
from sagaict.language import _
from sagaict.language.quantities import moment
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
from sagaict.reporting.citing import citation, cited, cited_elsewhere
from sagaict.reporting.owners import owners_text
from sagaict.reporting.phrases import bracketed, labelled

__all__ = [
    "about",
    "action_text",
    "discrepancies_of",
    "evaluations_of",
    "facts",
    "follow_up",
    "lineage_of",
]


def facts(named: Iterable[tuple[str, object]]) -> Table:
    """Names and values, without those that are not known."""
    rows = [
        Row((Cell(name, "dim"), value if isinstance(value, Cell) else Cell(str(value))))
        for name, value in named
        if value
    ]
    return Table((Column(""), Column("", fold=True)), tuple(rows))


def evaluations_of(
    evaluations: Mapping[FiscalYear, Evaluation], plan: Plan, title: str | None = None
) -> Iterator[Block]:
    """How a project, measure, goal or plan was judged, year by year; `title` names which.

    What was said half-way through a year stands before what was said of the whole.
    """
    if not evaluations:
        return
    heading = _("Evaluation: {title}").format(title=title) if title else _("Evaluation")
    yield Heading(heading, 2)
    for year, each in sorted(evaluations.items()):
        if each.half_year is not None:
            yield _review(_("{year}, first half").format(year=year.label), each.half_year, plan)
        if each.of_year is not None:
            yield _review(year.label, each.of_year, plan)


def _review(when: str, said: Review, plan: Plan) -> Table:
    printed = bracketed(said.printed) if said.printed else ""
    progress = said.known_progress
    return facts(
        (
            (_("Year"), when),
            (_("Judgement"), said.judgement),
            (_("Forecast"), term(said.forecast) if said.forecast else ""),
            (_("Progress"), labelled(plan, progress) + printed if progress else ""),
            (_("Achievements"), said.achievements),
            (_("Issues"), said.issues),
            (_("Causes"), said.causes),
            (_("Outlook"), term(said.outlook) if said.outlook else ""),
            (_("Self-evaluation"), said.self_rating),
            (_("Council"), said.council_rating),
            (_("Instructions"), "\n".join(map(follow_up, said.instructions))),
            (_("Follow-ups"), "\n".join(map(follow_up, said.follow_ups))),
            (_("Remark"), said.remark),
            (_("Internal"), _("yes: not on the public site") if said.internal else ""),
            (_("Source"), citation(said.source)),
        )
    )


def action_text(action: ActionTarget, *, proposed: bool) -> str:
    """What is to be done, by when and by whom, and what was noted of it; marked if `proposed`."""
    until = _("by {date}").format(date=moment(action.due)) if action.due else ""
    text = _("[proposed] {text}").format(text=action.text) if proposed else action.text
    said = (text, until, owners_text(action.owner), action.note)
    return "  ".join(part for part in said if part)


def follow_up(item: FollowUp) -> str:
    """What was asked for or promised, by when and by whom, and what came of it."""
    due = _(" (due {date})").format(date=moment(item.due)) if item.due else ""
    text = item.text + due + (bracketed(owners_text(item.owner)) if item.owner else "")
    if item.is_open:
        return text
    day = bracketed(moment(item.answered)) if item.answered else ""
    answer = item.answer or _("answered")
    return f"{text}\n→ {answer}{day}"


def lineage_of(
    full_id: str, continues: tuple[Lineage, ...], portfolio: Portfolio, *, page: bool = False
) -> Iterator[Block]:
    """What a thing carries on from earlier plans, and what carries it on."""
    linked = _led_to if page else _linked
    before, after = _("continues {id} ({basis})"), _("continued by {id} ({basis})")
    items = [
        linked(
            before,
            link.id,
            link,
            portfolio,
            Cell(f"  {link.note}" if link.note else ""),
            cited(link.source),
        )
        for link in continues
    ]
    items += [
        linked(after, name, link, portfolio)
        for name, link in _continued(portfolio).get(full_id, ())
    ]
    if items:
        yield Heading(_("Lineage"), 2)
        yield Bullets(tuple(items))


def _linked(text: str, full_id: str, link: Lineage, portfolio: Portfolio, *more: Cell) -> Paragraph:
    """What is said of a thing of another plan; then its title."""
    thing = everything(portfolio).get(full_id)
    title = "" if thing is None else f"  {title_of(thing)}"
    said = text.format(id=full_id, basis=term(link.basis))
    return Paragraph((Cell(said), Cell(title, about=full_id), *more))


def _led_to(text: str, full_id: str, link: Lineage, portfolio: Portfolio, *more: Cell) -> Paragraph:
    """Likewise with its title, and that of its plan, in the place of its id."""
    thing = everything(portfolio).get(full_id)
    if thing is None or isinstance(thing, Plan):
        return _linked(text, full_id, link, portfolio, *more)
    before, after = text.split("{id}")
    name = Cell(f"{title_of(thing.plan)} / {title_of(thing)}", about=full_id)
    return Paragraph((Cell(before), name, Cell(after.format(basis=term(link.basis))), *more))


def _continued(portfolio: Portfolio) -> dict[str, list[tuple[str, Lineage]]]:
    """What carries each thing on: its full id, and the link; by the id of what is carried on."""
    known: dict[str, list[tuple[str, Lineage]]] | None = portfolio.remembered.get(_continued)
    if known is None:
        known = portfolio.remembered[_continued] = {}
        later = [(each.full_id, each.indicator.continues) for each in portfolio.indicators()]
        for entries in portfolio.projects.values():
            later += [(entry.full_id, entry.project.continues) for entry in entries]
        for name, links in later:
            for link in links:
                known.setdefault(link.id, []).append((name, link))
    return known


def about(full_id: str, portfolio: Portfolio) -> list[Discrepancy]:
    """The contradictions about a thing or anything below it; documents are cited as it does."""
    return _contradicted(portfolio).get(full_id, [])


def _contradicted(portfolio: Portfolio) -> dict[str, list[Discrepancy]]:
    """The contradictions about each thing, by its full id; also by the ids of those above it."""
    known: dict[str, list[Discrepancy]] | None = portfolio.remembered.get(_contradicted)
    if known is None:
        known = portfolio.remembered[_contradicted] = {}
        for plan in portfolio.plans.values():
            for item in plan.discrepancies:
                for name in dict.fromkeys(each for full in item.about for each in _upwards(full)):
                    own = name.partition("/")[0] == plan.id
                    seen = item if own else _as_cited_elsewhere(item, plan)
                    known.setdefault(name, []).append(seen)
    return known


def _upwards(full_id: str) -> Iterator[str]:
    """An id and those above it: `plan/measure/indicator`, `plan/measure`, `plan`."""
    while full_id:
        yield full_id
        full_id = full_id.rpartition("/")[0]


def _as_cited_elsewhere(item: Discrepancy, plan: Plan) -> Discrepancy:
    """What another plan recorded: the documents there are told apart from those of the reader."""
    statements = (
        replace(each, source=cited_elsewhere(each.source, plan.id)) for each in item.statements
    )
    return replace(item, statements=tuple(statements))


def discrepancies_of(items: Iterable[Discrepancy]) -> Iterator[Block]:
    """What each document says where they contradict each other, and what is done about it.

    Where only copies of a document's text differ, nobody contradicts himself: these stand apart.
    """
    headings = {
        "documents": _("Contradictions between the documents: {count}"),
        "extractions": _("Differences between copies of a document's text: {count}"),
    }
    found = tuple(items)
    for between, heading in headings.items():
        some = [item for item in found if item.between == between]
        if some:
            yield Heading(heading.format(count=len(some)), 2)
            yield Bullets(tuple(_discrepancy(item) for item in some))


def _discrepancy(item: Discrepancy) -> Paragraph:
    return Paragraph(
        (
            Cell(item.subject, "strong"),
            *(
                piece
                for each in item.statements
                for piece in (
                    Cell("\n" + _("- {text}").format(text=each.says)),
                    cited(each.source),
                )
            ),
            Cell("\n" + _("Here: {text}").format(text=item.treatment), "dim"),
        )
    )
