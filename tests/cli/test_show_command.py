"""`sagaict show`: a plan, a measure, a project, an indicator; and finding them by name."""

from __future__ import annotations

import json

import pytest
from little_city import City
from program import Program


def facts(text: str) -> dict[str, str]:
    """Names and values of the table under the first heading."""
    rows = text.split("\n\n")[1].splitlines()
    return {row[: row.index("  ")]: row[row.index("  ") :].strip() for row in rows}


def table_row(lines: list[str], name: str) -> list[str]:
    """The cells of the first row that begins with the name."""
    line = next(line for line in lines if line.startswith(f"{name}  "))
    return line.removeprefix(name).split()


def test_a_plan(program: Program, city: City) -> None:
    result = program.fine("show", "aoba", cwd=city.root)
    assert result.lines[0] == "== あおば市DX計画"
    assert facts(result.out)["Period"] == "FY2024-2027 (R6-R9)"
    assert result.line("met 2 of 3 (unmet 1); ").startswith("goal indicator: ")
    assert "outcome indicator: met 0 of 4 (unmet 2, pending 1, not reported 1)" in result.lines
    assert result.line("1-2 窓口の改善").split()[2:4] == ["aoba/1-2", "2"]
    assert result.line("1-2 窓口の改善").endswith("  goal indicator: met 1 of 1")
    assert "- A: 重点的に進める事業" in result.lines
    assert "- main: あおば市DX計画" in result.lines


def test_a_goal(program: Program, city: City) -> None:
    result = program.fine("show", "aoba/1", cwd=city.root)
    assert result.lines[0] == "== Goal 1 便利なまち"
    assert facts(result.out) == {"Id": "aoba/1", "Plan": "あおば市DX計画"}
    assert result.line("1-2 窓口の改善").split()[2:4] == ["aoba/1-2", "2"]
    out = program.fine("show", "aoba/1", "--format", "json", cwd=city.root)
    data = json.loads(out.out)
    assert (data["kind"], data["id"]) == ("goal", "aoba/1")
    assert "aoba/1-1/online" in {row["indicator_id"] for row in data["indicators"]}


def test_a_measure(program: Program, city: City) -> None:
    result = program.fine("show", "aoba/1-1", cwd=city.root)
    assert result.lines[0] == "== 1-1 手続の電子化"
    assert facts(result.out) == {"Id": "aoba/1-1", "Plan": "あおば市DX計画", "Goal": "1 便利なまち"}
    assert "オンライン申請率 (goal indicator)" in result.lines
    assert table_row(result.lines, "%") == ["R5", "R6", "R7", "R9"]
    assert table_row(result.lines, "Target") == ["-", "80", "90"]
    assert table_row(result.lines, "Actual") == ["40", "50", "59", "-"]
    assert table_row(result.lines, "Achievement rate") == [
        "62.5%", "(of", "R7)", "73.8%", "-",
    ]  # fmt: skip
    assert table_row(result.lines, "Progress rate") == [
        "25.0%", "(of", "R7)", "47.5%", "-",
    ]  # fmt: skip
    assert result.line("市民ポータル").split() == ["市民ポータル", "aoba/portal", "A", "priority"]
    # An outcome indicator of a project is not mixed in among the measure's own.
    assert "年間利用件数" not in result.out


def test_a_project(program: Program, city: City) -> None:
    result = program.fine("show", "aoba/portal", cwd=city.root)
    assert facts(result.out) == {
        "Id": "aoba/portal",
        "Plan": "あおば市DX計画",
        "Measure": "1-1 手続の電子化",
        "Category": "A 重点的に進める事業",
        "Priority": "yes",
        "Owner": "情報政策課",
        "Source": "main p.4",
    }
    assert table_row(result.lines, "Target") == ["1,200", "1,375"]
    assert "Progress  on schedule (○)" in result.lines


def test_a_project_whose_owner_and_indicators_are_not_known(program: Program, city: City) -> None:
    result = program.fine("show", "training", cwd=city.root)
    assert facts(result.out)["Owner"] == "not given in the documents"
    assert facts(result.out)["Not set yet"] == "事業の進捗に合わせ設定"


def test_what_a_project_costs_whom_it_serves_and_by_when_it_acts(
    program: Program, city: City
) -> None:
    city.change(
        "projects/aoba/portal.yaml",
        "owner: 情報政策課\n",
        "owner: 情報政策課\nbeneficiaries: [外国人, 高齢者]\nactions:\n  R7:\n    - text: 公開\n"
        "      due: R7.9\nbudget:\n  R7: 約1千万円\n  R8:\n    printed: 1,234.5万円\n"
        "    amount: 12,345\n",
    )
    result = program.fine("show", "aoba/portal", cwd=city.root)
    assert facts(result.out)["Who gains"] == "外国人, 高齢者"
    assert facts(result.out)["Budget"] == "R7  約1千万円"
    assert "R8  1,234.5万円 (12,345 thousand yen)" in result.out
    assert "公開  by 2025-09" in result.out


def test_a_plan_explains_its_words_and_where_things_stood(program: Program, city: City) -> None:
    city.change(
        "plans/aoba.yaml",
        "period: R6-R9\n",
        "period: R6-R9\nsituation:\n  - title: 高齢化\n    items: [高齢者は3割]\n"
        "    source: main p.1\n"
        "glossary:\n  words:\n    RPA: 操作を自動化すること\n  source: main p.9\n",
    )
    out = program.fine("show", "aoba", cwd=city.root).out
    assert "Situation: 高齢化\n\n- 高齢者は3割\n\n[main p.1]\n" in out
    assert "Words explained\n\nRPA  操作を自動化すること\n\n[main p.9]\n" in out


def test_an_indicator(program: Program, city: City) -> None:
    result = program.fine("show", "aoba/2-1/hours", cwd=city.root)
    known = facts(result.out)
    assert (known["Better is"], known["Figures are"]) == ("increase", "period total")
    # A period total has one column, named by its period.
    assert table_row(result.lines, "時間") == ["R6-R9"]
    assert table_row(result.lines, "Actual") == ["4,500.5", "(provisional)"]
    assert "- R6 actual: 3,000時間  [main p.3]" in result.lines
    assert "- R8 actual: 1,500.5時間 (provisional)  [main p.3]" in result.lines


def test_as_of_an_earlier_year(program: Program, city: City) -> None:
    result = program.fine("show", "aoba/1-1/online", "--as-of", "R6", cwd=city.root)
    assert "50%" in result.out
    assert "周知が遅れた" not in result.out
    assert "59" not in table_row(result.lines, "Actual")


def test_bars_compare_target_and_actual(program: Program, city: City) -> None:
    lines = program.fine("show", "aoba/1-1/online", cwd=city.root).lines
    longest = next(line for line in lines if line.split()[:2] == ["R9", "target"])
    assert longest.count("░") == 30
    assert next(line for line in lines if line.split()[:2] == ["R6", "actual"]).count("█") == 16


def test_contradictions_between_documents_are_shown_with_their_sources(program: Program) -> None:
    result = program.fine("show", "ict-strategy-1/2-2/productivity")
    assert any(line.startswith("Contradictions between the documents:") for line in result.lines)
    assert any(line.startswith("  Here: ") for line in result.lines)
    assert "continued by ict-strategy-2/2-1/productivity" in result.out


@pytest.mark.parametrize("lang", ["en", "ja"])
@pytest.mark.parametrize("command", ["show dx-plan", "status dx-plan", "agenda --plan dx-plan"])
def test_a_plan_speaks_in_its_own_terms_and_prints_no_number_it_has_not(
    program: Program, command: str, lang: str
) -> None:
    told = program.fine(*command.split(), lang=lang).out
    assert "ビジョン 暮らしのDX" in told
    assert "基本目標" not in told
    assert "Goal" not in told


def test_a_plan_shows_what_it_lays_down_and_how_it_was_judged(program: Program) -> None:
    lines = program.fine("show", "ict-strategy-1").lines
    at = lines.index("Legal basis")
    assert lines[at + 2].endswith(
        "官民データ活用推進基本法9条 (官民データ活用推進に関する基本的な計画)"
    )
    assert lines[at + 3].endswith("[draft 第5章2(3)(p.42〜)]")
    at = lines.index("計画期間の整合")
    assert "「次期相模原市総合計画」" in lines[at + 2]
    assert lines[at + 4] == "[draft 第3章2(p.24)]"
    at = lines.index("Evaluation")
    assert [line.split()[:2] for line in lines[at + 2 : at + 4]] == [
        ["Year", "R4"],
        ["Judgement", "概ね順調"],
    ]
    judged = program.fine("show", "ict-katsuyo").lines
    assert "Evaluation: Goal 2 自慢したくなるまち「さがみはら」をめざします" in judged


def test_copies_of_a_text_that_differ_are_no_contradictions_of_the_city(program: Program) -> None:
    lines = program.fine("show", "dx-plan").lines
    assert "Contradictions between the documents: 3" in lines
    assert "Differences between copies of a document's text: 1" in lines
    said = "The documents contradict each other in 3 places: sagaict show dx-plan"
    assert said in program.fine("status", "dx-plan").lines


@pytest.mark.parametrize(
    ("name", "heading"),
    [
        ("aoba/1-1/online", "オンライン申請率"),
        ("1-1/online", "オンライン申請率"),
        ("online", "オンライン申請率"),
        ("オンライン申請", "オンライン申請率"),
        ("ｵﾝﾗｲﾝ申請", "オンライン申請率"),
        ("ＡＯＢＡ/1-1", "1-1 手続の電子化"),
        ("aoba/1-1/", "1-1 手続の電子化"),
        ("ポータル", "市民ポータル"),
        ("みどり市", "みどり市情報化計画"),
    ],
)
def test_any_tail_or_part_of_a_title_is_enough(
    program: Program, city: City, name: str, heading: str
) -> None:
    assert program.fine("show", name, cwd=city.root).lines[0] == f"== {heading}"


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_an_ambiguous_name_lists_the_candidates(program: Program, city: City, lang: str) -> None:
    said = program.refused("show", "1-1", cwd=city.root, lang=lang).splitlines()
    assert "1-1" in said[0]
    assert said[1:] == ["  midori/1-1  情報の発信", "  aoba/1-1  手続の電子化"]


def test_very_many_candidates_are_counted(program: Program) -> None:
    said = program.refused("show", "の").splitlines()
    assert len(said) == 22
    assert said[-1].startswith("  … and ")


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_an_unknown_name_is_answered_with_what_is_near(
    program: Program, city: City, lang: str
) -> None:
    said = program.refused("show", "aoba/portl", cwd=city.root, lang=lang)
    assert "aoba/portl" in said
    assert "aoba/portal" in said
    said = program.refused("show", "zzzzzz", cwd=city.root, lang=lang)
    assert len(said.splitlines()) == 1


def test_nothing_is_no_name(program: Program, city: City) -> None:
    for name in ("", "/", " "):
        program.refused("show", name, cwd=city.root)


def test_markdown(program: Program, city: City) -> None:
    result = program.fine("show", "aoba/portal", "--format", "markdown", cwd=city.root)
    assert result.lines[0] == "# 市民ポータル"
    assert "| Target |  | 1,200 | 1,375 |" in result.lines


def test_the_booklet_of_a_plan_has_each_goal_measure_and_project_once_in_the_plans_order(
    program: Program,
) -> None:
    page = program.fine("show", "ict-strategy-1", "--whole", "--format", "markdown").out
    titles = [line.removeprefix("# ") for line in page.splitlines() if line.startswith("# ")]
    assert len(titles) == 1 + 3 + 8 + 32  # the plan, its goals, measures and projects
    at = titles.index("3-1 データ利活用の促進")
    assert titles[at - 1].endswith("将来にわたり発展し続けるまちづくり")
    assert (
        "オープンデータの充実、活用の推進"
        in titles[at + 1 : titles.index("3-2 魅力的な地域づくりに向けた情報発信")]
    )
    one = program.fine("show", "ict-strategy-1/2-3", "--whole").out
    assert "== 消防情報管理システム更新" in one
    assert "== RPAの全庁導入" not in one


def test_a_plan_has_a_summary_on_one_sheet(program: Program) -> None:
    sheet = program.fine("show", "ict-strategy-1", "--summary", "--as-of", "R5").out
    assert len(sheet.splitlines()) <= 50  # of 32 projects nothing but the count of indicators
    assert "概ね順調 (R4)" in sheet
    assert "次期相模原市総合計画" in sheet
    line = next(line for line in sheet.splitlines() if "年間アクセス件数" in line)
    assert line.split()[1:] == ["45,570件", "R5", "60,000件", "R4", "73,098件", "not", "reported"]
    assert "RPAの全庁導入" not in sheet
    draft = program.fine("show", "dx-plan", "--summary", "--format", "markdown").out
    assert "Roadmap" in draft
    assert "ビジョン 暮らしのDX" in draft


def test_only_a_plan_has_a_summary_and_not_of_all_below_it(program: Program) -> None:
    refused = program("show", "rpa", "--summary")
    assert refused.code == 2
    assert "--summary is a summary of a plan; rpa is none" in refused.err
    both = program("show", "dx-plan", "--summary", "--whole")
    assert both.code == 2
    assert "exclude each other" in both.err
