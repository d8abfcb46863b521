"""`sagaict agenda`: the paper for the council as a command prints it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from little_city import City
from markdown_it import MarkdownIt
from program import Program

SIGN = "-"


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_the_figures_of_the_city_come_out(program: Program, lang: str) -> None:
    out = program("agenda", "--plan", "ict-katsuyo", "--today", "2020-03-31", lang=lang).out
    rows = [line.strip("| ").split(" | ") for line in out.splitlines() if line.startswith("|")]
    # A name may have the mark of a footnote behind it.
    figures = {re.split(r"(?: \W+\d+)+$", row[0])[0]: row[1:4] for row in rows if len(row) == 5}
    assert figures["年間の証明書交付件数"] == ["253件", "194,000件", "33,787件"]
    assert figures["アプリの利用件数"] == [SIGN, "6,500件", "6,989件"]
    assert figures["通報アプリの利用率"] == ["10%", "30%", "18%"]
    heads = [row for row in rows if len(row) == 5 and "H27" in row[1] and "R1" in row[2]]
    assert len(heads) == 11
    assert sum("H31.3" in head[3] for head in heads) == 4
    assert sum("H31.2" in head[3] for head in heads) == 1
    assert sum("R1.6" in head[3] for head in heads) == 1
    assert sum("R1.7" in head[3] for head in heads) == 5


def headings(text: str) -> list[tuple[str, str]]:
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    return [
        (token.tag, tokens[number + 1].content)
        for number, token in enumerate(tokens)
        if token.type == "heading_open"
    ]


def test_the_paper_of_the_running_plan(program: Program, city: City) -> None:
    out = program.fine("agenda", cwd=city.root).out
    found = headings(out)
    assert [tag for tag, _text in found[:2]] == ["h1", "h2"]
    assert found[0][1] == "Paper for the council, 2026-11-21"
    assert found[1][1].startswith("あおば市DX計画")
    assert [text for tag, text in found if tag == "h2"] == [found[1][1]]  # midori has ended
    assert [text for tag, text in found if tag == "h4"] == [
        "Sheet 1 1-1 手続の電子化",
        "Sheet 2 市民ポータル",
        "Sheet 3 1-2 窓口の改善",
        "Sheet 4 窓口アンケート",
        "Sheet 5 証明書の自動交付機",
        "Sheet 6 2-1 事務の改革",
        "Sheet 7 計画の進行管理",
        "Sheet 8 職員研修",
    ]


def test_reached_and_missed_with_rate_and_reason(program: Program, city: City) -> None:
    result = program.fine("agenda", cwd=city.root)
    missed = result.line("- unmet 手続の電子化 / オンライン申請率: ")
    assert "59% against 80% (R7), 73.8% (sheet 1)" in missed
    assert missed.endswith(" “周知が遅れた。”")
    assert "owner: 市民課" in missed
    unexplained = result.line("- unmet 市民ポータル / 年間利用件数: ")
    assert "74.7%" in unexplained
    assert unexplained.endswith(" No reason given.")
    reached = result.line("| 平均待ち時間 | R5").strip("| ").split(" | ")
    assert reached == ["平均待ち時間", "R5 30分", "R7 20分", "R7 16分", "125.0%", "met ○"]


def test_the_table_form_is_for_reading_here(program: Program, city: City) -> None:
    result = program.fine("agenda", "--format", "table", cwd=city.root)
    assert result.lines[0].startswith("== ")
    assert "|" not in result.out
    assert "周知が遅れた。" in result.out


def test_the_paper_goes_to_a_file(program: Program, city: City, tmp_path: Path) -> None:
    target = tmp_path / "paper.md"
    result = program.fine("agenda", "-o", str(target), cwd=city.root)
    assert result.out == ""
    assert target.read_text(encoding="utf-8") == program.fine("agenda", cwd=city.root).out


@pytest.mark.parametrize("plan", ["johoka-kihon", "joho-management", "dx-plan", "ict-strategy-1"])
@pytest.mark.parametrize("form", ["markdown", "table"])
def test_every_plan_has_a_paper(program: Program, plan: str, form: str) -> None:
    result = program.fine("agenda", "--plan", plan, "--format", form)
    assert result.lines[0]


def test_programs_get_the_paper_in_its_parts(program: Program, city: City) -> None:
    text = program.fine("agenda", "--format", "json", cwd=city.root).out
    paper = json.loads(text)
    assert (paper["on"], paper["incomplete"]) == ("2026-11-21", [])
    (plan,) = paper["plans"]
    assert (plan["plan_id"], plan["year_judged"]) == ("aoba", "R7")
    assert plan["to_decide"] == {
        "approve_plan": False,
        "judge_plan": True,
        "goals_and_measures_to_judge": 0,
        "proposals": [],
        "sheets_to_rate": [2, 5],
    }
    missed = [row["indicator_id"] for row in plan["missed"]]
    assert missed[:2] == ["aoba/1-1/online", "aoba/portal/visits"]
    assert [sheet["number"] for sheet in plan["sheets"]] == list(range(1, 9))
    assert plan["sheets"][1]["project_id"] == "portal"


def test_before_any_plan_the_paper_says_so(program: Program, city: City) -> None:
    result = program("agenda", "--today", "2010-04-01", cwd=city.root)
    assert (result.code, result.err) == (0, "")
    assert "No plan is running on this day." in result.lines


@pytest.mark.parametrize(
    ("options", "piece"),
    [
        (("--today", "R8"), "R8"),
        (("--today", "9999-12-31"), "9999-12-31"),
        (("--format", "csv"), "markdown"),
        (("--plan", "akane"), "akane"),
    ],
)
def test_what_is_refused(
    program: Program, city: City, options: tuple[str, ...], piece: str
) -> None:
    assert piece in program.refused("agenda", *options, cwd=city.root)
