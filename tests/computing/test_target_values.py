from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from building import after, during, fy, indicator, judge, judge_year

from sagaict.computing.targets import (
    AimedAt,
    first_target,
    target_in_force,
    target_value,
    targets_by_year,
)
from sagaict.computing.view import View
from sagaict.domain.fiscal import Period
from sagaict.domain.indicator import Indicator


def aimed_at(item: Indicator, label: str, view: View) -> AimedAt:
    return target_value(item, fy(label), item.targets[fy(label)], view)


def relative(to: str, **change: str) -> dict[str, Any]:
    return {"relative": {"to": to, **change}}


def test_a_number_is_aimed_at_as_it_is() -> None:
    item = indicator(targets={"R9": {"value": "73.1", "printed": "73.1%以上"}})
    aimed = aimed_at(item, "R9", during("R6"))
    assert (aimed.value, aimed.basis, aimed.basis_year) == (Decimal("73.1"), None, None)
    assert aimed.target.printed == "73.1%以上"


def test_times_1_2_of_the_r4_actual() -> None:
    item = indicator(targets={"R5": relative("R4", times="1.2")}, actuals={"R4": "65"})
    aimed = aimed_at(item, "R5", after("R5"))
    assert aimed == AimedAt(item.targets[fy("R5")], Decimal(78), Decimal(65), fy("R4"))


def test_10_percent_on_the_year_before() -> None:
    item = indicator(
        targets={"R2": "30", "R3": relative("previous", percent="10")}, actuals={"R2": "32"}
    )
    assert aimed_at(item, "R3", after("R3")).value == Decimal("35.2")


def test_10_percent_below_the_h30_result_of_140_is_126() -> None:
    item = indicator(
        direction="decrease",
        baseline={"value": "140", "year": "H30"},
        targets={"R5": relative("H30", percent="-10")},
    )
    aimed = aimed_at(item, "R5", during("R2"))
    assert (aimed.value, aimed.basis, aimed.basis_year) == (
        Decimal(126),
        Decimal(140),
        fy("H30"),
    )


def test_a_relation_to_the_year_before_may_rest_on_the_baseline() -> None:
    item = indicator(
        baseline={"value": "200", "year": "R5"}, targets={"R6": relative("previous", percent="5")}
    )
    assert aimed_at(item, "R6", during("R6")).value == 210


def test_the_result_of_a_year_wins_over_the_baseline_of_the_same_year() -> None:
    item = indicator(
        baseline={"value": "60", "year": "R4"},
        targets={"R5": relative("R4", times="1.2")},
        actuals={"R4": "65"},
    )
    assert aimed_at(item, "R5", after("R5")).basis == 65


@pytest.mark.parametrize(
    "basis",
    [
        {},
        {"R4": {"state": "pending"}},
        {"R4": {"state": "not_surveyed"}},
        {"R4": {"value": "65", "state": "provisional"}},
        {"R4": {"value": "65", "state": "estimate"}},
        {"R3": "65"},
    ],
)
def test_a_basis_not_finally_known_leaves_the_target_open(basis: dict[str, Any]) -> None:
    item = indicator(targets={"R5": relative("R4", times="1.2")}, actuals=basis)
    aimed = aimed_at(item, "R5", after("R5"))
    assert (aimed.value, aimed.basis, aimed.basis_year) == (None, None, fy("R4"))


def test_a_basis_of_a_later_year_than_the_views_is_not_known_yet() -> None:
    item = indicator(targets={"R5": relative("R4", times="1.2")}, actuals={"R4": "65"})
    assert aimed_at(item, "R5", after("R3")).value is None
    assert aimed_at(item, "R5", after("R4")).value == 78


def test_a_baseline_without_a_year_is_no_basis() -> None:
    item = indicator(baseline={"value": "140"}, targets={"R5": relative("H30", percent="-10")})
    assert aimed_at(item, "R5", after("R5")).value is None


def test_a_baseline_known_by_its_day_is_of_that_days_year() -> None:
    item = indicator(
        baseline={"value": "140", "as_of": "H31.3"}, targets={"R5": relative("H30", percent="-10")}
    )
    assert aimed_at(item, "R5", after("R5")).value == 126


def test_a_baseline_of_several_years_is_no_basis_of_its_last() -> None:
    item = indicator(
        baseline={"value": "420", "period": "H28-H30"},
        targets={"R5": relative("H30", percent="-10")},
    )
    assert aimed_at(item, "R5", after("R5")).value is None


@pytest.mark.parametrize(("actual", "status"), [("78", "met"), ("77.9", "unmet")])
def test_a_relative_target_is_judged_by_the_number_it_comes_to(actual: str, status: str) -> None:
    judged = judge(
        after("R5"),
        period="R2-R5",
        targets={"R4": "undecided", "R5": relative("R4", times="1.2")},
        actuals={"R4": "65", "R5": actual},
    )
    assert judged.status == status


def test_a_figure_cannot_be_judged_by_a_target_whose_basis_is_unknown() -> None:
    judged = judge(
        after("R5"),
        period="R2-R5",
        targets={"R5": relative("R4", times="1.2")},
        actuals={"R5": "90"},
    )
    assert judged.status == "pending"
    assert judged.achievement_rate is None


def revised(**fields: Any) -> Indicator:
    """R9: 101,000, lowered to 95,000 in October R7 and to 90,000 on 1 February R8."""
    return indicator(
        targets={"R9": "90,000"},
        revisions=[
            {"year": "R9", "date": "R8.2.1", "old": "95,000", "new": "90,000"},
            {"year": "R9", "date": "R7.10", "old": "101,000", "new": "95,000"},
        ],
        **fields,
    )


@pytest.mark.parametrize(
    ("day", "value"),
    [
        (date(2025, 9, 30), 101_000),
        (date(2025, 10, 1), 95_000),
        (date(2026, 1, 31), 95_000),
        (date(2026, 2, 1), 90_000),
        (date(2028, 3, 31), 90_000),
    ],
)
def test_the_target_in_force_on_a_day(day: date, value: int) -> None:
    target = target_in_force(revised(), fy("R9"), day)
    assert target is not None
    assert target.value == value


def test_a_revision_of_one_year_leaves_the_others_alone() -> None:
    item = indicator(
        targets={"R8": "80", "R9": "90"},
        revisions=[{"year": "R9", "date": "R7.10", "old": "100", "new": "90"}],
    )
    values = {
        year.label: target.value for year, target in targets_by_year(item, after("R6")).items()
    }
    assert values == {"R8": 80, "R9": 100}


@pytest.mark.parametrize(("label", "value"), [("R6", 101_000), ("R7", 90_000), ("R9", 90_000)])
def test_a_view_from_before_a_revision_sees_the_old_target(label: str, value: int) -> None:
    view = View(fy(label), date(2030, 1, 1))
    assert targets_by_year(revised(), view)[fy("R9")].value == value


def test_within_the_year_of_a_revision_the_day_decides() -> None:
    seen = [
        targets_by_year(revised(), View(fy("R7"), day))[fy("R9")].value
        for day in (date(2025, 6, 1), date(2025, 12, 1), date(2026, 3, 1))
    ]
    assert seen == [101_000, 95_000, 90_000]


def test_a_lowered_target_is_met_by_what_missed_the_old_one() -> None:
    fields = {
        "targets": {"R6": "90"},
        "revisions": [{"year": "R6", "date": "R7.6", "old": "100", "new": "90"}],
        "actuals": {"R6": "95"},
    }
    assert judge_year("R6", after("R6"), **fields).status == "unmet"
    assert judge_year("R6", after("R7"), **fields).status == "met"


def test_a_target_of_a_period_is_revised_like_any_other() -> None:
    item = indicator(
        aggregation="period_total",
        targets={"R6-R9": "360"},
        revisions=[{"year": "R6-R9", "date": "R7.10", "old": "400", "new": "360"}],
    )
    target = target_in_force(item, Period.parse("R6-R9"), date(2025, 4, 1))
    assert target is not None
    assert target.value == 400
    assert targets_by_year(item, after("R6"))[fy("R9")].value == 400
    assert targets_by_year(item, after("R7"))[fy("R9")].value == 360


def test_a_target_not_decided_before_a_revision_was_undecided_then() -> None:
    fields = {
        "targets": {"R9": "50"},
        "revisions": [{"year": "R9", "date": "R7.10", "old": "undecided", "new": "50"}],
    }
    assert judge(after("R6"), **fields).status == "undecided"
    assert judge(after("R7"), **fields).status == "not_due"


def test_the_first_target_is_told_only_once_its_change_is_in_sight() -> None:
    change = {"year": "R9", "date": "R8.5.20", "old": "101000", "new": "90000"}
    item = indicator(targets={"R9": "90000"}, revisions=[change])
    before, since = View.on(date(2026, 5, 19)), View.on(date(2026, 5, 20))
    assert first_target(item, fy("R9"), before) is None
    changed = first_target(item, fy("R9"), since)
    assert changed is not None
    assert changed.value == Decimal(101000)


COMPARED: dict[str, Any] = {
    "targets": {"R7": {"relative": {"to": "comparison"}, "strict": "true"}},
    "actuals": {"R6": "61", "R7": "62.4"},
    "comparison": {"name": "全国平均", "figures": {"R6": "61.3", "R7": "62.4"}},
}


def test_the_comparison_of_the_same_year_is_not_enough_where_it_is_to_be_beaten() -> None:
    judged = judge_year("R7", after("R7"), **COMPARED)
    assert judged.goal is not None
    assert (judged.goal.value, judged.goal.basis_year) == (Decimal("62.4"), fy("R7"))
    assert (judged.status, judged.reason.why) == ("unmet", "missed")
    reached = {**COMPARED, "targets": {"R7": {"relative": {"to": "comparison"}}}}
    assert judge_year("R7", after("R7"), **reached).status == "met"


def test_on_the_way_a_figure_is_held_against_the_comparison_of_its_own_year() -> None:
    judged = judge(during("R7"), **{**COMPARED, "actuals": {"R6": "61"}})
    assert judged.expected is not None
    assert (judged.expected.method, judged.expected.value) == ("comparison", Decimal("61.3"))
    assert (judged.year, judged.status) == (fy("R7"), "behind")


def test_a_comparison_nobody_knows_yet_is_waited_for() -> None:
    unknown = {**COMPARED, "comparison": {"name": "全国平均", "figures": {"R6": "61.3"}}}
    judged = judge_year("R7", after("R7"), **unknown)
    assert (judged.status, judged.reason.why, judged.reason.year) == ("pending", "basis", fy("R7"))


@pytest.mark.parametrize(
    ("direction", "actual", "status"),
    [
        ("increase", "50", "unmet"),
        ("increase", "50.1", "met"),
        ("decrease", "50", "unmet"),
        ("decrease", "49.9", "met"),
    ],
)
def test_what_is_to_be_beaten_is_not_met_by_itself(
    direction: str, actual: str, status: str
) -> None:
    judged = judge_year(
        "R7",
        after("R7"),
        direction=direction,
        targets={"R7": {"value": "50", "strict": "true"}},
        actuals={"R7": actual},
    )
    assert judged.status == status


def test_a_relation_without_a_factor_is_the_figure_itself() -> None:
    item = indicator(
        targets={"R7": {"relative": {"to": "previous"}, "strict": "true"}}, actuals={"R6": "32"}
    )
    assert aimed_at(item, "R7", after("R7")).value == Decimal(32)
