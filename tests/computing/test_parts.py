"""Parts (内訳): each judged by itself, the indicator once, as they stand together."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from building import after, during, fy, place

from sagaict.computing.assessment import Assessment
from sagaict.computing.judging import assess, assess_year, reported_years
from sagaict.computing.parts import together
from sagaict.computing.status import Reason, Status
from sagaict.computing.tally import tally
from sagaict.domain.indicator import Indicator
from sagaict.domain.portfolio import PlacedIndicator
from sagaict.domain.validating import Unfit, validated
from sagaict.reporting.rows import rows_of


def split(*parts: dict[str, Any], **fields: Any) -> PlacedIndicator:
    """An indicator with the target of 100 in R7, unless told; its parts p1, p2, ..."""
    known: dict[str, Any] = {"targets": {"R7": "100"}, **fields}
    numbered = [
        {"id": f"p{number}", "name": f"内訳{number}", **part}
        for number, part in enumerate(parts, start=1)
    ]
    return place(**known, parts=numbered)


def actual(value: str, year: str = "R7") -> dict[str, Any]:
    return {"actuals": {year: value}}


def test_each_part_is_judged_by_itself_and_the_whole_has_no_rate() -> None:
    placed = split({**actual("80"), "baseline": {"value": "60", "year": "R5"}}, actual("100"))
    judged = assess(placed, after("R7"))
    assert (judged.status, judged.due, judged.year) == ("unmet", True, fy("R7"))
    assert (judged.achievement_rate, judged.progress_rate, judged.figure) == (None, None, None)
    first, second = judged.parts
    assert (first.placed.full_id, first.status) == ("sample/1-1/access/p1", "unmet")
    assert (first.achievement_rate, first.progress_rate) == (Decimal(80), Decimal(50))
    assert (second.placed.indicator.name, second.status) == ("年間アクセス件数: 内訳2", "met")


NONE: dict[str, Any] = {}
PENDING = {"actuals": {"R7": {"state": "pending"}}}
UNKNOWN = {"actuals": {"R7": {"state": "not_assessable"}}}
EARLY = {"actuals": {"R7": {"value": "120", "state": "provisional"}}}
SHORT = {"actuals": {"R7": {"value": "80", "state": "provisional"}}}
AHEAD = {"targets": {"R9": "100"}}


@pytest.mark.parametrize(
    ("parts", "status", "is_due"),
    [
        ((actual("100"), actual("101")), "met", True),
        ((actual("100"), actual("99")), "unmet", True),
        ((actual("99"), NONE), "unmet", True),
        ((actual("100"), NONE), "not_reported", True),
        ((PENDING, NONE), "not_reported", True),
        ((PENDING, UNKNOWN), "pending", True),
        ((actual("100"), UNKNOWN), "not_assessable", True),
        ((actual("100"), SHORT), "behind", True),
        ((EARLY, SHORT), "behind", True),
        ((actual("100"), EARLY), "on_track", True),
        # A part that is not due yet: met only if all are.
        ((actual("100"), {**AHEAD, **actual("120")}), "on_track", False),
        ((actual("100"), {**AHEAD, **actual("20")}), "behind", False),
        ((actual("100"), AHEAD), "not_due", False),
        ((actual("90"), AHEAD), "unmet", True),
        ((actual("100"), {"targets": {"R9": "undecided"}}), "undecided", False),
        # What has no target and will have none says nothing.
        ((actual("100"), {"targets": {"R9": "none"}, **actual("1")}), "met", True),
    ],
)
def test_the_whole_stands_as_its_parts_do(
    parts: tuple[dict[str, Any], ...],
    status: Status,
    is_due: bool,  # noqa: FBT001 - a parameter of the table above
) -> None:
    judged = assess(split(*parts), after("R7"))
    assert (judged.status, judged.due, judged.reason) == (status, is_due, Reason("parts"))


def test_it_counts_once() -> None:
    counted = tally([assess(split(actual("80"), actual("70"), actual("100")), after("R7"))])
    assert (counted.judged, counted.of) == ({"unmet": 1}, 1)


def test_a_part_may_have_its_own_unit_direction_aggregation_and_targets() -> None:
    placed = split(
        {**actual("80"), "unit": "分", "direction": "decrease"},
        {
            "aggregation": "period_total",
            "targets": {"R6-R7": "50"},
            "actuals": {"R6": "20", "R7": "30"},
        },
    )
    first, second = assess(placed, after("R7")).parts
    assert (first.status, first.achievement_rate) == ("met", Decimal(125))
    assert first.placed.indicator.unit == "分"
    assert (second.status, second.figure and second.figure.value) == ("met", Decimal(50))
    assert second.placed.indicator.unit == "件"


def test_a_year_is_judged_by_the_parts_that_aim_at_it() -> None:
    placed = split(actual("100"), {"targets": {"R8": "10"}, "actuals": {"R7": "1", "R8": "2"}})
    assert reported_years(placed, after("R8")) == [fy("R7"), fy("R8")]
    seen = after("R8")
    assert [assess_year(placed, fy(year), seen).status for year in ("R7", "R8")] == ["met", "unmet"]
    # As it stands, R7 was met and R8 missed.
    assert assess(placed, seen).status == "unmet"


def test_a_changed_target_of_the_indicator_is_that_of_the_parts_without_their_own() -> None:
    change = {"year": "R7", "date": "R7.10", "old": "150", "new": "100"}
    placed = split(actual("120"), {**actual("120"), "targets": {"R7": "130"}}, revisions=[change])
    first, second = assess(placed, after("R7")).parts
    assert (first.status, second.status) == ("met", "unmet")
    then = assess_year(placed, fy("R7"), during("R6"))
    assert [part.goal and part.goal.value for part in then.parts] == [Decimal(150), Decimal(130)]


def test_parts_for_reading_only_leave_the_judgement_to_the_indicator() -> None:
    placed = split({**actual("1"), "reading": True}, {"reading": True}, **actual("100"))
    judged = assess(placed, after("R7"))
    assert (judged.status, judged.parts) == ("met", ())
    assert [assess(each, after("R7")).status for each in placed.parts] == ["reference"] * 2
    assert placed.judged == (placed,)


def test_a_part_for_reading_only_beside_judged_ones_decides_nothing() -> None:
    placed = split(actual("100"), {**actual("1"), "reading": True})
    assert assess(placed, after("R7")).status == "met"
    assert len(placed.with_figures) == 2


def test_the_export_has_a_row_for_each_part_and_year() -> None:
    placed = split(actual("80"), actual("100"))
    rows = rows_of(placed, after("R7"))
    told = [
        [row[name] for name in ("indicator_id", "indicator_name", "part", "part_name", "status")]
        for row in rows
    ]
    whole = ["sample/1-1/access", "年間アクセス件数"]
    assert told == [[*whole, "p1", "内訳1", "unmet"], [*whole, "p2", "内訳2", "met"]]
    plain = rows_of(place(targets={"R7": "1"}), after("R7"))
    assert [(row["part"], row["part_name"]) for row in plain] == [(None, None)]


@pytest.mark.parametrize(
    ("fields", "rule"),
    [
        ({"actuals": {"R7": "1"}}, "figure-beside-parts"),
        ({"baseline": {"value": "1"}}, "figure-beside-parts"),
        (
            {"parts": [{"id": "p", "name": "甲", "reading": "true", "targets": {"R7": "1"}}]},
            "reading-with-target",
        ),
        ({"parts": [{"id": "p", "name": "甲", "actuals": {"R7年": "1"}}]}, "calendar-year"),
    ],
)
def test_what_does_not_fit_is_named(fields: dict[str, Any], rule: str) -> None:
    base = {
        "id": "i",
        "name": "指標",
        "unit": "件",
        "direction": "increase",
        "aggregation": "level",
        "parts": [{"id": "p", "name": "甲"}],
    }
    with pytest.raises(Unfit) as caught:
        validated(Indicator, {**base, **fields})
    assert [fault.kind for fault in caught.value.faults] == [rule]


def test_of_what_was_dropped_or_has_no_target_the_others_decide() -> None:
    def stands(*statuses: Status) -> Status:
        placed = split({}, {})
        parts = [
            Assessment(
                placed=placed,
                year=fy("R7"),
                aimed=None,
                due=False,
                figure=None,
                latest=None,
                expected=None,
                achievement_rate=None,
                progress_rate=None,
                status=status,
                reason=Reason("no_target"),
            )
            for status in statuses
        ]
        return together(placed, parts).status

    assert stands("reference", "on_track") == "on_track"
    assert stands("reference", "reference") == "reference"
    assert stands("discontinued", "reference") == "discontinued"
    assert stands("pending", "on_track") == "pending"
