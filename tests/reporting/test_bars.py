"""Sparklines and bar charts."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sagaict.computing.view import View
from sagaict.domain.fiscal import FiscalYear
from sagaict.domain.indicator import Indicator
from sagaict.domain.plan import Plan
from sagaict.domain.portfolio import PlacedIndicator, Portfolio
from sagaict.domain.validating import validated
from sagaict.reporting.blocks import Row
from sagaict.reporting.chart import WIDTH, chart, years_judged
from sagaict.reporting.phrases import sparkline

VIEW = View(FiscalYear.parse("R8"), date(2026, 11, 21))


def placed(targets: dict[str, object], actuals: dict[str, object]) -> PlacedIndicator:
    indicator = validated(Indicator,
        {
            "id": "x", "name": "件数", "unit": "件", "direction": "increase",
            "aggregation": "annual", "targets": targets, "actuals": actuals,
        }
    )  # fmt: skip
    plan = validated(Plan,
        {
            "id": "p", "title": "計画", "period": "R5-R8", "documents": {},
            "goals": [
                {"no": "1", "title": "目標", "measures": [
                    {"id": "m", "title": "施策", "goal_indicators": [indicator]},
                ]},
            ],
        }
    )  # fmt: skip
    (found,) = Portfolio.of([plan], []).indicators()
    return found


def bars(
    targets: dict[str, object], actuals: dict[str, object], *, ascii_only: bool = False
) -> list[list[str]] | None:
    entry = placed(targets, actuals)
    path = chart(entry, years_judged(entry, VIEW), VIEW, ascii_only=ascii_only)
    if path is None or path.bars is None:
        return None
    return [[cell.text for cell in row.cells] for row in path.bars.rows if isinstance(row, Row)]


def test_bars_of_targets_and_actuals() -> None:
    assert bars({"R6": "100", "R7": "200"}, {"R6": "50"}) == [
        ["R6", "target", "░" * 15, "100"],
        ["", "actual", "█" * 7, "50"],
        ["R7", "target", "░" * WIDTH, "200"],
    ]


def test_bars_for_terminals_with_ascii_alone() -> None:
    found = bars({"R7": "2"}, {"R7": "1"}, ascii_only=True)
    assert found == [["R7", "target", "-" * WIDTH, "2"], ["", "actual", "#" * 15, "1"]]


def test_a_small_figure_still_shows_and_0_shows_nothing() -> None:
    found = bars({"R7": "100,000"}, {"R6": "0", "R7": "1"})
    assert found is not None
    assert [row[2] for row in found] == ["", "░" * WIDTH, "█"]


def test_a_relative_target_has_no_zeros_too_many() -> None:
    found = bars({"R7": {"relative": {"to": "R6", "times": "1.2"}}}, {"R6": "1,000", "R7": "900"})
    assert found is not None
    assert [row[3] for row in found] == ["1,000", "1,200", "900"]


@pytest.mark.parametrize(
    ("targets", "actuals"),
    [
        ({}, {}),
        ({"R7": "80"}, {}),
        ({"R7": "0"}, {"R7": "0"}),
        ({"R7": "undecided"}, {"R7": "5"}),
        ({"R7": "5"}, {"R7": {"state": "pending"}}),
    ],
)
def test_nothing_to_compare_is_no_chart(
    targets: dict[str, object], actuals: dict[str, object]
) -> None:
    assert bars(targets, actuals) is None


@pytest.mark.parametrize(
    ("values", "line"),
    [
        ([], ""),
        ([5], ""),
        ([1, 2], "▄█"),
        ([2, 1], "█▄"),
        ([100, 101], "▇█"),
        ([3, 3, 3], "███"),
        ([0, 0], ""),
        ([0, 1, 2, 3, 4, 5, 6, 7], "▄▅▆▇█"),  # the last five, of 7
        ([-5, 0, 5], ""),
    ],
)
def test_sparkline(values: list[int], line: str) -> None:
    """Heights are value × 7 ÷ highest, rounded down, of ▁▂▃▄▅▆▇█ counted from 0."""
    assert sparkline([Decimal(value) for value in values]) == line


def test_a_sparkline_is_drawn_against_a_target_that_is_higher() -> None:
    assert sparkline([Decimal(1), Decimal(2)], Decimal(7)) == "▂▃"
    assert sparkline([Decimal(1), Decimal(2)], Decimal(1)) == "▄█"


@given(st.lists(st.decimals("0.01", 1000, places=2), min_size=2, max_size=9))
def test_a_sparkline_rises_and_falls_with_its_values(values: list[Decimal]) -> None:
    shown = values[-5:]
    for glyphs, order in (
        (sparkline(values), "▁▂▃▄▅▆▇█"),
        (sparkline(values, ascii_only=True), "_.,-=+*#"),
    ):
        assert len(glyphs) == len(shown)
        heights = [order.index(glyph) for glyph in glyphs]
        for one in range(len(shown)):
            for other in range(len(shown)):
                if shown[one] <= shown[other]:
                    assert heights[one] <= heights[other]
