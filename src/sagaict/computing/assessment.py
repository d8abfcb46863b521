"""What is found out about one indicator: the judgement as a value. `judging` makes it."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from sagaict.computing.expectation import Expectation
from sagaict.computing.figures import Figure
from sagaict.computing.status import Gap, Reason, Status
from sagaict.computing.targets import AimedAt
from sagaict.domain.fiscal import FiscalYear
from sagaict.domain.indicator import ActualState
from sagaict.domain.light import dataclass
from sagaict.domain.portfolio import PlacedIndicator
from sagaict.domain.results import Actual

__all__ = ["Assessment", "Computed", "Restriction"]

Restriction = Literal["part_of_year", "incomplete"]
"""Why rates are not those of the whole time. `part_of_year`: the figure covers a part of its year.
`incomplete`: a total lacks years."""


@dataclass(frozen=True, slots=True)
class Computed:
    """A derived value, and what it is made of.

    Of a share, `numerator` of `denominator` indicators met their target, as in the tally of that
    year; of a sum, so many of its parts are there. `gaps` are those it lacks: as long as there
    are any, there is no `value`, since a part of a sum is not the sum. `state` is final only if
    everything it is made of is.
    """

    value: Decimal | None
    numerator: int
    denominator: int
    gaps: tuple[Gap, ...] = ()
    state: ActualState = "final"

    @property
    def complete(self) -> bool:
        """Whether everything it is made of is there, and final."""
        return self.value is not None and self.state == "final"

    @property
    def actual(self) -> Actual | None:
        """The value as if it had been reported."""
        return None if self.value is None else Actual(value=self.value, state=self.state)


@dataclass(frozen=True, slots=True)
class Assessment:
    """One indicator in one fiscal year. Rates are in percent, unrounded.

    `year` is the year of the target judged (or, where no target is set, of the figure), `aimed`
    that year's own target. The figure is held against the target of `against`, which is `year`
    itself or, where that has none, the next one decided; `goal` is what that comes to. `figure`
    is what it is judged by, never newer than that target; `latest` the newest one known, which may
    be of another year. `computed` is what a derived indicator comes to in the year of its figure.
    Of an indicator whose `parts` are judged in its place there is only the status.
    """

    placed: PlacedIndicator
    year: FiscalYear
    aimed: AimedAt | None
    due: bool
    figure: Figure | None
    latest: Figure | None
    expected: Expectation | None
    achievement_rate: Decimal | None
    progress_rate: Decimal | None
    status: Status
    reason: Reason
    against: FiscalYear | None = None
    goal: AimedAt | None = None
    computed: Computed | None = None
    parts: tuple[Assessment, ...] = ()

    @property
    def restrictions(self) -> tuple[Restriction, ...]:
        """What its rates are to be marked with; nothing, once no further figure can change them."""
        figure, found = self.figure, list[Restriction]()
        if figure is None or figure.value is None or self.reason.why == "settled":
            return ()
        if figure.share is not None:
            found.append("part_of_year")
        if figure.gaps:
            found.append("incomplete")
        return tuple(found)
