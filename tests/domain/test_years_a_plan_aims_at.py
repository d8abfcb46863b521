"""A plan may aim at years behind its end, and results come in until then."""

from __future__ import annotations

import pytest

from sagaict.domain.fiscal import FiscalYear, Period, TargetKey
from sagaict.domain.indicator import Indicator
from sagaict.domain.plan import aims_within, reported_until
from sagaict.domain.target import Target

R6_R9 = Period.parse("R6-R9")


def aimed(text: str) -> TargetKey:
    return Period.parse(text) if "-" in text else FiscalYear.parse(text)


@pytest.mark.parametrize(
    ("key", "within"),
    [
        ("R5", False),
        ("R6", True),
        ("R9", True),
        ("R12", True),  # 2030年までに…
        ("R18", True),
        ("R19", False),  # a digit too much
        ("R8-R12", True),
        ("R5-R9", False),
    ],
)
def test_a_target_is_for_a_year_of_the_plan_or_of_soon_after(key: str, *, within: bool) -> None:
    assert aims_within(aimed(key), R6_R9) is within


@pytest.mark.parametrize(
    ("keys", "last"), [((), "R9"), (("R8",), "R9"), (("R9", "R12"), "R12"), (("R19",), "R9")]
)
def test_results_come_in_until_the_last_target(keys: tuple[str, ...], last: str) -> None:
    indicator = Indicator(
        id="x",
        name="利用者数",
        unit="人",
        direction="increase",
        aggregation="level",
        targets={aimed(key): Target(undecided=True) for key in keys},
    )
    assert reported_until(indicator, R6_R9).label == last
