"""The rules of a judgement once more, written from the contract and not from the program.

It works on plain rows, as a file has them, and on years as numbers (R8 is 8), in one pass and
without any of the program's types, so that the two can only agree for being right.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

__all__ = ["opinion"]

Row = dict[str, Any]
Known = dict[int, tuple[int | None, str, int]]


def opinion(row: Row, start: int, as_of: int, over: int) -> tuple[str, int | None, Fraction | None]:
    """Status, year of the target and value of the figure.

    `row` has direction, aggregation, baseline (value, year) or none, targets (year → number or
    `undecided`), for a total one target under (first, last), and actuals (year → (value or none,
    state, months covered: from the beginning of the year or, if negative, up to its end)), of years
    before the plan too. The plan starts in `start`; it is seen from year `as_of`, when every year
    up to `over` has ended.
    """
    known: Known = {
        year: (value, state, _months(row, months))
        for year, (value, state, months) in row["actuals"].items()
        if year <= as_of
    }
    if row["aggregation"] == "period_total":
        return _total(row, known, as_of, over)
    due_by = min(over, as_of)
    due = [year for year in row["targets"] if year <= due_by]
    ahead = [year for year in row["targets"] if year > due_by]
    set_ahead = [year for year in ahead if row["targets"][year] != "undecided"]
    if due and (row["targets"][max(due)] != "undecided" or not set_ahead):
        year = max(due)
        return (
            _due(row, known, year, start)
            if row["targets"][year] != "undecided"
            else ("undecided", year, _value(known.get(year)))
        )
    if set_ahead:
        return _ahead(row, known, min(set_ahead), start)
    return "undecided", None, None


def _months(row: Row, months: int) -> int:
    """How many months of the year the figure is of; a count since long ago has no beginning."""
    if months < 0:
        return 12 if row["aggregation"] == "cumulative" else -months
    return months


def _since(row: Row, known: Known, start: int) -> Known:
    """The figures that are not older than the baseline or, without one, the plan."""
    first = row["baseline"][1] if row["baseline"] is not None else start
    return {year: entry for year, entry in known.items() if year >= first}


def _value(entry: tuple[int | None, str, int] | None) -> Fraction | None:
    return None if entry is None or entry[0] is None else Fraction(entry[0])


def _enough(row: Row, value: Fraction, asked: Fraction) -> bool:
    return value >= asked if row["direction"] == "increase" else value <= asked


def _sealed(row: Row, value: Fraction, asked: Fraction) -> bool:
    """More can only come: up, it is enough; down, it is too much."""
    return value >= asked if row["direction"] == "increase" else value > asked


def _ended(row: Row) -> str:
    return "met" if row["direction"] == "increase" else "unmet"


def _on_its_way(row: Row, value: Fraction, asked: Fraction) -> str:
    return "on_track" if _enough(row, value, asked) else "behind"


def _due(  # noqa: PLR0911  # one pass, rule after rule
    row: Row, known: Known, year: int, start: int
) -> tuple[str, int, Fraction | None]:
    asked = Fraction(row["targets"][year])
    entry = known.get(year)
    partial = entry is not None and row["aggregation"] != "level" and entry[2] < 12
    final = entry is not None and entry[1] == "final"
    value = _value(entry)
    if value is not None and final and partial and _sealed(row, value, asked):
        return _ended(row), year, value
    if row["aggregation"] == "cumulative" and not (final and not partial):
        older = [
            each
            for each, (_, state, _) in _since(row, known, start).items()
            if each < year and state == "final"
        ]
        if older:
            last = _value(known[max(older)])
            if last is not None and _sealed(row, last, asked):
                return _ended(row), year, value if value is not None else last
    if entry is None:
        return "not_reported", year, None
    if value is None:
        return ("not_assessable" if entry[1] == "not_assessable" else "pending"), year, None
    if partial:
        return _on_its_way(row, value, _expected(row, year, year, start, entry[2])), year, value
    if not final:
        return _on_its_way(row, value, asked), year, value
    return ("met" if _enough(row, value, asked) else "unmet"), year, value


def _ahead(row: Row, known: Known, year: int, start: int) -> tuple[str, int, Fraction | None]:
    past = [each for each in _since(row, known, start) if each <= year]
    valued = [each for each in past if known[each][0] is not None]
    if not past:
        return "not_due", year, None
    if not valued:
        state = known[max(past)][1]
        return ("pending" if state == "pending" else "not_assessable"), year, None
    at = max(valued)
    value, months = Fraction(known[at][0] or 0), known[at][2]
    partial = row["aggregation"] != "level" and months < 12
    expected = _expected(row, at, year, start, months if partial else 12)
    return _on_its_way(row, value, expected), year, value


def _expected(row: Row, at: int, due: int, start: int, months: int) -> Fraction:
    """What should be there `months` into year `at`."""
    whole = _at_end(row, at, due, start)
    baseline = row["baseline"]
    goal = Fraction(row["targets"][due])
    held = baseline is not None and _enough(row, Fraction(baseline[0]), goal)
    own = row["targets"].get(at, "undecided")
    if months == 12 or (held and at != due and own == "undecided"):
        return whole
    if row["aggregation"] == "annual":
        return whole * Fraction(months, 12)
    before = _at_end(row, at - 1, due, start)
    return before + (whole - before) * Fraction(months, 12)


def _at_end(row: Row, at: int, due: int, start: int) -> Fraction:
    goal = Fraction(row["targets"][due])
    own = row["targets"].get(at)
    if own is not None and own != "undecided":
        return Fraction(own)
    baseline = row["baseline"]
    if baseline is not None:
        first, year = Fraction(baseline[0]), baseline[1]
        if _enough(row, first, goal):
            return goal
        return first + (goal - first) * Fraction(at - year, due - year)
    if row["aggregation"] == "cumulative":
        return goal * Fraction(at - (start - 1), due - (start - 1))
    return goal


def _total(  # noqa: C901  # one pass, rule after rule
    row: Row, known: Known, as_of: int, over: int
) -> tuple[str, int, Fraction | None]:
    ((first, last), asked), *_ = row["targets"].items()
    inside = {year: entry for year, entry in known.items() if first <= year <= last}
    is_due = last <= min(over, as_of)
    if not inside:
        return ("not_reported" if is_due else "not_due"), last, None
    newest = max(inside)
    final_year = last if is_due else newest
    causes = []
    for year in range(first, final_year + 1):
        if year not in inside:
            causes.append("none")
        elif inside[year][0] is None:
            causes.append(inside[year][1])
        elif inside[year][2] < 12 and year != final_year:
            causes.append("part")
    values = {year: entry for year, entry in inside.items() if entry[0] is not None}
    total = sum((Fraction(entry[0] or 0) for entry in values.values()), Fraction(0))
    certain = sum(
        (Fraction(entry[0] or 0) for entry in values.values() if entry[1] == "final"), Fraction(0)
    )
    some_certain = any(entry[1] == "final" for entry in values.values())
    open_ended = causes or any(
        state != "final" or months < 12 for _, state, months in values.values()
    )
    if is_due and open_ended and some_certain and _sealed(row, certain, Fraction(asked)):
        return _ended(row), last, total
    if not values:
        return _by_causes(causes), last, None
    months = values[final_year][2] if final_year in values else 12
    years = Fraction(newest - first) + Fraction(months, 12)
    expected = Fraction(asked) * years / (last - first + 1)
    if is_due and months == 12:
        expected = Fraction(asked)
    if causes:
        sealed = _sealed(row, total, expected)
        return (_on_its_way(row, total, expected) if sealed else _by_causes(causes)), last, total
    if is_due and months == 12 and all(state == "final" for _, state, _ in values.values()):
        return ("met" if _enough(row, total, expected) else "unmet"), last, total
    return _on_its_way(row, total, expected), last, total


def _by_causes(causes: list[str]) -> str:
    if "pending" in causes:
        return "pending"
    return "not_reported" if "none" in causes else "not_assessable"
