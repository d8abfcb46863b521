"""The head of the status: how many targets are where, what needs attention, what comes next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sagaict.computing.assessment import Assessment
from sagaict.computing.overview import Listing, Overview, overview, unreported_years
from sagaict.computing.status import Status
from sagaict.computing.tally import Tally, group_by
from sagaict.computing.view import View
from sagaict.cycle.ahead import Ahead, Coming, ahead_of
from sagaict.cycle.deadlines import Deadlines
from sagaict.domain.light import dataclass
from sagaict.domain.plan import Plan
from sagaict.domain.portfolio import Kind, Portfolio
from sagaict.language import _
from sagaict.language.quantities import day, year_range
from sagaict.language.words import term
from sagaict.reporting.blocks import (
    Block,
    Bullets,
    Cell,
    Column,
    Heading,
    Paragraph,
    Row,
    Score,
    Scores,
    Table,
)
from sagaict.reporting.due_words import tasks_text
from sagaict.reporting.phrases import bracketed, plan_title, tally_text
from sagaict.reporting.status_items import (
    brief_item,
    missed_item,
    status_cell,
    unknown_owners,
    unreported_item,
)
from sagaict.reporting.tally_sentences import running, tally_sentences

__all__ = ["Around", "around_of", "status_head"]

_URGENT: tuple[Status, ...] = ("unmet", "behind", "not_reported")
_OWED = 5
"""Figures owed by a plan up to which a page names each; its tables name all."""
_FEW = 3
"""How many things that need attention a screen names at once; how many days ahead."""


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around the results of the opened plans: the year before, and what comes next."""

    before: tuple[Overview, ...]
    ahead: Ahead


def around_of(
    opened: Sequence[Overview], portfolio: Portfolio, view: View, deadlines: Deadlines
) -> Around:
    """The year before of the opened plans, and what comes next of those that are running."""
    earlier = view.seen_from(view.as_of.plus(-1))
    running = [each for each in opened if each.running]
    return Around(
        tuple(overview(portfolio, each.plan, earlier) for each in opened),
        ahead_of(running, portfolio, view, deadlines),
    )


def status_head(
    opened: Sequence[Listing], around: Around, *, page: bool, of_one: bool
) -> Iterator[Block]:
    """What is read in ten seconds. A page names all that needs attention, a screen a few.

    `of_one`: what is read above names the plan already.
    """
    if page:
        for item in opened:
            yield Paragraph.of(_sentence(item.whole, of_one=of_one), "lead")
    scores = tuple(score for item in opened for score in _scores(item.whole, of_one=of_one))
    if scores:
        yield Scores(scores)
    yield from _attention(opened, page=page)
    following = tuple(_ahead(around.ahead))
    if following:
        yield Heading(_following(opened[0].whole.view), 2)
        yield Bullets(following)
    changed = tuple(_changes(opened, around.before))
    if changed:
        first = around.before[0].view.as_of
        yield Heading(_("Since the end of {year}").format(year=first), 2)
        columns = (Column(_("Count"), fold=True), Column(first.label, "right"))
        yield Table((*columns, Column(first.plus(1).label, "right")), changed)


def _following(view: View) -> str:
    if view.day == view.today:
        return _("What comes next")
    return _("What came next after {date}").format(date=day(view.day))


def _sentence(whole: Overview, *, of_one: bool) -> str:
    """The results of a plan as one would tell them."""
    text = running(tally_sentences(whole.tallies))
    return text if of_one else _("{plan}: {text}").format(plan=plan_title(whole.plan), text=text)


def _scores(whole: Overview, *, of_one: bool) -> Iterator[Score]:
    for kind, counts in whole.tallies.items():
        title = term(kind) if of_one else _name(whole.plan, kind)
        text = tally_text(counts)
        yield Score(title, text, tuple(counts.judged.items()), tuple(counts.left_out.items()))


def _attention(opened: Sequence[Listing], *, page: bool) -> Iterator[Block]:
    """Targets missed or being missed, and figures nobody has reported, the worst first.

    A page has room for all of them with their reasons; a screen for a few in a line each.
    """
    found = [
        (item.whole, each)
        for status in _URGENT
        for item in opened
        for each in item.with_status(status)
    ]
    yield Heading(_("What needs attention: {count}").format(count=len(found)), 2)
    if not found:
        yield Paragraph.of(_("Nothing: no target is missed, and no figure is owed."))
    elif page:
        yield Bullets(tuple(_on_page(opened, found)))
        yield from unknown_owners(each for _whole, each in found)
    else:
        yield Bullets(tuple(brief_item(each, whole.view) for whole, each in found[:_FEW]))
        if len(found) > _FEW:
            text = _("… and {count} more, below").format(count=len(found) - _FEW)
            yield Paragraph.of(text, "dim")


def _on_page(
    opened: Sequence[Listing], found: Sequence[tuple[Overview, Assessment]]
) -> Iterator[Paragraph]:
    """Each in full; of many figures that are owed the same is said once for a plan."""
    for whole, each in found:
        if each.status != "not_reported":
            yield missed_item(each, whole.view)
    for item in opened:
        owed = item.with_status("not_reported")
        if len(owed) > _OWED:
            yield _owed(owed, item.whole, alone=len(opened) == 1)
            continue
        for each in owed:
            yield Paragraph((status_cell(each), *unreported_item(each, item.whole.view).pieces))


def _owed(owed: Sequence[Assessment], whole: Overview, *, alone: bool) -> Paragraph:
    """How many figures of a plan nobody has reported, by kind, and of which years."""
    kinds = group_by(owed, lambda each: each.placed.kind)
    counts = _(", ").join(f"{term(kind)} {len(some)}" for kind, some in kinds.items())
    years = sorted({year for each in owed for year in unreported_years(each, whole.view)})
    text = _("{counts} ({years}): no figure was reported, which does not mean unmet.").format(
        counts=counts, years=year_range(years)
    )
    where = "" if alone else f"{plan_title(whole.plan)}  "
    return Paragraph((status_cell(owed[0]), Cell(where, about=whole.plan.id), Cell(text)))


def _ahead(ahead: Ahead) -> Iterator[Paragraph]:
    for item in ahead.coming[:_FEW]:
        yield Paragraph((Cell(f"{day(item.day)}  ", "strong"), Cell(_coming(item))))
    if not ahead.meetings_set:
        yield Paragraph.of(_("The days of the council are not set (sagaict.yaml: cycle)."), "dim")
    if ahead.overdue:
        text = _("Tasks past their deadline: {count} (sagaict due)").format(count=ahead.overdue)
        yield Paragraph.of(text, "warn")


def _coming(item: Coming) -> str:
    if item.kind is None:
        return _("targets fall due: {count}").format(count=item.count)
    return tasks_text(item.kind, item.count)


def _changes(opened: Sequence[Listing], before: Sequence[Overview]) -> Iterator[Row]:
    """The counts that the year has changed."""
    for item, earlier in zip(opened, before, strict=True):
        old, new = earlier.tallies, item.whole.tallies
        for kind, counts in new.items():
            was = old.get(kind, Tally({}, {}))
            name = _name(item.whole.plan, kind)
            if (was.met, was.of) != (counts.met, counts.of):
                title = _("{name}: met of those due").format(name=name)
                yield _row(title, f"{was.met}/{was.of}", f"{counts.met}/{counts.of}")
            for status in ("unmet", "on_track", "behind", "pending", "not_reported"):
                first, second = _count(was, status), _count(counts, status)
                if first != second:
                    title = _("{name}: {status}").format(name=name, status=term(status))
                    yield _row(title, str(first), str(second))


def _name(plan: Plan, kind: Kind) -> str:
    return term(kind) + bracketed(" ".join(plan_title(plan).split()))


def _count(counts: Tally, status: Status) -> int:
    return counts.judged.get(status, 0) + counts.left_out.get(status, 0)


def _row(title: str, first: str, second: str) -> Row:
    return Row((Cell(title), Cell(first), Cell(second)))
