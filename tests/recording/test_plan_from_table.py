"""`new plan --from` and `new indicators`: a table becomes a draft, whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from unittest.mock import patch

import pytest
from growing_city import Grown
from running import TODAY, Ran, sagaict

from sagaict.checking.run import check

PLAN = ("--title", "みどり計画", "--period", "R8-R10", "--document", "plan=みどり計画")
TABLE = """\
施策,指標,単位,現状値,R8目標,R10目標
1-1 電子化,申請率,%,40,50,60
1-2 窓口,待ち時間,分,30,20,10
"""
SAID = """\
施策,指標,単位,方向,値の種類,R8目標
1-1 電子化,申請率,%,増加,時点値,50
"""


@pytest.fixture
def city(tmp_path: Path) -> Grown:
    return Grown.in_folder(tmp_path)


@pytest.fixture
def terminal() -> Iterator[None]:
    """Somebody sits there."""
    # Where it is defined comes last: a module imported meanwhile would keep the patched one.
    places = ("plans.table_questions", "plans.table_run", "frame.form", "frame.asking")
    patches = [patch(f"sagaict.cli.{place}.can_ask", return_value=True) for place in places]
    for each in patches:
        each.start()
    yield
    for each in patches:
        each.stop()


def run(city: Grown, *arguments: str, table: str = TABLE, stdin: str = "") -> Ran:
    (city.root / "t.csv").write_text(table, encoding="utf-8")
    return sagaict(
        *arguments, "--from", "t.csv", "--today", TODAY, cwd=city.root, stdin=stdin.encode()
    )


def draft_file(city: Grown) -> Path:
    return city.data / "plans" / "midori.yaml"


def test_what_nobody_confirmed_is_not_written(city: Grown) -> None:
    done = run(city, "new", "plan", "midori", *PLAN)
    assert done.code == 2
    assert "? level (the unit)" in done.line("申請率")
    assert "in rows 2, 3. Add the columns “direction” and “aggregation”" in done.err
    assert not draft_file(city).exists()


def test_what_was_confirmed_is_written_with_its_reasons_and_no_error(city: Grown) -> None:
    done = run(city, "new", "plan", "midori", *PLAN, "--yes")
    assert done.code == 0, done.err
    assert done.line("Written") == "Written: 2 indicators."
    assert "midori" in {plan.id for _file, plan in city.workspace().plans}
    plan = next(plan for _file, plan in city.workspace().plans if plan.id == "midori")
    assert plan.stage == "draft"
    (goal,) = plan.goals
    assert (goal.id, goal.title) == ("all", "みどり計画")
    assert [(each.id, each.title) for each in goal.measures] == [("1-1", "電子化"), ("1-2", "窓口")]
    waiting = goal.measures[1].goal_indicators[0]
    assert (waiting.id, waiting.direction, waiting.aggregation) == ("kpi-2", "decrease", "level")
    assert waiting.note is not None
    assert "decided by the figures" in waiting.note
    rules = {
        each.rule
        for each in check(city.workspace(), date.fromisoformat(TODAY)).problems
        if "midori" in each.path and each.severity != "info"
    }
    assert rules == set()


def test_a_table_that_says_all_needs_no_confirmation(city: Grown) -> None:
    done = run(city, "new", "plan", "midori", *PLAN, table=SAID)
    assert done.code == 0, done.err
    assert "note:" not in draft_file(city).read_text(encoding="utf-8")


def test_one_bad_cell_keeps_all_out_unless_the_rest_is_asked_for(city: Grown) -> None:
    bad = f"{TABLE}1-2 窓口,満足度,%,高い,検討中,70\n"
    done = run(city, "new", "plan", "midori", *PLAN, "--yes", table=bad)
    assert done.code == 2
    assert [line.split(":")[0].strip() for line in done.err.splitlines()[1:]] == [
        "t.csv!D4",
        "t.csv!E4",
    ]
    assert not draft_file(city).exists()
    done = run(city, "new", "plan", "midori", *PLAN, "--yes", "--partly", table=bad)
    assert done.code == 0, done.err
    assert "Left out with --partly (rows: 1):" in done.out
    assert "満足度" not in draft_file(city).read_text(encoding="utf-8")


@pytest.mark.usefixtures("terminal")
def test_what_is_proposed_besides_may_be_declined_at_the_terminal(city: Grown) -> None:
    held = "施策,指標,単位,方向,現状値,R8目標,R10目標\n1-1 電子化,申請率,%,増加,70,60,60\n"
    done = run(city, "new", "plan", "midori", *PLAN, table=held, stdin="2\n1\n1\nn\n\ny\n")
    assert done.code == 0, done.err
    assert "a level to be held (hold)?" in done.err
    plan = next(plan for _file, plan in city.workspace().plans if plan.id == "midori")
    assert not plan.goals[0].measures[0].goal_indicators[0].hold


@pytest.mark.usefixtures("terminal")
def test_a_proposal_is_changed_at_the_terminal(city: Grown) -> None:
    answers = "9\n2\n2\n2\n\ny\n"  # no such row; row 2: decrease, annual; all else is right
    done = run(city, "new", "plan", "midori", *PLAN, stdin=answers)
    assert done.code == 0, done.err
    assert "“9” is no row of the table" in done.err
    plan = next(plan for _file, plan in city.workspace().plans if plan.id == "midori")
    indicator = plan.goals[0].measures[0].goal_indicators[0]
    assert (indicator.direction, indicator.aggregation) == ("decrease", "annual")


@pytest.mark.usefixtures("terminal")
def test_the_year_of_targets_is_asked_where_the_table_names_none(city: Grown) -> None:
    table = "指標,単位,方向,値の種類,目標\n申請率,%,増加,時点値,50\n"
    done = run(city, "new", "plan", "midori", *PLAN, table=table, stdin="R9\ny\n")
    assert done.code == 0, done.err
    assert "R9: 50" in draft_file(city).read_text(encoding="utf-8")


def test_goals_are_not_given_twice(city: Grown) -> None:
    done = run(city, "new", "plan", "midori", *PLAN, "--goal", "1=便利")
    assert (done.code, done.out) == (2, "")
    assert "come from the table" in done.err


def test_rows_join_a_draft_where_their_measure_is(city: Grown) -> None:
    run(city, "new", "plan", "midori", *PLAN, "--yes")
    more = f"{SAID}1-3 新施策,件数,件,増加,単年度,5\n"
    done = run(city, "new", "indicators", "midori", table=more)
    assert done.code == 0, done.err
    plan = next(plan for _file, plan in city.workspace().plans if plan.id == "midori")
    assert [
        (measure.id, [each.id for each in measure.goal_indicators])
        for measure in plan.goals[0].measures
    ] == [("1-1", ["kpi-1", "kpi-3"]), ("1-2", ["kpi-2"]), ("1-3", ["kpi-4"])]


def test_all_rows_join_the_measure_or_project_that_is_named(city: Grown) -> None:
    table = "番号,指標,単位,方向,値の種類,R9目標\nnew-1,申請率,%,増加,時点値,50\n"
    done = run(city, "new", "indicators", "aoba/portal", table=table)
    assert done.code == 0, done.err
    assert "申請率" in city.portal
    again = run(city, "new", "indicators", "aoba/portal", table=table)
    assert again.code == 2
    assert "t.csv!B2: new-1 exists already" in again.err


def test_a_dry_run_writes_nothing(city: Grown) -> None:
    done = run(city, "new", "plan", "midori", *PLAN, "--yes", "--dry-run")
    assert done.code == 0, done.err
    assert "+title: みどり計画" in done.out
    assert not draft_file(city).exists()


def test_a_file_that_is_not_there_or_no_table_is_refused(city: Grown) -> None:
    for table, told in (("a,b\n1,2\n", "no table of indicators"), ("", "nothing in the file")):
        done = run(city, "new", "plan", "midori", *PLAN, table=table)
        assert done.code == 2
        assert told in done.err


def test_an_empty_table_is_made(city: Grown) -> None:
    done = sagaict("sheet", "-o", "t.xlsx", "--empty", "--today", TODAY, cwd=city.root)
    assert (done.code, done.out) == (0, "t.xlsx: an empty table for a new plan\n")
    assert (city.root / "t.xlsx").read_bytes().startswith(b"PK")
