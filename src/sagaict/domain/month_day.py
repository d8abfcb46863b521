"""A day that comes back every year: `4-30`, the thirtieth of April."""

from __future__ import annotations

import calendar
import re
from datetime import date

from sagaict.domain.fiscal import FiscalFormatError
from sagaict.domain.light import dataclass
from sagaict.domain.regex import regex
from sagaict.domain.typed import half_width

__all__ = ["MonthDay"]

_FORM = regex(r"(\d{1,2})(?:[-/.](\d{1,2})|月(\d{1,2})日)", re.ASCII)
_LEAP_YEAR = 2024


@dataclass(frozen=True, order=True, slots=True)
class MonthDay:
    """A day of the year. 29 February falls on the 28th where there is none."""

    month: int
    day: int

    @classmethod
    def parse(cls, text: str) -> MonthDay:
        """Read `4-30`, `04-30`, `4/30` or `4月30日`.

        Raises:
            FiscalFormatError: none of these, or a day no year has.
        """
        match = _FORM.fullmatch(half_width(text).strip())
        if match is None:
            raise FiscalFormatError(text)
        month, day = int(match[1]), int(match[2] or match[3])
        try:
            date(_LEAP_YEAR, month, day)
        except ValueError:
            raise FiscalFormatError(text) from None
        return cls(month, day)

    def in_year(self, year: int) -> date:
        """The day in a calendar year."""
        last = calendar.monthrange(year, self.month)[1]
        return date(year, self.month, min(self.day, last))

    def from_day(self, day: date) -> date:
        """The first such day that is not before `day`."""
        this_year = self.in_year(day.year)
        return this_year if this_year >= day else self.in_year(day.year + 1)

    def __str__(self) -> str:
        return f"{self.month}-{self.day}"
