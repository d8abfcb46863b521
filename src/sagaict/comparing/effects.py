"""Whether a target that was changed asks for less than before, for more, or neither can be said."""

from __future__ import annotations

from decimal import Decimal

from sagaict.comparing.change import Effect
from sagaict.computing.targets import AimedAt
from sagaict.domain.fiscal import FiscalYear, Period, TargetKey
from sagaict.domain.indicator import Direction

__all__ = ["amounts_effect", "effect_of", "factor", "held_together"]


def effect_of(
    old: AimedAt, new: AimedAt, years: tuple[TargetKey, TargetKey], direction: Direction
) -> Effect | None:
    """What became of what is asked for: the amount and the time taken together; `None`: the same.

    `years` are what the target was and is for. Less of both is eased, more of both tightened; more
    of one and less of the other is unclear.
    """
    amounts = held_together(old, new)
    if amounts is None:
        return "unclear"
    asked = amounts_effect(*amounts, direction) or _strictness_effect(old, new)
    effects = {asked, _times_effect(*years, direction)} - {None}
    return effects.pop() if len(effects) == 1 else ("unclear" if effects else None)


def amounts_effect(old: Decimal, new: Decimal | None, direction: Direction) -> Effect | None:
    """What became of an amount asked for; `None`: it is the same."""
    if new is None:
        return "unclear"
    if new == old:
        return None
    return "eased" if (new < old) == (direction == "increase") else "tightened"


def _strictness_effect(old: AimedAt, new: AimedAt) -> Effect | None:
    """Of the same amount: to go beyond it is more than to reach it."""
    if old.target.strict == new.target.strict:
        return None
    return "tightened" if new.target.strict else "eased"


def held_together(old: AimedAt, new: AimedAt) -> tuple[Decimal, Decimal] | None:
    """Two numbers that say which target asks for more; `None` if there are none.

    Of two relations to the same figure they are the factors, unless that figure is known not to be
    above 0: more of less than nothing is less.
    """
    before, now = factor(old), factor(new)
    same = old.basis_year == new.basis_year
    positive = all(aimed.basis is None or aimed.basis > 0 for aimed in (old, new))
    if before is not None and now is not None and same and positive:
        return before, now
    if old.value is None or new.value is None:
        return None
    return old.value, new.value


def factor(aimed: AimedAt) -> Decimal | None:
    """By what a relative target multiplies its basis: 1.1 for 10% more; `None` for any other."""
    relative = aimed.target.relative
    if relative is None:
        return None
    if relative.times is not None:
        return relative.times
    return 1 + (relative.percent or Decimal(0)) / 100


def _times_effect(old: TargetKey, new: TargetKey, direction: Direction) -> Effect | None:
    """What became of the time given; `None`: it is the same.

    Later is easier. A total over more years is easier to reach, and harder to stay below.
    """
    if old == new:
        return None
    if isinstance(old, FiscalYear) and isinstance(new, FiscalYear):
        return "eased" if new > old else "tightened"
    if isinstance(old, Period) and isinstance(new, Period):
        if new.first <= old.first and new.last >= old.last:
            return "eased" if direction == "increase" else "tightened"
        if new.first >= old.first and new.last <= old.last:
            return "tightened" if direction == "increase" else "eased"
    return "unclear"
