"""Tallies a city printed about its plan, beside what the data gives."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from sagaict.computing.published import CountCheck, PublishedCheck
from sagaict.language import _
from sagaict.language.words import term
from sagaict.reporting.blocks import Cell, Column, Row, Table, marked

__all__ = ["published_table"]


def published_table(checks: Iterable[PublishedCheck]) -> Table:
    """Printed tallies beside what the data gives, with a verdict each."""
    rows = tuple(
        Row(
            (
                Cell(check.tally.title),
                Cell(_printed(check)),
                Cell(_computed(check)),
                marked(term(check.verdict), check.verdict),
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
    return "\n".join(
        _line(label, f"{count:f}/{check.tally.of:f}", check.tally.percent.get(label))
        for label, count in check.tally.counts.items()
    )


def _line(label: str, count: str, percent: Decimal | None) -> str:
    return f"{label} {count}" if percent is None else f"{label} {count} = {percent:f}%"


def _computed(check: PublishedCheck) -> str:
    """What the data gives; apart from it, what the printed counts themselves come to."""
    of = f"/{check.whole.computed:f}" if check.whole else ""
    lines = [_counted(count, of) for count in check.counts]
    total = sum(check.tally.counts.values(), Decimal(0))
    if not check.sum_matches:
        lines.append(
            _("the printed counts add up to {sum}, not to {of}").format(
                sum=f"{total:f}", of=f"{check.tally.of:f}"
            )
        )
    elif not lines:
        lines.append(
            _("cannot be counted here; the printed counts add up to {sum}").format(sum=total)
        )
    wrong = [each for each in check.percents if each.verdict == "disagrees"]
    lines += [
        _("the printed counts of “{label}” come to {percent}").format(
            label=each.label, percent=f"{each.computed:f}%"
        )
        for each in wrong
    ]
    return "\n".join(lines)


def _counted(count: CountCheck, of: str) -> str:
    if not count.unknown:
        return f"{count.label} {count.computed:f}{of}"
    if not count.computed:
        return _("{label}: cannot be said ({count} unknown)").format(
            label=count.label, count=count.unknown
        )
    return f"{count.label} {count.computed:f}{of}" + _(" ({count} unknown)").format(
        count=count.unknown
    )
