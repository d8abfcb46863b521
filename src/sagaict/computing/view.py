"""The point of view from which everything is judged: a fiscal year, and a calendar day."""

from __future__ import annotations

from datetime import date

from sagaict.domain.fiscal import FiscalYear, fiscal_year_on
from sagaict.domain.light import dataclass

__all__ = ["View"]


@dataclass(frozen=True, slots=True)
class View:
    """Seen from fiscal year `as_of`, on the calendar day `today`.

    Figures filed under later years are not seen. A target is due when its year is not later than
    `as_of` and has ended by `today`.
    """

    as_of: FiscalYear
    today: date

    @classmethod
    def on(cls, today: date) -> View:
        """The view from the running fiscal year."""
        return cls(fiscal_year_on(today), today)

    def seen_from(self, year: FiscalYear) -> View:
        """The view of the same day from an earlier year; a later one sees no more than this."""
        return View(min(year, self.as_of), self.today)

    def is_due(self, year: FiscalYear) -> bool:
        """Whether a target of `year` should have been reached by now."""
        return self.sees(year) and year.ended_by(self.today)

    def sees(self, year: FiscalYear) -> bool:
        """Whether figures of `year` are in sight: of a calendar year, if it has ended with this."""
        if year.calendar and year.last_day > self.as_of.last_day:
            return False
        return year <= self.as_of

    @property
    def day(self) -> date:
        """The last day of which the view knows: what is decided later is not in sight."""
        return min(self.today, self.as_of.last_day)
