"""`sagaict status` on the small city: what each part of the page says."""

from __future__ import annotations

import pytest
from little_city import City
from program import TODAY, Program

OPENED = "== あおば市DX計画  FY2024-2027 (R6-R9)  aoba"
CLOSED = "Plan                         Period  Result"


def test_a_running_plan_is_opened_and_an_ended_one_is_a_line(program: Program, city: City) -> None:
    result = program.fine("status", cwd=city.root)
    assert [line for line in result.lines if line.startswith("== ")] == [OPENED]
    line = result.line("みどり市情報化計画 (midori)")
    assert line.split()[2:] == ["R2-R5", "goal", "indicator:", "met", "1", "of", "1"]
    assert result.lines.index(CLOSED) < result.lines.index(line)
    assert "広報の閲覧者数" not in result.out


def test_goal_and_outcome_indicators_are_counted_apart(program: Program, city: City) -> None:
    result = program.fine("status", cwd=city.root)
    goal = result.line("goal indicator   ").split(maxsplit=2)[2]
    assert goal.startswith("met 2 of 3 (unmet 1); ")
    assert goal.endswith(": not reported 1")  # what the denominator leaves out
    outcome = result.line("outcome indicator   ").split(maxsplit=2)[2]
    assert outcome == "met 0 of 4 (unmet 2, pending 1, not reported 1)"
    assert result.line("goal indicator (あおば市DX計画)  ").endswith(goal)
    assert result.line("outcome indicator (あおば市DX計画)  ").endswith(outcome)
    assert "of 7" not in result.out  # nowhere are the two added up


def test_the_same_figures_in_japanese(program: Program, city: City) -> None:
    result = program.fine("status", cwd=city.root, lang="ja")
    goal, outcome = (result.line(f"{name}   ") for name in ("施策目標値", "成果指標"))
    assert sorted(piece for piece in goal if piece.isdigit()) == ["1", "1", "2", "3"]
    assert "達成" in goal
    assert "未達成" in goal
    assert sorted(piece for piece in outcome if piece.isdigit()) == ["0", "1", "1", "2", "4"]
    assert all(word in outcome for word in ("未達成", "評価中", "未報告"))
    assert "== あおば市DX計画  R6-R9  aoba" in result.lines


def test_tallies_by_priority_category_and_goal(program: Program, city: City) -> None:
    lines = program.fine("status", cwd=city.root).lines
    start = next(n for n, line in enumerate(lines) if line.startswith("outcome indicator   "))
    assert [" ".join(line.split()) for line in lines[start + 1 : start + 6]] == [
        "priority met 0 of 2 (unmet 1, pending 1)",
        "category A met 0 of 2 (unmet 1, pending 1)",
        "category B met 0 of 2 (unmet 1, not reported 1)",
        "Goal 1 便利なまち met 0 of 3 (unmet 1, pending 1, not reported 1)",
        "Goal 2 身軽な市役所 met 0 of 1 (unmet 1)",
    ]


def test_every_indicator_has_its_row(program: Program, city: City) -> None:
    result = program.fine("status", cwd=city.root)
    row_of = {line.split()[0]: " ".join(line.split()[1:]) for line in result.lines if line.strip()}
    rows = {
        "オンライン申請率": "R5 40% R7 59% R7 80% 73.8% ▄▅▆ unmet",
        "年間利用件数": "R5 1,000件 R7 1,027件 R7 1,375件 74.7% ▆▇▆ unmet",
        "平均待ち時間": "R5 30分 R7 16分 R7 20分 125.0% █▄ met ○",
        "満足と答えた割合": "- R7 pending R7 75.5% - pending",
        "設置箇所数": "- - R7 5箇所 - not reported",
        "情報漏えいの件数": "- R7 0件 R7 0件 - met ○",
    }
    assert {name: row_of[name] for name in rows} == rows
    assert row_of["削減した時間"].startswith(
        "- R6-R8 4,500.5時間 (provisional) R6-R9 17,600時間 25.6% "
    )


def test_below_result_and_target_stands_what_else_is_known_of_the_way(
    program: Program, city: City
) -> None:
    lines = program.fine("status", cwd=city.root).lines
    below = {
        name: lines[number + 1].strip()
        for number, line in enumerate(lines)
        if (name := line.split("  ")[1] if line.startswith("  ") else "")
    }
    assert below["オンライン申請率"].split() == ["before", "R6", "50%", "finally", "R9", "90%"]
    # Three of the four years of 17,600 hours have begun.
    assert below["削減した時間"].split() == ["before", "R6", "3,000時間", "expected", "13,200時間"]


def test_the_head_counts_names_what_needs_attention_and_what_comes_next(
    program: Program, city: City
) -> None:
    result = program.fine("status", cwd=city.root)
    assert result.after("What needs attention: 5")[:6] == [
        "",
        "- unmet 手続の電子化 / オンライン申請率  59% against R7 80%  市民課",
        "- unmet 市民ポータル / 年間利用件数  1,027件 against R7 1,375件  情報政策課",
        "- unmet 計画の進行管理 / 成果指標の達成割合  66% against R7 100%",
        "",
        "… and 2 more, below",
    ]
    assert result.after("What comes next")[:6] == [
        "",
        "- 2027-04-30  figures to report: 1",
        "- 2027-04-30  figures to confirm: 1",
        "- 2028-03-31  targets fall due: 2",
        "- The days of the council are not set (sagaict.yaml: cycle).",
        "- Tasks past their deadline: 6 (sagaict due)",
    ]
    changed = [line.split()[-3:] for line in result.after("Since the end of R7")[1:4]]
    assert changed == [["Count", "R7", "R8"], ["behind", "1", "0"], ["reported", "0", "1"]]


def test_the_unmet_list_gives_owner_and_reason(program: Program, city: City) -> None:
    lines = program.fine("status", cwd=city.root).lines
    start = lines.index("Unmet or behind: 3")
    assert lines[start + 2 : start + 8] == [
        "- unmet 手続の電子化 / オンライン申請率: 59% against 80% (R7), 73.8%",
        "  owner: 市民課  reason: 周知が遅れた。",
        "- unmet 市民ポータル / 年間利用件数: 1,027件 against 1,375件 (R7), 74.7%",
        "  owner: 情報政策課  reason: none given",
        "- unmet 計画の進行管理 / 成果指標の達成割合: 66% against 100% (R7), 66.0%",
        "  reason: none given",
    ]
    assert lines.count("Without an owner in the documents: 3") == 1  # that, and two not reported


def test_the_reason_may_stand_in_the_evaluation_of_the_year(program: Program, city: City) -> None:
    city.change(
        "projects/aoba/portal.yaml",
        "    printed: ○\n",
        "    printed: ○\n    remark: 広報の回数が減った。\n",
    )
    result = program.fine("status", cwd=city.root)
    assert "  owner: 情報政策課  reason: 広報の回数が減った。" in result.lines


def test_what_was_never_reported_is_named_with_its_years(program: Program, city: City) -> None:
    lines = program.fine("status", cwd=city.root).lines
    start = lines.index("Not reported: 2")
    assert lines[start + 2 : start + 4] == [
        "- R6, R7 証明書の自動交付機 / 設置箇所数",
        # 4,500.5 of 17,600 by R8, and R7 unknown: whether that is enough depends on R7.
        "- R7 事務の改革 / 削減した時間",
    ]
    assert "sagaict due counts what is to be done" in lines[start + 5]


def test_progress_of_projects_stands_apart_from_outcomes(program: Program, city: City) -> None:
    result = program.fine("status", cwd=city.root)
    assert result.line("Progress of projects").endswith("on schedule 1 of 5 (unknown 3, delayed 1)")
    assert result.line("  市民ポータル  A").endswith("priority progress: on schedule")
    assert result.line("Outcome indicator not set yet  ").endswith("1 of 5 projects")


def test_all_opens_ended_plans_too(program: Program, city: City) -> None:
    result = program.fine("status", "--all", cwd=city.root)
    headings = [line.split()[-1] for line in result.lines if line.startswith("== ")]
    assert headings == ["midori", "aoba"]
    assert CLOSED not in result.lines
    row = next(line for line in result.lines if line.startswith("  広報の閲覧者数"))
    # No indicator of that plan has a baseline: the column is left out, and that is said.
    assert row.split()[1:5] == ["R5", "1,027人", "R5", "1,000人"]
    assert result.line("Left out, since of none of these").endswith(": Baseline, Trend.")


def test_a_plan_asked_for_is_opened_alone(program: Program, city: City) -> None:
    for name in ("midori", "みどり市"):
        for arguments in ((name,), ("--plan", name)):
            result = program.fine("status", *arguments, cwd=city.root)
            assert "広報の閲覧者数" in result.out
            assert "あおば市" not in result.out


def test_as_of_an_earlier_year_later_figures_are_not_seen(program: Program, city: City) -> None:
    result = program.fine("status", "--as-of", "R6", cwd=city.root)
    assert result.lines[0].startswith("As of 2026-11-21, seen from FY2024 (R6).")
    row = " ".join(result.line("  オンライン申請率  ").split()[1:])
    assert row.startswith("R5 40% R6 50% R7 80% 62.5%")
    assert "59" not in result.out
    assert "1,027" not in result.out
    assert "- R6 証明書の自動交付機 / 設置箇所数" in result.out


def test_as_of_a_year_of_the_ended_plan_it_is_the_running_one(program: Program, city: City) -> None:
    result = program.fine("status", "--as-of", "令和5年度", cwd=city.root)
    assert [line.split()[-1] for line in result.lines if line.startswith("== ")] == ["midori"]


@pytest.mark.parametrize("day", ["2026-03-31", "R8.3.31", "令和8年3月31日"])
def test_on_the_last_day_of_a_year_its_targets_are_not_due(
    program: Program, city: City, day: str
) -> None:
    result = program("status", "--today", day, cwd=city.root)
    assert result.code == 0
    assert result.lines[0].startswith("As of 2026-03-31, seen from FY2025 (R7).")
    assert "due yet" in result.line("goal indicator   ")
    assert result.line("  オンライン申請率  ").endswith("behind")
    result = program("status", "--today", "2026-04-01", cwd=city.root)
    assert result.line("  オンライン申請率  ").endswith("unmet")


def test_without_today_the_day_is_taken_from_the_clock(program: Program, city: City) -> None:
    result = program("status", cwd=city.root)
    assert result.code == 0
    day = result.lines[0].split()[2].rstrip(",")
    assert day >= TODAY[:4]
    assert len(day) == len(TODAY)


def test_published_tallies_stand_beside_the_computed_ones(program: Program) -> None:
    result = program.fine("status", "ict-katsuyo", "--as-of", "R1")
    rows = [" ".join(line.split()) for line in result.after("Published tallies, compared")]
    start = next(n for n, row in enumerate(rows) if row.startswith("重点プロジェクト"))
    # Of the five that are printed as missed, one is still being assessed.
    assert rows[start].endswith(
        "達成することができた 6/11 達成することができた 6/11 cannot be checked"
    )
    assert rows[start + 1].endswith("5/11 達成することができなかった 4/11 (1 unknown)")
    assert (
        "基本目標3 進捗達成率 計画どおり進捗した 11/11 = 100% 計画どおり進捗した 11/11 agrees"
        in rows
    )
    # Half of the marks of goal 1 are lost from the source: nothing is claimed about them.
    unclear = next(row for row in rows if row.startswith("基本目標1 進捗達成率"))
    assert "6/9 = 66% 計画どおり進捗した: cannot be said (9 unknown)" in unclear
    assert unclear.endswith("cannot be checked")


def test_the_published_results_of_the_ended_plan_are_reproduced(program: Program) -> None:
    result = program.fine("status", "ict-katsuyo", "--as-of", "R1")
    assert result.line("outcome indicator  ").endswith("met 6 of 11 (unmet 4, pending 1)")
    goals = [line for line in result.lines if line.startswith("  Goal ")]
    assert [line.split("met ", 1)[1] for line in goals] == [
        "1 of 3 (unmet 2)",
        "2 of 4 (unmet 2)",
        "3 of 4 (pending 1)",
    ]
    # Its outcome missed although the project went to plan: both are said, neither hides the other.
    assert result.line("公共施設通報アプリの利用促進  priority").endswith("on schedule ○")
    assert result.line("通報アプリの利用率 *").split()[-2] == "▃▅"
    assert result.line("通報アプリの利用率 *").endswith("unmet")
