"""By when the steps of the cycle are to be done: as the city has set it, else by default."""

from __future__ import annotations

import calendar
from dataclasses import field
from functools import partial
from typing import Literal, get_args

from sagaict.domain.light import dataclass
from sagaict.domain.month_day import MonthDay
from sagaict.domain.reckoning import reckoned
from sagaict.domain.settings import CycleSettings

__all__ = ["STEPS", "Deadlines", "Step", "deadlines_of"]

Step = Literal["figures_due", "half_year_review", "yearly_review"]
STEPS: tuple[Step, ...] = get_args(Step)
_LEAP_YEAR = 2024

_MONTHS: dict[Step, int] = {"figures_due": 1, "half_year_review": 7, "yearly_review": 2}
"""At the end of which month of the year each is due by default: 30 April, 31 October, 31 May.

Defaults of this tool, not rules of any city: a month, and two for what has to be written.
"""


def _default(step: Step) -> MonthDay:
    month = (reckoned().first_month + _MONTHS[step] - 2) % 12 + 1
    return MonthDay(month, calendar.monthrange(_LEAP_YEAR, month)[1])


@dataclass(frozen=True, slots=True)
class Deadlines:
    """The deadline of each step; `by_default` names those nobody has set.

    There is no default for the days of the council: they are facts of a city.
    """

    figures_due: MonthDay = field(default_factory=partial(_default, "figures_due"))
    half_year_review: MonthDay = field(default_factory=partial(_default, "half_year_review"))
    yearly_review: MonthDay = field(default_factory=partial(_default, "yearly_review"))
    council: tuple[MonthDay, ...] = ()
    by_default: frozenset[Step] = frozenset(STEPS)

    def of(self, step: Step) -> MonthDay:
        """The deadline of a step."""
        found: MonthDay = getattr(self, step)
        return found


def deadlines_of(stated: CycleSettings) -> Deadlines:
    """The deadlines stated, with the defaults for the others."""
    return Deadlines(
        stated.figures_due or _default("figures_due"),
        stated.half_year_review or _default("half_year_review"),
        stated.yearly_review or _default("yearly_review"),
        tuple(sorted(set(stated.council))),
        frozenset(step for step in STEPS if getattr(stated, step) is None),
    )
