"""`sagaict mid-term`: the interim evaluation as a command prints it."""

from __future__ import annotations

import json

import pytest
from little_city import City
from program import Program


def test_one_plan_as_seen_in_a_year(program: Program) -> None:
    out = program.fine(
        "mid-term", "ict-strategy-1", "--as-of", "R4", "--format", "markdown", lang="ja"
    ).out
    assert "## 中間評価（R4）" in out
    assert "| 施策 | 施策目標 | 中間状況（R4） |" in out
    assert "概ね順調" in out
    assert out.count("施策目標の達成が見込まれる。 |") == 2


def test_without_a_name_the_running_plans(program: Program, city: City) -> None:
    lines = program.fine("mid-term", cwd=city.root).lines
    assert [line for line in lines if line.startswith("== ")] == ["== あおば市DX計画"]


def test_where_no_plan_runs_it_says_so(program: Program, city: City) -> None:
    assert (
        program("mid-term", "--today", "2010-04-01", cwd=city.root).out == "No plan is running.\n"
    )


@pytest.mark.parametrize("command", ["mid-term", "agenda"])
def test_plans_are_named_with_or_without_the_option(
    program: Program, city: City, command: str
) -> None:
    named = program.fine(command, "aoba", cwd=city.root).out
    assert "あおば市DX計画" in named
    assert program.fine(command, "--plan", "aoba", cwd=city.root).out == named
    assert program.fine(command, "aoba", "--plan", "aoba", cwd=city.root).out == named


@pytest.mark.parametrize("form", ["json", "html"])
def test_other_forms(program: Program, city: City, form: str) -> None:
    out = program.fine("mid-term", "aoba", "--format", form, cwd=city.root).out
    if form == "json":
        measures = json.loads(out)["plans"][0]["measures"]
        assert [each["measure_no"] for each in measures] == ["1-1", "1-2", "2-1"]
    else:
        assert "手続の電子化" in out


def test_a_plan_nobody_knows_is_refused(program: Program, city: City) -> None:
    assert "akane" in program.refused("mid-term", "akane", cwd=city.root)
