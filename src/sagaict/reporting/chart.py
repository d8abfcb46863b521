"""The path of an indicator: targets against actuals, year by year.

As bars it works in any terminal and pipe; what can draw draws its slots.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from sagaict.computing.assessment import Assessment
from sagaict.computing.expectation import expected_in
from sagaict.computing.judging import assess_year, reported_years
from sagaict.computing.series import Stretch
from sagaict.computing.view import View
from sagaict.domain.fiscal import FiscalYear, Period
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
from sagaict.reporting.phrases import (
    figure_text,
    plan_title,
    shown_value,
    status_text,
    target_key,
)

__all__ = [
    "WIDTH",
    "baseline_year",
    "chart",
    "chart_over",
    "expected_on_the_way",
    "in_its_place",
    "is_own",
    "whole_way",
    "years_judged",
]

WIDTH = 30
"""Length of the longest bar, in characters."""
_WAYS = ("line", "line_from_zero", "comparison")
"""How what is expected is found where it is a way, and no target of its own."""


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
        title = plan_title(each.placed.plan)
        slots += [replace(slot, border=border, title=title) for slot in own[:1]]
        slots += own[1:]
        groups.append((each.placed.plan.title, judged))
        if slots:
            border = "stated" if each.stated else "open"
    return _chart(stretches[-1].placed, tuple(slots), groups, ascii_only=ascii_only)


def whole_way(
    placed: PlacedIndicator, judged: Sequence[Assessment], view: View
) -> list[Assessment]:
    """The years judged and those of the plan between them: a way is drawn in even steps.

    A total of several years is one step, and stays it.
    """
    indicator = placed.indicator
    if indicator.aggregation == "period_total" and indicator.targets:
        return list(judged)
    known = {each.year: each for each in judged}
    years = {indicator.year(year) for year in placed.plan.period}
    start = indicator.baseline.fiscal_year if indicator.baseline else None
    if start is not None:
        between = Period(start, max(start, placed.plan.period.first))
        years |= {indicator.year(year) for year in between if year > start}
    further = {year: assess_year(placed, year, view) for year in years if year not in known}
    return [each for _year, each in sorted({**known, **further}.items())]


def baseline_year(placed: PlacedIndicator) -> FiscalYear:
    """Before which year the baseline stands; where none is given, the first of the plan."""
    baseline = placed.indicator.baseline
    return (baseline.fiscal_year if baseline else None) or placed.plan.period.first


def _slots(placed: PlacedIndicator, judged: Sequence[Assessment], view: View) -> tuple[Slot, ...]:
    years = whole_way(placed, judged, view)
    begin = baseline_year(placed)
    before = [each for each in years if each.year < begin]
    after = years[len(before) :]
    started = placed.indicator.baseline.fiscal_year if placed.indicator.baseline else None
    told = sorted({*(each.year for each in years), *([started] if started else [])})
    gaps = {late for early, late in pairwise(told) if early.plus(1) < late}
    return (
        *(_slot(each, view, gaps) for each in before),
        *(replace(each, gap=started in gaps) for each in _baseline(placed)),
        *(_slot(each, view, gaps) for each in after),
    )


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


def _slot(each: Assessment, view: View, gaps: Container[FiscalYear]) -> Slot:
    figure_ = each.figure if is_own(each) else None
    series = each.placed.indicator.comparison
    aimed = each.aimed is not None and each.aimed.value is not None
    told = aimed or figure_ is not None or each.status in ("pending", "not_reported")
    return Slot(
        target_key(each.placed.indicator, each),
        target=shown_value(each.aimed.value, each.aimed)
        if each.aimed is not None and each.aimed.value is not None
        else None,
        actual=figure_.value if figure_ else None,
        expected=expected_on_the_way(each, view),
        compared=series.figures.get(each.year) if series else None,
        status=each.status if told else "",
        final=figure_ is None or figure_.state == "final",
        missing=each.status == "not_reported",
        now=each.year == view.as_of,
        said=in_its_place(each, view) if figure_ is None or figure_.value is None else "",
        replaced=tuple(gone.value for gone in figure_.actual.earlier if gone.value is not None)
        if figure_ is not None
        else (),
        gap=each.year in gaps,
    )


def expected_on_the_way(each: Assessment, view: View) -> Decimal | None:
    """What is expected in the very year, before a target: where it can be told from a way."""
    if is_own(each) and each.expected is not None:
        return each.expected.value
    if each.aimed is not None or each.goal is None or each.against is None:
        return None
    if each.status == "discontinued" or each.goal.target.range is not None:
        return None
    found = expected_in(each.placed, each.year, each.against, each.goal, view)
    return found.value if found is not None and found.method in _WAYS else None


def in_its_place(each: Assessment, view: View) -> str:
    """What is said where a figure would stand."""
    if each.status in ("not_reported", "pending"):
        return status_text(each)
    if each.reason.why == "before_plan":
        return ""
    if is_own(each):
        return figure_text(each.figure)
    return _("not stated") if view.is_due(each.year) and each.aimed is None else ""


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
        elif slot.said:
            facts.append(slot.said)
        if slot.border:
            yield _("the next plan")
        if facts:
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
    if each.figure is not None and each.figure.value is not None and is_own(each):
        yield _Bar(each, each.figure.value, is_target=False)


def is_own(judged: Assessment) -> bool:
    """Whether the figure is of the year itself; an older one has a bar of its own already."""
    figure = judged.figure
    return figure is not None and (bool(figure.parts) or figure.year == judged.year)
