"""Indicators of the plan itself and of a goal: their ids, pages, tallies, and the way back."""

from __future__ import annotations

import csv
import io
import json

import pytest
from little_city import City
from program import TODAY, Program

OF_PLAN = """\
goal_indicators:
  - id: trust
    name: 市政への信頼度
    unit: "%"
    direction: increase
    aggregation: level
    targets: {R7: 60}
    actuals: {R7: 50}
    source: main p.7

"""
OF_GOAL = """\
    outcome_indicators:
      - id: ease
        name: 便利さの実感
        unit: "%"
        direction: increase
        aggregation: level
        targets: {R7: 70}
        source: main p.8
"""
PLAN, TRUST, EASE = "plans/aoba.yaml", "aoba/trust", "aoba/1/ease"


@pytest.fixture
def tall(city: City) -> City:
    """A goal indicator of the plan that was missed, an outcome of goal 1 nobody reported."""
    city.change(PLAN, "goals:\n", f"{OF_PLAN}goals:\n")
    title = "    title: 便利なまち\n"
    city.change(PLAN, title, title + OF_GOAL)
    return city


def said(program: Program, city: City, *arguments: str) -> str:
    return " ".join(program.fine(*arguments, "--today", TODAY, cwd=city.root).out.split())


def test_the_data_is_sound(program: Program, tall: City) -> None:
    found = json.loads(program("check", "--format", "json", cwd=tall.root).out)["problems"]
    assert [each for each in found if each["severity"] == "error"] == []


def test_they_stand_above_the_measures_and_are_counted(program: Program, tall: City) -> None:
    before = program.fine("status", "aoba", "--as-of", "R7", "--today", TODAY, cwd=tall.root).out
    lines = [line.strip() for line in before.splitlines()]
    order = [
        next(number for number, line in enumerate(lines) if line.startswith(name))
        for name in ("市政への信頼度", "便利さの実感", "オンライン申請率")
    ]
    assert order == sorted(order)
    counted = json.loads(
        program.fine(
            "status", "aoba", "--format", "json", "--as-of", "R7", "--today", TODAY, cwd=tall.root
        ).out
    )["plans"][0]
    found = {each["indicator_id"]: each["status"] for each in counted["indicators"]}
    assert (found[TRUST], found[EASE]) == ("unmet", "not_reported")
    # Besides: online missed, waiting met, leaks met of the goal indicators due.
    assert counted["tally"]["goal"]["of"] == 4


def test_show_explain_and_names(program: Program, tall: City) -> None:
    assert "市政への信頼度 (goal indicator)" in said(program, tall, "show", "aoba")
    assert TRUST in said(program, tall, "show", "trust")
    told = said(program, tall, "explain", "便利さの実感")
    assert f"便利なまち / 便利さの実感 {EASE}: outcome indicator" in told


def test_the_export_leaves_out_what_is_not_above_them(program: Program, tall: City) -> None:
    done = program.raw("export", "--today", TODAY, "--format", "csv", cwd=tall.root)
    text = io.StringIO(done.stdout.decode("utf-8-sig"), newline="")
    rows = {row["indicator_id"]: row for row in csv.DictReader(text)}
    names = ("goal_no", "goal_title", "measure_no", "measure_title", "kind")
    assert [rows[TRUST][name] for name in names] == ["", "", "", "", "goal"]
    assert [rows[EASE][name] for name in names] == ["1", "便利なまち", "", "", "outcome"]


def test_results_and_targets_go_back_to_where_they_stand(program: Program, tall: City) -> None:
    assert "便利なまち / 便利さの実感" in said(program, tall, "due", "--plan", "aoba")
    program.fine("record", EASE, "R7", "71", "--source", "main p.9", cwd=tall.root)
    grounds = ("--reason", "統合", "--approved-by", "会議", "--date", "R8.5.1")
    source = ("--source", "main p.9")
    program.fine("revise", TRUST, "R7", "55", *grounds, *source, cwd=tall.root)
    program.fine("drop", TRUST, *grounds, *source, cwd=tall.root)
    text = tall.read(PLAN)
    assert "value: 71" in text.partition("id: ease")[2].partition("measures:")[0]
    assert "old: 60" in text.partition("id: trust")[2].partition("goals:")[0]
    assert "what: dropped" in text.partition("id: trust")[2].partition("goals:")[0]


def test_a_proposal_about_one_is_approved(program: Program, tall: City) -> None:
    proposal = ("--reason", "統合", "--proposed", "--source", "main p.9")
    assert program("revise", TRUST, "R7", "55", *proposal, cwd=tall.root).code == 0
    program.fine("approve", TRUST, "--approved-by", "会議", "--date", "R8.6.1", cwd=tall.root)
    assert "approved_by: 会議" in tall.read(PLAN)


@pytest.mark.parametrize("holder", ["aoba", "aoba/2"])
def test_new_ones_are_made_there(program: Program, city: City, holder: str) -> None:
    program.fine(
        *("new", "indicator", holder, "calm", "--name", "安心", "--unit", "%"),
        *("--direction", "increase", "--aggregation", "level", "--target", "R9=80%"),
        *("--source", "main p.9"),
        cwd=city.root,
    )
    assert f"{holder}/calm" in said(program, city, "list", "indicators")


def test_diff_tells_of_them(program: Program, tall: City) -> None:
    other = City.found(tall.root / "before")
    found = json.loads(
        program.fine(
            "diff", str(other.data), "data", "--format", "json", "--today", TODAY, cwd=tall.root
        ).out
    )["changes"]
    added = {each["id"] for each in found if each["kind"] == "added_indicator"}
    assert added == {TRUST, EASE}


def test_a_comment_leads_to_their_lines(program: Program, tall: City) -> None:
    other = City.found(tall.root / "before")
    forge = {
        "GITHUB_ACTIONS": "true",
        "GITHUB_SERVER_URL": "https://github.example",
        "GITHUB_REPOSITORY": "aoba/plans",
        "GITHUB_SHA": "1a2b3c4d",
        "GITHUB_WORKSPACE": str(tall.root),
    }
    ran = program(
        *("diff", str(other.data), "data", "--format", "markdown", "--today", TODAY),
        cwd=tall.root,
        env=forge,
    )
    assert (ran.code, ran.err) == (0, "")
    lines = tall.read(PLAN).splitlines()
    for name in ("trust", "ease"):
        line = next(n for n, text in enumerate(lines, start=1) if text.endswith(f"id: {name}"))
        assert f"/blob/1a2b3c4d/data/{PLAN}#L{line})" in ran.out
