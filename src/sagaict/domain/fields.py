"""The kinds of values that stand in the files: how each is read, and its place in the JSON Schema.

The loader hands every scalar over as text, so the field, not YAML, decides what `R5`, `1,027` or
`no` means. A value that does not fit raises an error whose *type* is a rule id (see
`sagaict.reading.rules`); the wording is chosen later, in the reader's language.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    InstanceOf,
    PlainSerializer,
    StringConstraints,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

from sagaict.domain.fiscal import FiscalFormatError, FiscalYear, Moment, Period, Span
from sagaict.domain.number import NumberFormatError, parse_number

__all__ = [
    "Flag",
    "Moment_",
    "Number",
    "Period_",
    "Record",
    "Slug",
    "SourceRef",
    "Span_",
    "Text",
    "Year",
    "YearOrPeriod",
    "year_or_period",
]

_ERA_YEAR = r"(?:[RHS](?:[1-9][0-9]?)|[12][0-9]{3})"


class Record(BaseModel):
    """A mapping in a file: unknown keys are errors, and nothing changes after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=False)


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


_as_text = PlainSerializer(str, return_type=str)

Text = Annotated[
    str,
    BeforeValidator(_text),
    StringConstraints(strip_whitespace=True, min_length=1),
    WithJsonSchema({"type": ["string", "number"], "minLength": 1}),
]
"""Wording in the plan's language, as printed."""

Slug = Annotated[
    str,
    BeforeValidator(_text),
    StringConstraints(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$", max_length=60),
]
"""An ASCII id, never changed once merged: lower-case letters, digits, single hyphens."""

SourceRef = Annotated[
    str,
    BeforeValidator(_text),
    StringConstraints(pattern=r"^[a-z0-9][a-z0-9/-]*(?: \S.*)?$", max_length=300),
]
"""A citation: the id of a document, a space, and the place in it."""

Number = Annotated[
    Decimal,
    BeforeValidator(_number),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "number"},
                {"type": "string", "pattern": r"^[+-]?[0-9]{1,3}(,[0-9]{3})*(\.[0-9]+)?$"},
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
    WithJsonSchema({"type": "string", "pattern": f"^{_ERA_YEAR}-{_ERA_YEAR}$"}),
]
YearOrPeriod = Annotated[
    InstanceOf[FiscalYear] | InstanceOf[Period],
    _fiscal("fiscal-year", year_or_period, (FiscalYear, Period)),
    _as_text,
    WithJsonSchema({"type": ["string", "integer"], "pattern": f"^{_ERA_YEAR}(?:-{_ERA_YEAR})?$"}),
]
Moment_ = Annotated[
    InstanceOf[Moment],
    _fiscal("moment", Moment.parse, Moment),
    _as_text,
    WithJsonSchema({"type": "string", "description": "R5.3 / R5.3.31 / 2023-03-31"}),
]
Span_ = Annotated[
    InstanceOf[Span],
    _fiscal("span", Span.parse, Span),
    _as_text,
    WithJsonSchema({"type": "string", "description": "R4.4-R5.2 / R2-R4"}),
]
