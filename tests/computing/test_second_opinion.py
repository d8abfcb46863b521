from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

from building import fy, place
from hypothesis import given, settings
from hypothesis import strategies as st
from second_opinion import NO_VALUE, opinion

from sagaict.computing.judging import assess
from sagaict.computing.view import View

START, LAST = 6, 9  # the plan runs R6-R9

values = st.integers(0, 5)
entries = st.one_of(
    st.tuples(values, st.sampled_from(["final", "provisional", "estimate"]), st.just(12)),
    st.tuples(values, st.sampled_from(["final", "provisional"]), st.sampled_from([3, 6, -6])),
    st.tuples(st.none(), st.sampled_from(NO_VALUE), st.just(12)),
)
rows = st.fixed_dictionaries(
    {
        "direction": st.sampled_from(["increase", "decrease"]),
        "aggregation": st.sampled_from(["level", "annual", "cumulative"]),
        "baseline": st.none() | st.tuples(values, st.sampled_from([START - 3, START - 1])),
        "targets": st.dictionaries(
            st.integers(START, LAST), values | st.just("undecided"), min_size=1
        ),
        "actuals": st.dictionaries(st.integers(START - 4, LAST), entries),
    }
)
totals = st.fixed_dictionaries(
    {
        "direction": st.sampled_from(["increase", "decrease"]),
        "aggregation": st.just("period_total"),
        "baseline": st.none(),
        "targets": st.dictionaries(
            st.sampled_from([(6, 8), (6, 9), (7, 8)]), st.integers(0, 8), min_size=1, max_size=1
        ),
        "actuals": st.dictionaries(st.integers(START, LAST), entries),
    }
)


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


@settings(max_examples=400, deadline=None)
@given(row=rows | totals, as_of=st.integers(START, LAST), ended=st.booleans())
def test_two_readings_of_the_contract_agree(
    row: dict[str, Any],
    as_of: int,
    ended: bool,  # noqa: FBT001
) -> None:
    year = fy(f"R{as_of}")
    today = year.plus(1).first_day if ended else date(year.start, 11, 21)
    judged = assess(place(**as_file(row)), View(year, today))
    status, target_year, value = opinion(row, START, as_of, as_of if ended else as_of - 1)
    assert judged.status == status
    if target_year is not None:
        assert judged.year == fy(f"R{target_year}")
        found = judged.figure.value if judged.figure else None
        assert (None if found is None else Fraction(found)) == value
