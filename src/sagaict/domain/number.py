"""Figures as decimals, read as officers write them (`1,027`) and printed half-up."""

from __future__ import annotations

import re
from decimal import ROUND_DOWN, ROUND_HALF_UP, ROUND_UP, Decimal, localcontext
from typing import Literal

from sagaict.domain.regex import regex
from sagaict.domain.typed import half_width, holds_odd_digit

__all__ = [
    "NumberFormatError",
    "Rounding",
    "decimals_of",
    "divide",
    "group",
    "parse_number",
    "round_to",
    "shown_rate",
]

Rounding = Literal["half_up", "truncate", "up"]
"""How a plan rounds the percentages it prints: 四捨五入, 切捨て, 切上げ."""

_ROUNDING = {"half_up": ROUND_HALF_UP, "truncate": ROUND_DOWN, "up": ROUND_UP}
_FULL, _ALMOST = Decimal("100.0"), Decimal("99.9")
_PLAIN = regex(r"[+-]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?", re.ASCII)
_MAX_DIGITS = 18
_MAX_EXPLAINED = 60
_PRECISION = 80
# A word or a sign behind the figure; `1e5` and `0x10` are no units, and neither is `12:30`.
_WITH_UNIT = regex(
    r"(?:約)?([+-]?[0-9,]+(?:\.[0-9]+)?)\s*(?![A-Za-z]+[+-]?[0-9])(?:[^\W\d_]|[%‰°(]).{0,11}"
)


class NumberFormatError(ValueError):
    """Text that is no plain decimal. `reason` names the trap; `suggestion` is the mended text."""

    def __init__(self, text: str, reason: str, suggestion: str = "") -> None:
        super().__init__(f"not a number ({reason}): {text!r}")
        self.text = text
        self.reason = reason
        self.suggestion = suggestion


def parse_number(text: str) -> Decimal:
    """Read `1,027`, `61.3` or `-3` as a decimal. `-0` is 0.

    Nothing else is guessed at: full-width digits, a unit behind the figure, `1_000`, exponents and
    misplaced thousands separators are refused, each by its own reason.

    Raises:
        NumberFormatError: its reason is `full_width`, `unit`, `separator`, `too_long` or
            `not_number`.
    """
    stripped = text.strip()
    if _PLAIN.fullmatch(stripped):
        if sum(character.isdigit() for character in stripped) > _MAX_DIGITS:
            raise NumberFormatError(text, "too_long")
        return _unsigned_zero(Decimal(stripped.replace(",", "")))
    raise _explain(text, stripped)


def _explain(text: str, stripped: str) -> NumberFormatError:
    if len(stripped) > _MAX_EXPLAINED:
        digits = stripped[:_MAX_EXPLAINED].replace(",", "")
        return NumberFormatError(text, "too_long" if digits.isdecimal() else "not_number")
    folded = half_width(stripped)
    if folded != stripped and _PLAIN.fullmatch(folded):
        return NumberFormatError(text, "full_width", folded)
    if re.fullmatch(r"[+-]?[0-9,]*[0-9][0-9,]*(\.[0-9]+)?", folded) and "," in folded:
        # `1,2` may be meant as 1.2: only groups of three say that a comma separates thousands.
        certain = re.fullmatch(r"[+-]?[0-9]+(?:,[0-9]{3})+(?:\.[0-9]+)?", folded)
        meant = f"{Decimal(folded.replace(',', '')):,}" if certain else ""
        return NumberFormatError(text, "separator", meant)
    if re.fullmatch(r"[+-]?[0-9]+(_[0-9]+)+", folded):
        return NumberFormatError(text, "separator", f"{Decimal(folded.replace('_', '')):,}")
    with_unit = _WITH_UNIT.fullmatch(folded)
    if with_unit and _PLAIN.fullmatch(with_unit[1]) and not holds_odd_digit(stripped):
        return NumberFormatError(text, "unit", with_unit[1])
    return NumberFormatError(text, "not_number")


def divide(numerator: Decimal, denominator: Decimal) -> Decimal:
    """The quotient to 28 significant digits, the same wherever it is computed.

    Raises:
        ZeroDivisionError: the denominator is 0.
    """
    with localcontext() as context:
        context.prec = 28
        return numerator / denominator


def round_to(value: Decimal, places: int = 1, rounding: Rounding = "half_up") -> Decimal:
    """`value` to `places` decimals, half-up unless a plan says otherwise (114.25 → 114.3)."""
    with localcontext() as context:
        context.prec = _PRECISION
        rounded = value.quantize(Decimal(1).scaleb(-places), rounding=_ROUNDING[rounding])
    return _unsigned_zero(rounded)


def _unsigned_zero(value: Decimal) -> Decimal:
    return value.copy_abs() if value.is_zero() else value


def shown_rate(value: Decimal) -> Decimal:
    """A rate in percent to one decimal, half-up; but what falls short of 100 never reads 100.0."""
    rounded = round_to(value)
    return _ALMOST if value < _FULL and rounded == _FULL else rounded


def group(value: Decimal) -> str:
    """The figure with thousands separators and the digits it was written with (`1,027`, `61.3`)."""
    return f"{_unsigned_zero(value):,f}"


def decimals_of(value: Decimal) -> int:
    """How many decimals the figure is written with: 1 for 61.3 and for 61.0, none for 61."""
    exponent = value.as_tuple().exponent
    return max(-exponent, 0) if isinstance(exponent, int) else 0
