"""An indicator on both sides, judged from the same view in every year it speaks about."""

from __future__ import annotations

from collections.abc import Mapping

from sagaict.comparing.change import Standing
from sagaict.computing.assessment import Assessment
from sagaict.computing.closure import is_dropped
from sagaict.computing.judging import assess, assess_year, reported_years
from sagaict.computing.membership import dropped_by
from sagaict.computing.view import View
from sagaict.domain.fiscal import FiscalYear
from sagaict.domain.indicator import Indicator, Part
from sagaict.domain.light import dataclass
from sagaict.domain.portfolio import PlacedIndicator

__all__ = ["OF_FIGURES", "JudgedPair", "judge"]

OF_FIGURES = ("direction", "unit", "aggregation", "year_kind")
"""What a figure means hangs on these: with another one, no two targets can be held together."""


@dataclass(frozen=True, slots=True)
class JudgedPair:
    """The same indicator before and now, with its assessments by year."""

    old: PlacedIndicator
    new: PlacedIndicator
    before: Mapping[FiscalYear, Assessment]
    after: Mapping[FiscalYear, Assessment]
    view: View

    @property
    def comparable(self) -> bool:
        """Whether figures of before and now measure the same thing in the same way."""
        old, new = self.old.indicator, self.new.indicator
        return all(getattr(old, name) == getattr(new, name) for name in OF_FIGURES)

    @property
    def told(self) -> tuple[Indicator | Part, Indicator | Part]:
        """What stands in the files: of a part, without what it has from the indicator."""
        return self.old.part or self.old.indicator, self.new.part or self.new.indicator

    def judged_in(self, year: FiscalYear) -> FiscalYear:
        """The year in which a figure of `year` is judged: for a total, that of its target."""
        if year in self.before or year in self.after:
            return year
        later = (each for each in {*self.before, *self.after} if each > year)
        return min(later, default=year)

    def standings(self, year: FiscalYear) -> tuple[Standing | None, Standing | None]:
        """How it stood and stands in a year."""
        return Standing.of(self.before.get(year)), Standing.of(self.after.get(year))


def judge(old: PlacedIndicator, new: PlacedIndicator, view: View) -> JudgedPair:
    """The pair with its assessments."""
    return JudgedPair(old, new, _assessments(old, view), _assessments(new, view), view)


def _assessments(placed: PlacedIndicator, view: View) -> dict[FiscalYear, Assessment]:
    """Year by year; the year in which it stands now as it stands now, by its newest figure.

    From the year in which it was dropped, it stands nowhere.
    """
    targets = placed.indicator.yearly_targets()
    found = {
        year: assess_year(placed, year, view)
        for year in reported_years(placed, view)
        if view.sees(year) or year in targets
    }
    now = assess(placed, view)
    if now.aimed is not None or now.figure is not None:
        found[now.year] = now
    if dropped_by(placed, view) is not None:
        found = {year: each for year, each in found.items() if not is_dropped(placed, year)}
    return dict(sorted(found.items()))
