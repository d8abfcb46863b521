"""`sagaict agenda`: the paper for the council as a command prints it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from little_city import City
from markdown_it import MarkdownIt
from program import Program

SIGN = "\\-"  # a dash as Markdown writes it


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
    assert "2026-11-21" in found[0][1]
    assert found[1][1].startswith("あおば市DX計画")
    assert [text for tag, text in found if tag == "h2"] == [found[1][1]]  # midori has ended
    assert [text for tag, text in found if tag == "h4"] == [
        "市民ポータル",
        "窓口アンケート",
        "証明書の自動交付機",
        "計画の進行管理",
    ]


def test_reached_and_missed_with_rate_and_reason(program: Program, city: City) -> None:
    result = program.fine("agenda", cwd=city.root)
    missed = result.line("| オンライン申請率 |").strip("| ").split(" | ")
    assert missed[1:] == ["R7 80%", "R7 59%", "73\\.8%", "unmet", "周知が遅れた。"]
    unexplained = [line for line in result.lines if line.startswith("| 年間利用件数 | R7")]
    assert [line.strip("| ").split(" | ")[3:] for line in unexplained] == [
        ["74\\.7%", "unmet", "none given"]
    ]
    reached = result.line("| 平均待ち時間 |").strip("| ").split(" | ")
    assert reached[3:5] == ["125\\.0%", "met ○"]


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


def test_before_any_plan_the_paper_says_so(program: Program, city: City) -> None:
    result = program("agenda", "--today", "2010-04-01", cwd=city.root)
    assert (result.code, result.err) == (0, "")
    assert "No plan is running on this day." in result.lines


@pytest.mark.parametrize(
    ("options", "piece"),
    [
        (("--today", "R8"), "R8"),
        (("--today", "9999-12-31"), "9999-12-31"),
        (("--format", "docx"), "markdown"),
        (("--plan", "akane"), "akane"),
    ],
)
def test_what_is_refused(
    program: Program, city: City, options: tuple[str, ...], piece: str
) -> None:
    assert piece in program.refused("agenda", *options, cwd=city.root)
