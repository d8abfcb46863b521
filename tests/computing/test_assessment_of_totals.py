from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from building import after, during, judge

from sagaict.computing.view import View

PENDING = {"state": "pending"}
NOT_SURVEYED = {"state": "not_surveyed"}
FULL = {"R6": "100", "R7": "100", "R8": "100", "R9": "100"}


def provisional(value: str) -> dict[str, str]:
    return {"value": value, "state": "provisional"}


def status(view: View, actuals: dict[str, Any], direction: str = "increase") -> str:
    """Of a total that should come to 400 over R6-R9: at least, or at most."""
    return judge(
        view,
        aggregation="period_total",
        direction=direction,
        targets={"R6-R9": "400"},
        actuals=actuals,
    ).status


@pytest.mark.parametrize(
    ("last", "increase", "decrease"),
    [("100", "met", "met"), ("99.9", "unmet", "met"), ("100.1", "met", "unmet")],
)
def test_a_whole_total_is_judged_by_its_sum(last: str, increase: str, decrease: str) -> None:
    actuals = {**FULL, "R9": last}
    assert status(after("R9"), actuals) == increase
    assert status(after("R9"), actuals, "decrease") == decrease


def test_a_total_of_which_nothing_is_known_is_not_reported_when_due() -> None:
    assert status(after("R9"), {}) == "not_reported"
    assert status(during("R9"), {}) == "not_due"


@pytest.mark.parametrize("direction", ["increase", "decrease"])
@pytest.mark.parametrize("missing", ["R6", "R7", "R9"])
def test_a_total_short_by_a_missing_year_is_not_reported_and_never_unmet(
    missing: str, direction: str
) -> None:
    actuals = {label: value for label, value in FULL.items() if label != missing}
    assert status(after("R9"), actuals, direction) == "not_reported"


def test_a_missing_year_cannot_undo_what_is_reached_already() -> None:
    beyond = {"R6": "200", "R7": "200"}
    assert status(after("R9"), beyond) == "met"
    assert status(after("R9"), {**beyond, "R9": PENDING}) == "met"


def test_a_missing_year_cannot_mend_what_is_exceeded_already() -> None:
    beyond = {"R6": "200", "R7": "201"}
    assert status(after("R9"), beyond, "decrease") == "unmet"
    assert status(after("R9"), {**beyond, "R9": PENDING}, "decrease") == "unmet"


def test_a_total_at_its_limit_with_a_year_missing_may_still_exceed_it() -> None:
    assert status(after("R9"), {"R6": "200", "R7": "200"}, "decrease") == "not_reported"


@pytest.mark.parametrize(
    ("last", "increase", "decrease"),
    [("100", "on_track", "on_track"), ("99", "behind", "on_track"), ("101", "on_track", "behind")],
)
def test_a_provisional_part_makes_the_judgement_provisional(
    last: str, increase: str, decrease: str
) -> None:
    actuals = {**FULL, "R9": provisional(last)}
    assert status(after("R9"), actuals) == increase
    assert status(after("R9"), actuals, "decrease") == decrease


def test_a_total_waiting_only_for_a_year_being_evaluated_is_pending() -> None:
    assert status(after("R9"), {**FULL, "R9": PENDING}) == "pending"
    assert status(after("R9"), {"R6": PENDING, "R7": PENDING, "R8": PENDING, "R9": PENDING}) == (
        "pending"
    )


def test_a_year_being_evaluated_outweighs_one_nobody_reported() -> None:
    assert status(after("R9"), {"R6": "100", "R7": "100", "R9": PENDING}) == "pending"


@pytest.mark.parametrize(
    ("second", "increase", "decrease"),
    [("100", "on_track", "on_track"), ("99", "behind", "on_track"), ("101", "on_track", "behind")],
)
def test_before_its_end_the_sum_so_far_is_held_against_its_share(
    second: str, increase: str, decrease: str
) -> None:
    actuals = {"R6": "100", "R7": second}
    assert status(during("R8"), actuals) == increase
    assert status(during("R8"), actuals, "decrease") == decrease


def test_the_running_year_not_yet_reported_is_no_gap() -> None:
    assert status(during("R8"), {"R6": "100", "R7": "90"}) == "behind"


@pytest.mark.parametrize(
    ("gap", "short"), [({}, "not_reported"), ({"R6": NOT_SURVEYED}, "not_assessable")]
)
def test_a_sum_so_far_with_a_gap_is_not_called_behind(gap: dict[str, Any], short: str) -> None:
    assert status(during("R8"), {**gap, "R7": "100"}) == short
    assert status(during("R8"), {**gap, "R7": "200"}) == "on_track"


def test_a_year_being_evaluated_does_not_count_as_0_in_the_sum_so_far() -> None:
    """R6 alone went to plan; that R7 is still being evaluated does not put it behind."""
    assert status(during("R8"), {"R6": "100", "R7": PENDING}) == "pending"
    assert status(during("R8"), {"R6": "200", "R7": PENDING}) == "on_track"
    assert status(during("R8"), {"R6": "100", "R7": NOT_SURVEYED}) == "not_assessable"


def test_a_period_total_has_no_progress_from_the_total_of_another_period() -> None:
    judged = judge(
        after("R9"),
        aggregation="period_total",
        baseline={"value": "13,245", "period": "R2-R4"},
        targets={"R6-R9": "400"},
        actuals={**FULL, "R9": "157"},
    )
    assert judged.achievement_rate == Decimal("114.25")
    assert judged.progress_rate is None


def test_a_figure_spanning_the_years_before_leaves_no_gap() -> None:
    """施策2-1: 13,245 of 11,600 hours after three of four years."""
    fields: dict[str, Any] = {
        "period": "R2-R5",
        "aggregation": "period_total",
        "targets": {"R2-R5": "11,600"},
        "actuals": {"R4": {"value": "13,245", "span": "R2-R4"}},
    }
    before = judge(after("R4"), **fields)
    assert before.status == "on_track"
    assert before.expected is not None
    assert before.expected.value == 8700
    assert judge(after("R5"), **fields).status == "met"
