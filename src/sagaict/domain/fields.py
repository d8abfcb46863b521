"""The kinds of values that stand in the files: how each is read, and its place in the JSON Schema.

The loader hands every scalar over as text, so the field, not YAML, decides what `R5`, `1,027` or
`no` means. A value that does not fit raises an error whose *type* is a rule id (see
`sagaict.reading.rules`); the wording is chosen later, in the reader's language.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    InstanceOf,
    PlainSerializer,
    StringConstraints,
    ValidationError,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

from sagaict.domain.fiscal import FiscalFormatError, FiscalYear, Moment, Period, Span
from sagaict.domain.ids import CITATION, ID, LONGEST_CITATION, LONGEST_ID, RESERVED
from sagaict.domain.month_day import MonthDay
from sagaict.domain.number import NumberFormatError, parse_number

__all__ = [
    "DistinctYears",
    "Flag",
    "Moment_",
    "MonthDay_",
    "Number",
    "Period_",
    "Record",
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
_ERA_YEAR = f"(?:{_ERA}(?:{_DIGIT}{{1,2}}|元)|[12１２]{_DIGIT}{{3}})(?:年度)?"
_ERA_PERIOD = f"{_ERA_YEAR}\\s*[-－–—~〜～]\\s*(?:{_ERA_YEAR}|{_DIGIT}{{1,2}}(?:年度)?)"
# How long texts may be. What looks for figures and words in them may take its time over a short
# one; no stranger's file makes it take long.
_MAX_TEXT, _MAX_WORDING = 10_000, 300


class Record(BaseModel):
    """A mapping in a file: unknown keys are errors, and nothing changes after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def _text(value: Any) -> Any:
    # A plain `20` in a field of text is the text "20"; models built in code may pass numbers too.
    return str(value) if isinstance(value, int | Decimal) and not isinstance(value, bool) else value


def _number(value: Any) -> Any:
    if isinstance(value, str):
        try:
            return parse_number(value)
        except NumberFormatError as error:
            raise PydanticCustomError(
                f"number-{error.reason.replace('_', '-')}",
                "not a plain number: {text}",
                {"text": error.text.strip(), "suggestion": error.suggestion},
            ) from None
    if isinstance(value, int) and not isinstance(value, bool):
        return Decimal(value)
    if isinstance(value, Decimal):
        return value
    raise PydanticCustomError("not-a-scalar", "a number is expected here", {})


def _flag(value: Any) -> Any:
    if isinstance(value, bool):
        return value
    if value in ("true", "false"):
        return value == "true"
    raise PydanticCustomError("not-a-flag", "true or false is expected", {"text": str(value)})


def _fiscal(rule: str, parse: Any, kind: type | tuple[type, ...]) -> Any:
    def read(value: Any) -> Any:
        if isinstance(value, kind):
            return value
        if isinstance(value, int) and not isinstance(value, bool):
            value = str(value)
        if not isinstance(value, str):
            raise PydanticCustomError("not-a-scalar", "one value is expected here", {})
        try:
            return parse(value)
        except FiscalFormatError as error:
            raise PydanticCustomError(
                rule, "not understood: {text}", {"text": error.text, "suggestion": error.hint}
            ) from None

    return BeforeValidator(read)


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
            error = PydanticCustomError(
                "year-twice", "one year twice", {"first": str(first[year]), "again": str(key)}
            )
            raise ValidationError.from_exception_data(
                "years", [{"type": error, "loc": (str(key), "[key]"), "input": key}]
            )
        first[year] = key
    return value


_as_text = PlainSerializer(str, return_type=str)

DistinctYears = BeforeValidator(_distinct_years)
"""On a mapping by year: two keys for one year (`H31` and `R1`) would silently lose a figure."""

Text = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=_MAX_TEXT),
    BeforeValidator(_text),
    WithJsonSchema({"type": ["string", "number"], "minLength": 1, "maxLength": _MAX_TEXT}),
]
"""Wording in the plan's language, as printed."""

Wording = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=_MAX_WORDING),
    BeforeValidator(_text),
    WithJsonSchema({"type": ["string", "number"], "minLength": 1, "maxLength": _MAX_WORDING}),
]
"""A figure as printed (`約5,000人`): short, since rules look for every figure in it."""


def _free(name: str) -> str:
    if name in RESERVED:
        raise PydanticCustomError("reserved-id", "a name of Windows", {"text": name})
    return name


Slug = Annotated[
    str,
    StringConstraints(pattern=ID, max_length=LONGEST_ID),
    BeforeValidator(_text),
    AfterValidator(_free),
    WithJsonSchema({"type": ["string", "integer"], "pattern": ID, "maxLength": LONGEST_ID}),
]
"""An ASCII id, never changed once merged: lower-case letters, digits, single hyphens."""

SourceRef = Annotated[
    str,
    StringConstraints(pattern=CITATION, max_length=LONGEST_CITATION),
    BeforeValidator(_text),
]
"""A citation: the id of a document, a space, and the place in it."""

Number = Annotated[
    Decimal,
    BeforeValidator(_number),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "number"},
                {
                    "type": "string",
                    "pattern": r"^[+-]?(?:[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)(?:\.[0-9]+)?$",
                },
            ]
        }
    ),
]
"""A decimal figure, thousands separators allowed."""

Flag = Annotated[bool, BeforeValidator(_flag), WithJsonSchema({"type": "boolean"})]

Year = Annotated[
    InstanceOf[FiscalYear],
    _fiscal("fiscal-year", FiscalYear.parse, FiscalYear),
    _as_text,
    WithJsonSchema({"type": ["string", "integer"], "pattern": f"^{_ERA_YEAR}$"}),
]
Period_ = Annotated[
    InstanceOf[Period],
    _fiscal("period", Period.parse, Period),
    _as_text,
    WithJsonSchema({"type": "string", "pattern": f"^{_ERA_PERIOD}$"}),
]
YearOrPeriod = Annotated[
    InstanceOf[FiscalYear] | InstanceOf[Period],
    _fiscal("fiscal-year", year_or_period, (FiscalYear, Period)),
    _as_text,
    WithJsonSchema({"type": ["string", "integer"], "pattern": f"^(?:{_ERA_YEAR}|{_ERA_PERIOD})$"}),
]
Moment_ = Annotated[
    InstanceOf[Moment],
    _fiscal("moment", Moment.parse, Moment),
    _as_text,
    WithJsonSchema({"type": ["string", "number"], "description": "R5.3 / R5.3.31 / 2023-03-31"}),
]
MonthDay_ = Annotated[
    InstanceOf[MonthDay],
    _fiscal("month-day", MonthDay.parse, MonthDay),
    _as_text,
    WithJsonSchema({"type": "string", "description": "4-30"}),
]
Span_ = Annotated[
    InstanceOf[Span],
    _fiscal("span", Span.parse, Span),
    _as_text,
    WithJsonSchema({"type": "string", "description": "R4.4-R5.2 / R2-R4"}),
]
