"""What of the entries of a period can be added up, and which of its years are missing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sagaict.computing.status import Gap, GapCause
from sagaict.domain.fiscal import FiscalYear, Span
from sagaict.domain.results import Actual
from sagaict.domain.times import covers, overlap

__all__ = ["added_up", "gaps_of"]


def added_up(entries: Mapping[FiscalYear, Actual]) -> dict[FiscalYear, Actual]:
    """The entries that can be added up without counting any day twice, oldest first.

    A running total replaces every figure inside its span, so the widest come first. What overlaps
    a wider one without lying inside it can be neither added nor left out: it is a gap.
    """
    taken: dict[FiscalYear, Actual] = {}
    valued = [entry for entry in entries.items() if entry[1].value is not None]
    for year, actual in sorted(valued, key=_narrowness):
        if not any(overlap(actual.span or year, time) for time in _times(taken)):
            taken[year] = actual
    return dict(sorted(taken.items()))


def gaps_of(
    wanted: Iterable[FiscalYear],
    last: FiscalYear,
    entries: Mapping[FiscalYear, Actual],
    taken: Mapping[FiscalYear, Actual],
) -> tuple[Gap, ...]:
    """The years that are not (wholly) in what was `taken`, each with its cause.

    The figure of the `last` may be of a part of it: it is held against its share of that year.
    """
    causes = ((year, _cause(year, last, entries.get(year), taken)) for year in wanted)
    return tuple(Gap(year, cause) for year, cause in causes if cause is not None)


def _cause(
    year: FiscalYear,
    last: FiscalYear,
    entry: Actual | None,
    taken: Mapping[FiscalYear, Actual],
) -> GapCause | None:
    if any(covers(time, year) for time in _times(taken)):
        return None
    if entry is None:
        return "no_entry"
    match entry.state:
        case "pending" | "not_surveyed" | "not_assessable" as state:
            return state
    if entry.value is None:
        return "not_assessable"
    if year in taken:
        return None if year == last else "part_of_year"
    return "overlap"


def _narrowness(entry: tuple[FiscalYear, Actual]) -> tuple[int, int]:
    year, actual = entry
    time = actual.span or year
    return (time.first_day - time.last_day).days, -year.number


def _times(taken: Mapping[FiscalYear, Actual]) -> list[FiscalYear | Span]:
    return [actual.span or year for year, actual in taken.items()]
