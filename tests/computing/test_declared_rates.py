"""What a body calls 達成率: formula, bounds, decimals, grades; held against what it printed."""

from __future__ import annotations

import csv
from decimal import Decimal
from typing import Any

import pytest
from building import after, fy, judge_year, place
from running import ROOT

from sagaict.computing.declared import Rated, declared_rate
from sagaict.computing.published_rates import check_rates
from sagaict.domain.plan import Plan
from sagaict.domain.portfolio import PlacedIndicator, Portfolio
from sagaict.domain.rate import DeclaredRate
from sagaict.domain.validating import validated

R7 = after("R7")


def declared(rate: dict[str, Any], actual: str, **fields: Any) -> Rated | None:
    """The rate of R7 from 100 in R5 to 200, as declared."""
    known: dict[str, Any] = {"baseline": {"value": "100", "year": "R5"}, "targets": {"R7": "200"}}
    known |= {"actuals": {"R7": actual}, "rate": rate, **fields}
    return declared_rate(judge_year("R7", R7, **known))


def of_plan(of_all: dict[str, Any], **fields: Any) -> PlacedIndicator:
    """An indicator of a plan that declares a rate."""
    indicator = {
        "id": "i",
        "name": "指標",
        "unit": "件",
        "direction": "increase",
        "aggregation": "level",
        "baseline": {"value": "100", "year": "R5"},
        **fields,
    }
    measure = {"id": "1-1", "title": "施策", "goal_indicators": [indicator]}
    plan = {
        "id": "p",
        "title": "計画",
        "period": "R5-R9",
        "documents": {},
        "rate": of_all,
        "goals": [{"no": "1", "title": "目標", "measures": [measure]}],
    }
    (placed,) = Portfolio.of([validated(Plan, plan)], []).indicators()
    return placed


def test_nothing_is_declared_unless_it_is() -> None:
    assert declared_rate(judge_year("R7", R7, targets={"R7": "5"}, actuals={"R7": "4"})) is None


@pytest.mark.parametrize(
    ("rate", "actual", "expected"),
    [
        # (150 − 100) ÷ (200 − 100); 150 ÷ 200
        ({"formula": "progress"}, "150", ("progress", "50.0", None)),
        ({"formula": "ratio"}, "150", ("ratio", "75.0", None)),
        ({"places": "0"}, "151", ("ratio", "76", None)),  # 75.5
        ({"places": "0", "rounding": "truncate"}, "151", ("ratio", "75", None)),
        ({"places": "2"}, "150.011", ("ratio", "75.01", None)),  # 75.0055
        # Short of the target: never 100.0 unless decimals are declared.
        ({"formula": "progress"}, "199.99", ("progress", "99.9", None)),
        ({"formula": "progress", "places": "1"}, "199.99", ("progress", "100.0", None)),
        # Beyond a bound, with words for it or without.
        ({"formula": "progress", "at_least": "0"}, "90", ("progress", "0.0", None)),
        (
            {"formula": "progress", "at_least": "0", "below": "0%未満", "places": "0"},
            "90",
            ("progress", "0", "0%未満"),
        ),
        (
            {"formula": "progress", "at_most": "100", "above": "100%超"},
            "201",
            ("progress", "100.0", "100%超"),
        ),
        (
            {"formula": "progress", "at_most": "100", "above": "100%超"},
            "200",
            ("progress", "100.0", None),
        ),
    ],
)
def test_the_rate_is_as_declared(
    rate: dict[str, str], actual: str, expected: tuple[str, str, str | None]
) -> None:
    found = declared(rate, actual)
    assert found is not None
    assert (found.formula, str(found.value), found.words) == expected


BANDS = [
    {"mark": "S", "more_than": "100"},
    {"mark": "A", "at_least": "80"},
    {"mark": "B", "at_least": "50"},
    {"mark": "C"},
]


@pytest.mark.parametrize(
    ("actual", "grade"),
    [
        ("200", "A"),  # 100% itself is not above it
        ("200.1", "S"),  # 100.1%, though it is cut off at 100
        ("179.96", "B"),  # 79.96%, though it is printed 80
        ("180", "A"),
        ("150", "B"),
        ("20", "C"),  # −80%
    ],
)
def test_the_grade_follows_the_rate_before_it_is_cut_off_or_rounded(
    actual: str, grade: str
) -> None:
    found = declared(
        {"formula": "progress", "at_most": "100", "places": "0", "grades": BANDS}, actual
    )
    assert found is not None
    assert found.grade == grade


def test_without_a_rate_there_is_no_grade() -> None:
    found = declared({"formula": "progress", "grades": BANDS}, "150", baseline={"value": "200"})
    assert found == Rated("progress", None)


def test_what_an_indicator_leaves_out_is_its_plans_and_of_the_bounds_both_or_none() -> None:
    plan = {"formula": "progress", "at_least": "0", "below": "0%未満", "places": "0"}
    placed = of_plan(
        plan, rate={"formula": "ratio", "at_most": "60"}, targets={"R7": "200"}, actuals={"R7": 5}
    )
    assert placed.indicator.rate is not None
    assert placed.indicator.rate.within(placed.plan.rate) == DeclaredRate(
        formula="ratio", at_most=Decimal(60), places=0
    )


GIFU = ROOT / "tests" / "workbook" / "tables" / "gifu.csv"


def gifu() -> list[dict[str, str]]:
    with GIFU.open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_all_rates_a_prefecture_printed_come_out_as_it_defines_them() -> None:
    # 82 rates: progress from the baseline, 0 where it is negative; `*` marks actual ÷ target.
    year, last = "R5の年度目標に対する達成率(公表)", "最終目標に対する達成率(公表)"
    compared = []
    for row in gifu():
        ratio = "*" in row[year] + row[last]
        placed = of_plan(
            {"formula": "progress", "at_least": "0", "places": "0"},
            direction={"増加": "increase", "減少": "decrease"}[row["方向"]],
            baseline={"value": row["現状値"], "year": row["現状値の年度"]},
            targets=dict(each.split(":") for each in row["年度目標(年度:値;…)"].split(";")),
            actuals={"R5": row["R5実績"]},
            **({"rate": {"formula": "ratio"}} if ratio else {}),
            published_rates=[
                {"year": "R5", "rate": row[year].rstrip("*")},
                {"year": "R5", "rate": row[last].rstrip("*"), "against": "final"},
            ],
        )
        compared += [(row["番号"], check) for check in check_rates(placed, after("R5"))]
    assert len(compared) == 82
    assert [number for number, check in compared if check.verdict != "agrees"] == []


def verdicts(**fields: Any) -> list[tuple[str, tuple[str, ...]]]:
    known: dict[str, Any] = {"baseline": {"value": "100", "year": "R5"}, "targets": {"R7": "200"}}
    placed = place(**{**known, "actuals": {"R7": "150"}, **fields})
    return [(check.verdict, check.differing) for check in check_rates(placed, R7)]


def test_a_published_rate_is_compared_as_printed_however_it_is_rounded() -> None:
    printed = [{"year": "R7", "rate": rate} for rate in ("66.6", "66.7", "67", "66", "66.8", "65")]
    found = verdicts(targets={"R7": "150"}, actuals={"R7": "100"}, published_rates=printed)
    assert [verdict for verdict, _ in found] == ["agrees"] * 4 + ["disagrees"] * 2


def test_a_published_rate_may_name_its_formula_and_the_last_target() -> None:
    printed = [
        {"year": "R7", "rate": "50", "formula": "progress"},
        {"year": "R7", "rate": "75"},
        {"year": "R7", "rate": "30", "against": "final"},  # 150 ÷ 500
        {"year": "R7", "rate": "50"},
    ]
    found = verdicts(targets={"R7": "200", "R9": "500"}, published_rates=printed)
    assert found == [("agrees", ())] * 3 + [("disagrees", ("rate",))]


def test_a_published_rate_is_held_against_the_target_in_force_as_its_year_ended() -> None:
    # The target was 300 until June R8: 150 ÷ 300 = 50%, not 150 ÷ 200 = 75%.
    change = {"year": "R7", "date": "R8.6", "old": "300", "new": "200"}
    placed = place(
        targets={"R7": "200"},
        actuals={"R7": "150"},
        revisions=[change],
        published_rates=[{"year": "R7", "rate": "50"}, {"year": "R7", "rate": "75"}],
    )
    found = [check.verdict for check in check_rates(placed, after("R8"))]
    assert found == ["agrees", "disagrees"]


def test_a_rate_printed_of_a_figure_that_was_restated_since_agrees() -> None:
    actual = {"value": "150", "earlier": [{"value": "140", "state": "provisional"}]}
    printed = [{"year": "R7", "rate": "70"}, {"year": "R7", "rate": "75"}]
    assert verdicts(actuals={"R7": actual}, published_rates=printed) == [("agrees", ())] * 2


def test_words_and_grades_are_compared_where_they_are_declared() -> None:
    rate = {"at_most": "70", "above": "70%超", "grades": BANDS}
    printed = [
        {"year": "R7", "printed": "70%超", "grade": "B"},
        {"year": "R7", "printed": "70%以上", "grade": "A"},
        {"year": "R7", "grade": "B"},
    ]
    assert verdicts(rate=rate, published_rates=printed) == [
        ("agrees", ()),
        ("disagrees", ("printed", "grade")),
        ("agrees", ()),
    ]
    assert verdicts(published_rates=[{"year": "R7", "grade": "B"}]) == [("cannot_tell", ())]


def test_what_has_no_rate_cannot_be_compared_and_years_ahead_are_not_seen() -> None:
    printed = [{"year": "R6", "rate": "70"}, {"year": "R7", "rate": "75"}]
    assert verdicts(actuals={}, published_rates=printed) == [("cannot_tell", ())] * 2
    placed = place(targets={"R7": "200"}, actuals={"R7": "150"}, published_rates=printed)
    assert [each.published.year for each in check_rates(placed, after("R6"))] == [fy("R6")]


def test_of_a_total_the_rate_against_the_whole_is_that_of_what_it_had_come_to() -> None:
    # 40 + 50 of 300 is 30%, though 50 + 60 more were reported since.
    placed = place(
        aggregation="period_total",
        targets={"R6-R9": "300"},
        actuals={"R6": "40", "R7": "50", "R8": "50", "R9": "60"},
        published_rates=[{"year": "R7", "rate": "30", "against": "final"}],
    )
    assert [check.verdict for check in check_rates(placed, after("R9"))] == ["agrees"]
