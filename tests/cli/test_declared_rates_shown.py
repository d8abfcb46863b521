"""The rate that a plan calls 達成率, on every page; and what it published, beside what it is."""

from __future__ import annotations

import csv
import io
import json

import pytest
from little_city import City
from program import TODAY, Program

RATE = """\
rate:
  formula: progress
  at_least: 0
  places: 0
  grades:
    - {mark: ○, at_least: 40}
    - {mark: ×}
"""
PUBLISHED = """\
            published_rates:
              - {year: R7, rate: 48, grade: ○}
              - {year: R7, rate: 38, against: final}
              - {year: R7, rate: 73.8, formula: ratio}
"""


@pytest.fixture
def rated(city: City) -> City:
    """59% of 80%, from 40%: 19 ÷ 40 = 47.5%, and 19 ÷ 50 = 38% of the way to the last target."""
    plan = "plans/aoba.yaml"
    city.change(plan, "categories:\n", f"{RATE}categories:\n")
    city.change(
        plan, "            source: main p.1\n", f"{PUBLISHED}            source: main p.1\n"
    )
    city.change(
        plan,
        "            unit: 分\n",
        "            unit: 分\n            rate:\n              formula: ratio\n",
    )
    return city


def said(program: Program, city: City, *arguments: str) -> str:
    return " ".join(program.fine(*arguments, "--today", TODAY, cwd=city.root).out.split())


def test_the_result_is_rated_as_the_plan_declares_and_another_formula_is_marked(
    program: Program, rated: City
) -> None:
    page = said(program, rated, "status", "aoba", "--as-of", "R7")
    assert "48% ○" in page
    # 16 of at most 20 minutes: 20 ÷ 16, where the plan has the progress.
    assert "125% ○ (ratio to the target)" in page
    assert (
        "Achievement rate of あおば市DX計画 = (actual − baseline) ÷ (target − baseline); below "
        "0% as 0%; 0 decimals; grades: ○ from 40% on, × below that." in page
    )


def test_show_and_explain_tell_all_rates_and_what_was_published(
    program: Program, rated: City
) -> None:
    shown = said(program, rated, "show", "aoba/1-1/online")
    assert "Rate as declared" in shown
    assert "Published R7: 48% ○ (agrees)" in shown
    assert "Published R7, against the last target: 38% (agrees)" in shown
    told = said(program, rated, "explain", "aoba/1-1/online", "--year", "R7")
    assert "= 59 ÷ 80 = 73.8% (half-up)" in told
    assert "What the plan calls the achievement rate: 48% ○" in told
    assert "Published R7: 73.8% (ratio to the target) (agrees)" in told


def test_check_names_what_differs_and_both_sides_stand_in_explain(
    program: Program, rated: City
) -> None:
    rated.change("plans/aoba.yaml", "rate: 48, grade: ○", "rate: 47, grade: ×")
    found = json.loads(program("check", "--format", "json", "--today", TODAY, cwd=rated.root).out)[
        "problems"
    ]
    messages = [each["message"] for each in found if each["rule"] == "published-rate-disagrees"]
    assert [each.split("R7 ")[1] for each in messages] == [
        "is 47%, but it comes to 48%",
        "is ×, but it comes to ○",
    ]
    told = said(program, rated, "explain", "aoba/1-1/online", "--year", "R7")
    assert "Published R7: 47% × (disagrees: computed 48% ○)" in told


def test_the_export_keeps_the_rates_apart(program: Program, rated: City) -> None:
    done = program.raw("export", "--today", TODAY, "--format", "csv", cwd=rated.root)
    text = io.StringIO(done.stdout.decode("utf-8-sig"), newline="")
    rows = {(row["indicator_id"], row["fiscal_year_label"]): row for row in csv.DictReader(text)}
    names = (
        *("achievement_rate", "progress_rate", "declared_rate", "declared_formula"),
        *("declared_printed", "declared_grade", "published_rate", "published_grade"),
    )
    assert [rows["aoba/1-1/online", "R7"][name] for name in names] == [
        *("73.8", "47.5", "48", "progress", "48%", "○", "48", "○")
    ]
    assert [rows["aoba/1-2/waiting", "R7"][name] for name in names] == [
        *("125.0", "140.0", "125", "ratio", "125%", "○", "", "")
    ]
