"""What was given on the command line, understood: years, dates, spans, words in either language."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, TypeVar

from sagaict.cli.frame.refusal import Missing, Refusal
from sagaict.domain.spelling import nearest
from sagaict.language import _

if TYPE_CHECKING:
    from sagaict.domain.fiscal import FiscalYear, Moment, Period, Span

__all__ = [
    "choice",
    "choices",
    "moment_of",
    "period_of",
    "require",
    "required_word",
    "span_of",
    "word_of",
    "year_of",
    "year_or_period_of",
]

_Word = TypeVar("_Word", bound=str)


def year_of(text: str) -> FiscalYear:
    """A fiscal year.

    Raises:
        Refusal: the text is none.
    """
    from sagaict.domain.fiscal import FiscalFormatError, FiscalYear

    try:
        return FiscalYear.parse(text)
    except FiscalFormatError as error:
        hint = f" ({error.hint}?)" if error.hint else ""
        raise Refusal(
            _("“{text}” is not a fiscal year; write it like R4").format(text=text) + hint
        ) from None


def period_of(text: str) -> Period:
    """A period of fiscal years.

    Raises:
        Refusal: the text is none.
    """
    from sagaict.domain.fiscal import FiscalFormatError, Period

    try:
        return Period.parse(text)
    except FiscalFormatError as error:
        hint = f" ({error.hint}?)" if error.hint else ""
        raise Refusal(
            _("“{text}” is not a period; write it like R10-R13").format(text=text) + hint
        ) from None


def year_or_period_of(text: str) -> FiscalYear | Period:
    """What a target can be for: a fiscal year, or the period of a total.

    Raises:
        Refusal: the text is neither.
    """
    from sagaict.domain.fields import year_or_period
    from sagaict.domain.fiscal import FiscalFormatError

    try:
        return year_or_period(text)
    except FiscalFormatError as error:
        hint = f" ({error.hint}?)" if error.hint else ""
        raise Refusal(
            _("“{text}” is not a fiscal year, nor a period like R6-R9").format(text=text) + hint
        ) from None


def moment_of(text: str | None, option: str) -> Moment | None:
    """A month or a day, in the form the documents have.

    Raises:
        Refusal: the text is neither.
    """
    from sagaict.domain.fiscal import FiscalFormatError, Moment

    if text is None:
        return None
    try:
        return Moment.parse(text).in_era
    except FiscalFormatError as error:
        hint = f" ({error.hint}?)" if error.hint else ""
        raise Refusal(
            _("“{text}” is no date for {option}; write it like R5.3, R5.3.31 or 2023-03-31").format(
                text=text, option=option
            )
            + hint
        ) from None


def span_of(text: str | None, option: str) -> Span | None:
    """A run of months or fiscal years.

    Raises:
        Refusal: the text is neither.
    """
    from sagaict.domain.fiscal import FiscalFormatError, Span

    if text is None:
        return None
    try:
        return Span.parse(text)
    except FiscalFormatError:
        raise Refusal(
            _("“{text}” is no time for {option}; write it like R4.4-R5.2 or R2-R4").format(
                text=text, option=option
            )
        ) from None


def word_of(text: str | None, allowed: Iterable[_Word], option: str) -> _Word | None:
    """One of the allowed words, in English or Japanese, hyphens as good as underscores.

    Raises:
        Refusal: it is none of them.
    """
    return None if text is None else required_word(text, allowed, option)


def required_word(text: str, allowed: Iterable[_Word], option: str) -> _Word:
    """Likewise, of an option that is always given.

    Raises:
        Refusal: it is none of the allowed words.
    """
    from sagaict.language.words import meant, term

    words = list(allowed)
    found = meant(text, words)
    if found is not None:
        return found
    shown = ", ".join(f"{word.replace('_', '-')} ({term(word)})" for word in words)
    raise Refusal(
        _("“{name}” is not possible for {option}; choose from: {allowed}").format(
            name=text, option=option, allowed=shown
        )
    )


def require(given: str | None, name: str) -> str:
    """What must be given and cannot be asked for, since nobody sits at a terminal.

    Raises:
        Missing: it is not given.
    """
    if given is None:
        raise Missing(name)
    return given


def choices(text: str | None, allowed: Iterable[_Word], option: str) -> frozenset[_Word]:
    """A comma-separated option as a set of allowed words.

    Raises:
        Refusal: a word that is not allowed, with the nearest that is.
    """
    names = [name.strip() for name in (text or "").split(",") if name.strip()]
    return frozenset(choice(name, allowed, option) for name in names)


def choice(name: str, allowed: Iterable[_Word], option: str) -> _Word:
    """One allowed word, hyphens as good as underscores.

    Raises:
        Refusal: it is not allowed.
    """
    known = {str(item): item for item in allowed}
    wanted = name.replace("-", "_") if name not in known else name
    if wanted in known:
        return known[wanted]
    text = _("“{name}” is not possible for {option}; choose from: {allowed}").format(
        name=name, option=option, allowed=", ".join(known)
    )
    near = nearest(wanted, known)
    if near:
        text += "\n" + _("Did you mean: {names}?").format(names=near)
    raise Refusal(text)
