"""The page of an indicator: the sentence that answers first, its figures, years and reasons."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from city_parts import FIGURES, PARTS
from little_city import City
from one_page import headings, page, part, parts, rows, words
from running import ROOT, TODAY, sagaict


@pytest.fixture
def city(tmp_path: Path) -> City:
    return City.found(tmp_path)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        # 59 ÷ 80 is 73.75.
        (
            "aoba/1-1/online",
            (
                "未達成 ：R7の実績は59%で、R7の目標80%に対する達成率は73.8%です。"
                "最終目標は90%（R9）です。"
            ),
        ),
        ("aoba/2-1/leaks", "達成 ○ ：R7の実績は0件、R7の目標は0件です。"),
        (
            "aoba/survey/satisfied",
            "評価中 ：R7の目標は75.5%です。期限を迎えましたが、まだ数値がありません。",
        ),
        (
            "aoba/kiosk/places",
            (
                "未報告 ：R7の目標は5箇所です。"
                "期限を迎えましたが、値が報告されていません（未報告は未達成ではありません）。"
            ),
        ),
        (
            "midori/1-1/readers",
            (
                "達成 ：R5の実績は1,027人で、R5の目標1,000人に対する達成率は102.7%です。"
                "計画はR5で終わりました。"
            ),
        ),
    ],
)
def test_a_sentence_answers_first(city: City, name: str, said: str) -> None:
    text = page(name, city.root)
    lead = part(text, "p", "lead")
    assert words(lead) == said
    # The mark stands beside the word; nothing but what kind of figure it is stands above.
    assert lead.index("<svg") < lead.index("の")
    assert text.index('class="lead"') < min(text.index("<dl"), text.index("<table"))


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("{range: {low: 60, high: 70}}", "the target for R7 is 60 to 70%."),
        (
            "{words: 全ての手続}",
            "The result of R7 is 59%; the target for R7 is 全ての手続. Due, and nobody has judged",
        ),
        ("undecided", "Expected of R7 was 65%. The figure falls short of what is expected now."),
    ],
)
def test_ranges_and_words_are_told_too(city: City, target: str, said: str) -> None:
    city.change("plans/aoba.yaml", "R7: 80\n", f"R7: {target}\n")
    text = page("aoba/1-1/online", city.root, lang="en")
    assert said in words(part(text, "p", "lead"))


def test_the_key_figures_go_from_the_baseline_to_the_last_target(city: City) -> None:
    assert words(part(page("aoba/1-1/online", city.root), "dl", "keys")) == (
        "現状値 40% R5 実績 59% R7 未達成 前回 R6 50% 目標 80% R7 最終目標 90% R9 達成率 73.8%"
    )
    # What nobody has reported is a dash and its word, never a zero.
    assert words(part(page("aoba/kiosk/places", city.root), "dl", "keys")) == (
        "実績 - 未報告 最終目標 5箇所 R7"
    )


def test_every_year_has_a_line_and_says_why_it_has_no_figure() -> None:
    text = page("ict-strategy-2/3-1/access")
    told = [words(row) for row in rows(text)]
    at = told.index("R2 記載なし 51,342件")
    # From 45,570 in H30 (the last year it can be of) to 60,000 in R5: 2,886 a year.
    assert told[at - 1] == "現状値（年度の記載なし） 45,570件"
    assert told[at + 2] == "R4 67,988件 R4.4-R5.2 速報（置換え前）"
    assert told[at + 3].startswith("R4 73,098件 ")
    assert told[at + 4] == "R5 60,000件 未報告 未報告"
    # The plans are ruled apart, as in the drawing: no document says that the figures go on.
    assert text.count("section border-open") == 1


def test_documents_are_cited_by_title_and_what_has_no_content_has_no_heading() -> None:
    text = page("ict-strategy-2/3-1/access")
    assert "出典: 第2次相模原市ICT総合戦略 第4章3 施策3-1(p.31)" in words(text)
    assert not re.search(r"\[(plan|draft|form|ict-strategy-\d/\w+) ", words(text))
    assert headings(text) == [
        "年度ごとの値",
        "判定の根拠",
        "定義と目標の考え方",
        "引継ぎ",
        "資料間の食い違い: 1件",
    ]


def test_a_contradiction_recorded_in_another_plan_names_the_document_of_that_plan() -> None:
    text = words(page("ict-strategy-1/3-1/access"))
    assert "[第2次相模原市ICT総合戦略 第4章3 施策3-1(p.31)]" in text
    told = sagaict("show", "ict-strategy-1/3-1/access", "--today", TODAY, cwd=ROOT).out
    assert "[ict-strategy-2/plan 第4章3 施策3-1(p.31)]" in told


def test_each_part_is_told_by_itself_with_its_reasons(city: City) -> None:
    old = "".join(f"{line[2:]}\n" for line in FIGURES.splitlines())
    new = "".join(f"{line[2:]}\n" for line in PARTS.splitlines())
    city.change("projects/aoba/portal.yaml", old, new)
    text = page("aoba/portal/visits", city.root)
    assert words(part(text, "p", "lead")) == "未達成 ：内訳: 未達成 1、未報告 1。"
    assert 'class="keys"' not in text
    sections = re.findall(r'<tr class="section".*?</tr>', text, re.DOTALL)
    assert [words(each) for each in sections] == ["小学校", "中学校", "催し 参考"]
    # Why: of both parts that are judged.
    assert text.count('class="why"') == 2


def test_late_statistics_show_in_a_year_the_older_figure_they_are_judged_by() -> None:
    text = page("ict-katsuyo/convenience-store/issued")
    told = [words(row) for row in rows(text)]
    assert "R1 194,000件 33,787件 H31.3 未達成" in told


def test_what_carries_it_on_is_named_with_its_plan_and_no_id() -> None:
    text = page("ict-strategy-1/2-2/productivity")
    (item,) = [words(each) for each in parts(text, "li", "") if "引継ぎ先" in each]
    name = "業務生産性の向上を実感した職員の割合"
    assert item == f"引継ぎ先: 第2次相模原市ICT総合戦略 / {name}（資料に明記）"


def test_a_year_ahead_has_no_figure_of_another_year(city: City) -> None:
    text = page("aoba/1-1/online", city.root, "--as-of", "R6")
    told = [words(row) for row in rows(text)]
    # That R7 is behind is seen from the 50 of R6, which stands in its own line. From 40 in R5 to
    # 90 in R9: 77.5 in R8.
    assert told[3:5] == ["R7 80% - 遅れ", "R8 - 77.5%"]
