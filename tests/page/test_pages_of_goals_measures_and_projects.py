"""The pages of goals, measures and projects: how all below them stands, and what they are."""

from __future__ import annotations

from pathlib import Path

import pytest
from little_city import City
from one_page import headings, page, part, parts, rows, words
from running import ROOT, sagaict


@pytest.fixture
def city(tmp_path: Path) -> City:
    return City.found(tmp_path)


def test_a_measure_says_how_its_own_indicators_and_those_of_its_projects_stand(
    city: City,
) -> None:
    text = page("aoba/1-2", city.root)
    # Of the measure: the time people wait, 16 minutes of the 20 aimed at. Of its projects: the
    # survey, still assessed, and the kiosks, not reported.
    assert words(part(text, "p", "lead")) == (
        "施策目標値は、期限を迎えた1件が達成。"
        "成果指標は、期限を迎えた2件のうち0件を達成（評価中 1、未報告 1）。"
    )
    # Each under its project; the measure is the page's title, and its goal stands above.
    (results,) = [each for each in parts(text, "table", "titled") if "推移" in each]
    lines = [words(row).split(" ") for row in rows(results)[1:] if "<details>" not in row]
    # The status of each is said before its name.
    assert [" ".join(line[:2]) for line in lines] == [
        "達成 ○",
        "窓口アンケート A",
        "評価中 満足と答えた割合",
        "証明書の自動交付機 B",
        "未報告 設置箇所数",
    ]
    assert lines[0][2] == "平均待ち時間"


def test_goal_and_outcome_indicators_have_a_count_each() -> None:
    text = page("ict-strategy-1/2")
    assert words(part(text, "p", "lead")) == (
        "施策目標値は、期限を迎えた3件のうち1件を達成（未報告 2）。"
        "成果指標は、期限を迎えた10件が未報告。"
    )
    assert [words(each) for each in parts(text, "p", "figure")] == [
        "1 / 3 達成／期限到来",
        "0 / 10 達成／期限到来",
    ]
    # That none is missed is told too; what is not due is in no denominator.
    assert [words(each) for each in parts(text, "ul", "counts")] == [
        "達成 1 未達成 0 評価中 0 未報告 2",
        "達成 0 未達成 0 評価中 0 未報告 10",
    ]
    # A mark for each of the 13, none of them in the other's strip.
    strips = parts(text, "svg", "strip")
    assert [each.count("<use ") for each in strips] == [3, 10]
    assert headings(text)[:2] == ["施策", "指標: 13件"]
    assert sum("判定の根拠" in row for row in rows(text)) == 13


def test_projects_without_an_indicator_are_one_line_with_their_number() -> None:
    text = page("ict-katsuyo/2")
    (line,) = [each for each in parts(text, "p", "") if "成果指標のない事業" in each]
    # 11 projects, 4 of them with an indicator.
    assert words(line).startswith("成果指標のない事業 7件 観光客誘客に係る公衆無線LANの導入、")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("ict-katsuyo/e-money", "成果指標はありません。R1の進捗は資料から分かりません。"),
        (
            "ict-strategy-1/ai-ocr",
            "成果指標はまだ設定されていません（事業の進捗に合わせ設定）。",
        ),
    ],
)
def test_a_project_that_nothing_measures_says_so(name: str, said: str) -> None:
    assert words(part(page(name), "p", "lead")) == said


def test_what_nobody_told_of_actions_is_said_once() -> None:
    text = page("ict-strategy-1/rpa")
    assert "未報告 ：期限を迎えた11件のうち11件は、結果の記載がありません。" in words(text)
    assert [row for row in map(words, rows(text)) if row.startswith("R2 ")] == [
        "R2 サーバ型ツールの検討 事業選定 保守運用案の作成"
    ]
    assert headings(text) == [
        "行動目標",
        "指標: 2件",
        "事業の内容",
        "「2-1 行政事務における電子化の推進」のほかの事業: 5件",
    ]


def test_an_action_that_was_reported_keeps_its_state(city: City) -> None:
    city.change(
        "projects/aoba/portal.yaml",
        "owner: 情報政策課\n",
        "owner: 情報政策課\nactions:\n  R7:\n    - text: 公開\n      state: done\n    - 周知\n"
        "  R9:\n    - 見直し\n",
    )
    text = page("aoba/portal", city.root)
    assert "未報告 ：期限を迎えた2件のうち1件は、結果の記載がありません。" in words(text)
    told = [words(row) for row in rows(text)]
    assert told[:3] == ["R7 公開 完了", "周知", "R9 見直し"]


def test_a_few_lines_are_not_searched_and_paper_says_once_what_it_leaves_out() -> None:
    few = page("ict-strategy-1/3-1")
    assert sum("判定の根拠" in row for row in rows(few)) == 6
    assert 'id="search"' not in few
    assert few.count("on-paper dim") == 1
    many = sagaict("--lang", "ja", "status", "ict-strategy-1", "--format", "html", cwd=ROOT).out
    assert 'id="search"' in many
