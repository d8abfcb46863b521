"""What of the entries of a period can be added up, and which of its years are missing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from sagaict.computing.status import Gap, GapCause
from sagaict.domain.fiscal import FiscalYear
from sagaict.domain.indicator import Actual

__all__ = ["added_up", "gaps_of"]


def added_up(entries: Mapping[FiscalYear, Actual]) -> dict[FiscalYear, Actual]:
    """The entries that can be added up without counting any day twice, oldest first.

    A running total replaces every figure inside its span, so the widest come first. What overlaps
    a wider one without lying inside it can be neither added nor left out: it is a gap.
    """
    taken: dict[FiscalYear, Actual] = {}
    valued = [entry for entry in entries.items() if entry[1].value is not None]
    for year, actual in sorted(valued, key=_narrowness):
        begin, end = _days(year, actual)
        if not any(first <= end and begin <= last for first, last in _all_days(taken)):
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
    if any(begin <= year.first_day and year.last_day <= end for begin, end in _all_days(taken)):
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
    begin, end = _days(*entry)
    return (begin - end).days, -entry[0].number


def _days(year: FiscalYear, actual: Actual) -> tuple[date, date]:
    covered = actual.span or year
    return covered.first_day, covered.last_day


def _all_days(taken: Mapping[FiscalYear, Actual]) -> list[tuple[date, date]]:
    return [_days(year, actual) for year, actual in taken.items()]
