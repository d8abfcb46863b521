"""Indicators computed from others, beside whatever figure was published for them."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from sagaict.computing.assessment import Assessment, Computed
from sagaict.computing.figures import Figure
from sagaict.computing.membership import belongs, is_known
from sagaict.computing.status import Gap, GapCause
from sagaict.computing.tally import tally
from sagaict.computing.view import View
from sagaict.domain.fiscal import FiscalYear
from sagaict.domain.indicator import ActualState, ShareMet
from sagaict.domain.number import divide
from sagaict.domain.portfolio import PlacedIndicator
from sagaict.domain.words import SENSES

__all__ = ["computed_in"]

Judge = Callable[[PlacedIndicator, View], Assessment]
FigureOf = Callable[[PlacedIndicator, FiscalYear, View], Figure | None]


def computed_in(
    placed: PlacedIndicator, year: FiscalYear, view: View, judge: Judge, figure_of: FigureOf
) -> Computed | None:
    """The value of a derived indicator in a year; `None` if it is not one.

    Nor is there a share of a year in which nothing fell due.

    `judge` and `figure_of` say how another indicator stands from a view, and its figure of a year.
    """
    derived = placed.indicator.derived
    if derived is None:
        return None
    if (rule := derived.share_met) is not None:
        # Many years and reports ask for it, and each time all of the plan would be judged.
        remembered, asked = placed.portfolio.remembered, (placed.plan.id, rule, year, view)
        if asked not in remembered:
            remembered[asked] = _share_met(rule, placed, year, view, judge)
        found: Computed | None = remembered[asked]
        return found
    parts = [(full_id, placed.portfolio.by_id.get(full_id)) for full_id in derived.sum_of]
    there = [(full_id, part) for full_id, part in parts if part is None or belongs(part, view)]
    figures = {full_id: figure_of(part, year, view) if part else None for full_id, part in there}
    return _sum(figures)


def _share_met(
    rule: ShareMet, placed: PlacedIndicator, year: FiscalYear, view: View, judge: Judge
) -> Computed | None:
    """The share of the tally as seen from `year`, of what still belongs to the plan now."""
    then = view.seen_from(year)
    judged = [
        judge(entry, then)
        for entry in placed.portfolio.indicators(placed.plan.id)
        if entry.kind == "outcome"
        and entry.indicator.derived is None
        and (rule.priority is None or entry.priority == rule.priority)
        and belongs(entry, view)
        and is_known(entry, then)
    ]
    counted = tally(judged)
    if not counted.of or all(item.year != year for item in judged if item.due):
        return None
    gaps = tuple(
        Gap(item.placed.full_id, _cause_of(item))
        for item in judged
        if item.due and SENSES[item.status] == "open"
    )
    open_ones = counted.judged.get("on_track", 0) + counted.judged.get("behind", 0)
    value = None if gaps else divide(Decimal(counted.met * 100), Decimal(counted.of))
    state: ActualState = "provisional" if open_ones else "final"
    return Computed(value, counted.met, counted.of, gaps, state)


def _cause_of(item: Assessment) -> GapCause:
    match item.status:
        case "pending":
            return "pending"
        case "not_reported":
            return "no_entry"
        case _:
            return "not_assessable"


def _sum(figures: dict[str, Figure | None]) -> Computed:
    known = [figure for figure in figures.values() if figure and figure.value is not None]
    gaps = tuple(
        Gap(name, cause) for name, figure in figures.items() if (cause := _missing(figure))
    )
    state: ActualState = next(
        (figure.state for figure in known if figure.state != "final"), "final"
    )
    total = None if gaps else sum((figure.value or Decimal(0) for figure in known), Decimal(0))
    return Computed(total, len(figures) - len(gaps), len(figures), gaps, state)


def _missing(figure: Figure | None) -> GapCause | None:
    """Why a part of a sum cannot be added; `None` if it can."""
    if figure is None:
        return "no_entry"
    if figure.gaps:
        return figure.gaps[0].cause
    if figure.share is not None:
        return "part_of_year"
    match figure.state:
        case "pending" | "not_surveyed" | "not_assessable" as state:
            return state
        case _:
            return None if figure.value is not None else "not_assessable"
