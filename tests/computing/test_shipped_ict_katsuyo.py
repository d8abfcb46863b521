"""ICT活用推進計画, evaluated in R1 (相模原市ICT総合戦略(案) 第2章2)."""

from __future__ import annotations

from collections import Counter
from datetime import date
from decimal import Decimal

import pytest
from building import fy, shipped

from sagaict.computing.assessment import Assessment
from sagaict.computing.judging import assess
from sagaict.computing.overview import Overview, overview
from sagaict.computing.tally import Tally, group_by, tallies, tally
from sagaict.computing.view import View
from sagaict.domain.number import round_to
from sagaict.domain.portfolio import Portfolio

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


@pytest.fixture
def shown(held: Portfolio) -> Overview:
    return seen(held, "ict-katsuyo", "R1")


def test_six_of_eleven_outcomes_were_met_four_missed_and_one_is_open(shown: Overview) -> None:
    counted = tallies(shown.assessments)
    assert counted == {"outcome": Tally({"met": 6, "unmet": 4, "pending": 1}, {})}
    assert (counted["outcome"].met, counted["outcome"].of) == (6, 11)


def test_per_goal_1_of_3_2_of_4_and_3_of_4_were_met(shown: Overview) -> None:
    groups = group_by(shown.assessments, lambda item: item.placed.goal and item.placed.goal.no)
    counted = {goal: tally(items) for goal, items in groups.items()}
    assert {goal: (each.met, each.of) for goal, each in counted.items()} == {
        "1": (1, 3),
        "2": (2, 4),
        "3": (3, 4),
    }


@pytest.mark.parametrize(
    ("full_id", "status", "percent"),
    [
        ("convenience-store/issued", "unmet", "17.4"),
        ("my-koho/users", "met", "107.5"),
        ("remote-sign/counters", "unmet", "0.0"),
        ("midori-site/visits", "met", "109.9"),
        ("report-app/usage-rate", "unmet", "60.0"),
        ("kominkan-wifi/kominkan-count", "unmet", "14.8"),
        ("portal/monthly-visits", "met", "400.4"),
        ("paperless/rate", "met", "125.0"),
        ("knowledge-sharing/uses", "met", "108.1"),
        ("free-address/days", "met", "122.2"),
        ("core-system/time-reduction", "pending", None),
    ],
)
def test_each_outcome_is_judged_as_the_city_did(
    held: Portfolio, full_id: str, status: str, percent: str | None
) -> None:
    item = judged(held, f"ict-katsuyo/{full_id}", "R1")
    assert item.status == status
    assert rate(item) == (None if percent is None else Decimal(percent))


def test_every_target_missed_has_the_remark_the_city_gave(shown: Overview) -> None:
    for item in shown.assessments:
        if item.status == "unmet":
            assert item.figure is not None
            assert item.figure.actual.remark, item.placed.full_id


def test_the_same_project_went_to_plan_and_missed_its_outcome(held: Portfolio) -> None:
    item = judged(held, "ict-katsuyo/report-app/usage-rate", "R1")
    assert item.status == "unmet"
    assert item.placed.project is not None
    assert item.placed.project.evaluations[fy("R1")].progress == "on_schedule"


def test_printed_shares_of_projects_agree_and_lost_marks_leave_counts_open(shown: Overview) -> None:
    checks = {item.tally.id: item for item in shown.published}
    percents = {
        name: [(each.printed, each.verdict) for each in item.percents]
        for name, item in checks.items()
        if item.percents
    }
    assert percents == {
        "progress-goal-1": [(Decimal(66), "agrees")],
        "progress-goal-2": [(Decimal(72), "agrees")],
        "progress-goal-3": [(Decimal(100), "agrees")],
    }
    verdicts = {name: item.verdict for name, item in checks.items()}
    assert verdicts == {
        "outcomes-goal-1": "agrees",
        "outcomes-goal-2": "agrees",
        "outcomes-goal-3": "agrees",
        "outcomes-overall": "cannot_tell",
        "progress-goal-1": "cannot_tell",
        "progress-goal-2": "cannot_tell",
        "progress-goal-3": "agrees",
    }


def test_31_projects_of_which_11_have_an_outcome_indicator(held: Portfolio) -> None:
    projects = held.projects["ict-katsuyo"]
    per_goal = Counter(entry.goal.no for entry in projects)
    assert per_goal == {"1": 9, "2": 11, "3": 11}
    with_outcome = {entry.project.id for entry in projects if entry.project.outcome_indicators}
    assert len(with_outcome) == 11
    assert with_outcome == {entry.project.id for entry in projects if entry.priority}
