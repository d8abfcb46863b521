"""A figure of the series that an indicator is compared with is put beside its own results."""

from __future__ import annotations

from decimal import Decimal

from sagaict.domain.fiscal import FiscalYear
from sagaict.domain.number import group
from sagaict.reading.workspace import Workspace
from sagaict.recording.places import find_indicator
from sagaict.recording.refusal import Refused
from sagaict.writing.change import Put
from sagaict.writing.change_set import ChangeSet

__all__ = ["record_compared"]


def record_compared(
    change_set: ChangeSet,
    workspace: Workspace,
    full_id: str,
    year: FiscalYear,
    value: Decimal,
    *,
    correct: bool = False,
) -> None:
    """Put a figure of the comparison (全国平均) into the change set.

    `correct` lets it take the place of another one.

    Raises:
        Refused: `unknown-indicator`, `no-comparison`, `compared-exists`, `nothing-changes`. Nothing
            was changed.
        SpliceFailed, OSError: the file cannot be changed.
    """
    site = find_indicator(change_set, workspace, full_id)
    series = site.indicator.comparison
    if series is None:
        raise Refused("no-comparison", id=full_id)
    old = series.figures.get(site.indicator.year(year))
    if old == value:
        raise Refused("nothing-changes", year=year.label)
    if old is not None and not correct:
        raise Refused("compared-exists", year=year.label, old=group(old))
    inherited = site.part is not None and site.part.comparison is None
    above = site.location[:-2] if inherited else site.location
    change_set.change(site.file, Put((*above, "comparison", "figures", year), group(value)))
