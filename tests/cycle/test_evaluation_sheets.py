"""The evaluation sheets in the annex of the council's paper."""

from __future__ import annotations

from typing import Any

import pytest
from cycle_city import agenda, cells, city, indicator, of_katsuyo, project, tables

from sagaict.cycle.agenda import Agenda
from sagaict.cycle.sheets import Sheet
from sagaict.language import activate
from sagaict.reporting.blocks import Paragraph
from sagaict.reporting.markdown import render_markdown
from sagaict.reporting.sheet_report import sheet_blocks

# 相模原市ICT総合戦略(案) 第2章2(3), read in the document. The sheet's title; time of the result,
# 計画策定時, 目標値, 結果, whether it is met, how the remark begins.
PRINTED = {
    "証明書のコンビニ交付拡充": (
        ("H31.3", "253件", "194,000件", "33,787件", "unmet", "コンビニ交付に必要となる")
    ),
    "「マイ広報さがみはら」の導入": ("R1.6", "-", "6,500件", "6,989件", "met", ""),
    "遠隔手話通訳サービスの導入": ("R1.7", "-", "3箇所", "0箇所", "unmet", "令和元年度の事業開始"),
    "緑区特設サイトの充実(区ビジョン推進事業)": ("H31.3", "-", "10,000件", "10,985件", "met", ""),
    "公共施設通報アプリの利用促進": (
        "H31.3",
        "10%",
        "30%",
        "18%",
        "unmet",
        "目標値は達成できませんで",
    ),
    "公民館におけるICTを活用した学習環境の充実": (
        ("H31.2", "-", "27館", "4館", "unmet", "無線LANの活用に関するニーズ")
    ),
    "さがみはら地域ポータルサイトの充実": ("H31.3", "7,500件", "10,000件", "40,038件", "met", ""),
    "ペーパーレス会議の推進": ("R1.7", "-", "40%", "50%", "met", ""),
    "ナレッジ共有機能の拡充": ("R1.7", "94件", "320件", "346件", "met", ""),
    "基幹システム最適化の推進": (
        ("R1.7", "-", "100%(年間42,000時間)", "評価中", "pending", "基幹システム最適化事業は完了")
    ),
    "フリーアドレスの試験導入": ("R1.7", "-", "180日", "220日", "met", ""),
}


@pytest.fixture(autouse=True)
def in_english() -> None:
    activate("en")


@pytest.fixture(scope="module")
def katsuyo() -> Agenda:
    return of_katsuyo("2020-03-31")


def test_there_is_a_sheet_for_each_of_the_eleven_projects(katsuyo: Agenda) -> None:
    assert {sheet.title for sheet in katsuyo.sheets} == set(PRINTED)
    assert len(katsuyo.sheets) == 11


@pytest.mark.parametrize("title", PRINTED)
def test_a_sheet_holds_what_the_city_printed(katsuyo: Agenda, title: str) -> None:
    (sheet,) = [sheet for sheet in katsuyo.sheets if sheet.title == title]
    when, baseline, target, result, status, remark = PRINTED[title]
    blocks = list(sheet_blocks(sheet, 4))
    (table,) = tables(blocks)
    heads = [column.title for column in table.columns]
    assert ("H27" in heads[1], "(R1)" in heads[2], f"({when})" in heads[3]) == (True, True, True)
    ((_name, *figures, _mark),) = cells(table)
    assert figures == [baseline, target, result]
    assert [line.status for line in sheet.lines] == [status]
    texts = [block.text for block in blocks if isinstance(block, Paragraph)]
    assert sheet.overview
    assert texts[0].endswith(sheet.overview)
    assert len(texts) == 1 + bool(remark)
    assert remark in texts[-1]


def test_only_what_has_outcome_indicators_gets_a_sheet() -> None:
    portfolio = city(
        goals=[indicator(id="g", targets={"R7": 5})],
        outcomes=[indicator(id="o", targets={"R7": 5})],
        projects=[
            project(id="a", title="指標あり", outcome_indicators=[indicator(targets={"R7": 5})]),
            project(id="b", title="指標なし"),
        ],
        measure={"aim": "便利にする。"},
    )
    sheets = agenda(portfolio, "2026-07-15").sheets
    assert [(sheet.title, sheet.overview) for sheet in sheets] == [
        ("1-1 施策", "便利にする。"),
        ("指標あり", None),
    ]
    assert [[line.placed.full_id for line in sheet.lines] for sheet in sheets] == [
        ["p/1-1/o"],
        ["p/a/users"],
    ]


def sheet_of(*indicators: dict[str, Any], day: str = "2026-07-15", **more: Any) -> Sheet:
    portfolio = city(projects=[project(outcome_indicators=indicators, **more)])
    (sheet,) = agenda(portfolio, day).sheets
    return sheet


def test_times_that_differ_stand_beside_the_figures() -> None:
    sheet = sheet_of(
        indicator(
            id="a",
            baseline={"value": 1, "year": "R4"},
            targets={"R7": 5},
            actuals={"R7": {"value": 6, "as_of": "R8.3"}},
        ),
        indicator(
            id="b",
            baseline={"value": 2, "year": "R5"},
            targets={"R7": 7},
            actuals={"R7": {"value": 8, "as_of": "R8.2"}},
        ),
    )
    (table,) = tables(sheet_blocks(sheet, 4))
    heads = [column.title for column in table.columns]
    assert not any(time in heads[1] + heads[3] for time in ("R4", "R5", "R8"))
    assert "R7" in heads[2]
    assert [row[1:4] for row in cells(table)] == [
        ["1人 (R4)", "5人", "6人 (R8.3)"],
        ["2人 (R5)", "7人", "8人 (R8.2)"],
    ]


def test_a_result_that_is_missing_has_no_time_and_is_not_nothing() -> None:
    sheet = sheet_of(indicator(targets={"R7": 5}))
    (table,) = tables(sheet_blocks(sheet, 4))
    assert [row[1:4] for row in cells(table)] == [["-", "5人", "-"]]
    assert "(" not in table.columns[1].title + table.columns[3].title


def test_a_provisional_result_says_so() -> None:
    actual = {"value": "4", "state": "provisional", "printed": "約4人"}
    sheet = sheet_of(indicator(targets={"R7": 5}, actuals={"R7": actual}))
    (table,) = tables(sheet_blocks(sheet, 4))
    assert cells(table)[0][3] == "約4人 (provisional)"


def test_the_figure_of_a_total_is_its_sum() -> None:
    sheet = sheet_of(
        indicator(
            aggregation="period_total",
            targets={"R6-R9": {"value": "100", "printed": "100人(R6-9)"}},
            actuals={"R6": "20", "R7": {"value": "21.5", "printed": "21.5人"}},
        )
    )
    (table,) = tables(sheet_blocks(sheet, 4))
    assert cells(table)[0][2:4] == ["100人(R6-9)", "41.5人"]
    assert "(R6-R7)" in table.columns[3].title


def test_a_missed_result_without_a_remark_says_that_there_is_none() -> None:
    missed = indicator(id="a", name="甲", targets={"R7": 5}, actuals={"R7": "4"})
    met = indicator(id="b", name="乙", targets={"R7": 5}, actuals={"R7": "6"})
    assert "none given" in render_markdown(sheet_blocks(sheet_of(missed), 4))
    both = render_markdown(sheet_blocks(sheet_of(missed, met), 4))
    assert both.count("none given") == 1
    assert "甲: none given" in both
    assert "none given" not in render_markdown(sheet_blocks(sheet_of(met), 4))


def test_the_newest_evaluation_in_sight_is_told() -> None:
    evaluations = {
        "R7": {"achievements": "窓口を増やした。", "outlook": "expand"},
        "R8": {"self_rating": "B"},
        "R9": {"self_rating": "A"},
    }
    own = indicator(targets={"R7": 5})
    page = render_markdown(sheet_blocks(sheet_of(own, evaluations=evaluations), 4))
    assert "| Self-evaluation | B |" in page
    assert "窓口を増やした" not in page
    early = sheet_of(own, evaluations=evaluations, day="2026-03-31")
    assert "窓口を増やした" in render_markdown(sheet_blocks(early, 4))
