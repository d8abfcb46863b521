"""What is still to come of a target: nothing more, because it is settled, void or withdrawn."""

from __future__ import annotations

from sagaict.computing.figures import Figure
from sagaict.domain.fiscal import FiscalYear
from sagaict.domain.indicator import Indicator
from sagaict.domain.plan import Plan
from sagaict.domain.portfolio import PlacedIndicator, PlacedProject
from sagaict.domain.results import Actual

__all__ = [
    "is_closed",
    "is_dropped",
    "is_settled",
    "is_superseded",
    "is_unjudged",
    "is_void",
    "is_withdrawn",
]

_CLOSED = ("not_surveyed", "not_assessable")
"""States that say there will be no figure."""


def is_closed(actual: Actual | None) -> bool:
    """Whether nothing more is to come of a year: a final figure, or word that there is none."""
    return actual is not None and (actual.is_final or actual.state in _CLOSED)


def is_settled(figure: Figure | None) -> bool:
    """Whether nothing more is to come of a target: `is_closed`, of each year of a total."""
    if figure is None:
        return False
    if figure.actual.is_judged:
        return True
    if figure.value is not None and (figure.state != "final" or figure.share is not None):
        return False
    if figure.gaps:
        return all(gap.cause in _CLOSED for gap in figure.gaps)
    return figure.value is not None or figure.state in _CLOSED


def is_unjudged(indicator: Indicator, year: FiscalYear) -> bool:
    """Whether there is a figure, but nobody has judged by it a target in words."""
    actual, target = indicator.actuals.get(year), indicator.targets.get(year)
    words = target is not None and target.words is not None
    return words and actual is not None and actual.value is not None and not actual.is_judged


def is_superseded(plan: Plan, year: FiscalYear) -> bool:
    """Whether another plan took the place of this one before the year was over."""
    return any(
        change.what == "superseded"
        and (change.date is None or change.date.first_day <= year.last_day)
        for change in plan.revisions
    )


def is_dropped(entry: PlacedIndicator | PlacedProject, year: FiscalYear) -> bool:
    """Whether it was dropped before the year was over."""
    dropped = entry.dropped
    return dropped is not None and dropped.date.first_day <= year.last_day


def is_withdrawn(entry: PlacedIndicator | PlacedProject, year: FiscalYear) -> bool:
    """Whether it was dropped, or its plan superseded, before the year was over.

    A target of that year never falls due: it was neither met nor missed.
    """
    return is_superseded(entry.plan, year) or is_dropped(entry, year)


def is_void(placed: PlacedIndicator, year: FiscalYear) -> bool:
    """Whether the target was withdrawn, or the project given up, before it fell due."""
    if is_withdrawn(placed, year):
        return True
    return placed.project is not None and any(
        (judged.latest.progress == "cancelled" and when <= year)
        or (judged.latest.outlook in ("stop", "merge") and when < year)
        for when, judged in placed.project.evaluations.items()
    )
