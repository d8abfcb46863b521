"""Indicators computed from others, beside whatever figure was published for them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from sagaict.computing.assessment import assess_year
from sagaict.computing.closure import is_dropped
from sagaict.computing.figures import figure_for
from sagaict.computing.tally import tally
from sagaict.computing.view import View
from sagaict.domain.fiscal import FiscalYear
from sagaict.domain.indicator import ShareMet
from sagaict.domain.number import divide
from sagaict.domain.portfolio import PlacedIndicator, Portfolio

__all__ = ["Computed", "compute_derived"]


@dataclass(frozen=True, slots=True)
class Computed:
    """A derived value. `numerator` of `denominator` were counted (or added up).

    `complete` says that nothing was left out; otherwise `left_out` says how many were, since no
    one has reported them. `value` is `None` if there was nothing to compute from.
    """

    value: Decimal | None
    numerator: int
    denominator: int
    left_out: int

    @property
    def complete(self) -> bool:
        """Whether every indicator it is made of had a final figure."""
        return self.left_out == 0 and self.value is not None


def compute_derived(
    placed: PlacedIndicator, year: FiscalYear, portfolio: Portfolio, view: View
) -> Computed | None:
    """The value of a derived indicator in a year; `None` if it is not a derived one."""
    derived = placed.indicator.derived
    if derived is None:
        return None
    if derived.share_met is not None:
        return _share_met(derived.share_met, placed, year, portfolio, view)
    return _sum_of(derived.sum_of, year, portfolio, view)


def _share_met(
    rule: ShareMet, placed: PlacedIndicator, year: FiscalYear, portfolio: Portfolio, view: View
) -> Computed:
    counted = tally(
        assess_year(entry, year, view)
        for entry in portfolio.indicators(placed.plan.id)
        if entry.kind == "outcome"
        and entry.indicator.derived is None
        and (rule.priority is None or entry.priority == rule.priority)
        and year in entry.indicator.yearly_targets()
    )
    decided = counted.met + counted.judged.get("unmet", 0)
    left_out = counted.of - decided
    value = divide(Decimal(counted.met * 100), Decimal(decided)) if decided else None
    return Computed(value, counted.met, decided, left_out)


def _sum_of(ids: tuple[str, ...], year: FiscalYear, portfolio: Portfolio, view: View) -> Computed:
    values: list[Decimal] = []
    found = (portfolio.by_id.get(full_id) for full_id in ids)
    parts = [entry for entry in found if entry is None or not is_dropped(entry, year)]
    for entry in parts:
        figure = figure_for(entry.indicator, year, view) if entry else None
        if figure is not None and figure.value is not None and figure.is_final:
            values.append(figure.value)
    total = sum(values, Decimal(0)) if values else None
    return Computed(total, len(values), len(values), len(parts) - len(values))
