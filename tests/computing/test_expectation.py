from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from building import after, as_rows, fy, place, plan
from hypothesis import given
from hypothesis import strategies as st

from sagaict.computing.expectation import Expectation, expected_in
from sagaict.computing.targets import AimedAt
from sagaict.domain.portfolio import Portfolio
from sagaict.domain.target import Target


def expected(
    year: str, due: str, goal: str, period: str = "R6-R9", **fields: Any
) -> Expectation | None:
    return expected_in(place(period=period, **fields), fy(year), fy(due), aim(goal), after(year))


def aim(value: str) -> AimedAt:
    return AimedAt(Target(value=Decimal(value)), Decimal(value))


def test_the_interim_target_of_the_year_is_what_is_expected() -> None:
    """オンライン申請対応率: 45.3% towards 49.0 in R8, 53.0 in R9, 60.0 in R11."""
    found = expected(
        "R9",
        "R11",
        "60.0",
        period="R8-R11",
        baseline={"value": "45.3"},
        targets={"R8": "49.0", "R9": "53.0", "R10": "57.0", "R11": "60.0"},
    )
    assert found == Expectation(Decimal("53.0"), "interim")


def test_an_interim_target_may_be_relative() -> None:
    found = expected(
        "R7",
        "R9",
        "50",
        targets={"R6": "30", "R7": {"relative": {"to": "previous", "percent": "10"}}, "R9": "50"},
        actuals={"R6": "30"},
    )
    assert found == Expectation(Decimal(33), "interim")


@pytest.mark.parametrize(
    "interim", ["undecided", {"relative": {"to": "R6", "times": "1.2"}}], ids=["undecided", "open"]
)
def test_an_interim_target_without_a_number_leaves_the_line(interim: object) -> None:
    found = expected(
        "R7",
        "R9",
        "100",
        baseline={"value": "0", "year": "R5"},
        targets={"R7": interim, "R9": "100"},
    )
    assert found is not None
    assert (found.value, found.method) == (Decimal(50), "line")


@pytest.mark.parametrize(
    ("year", "value"), [("R4", "61.3"), ("R5", "63.66"), ("R6", "66.02"), ("R8", "70.74")]
)
def test_else_a_straight_line_leads_from_the_baseline_to_the_target(year: str, value: str) -> None:
    """行政サービスの利便性満足度: 61.3%(R4) to 73.1%(R9), 2.36 points a year."""
    found = expected(
        year, "R9", "73.1", baseline={"value": "61.3", "year": "R4"}, targets={"R9": "73.1"}
    )
    assert found == Expectation(Decimal(value), "line", Decimal("61.3"), fy("R4"))


def test_a_line_may_lead_downwards() -> None:
    found = expected(
        "R7",
        "R9",
        "100",
        direction="decrease",
        baseline={"value": "200", "year": "R5"},
        targets={"R9": "100"},
    )
    assert found is not None
    assert found.value == 150


def test_the_year_of_a_baseline_may_be_known_by_its_date() -> None:
    found = expected(
        "R6", "R9", "73.1", baseline={"value": "61.3", "as_of": "R5.3"}, targets={"R9": "73.1"}
    )
    assert found == Expectation(Decimal("66.02"), "line", Decimal("61.3"), fy("R4"))


def test_a_baseline_of_no_known_year_is_taken_from_before_the_plan_and_marked() -> None:
    """該当事業のサービス数: 3 (no year given) to 12 in R5, in a plan from R2."""
    found = expected(
        "R4", "R5", "12", period="R2-R5", baseline={"value": "3"}, targets={"R5": "12"}
    )
    assert found == Expectation(
        Decimal("9.75"), "line", Decimal(3), fy("R1"), assumed_start_year=True
    )


@pytest.mark.parametrize(("year", "value"), [("R6", 4400), ("R7", 8800), ("R8", 13_200)])
def test_a_period_total_starts_from_nothing_whatever_its_baseline(year: str, value: int) -> None:
    """簡易作業に係る作業削減時間: 17,600時間(R6-9), 13,245 in the period before."""
    found = expected(
        year,
        "R9",
        "17,600".replace(",", ""),
        aggregation="period_total",
        baseline={"value": "13,245", "period": "R2-R4"},
        targets={"R6-R9": "17,600"},
    )
    assert found == Expectation(Decimal(value), "line_from_zero", Decimal(0), fy("R5"))


def test_a_period_total_starts_where_its_own_period_does() -> None:
    found = expected("R7", "R8", "100", aggregation="period_total", targets={"R7-R8": "100"})
    assert found == Expectation(Decimal(50), "line_from_zero", Decimal(0), fy("R6"))


def test_a_cumulative_figure_with_no_baseline_starts_from_zero() -> None:
    found = expected("R6", "R9", "20", aggregation="cumulative", targets={"R9": "20"})
    assert found == Expectation(Decimal(5), "line_from_zero", Decimal(0), fy("R5"))


@pytest.mark.parametrize("aggregation", ["level", "annual"])
@pytest.mark.parametrize("baseline", [None, {"printed": "-"}], ids=["none", "no value"])
def test_with_no_start_there_is_no_slope_and_the_target_itself_is_expected(
    aggregation: str, baseline: object
) -> None:
    """業務生産性の向上を実感した職員の割合: no baseline, 80% in R5."""
    found = expected(
        "R4",
        "R5",
        "80",
        period="R2-R5",
        aggregation=aggregation,
        baseline=baseline,
        targets={"R5": "80"},
    )
    assert found == Expectation(Decimal(80), "target_itself")


def test_a_baseline_of_zero_is_a_start() -> None:
    found = expected(
        "R7", "R9", "100", baseline={"value": "0", "year": "R5"}, targets={"R9": "100"}
    )
    assert found is not None
    assert (found.value, found.method) == (Decimal(50), "line")


@given(
    st.decimals(min_value=-(10**6), max_value=10**6, places=1),
    st.decimals(min_value=-(10**6), max_value=10**6, places=1),
)
def test_a_line_begins_at_its_baseline_ends_at_its_target_and_never_turns(
    baseline: Decimal, goal: Decimal
) -> None:
    fields: dict[str, Any] = {
        "direction": "decrease" if goal < baseline else "increase",
        "baseline": {"value": str(baseline), "year": "R5"},
        "targets": {"R9": str(goal)},
    }
    line = []
    for year in ("R5", "R6", "R7", "R8", "R9"):
        found = expected(year, "R9", str(goal), **fields)
        assert found is not None
        line.append(found.value)
    assert (line[0], line[-1]) == (baseline, goal)
    assert line == sorted(line, reverse=goal < baseline)


@pytest.mark.parametrize(("direction", "goal"), [("increase", "60"), ("decrease", "70")])
def test_a_target_the_baseline_meets_is_to_be_kept_from_the_first_year(
    direction: str, goal: str
) -> None:
    found = expected(
        "R6",
        "R9",
        goal,
        direction=direction,
        baseline={"value": "65", "year": "R5"},
        targets={"R9": goal},
    )
    assert found == Expectation(Decimal(goal), "hold")


@pytest.mark.parametrize(("aggregation", "method"), [("level", "hold"), ("cumulative", "line")])
def test_what_is_declared_as_held_is_expected_from_the_first_year(
    aggregation: str, method: str
) -> None:
    """The baseline of 65 is short of 69; a line, which a total has, leads there by 1 a year."""
    found = expected(
        "R6",
        "R9",
        "69",
        hold="true",
        aggregation=aggregation,
        baseline={"value": "65", "year": "R5"},
        targets={"R9": "69"},
    )
    assert found is not None
    assert (found.value, found.method) == (Decimal(69 if method == "hold" else 66), method)


def test_a_baseline_of_several_years_is_no_start_for_single_ones() -> None:
    found = expected(
        "R6", "R9", "60", baseline={"value": "54", "period": "R3-R5"}, targets={"R9": "60"}
    )
    assert found == Expectation(Decimal(60), "target_itself")


@pytest.mark.parametrize(
    ("published", "start"),
    [("令和元年10月", "H30"), ("令和2年4月", "R1"), ("不明", "H30"), (None, "H30")],
)
def test_a_yearly_count_of_no_known_year_is_of_the_last_that_was_over_when_printed(
    published: str | None, start: str
) -> None:
    """年間アクセス件数 45,570 in a draft of October R1: R1 was not over then."""
    measure = {
        "id": "1-1",
        "title": "施策",
        "goal_indicators": [
            as_rows(aggregation="annual", baseline={"value": "45570"}, targets={"R5": "60000"})
        ],
        "source": "draft 第5章",
    }
    documents = {"draft": {"title": "案", **({"published": published} if published else {})}}
    held = plan(
        period="R2-R5",
        documents=documents,
        goals=[{"no": 1, "title": "目標", "measures": [measure]}],
    )
    (placed,) = Portfolio.of([held], []).indicators()
    found = expected_in(placed, fy("R4"), fy("R5"), aim("60000"), after("R4"))
    assert found is not None
    assert (found.start_year, found.assumed_start_year) == (fy(start), True)


def test_nothing_is_expected_of_a_year_before_the_baseline() -> None:
    """A survey of R7 taken as baseline says nothing of what R6 should have been."""
    found = expected(
        "R6",
        "R9",
        "80",
        aggregation="level",
        baseline={"value": "60", "year": "R7"},
        targets={"R9": "80"},
    )
    assert found is None
