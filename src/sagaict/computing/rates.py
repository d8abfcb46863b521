"""The two rates of municipal evaluation. They are different figures and never share a column."""

from __future__ import annotations

from decimal import Decimal

from sagaict.domain.indicator import Direction
from sagaict.domain.number import divide

__all__ = ["achievement_rate", "is_met", "progress_rate"]

_HUNDRED = Decimal(100)


def achievement_rate(actual: Decimal, target: Decimal, direction: Direction) -> Decimal | None:
    """達成率 in percent, unrounded and uncapped.

    `increase`: actual ÷ target; `decrease`: target ÷ actual. `None` if the divisor is 0.
    """
    numerator, divisor = (actual, target) if direction == "increase" else (target, actual)
    return None if divisor == 0 else divide(numerator * _HUNDRED, divisor)


def progress_rate(actual: Decimal, baseline: Decimal, target: Decimal) -> Decimal | None:
    """進捗率 in percent, signed and uncapped: (actual − baseline) ÷ (target − baseline).

    `None` where target and baseline are equal.
    """
    distance = target - baseline
    return None if distance == 0 else divide((actual - baseline) * _HUNDRED, distance)


def is_met(actual: Decimal, target: Decimal, direction: Direction) -> bool:
    """Whether the unrounded figure reaches the target."""
    return actual >= target if direction == "increase" else actual <= target
