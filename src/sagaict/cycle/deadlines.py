"""By when the steps of the cycle are to be done: as the city has set it, else by default."""

from __future__ import annotations

from typing import Literal, get_args

from sagaict.domain.light import dataclass
from sagaict.domain.month_day import MonthDay
from sagaict.domain.settings import CycleSettings

__all__ = ["STEPS", "Deadlines", "Step", "deadlines_of"]

Step = Literal["figures_due", "half_year_review", "yearly_review"]
STEPS: tuple[Step, ...] = get_args(Step)

_DEFAULTS: dict[Step, MonthDay] = {
    "figures_due": MonthDay(4, 30),
    "half_year_review": MonthDay(10, 31),
    "yearly_review": MonthDay(5, 31),
}
"""Defaults of this tool, not rules of any city: a month, and two for what has to be written."""


@dataclass(frozen=True, slots=True)
class Deadlines:
    """The deadline of each step; `by_default` names those nobody has set.

    There is no default for the days of the council: they are facts of a city.
    """

    figures_due: MonthDay = _DEFAULTS["figures_due"]
    half_year_review: MonthDay = _DEFAULTS["half_year_review"]
    yearly_review: MonthDay = _DEFAULTS["yearly_review"]
    council: tuple[MonthDay, ...] = ()
    by_default: frozenset[Step] = frozenset(STEPS)

    def of(self, step: Step) -> MonthDay:
        """The deadline of a step."""
        found: MonthDay = getattr(self, step)
        return found


def deadlines_of(stated: CycleSettings) -> Deadlines:
    """The deadlines stated, with the defaults for the others."""
    return Deadlines(
        stated.figures_due or _DEFAULTS["figures_due"],
        stated.half_year_review or _DEFAULTS["half_year_review"],
        stated.yearly_review or _DEFAULTS["yearly_review"],
        tuple(sorted(set(stated.council))),
        frozenset(step for step in STEPS if getattr(stated, step) is None),
    )
