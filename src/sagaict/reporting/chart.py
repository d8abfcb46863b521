"""Targets against actuals, year by year, as bars that work in any terminal and pipe."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from sagaict.computing.assessment import Assessment
from sagaict.domain.number import group
from sagaict.language import _
from sagaict.reporting.blocks import Cell, Column, Row, Table, status_style
from sagaict.reporting.phrases import shown_value

__all__ = ["WIDTH", "chart"]

WIDTH = 30
"""Length of the longest bar, in characters."""


def chart(judged: Sequence[Assessment], *, ascii_only: bool = False) -> Table | None:
    """A pair of bars for every year with a number; `None` if fewer than two bars would show."""
    lines: list[tuple[str, str, Decimal, Assessment]] = []
    for each in judged:
        if each.aimed is not None and each.aimed.value is not None:
            value = shown_value(each.aimed.value, each.aimed)
            lines.append((each.year.label, _("target"), value, each))
        if each.figure is not None and each.figure.value is not None and _is_own(each):
            lines.append((each.year.label, _("actual"), each.figure.value, each))
    longest = max((value for _year, _name, value, _each in lines), default=Decimal(0))
    if len(lines) < 2 or longest <= 0:
        return None
    rows, last = [], ""
    for label, name, value, each in lines:
        is_target = name == _("target")
        glyph = ("-" if is_target else "#") if ascii_only else ("░" if is_target else "█")
        bar = glyph * max(int(value * WIDTH / longest), 1 if value > 0 else 0)
        rows.append(
            Row(
                (
                    Cell(label if label != last else ""),
                    Cell(name, "dim"),
                    Cell(bar, "dim" if is_target else status_style(each.status)),
                    Cell(group(value)),
                )
            )
        )
        last = label
    return Table((Column(""), Column(""), Column(""), Column("")), tuple(rows))


def _is_own(judged: Assessment) -> bool:
    """Whether the figure is of the year itself; an older one has a bar of its own already."""
    figure = judged.figure
    return figure is not None and (bool(figure.parts) or figure.year == judged.year)
