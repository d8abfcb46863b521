"""The plan a table makes, as a table for whoever is to confirm it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sagaict.language import _
from sagaict.language.quantities import DASH
from sagaict.language.words import term
from sagaict.reporting.blocks import Block, Cell, Column, Paragraph, Row, Section, Table
from sagaict.workbook.plan_table.columns import Columns
from sagaict.workbook.plan_table.drafting import Drafted
from sagaict.workbook.plan_table.headings import ROLE_NAMES
from sagaict.workbook.plan_table.proposing import further_text, reason_text
from sagaict.workbook.plan_table.row import Level, PrintedAt

__all__ = ["preview"]

_PROPOSED = "?"


def preview(columns: Columns, drafted: Sequence[Drafted]) -> Iterator[Block]:
    """How the columns were understood, and each indicator in a line."""
    yield Paragraph.of(_mapping(columns))
    left = [*columns.unknown, *(heading.text for _n, heading in columns.of("rate"))]
    if left:
        yield Paragraph.of(
            _("Columns that are not taken over: {names}").format(names=", ".join(left)), "warn"
        )
    yield Table(_columns(), tuple(_rows(drafted)))
    if any(each.proposal.proposed for each in drafted):
        yield Paragraph.of(
            _("“{sign}”: the table does not say it; proposed from what stands in brackets.").format(
                sign=_PROPOSED
            )
        )


def _columns() -> tuple[Column, ...]:
    return (
        Column(_("Row"), "right"),
        Column(_("Indicator"), fold=True),
        Column(_("Unit")),
        Column(_("Baseline")),
        Column(_("Targets"), fold=True),
        Column(_("Results"), fold=True),
        Column(_("Better is"), fold=True),
        Column(_("Taken as"), fold=True),
        Column(_("Besides"), fold=True),
    )


def _rows(drafted: Sequence[Drafted]) -> Iterator[Row | Section]:
    levels: tuple[Level, ...] = ()
    for each in drafted:
        row, proposal = each.row, each.proposal
        if row.levels != levels:
            levels = row.levels
            yield Section(" / ".join(_level(level) for level in levels))
        direction, aggregation = term(proposal.direction), term(proposal.aggregation)
        if (reason := proposal.direction_reason) is not None:
            direction = f"{_PROPOSED} {direction} ({reason_text(reason)})"
        if (because := proposal.aggregation_reason) is not None:
            aggregation = f"{_PROPOSED} {aggregation} ({reason_text(because)})"
        cells = (
            str(row.number),
            row.name,
            row.unit,
            _printed(row.baseline) if row.baseline else DASH,
            _years(row.targets),
            _years(row.actuals),
            direction,
            aggregation,
            ", ".join(
                f"{_PROPOSED} {further_text(each)} ({reason_text(each.reason)})"
                for each in proposal.further
            ),
        )
        yield Row(tuple(map(Cell, cells)))


def _level(level: Level) -> str:
    return f"{level.no} {level.title}" if level.no not in level.title else level.title


def _years(figures: Sequence[PrintedAt]) -> str:
    return ", ".join(map(_printed, figures)) or DASH


def _printed(at: PrintedAt) -> str:
    return f"{at.year.label} {at.printed.text}" if at.year else at.printed.text


def _mapping(columns: Columns) -> str:
    """Which heading was taken for what."""
    told = [
        f"{heading.text} → {_(ROLE_NAMES[heading.role])}"
        for heading in columns.known.values()
        if heading.role in ROLE_NAMES
    ]
    return _("Columns: {columns}").format(columns=", ".join(told))
