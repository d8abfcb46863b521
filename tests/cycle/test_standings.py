"""The interim evaluation: 施策 / 施策目標 / 中間状況."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest
from cycle_city import cells, city, indicator, on, shipped, tables

from sagaict.computing.overview import overview
from sagaict.computing.view import View
from sagaict.cycle.standings import standings_of
from sagaict.domain.fiscal import FiscalYear
from sagaict.domain.plan import Plan
from sagaict.domain.portfolio import Portfolio
from sagaict.domain.validating import validated
from sagaict.language import activate
from sagaict.reporting.blocks import Block, Heading, Paragraph
from sagaict.reporting.standing_data import standing_data
from sagaict.reporting.standing_report import standing_report

# 第2次相模原市ICT総合戦略 第2章3(2), 【第1次計画の中間評価結果】, read in the document: the number
# of the measure, its target as printed, how the text on its state ends.
PRINTED = (
    ("1-1", "6,700", "施策目標の達成が見込まれる。"),
    ("1-2", "12", "施策目標の達成が見込まれる。"),
    ("2-1", "11,600", "各事業で更なる効率化を推進する。"),
    ("2-2", "80%以上", "R5の早い時期に再度調査を行う。"),
    ("2-3", "0件", "今後の安定運用により、施策目標実現を図る。"),
    ("3-1", "60,000件以上", "更なる活用を促進する。"),
    ("3-2", "30,000件以上", "更なる情報発信を推進する。"),
    ("3-3", "80%以上", "R5で検証する。"),
)


@pytest.fixture(autouse=True)
def in_japanese() -> None:
    activate("ja")


def told(portfolio: Portfolio, plan: str, view: View) -> list[Block]:
    return list(standing_report([overview(portfolio, portfolio.plans[plan], view)]))


def of_goal(goal: dict[str, object]) -> Portfolio:
    plan = {"id": "p", "title": "見本計画", "period": "R6-R9", "documents": {}, "goals": [goal]}
    return Portfolio.of([validated(Plan, plan)], [])


def headings(blocks: Iterable[Block]) -> list[str]:
    return [block.text for block in blocks if isinstance(block, Heading)]


def test_the_table_is_the_one_the_city_printed() -> None:
    view = View(FiscalYear.parse("R4"), on("2023-05-01"))
    blocks = told(shipped(), "ict-strategy-1", view)
    assert headings(blocks) == ["相模原市ICT総合戦略", "中間評価（R4）"]
    (table,) = tables(blocks)
    assert [column.title for column in table.columns] == ["施策", "施策目標", "中間状況（R4）"]
    rows = cells(table)
    assert len(rows) == len(PRINTED)
    for (measure, aim, state), (number, target, end) in zip(rows, PRINTED, strict=True):
        assert measure.startswith(f"{number} ")
        assert target in aim
        assert state.endswith(end)
    assert rows[-1][1].splitlines()[1] == "(2) ICTを活用したサービスの利用率　55%以上"


PLAIN = indicator(id="a", name="甲", targets={"R7": 5, "R9": 8}, actuals={"R7": 6})


def test_a_measure_nobody_judged_says_how_its_indicators_stand() -> None:
    portfolio = city([PLAIN, indicator(id="b", name="乙", targets={"R7": 5})])
    blocks = told(portfolio, "p", View.on(on("2026-07-15")))
    assert headings(blocks) == ["見本計画", "中間評価（R7）"]
    (table,) = tables(blocks)
    assert cells(table) == [
        ["1-1 施策", "(1) 甲　8人（R9）\n(2) 乙　5人（R7）", "(1) R7 6人（達成）\n(2) 未報告"]
    ]


def test_a_judgement_that_only_gives_causes_does_not_hide_how_the_indicators_stand() -> None:
    portfolio = city([PLAIN], measure={"evaluations": {"R7": {"causes": "庁舎の改修"}}})
    (table,) = tables(told(portfolio, "p", View.on(on("2026-07-15"))))
    assert cells(table)[0][2] == "R7 6人（達成）\n庁舎の改修"


def test_a_judgement_of_another_year_than_the_others_bears_its_year() -> None:
    goal = {
        "no": 1,
        "title": "目標",
        "evaluations": {"R6": {"remark": "総じて進んだ。", "issues": "周知が残る。"}},
        "measures": [
            {"id": "1-1", "title": "甲", "evaluations": {"R6": {"remark": "進んだ。"}}},
            {"id": "1-2", "title": "乙", "evaluations": {"R7": {"printed": "○", "remark": "済。"}}},
            {"id": "1-3", "title": "丙"},
        ],
    }
    blocks = told(of_goal(goal), "p", View.on(on("2026-07-15")))
    (table,) = tables(blocks)
    assert cells(table) == [
        ["甲", "-", "進んだ。（R6）"],
        ["乙", "-", "○\n済。"],
        ["丙", "-", "-"],
    ]
    text = [block.text for block in blocks if isinstance(block, Paragraph)]
    assert text == ["基本目標1 目標（R6）\n総じて進んだ。\n周知が残る。"]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({"forecast": "likely"}, "達成が見込まれる"),
        ({"forecast": "likely", "judgement": "A"}, "A\n達成が見込まれる"),
        # What the text says already is not said twice.
        (
            {"forecast": "likely", "remark": "施策目標の達成が見込まれる。"},
            "施策目標の達成が見込まれる。",
        ),
        ({"half_year": {"remark": "進んでいる。"}}, "進んでいる。（R7 上半期）"),
    ],
)
def test_the_forecast_and_the_half_year_are_told(said: dict[str, object], expected: str) -> None:
    portfolio = city([PLAIN], measure={"evaluations": {"R7": said}})
    (table,) = tables(told(portfolio, "p", View.on(on("2026-07-15"))))
    assert cells(table)[0][2] == expected


def test_the_last_year_is_no_interim() -> None:
    blocks = told(city([PLAIN]), "p", View.on(on("2030-07-15")))
    assert headings(blocks)[1] == "最終年度の評価（R9）"
    (table,) = tables(blocks)
    assert table.columns[-1].title == "状況（R9）"


def test_a_plan_without_goal_indicators_or_judgements_has_no_table() -> None:
    portfolio = city()
    view = View.on(on("2026-07-15"))
    assert standings_of(overview(portfolio, portfolio.plans["p"], view)) == ()
    assert tables(told(portfolio, "p", view)) == []


def test_programs_get_the_same() -> None:
    portfolio = city([PLAIN], measure={"evaluations": {"R7": {"remark": "進んだ。"}}})
    view = View.on(on("2026-07-15"))
    data: Any = standing_data([overview(portfolio, portfolio.plans["p"], view)], view)
    (plan,) = data["plans"]
    (measure,) = plan["measures"]
    assert measure["measure_no"] == "1-1"
    assert [each["status"] for each in measure["goal_indicators"]] == ["met"]
    assert measure["judgement"] == {
        "fiscal_year_label": "R7",
        "first_half": False,
        "evaluation": {"progress": "unknown", "remark": "進んだ。", "internal": False},
    }
    assert plan["judgement"] is None
