"""How something was judged, and the year that is judged on a day."""

from __future__ import annotations

from collections.abc import Mapping

from sagaict.computing.membership import last_year
from sagaict.computing.view import View
from sagaict.domain.evaluation import Evaluation, Review
from sagaict.domain.fiscal import FiscalYear
from sagaict.domain.light import dataclass
from sagaict.domain.plan import Plan

__all__ = ["Judgement", "newest", "year_judged"]


@dataclass(frozen=True, slots=True)
class Judgement:
    """The newest review of a fiscal year: of the whole, else of its first half."""

    year: FiscalYear
    evaluation: Review


def newest(evaluations: Mapping[FiscalYear, Evaluation], view: View) -> Judgement | None:
    """The newest evaluation in sight; `None` without one."""
    year = max((year for year in evaluations if view.sees(year)), default=None)
    return None if year is None else Judgement(year, evaluations[year].latest)


def year_judged(plan: Plan, view: View) -> FiscalYear:
    """The plan's last year that is over; while none is, its first."""
    over = view.as_of if view.as_of.ended_by(view.today) else view.as_of.plus(-1)
    return max(plan.period.first, min(over, last_year(plan, view)))
