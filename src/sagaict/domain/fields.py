"""The kinds of values that stand in the files: how each is read, and its place in the JSON Schema.

The loader hands every scalar over as text, so the field, not YAML, decides what `R5`, `1,027` or
`no` means. A value that does not fit raises a `Misfit` that names a rule (see
`sagaict.reading.rules`); the wording is chosen later, in the reader's language.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Annotated, Any

from sagaict.domain.declaring import Before, Characters, Scalar
from sagaict.domain.fiscal import FiscalFormatError, FiscalYear, Moment, Period, Span
from sagaict.domain.ids import CITATION, ID, LONGEST_CITATION, LONGEST_ID, RESERVED
from sagaict.domain.misfit import Misfit
from sagaict.domain.month_day import MonthDay
from sagaict.domain.number import NumberFormatError, parse_number

__all__ = [
    "DistinctYears",
    "Flag",
    "Moment_",
    "MonthDay_",
    "Number",
    "Period_",
    "Slug",
    "SourceRef",
    "Span_",
    "Text",
    "Wording",
    "Year",
    "YearOrPeriod",
    "year_or_period",
]

# The JSON Schema allows what the reader does, so that an editor marks nothing that is right.
_DIGIT = "[0-9０-９]"
_ERA = "(?:[RHSrhsＲＨＳｒｈｓ]|令和|平成|昭和)"
_ERA_YEAR = f"(?:{_ERA}(?:{_DIGIT}{{1,2}}|元)|(?:[FfCc][Yy])? ?[12１２]{_DIGIT}{{3}})(?:年度?)?"
_ERA_PERIOD = f"{_ERA_YEAR}\\s*[-－–—~〜～]\\s*(?:{_ERA_YEAR}|{_DIGIT}{{1,2}}(?:年度?)?)"


def _text(value: Any) -> Any:
    # A plain `20` in a field of text is the text "20"; models built in code may pass numbers too.
    if isinstance(value, str):
        return value
    return str(value) if isinstance(value, int | Decimal) and not isinstance(value, bool) else value


def _number(value: Any) -> Any:
    if isinstance(value, str):
        try:
            return parse_number(value)
        except NumberFormatError as error:
            raise Misfit(
                f"number-{error.reason.replace('_', '-')}",
                text=error.text.strip(),
                suggestion=error.suggestion,
            ) from None
    if isinstance(value, int) and not isinstance(value, bool):
        return Decimal(value)
    if isinstance(value, Decimal):
        return value
    raise Misfit("not-a-scalar")


def _flag(value: Any) -> Any:
    if isinstance(value, bool):
        return value
    if value in ("true", "false"):
        return value == "true"
    raise Misfit("not-a-flag", text=str(value))


def _time(
    rule: str,
    parse: Callable[[str], object],
    kind: type | tuple[type, ...],
    schema: dict[str, Any],
) -> Scalar:
    def read(value: Any) -> Any:
        if isinstance(value, kind):
            return value
        if isinstance(value, int) and not isinstance(value, bool):
            value = str(value)
        if not isinstance(value, str):
            raise Misfit("not-a-scalar")
        try:
            return parse(value)
        except FiscalFormatError as error:
            raise Misfit(rule, text=error.text, suggestion=error.hint) from None

    return Scalar(read, schema)


def year_or_period(text: str) -> FiscalYear | Period:
    """A key of targets: one fiscal year, or the period a total is due for.

    Raises:
        FiscalFormatError: neither.
    """
    try:
        return FiscalYear.parse(text)
    except FiscalFormatError as error:
        try:
            return Period.parse(text)
        except FiscalFormatError as other:
            raise (other if other.hint else error) from None


def _distinct_years(value: Any) -> Any:
    first: dict[FiscalYear | Period, Any] = {}
    for key in value if isinstance(value, dict) else ():
        try:
            year = key if isinstance(key, FiscalYear | Period) else year_or_period(str(key))
        except FiscalFormatError:
            continue
        if year in first:
            raise Misfit(
                "year-twice",
                at=(str(key), "[key]"),
                given=key,
                first=str(first[year]),
                again=str(key),
            )
        first[year] = key
    return value


DistinctYears = Before(_distinct_years)
"""On a mapping by year: two keys for one year (`H31` and `R1`) would silently lose a figure."""


def _words(longest: int) -> Characters:
    # What looks for figures and words in a text may take its time over a short one; no stranger's
    # file makes it take long.
    return Characters(
        {"strip_whitespace": True, "min_length": 1, "max_length": longest},
        {"type": ["string", "number"], "minLength": 1, "maxLength": longest},
        before=_text,
    )


Text = Annotated[str, _words(10_000)]
"""Wording in the plan's language, as printed."""

Wording = Annotated[str, _words(300)]
"""A figure as printed (`約5,000人`): short, since rules look for every figure in it."""


def _free(name: str) -> str:
    if name in RESERVED:
        raise Misfit("reserved-id", text=name)
    return name


Slug = Annotated[
    str,
    Characters(
        {"pattern": ID, "max_length": LONGEST_ID},
        {"type": ["string", "integer"], "pattern": ID, "maxLength": LONGEST_ID},
        before=_text,
        after=_free,
    ),
]
"""An ASCII id, never changed once merged: lower-case letters, digits, single hyphens."""

SourceRef = Annotated[
    str,
    Characters(
        {"pattern": CITATION, "max_length": LONGEST_CITATION},
        {"type": "string", "pattern": CITATION, "maxLength": LONGEST_CITATION},
        before=_text,
    ),
]
"""A citation: the id of a document, a space, and the place in it."""

_NUMBER = r"^[+-]?(?:[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)(?:\.[0-9]+)?$"
Number = Annotated[
    Decimal,
    Scalar(_number, {"anyOf": [{"type": "number"}, {"type": "string", "pattern": _NUMBER}]}),
]
"""A decimal figure, thousands separators allowed."""

Flag = Annotated[bool, Scalar(_flag, {"type": "boolean"})]

Year = Annotated[
    FiscalYear,
    _time(
        "fiscal-year",
        FiscalYear.parse,
        FiscalYear,
        {"type": ["string", "integer"], "pattern": f"^{_ERA_YEAR}$"},
    ),
]
Period_ = Annotated[
    Period,
    _time("period", Period.parse, Period, {"type": "string", "pattern": f"^{_ERA_PERIOD}$"}),
]
YearOrPeriod = Annotated[
    FiscalYear | Period,
    _time(
        "fiscal-year",
        year_or_period,
        (FiscalYear, Period),
        {"type": ["string", "integer"], "pattern": f"^(?:{_ERA_YEAR}|{_ERA_PERIOD})$"},
    ),
]
Moment_ = Annotated[
    Moment,
    _time(
        "moment",
        Moment.parse,
        Moment,
        {"type": ["string", "number"], "description": "R5.3 / R5.3.31 / 2023-03-31"},
    ),
]
MonthDay_ = Annotated[
    MonthDay,
    _time("month-day", MonthDay.parse, MonthDay, {"type": "string", "description": "4-30"}),
]
Span_ = Annotated[
    Span,
    _time("span", Span.parse, Span, {"type": "string", "description": "R4.4-R5.2 / R2-R4"}),
]
