"""How something was judged, and the year that is judged on a day."""

from __future__ import annotations

from collections.abc import Mapping

from sagaict.computing.membership import last_year
from sagaict.computing.view import View
from sagaict.domain.evaluation import Evaluation, Review
from sagaict.domain.fiscal import FiscalYear
from sagaict.domain.light import dataclass
from sagaict.domain.plan import Plan

__all__ = ["Judgement", "judgements", "newest", "year_judged"]


@dataclass(frozen=True, slots=True)
class Judgement:
    """A review of a fiscal year: of the whole, or of its first half (`halfway`)."""

    year: FiscalYear
    evaluation: Review
    halfway: bool = False


def judgements(evaluations: Mapping[FiscalYear, Evaluation], view: View) -> tuple[Judgement, ...]:
    """The newest review in sight of a year as a whole, and of a first half that is no older."""
    known = sorted(year for year in evaluations if view.sees(year))
    wholes = [Judgement(year, review) for year in known if (review := evaluations[year].of_year)]
    newest_whole = wholes[-1:]
    halves = [
        Judgement(year, review, halfway=True)
        for year in known
        if (review := evaluations[year].half_year)
        and all(each.year <= year for each in newest_whole)
    ]
    found = (*halves[-1:], *newest_whole)
    return tuple(sorted(found, key=lambda each: (each.year, not each.halfway)))


def newest(evaluations: Mapping[FiscalYear, Evaluation], view: View) -> Judgement | None:
    """The newest of them; `None` without one."""
    found = judgements(evaluations, view)
    return found[-1] if found else None


def year_judged(plan: Plan, view: View) -> FiscalYear:
    """The plan's last year that is over; while none is, its first."""
    over = view.as_of if view.as_of.ended_by(view.today) else view.as_of.plus(-1)
    return max(plan.period.first, min(over, last_year(plan, view)))
