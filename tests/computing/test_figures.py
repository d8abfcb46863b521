from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from building import after, during, fy, indicator, judge, judge_year
from hypothesis import given
from hypothesis import strategies as st

from sagaict.computing.figures import Figure, figure_for, latest_figure, trend
from sagaict.computing.view import View
from sagaict.domain.fiscal import Period

FOUR_YEARS = ("R6", "R7", "R8", "R9")


def total(actuals: dict[str, Any], view: View, period: str = "R6-R9") -> Figure | None:
    item = indicator(aggregation="period_total", targets={period: "400"}, actuals=actuals)
    return figure_for(item, Period.parse(period).last, view)


def known(actuals: dict[str, Any], view: View, period: str = "R6-R9") -> Figure:
    figure = total(actuals, view, period)
    assert figure is not None
    return figure


def labels(figure: Figure) -> tuple[list[str], list[str]]:
    """The years added up, and those missing."""
    return [year.label for year, _ in figure.parts], [str(gap.of) for gap in figure.gaps]


@pytest.mark.parametrize("aggregation", ["level", "annual", "cumulative"])
def test_the_figure_of_a_year_is_its_own_actual_and_no_sum(aggregation: str) -> None:
    item = indicator(
        aggregation=aggregation, targets={"R9": "100"}, actuals={"R6": "10", "R7": "30"}
    )
    figure = figure_for(item, fy("R7"), after("R7"))
    assert figure is not None
    assert (figure.value, figure.is_final, figure.parts) == (Decimal(30), True, ())


def test_figures_of_later_years_are_out_of_sight() -> None:
    item = indicator(targets={"R9": "100"}, actuals={"R6": "10", "R7": "30"})
    latest = latest_figure(item, after("R6"))
    assert latest is not None
    assert latest.value == 10
    assert figure_for(item, fy("R7"), after("R6")) is None
    assert trend(item, after("R6")) == [Decimal(10)]


def test_the_trend_holds_known_values_oldest_first() -> None:
    item = indicator(
        actuals={"R8": "30", "R6": "0", "R7": {"state": "not_surveyed"}}, targets={"R9": "100"}
    )
    assert trend(item, after("R9")) == [Decimal(0), Decimal(30)]


@pytest.mark.parametrize(
    ("fields", "values"),
    [
        ({"baseline": {"value": "5", "year": "R5"}, "actuals": {"R6": "7"}}, [5, 7]),
        ({"baseline": {"value": "90", "period": "R3-R5"}, "actuals": {"R6": "7"}}, [7]),
        ({"baseline": {"value": "5", "year": "R6"}, "actuals": {"R6": "6", "R7": "7"}}, [6, 7]),
        ({"actuals": {"R7": {"value": "90", "span": "R6-R7"}, "R8": "7"}}, [7]),
        ({"actuals": {"R7": "9", "R8": {"value": "4", "span": "R8.4-R8.9"}}}, [9]),
    ],
    ids=["baseline", "of three years", "of the same year", "running total", "half a year"],
)
def test_the_trend_holds_only_what_can_stand_side_by_side(
    fields: dict[str, Any], values: list[int]
) -> None:
    item = indicator(aggregation="annual", targets={"R9": "10"}, **fields)
    assert trend(item, after("R9")) == values


def test_the_latest_figure_is_the_newest_with_a_value_else_the_newest_entry() -> None:
    item = indicator(actuals={"R6": "10", "R7": {"state": "pending"}})
    latest = latest_figure(item, after("R8"))
    assert latest is not None
    assert (latest.year, latest.value) == (fy("R6"), Decimal(10))
    item = indicator(actuals={"R6": {"state": "not_surveyed"}, "R7": {"state": "pending"}})
    latest = latest_figure(item, after("R8"))
    assert latest is not None
    assert (latest.year, latest.value, latest.state) == (fy("R7"), None, "pending")


@pytest.mark.parametrize(
    ("actuals", "value", "gaps"),
    [
        # A running total replaces what lies inside its span, whichever is filed later.
        ({"R6": "48", "R7": {"value": "96", "span": "R6-R7"}}, 96, []),
        ({"R6": {"value": "96", "span": "R6-R7"}, "R7": "48"}, 96, []),
        # What only overlaps cannot be added: its days would count twice.
        (
            {
                "R6": {"value": "96", "span": "R6.4-R7.9"},
                "R7": {"value": "96", "span": "R7.4-R8.3"},
            },
            96,
            [("R7", "overlap")],
        ),
        # Half a year counts for the last year only; of an earlier one the rest is missing.
        ({"R6": {"value": "10", "span": "R6.4-R6.9"}, "R7": "20"}, 30, [("R6", "part_of_year")]),
    ],
)
def test_no_day_of_a_total_counts_twice(
    actuals: dict[str, Any], value: int, gaps: list[tuple[str, str]]
) -> None:
    figure = known(actuals, after("R7"))
    assert figure.value == value
    assert [(str(gap.of), gap.cause) for gap in figure.gaps] == gaps


@pytest.mark.parametrize(
    ("aggregation", "span", "share"),
    [
        ("annual", "R8.4-R8.9", "1/2"),
        ("annual", "R8.7-R8.9", "1/4"),
        ("annual", "R8.4-R9.3", None),
        ("annual", "R8.4.1-R8.4.15", "1/24"),
        ("cumulative", "R8.7-R8.9", "1/2"),
        ("level", "R8.4-R8.9", None),
    ],
)
def test_a_flow_of_a_part_of_its_year_says_which_part(
    aggregation: str, span: str, share: str | None
) -> None:
    item = indicator(aggregation=aggregation, actuals={"R8": {"value": "5", "span": span}})
    figure = figure_for(item, fy("R8"), after("R8"))
    assert figure is not None
    assert figure.share == (Fraction(share) if share else None)


def test_without_an_actual_there_is_no_figure() -> None:
    item = indicator(targets={"R9": "100"})
    assert latest_figure(item, after("R9")) is None
    assert figure_for(item, fy("R9"), after("R9")) is None
    assert total({}, after("R9")) is None


def test_a_period_total_adds_up_its_years() -> None:
    figure = known({"R6": "90", "R7": "110", "R8": "0", "R9": "120.5"}, after("R9"))
    assert (figure.value, figure.state, figure.is_final) == (Decimal("320.5"), "final", True)
    assert labels(figure) == (list(FOUR_YEARS), [])


def test_years_outside_the_period_are_not_added() -> None:
    figure = known({"R5": "1000", "R6": "90", "R10": "1000"}, after("R10"))
    assert figure.value == 90


def test_a_missing_year_is_left_out_and_named_not_counted_as_zero() -> None:
    figure = known({"R6": "90", "R8": "110"}, after("R9"))
    assert figure.value == 200
    assert labels(figure) == (["R6", "R8"], ["R7", "R9"])
    assert not figure.is_final
    reported_zero = known({"R6": "90", "R7": "0", "R8": "110", "R9": "0"}, after("R9"))
    assert labels(reported_zero)[1] == []
    assert reported_zero.is_final


def test_a_year_without_a_value_is_missing_too() -> None:
    figure = known({"R6": "90", "R7": {"state": "pending"}, "R8": "1", "R9": "1"}, after("R9"))
    assert figure.value == 92
    assert labels(figure)[1] == ["R7"]


def test_a_total_of_years_that_all_lack_a_value_has_none() -> None:
    figure = known({"R6": {"state": "pending"}, "R7": {"state": "pending"}}, after("R7"))
    assert (figure.value, figure.state) == (None, "pending")


def test_years_still_ahead_are_not_missing() -> None:
    figure = known({"R6": "90", "R7": "110"}, after("R7"))
    assert figure.value == 200
    assert labels(figure)[1] == []


def test_a_provisional_year_makes_the_total_provisional() -> None:
    figure = known(
        {"R6": "90", "R7": {"value": "60", "state": "provisional", "span": "R7.4-R7.9"}},
        during("R7"),
    )
    assert (figure.value, figure.state, figure.is_final) == (
        Decimal(150),
        "provisional",
        False,
    )
    assert labels(figure)[1] == []


def test_a_figure_for_several_years_stands_for_each_of_them() -> None:
    """施策2-1: 13,245時間(R2-4)."""
    figure = known({"R4": {"value": "13,245", "span": "R2-R4"}}, after("R4"), "R2-R5")
    assert figure.value == 13_245
    assert labels(figure) == (["R4"], [])
    later = known({"R4": {"value": "13,245", "span": "R2-R4"}}, after("R5"), "R2-R5")
    assert labels(later)[1] == ["R5"]


def test_years_within_a_span_are_not_added_a_second_time() -> None:
    figure = known(
        {"R2": "4,000", "R3": "4,000", "R4": {"value": "13,245", "span": "R2-R4"}, "R5": "5,000"},
        after("R5"),
        "R2-R5",
    )
    assert figure.value == 18_245
    assert labels(figure)[0] == ["R4", "R5"]


def test_before_the_year_of_a_span_its_figure_is_not_seen() -> None:
    actuals = {"R2": "4,000", "R4": {"value": "13,245", "span": "R2-R4"}}
    figure = known(actuals, after("R3"), "R2-R5")
    assert figure.value == 4000
    assert labels(figure) == (["R2"], ["R3"])


def test_a_span_of_part_of_a_year_stands_for_no_other_year() -> None:
    figure = known({"R7": {"value": "60", "span": "R7.1-R8.3"}}, after("R7"))
    assert labels(figure) == (["R7"], ["R6"])


@given(
    st.dictionaries(
        st.sampled_from(FOUR_YEARS), st.integers(min_value=0, max_value=10**6), min_size=1
    ),
    st.sampled_from(FOUR_YEARS),
)
def test_what_is_added_and_what_is_missing_make_up_the_years_in_sight(
    reported: dict[str, int], as_of: str
) -> None:
    in_sight = [label for label in FOUR_YEARS if fy(label) <= fy(as_of)]
    figure = total(dict(reported), after(as_of))
    seen = {label: value for label, value in reported.items() if label in in_sight}
    if figure is None:
        assert not seen
    else:
        added, missing = labels(figure)
        assert figure.value == sum(seen.values())
        assert sorted([*added, *missing]) == in_sight


LATE: dict[str, Any] = {
    "latest": "2",
    "targets": {"R8": "100"},
    "actuals": {
        "R5": {"value": "90", "published": "R7.3"},
        "R6": {"value": "101", "published": "R8.10.1"},
    },
}


@pytest.mark.parametrize(
    ("view", "year"),
    [
        (View(fy("R8"), date(2026, 9, 30)), None),  # R5 is older than two years, R6 not out yet
        (View(fy("R8"), date(2026, 10, 1)), "R6"),
        (View(fy("R7"), date(2026, 10, 1)), "R5"),  # what came out after R7 is not known in it
    ],
)
def test_late_statistics_are_judged_on_the_newest_figure_that_was_out(
    view: View, year: str | None
) -> None:
    figure = judge(view, **LATE).figure
    assert (figure.year.label if figure else None) == year


@pytest.mark.parametrize(
    ("state", "status"),
    [("pending", "met"), ("not_surveyed", "met"), ("not_assessable", "not_assessable")],
)
def test_only_that_a_year_cannot_be_assessed_hides_the_newest_figure(
    state: str, status: str
) -> None:
    actuals = {**LATE["actuals"], "R8": {"state": state}}
    assert judge_year("R8", after("R8"), **{**LATE, "actuals": actuals}).status == status
