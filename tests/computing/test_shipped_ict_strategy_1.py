"""相模原市ICT総合戦略, reviewed in R4 (第2次相模原市ICT総合戦略 第2章3(2))."""

from __future__ import annotations

from collections import Counter
from datetime import date
from decimal import Decimal

import pytest
from building import fy, shipped

from sagaict.computing.assessment import Assessment
from sagaict.computing.judging import assess, assess_year, compute_derived
from sagaict.computing.overview import Overview, overview
from sagaict.computing.tally import Tally, tallies, tally
from sagaict.computing.view import View
from sagaict.domain.number import round_to
from sagaict.domain.portfolio import Portfolio
from sagaict.domain.times import covers

TODAY = date(2026, 11, 21)


@pytest.fixture
def held() -> Portfolio:
    return shipped()


def judged(held: Portfolio, full_id: str, as_of: str) -> Assessment:
    return assess(held.by_id[full_id], View(fy(as_of), TODAY))


def rate(item: Assessment) -> Decimal | None:
    return None if item.achievement_rate is None else round_to(item.achievement_rate)


def seen(held: Portfolio, plan: str, as_of: str) -> Overview:
    return overview(held, held.plans[plan], View(fy(as_of), TODAY))


def test_59_percent_of_80_is_behind(held: Portfolio) -> None:
    item = judged(held, "ict-strategy-1/2-2/productivity", "R4")
    assert (item.status, item.due, rate(item)) == ("behind", False, Decimal("73.8"))


@pytest.mark.parametrize(
    ("full_id", "actual", "target"),
    [("3-1/access", 73_098, 60_000), ("3-2/line-friends", 41_843, 30_000)],
)
def test_beyond_the_r5_target_in_r4_is_on_track(
    held: Portfolio, full_id: str, actual: int, target: int
) -> None:
    item = judged(held, f"ict-strategy-1/{full_id}", "R4")
    assert item.figure is not None
    assert item.aimed is not None
    assert (item.figure.value, item.aimed.value) == (Decimal(actual), Decimal(target))
    assert item.status == "on_track"


def test_eleven_months_of_r4_were_reported_before_the_whole_year(held: Portfolio) -> None:
    indicator = held.by_id["ict-strategy-1/3-1/access"].indicator
    (earlier,) = indicator.actuals[fy("R4")].earlier
    assert (earlier.value, earlier.state) == (Decimal(67_988), "provisional")
    assert earlier.span is not None
    assert not covers(earlier.span, fy("R4"))


def test_13_245_hours_of_r2_to_r4_exceed_the_total_for_r2_to_r5(held: Portfolio) -> None:
    item = judged(held, "ict-strategy-1/2-1/time-saved", "R4")
    assert item.figure is not None
    assert (item.figure.value, item.figure.gaps) == (Decimal(13_245), ())
    assert (item.status, rate(item)) == ("on_track", Decimal("114.2"))
    assert judged(held, "ict-strategy-1/2-1/time-saved", "R5").status == "met"


def test_a_survey_not_held_is_not_a_target_missed(held: Portfolio) -> None:
    item = judged(held, "ict-strategy-1/3-3/ict-usage", "R4")
    assert item.figure is not None
    assert (item.figure.state, item.figure.value) == ("not_surveyed", None)
    assert item.status == "not_assessable"


def test_project_indicators_nobody_reported_are_not_unmet(held: Portfolio) -> None:
    """16 had a target up to R4; 4 have one in R5 only, of which 48 of 50 data sets is known.

    One more was left undecided until R5.
    """
    shown = seen(held, "ict-strategy-1", "R4")
    assert tallies(shown.assessments)["outcome"] == Tally(
        {"on_track": 1, "not_reported": 16}, {"behind": 1, "not_due": 4}
    )
    on_track = [item for item in shown.assessments if item.status == "on_track"]
    (provisional,) = [item for item in on_track if item.placed.kind == "outcome"]
    assert provisional.placed.full_id == "ict-strategy-1/e-application/added"


def test_120_applications_are_21_17_and_82(held: Portfolio) -> None:
    indicator = held.by_id["ict-strategy-1/e-application/added"].indicator
    assert [indicator.actuals[fy(label)].value for label in ("R2", "R3", "R4")] == [21, 17, 82]
    counts_of_projects = ["priority-projects", "projects-under-policies"]
    *others, check = seen(held, "ict-strategy-1", "R4").published
    assert [each.tally.id for each in others] == counts_of_projects
    assert check.count is not None
    assert (check.count.printed, check.count.verdict) == (Decimal(120), "agrees")
    before = seen(held, "ict-strategy-1", "R3").published
    assert [each.tally.id for each in before] == counts_of_projects


def test_the_printed_90_percent_stands_beside_what_can_be_computed(held: Portfolio) -> None:
    """Of the priority outcomes due in R4, one alone is known, and provisional: no share of 1."""
    placed = held.by_id["ict-strategy-1/3-3/outcome-rate"]
    view = View(fy("R4"), TODAY)
    assert placed.indicator.actuals[fy("R4")].value == 90
    shown = seen(held, "ict-strategy-1", "R4").assessments
    outcomes = [each for each in shown if each.placed.kind == "outcome"]
    priority = tally(each for each in outcomes if each.placed.priority)
    found = compute_derived(placed, fy("R4"), view)
    assert found is not None
    assert (found.value, found.numerator, found.denominator) == (None, 0, priority.of)
    assert len(found.gaps) == priority.judged["not_reported"] == priority.of - 1


def test_10_percent_below_140_failures_is_126(held: Portfolio) -> None:
    item = assess_year(
        held.by_id["ict-strategy-1/fire-system/failures"], fy("R5"), View(fy("R5"), TODAY)
    )
    assert item.aimed is not None
    assert item.aimed.value == 126
    assert item.status == "not_reported"


def test_32_projects_15_of_them_priorities(held: Portfolio) -> None:
    projects = held.projects["ict-strategy-1"]
    assert Counter(entry.project.category for entry in projects) == {"A": 15, "B": 3, "C": 14}
    assert sum(entry.priority for entry in projects) == 15


def test_26_projects_stand_under_a_policy_each_once(held: Portfolio) -> None:
    named = [name for policy in held.plans["ict-strategy-1"].policies for name in policy.projects]
    assert len(named) == len(set(named)) == 26
    assert set(named) <= {entry.project.id for entry in held.projects["ict-strategy-1"]}
