"""Several figures in the cells of one row, each behind its name: `国語: 5地区 算数: 2地区`."""

from __future__ import annotations

import re
from dataclasses import replace

from sagaict.workbook.plan_table.printed import Printed, take_apart
from sagaict.workbook.plan_table.proposing import is_in_words
from sagaict.workbook.plan_table.row import PrintedAt, TableRow

__all__ = ["with_parts"]

_NAMED = re.compile(r"([^\s:0-9+-][^\s:0-9]*)\s*[: ]\s*([+-]?[0-9][0-9,.]*[^\s0-9:]*)(?:\s+|$)")


def with_parts(row: TableRow) -> TableRow:
    """The row with what it holds of each part, where its results and targets name the same ones.

    A baseline or target that names none is that of all. Words that somebody is to judge are about
    the whole.
    """
    named = {at.spot: _named(at.printed) for at in row.figures}
    parts = {tuple(found) for found in named.values() if found}
    if len(parts) != 1 or any(map(is_in_words, row.targets)):
        return row
    held = []
    for name in parts.pop():
        own = {at: _of(at, named[at.spot].get(name)) for at in row.figures}
        held.append(
            (
                name,
                replace(
                    row,
                    baseline=own[row.baseline] if row.baseline else None,
                    targets=tuple(own[at] for at in row.targets),
                    actuals=tuple(own[at] for at in row.actuals),
                    unit=row.unit or next((at.printed.unit for at in own.values()), ""),
                ),
            )
        )
    return replace(row, parts=tuple(held), unit=held[0][1].unit)


def _named(printed: Printed) -> dict[str, str]:
    """The figures by the names before them; none, if anything else stands there than one word."""
    text = printed.figure
    found = list(_NAMED.finditer(text))
    names = [match[1] for match in found]
    before = text[: found[0].start()].strip() if found else text
    whole = "".join(match[0] for match in found)
    if len(set(names)) < len(names) or len(names) < 2 or text[-len(whole) :] != whole:
        return {}
    return {} if re.search("[\\s0-9]", before) else {match[1]: match[2] for match in found}


def _of(at: PrintedAt, figure: str | None) -> PrintedAt:
    """What a cell says of one part."""
    if figure is None:
        return at
    own = take_apart(figure)
    return replace(at, printed=replace(at.printed, figure=own.figure, unit=own.unit, text=figure))
