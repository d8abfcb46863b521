"""An indicator with parts (内訳): it counts once, and stands as its parts stand together."""

from __future__ import annotations

from collections.abc import Sequence

from sagaict.computing.assessment import Assessment
from sagaict.computing.status import Reason, Status
from sagaict.computing.targets import targets_by_year
from sagaict.computing.view import View
from sagaict.domain.fiscal import FiscalYear
from sagaict.domain.portfolio import PlacedIndicator

__all__ = ["target_years", "together"]

_DECIDES_WHEN_DUE: tuple[Status, ...] = ("unmet", "not_reported", "pending", "not_assessable")
_ON_THE_WAY: tuple[Status, ...] = (
    *("behind", "pending", "not_assessable", "not_due", "undecided", "on_track", "met"),
    *("discontinued", "reference"),
)
"""Of what no due part decides, the first that a part is: none is said to go well for another."""


def together(
    placed: PlacedIndicator, parts: Sequence[Assessment], year: FiscalYear | None = None
) -> Assessment:
    """The judgement on the whole: the status and its parts, and neither figure nor rate.

    `year` is the one that was asked for, else that of the parts which decide.
    """
    status, due = _stands(parts)
    return Assessment(
        placed=placed,
        year=year or max(each.year for each in parts if each.status == status),
        aimed=None,
        due=due,
        figure=None,
        latest=None,
        expected=None,
        achievement_rate=None,
        progress_rate=None,
        status=status,
        reason=Reason("parts"),
        parts=tuple(parts),
    )


def _stands(parts: Sequence[Assessment]) -> tuple[Status, bool]:
    """The status of the whole, and whether it is due."""
    due = {each.status for each in parts if each.due}
    for status in _DECIDES_WHEN_DUE:
        if status in due:
            return status, True
    found = {each.status for each in parts}
    status = next(each for each in _ON_THE_WAY if each in found)
    return status, status in due


def target_years(placed: PlacedIndicator, view: View) -> set[FiscalYear]:
    """The years in which a target of the indicator, or of one of its parts, falls due."""
    return {year for each in placed.judged for year in targets_by_year(each.indicator, view)}
