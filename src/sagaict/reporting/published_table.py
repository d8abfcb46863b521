"""Tallies a city printed about its plan, beside what the data gives."""

from __future__ import annotations

from collections.abc import Iterable

from sagaict.computing.published import PublishedCheck
from sagaict.language import _
from sagaict.language.words import term
from sagaict.reporting.blocks import Cell, Column, Row, Table, status_style

__all__ = ["published_table"]


def published_table(checks: Iterable[PublishedCheck]) -> Table:
    """Printed tallies beside what the data gives, with a verdict each."""
    rows = tuple(
        Row(
            (
                Cell(check.tally.title),
                Cell(_printed(check)),
                Cell(_computed(check)),
                Cell(term(check.verdict), status_style(check.verdict)),
            )
        )
        for check in checks
    )
    return Table(
        (
            Column(_("Tally"), fold=True),
            Column(_("Printed"), fold=True),
            Column(_("Computed"), fold=True),
            Column(_("Verdict")),
        ),
        rows,
    )


def _printed(check: PublishedCheck) -> str:
    label, count = next(iter(check.tally.counts.items()))
    text = f"{label} {count:f}/{check.tally.of:f}"
    if len(check.percents) == 1:
        return f"{text} = {check.percents[0].printed:f}%"
    return "\n".join([text, *(f"{item.label} {item.printed:f}%" for item in check.percents)])


def _computed(check: PublishedCheck) -> str:
    parts = []
    if check.count is not None:
        count = f"{check.count.computed:f}/{check.tally.of:f}"
        if check.count.unknown:
            count += _(" ({count} unknown)").format(count=check.count.unknown)
        parts.append(count)
    if len(check.percents) == 1:
        parts.append(f"{check.percents[0].computed:f}%")
        return _(", ").join(parts)
    if not parts:
        parts.append(_("counts add up to {sum}").format(sum=sum(check.tally.counts.values())))
    return "\n".join([*parts, *(f"{item.label} {item.computed:f}%" for item in check.percents)])
