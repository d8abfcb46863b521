"""How everything is computed: the rules, what each status means, and what plans declare."""

from __future__ import annotations

from sagaict.computing.status import Status
from sagaict.language import _, mark
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
from sagaict.reporting.phrases import plan_title
from sagaict.reporting.rates import definition_of
from sagaict.reporting.site.edition import Edition

__all__ = ["methods"]

_MEANINGS: dict[Status, str] = {
    "met": mark("Due, and a final figure reaches the target."),
    "unmet": mark("Due, and a final figure falls short of it."),
    "on_track": mark("Not due, or the figure is not final: it reaches what is expected by now."),
    "behind": mark("Not due, or the figure is not final: it falls short of what is expected."),
    "pending": mark("Still being assessed, or waiting for what it depends on."),
    "not_reported": mark("Due, and there is no figure. It does not mean unmet."),
    "not_due": mark("The target lies ahead, and there is no figure yet."),
    "undecided": mark("No target has been decided."),
    "reference": mark("Watched without a target; none will be set."),
    "not_assessable": mark("From what is known it cannot be said."),
    "discontinued": mark("Dropped, or the plan was superseded, before the target fell due."),
}


def methods(edition: Edition) -> list[Block]:
    """The rules of computing, what each status means, and the rates that plans declare."""
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
    words = tuple(
        Row((marked(term(status), status), Cell(_(meaning))))
        for status, meaning in _MEANINGS.items()
    )
    columns = (Column(_("Status")), Column(_("Meaning"), fold=True))
    blocks: list[Block] = [
        Bullets(tuple(Paragraph.of(text) for text in said)),
        Heading(_("What the words for the status mean")),
        Table(columns, words),
    ]
    declared = [plan for plan in edition.newest_first if plan.rate is not None]
    if declared:
        blocks.append(Heading(_("Rates that plans declare of their own")))
    for plan in declared:
        blocks.append(Heading(plan_title(plan), 2, about=plan.id))
        blocks += [Paragraph.of(definition_of(plan.rate))] if plan.rate is not None else []
    return blocks
