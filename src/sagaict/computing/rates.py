"""The two rates of municipal evaluation. They are different figures and never share a column."""

from __future__ import annotations

from decimal import Decimal

from sagaict.domain.indicator import Direction
from sagaict.domain.light import dataclass
from sagaict.domain.number import divide

__all__ = ["Asked", "achievement_rate", "progress_rate"]

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


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of a figure: at least the value, or at most it; if `strict`, beyond it."""

    value: Decimal
    direction: Direction
    strict: bool = False

    def is_met_by(self, actual: Decimal) -> bool:
        """Whether the unrounded figure reaches it."""
        if actual == self.value:
            return not self.strict
        return (actual > self.value) == (self.direction == "increase")

    def is_settled_by(self, known: Decimal) -> bool:
        """Whether a count that can only grow has decided it, whatever is still missing of it.

        `increase`: it is enough already; `decrease`: it is too much already.
        """
        return self.is_met_by(known) == (self.direction == "increase")
