"""The statuses, and why an indicator has the one it has: reasons as data, worded by reports."""

from __future__ import annotations

from typing import Literal, get_args

from sagaict.domain.fiscal import FiscalYear
from sagaict.domain.light import dataclass
from sagaict.domain.words import Status

__all__ = ["STATUSES", "Gap", "GapCause", "Reason", "Status", "Verdict", "Why"]

STATUSES: tuple[Status, ...] = get_args(Status)

Why = Literal[
    "reached",  # met: the figure of the year reaches the target
    "missed",  # unmet: it does not
    "judged",  # met, unmet, on_track, not_due: somebody judged a target in words
    "late",  # met: somebody judged it reached, but after its year
    "no_judgement",  # not_reported, not_due: there is a figure, and nobody judged the words
    "inside",  # met, on_track: the figure lies within the range aimed at
    "outside",  # unmet, behind, not_due: it does not
    "settled",  # met or unmet: whatever is still missing cannot change it
    "not_final",  # on_track, behind: due, but the figure may still change
    "part_of_year",  # on_track, behind: the figure is of a part of its year, held against its share
    "expectation",  # on_track, behind: held against what is expected on the way
    "bound",  # on_track, behind: what is missing of a total cannot change it
    "state",  # pending, not_assessable: what was reported instead of a figure
    "gaps",  # pending, not_reported, not_assessable: what a total or a computed figure lacks
    "basis",  # pending, not_due: what a relative target relates to has no final figure yet
    "no_figure",  # not_reported, not_due
    "later",  # not_due: another target is the one to be judged by now
    "no_target",  # undecided: none is set
    "for_reference",  # reference: none will be set
    "before_plan",  # not_due: of a year before the plan, or before the indicator was added
    "no_expectation",  # not_assessable: nothing says what should be reached by then
    "parts",  # any: as its parts stand together
    "dropped",  # discontinued
    "superseded",  # discontinued
]

GapCause = Literal[
    "pending", "not_surveyed", "not_assessable", "no_entry", "part_of_year", "overlap"
]
"""Why a year adds nothing (certain) to a total. `no_entry`: nobody has reported it.
`part_of_year`: its figure covers a part of it only. `overlap`: its span overlaps another's."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A year that a total lacks, or an indicator (its full id) that a computed figure lacks."""

    of: FiscalYear | str
    cause: GapCause


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a status is what it is.

    `gaps` are what decides (`gaps`) or what cannot change it (`settled`, `bound`). `year` is that
    of the figure which settled it, of the basis that is not known, or of the target judged instead.
    """

    why: Why
    gaps: tuple[Gap, ...] = ()
    year: FiscalYear | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """A status with its reason."""

    status: Status
    reason: Reason
