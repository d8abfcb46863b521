"""The two rates of municipal evaluation. They are different figures and never share a column."""

from __future__ import annotations

from decimal import Decimal

from sagaict.domain.indicator import Direction
from sagaict.domain.number import divide

__all__ = ["achievement_rate", "is_met", "is_settled_by", "progress_rate"]

_HUNDRED = Decimal(100)


def achievement_rate(actual: Decimal, target: Decimal, direction: Direction) -> Decimal | None:
    """達成率 in percent, unrounded and uncapped.

    `increase`: actual ÷ target; `decrease`: target ÷ actual. `None` unless both are positive, since
    the quotient would say the opposite of the status (−800 of −500 is not 160%); only an actual of
    0 with `increase` is 0%.
    """
    if direction == "increase" and actual == 0 < target:
        return Decimal(0)
    if actual <= 0 or target <= 0:
        return None
    numerator, divisor = (actual, target) if direction == "increase" else (target, actual)
    return divide(numerator * _HUNDRED, divisor)


def progress_rate(actual: Decimal, baseline: Decimal, target: Decimal) -> Decimal | None:
    """進捗率 in percent, signed and uncapped: (actual − baseline) ÷ (target − baseline).

    `None` where target and baseline are equal.
    """
    distance = target - baseline
    return None if distance == 0 else divide((actual - baseline) * _HUNDRED, distance)


def is_met(actual: Decimal, target: Decimal, direction: Direction) -> bool:
    """Whether the unrounded figure reaches the target."""
    return actual >= target if direction == "increase" else actual <= target


def is_settled_by(known: Decimal, asked: Decimal, direction: Direction) -> bool:
    """Whether a count that can only grow has decided the matter, whatever is still missing of it.

    `increase`: it is enough already; `decrease`: it is too much already.
    """
    return known >= asked if direction == "increase" else known > asked
