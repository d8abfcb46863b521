"""Fiscal years (年度), periods of them, and points in time, as Japanese municipalities write them.

Fiscal year N runs from 1 April N to 31 March N+1, unless the body reckons otherwise. FY2019 is both
H31 and R1; `R1` is canonical. As a *point in time* `H31.3` is March 2019 and therefore lies in
FY2018 (H30). A figure may be of a calendar year (暦年), which ends on 31 December and is written
`R5年`. Where there are no eras, years are 2026 and CY2026, months and days 2026-03 and 2026-03-31.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import field, replace
from datetime import date, timedelta
from fractions import Fraction
from functools import cache, lru_cache

from sagaict.domain.light import dataclass
from sagaict.domain.reckoning import reckoned
from sagaict.domain.regex import regex
from sagaict.domain.typed import half_width
from sagaict.domain.words import YearKind

__all__ = [
    "EARLIEST",
    "LATEST",
    "FiscalFormatError",
    "FiscalYear",
    "Moment",
    "Period",
    "Span",
    "TargetKey",
    "fiscal_year_on",
    "in_time",
]

# Letter, kanji, the calendar year before the era's year 1, first day, last day.
_ERAS = (
    ("R", "令和", 2018, date(2019, 5, 1), date.max),
    ("H", "平成", 1988, date(1989, 1, 8), date(2019, 4, 30)),
    ("S", "昭和", 1925, date(1926, 12, 25), date(1989, 1, 7)),
)
_ERA_OFFSET = {name: offset for letter, kanji, offset, _, _ in _ERAS for name in (letter, kanji)}
_CAPITALS = str.maketrans("rhsfcy", "RHSFCY")
EARLIEST, LATEST = 1926, 2117
"""S1 to R99: the fiscal years whose short form can be read back."""

_YEAR = regex(
    r"(?:(?P<era>[RHS]|令和|平成|昭和)(?P<n>\d{1,2}|元)|(?:FY|(?P<cy>CY))? ?(?P<ad>\d{4}))"
    r"(?:年度|(?P<calendar>年))?",
    re.ASCII,
)
_MONTH = regex(
    r"(?:(?P<era>[RHS]|令和|平成|昭和)(?P<n>\d{1,2}|元)|(?P<ad>\d{4}))"
    r"[.\-/年](?P<month>\d{1,2})(?:月末|月|[.\-/](?P<day>\d{1,2})|月(?P<day2>\d{1,2})日)?",
    re.ASCII,
)
_DASH = regex(r"[-–—−~〜～]")
_LONGEST = 60
"""More characters than any year, period, month, day or span is written with."""


class FiscalFormatError(ValueError):
    """Text that is no fiscal year, period or point in time; `hint` says what was meant."""

    def __init__(self, text: str, hint: str = "") -> None:
        super().__init__(f"not a fiscal year, period or date: {text!r}")
        self.text = text
        self.hint = hint


def _fold(text: str) -> str:
    """Full-width forms and small letters (`Ｒ５`, `r5` → `R5`), as people type them.

    Raises:
        FiscalFormatError: it is too long to be any of what is read here.
    """
    if len(text) > _LONGEST:
        raise FiscalFormatError(text)
    return half_width(text).strip().translate(_CAPITALS)


def _calendar_year(match: re.Match[str]) -> int:
    if match["ad"]:
        return int(match["ad"])
    return _ERA_OFFSET[match["era"]] + (1 if match["n"] == "元" else int(match["n"]))


@dataclass(frozen=True, order=True, slots=True)
class FiscalYear:
    """A fiscal year by its number, that of the calendar year in which it begins (2023 for R5).

    Or of the one in which it ends, where a body names it so. Or, if `calendar`, the calendar year
    of that number: the same year to whoever compares or looks it up, with other days.
    """

    number: int
    calendar: bool = field(default=False, compare=False)

    # Years are looked up by the thousand; this takes a third of what is made for any class.
    def __eq__(self, other: object) -> bool:
        return self.number == other.number if isinstance(other, FiscalYear) else NotImplemented

    def __hash__(self) -> int:
        return self.number

    @classmethod
    def parse(cls, text: str) -> FiscalYear:
        """Read `R5`, `r5`, `Ｒ５`, `H31`, `令和5年度`, `令和元年度`, `2023`, `FY2023`, `2023年度`.

        And, of a calendar year, `R5年` and `CY2023`.

        Raises:
            FiscalFormatError: the text is none of these, or a year no era had (`H35`, `R0`), or
                that of an era where there are none.
        """
        return _year(text, eras=reckoned().eras)

    @property
    def label(self) -> str:
        """The canonical form, `R5` or, of a calendar year, `R5年`; without eras, `CY2023`."""
        if not self.calendar:
            return self.short
        return f"{self.short}年" if reckoned().eras else f"CY{self.short}"

    @property
    def short(self) -> str:
        """The year alone, `R5`. FY2019 is `R1`, FY1989 is `H1`; without eras, `2019`, `1989`."""
        for letter, _, offset, _, _ in _ERAS if reckoned().eras else ():
            if self.number > offset:
                return f"{letter}{self.number - offset}"
        return str(self.number)

    @property
    def first(self) -> FiscalYear:
        """Itself: a year is a run of one."""
        return self

    @property
    def last(self) -> FiscalYear:
        """Itself, so that `last` is the year in which any target falls due."""
        return self

    @property
    def first_day(self) -> date:
        """1 April of the year, or of the month that the body begins with; 1 January."""
        return self._days[0]

    @property
    def second_half(self) -> date:
        """The day on which its second half begins: 1 October."""
        month = self.first_day.month + 6
        return self.first_day.replace(
            year=self.first_day.year + month // 13, month=month % 12 or 12
        )

    @property
    def last_day(self) -> date:
        """The day before the next begins: 31 March of the next calendar year; 31 December."""
        return self._days[1]

    @property
    def _days(self) -> tuple[date, date]:
        if self.calendar:
            return _year_from(self.number, 1)
        return _year_from(self.number - reckoned().ahead, reckoned().first_month)

    def ended_by(self, day: date) -> bool:
        """Whether the year is over on `day`."""
        return day > self.last_day

    def share_between(self, begin: date, end: date) -> Fraction:
        """The part of the year from `begin` to `end`, both included, in months: half is 6/12.

        A month that is covered in part counts by its days.
        """
        first, last = max(begin, self.first_day), min(end, self.last_day)
        if last < first:
            return Fraction(0)
        return (_months(last + timedelta(days=1)) - _months(first)) / 12

    def plus(self, years: int) -> FiscalYear:
        """The year that many years later (earlier if negative)."""
        return FiscalYear(self.number + years, calendar=self.calendar)

    def taken_as(self, kind: YearKind) -> FiscalYear:
        """The fiscal or calendar year of the same number."""
        calendar = kind == "calendar"
        return self if self.calendar == calendar else replace(self, calendar=calendar)

    def __str__(self) -> str:
        return self.label


@cache
def _year_from(number: int, month: int) -> tuple[date, date]:
    """The first and the last day of the year that begins in a month."""
    begun = date(number, month, 1)
    return begun, begun.replace(year=number + 1) - timedelta(days=1)


@lru_cache(maxsize=1024)
def _year(text: str, *, eras: bool) -> FiscalYear:
    """The year a text names: the files of a body name few, very often."""
    match = _YEAR.fullmatch(_fold(text))
    if match is None or match["n"] in ("0", "00"):
        raise FiscalFormatError(text)
    year = FiscalYear(_calendar_year(match), calendar=bool(match["calendar"] or match["cy"]))
    if not EARLIEST <= year.number <= LATEST:
        raise FiscalFormatError(text)
    if match["era"]:
        if not eras:
            raise FiscalFormatError(text, hint=year.label)
        last = next(
            end.year for letter, kanji, _, _, end in _ERAS if match["era"] in (letter, kanji)
        )
        if year.number > last:
            raise FiscalFormatError(text, hint=year.label)
    return year


def _months(day: date) -> Fraction:
    """The months from the beginning of the calendar to the beginning of a day."""
    in_month = Fraction(day.day - 1, calendar.monthrange(day.year, day.month)[1])
    return day.year * 12 + day.month + in_month


def fiscal_year_on(day: date) -> FiscalYear:
    """The fiscal year that is running on `day`."""
    begun = day.month >= reckoned().first_month
    return FiscalYear(day.year - (not begun) + reckoned().ahead)


@dataclass(frozen=True, order=True, slots=True)
class Period:
    """An unbroken run of fiscal years, both ends included (`R6-R9` is four years).

    What is told of a period as a whole, such as the target of a total, falls due in its `last`.
    """

    first: FiscalYear
    last: FiscalYear

    @classmethod
    def parse(cls, text: str) -> Period:
        """Read `R6-R9`, `令和6年度〜令和9年度` or `R6-9`.

        Raises:
            FiscalFormatError: an end is missing or unreadable, or the ends are reversed.
        """
        ends = [end.strip() for end in _DASH.split(_fold(text))]
        if len(ends) != 2:
            raise FiscalFormatError(text)
        first = FiscalYear.parse(ends[0])
        if re.fullmatch(r"\d{1,2}(年度?)?", ends[1]):
            ends[1] = re.match(r"\D*", ends[0])[0] + ends[1]  # type: ignore[index]
        last = FiscalYear.parse(ends[1])
        if last < first:
            raise FiscalFormatError(text, hint=f"{last.label}-{first.label}")
        return cls(first, last)

    @property
    def label(self) -> str:
        """The canonical form, `R6-R9`."""
        return f"{self.first.label}-{self.last.label}"

    @property
    def years(self) -> int:
        """How many fiscal years the period holds."""
        return self.last.number - self.first.number + 1

    def __contains__(self, years: TargetKey) -> bool:
        return self.first <= years.first and years.last <= self.last

    def __iter__(self) -> Iterator[FiscalYear]:
        return (self.first.plus(number) for number in range(self.years))

    def taken_as(self, kind: YearKind) -> Period:
        """The same years, fiscal or calendar ones."""
        return Period(self.first.taken_as(kind), self.last.taken_as(kind))

    def __str__(self) -> str:
        return self.label


TargetKey = FiscalYear | Period
"""What a target is for: a fiscal year or, of a total, a period."""


def in_time(key: TargetKey) -> tuple[int, int]:
    """What puts years and periods in order: by when they end, and the longer first."""
    return key.last.number, key.first.number


@dataclass(frozen=True, order=True, slots=True)
class Moment:
    """A month (`R5.3`) or a day (`R5.3.31`, `2023-03-31`) at which a figure was taken."""

    first_day: date
    last_day: date
    text: str

    @classmethod
    def parse(cls, text: str) -> Moment:
        """Read a month or a day in era or calendar form.

        The era must have been in force: `R1.3` is refused, since March of that year was `H31.3`.

        Raises:
            FiscalFormatError: unreadable, no such day, or a month its era did not have.
        """
        folded = _fold(text)
        match = _MONTH.fullmatch(folded)
        if match is None:
            raise FiscalFormatError(text)
        year, month = _calendar_year(match), int(match["month"])
        day = match["day"] or match["day2"]
        try:
            first = date(year, month, int(day) if day else 1)
        except ValueError:
            raise FiscalFormatError(text) from None
        last = first if day else date(year, month, calendar.monthrange(year, month)[1])
        known = reckoned().eras and match["era"] and cls._era_covers(match["era"], first, last)
        if match["era"] and not known:
            raise FiscalFormatError(text, hint=cls._era_form(first, with_day=bool(day)))
        return cls(first, last, folded)

    @classmethod
    def on(cls, day: date) -> Moment:
        """A day as the documents write it: `R8.3.31`; `2026-03-31` where there are no eras."""
        return cls(day, day, cls._era_form(day, with_day=True))

    @classmethod
    def in_month_of(cls, day: date) -> Moment:
        """The month of a day as the documents write it: `R8.3`; `2026-03`."""
        first = day.replace(day=1)
        last = day.replace(day=calendar.monthrange(day.year, day.month)[1])
        return cls(first, last, cls._era_form(first, with_day=False))

    @property
    def in_era(self) -> Moment:
        """The same month or day, however it was typed, as the documents write it."""
        one = self.first_day == self.last_day
        return self.on(self.first_day) if one else self.in_month_of(self.first_day)

    @staticmethod
    def _era_covers(era: str, first: date, last: date) -> bool:
        return any(
            era in (letter, kanji) and last >= begin and first <= end
            for letter, kanji, _, begin, end in _ERAS
        )

    @staticmethod
    def _era_form(day: date, *, with_day: bool) -> str:
        for letter, _, offset, begin, _ in _ERAS if reckoned().eras else ():
            if day >= begin:
                tail = f".{day.day}" if with_day else ""
                return f"{letter}{day.year - offset}.{day.month}{tail}"
        return day.isoformat() if with_day else f"{day:%Y-%m}"

    @property
    def fiscal_year(self) -> FiscalYear:
        """The fiscal year in which the moment ends (H31.3 lies in H30)."""
        return fiscal_year_on(self.last_day)

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, order=True, slots=True)
class Span:
    """The time a figure covers: months (`R4.4-R5.2`, `2022-04 - 2023-02`) or years (`R2-R4`)."""

    first_day: date
    last_day: date
    text: str

    @classmethod
    def parse(cls, text: str) -> Span:
        """Read `R4.4-R5.2` or `2022-04 - 2023-02` (months) or `R2-R4` (fiscal years).

        Raises:
            FiscalFormatError: neither form, or an end before its beginning.
        """
        folded = _fold(text)
        try:
            period = Period.parse(folded)
            return cls(period.first.first_day, period.last.last_day, period.label)
        except FiscalFormatError:
            pass
        begin, end = _two_moments(folded)
        if end.last_day < begin.first_day:
            raise FiscalFormatError(text)
        between = " - " if "-" in f"{begin}{end}" else "-"
        return cls(begin.first_day, end.last_day, f"{begin}{between}{end}")

    @property
    def fiscal_years(self) -> Period:
        """The fiscal years the span touches."""
        return Period(fiscal_year_on(self.first_day), fiscal_year_on(self.last_day))

    def __str__(self) -> str:
        return self.text


def _two_moments(text: str) -> tuple[Moment, Moment]:
    """The ends of a span, at whichever of its dashes it falls into two moments.

    Raises:
        FiscalFormatError: at none of them; of the only dash there is, with what its end should be.
    """
    dashes = list(_DASH.finditer(text))
    for dash in dashes:
        try:
            return Moment.parse(text[: dash.start()]), Moment.parse(text[dash.end() :])
        except FiscalFormatError:
            if len(dashes) == 1:
                raise
    raise FiscalFormatError(text)
