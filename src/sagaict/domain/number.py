"""Figures as decimals, read as officers write them (`1,027`) and printed half-up."""

from __future__ import annotations

import re
from decimal import ROUND_DOWN, ROUND_HALF_UP, ROUND_UP, Decimal, localcontext
from typing import Literal

__all__ = ["NumberFormatError", "Rounding", "divide", "group", "parse_number", "round_to"]

Rounding = Literal["half_up", "truncate", "up"]
"""How a plan rounds the percentages it prints: 四捨五入, 切捨て, 切上げ."""

_ROUNDING = {"half_up": ROUND_HALF_UP, "truncate": ROUND_DOWN, "up": ROUND_UP}
_PLAIN = re.compile(r"[+-]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?")
_MAX_DIGITS = 18


class NumberFormatError(ValueError):
    """Text that is no plain decimal. `reason` names the trap; `suggestion` is the mended text."""

    def __init__(self, text: str, reason: str, suggestion: str = "") -> None:
        super().__init__(f"not a number ({reason}): {text!r}")
        self.text = text
        self.reason = reason
        self.suggestion = suggestion


def parse_number(text: str) -> Decimal:
    """Read `1,027`, `61.3` or `-3` as a decimal.

    Nothing else is guessed at: full-width digits, a unit behind the figure, `1_000`, exponents and
    misplaced thousands separators are refused, each by its own reason.

    Raises:
        NumberFormatError: its reason is `full_width`, `unit`, `separator`, `too_long` or
            `not_number`.
    """
    stripped = text.strip()
    if _PLAIN.fullmatch(stripped) and stripped.isascii():
        if sum(character.isdigit() for character in stripped) > _MAX_DIGITS:
            raise NumberFormatError(text, "too_long")
        return Decimal(stripped.replace(",", ""))
    raise _explain(text, stripped)


def _explain(text: str, stripped: str) -> NumberFormatError:
    import unicodedata

    folded = unicodedata.normalize("NFKC", stripped).replace("−", "-")
    if folded != stripped and _PLAIN.fullmatch(folded) and folded.isascii():
        return NumberFormatError(text, "full_width", folded)
    if re.fullmatch(r"[+-]?[\d,]*\d[\d,]*(\.\d+)?", folded) and "," in folded:
        return NumberFormatError(text, "separator", f"{Decimal(folded.replace(',', '')):,}")
    if re.fullmatch(r"[+-]?\d+(_\d+)+", folded):
        return NumberFormatError(text, "separator", f"{int(folded.replace('_', '')):,}")
    with_unit = re.fullmatch(r"(?:約)?([+-]?[\d,]+(?:\.\d+)?)\s*([^\d\s.,+\-].{0,11})", folded)
    if with_unit and _PLAIN.fullmatch(with_unit[1]):
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
    return value.quantize(Decimal(1).scaleb(-places), rounding=_ROUNDING[rounding])


def group(value: Decimal) -> str:
    """The figure with thousands separators and the digits it was written with (`1,027`, `61.3`)."""
    return f"{value:,f}"
