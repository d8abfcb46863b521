"""A step of the cycle that somebody still has to take."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal, get_args

from sagaict.domain.fiscal import FiscalYear, Period
from sagaict.domain.indicator import Indicator
from sagaict.domain.light import dataclass
from sagaict.domain.owner import Owner
from sagaict.domain.plan import Plan
from sagaict.domain.results import Actual

__all__ = ["KINDS", "STATES", "Aside", "State", "Task", "TaskKind"]

TaskKind = Literal[
    "figure",
    "confirm",
    "remark",
    "action",
    "half_year_review",
    "yearly_review",
    "instruction",
    "follow_up",
    "council",
    "council_rating",
    "judgement",
    "outcome",
]
KINDS: tuple[TaskKind, ...] = get_args(TaskKind)
State = Literal["overdue", "due", "soon"]
STATES: tuple[State, ...] = get_args(State)
Aside = Literal["", "half_year_too"]
"""`half_year_too`: the year is over, and its half-year review was not recorded either."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """What is to be done about the thing `full_id`, by any of `owners` (none: nobody is named).

    It can be done from `opens` on (`None`: at any time) and is to be done by `deadline` (`None`:
    none was given). `number` tells several of one kind apart. Of a figure there is the `indicator`,
    the figure known so far (`actual`), and the period of the total it is a part of (`total`).
    `text` is wording of the data; `count` of `of` are left of a task with parts.
    """

    kind: TaskKind
    plan: Plan
    full_id: str
    title: str
    owners: tuple[Owner, ...]
    year: FiscalYear | None = None
    opens: date | None = None
    deadline: date | None = None
    number: int = 0
    indicator: Indicator | None = None
    actual: Actual | None = None
    total: Period | None = None
    text: str = ""
    count: int = 0
    of: int = 0
    aside: Aside = ""

    def state_on(self, day: date, soon: int) -> State | None:
        """`overdue`: the deadline has passed. `due`: it can be done, and there is time left.

        `soon`: it can be done within `soon` days from `day`. `None`: that is further off.
        """
        if self.deadline is not None and self.deadline < day:
            return "overdue"
        if self.opens is None or self.opens <= day:
            return "due"
        return "soon" if self.opens <= day + timedelta(days=soon) else None

    @property
    def key(self) -> str:
        """What stays the same of a task from one day to the next, in ASCII."""
        parts = [self.kind, self.year.short if self.year else "", self.full_id.replace("/", ".")]
        if self.number:
            parts.append(str(self.number))
        return "-".join(part for part in parts if part)
