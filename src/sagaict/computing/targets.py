"""Targets: the one in force on a day, and the number a relative one comes to."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from sagaict.computing.rates import Asked
from sagaict.computing.view import View
from sagaict.domain.fiscal import FiscalYear, TargetKey
from sagaict.domain.indicator import Indicator, by_due_year
from sagaict.domain.light import dataclass
from sagaict.domain.target import Target, TargetRevision
from sagaict.domain.words import Direction

__all__ = [
    "AimedAt",
    "changes_of",
    "comparison_in",
    "first_target",
    "target_in_force",
    "target_value",
    "targets_by_year",
]


def target_in_force(indicator: Indicator, key: TargetKey, day: date) -> Target | None:
    """The target for `key` as it stood on `day`, from the history of its revisions."""
    for change in changes_of(indicator, key):
        if change.date.first_day > day:
            return change.old
    return indicator.targets.get(key)


def first_target(indicator: Indicator, year: FiscalYear, view: View) -> Target | None:
    """What was aimed at in `year` before the first change in sight; `None` if nothing changed."""
    for key in {change.year for change in indicator.revisions if change.year.last == year}:
        first, *_ = changes_of(indicator, key)
        if first.date.first_day <= view.day:
            return first.old
    return None


def changes_of(indicator: Indicator, key: TargetKey) -> list[TargetRevision]:
    """The changes of the target for `key`, oldest first."""
    changes = (change for change in indicator.revisions if change.year == key)
    return sorted(changes, key=lambda change: change.date)


def targets_by_year(indicator: Indicator, view: View) -> dict[FiscalYear, Target]:
    """The targets in force as the view sees them, by the year in which each falls due.

    A revision made after the view's day is not yet known to it.
    """
    if not indicator.revisions:
        return indicator.yearly_targets()
    known = {
        key: target_in_force(indicator, key, view.day)
        for key in {*indicator.targets, *(change.year for change in indicator.revisions)}
    }
    return by_due_year({key: target for key, target in known.items() if target is not None})


@dataclass(frozen=True, slots=True)
class AimedAt:
    """The number a target comes to; `None` where it is none, or its basis is not known.

    `basis` is the figure a relative target relates to, `basis_year` the year of that figure.
    """

    target: Target
    value: Decimal | None
    basis: Decimal | None = None
    basis_year: FiscalYear | None = None

    def holds(self, value: Decimal | None) -> bool | None:
        """Whether a figure lies in the range aimed at; `None` if it is none, or not known."""
        limits = self.target.range
        return None if limits is None or value is None else value in limits

    def asked(self, direction: Direction) -> Asked | None:
        """What is asked of a figure; `None` if it is not known."""
        return None if self.value is None else Asked(self.value, direction, self.target.strict)


def target_value(indicator: Indicator, year: FiscalYear, target: Target, view: View) -> AimedAt:
    """Resolve the target of `year`: a number as it is, a relation from its basis, if known."""
    relative = target.relative
    if relative is None:
        return AimedAt(target, target.value)
    if relative.to == "comparison":
        basis_year, basis = year, comparison_in(indicator, year, view)
    else:
        to = year.plus(-1) if relative.to == "previous" else relative.to
        basis_year = indicator.year(to)
        basis = _known(indicator, basis_year, view)
    if basis is None:
        return AimedAt(target, None, None, basis_year)
    if relative.times is not None:
        value = basis * relative.times
    else:
        value = basis * (100 + (relative.percent or Decimal(0))) / 100
    return AimedAt(target, value, basis, basis_year)


def comparison_in(indicator: Indicator, year: FiscalYear, view: View) -> Decimal | None:
    """What the indicator's comparison was in a year, if that is known."""
    series = indicator.comparison
    return series.figures.get(year) if series is not None and view.sees(year) else None


def _known(indicator: Indicator, year: FiscalYear, view: View) -> Decimal | None:
    """The final result of a year, from the actuals or, for the year before them, the baseline."""
    actual = indicator.actuals.get(year)
    if actual is not None and view.sees(year) and actual.is_final:
        return actual.value
    baseline = indicator.baseline
    if baseline is not None and baseline.years == 1 and baseline.fiscal_year == year:
        return baseline.value
    return None
