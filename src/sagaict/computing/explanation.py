"""Why a target was missed, in the words of those who answer for it."""

from __future__ import annotations

from sagaict.domain.fiscal import FiscalYear
from sagaict.domain.indicator import Actual
from sagaict.domain.portfolio import PlacedIndicator

__all__ = ["explanation"]


def explanation(placed: PlacedIndicator, year: FiscalYear, actual: Actual) -> str | None:
    """The remark on the result (結果に対する見解), else what was said of its project or measure."""
    if actual.remark:
        return actual.remark
    evaluation = (placed.project or placed.measure).evaluations.get(year)
    return (evaluation.remark or evaluation.causes) if evaluation else None
