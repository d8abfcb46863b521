"""Cases on which two readings of the rules once differed, with the answers worked out by hand."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest
from building import after, during, fy, judge, judge_year

from sagaict.computing.judging import assess, assess_year, compute_derived
from sagaict.computing.membership import is_running
from sagaict.computing.overview import overview
from sagaict.computing.status import Gap
from sagaict.computing.view import View
from sagaict.domain.portfolio import Portfolio
from sagaict.reading.workspace import read_workspace

VIEW = View.on(date(2026, 11, 21))  # R8: R6 and R7 are over, R8 is running


@cache
def cases() -> Portfolio:
    workspace = read_workspace(Path(__file__).parent / "cases")
    assert workspace.broken == ()
    return workspace.portfolio()


@pytest.mark.parametrize(
    ("full_id", "year", "value", "status"),
    [
        # A total with gaps is judged only where no gap can change the answer.
        ("w/m1/a", "R9", "3", "not_reported"),  # 3 so far, at most 50 by R7, R6 unknown
        ("w/m1/b", "R9", "120", "behind"),  # more than 50 already
        ("w/m1/c", "R7", "3", "not_reported"),
        ("w/m1/e", "R8", "3", "pending"),  # R6 is being evaluated
        ("q/m1/a", "R7", "28", "not_assessable"),
        ("q/m1/b", "R7", "28", "not_assessable"),
        ("q/m1/c", "R7", "28", "not_assessable"),
        ("q/m1/d", "R7", None, "not_reported"),  # R7 has no entry at all
        ("q/m1/e", "R7", "28", "pending"),
        ("q/m1/f", "R7", None, "not_reported"),  # R6 has no entry at all
        ("q/m1/g", "R7", "56", "behind"),
        ("q/m1/h", "R7", "56", "behind"),
        ("q/m1/i", "R7", "28", "met"),  # 28 of 20, whatever R7 brings
        ("q/m1/j", "R7", "31", "met"),  # 28 of them are final
        ("q/m1/k", "R7", "28", "met"),
        ("q/m1/l", "R7", "28", "unmet"),  # at most 20
        ("p/m1/f", "R9", "36", "behind"),  # at most 29 × 3/4
        ("p/m1/f2", "R9", "39", "behind"),
        ("p/m1/g", "R9", "36", "on_track"),  # at least 29 × 3/4
        # A baseline of March R6 is one of R5, and the basis of a target relating to R5.
        ("w/m1/d", "R7", "250", "met"),
        ("w/m1/f", "R7", "250", "met"),
        ("p/m1/e", "R6", "30", "met"),
        # A figure older than the baseline, or without one than the plan, is no way made since.
        ("p/m1/a", "R9", None, "not_due"),  # R4, and the baseline is of R5
        ("p/m1/b", "R9", "30", "on_track"),  # of the very year of the baseline
        ("p/m1/c", "R9", None, "not_due"),
        ("p/m1/d", "R9", None, "not_due"),  # R5, no baseline, and the plan begins with R6
        # A relative target waits for a final basis; what is not over yet is not awaited.
        ("p/m1/h", "R9", "30", "not_due"),
        ("p/m1/i", "R9", "30", "pending"),
        ("p/m1/j", "R7", "55", "pending"),
        # Undecided for R7, 100 in R9: on the way from 10 (R5), 55 by R7.
        ("r/m1/a", "R9", "30", "behind"),
        # R7 was not surveyed, and R6 stands: 32.5 by then.
        ("r/m1/b", "R9", "30", "behind"),
        # Computed: 18 + 40 provisional; 18 + nothing; 18, as w was dropped; 0 of 3.
        ("r/m1/s1", "R7", "58", "on_track"),
        ("r/m1/s2", "R7", None, "not_reported"),
        ("r/m1/s3", "R7", "18", "unmet"),
        ("r/m1/s4", "R7", None, "not_reported"),
        # Superseded on 1 June R7, dropped on 1 October R7: nothing fell due before.
        ("t/m1/a", "R7", "10", "discontinued"),
        ("t/m1/b", "R7", "18", "discontinued"),
        # Superseded on 1 June R8: R7 had fallen due, R9 never will.
        ("v/m1/a", "R7", "10", "unmet"),
        ("v/m1/b", "R9", None, "discontinued"),
    ],
)
def test_the_contract_decides(full_id: str, year: str, value: str | None, status: str) -> None:
    judged = assess(cases().by_id[full_id], VIEW)
    found = judged.figure.value if judged.figure else None
    assert (judged.year, found, judged.status) == (
        fy(year),
        Decimal(value) if value else None,
        status,
    )


@pytest.mark.parametrize("full_id", ["p/m1/h", "p/m1/i", "p/m1/j", "r/m1/a", "r/m1/b", "w/m1/a"])
def test_the_year_by_itself_is_judged_as_the_indicator_is(full_id: str) -> None:
    judged = assess(cases().by_id[full_id], VIEW)
    assert assess_year(cases().by_id[full_id], judged.year, VIEW) == judged


def test_each_gap_is_named_with_its_cause() -> None:
    reason = assess(cases().by_id["w/m1/e"], VIEW).reason
    assert reason.gaps == (Gap(fy("R6"), "pending"), Gap(fy("R7"), "not_surveyed"))


def test_a_share_has_the_denominator_of_its_tally() -> None:
    computed = compute_derived(cases().by_id["r/m1/s4"], fy("R7"), VIEW)
    tally = overview(cases(), cases().plans["r"], VIEW).tallies["outcome"]
    assert computed is not None
    assert (computed.numerator, computed.denominator) == (tally.met, tally.of) == (0, 3)


def test_a_superseded_plan_tallies_what_fell_due_before_and_names_the_rest_apart() -> None:
    found = overview(cases(), cases().plans["v"], VIEW)
    tally = found.tallies["goal"]
    assert (tally.judged, tally.left_out) == ({"unmet": 1}, {"discontinued": 1})
    assert not is_running(cases().plans["v"], VIEW)


HALF = {"value": "90", "span": "R8.4-R8.9"}


@pytest.mark.parametrize(
    ("target", "direction", "figure", "status", "expected"),
    [
        # 194 a year: 97 by September. 55 complaints of at most 100: 50 by September.
        ("194", "increase", HALF, "behind", "97"),
        ("180", "increase", HALF, "on_track", "90"),
        ("100", "decrease", HALF, "behind", "50"),
        ("180", "decrease", HALF, "on_track", "90"),
    ],
)
@pytest.mark.parametrize("view", [during("R8"), after("R8")], ids=["ahead", "due"])
def test_half_a_year_is_held_against_half_of_the_year(
    view: View, target: str, direction: str, figure: dict[str, str], status: str, expected: str
) -> None:
    judged = judge(
        view,
        aggregation="annual",
        direction=direction,
        targets={"R8": target},
        actuals={"R8": figure},
    )
    assert judged.status == status
    assert judged.expected is not None
    assert judged.expected.value == Decimal(expected)


def test_half_a_year_that_begins_late_is_no_whole_year_either() -> None:
    """90 from October to March, final; half of 200 would be 100."""
    late = {"R7": {"value": "90", "span": "R7.10-R8.3"}}
    judged = judge(after("R7"), aggregation="annual", targets={"R7": "200"}, actuals=late)
    assert judged.expected is not None
    assert (judged.status, judged.expected.value) == ("behind", Decimal(100))
    assert (judged.due, judged.restrictions) == (True, ("part_of_year",))


def test_a_count_since_long_ago_has_no_late_beginning() -> None:
    late = {"R7": {"value": "90", "span": "R7.10-R8.3"}}
    judged = judge(after("R7"), aggregation="cumulative", targets={"R7": "200"}, actuals=late)
    assert (judged.status, judged.restrictions) == ("unmet", ())


def test_a_total_whose_last_year_begins_late_is_of_a_part_of_it() -> None:
    """25 + 25 + 13 of 100 over three years, half of the last: at most 83 1/3 were expected."""
    judged = judge(
        after("R8"),
        aggregation="period_total",
        targets={"R6-R8": "100"},
        actuals={"R6": "25", "R7": "25", "R8": {"value": "13", "span": "R8.10-R9.3"}},
    )
    assert judged.expected is not None
    assert round(judged.expected.value, 2) == Decimal("83.33")
    assert (judged.status, judged.restrictions) == ("behind", ("part_of_year",))


def test_a_year_before_the_plan_is_a_result_without_target_or_rate() -> None:
    before = {"R4": "70", "R6": "80"}
    fields = {"baseline": {"value": "60", "year": "R3"}, "targets": {"R9": "90"}}
    judged = judge_year("R4", during("R8"), actuals=before, **fields)
    assert judged.figure is not None
    assert (judged.figure.value, judged.status, judged.reason.why) == (
        Decimal(70),
        "not_due",
        "before_plan",
    )
    assert (judged.against, judged.achievement_rate, judged.progress_rate) == (None, None, None)


@pytest.mark.parametrize(("direction", "status"), [("increase", "met"), ("decrease", "unmet")])
def test_half_a_year_settles_what_a_whole_one_cannot_undo(direction: str, status: str) -> None:
    judged = judge(
        after("R8"),
        aggregation="annual",
        direction=direction,
        targets={"R8": "80"},
        actuals={"R8": HALF},
    )
    assert (judged.status, judged.reason.why) == (status, "settled")


def test_access_of_half_a_year_is_held_against_half_of_what_is_expected_of_the_year() -> None:
    """From 73,098 (R4) to 101,000 (R9), R8 is expected to bring 95,419.6, its half 47,709.8."""
    judged = judge(
        during("R8"),
        aggregation="annual",
        baseline={"value": "73,098", "year": "R4"},
        targets={"R9": "101,000"},
        actuals={"R8": {"value": "55,000", "state": "provisional", "span": "R8.4-R8.9"}},
    )
    assert judged.expected is not None
    assert (judged.status, judged.expected.value) == ("on_track", Decimal("47709.8"))


def test_a_total_up_to_the_middle_of_a_year_is_held_against_its_two_and_a_half_years() -> None:
    """100 over four years: 62.5 by September of the third; 25 + 25 + 13 = 63."""
    judged = judge(
        during("R9"),
        period="R7-R10",
        aggregation="period_total",
        targets={"R7-R10": "100"},
        actuals={"R7": "25", "R8": "25", "R9": {"value": "13", "span": "R9.4-R9.9"}},
    )
    assert judged.expected is not None
    assert (judged.status, judged.expected.value) == ("on_track", Decimal("62.5"))


def test_a_cumulative_figure_of_half_a_year_is_held_against_half_of_its_step() -> None:
    """From 10 (R5) to 90 (R9), 20 a year: 50 at the beginning of R8, 60 in its middle."""
    judged = judge(
        during("R8"),
        aggregation="cumulative",
        baseline={"value": "10", "year": "R5"},
        targets={"R9": "90"},
        actuals={"R8": {"value": "59", "span": "R8.4-R8.9"}},
    )
    assert judged.expected is not None
    assert (judged.status, judged.expected.value) == ("behind", Decimal(60))


@pytest.mark.parametrize(
    "last", [{}, {"R9": {"state": "pending"}}, {"R9": {"state": "not_surveyed"}}]
)
@pytest.mark.parametrize(("direction", "status"), [("increase", "met"), ("decrease", "unmet")])
def test_a_count_that_cannot_fall_is_settled_once_it_is_past_its_target(
    direction: str, status: str, last: dict[str, object]
) -> None:
    """Friends of the city's account: 41,843 in R4, of 30,000 by R5."""
    judged = judge(
        after("R9"),
        aggregation="cumulative",
        direction=direction,
        targets={"R9": "30,000"},
        actuals={"R8": "41,843", **last},
    )
    assert judged.figure is not None
    assert (judged.status, judged.figure.year) == (status, fy("R8"))


def test_a_level_can_fall_again_and_is_not_settled_by_an_earlier_year() -> None:
    judged = judge(after("R9"), targets={"R9": "30,000"}, actuals={"R8": "41,843"})
    assert (judged.status, judged.figure) == ("not_reported", None)


def test_a_figure_newer_than_the_target_is_never_held_against_it() -> None:
    judged = judge(after("R8"), targets={"R6": "20"}, actuals={"R8": "60"})
    assert (judged.year, judged.status) == (fy("R6"), "not_reported")
    assert (judged.figure, judged.latest) == (None, None)


def test_every_other_target_ahead_waits_for_a_figure_of_its_year() -> None:
    fields = {"targets": {"R8": "10", "R9": "20"}, "actuals": {"R7": "9"}}
    now = judge_year("R8", during("R8"), **fields)
    later = judge_year("R9", during("R8"), **fields)
    assert now.status == "behind"
    assert (later.status, later.reason.why, later.reason.year) == ("not_due", "later", fy("R8"))


def test_a_hold_has_no_progress_rate() -> None:
    judged = judge(
        during("R8"),
        baseline={"value": "99", "year": "R5"},
        targets={"R9": "95"},
        actuals={"R7": "94"},
    )
    assert judged.expected is not None
    assert (judged.status, judged.expected.method) == ("behind", "hold")
    assert judged.progress_rate is None
