"""Texts of an approved plan that were corrected: when, what, from what to what, and why."""

from __future__ import annotations

from collections.abc import Iterator

from sagaict.domain.correction import Correction
from sagaict.domain.portfolio import Portfolio
from sagaict.language import _
from sagaict.language.quantities import moment
from sagaict.reporting.blocks import Block, Bullets, Cell, Heading, Paragraph
from sagaict.reporting.citing import cited
from sagaict.reporting.quoting import arrow, quoted

__all__ = ["corrections_of"]


def corrections_of(full_id: str, portfolio: Portfolio) -> Iterator[Block]:
    """What was corrected of the thing of that id, oldest first; nothing if nothing was."""
    found = [each for own, each in _corrections(full_id, portfolio) if (each.of or own) == full_id]
    if found:
        yield Heading(_("Corrections"), 2)
        yield Bullets(tuple(map(_item, sorted(found, key=lambda each: each.date.first_day))))


def _corrections(full_id: str, portfolio: Portfolio) -> Iterator[tuple[str, Correction]]:
    """Those in the files that may speak of it, with the id of what each file is about."""
    plan = portfolio.plans[full_id.partition("/")[0]]
    for each in plan.corrections:
        yield plan.id, each
    for placed in portfolio.projects[plan.id]:
        for each in placed.project.corrections:
            yield placed.full_id, each


def _item(correction: Correction) -> Paragraph:
    old, new = (quoted(each) if each else "－" for each in (correction.old, correction.new))
    what = f"{moment(correction.date)}, {correction.field} {arrow(old, new)}"
    reason = _("reason: {reason}").format(reason=correction.reason)
    return Paragraph((Cell(what), Cell(f"  {reason}", "dim"), cited(correction.source)))
