"""Indicators of every kind, as hypothesis makes them up, and plans that hold them."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from sagaict.domain.plan import Plan
from sagaict.domain.portfolio import Portfolio
from sagaict.domain.validating import validated

__all__ = ["LAST", "START", "as_file", "portfolio_of", "rows", "totals"]

START, LAST = 6, 9  # the plan runs R6-R9
_NO_VALUE = ("pending", "not_surveyed", "not_assessable")

_values = st.integers(0, 5)
_entries = st.one_of(
    st.tuples(_values, st.sampled_from(["final", "provisional", "estimate"]), st.just(12)),
    st.tuples(_values, st.sampled_from(["final", "provisional"]), st.sampled_from([3, 6, -6])),
    st.tuples(st.none(), st.sampled_from(_NO_VALUE), st.just(12)),
)
rows = st.fixed_dictionaries(
    {
        "direction": st.sampled_from(["increase", "decrease"]),
        "aggregation": st.sampled_from(["level", "annual", "cumulative"]),
        "baseline": st.none() | st.tuples(_values, st.sampled_from([START - 3, START - 1])),
        "targets": st.dictionaries(
            st.integers(START, LAST), _values | st.just("undecided"), min_size=1
        ),
        "actuals": st.dictionaries(st.integers(START - 4, LAST), _entries),
    }
)
"""Indicators with targets for single years; a negative number of months ends with the year."""
totals = st.fixed_dictionaries(
    {
        "direction": st.sampled_from(["increase", "decrease"]),
        "aggregation": st.just("period_total"),
        "baseline": st.none(),
        "targets": st.dictionaries(
            st.sampled_from([(6, 8), (6, 9), (7, 8)]), st.integers(0, 8), min_size=1, max_size=1
        ),
        "actuals": st.dictionaries(st.integers(START, LAST), _entries),
    }
)
"""Totals over a period."""


def as_file(row: dict[str, Any]) -> dict[str, Any]:
    """The row as an indicator is written."""
    fields = {name: row[name] for name in ("direction", "aggregation")}
    if row["baseline"] is not None:
        fields["baseline"] = {"value": row["baseline"][0], "year": f"R{row['baseline'][1]}"}
    fields["targets"] = {
        f"R{key}" if isinstance(key, int) else f"R{key[0]}-R{key[1]}": target
        for key, target in row["targets"].items()
    }
    fields["actuals"] = {}
    for year, (value, state, months) in row["actuals"].items():
        entry = {"state": state} if value is None else {"value": value, "state": state}
        if months < 0:
            entry["span"] = f"R{year}.{16 + months}-R{year + 1}.3"
        elif months < 12:
            entry["span"] = f"R{year}.4-R{year}.{3 + months}"
        fields["actuals"][f"R{year}"] = entry
    return fields


def portfolio_of(*made: tuple[dict[str, Any], dict[str, Any]], **plan: Any) -> Portfolio:
    """A plan that measures these, in its one measure; with each row what else is in its file."""
    listed = [
        {"id": f"i{number}", "name": f"指標{number}", "unit": "件", **as_file(row), **more}
        for number, (row, more) in enumerate(made)
    ]
    measure = {"id": "1-1", "title": "施策", "goal_indicators": listed}
    goals = [{"no": 1, "title": "基本目標", "measures": [measure]}]
    fields = {"id": "g", "title": "計画", "period": f"R{START}-R{LAST}", "documents": {}, **plan}
    return Portfolio.of([validated(Plan, {**fields, "goals": goals})], [])
