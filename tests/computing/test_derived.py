from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from building import after, as_rows, during, fy, plan, project

from sagaict.computing.assessment import Assessment, Computed
from sagaict.computing.derived import computed_in
from sagaict.computing.judging import assess, assess_year, compute_derived
from sagaict.computing.status import Gap, GapCause
from sagaict.computing.tally import tally
from sagaict.computing.view import View
from sagaict.domain.portfolio import PlacedIndicator, Portfolio

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
    found = compute_derived(held.by_id["sample/1-1/derived"], fy(label), view)
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
    assert compute_derived(held.by_id["sample/a1/outcome"], fy("R6"), after("R6")) is None


def test_a_share_of_what_is_due_has_no_value_while_a_result_is_missing() -> None:
    """A1 to A6 are due; A4 was never reported, A5 is being evaluated."""
    found = computed(portfolio({"share_met": {"priority": "true"}}, OUTCOMES), "R6", after("R6"))
    assert (found.numerator, found.denominator, found.value) == (2, 6, None)
    assert found.gaps == (
        Gap("sample/a4/outcome", "no_entry"),
        Gap("sample/a5/outcome", "pending"),
    )


def test_the_share_has_the_denominator_of_the_tally() -> None:
    held = portfolio({"share_met": {}}, OUTCOMES)
    found = computed(held, "R6", after("R6"))
    counted = tally(
        assess(each, after("R6")) for each in held.indicators() if each.kind == "outcome"
    )
    assert (found.numerator, found.denominator) == (counted.met, counted.of) == (4, 8)


def test_a_share_with_a_provisional_result_is_provisional() -> None:
    """A1 and A2 are met, A3 is not, A6 is not yet finally met: 2 of 4."""
    some = {name: OUTCOMES[name] for name in ("A1", "A2", "A3", "A6")}
    found = computed(portfolio({"share_met": {}}, some), "R6", after("R6"))
    assert (found.value, found.state, found.complete) == (Decimal(50), "provisional", False)


def test_what_cannot_be_assessed_is_missing_from_a_share() -> None:
    """A2 is due and was not surveyable: of 2, one is met, and what the share is nobody knows."""
    some = {
        "A1": reached("12"),
        "A2": {"targets": TARGET, "actuals": {"R6": {"state": "not_assessable"}}},
    }
    found = computed(portfolio({"share_met": {}}, some), "R6", after("R6"))
    assert (found.numerator, found.denominator, found.value) == (1, 2, None)
    assert found.gaps == (Gap("sample/a2/outcome", "not_assessable"),)


def test_the_share_of_the_others_leaves_the_priorities_out() -> None:
    found = computed(portfolio({"share_met": {"priority": "false"}}, OUTCOMES), "R6", after("R6"))
    assert (found.numerator, found.denominator, found.value) == (2, 2, Decimal(100))
    assert found.complete


@pytest.mark.parametrize("view", [during("R6"), after("R5")])
def test_before_anything_is_due_there_is_no_share_and_not_a_share_of_0(view: View) -> None:
    held = portfolio({"share_met": {}}, OUTCOMES)
    assert compute_derived(held.by_id["sample/1-1/derived"], fy("R6"), view) is None


def test_goal_indicators_do_not_enter_the_share_of_outcomes() -> None:
    held = portfolio({"share_met": {}}, {"A1": reached("12")}, targets=TARGET, actuals={"R6": "1"})
    assert computed(held, "R6", after("R6")).denominator == 1


def test_an_outcome_that_is_itself_computed_does_not_enter_the_share() -> None:
    computed_one = {**reached("12"), "derived": {"sum_of": ["sample/a1/outcome"]}}
    held = portfolio({"share_met": {}}, {"A1": reached("9"), "A2": computed_one})
    assert computed(held, "R6", after("R6")) == Computed(Decimal(0), 0, 1)


def test_a_sum_adds_up_other_indicators_of_the_year() -> None:
    held = portfolio(
        {"sum_of": ["sample/a1/outcome", "sample/b1/outcome"]},
        {"A1": reached("21"), "B1": reached("17.5"), "B2": reached("82")},
    )
    found = computed(held, "R6", after("R6"))
    assert found == Computed(Decimal("38.5"), 2, 2)
    assert found.complete


@pytest.mark.parametrize(
    ("other", "cause", "status"),
    [
        ({"targets": TARGET}, "no_entry", "not_reported"),
        ({"actuals": {"R6": {"state": "pending"}}}, "pending", "pending"),
        ({"actuals": {"R6": {"state": "not_surveyed"}}}, "not_surveyed", "not_assessable"),
        ({"actuals": {"R5": "17"}}, "no_entry", "not_reported"),
        (
            {"aggregation": "annual", "actuals": {"R6": {"value": "9", "span": "R6.4-R6.9"}}},
            "part_of_year",
            "not_assessable",
        ),
        (
            {
                "aggregation": "period_total",
                "targets": {"R5-R6": "20"},
                "actuals": {"R5": {"state": "pending"}, "R6": "9"},
            },
            "pending",
            "pending",
        ),
    ],
)
def test_a_part_of_a_sum_is_never_shown_as_the_sum(
    other: dict[str, Any], cause: GapCause, status: str
) -> None:
    held = portfolio(
        {"sum_of": ["sample/a1/outcome", "sample/b1/outcome"]},
        {"A1": reached("21"), "B1": other},
        targets={"R6": "10"},
    )
    found = computed(held, "R6", after("R6"))
    assert found == Computed(None, 1, 2, (Gap("sample/b1/outcome", cause),))
    judged = assess(held.by_id["sample/1-1/derived"], after("R6"))
    assert (judged.status, judged.figure) == (status, None)


def test_a_computed_value_is_the_figure_and_is_judged_as_final_as_its_parts_are() -> None:
    parts = {"sum_of": ["sample/a1/outcome", "sample/b1/outcome"]}
    for state, status in (("final", "met"), ("provisional", "on_track")):
        held = portfolio(
            parts, {"A1": reached("21"), "B1": reached("17", state)}, targets={"R6": "38"}
        )
        judged = assess(held.by_id["sample/1-1/derived"], after("R6"))
        assert judged.figure is not None
        assert (judged.figure.value, judged.status) == (Decimal(38), status)


def test_an_indicator_made_of_itself_has_no_value() -> None:
    held = portfolio({"sum_of": ["sample/1-1/derived"]}, {}, targets={"R6": "1"})
    assert assess(held.by_id["sample/1-1/derived"], after("R6")).status == "not_reported"


def test_a_total_of_others_adds_up_their_years() -> None:
    """R6: 10 + 1, R7: 20 + 2; of R8 one part is missing, so R8 is."""
    held = portfolio(
        {"sum_of": ["sample/a1/outcome", "sample/b1/outcome"]},
        {
            "A1": {"aggregation": "annual", "actuals": {"R6": "10", "R7": "20", "R8": "30"}},
            "B1": {"aggregation": "annual", "actuals": {"R6": "1", "R7": "2"}},
        },
        aggregation="period_total",
        targets={"R6-R9": "60"},
    )
    judged = assess(held.by_id["sample/1-1/derived"], after("R8"))
    assert judged.figure is not None
    assert (judged.figure.value, judged.figure.year) == (Decimal(33), fy("R7"))
    assert judged.status == "on_track"


def test_a_sum_of_nothing_known_is_unknown_and_not_0() -> None:
    held = portfolio({"sum_of": ["sample/a1/outcome", "sample/none/at-all"]}, {"A1": {}})
    found = computed(held, "R6", after("R6"))
    assert (found.value, found.numerator, found.denominator) == (None, 0, 2)


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
    assert found == Computed(Decimal(50), 1, 2)


def test_from_the_day_of_the_drop_on_it_counts_for_no_year_as_in_every_tally() -> None:
    later = [{"what": "dropped", "date": "R7.10.1"}]
    outcomes = {"A1": reached("12"), "A2": {**reached("9"), "amendments": later}}
    held = portfolio({"share_met": {}}, outcomes)
    assert computed(held, "R6", after("R6")) == Computed(Decimal(50), 1, 2)
    assert computed(held, "R6", after("R7")) == Computed(Decimal(100), 1, 1)


def test_what_was_dropped_is_no_part_of_a_sum_from_that_day_on() -> None:
    numbers = {"actuals": {"R5": "3", "R6": "4"}}
    held = portfolio(
        {"sum_of": ["sample/a1/outcome", "sample/b1/outcome"]},
        {"A1": {"actuals": {"R5": "10", "R6": "20"}}, "B1": {**numbers, "amendments": GONE}},
    )
    assert computed(held, "R5", after("R5")) == Computed(Decimal(13), 2, 2)
    assert computed(held, "R6", after("R6")) == Computed(Decimal(20), 1, 1)


def test_for_one_view_the_others_are_judged_once() -> None:
    held = portfolio({"share_met": {}}, OUTCOMES)
    placed = held.by_id["sample/1-1/derived"]
    asked: list[str] = []

    def judge(entry: PlacedIndicator, view: View) -> Assessment:
        asked.append(entry.full_id)
        return assess(entry, view)

    def share(view: View) -> Computed | None:
        return computed_in(placed, fy("R6"), view, judge, lambda *_: None)

    assert share(after("R6")) == share(after("R6"))
    assert len(asked) == len(OUTCOMES)
    share(during("R6"))  # another view is another question
    assert len(asked) > len(OUTCOMES)
