"""The rate as the body declares it: which formula, cut off and rounded its way, and the grade."""

from __future__ import annotations

from decimal import Decimal

from sagaict.computing.assessment import Assessment
from sagaict.domain.light import dataclass
from sagaict.domain.number import round_to, shown_rate
from sagaict.domain.plan import Plan
from sagaict.domain.portfolio import PlacedIndicator
from sagaict.domain.rate import DeclaredRate, RateFormula

__all__ = ["Rated", "cut_off", "declaration_of", "declared_rate", "formula_of", "rated"]


@dataclass(frozen=True, slots=True)
class Rated:
    """A rate as it is printed.

    `value` is in percent, cut off and rounded; where the declaration prints words beyond a bound,
    `words` stand in its place. `value` and `grade` are `None` where the formula gives no rate.
    """

    formula: RateFormula
    value: Decimal | None
    words: str | None = None
    grade: str | None = None


def declaration_of(placed: PlacedIndicator) -> DeclaredRate | None:
    """What counts for the indicator: its own declaration, completed by its plan's."""
    own, of_plan = placed.indicator.rate, placed.plan.rate
    return own.within(of_plan) if own is not None else of_plan


def formula_of(declared: DeclaredRate | Plan | None) -> RateFormula:
    """The formula of a declaration, or of a plan's; without one it is the ratio."""
    found = declared.rate if isinstance(declared, Plan) else declared
    return found.formula or "ratio" if found else "ratio"


def declared_rate(assessment: Assessment) -> Rated | None:
    """The rate of a judgement as it is declared; `None` where nothing is."""
    declared = declaration_of(assessment.placed)
    if declared is None:
        return None
    formula = formula_of(declared)
    rates = {"ratio": assessment.achievement_rate, "progress": assessment.progress_rate}
    return rated(declared, formula, rates[formula])


def rated(declared: DeclaredRate, formula: RateFormula, rate: Decimal | None) -> Rated:
    """A rate, unrounded, as the declaration has it printed. The grade follows the rate itself."""
    if rate is None:
        return Rated(formula, None)
    value, words = cut_off(declared, rate)
    return Rated(formula, _rounded(declared, value), words, declared.grade_of(rate))


def cut_off(declared: DeclaredRate, rate: Decimal) -> tuple[Decimal, str | None]:
    """The rate, or the bound it lies beyond, with the words printed then."""
    if declared.at_least is not None and rate < declared.at_least:
        return declared.at_least, declared.below
    if declared.at_most is not None and rate > declared.at_most:
        return declared.at_most, declared.above
    return rate, None


def _rounded(declared: DeclaredRate, value: Decimal) -> Decimal:
    """To the decimals declared; where none are, what falls short of 100 never reads 100.0."""
    if not declared.rounds:
        return shown_rate(value)
    return round_to(value, declared.decimals, declared.rounding or "half_up")
