from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

from building import fy, place
from generated import LAST, START, as_file, rows, totals
from hypothesis import given, settings
from hypothesis import strategies as st
from second_opinion import opinion

from sagaict.computing.judging import assess
from sagaict.computing.view import View


@settings(max_examples=400)
@given(row=rows | totals, as_of=st.integers(START, LAST), ended=st.booleans())
def test_two_readings_of_the_contract_agree(
    row: dict[str, Any],
    as_of: int,
    ended: bool,  # noqa: FBT001
) -> None:
    year = fy(f"R{as_of}")
    today = year.plus(1).first_day if ended else date(year.number, 11, 21)
    judged = assess(place(**as_file(row)), View(year, today))
    status, target_year, value = opinion(row, START, as_of, as_of if ended else as_of - 1)
    assert judged.status == status
    if target_year is not None:
        assert judged.year == fy(f"R{target_year}")
        found = judged.figure.value if judged.figure else None
        assert (None if found is None else Fraction(found)) == value
