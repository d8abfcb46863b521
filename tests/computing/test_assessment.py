from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from building import after, during, fy, judge, judge_year, place
from hypothesis import given
from hypothesis import strategies as st

from sagaict.computing.judging import reported_years
from sagaict.computing.status import STATUSES
from sagaict.computing.view import View

UP = {"direction": "increase", "baseline": {"value": "0", "year": "R5"}, "targets": {"R9": "100"}}
DOWN = {**UP, "direction": "decrease", "baseline": {"value": "200", "year": "R5"}}
AT_MOST = {"direction": "decrease", "targets": {"R9": "100"}}
# Each should come to 100 in R9. In R7, halfway, 50 or (from 200 downwards) 150 is expected.
SHAPES = [
    pytest.param({"aggregation": "level", **UP}, id="level-up"),
    pytest.param({"aggregation": "level", **DOWN}, id="level-down"),
    pytest.param({"aggregation": "annual", **UP}, id="annual-up"),
    pytest.param({"aggregation": "annual", **DOWN}, id="annual-down"),
    pytest.param({"aggregation": "cumulative", **UP}, id="cumulative-up"),
    pytest.param({"aggregation": "cumulative", **AT_MOST}, id="cumulative-at-most"),
]
UNKNOWN = [
    ("pending", "pending", "pending"),
    ("not_surveyed", "not_assessable", "pending"),
    ("not_assessable", "not_assessable", "not_assessable"),
]
"""A state without a figure, and what it makes of a target ahead and of one that is due."""


def figures(shape: dict[str, Any]) -> tuple[str, str, str, str]:
    """When due: just enough, just not; halfway: just enough, just not."""
    if shape["direction"] == "increase":
        return "100", "99.99", "50", "49.99"
    if "baseline" in shape:
        return "100", "100.01", "150", "150.01"
    return "100", "100.01", "50", "50.01"


@pytest.mark.parametrize("shape", SHAPES)
def test_a_final_figure_of_a_year_that_is_due_is_met_or_unmet(shape: dict[str, Any]) -> None:
    enough, short, _, _ = figures(shape)
    assert judge(after("R9"), **shape, actuals={"R9": enough}).status == "met"
    assert judge(after("R9"), **shape, actuals={"R9": short}).status == "unmet"


@pytest.mark.parametrize("state", ["provisional", "estimate"])
@pytest.mark.parametrize("shape", SHAPES)
def test_a_figure_not_final_is_on_track_or_behind_even_when_due(
    shape: dict[str, Any], state: str
) -> None:
    enough, short, _, _ = figures(shape)
    for value, status in ((enough, "on_track"), (short, "behind")):
        actuals = {"R9": {"value": value, "state": state}}
        assert judge(after("R9"), **shape, actuals=actuals).status == status


@pytest.mark.parametrize("shape", SHAPES)
def test_before_it_is_due_a_figure_is_held_against_what_is_expected_now(
    shape: dict[str, Any],
) -> None:
    _, _, enough, short = figures(shape)
    assert judge(after("R7"), **shape, actuals={"R7": enough}).status == "on_track"
    assert judge(after("R7"), **shape, actuals={"R7": short}).status == "behind"


@pytest.mark.parametrize("shape", SHAPES)
def test_beyond_the_target_before_it_is_due_is_on_track_and_not_yet_met(
    shape: dict[str, Any],
) -> None:
    beyond = "101" if shape["direction"] == "increase" else "49"
    judged = judge(after("R7"), **shape, actuals={"R7": beyond})
    assert (judged.status, judged.due) == ("on_track", False)
    assert judged.achievement_rate is not None
    assert judged.achievement_rate > 100


@pytest.mark.parametrize(("state", "ahead", "due"), UNKNOWN)
@pytest.mark.parametrize("shape", SHAPES)
def test_a_result_without_a_figure_is_never_unmet(
    shape: dict[str, Any], state: str, ahead: str, due: str
) -> None:
    for label, status in (("R7", ahead), ("R9", due)):
        judged = judge(after(label), **shape, actuals={label: {"state": state}})
        assert judged.status == status
        assert judged.achievement_rate is None
        assert judged.progress_rate is None


@pytest.mark.parametrize("shape", SHAPES)
def test_no_figure_is_not_reported_when_due_and_not_due_before(shape: dict[str, Any]) -> None:
    assert judge(after("R9"), **shape).status == "not_reported"
    assert judge(during("R9"), **shape).status == "not_due"
    assert judge(after("R8"), **shape).status == "not_due"


def test_a_figure_of_an_earlier_year_does_not_report_the_year_that_is_due() -> None:
    """業務生産性: 59% in R4 says nothing final about R5."""
    judged = judge(
        after("R5"), period="R2-R5", unit="%", targets={"R5": "80"}, actuals={"R4": "59"}
    )
    assert judged.status == "not_reported"
    assert judged.figure is None
    assert judged.latest is not None
    assert judged.latest.value == 59


@pytest.mark.parametrize(("actual", "status"), [("0", "met"), ("1", "unmet")])
def test_keep_at_0_is_a_decrease_to_0(actual: str, status: str) -> None:
    judged = judge(after("R9"), direction="decrease", targets={"R9": "0"}, actuals={"R9": actual})
    assert (judged.status, judged.achievement_rate) == (status, None)


@pytest.mark.parametrize("aggregation", ["level", "annual", "cumulative"])
def test_an_actual_of_0_meets_a_falling_target_though_its_rate_is_undefined(
    aggregation: str,
) -> None:
    judged = judge(
        after("R9"),
        aggregation=aggregation,
        direction="decrease",
        targets={"R9": "3"},
        actuals={"R9": "0"},
    )
    assert (judged.status, judged.achievement_rate) == ("met", None)


def test_keeping_a_rising_target_of_0_is_met_though_its_rate_is_undefined() -> None:
    judged = judge(after("R9"), targets={"R9": "0"}, actuals={"R9": "0"})
    assert (judged.status, judged.achievement_rate) == ("met", None)


def test_an_undecided_target_is_neither_met_nor_unreported() -> None:
    for actuals in ({}, {"R9": "55"}):
        judged = judge(after("R9"), targets={"R9": "undecided"}, actuals=actuals)
        assert judged.status == "undecided"
        assert judged.achievement_rate is None


def test_without_any_target_the_indicator_is_undecided_at_its_latest_figure() -> None:
    judged = judge(after("R8"), actuals={"R6": "1", "R7": "2"})
    assert (judged.status, judged.year, judged.due) == ("undecided", fy("R7"), False)


def test_a_year_without_a_target_is_held_against_the_line_to_the_next() -> None:
    fields: dict[str, Any] = {**UP, "actuals": {"R6": "25", "R7": "40"}}
    assert judge_year("R6", after("R7"), **fields).status == "on_track"
    assert judge_year("R7", after("R7"), **fields).status == "behind"
    judged = judge_year("R7", after("R7"), **fields)
    assert (judged.achievement_rate, judged.against) == (Decimal(40), fy("R9"))


def test_a_year_after_the_last_target_has_nothing_to_be_judged_by() -> None:
    judged = judge_year("R8", after("R9"), targets={"R7": "10"}, actuals={"R8": "20"})
    assert judged.status == "undecided"


def test_the_latest_target_due_is_judged_and_not_the_one_ahead() -> None:
    """ICT-BCP: 100% every year from R6 to R9."""
    targets = {"R6": "100", "R7": "100", "R8": "100", "R9": "100"}
    judged = judge(during("R8"), targets=targets, actuals={"R6": "100", "R8": "40"})
    assert (judged.year, judged.status, judged.due) == (fy("R7"), "not_reported", True)


def test_with_nothing_due_the_next_target_is_judged_by_the_newest_figure() -> None:
    judged = judge(
        during("R7"),
        baseline={"value": "0", "year": "R5"},
        targets={"R8": "75", "R9": "100"},
        actuals={"R6": "20"},
    )
    assert (judged.year, judged.status) == (fy("R8"), "behind")
    assert judged.expected is not None
    assert judged.expected.value == 25
    assert judged.expected.start_year == fy("R5")


def test_progress_has_a_rate_of_its_own_beside_achievement() -> None:
    """通報アプリの利用率: 10% to 30%, reached 18%."""
    judged = judge(
        after("R1"),
        period="H29-R1",
        baseline={"value": "10", "year": "H27"},
        targets={"R1": "30"},
        actuals={"R1": "18"},
    )
    assert (judged.achievement_rate, judged.progress_rate) == (Decimal(60), Decimal(40))


@pytest.mark.parametrize("baseline", [None, {"printed": "-"}, {"value": "100", "year": "R5"}])
def test_progress_is_undefined_without_a_baseline_or_a_way_to_go(baseline: object) -> None:
    judged = judge(after("R9"), baseline=baseline, targets={"R9": "100"}, actuals={"R9": "90"})
    assert (judged.achievement_rate, judged.progress_rate) == (Decimal(90), None)


def test_a_view_from_before_a_result_does_not_know_it() -> None:
    fields = {**UP, "targets": {"R7": "50", "R9": "100"}, "actuals": {"R7": "60", "R9": "80"}}
    assert judge(after("R9"), **fields).status == "unmet"
    assert judge(after("R8"), **fields).status == "met"
    assert judge(after("R6"), **fields).status == "not_due"


def test_rows_are_the_years_with_a_target_or_an_actual() -> None:
    placed = place(targets={"R8": "1", "R9": "2"}, actuals={"R6": "1"})
    assert [year.label for year in reported_years(placed, after("R9"))] == ["R6", "R8", "R9"]


def test_a_period_total_is_one_row_in_its_last_year() -> None:
    placed = place(
        aggregation="period_total", targets={"R6-R9": "400"}, actuals={"R6": "90", "R7": "90"}
    )
    assert [year.label for year in reported_years(placed, after("R7"))] == ["R9"]


@given(
    direction=st.sampled_from(["increase", "decrease"]),
    aggregation=st.sampled_from(["level", "annual", "cumulative"]),
    baseline=st.none() | st.integers(-100, 100),
    target=st.integers(-100, 100),
    actual=st.none() | st.integers(-100, 100),
    state=st.sampled_from(["final", "provisional", "estimate"]),
    as_of=st.sampled_from(["R5", "R6", "R7", "R8", "R9", "R10"]),
    ended=st.booleans(),
)
def test_every_case_has_a_status_and_unmet_means_due_final_and_short(  # noqa: PLR0913, PLR0917
    direction: str,
    aggregation: str,
    baseline: int | None,
    target: int,
    actual: int | None,
    state: str,
    as_of: str,
    ended: bool,  # noqa: FBT001
) -> None:
    view: View = after(as_of) if ended else during(as_of)
    judged = judge(
        view,
        direction=direction,
        aggregation=aggregation,
        baseline=None if baseline is None else {"value": baseline, "year": "R5"},
        targets={"R8": target},
        actuals={} if actual is None else {"R8": {"value": actual, "state": state}},
    )
    assert judged.status in STATUSES
    known = actual is not None and view.sees(fy("R8"))
    if judged.status in {"met", "unmet"}:
        assert known
        assert view.is_due(fy("R8"))
        assert state == "final"
    if not known:
        assert judged.status == ("not_reported" if view.is_due(fy("R8")) else "not_due")
