"""What the six plans say of themselves, held against what is computed from the data."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest
from building import fy, shipped

from sagaict.computing.figures import trend
from sagaict.computing.judging import assess
from sagaict.computing.membership import is_running
from sagaict.computing.overview import overview, unreported_years
from sagaict.computing.published import check_published
from sagaict.computing.selection import find
from sagaict.computing.view import View
from sagaict.domain.portfolio import Portfolio
from sagaict.domain.results import Baseline, EarlierActual
from sagaict.domain.target import Target

TODAY = date(2026, 11, 21)


@pytest.fixture
def held() -> Portfolio:
    return shipped()


def test_the_table_of_34_projects_is_reproduced(held: Portfolio) -> None:
    checks = {
        item.tally.id: item
        for item in check_published(held.plans["johoka-kihon"], held, View.on(TODAY))
    }
    total = checks["total"]
    assert [each.computed for each in total.percents] == [
        Decimal("85.3"),
        Decimal("0.0"),
        Decimal("2.9"),
        Decimal("11.8"),
    ]
    assert {item.verdict for item in checks.values()} == {"agrees"}
    assert sum(total.tally.counts.values()) == total.tally.of == 34
    for label, count in total.tally.counts.items():
        assert count == sum(checks[f"goal-{number}"].tally.counts[label] for number in (1, 2, 3))


def test_ict_strategy_2_has_8_measures_and_10_goal_indicators(held: Portfolio) -> None:
    assert len(held.plans["ict-strategy-2"].measures()) == 8
    kinds = Counter(entry.kind for entry in held.indicators("ict-strategy-2"))
    assert kinds == {"goal": 10}


def test_joho_management_has_6_measures_and_14_initiatives_numbered_in_a_row(
    held: Portfolio,
) -> None:
    measures = [measure for _, measure in held.plans["joho-management"].measures()]
    initiatives = [initiative for measure in measures for initiative in measure.initiatives]
    assert len(measures) == 6
    assert [initiative.no for initiative in initiatives] == [str(n) for n in range(1, 15)]


class TestToday:
    """21 November 2026: R8 is running, R7 is over."""

    def test_the_dx_plan_is_in_its_first_year_and_nothing_of_it_is_due(
        self, held: Portfolio
    ) -> None:
        shown = overview(held, held.plans["dx-plan"], View.on(TODAY))
        assert shown.running
        assert [(item.year.label, item.status) for item in shown.assessments] == [
            ("R8", "not_due"),
            ("R8", "not_due"),
            ("R8", "not_due"),
        ]

    def test_nobody_has_reported_whether_20_systems_were_standardized_in_r7(
        self, held: Portfolio
    ) -> None:
        item = assess(held.by_id["ict-strategy-2/2-3/standardized"], View.on(TODAY))
        assert item.aimed is not None
        assert (item.year, item.aimed.value, item.status) == (fy("R7"), Decimal(20), "not_reported")

    def test_two_years_of_the_yearly_bcp_rate_are_unreported(self, held: Portfolio) -> None:
        view = View.on(TODAY)
        judged = assess(held.by_id["ict-strategy-2/2-2/bcp-rate"], view)
        years = unreported_years(judged, view)
        assert [year.label for year in years] == ["R6", "R7"]

    def test_what_was_known_before_the_baseline_is_shown_and_judges_nothing(
        self, held: Portfolio
    ) -> None:
        placed = held.by_id["ict-strategy-2/1-2/internet-use"]
        known = {year.label: actual.value for year, actual in placed.indicator.actuals.items()}
        assert known == {"H27": Decimal("83.1"), "R1": Decimal("86.9")}
        judged = assess(placed, View.on(TODAY))
        assert (judged.figure, judged.status) == (None, "not_due")
        assert trend(placed.indicator, View.on(TODAY)) == [
            Decimal("83.1"), Decimal("86.9"), Decimal("89.6"),
        ]  # fmt: skip

    def test_two_plans_run_side_by_side(self, held: Portfolio) -> None:
        view = View.on(TODAY)
        running = [plan.id for plan in held.plans.values() if is_running(plan, view)]
        assert running == ["ict-strategy-2", "dx-plan"]

    def test_nothing_is_unmet_for_want_of_a_report(self, held: Portfolio) -> None:
        for entry in held.indicators():
            item = assess(entry, View.on(TODAY))
            if item.status == "unmet":
                assert item.figure is not None
                assert item.figure.value is not None


def test_each_plan_names_its_neighbours_and_they_it(held: Portfolio) -> None:
    order = [
        "johoka-kihon",
        "joho-management",
        "ict-katsuyo",
        "ict-strategy-1",
        "ict-strategy-2",
        "dx-plan",
    ]
    assert list(held.plans) == order
    for earlier, later in pairwise(order):
        assert held.plans[earlier].successors == (later,)
        assert held.plans[later].predecessors == (earlier,)


def test_every_figure_has_a_source_in_a_document_of_its_own_plan_or_another(
    held: Portfolio,
) -> None:
    documents = {f"{plan.id}/{name}" for plan in held.plans.values() for name in plan.documents}
    for entry in held.by_id.values():
        indicator = entry.indicator
        of_figures: list[Baseline | Target | EarlierActual] = [
            *([indicator.baseline] if indicator.baseline else []),
            *indicator.targets.values(),
            *indicator.actuals.values(),
            *(item for actual in indicator.actuals.values() for item in actual.earlier),
        ]
        assert of_figures, entry.full_id
        for figure in of_figures:
            source = figure.source or entry.source
            assert source is not None, entry.full_id
            cited = source.split(" ")[0]
            assert cited in documents or f"{entry.plan.id}/{cited}" in documents, source


@pytest.mark.parametrize(
    ("full_id", "counts_as"),
    [
        ("ict-katsuyo/free-address/days", "cumulative"),
        ("ict-katsuyo/knowledge-sharing/uses", "level"),
        ("ict-katsuyo/kominkan-wifi/kominkan-count", "level"),
        ("ict-katsuyo/midori-site/visits", "annual"),
        ("ict-katsuyo/my-koho/users", "level"),
        ("ict-katsuyo/remote-sign/counters", "level"),
        ("ict-strategy-1/1-1/time-saved", "period_total"),
        ("ict-strategy-1/1-2/services", "level"),
        ("ict-strategy-1/2-1/time-saved", "period_total"),
        ("ict-strategy-1/2-3/incidents", "annual"),
        ("ict-strategy-1/3-2/line-friends", "level"),
        ("ict-strategy-1/core-system/downtime", "annual"),
        ("ict-strategy-1/facility-data/published", "annual"),
        ("ict-strategy-1/local-points/participants", "annual"),
        ("ict-strategy-1/open-data/added", "annual"),
        ("ict-strategy-1/work-styles/satellite-offices", "annual"),
        ("ict-strategy-2/2-3/standardized", "cumulative"),
    ],
)
def test_where_no_document_says_how_a_figure_counts_a_note_says_why_it_does(
    held: Portfolio, full_id: str, counts_as: str
) -> None:
    indicator = held.by_id[full_id].indicator
    assert indicator.aggregation == counts_as
    assert indicator.note is not None
    assert re.search("記載|書かれていない|書いていない", indicator.note)
    assert re.search("読んだ|とした|判断した", indicator.note)


def test_each_list_of_initiatives_of_the_second_strategy_ends_in_and_others(
    held: Portfolio,
) -> None:
    notes = [measure.note or "" for _, measure in held.plans["ict-strategy-2"].measures()]
    assert sum("想定する主な取組の列挙は「など」で終わる。" in note for note in notes) == 8


def test_plans_and_goals_keep_the_verdict_of_their_city(held: Portfolio) -> None:
    said = {
        "johoka-kihon": "目標を十分に達成するには至りませんでした。",
        "ict-katsuyo": "スマート自治体への転換を推進する必要があります。",
        "ict-strategy-1": "概ね順調に施策が進捗していることを確認しました。",
    }
    for name, words in said.items():
        (judged,) = held.plans[name].evaluations.values()
        assert words in (judged.remark or ""), name
    stopped = [goal.evaluations[fy("R1")].causes for goal in held.plans["ict-katsuyo"].goals]
    assert [bool(causes) for causes in stopped] == [False, True, False]


def test_contradictions_are_recorded_with_every_source(held: Portfolio) -> None:
    known = {
        f"{plan.id}/{item.id}": item for plan in held.plans.values() for item in plan.discrepancies
    }
    assert len(known) > 20
    quoted = {
        "ict-strategy-1/time-saved-target": ("1,000時間", "6,700時間"),
        "ict-strategy-1/priority-projects": ("17事業", "15事業"),
        "ict-katsuyo/start-year": ("平成28年度", "平成29年度"),
        "ict-strategy-2/access-r4": ("73,098件", "67,988件"),
    }
    for name, figures in quoted.items():
        says = [statement.says for statement in known[name].statements]
        for figure in figures:
            assert any(figure in text for text in says), (name, figure)


@pytest.mark.parametrize(
    ("query", "full_id"),
    [
        ("rpa/introduced", "ict-strategy-1/rpa/introduced"),
        ("普段、インターネットを使用", "ict-strategy-2/1-2/internet-use"),
        ("ＤＸ推進リーダー任命者数", "dx-plan/talent/leaders"),
    ],
)
def test_a_tail_or_a_part_of_a_title_finds_one_indicator(
    held: Portfolio, query: str, full_id: str
) -> None:
    assert [name for name, _ in find(query, held.by_id)] == [full_id]


def test_published_tallies_never_disagree_with_the_data(held: Portfolio) -> None:
    view = View.on(TODAY)
    verdicts = {
        item.tally.id: item.verdict
        for plan in held.plans.values()
        for item in check_published(plan, held, view)
    }
    assert "disagrees" not in verdicts.values()
