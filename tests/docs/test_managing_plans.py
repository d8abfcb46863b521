"""Each point on the page about managing plans is shown by the command that it names."""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from running import ROOT, TODAY, Ran, sagaict

ROW = re.compile(
    r"^\| \*\*(?P<name>[^|*]+)\*\*[^|]*\| (?P<shown>[^|]*) \| (?P<kind>[^|]*) \|$", re.MULTILINE
)
COMMAND = re.compile(r"`sagaict ([^`]*)`")
KINDS = {"whole": "対応", "partly": "一部", "not": "未対応"}


def page(end: str) -> list[tuple[str, list[str], str]]:
    """Every row: its name, its commands, and how far it is supported."""
    text = (ROOT / "docs" / f"managing-plans.{end}").read_text(encoding="utf-8")
    return [
        (row["name"], COMMAND.findall(row["shown"]), re.split("[:：]", row["kind"])[0])
        for row in ROW.finditer(text)
    ]


@dataclass(frozen=True)
class Shown:
    """What comes of a row's commands: in the output of the last, in this order, and what not.

    `before` are commands run first, `files` lie among the data, `file` is read for the output.
    """

    says: tuple[str, ...]
    never: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    files: Mapping[str, str] = field(default_factory=dict)
    file: str = ""
    code: int = 0


TOWN = """\
id: town
title: 町の計画
period: R6-R9
documents: {plan: {title: 計画書}}
source: plan 1
approvals:
  - body: パブリックコメント
    date: R5.12
    views: [分かりやすい言葉にしてほしい。]
goal_indicators:
  - id: visits
    name: 利用件数
    unit: 件
    direction: increase
    aggregation: annual
    targets: {R7: 120}
    parts:
      - {id: north, name: 北区, actuals: {R7: 126}}
      - {id: south, name: 南区, actuals: {R7: 99}}
  - id: cards
    name: 交付件数
    unit: 件
    direction: increase
    aggregation: annual
    targets: {R7: 20}
    actuals: {R7: 12}
  - id: loans
    name: 貸出件数
    unit: 件
    direction: increase
    aggregation: annual
    targets: {R7: 20}
    actuals: {R7: 9}
  - id: all
    name: 全ての件数
    unit: 件
    direction: increase
    aggregation: annual
    derived: {sum_of: [town/cards, town/loans]}
    targets: {R7: 20}
"""
"""A plan of another body, with figures by ward and a sum."""


SHOWN: Mapping[str, Shown] = {
    "Project plans": Shown(
        ("Action targets", "R2", "サーバ型ツールの検討", "R5", "有効性の検証", "Target 5 7 10 10"),
    ),
    "Two viewpoints": Shown(
        ("met 6 of 11 (unmet 4, pending 1)", "on schedule 13 of 31 (unknown 17, cancelled 1)"),
    ),
    "Yearly reviews": Shown(
        ("Review every year", "Evaluation", "Progress on schedule", "調達の準備を終えた。"),
    ),
    "Views on a miss": Shown(
        ("Actual 87.5 - 95 -", "unmet", "R7 actual: 95% 切替試験を見送った。"),
    ),
    "Marks": Shown(("progress: on schedule ○", "progress: cancelled ×", "met ○")),
    "States of figures": Shown(("82手続 (provisional)", "R4 not surveyed", "not assessable")),
    "Share of targets met": Shown(
        ("R4: 90% (provisional)", "Computed from the data", "0 of 19 so far"),
    ),
    "Sums": Shown(("sum of 2 indicators = 21件", "105.0%"), files={"plans/town.yaml": TOWN}),
    "Several sections": Shown(("ict-strategy-1/kominkan-wifi",), never=("ict-strategy-1/rpa",)),
    "Changes of actions": Shown(
        (
            "R4 導入事業の業務手順の見直し",
            "R5 有効性の検証",
            "保守運用方法の見直し",
            "契約の遅れ",
            "ICT戦略調整会議",
        ),
    ),
    "The booklet of projects": Shown(
        ("# 3-1 データ利活用の促進", "# 統計データ利活用推進", "# 3-2 魅力的な地域づくり"),
    ),
    "The council's paper": Shown(
        (
            "To be decided today",
            "What was missed, and why",
            "業務生産性の向上を実感した職員の割合: 59% against 80%",
            "Open instructions",
            "Interim evaluation, FY2022 (R4)",
            "Results by goal",
            "Annex: evaluation sheets",
            "電子書籍の導入研究",
        ),
        never=("ict-strategy-1/", "days"),
    ),
    "The mid-term table": Shown(
        (
            "概ね順調",
            "1-1 利便性を高める行政サービスの推進",
            "120(R2:21+R3:17+R4:82)の申請手続が電子化され",
            "3-3",
        ),
    ),
    "The look back": Shown(
        (
            "Evaluation of the last year, FY2019 (R1)",
            "9事業については、6事業が計画どおりに進捗しました",
            "met 1 of 3",
            "証明書のコンビニ交付拡充",
        ),
    ),
    "Half-year reviews": Shown(
        ("Year R5, first half Progress delayed Issues 契約の遅れ", "Year R5 Progress on schedule"),
    ),
    "The plan judged": Shown(("第2次相模原市ICT総合戦略", "Judgement 概ね順調 (R7)")),
    "Goals judged": Shown(("Year R7 Judgement 順調", "Issues 外国語での案内")),
    "Forecasts": Shown(("Year R4 Forecast expected to be reached",)),
    "Support": Shown(("Supporting 各局総務室",)),
    "The council": Shown(
        (
            "Council ICT戦略調整会議",
            "Chair 情報政策所管部長",
            "Members 主に各局総務室",
            "CIO 情報政策所管局長",
            "Clerk of the council 情報政策所管課",
        ),
    ),
    "The summary": Shown(
        ("R2-R5", "概ね順調", "45,570件 R5 60,000件 R4 73,098件"),
        never=("RPAの全庁導入",),
    ),
    "Dates within the year": Shown(
        ("due, by 2023-09-30: take the action of FY2023 (R5)", "RPAの全庁導入", "有効性の検証"),
    ),
    "Costs": Shown(("Budget R5 約1千2百万円",)),
    "The situation": Shown(
        ("Situation: 少子高齢化への対応", "デジタル技術を活用し、効率的で質の高いサービスを提供"),
    ),
    "The glossary": Shown(
        (
            "Words explained",
            "RPA Robotic Process Automationの略称。",
            "デジタルデバイド 地理的な制約",
        ),
    ),
    "Who gains": Shown(("Who gains 外国人, 障害者等",)),
    "Surveys": Shown(
        ("R7 actual: 62% (answers: 1,204)", "Follow-ups 早い時期に再度調査する。 (due 2026-09-30)"),
    ),
    "Rates made of counts": Shown(("R7 actual: 87.5% (56/64)",)),
    "Changes of measures": Shown(
        (
            "not due 8 → met 0 of 2 (not reported 2); not in the denominator: not due 7",
            "Measure dropped on 2026-04-01 (1 indicator)",
            "Nothing was written",
        ),
    ),
    "Printed tallies": Shown(
        (
            "重点事業 15/32 重点事業 15/32 agrees",
            "位置づけた事業 26/32 位置づけた事業 26/32 agrees",
        ),
    ),
    "Approval of the plan": Shown(("Stage approved (ICT戦略調整会議 (2026-11-20, 承認))",)),
    "Bodies in turn": Shown(
        (
            "関係課長会議 (2019-08-21, 原案を上部庁議へ付議する。)",
            "事務事業調整会議 (2019-10-04)",
            "政策調整会議 (2019-10-11, 原案を一部修正し承認する。)",
            "パブリックコメント (2019-12-05-2020-01-23)",
            "計画策定 (2020-03)",
        ),
    ),
    "Minutes": Shown(
        (
            "政策調整会議 (2019-10-11, 原案を一部修正し承認する。)",
            "相模原市ICT総合戦略の策定について",
            "民間企業との連携の構築や模索についてはどう考えているか。",
            "特記事項はなし。",
        ),
    ),
    "Advisers": Shown(
        (
            "策定アドバイザーへの意見聴取 (2019-07-23)",
            "地域情報化アドバイザーへの意見聴取 (2019-08-19)",
        ),
    ),
    "Public comment": Shown(
        ("パブリックコメント", "分かりやすい言葉にしてほしい。"), files={"plans/town.yaml": TOWN}
    ),
    "Values of every year": Shown(
        (
            "report the figure of FY2025 (R7)",
            "利便性を高める行政サービスの推進 / 行政サービスの利便性満足度",
        ),
    ),
    "Introduction decided": Shown(
        ("set an outcome indicator, since the introduction is decided", "AI-OCRの導入研究"),
    ),
    "Plans drawn anew": Shown(
        (
            "R5 有効性の検証",
            "効果の検証",
            "Instructions 効果を検証すること",
            "効果の検証を行動目標に加えた。",
            "改善指示への対応",
        ),
    ),
    "Instructions": Shown(("2026-09-30", "切替試験の日程を見直すこと")),
    "Changes of targets": Shown(
        ("90,000 (formerly 101,000)", "集計方法の変更", "ICT戦略調整会議"),
    ),
    "Projects in and out": Shown(
        (
            "outcome indicator: met 0 of 22 (not reported 22) → met 0 of 21 (not reported 21)",
            "Project dropped on 2022-04-01",
            "Nothing was written",
        ),
    ),
    "The plan revised": Shown(("+period: R6-R10", "Period: R6-R9 → R6-R10")),
    "The plan above": Shown(
        (
            "Plans above 相模原市総合計画 (FY2020-2027 (R2-R9))",
            "Targets that agree with its own: 行政サービスの利便性満足度,",
            "相模原市の認知度",
        ),
    ),
    "The law": Shown(
        ("Listed: only ict-strategy-1/online", "電子申請の利用促進", "多言語対応サービスの増加数"),
        never=("RPAツールの導入事業数",),
    ),
    "SDGs": Shown(
        ("ict-strategy-2/1-1/satisfaction", "ict-strategy-2/2-1/time-saved", "2-1/productivity"),
        never=("ict-strategy-2/1-2",),
    ),
    "Principles of introduction": Shown(
        ("情報システム導入の考え方", "クラウド利用の促進", "競争性を確保したシステム調達"),
    ),
    "Standardisation": Shown(
        ("ict-strategy-1/rpa", "ict-strategy-1/core-system"),
        never=("ict-strategy-1/e-application",),
    ),
    "The roadmap": Shown(("Roadmap", "R8")),
    "Priorities": Shown(
        ('"project_id": "ict-strategy-1/rpa"',), never=('"category": "B"', '"category": "C"')
    ),
    "Series over plans": Shown(
        ("With the plans before", "45,570件", "67,988件", "73,098件", "101,000件"),
    ),
    "Publication": Shown(
        (
            "<!doctype html>",
            "default-src 'none'",
            "相模原市ICT活用推進計画",
            "met 6 of the 11 due (unmet 4, pending 1).",
        ),
    ),
    "Open data": Shown(("figures.csv", "evaluations.csv"), file="opendata/datapackage.json"),
    "Breakdowns": Shown(
        ("its parts: met 1, unmet 1", "北区", "126", "105.0%", "南区", "99", "82.5%"),
        files={"plans/town.yaml": TOWN},
    ),
    "Sources": Shown(
        ("plans/town.yaml", "no-source"),
        files={"plans/town.yaml": TOWN.replace("source: plan 1\n", "")},
        code=1,
    ),
    "Reminders": Shown(("BEGIN:VEVENT", "DTSTART;VALUE=DATE:20260430", "END:VCALENDAR")),
    "Spreadsheets": Shown(("entries.xlsx",)),
}
"""What each row is shown by. All that are supported whole have one."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "data", tmp_path / "data")
    return tmp_path


def ran(folder: Path, command: str) -> Ran:
    words = shlex.split(command)
    day = [] if "--today" in words or words[0] in WITHOUT_DAY else ["--today", TODAY]
    return sagaict(*words, *day, cwd=folder)


WITHOUT_DAY = {"fmt", "rule", "schema", "init"}


@pytest.mark.parametrize("name", SHOWN)
def test_what_the_page_names_does_what_the_documents_ask(name: str, folder: Path) -> None:
    shown = SHOWN[name]
    for path, text in shown.files.items():
        (folder / "data" / path).write_text(text, encoding="utf-8")
    (commands,) = [commands for row, commands, _kind in page("md") if row == name]
    *earlier, last = [*shown.before, *commands]
    for command in earlier:
        done = ran(folder, command)
        assert done.code == 0, done.err
    done = ran(folder, last)
    assert done.code == shown.code, done.err
    out = (folder / shown.file).read_text(encoding="utf-8") if shown.file else done.out + done.err
    told = " ".join(out.split())
    at = 0
    for text in shown.says:
        at = told.find(text, at)
        assert at >= 0, (text, told)
    for text in shown.never:
        assert text not in told


def test_every_point_that_is_supported_whole_is_shown() -> None:
    assert [
        name for name, _commands, kind in page("md") if kind == "whole" and name not in SHOWN
    ] == []
    assert [name for name, commands, kind in page("md") if kind == "whole" and not commands] == []


def test_the_pages_in_both_languages_say_the_same() -> None:
    english, japanese = page("md"), page("ja.md")
    assert [(commands, KINDS[kind]) for _name, commands, kind in english] == [
        (commands, kind) for _name, commands, kind in japanese
    ]


@pytest.mark.parametrize("end", ["md", "ja.md"])
def test_the_counts_on_the_page_are_those_of_its_rows(end: str) -> None:
    text = (ROOT / "docs" / f"managing-plans.{end}").read_text(encoding="utf-8")
    kinds = [kind for _name, _commands, kind in page(end)]
    words = KINDS if end == "md" else KINDS.values()
    counts = [len(kinds), *(kinds.count(word) for word in words)]
    told = next(line for line in text.splitlines() if str(len(kinds)) in line)
    assert [int(number) for number in re.findall(r"\d+", told)] == counts
