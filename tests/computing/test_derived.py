from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from building import after, as_rows, during, fy, plan, project

from sagaict.computing.assessment import assess_year
from sagaict.computing.derived import Computed, compute_derived
from sagaict.computing.view import View
from sagaict.domain.portfolio import Portfolio

TARGET = {"R6": "10"}


def portfolio(derived: dict[str, Any], outcomes: dict[str, Any], **goal: Any) -> Portfolio:
    """A derived goal indicator, and outcome indicators in a project each: `A…` are priorities."""
    measure = {
        "id": "1-1",
        "title": "施策",
        "goal_indicators": [as_rows(id="derived", derived=derived, **goal)],
    }
    categories = {"A": {"title": "重点", "priority": True}, "B": {"title": "その他"}}
    projects = [
        project(
            id=name.lower(),
            category=name[0],
            outcome_indicators=[as_rows(id="outcome", **fields)],
        )
        for name, fields in outcomes.items()
    ]
    goals = [{"no": 1, "title": "目標", "measures": [measure]}]
    return Portfolio.of([plan(goals=goals, categories=categories)], projects)


def computed(held: Portfolio, label: str, view: View) -> Computed:
    found = compute_derived(held.by_id["sample/1-1/derived"], fy(label), held, view)
    assert found is not None
    return found


def reached(value: str, state: str = "final") -> dict[str, Any]:
    return {"targets": TARGET, "actuals": {"R6": {"value": value, "state": state}}}


OUTCOMES: dict[str, Any] = {
    "A1": reached("12"),
    "A2": reached("10"),
    "A3": reached("9"),
    "A4": {"targets": TARGET},
    "A5": {"targets": TARGET, "actuals": {"R6": {"state": "pending"}}},
    "A6": reached("12", "provisional"),
    "A7": {"targets": {"R7": "10"}, "actuals": {"R6": "1"}},
    "A8": {"targets": {"R6": "undecided"}, "actuals": {"R6": "1"}},
    "B1": reached("12"),
    "B2": reached("12"),
}


def test_an_indicator_of_its_own_is_not_derived() -> None:
    held = portfolio({"share_met": {}}, OUTCOMES)
    assert compute_derived(held.by_id["sample/a1/outcome"], fy("R6"), held, after("R6")) is None


def test_the_share_met_is_of_what_is_decided_and_says_how_many_are_left_out() -> None:
    found = computed(portfolio({"share_met": {"priority": "true"}}, OUTCOMES), "R6", after("R6"))
    assert (found.numerator, found.denominator, found.left_out) == (2, 3, 3)
    assert found.value is not None
    assert round(found.value, 1) == Decimal("66.7")
    assert not found.complete


def test_without_a_condition_the_share_is_of_all_outcome_indicators() -> None:
    found = computed(portfolio({"share_met": {}}, OUTCOMES), "R6", after("R6"))
    assert (found.numerator, found.denominator, found.value) == (4, 5, Decimal(80))


def test_the_share_of_the_others_leaves_the_priorities_out() -> None:
    found = computed(portfolio({"share_met": {"priority": "false"}}, OUTCOMES), "R6", after("R6"))
    assert (found.numerator, found.denominator, found.value) == (2, 2, Decimal(100))
    assert found.complete


@pytest.mark.parametrize("view", [during("R6"), after("R5")])
def test_before_anything_is_due_there_is_no_share_and_not_a_share_of_0(view: View) -> None:
    found = computed(portfolio({"share_met": {}}, OUTCOMES), "R6", view)
    assert (found.value, found.denominator) == (None, 0)
    assert not found.complete


def test_goal_indicators_do_not_enter_the_share_of_outcomes() -> None:
    held = portfolio({"share_met": {}}, {"A1": reached("12")}, targets=TARGET, actuals={"R6": "1"})
    assert computed(held, "R6", after("R6")).denominator == 1


def test_an_outcome_that_is_itself_computed_does_not_enter_the_share() -> None:
    computed_one = {**reached("12"), "derived": {"sum_of": ["sample/a1/outcome"]}}
    held = portfolio({"share_met": {}}, {"A1": reached("9"), "A2": computed_one})
    assert computed(held, "R6", after("R6")) == Computed(Decimal(0), 0, 1, 0)


def test_a_sum_adds_up_other_indicators_of_the_year() -> None:
    held = portfolio(
        {"sum_of": ["sample/a1/outcome", "sample/b1/outcome"]},
        {"A1": reached("21"), "B1": reached("17.5"), "B2": reached("82")},
    )
    found = computed(held, "R6", after("R6"))
    assert found == Computed(Decimal("38.5"), 2, 2, 0)
    assert found.complete


@pytest.mark.parametrize(
    "other",
    [
        {"targets": TARGET},
        {"actuals": {"R6": {"state": "pending"}}},
        reached("17", "provisional"),
        {"actuals": {"R5": "17"}},
    ],
)
def test_what_is_not_finally_known_is_left_out_of_a_sum_and_counted(other: dict[str, Any]) -> None:
    held = portfolio(
        {"sum_of": ["sample/a1/outcome", "sample/b1/outcome"]}, {"A1": reached("21"), "B1": other}
    )
    found = computed(held, "R6", after("R6"))
    assert found == Computed(Decimal(21), 1, 1, 1)
    assert not found.complete


def test_a_sum_of_nothing_known_is_unknown_and_not_0() -> None:
    held = portfolio({"sum_of": ["sample/a1/outcome", "sample/none/at-all"]}, {"A1": {}})
    found = computed(held, "R6", after("R6"))
    assert (found.value, found.left_out, found.complete) == (None, 2, False)


def test_the_published_figure_stands_beside_the_computed_one() -> None:
    held = portfolio(
        {"share_met": {"priority": "true"}},
        {"A1": reached("12")},
        targets={"R6": "80"},
        actuals={"R6": "90"},
    )
    judged = assess_year(held.by_id["sample/1-1/derived"], fy("R6"), after("R6"))
    assert judged.figure is not None
    assert judged.figure.value == 90
    assert judged.status == "met"
    assert computed(held, "R6", after("R6")).value == 100


GONE = [{"what": "dropped", "date": "R6.10.1"}]


def test_a_dropped_outcome_enters_no_share_and_is_not_left_out_of_it_either() -> None:
    outcomes = {"A1": reached("12"), "A2": {**reached("9"), "amendments": GONE}, "A3": reached("9")}
    found = computed(portfolio({"share_met": {}}, outcomes), "R6", after("R6"))
    assert found == Computed(Decimal(50), 1, 2, 0)


def test_dropped_later_it_still_counts_for_the_years_before() -> None:
    later = [{"what": "dropped", "date": "R7.10.1"}]
    outcomes = {"A1": reached("12"), "A2": {**reached("9"), "amendments": later}}
    found = computed(portfolio({"share_met": {}}, outcomes), "R6", after("R7"))
    assert (found.numerator, found.denominator) == (1, 2)


def test_what_was_dropped_is_no_part_of_a_sum_from_that_year_on() -> None:
    numbers = {"actuals": {"R5": "3", "R6": "4"}}
    held = portfolio(
        {"sum_of": ["sample/a1/outcome", "sample/b1/outcome"]},
        {"A1": {"actuals": {"R5": "10", "R6": "20"}}, "B1": {**numbers, "amendments": GONE}},
    )
    assert computed(held, "R5", after("R6")) == Computed(Decimal(13), 2, 2, 0)
    assert computed(held, "R6", after("R6")) == Computed(Decimal(20), 1, 1, 0)
