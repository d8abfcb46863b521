"""An indicator beside those of the plans before, each plan by itself; last year beside this one."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from pathlib import Path

import pytest
from program import SHIPPED
from running import Ran, sagaict

SEEN = ("--today", "2026-11-26", "--data", str(SHIPPED))
LAST_YEAR = """\
id: p
title: 見本の計画
period: R4-R9
documents: {plan: {title: 計画書}}
source: plan 1
goal_indicators:
  - id: visits
    name: 利用件数
    unit: 件
    direction: increase
    aggregation: annual
    targets: {R8: 120}
    actuals: {R5: 88, R6: 97, R7: {state: not_surveyed}, R8: 126}
  - id: total
    name: 研修の受講者
    unit: 人
    direction: increase
    aggregation: period_total
    targets: {R6-R9: 100}
    actuals: {R6: 20, R7: 31}
  - id: first
    name: 初めての調査
    unit: 人
    direction: increase
    aggregation: level
    targets: {R8: 3}
    actuals: {R8: 4}
"""


def shown(thing: str, *options: str, lang: str = "en") -> Ran:
    found = sagaict("show", thing, *SEEN, *options, "--lang", lang, cwd=SHIPPED)
    assert found.code == 0, found.err
    return found


def test_the_whole_series_stands_before_the_targets_of_the_second_strategy() -> None:
    out = shown("ict-strategy-2/3-1/access", lang="ja").out
    table = out[out.index("前の計画からの推移") : out.index("引継ぎ\n")].splitlines()
    cells = [re.split(r"\s{2,}", line.strip()) for line in table if line.startswith("  ")]
    assert cells == [
        ["現状値", "45,570件"],
        ["R4", "67,988件", "R4.4-R5.2", "速報（置換え前）"],
        ["R4", "-", "73,098件", "R4", "順調"],
        ["R5", "60,000件", "-", "-", "未報告"],
        ["R4 現状値", "73,098件"],
        ["R9", "101,000件", "-", "-", "期限前"],
    ]
    plans = [line for line in table if line.startswith(("相模原市ICT", "第2次"))]
    assert [line.partition("（")[0] for line in plans[:2]] == [
        "相模原市ICT総合戦略",
        "第2次相模原市ICT総合戦略",
    ]
    assert "次の計画への引継ぎ: 名称が同一、資料に明記なし" in plans[0]
    assert "引継ぎ" not in plans[1]


def test_in_markdown_each_plan_has_a_line_of_its_own() -> None:
    out = shown("ict-strategy-2/3-1/access", "--format", "markdown").out
    assert out.index("**相模原市ICT総合戦略") < out.index("45,570件") < out.index("67,988件")
    assert out.index("67,988件") < out.index("**第2次相模原市ICT総合戦略") < out.index("101,000件")


@pytest.mark.parametrize(
    ("thing", "said", "rules"),
    [
        ("ict-strategy-2/3-1/access", "no document says that the figures go on", 2),
        ("ict-strategy-2/2-1/productivity", "another plan begins, which is said to go on", 1),
    ],
)
def test_a_page_rules_the_plans_apart_and_joins_no_line_over_the_rule(
    thing: str, said: str, rules: int
) -> None:
    page = shown(thing, "--format", "html").out
    (drawing,) = re.findall(r'<svg[^>]*role="img".*?</svg>', page, re.DOTALL)
    (border,) = re.findall(r'<path d="([^"]*)" class="border"', drawing)
    assert border.count("M") == rules
    at = [float(text) for text in re.findall(r"M([\d.]+) ", border)]
    for points in re.findall(r'<polyline points="([^"]*)"', drawing):
        across = [float(point.partition(",")[0]) for point in points.split()]
        assert max(across) < min(at) or min(across) > max(at)
    assert said in page


def test_an_indicator_without_any_before_it_is_drawn_by_itself() -> None:
    out = shown("ict-strategy-1/3-1/access").out
    assert "With the plans before" not in out
    assert "R5  target" in out


def test_programs_have_the_years_of_the_indicators_before() -> None:
    page = json.loads(
        shown("ict-strategy-2/3-1/access", "--format", "json").out, parse_float=Decimal
    )
    (before,) = page["continues"]
    assert (before["indicator_id"], before["basis"]) == ("ict-strategy-1/3-1/access", "same_name")
    assert [
        (row["fiscal_year_label"], row["target_value"], row["actual_value"])
        for row in before["rows"]
    ] == [("R4", None, 73098), ("R5", 60000, None)]
    alone = json.loads(shown("ict-strategy-1/3-1/access", "--format", "json").out)
    assert "continues" not in alone


def test_the_status_has_the_result_before_beside_that_of_the_year(tmp_path: Path) -> None:
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans" / "p.yaml").write_text(LAST_YEAR, encoding="utf-8")

    def below(name: str, as_of: str) -> tuple[list[str], list[str]]:
        found = sagaict(
            *("status", "p", "--data", str(tmp_path), "--as-of", as_of),
            *("--today", "2028-04-10", "--lang", "ja"),
            cwd=tmp_path,
        )
        lines = found.out[found.out.index("指標  ") :].splitlines()
        at = next(number for number, line in enumerate(lines) if name in line)
        return lines[at].split(), lines[at + 1].split()

    line, next_line = below("利用件数", "R8")
    assert line[1:3] == ["R8", "126件"]
    assert next_line[:3] == ["前回", "R6", "97件"]  # R7 was not surveyed
    line, next_line = below("研修の受講者", "R7")
    assert line[1:3] == ["R6-R7", "51人"]
    assert next_line[:3] == ["前回", "R6", "20人"]
    _line, next_line = below("初めての調査", "R8")
    assert "前回" not in next_line
