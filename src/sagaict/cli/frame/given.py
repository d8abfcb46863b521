"""What was given on the command line, understood: years, dates, spans."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from sagaict.cli.frame.refusal import Missing, Refusal
from sagaict.language import _

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal

    from sagaict.domain.fiscal import FiscalYear, Moment, Period, Span

__all__ = [
    "count_of",
    "moment_of",
    "past_moment_of",
    "period_of",
    "require",
    "span_of",
    "year_of",
    "year_or_period_of",
]

_Time = TypeVar("_Time")
_Key = TypeVar("_Key", "FiscalYear", "FiscalYear | Period")


def year_of(text: str) -> FiscalYear:
    """A fiscal year.

    Raises:
        Refusal: the text is none.
    """
    from sagaict.domain.fiscal import FiscalYear

    told = _("“{text}” is not a fiscal year; write it like R4")
    return _without_kind(_understood(FiscalYear.parse, text, told), text, told)


def period_of(text: str) -> Period:
    """A period of fiscal years.

    Raises:
        Refusal: the text is none.
    """
    from sagaict.domain.fiscal import Period

    told = _("“{text}” is not a period; write it like R10-R13")
    return _understood(Period.parse, text, told)


def year_or_period_of(text: str) -> FiscalYear | Period:
    """What a target can be for: a fiscal year, or the period of a total.

    Raises:
        Refusal: the text is neither.
    """
    from sagaict.domain.fields import year_or_period

    told = _("“{text}” is not a fiscal year, nor a period like R6-R9")
    return _without_kind(_understood(year_or_period, text, told), text, told)


def _without_kind(found: _Key, text: str, told: str) -> _Key:
    """The year as it was typed: whether it is a calendar year is for its indicator to say.

    Raises:
        Refusal: it was typed as a calendar year.
    """
    if found.last.calendar:
        raise Refusal(told.format(text=text) + f" ({found.taken_as('fiscal').label}?)")
    return found


def count_of(text: str | None, option: str) -> Decimal | None:
    """A number of people or things, if one is given.

    Raises:
        Refusal: it is none.
    """
    from sagaict.domain.number import NumberFormatError, parse_number

    if text is None:
        return None
    found: Decimal | None
    try:
        found = parse_number(text)
    except NumberFormatError:
        found = None
    if found is None or found < 0 or found != found.to_integral():
        raise Refusal(_("“{text}” is no number for {option}").format(text=text, option=option))
    return found


def moment_of(text: str | None, option: str) -> Moment | None:
    """A month or a day, in the form the documents have.

    Raises:
        Refusal: the text is neither.
    """
    from sagaict.domain.fiscal import Moment

    if text is None:
        return None
    told = _("“{text}” is no date for {option}; write it like R5.3, R5.3.31 or 2023-03-31")
    return _understood(Moment.parse, text, told, option).in_era


def past_moment_of(text: str | None, option: str, today: date) -> Moment | None:
    """A month or a day on which something was done: none that is still to come.

    Raises:
        Refusal: the text is no time, or one that begins after today.
    """
    found = moment_of(text, option)
    if found is not None and found.first_day > today:
        raise Refusal(
            _("{option}: {text} is still to come; give a day until {today}").format(
                option=option, text=text, today=today.isoformat()
            )
        )
    return found


def span_of(text: str | None, option: str) -> Span | None:
    """A run of months or fiscal years.

    Raises:
        Refusal: the text is neither.
    """
    from sagaict.domain.fiscal import Span

    if text is None:
        return None
    told = _("“{text}” is no time for {option}; write it like R4.4-R5.2 or R2-R4")
    return _understood(Span.parse, text, told, option)


def _understood(parse: Callable[[str], _Time], text: str, told: str, option: str = "") -> _Time:
    """The time a text states; else it is `told` what to write, with what may have been meant."""
    from sagaict.domain.fiscal import FiscalFormatError

    try:
        return parse(text)
    except FiscalFormatError as error:
        hint = f" ({error.hint}?)" if error.hint else ""
        raise Refusal(told.format(text=text, option=option) + hint) from None


def require(given: str | None, name: str) -> str:
    """What must be given and cannot be asked for, since nobody sits at a terminal.

    Raises:
        Missing: it is not given.
    """
    if given is None:
        raise Missing(name)
    return given
