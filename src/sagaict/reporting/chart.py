"""The path of an indicator: targets against actuals, year by year.

As bars it works in any terminal and pipe; what can draw draws its slots.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from sagaict.computing.assessment import Assessment
from sagaict.computing.judging import assess_year, reported_years
from sagaict.computing.series import Stretch
from sagaict.computing.view import View
from sagaict.domain.light import dataclass
from sagaict.domain.number import group
from sagaict.domain.portfolio import PlacedIndicator
from sagaict.language import _
from sagaict.language.quantities import figure
from sagaict.language.words import term
from sagaict.reporting.blocks import (
    Border,
    Cell,
    Chart,
    Column,
    Row,
    Section,
    Slot,
    Table,
    status_style,
)
from sagaict.reporting.phrases import shown_value, target_key

__all__ = ["WIDTH", "chart", "chart_over", "years_judged"]

WIDTH = 30
"""Length of the longest bar, in characters."""


@lru_cache(64)
def years_judged(placed: PlacedIndicator, view: View) -> tuple[Assessment, ...]:
    """A judgement for every year of which something is known or asked.

    Pages of one thing follow each other, in one language and the other.
    """
    return tuple(assess_year(placed, each, view) for each in reported_years(placed, view))


def chart(
    placed: PlacedIndicator, judged: Sequence[Assessment], view: View, *, ascii_only: bool = False
) -> Chart | None:
    """The path over the years judged; `None` where no year has a number."""
    return _chart(placed, _slots(placed, judged, view), [("", judged)], ascii_only=ascii_only)


def chart_over(
    stretches: Sequence[Stretch], view: View, *, ascii_only: bool = False
) -> Chart | None:
    """The path over all plans, with a border where one takes over from another."""
    slots: list[Slot] = []
    groups: list[tuple[str, Sequence[Assessment]]] = []
    border: Border = ""
    for each in stretches:
        judged = years_judged(each.placed, view)
        own = _slots(each.placed, judged, view)
        slots += [replace(slot, border="" if number else border) for number, slot in enumerate(own)]
        groups.append((each.placed.plan.title, judged))
        if slots:
            border = "stated" if each.stated else "open"
    return _chart(stretches[-1].placed, tuple(slots), groups, ascii_only=ascii_only)


def _slots(placed: PlacedIndicator, judged: Iterable[Assessment], view: View) -> tuple[Slot, ...]:
    return (*_baseline(placed), *(_slot(each, view) for each in judged))


def _chart(
    placed: PlacedIndicator,
    slots: tuple[Slot, ...],
    groups: Sequence[tuple[str, Sequence[Assessment]]],
    *,
    ascii_only: bool,
) -> Chart | None:
    if all(slot.target is None and slot.actual is None for slot in slots if not slot.baseline):
        return None
    return Chart(
        _("{name}: targets and actuals").format(name=placed.indicator.name),
        _("; ").join(_sentences(slots, placed.indicator.unit)),
        slots,
        _bars(groups, ascii_only=ascii_only),
    )


def _baseline(placed: PlacedIndicator) -> tuple[Slot, ...]:
    baseline = placed.indicator.baseline
    if baseline is None or baseline.value is None:
        return ()
    label = str(baseline.when) if baseline.when else _("baseline")
    return (Slot(label, actual=baseline.value, baseline=True),)


def _slot(each: Assessment, view: View) -> Slot:
    figure_ = each.figure if _is_own(each) else None
    series = each.placed.indicator.comparison
    return Slot(
        target_key(each.placed.indicator, each),
        target=shown_value(each.aimed.value, each.aimed)
        if each.aimed is not None and each.aimed.value is not None
        else None,
        actual=figure_.value if figure_ else None,
        expected=each.expected.value if each.expected else None,
        compared=series.figures.get(each.year) if series else None,
        status=each.status,
        final=figure_ is None or figure_.state == "final",
        missing=each.status == "not_reported",
        now=each.year == view.as_of,
    )


def _sentences(slots: Iterable[Slot], unit: str) -> Iterable[str]:
    for slot in slots:
        facts = []
        if slot.baseline and slot.actual is not None:
            facts.append(_("baseline {value}").format(value=figure(slot.actual, unit)))
        elif slot.actual is not None:
            facts.append(_("actual {value}").format(value=figure(slot.actual, unit)))
        if slot.target is not None:
            facts.append(_("target {value}").format(value=figure(slot.target, unit)))
        if slot.status:
            facts.append(term(slot.status))
        if slot.border:
            yield _("the next plan")
        yield f"{slot.label} {_(', ').join(facts)}"


@dataclass(frozen=True, slots=True)
class _Bar:
    """A target or an actual of a year."""

    judged: Assessment
    value: Decimal
    is_target: bool


def _bars(groups: Sequence[tuple[str, Sequence[Assessment]]], *, ascii_only: bool) -> Table | None:
    """A pair of bars for every year with a number; `None` if fewer than two bars would show.

    Groups are told apart by their titles, where there are several.
    """
    found = [
        (title, [bar for each in judged for bar in _of_year(each)]) for title, judged in groups
    ]
    values = [bar.value for _title, bars in found for bar in bars]
    longest = max(values, default=Decimal(0))
    if len(values) < 2 or longest <= 0:
        return None
    rows: list[Row | Section] = []
    for title, bars in found:
        if title:
            rows.append(Section(title))
        last = ""
        for bar in bars:
            label = bar.judged.year.label
            glyph = (
                ("-" if bar.is_target else "#") if ascii_only else ("░" if bar.is_target else "█")
            )
            drawn = glyph * max(int(bar.value * WIDTH / longest), 1 if bar.value > 0 else 0)
            rows.append(
                Row(
                    (
                        Cell(label if label != last else ""),
                        Cell(_("target") if bar.is_target else _("actual"), "dim"),
                        Cell(drawn, "dim" if bar.is_target else status_style(bar.judged.status)),
                        Cell(group(bar.value)),
                    )
                )
            )
            last = label
    return Table((Column(""), Column(""), Column(""), Column("")), tuple(rows))


def _of_year(each: Assessment) -> Iterator[_Bar]:
    if each.aimed is not None and each.aimed.value is not None:
        yield _Bar(each, shown_value(each.aimed.value, each.aimed), is_target=True)
    if each.figure is not None and each.figure.value is not None and _is_own(each):
        yield _Bar(each, each.figure.value, is_target=False)


def _is_own(judged: Assessment) -> bool:
    """Whether the figure is of the year itself; an older one has a bar of its own already."""
    figure = judged.figure
    return figure is not None and (bool(figure.parts) or figure.year == judged.year)
