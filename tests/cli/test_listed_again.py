"""An indicator that a plan lists under several measures: marked there, counted once above them."""

from __future__ import annotations

from pathlib import Path

import pytest
from running import Ran, sagaict

PLAN = """\
id: p
title: 見本の計画
period: R6-R9
documents:
  plan:
    title: 計画書
source: plan 1
goals:
  - no: 1
    title: 支え合い
    measures:
      - id: 1-1
        title: 地域の力
        goal_indicators:
          - id: volunteers
            name: 登録者数
            unit: 人
            direction: increase
            aggregation: level
            also_under: [1-2, 2-1]
            targets: {R7: 120}
            actuals: {R7: 126}
      - id: 1-2
        title: 見守り
        goal_indicators:
          - id: visits
            name: 訪問率
            unit: "%"
            direction: increase
            aggregation: level
            targets: {R7: 80}
            actuals: {R7: 70}
  - no: 2
    title: 健康
    measures:
      - id: 2-1
        title: 健康づくり
"""
SEEN = ("--as-of", "R7", "--today", "2026-05-01")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "data" / "plans").mkdir(parents=True)
    (tmp_path / "data" / "plans" / "p.yaml").write_text(PLAN, encoding="utf-8")
    return tmp_path


def ran(folder: Path, *arguments: str) -> Ran:
    found = sagaict(*arguments, *SEEN, cwd=folder)
    assert found.code == 0, found.err
    return found


def test_it_counts_in_each_measure_and_once_in_what_is_above(folder: Path) -> None:
    page = ran(folder, "show", "p")
    assert "goal indicator: met 1 of 2 (unmet 1)" in page.lines
    assert "met 1 of 1" in page.line("地域の力")
    assert "met 1 of 2 (unmet 1)" in page.line("見守り")
    assert "met 1 of 1" in page.line("健康づくり")
    counted = [line.split() for line in ran(folder, "status").lines if " met " in f" {line} "]
    assert ["goal", "indicator", "met", "1", "of", "2", "(unmet", "1)"] in counted
    assert ["Goal", "1", "支え合い", "met", "1", "of", "2", "(unmet", "1)"] in counted
    assert ["Goal", "2", "健康", "met", "1", "of", "1"] in counted


def test_it_is_marked_where_it_is_listed_again(folder: Path) -> None:
    listed = [line.strip() for line in ran(folder, "status").lines if "登録者数" in line]
    assert ["listed again" in line for line in listed] == [False, True, True]
    assert "登録者数 (listed again) (goal indicator)" in ran(folder, "show", "2-1").out
    assert "Also listed under" in ran(folder, "show", "volunteers").out
    explained = ran(folder, "explain", "volunteers").out
    assert "Also listed under 1-2" in explained or "Also listed under 見守り" in explained


def test_what_is_asked_of_a_measure_lists_what_is_listed_there_again(folder: Path) -> None:
    rows = ran(folder, "export", "--measure", "2-1", "--format", "json").json["rows"]
    assert [(row["indicator_id"], row["also_under"]) for row in rows] == [
        ("p/1-1/volunteers", "1-2 2-1")
    ]


def test_a_new_indicator_may_be_listed_again(folder: Path) -> None:
    new = ("new", "indicator", "p/2-1", "steps", "--name", "歩数", "--unit", "歩")
    shape = ("--direction", "increase", "--aggregation", "level", "--target", "R9=8000")
    text = PLAN.replace("period:", "stage: draft\nperiod:")
    (folder / "data" / "plans" / "p.yaml").write_text(text, encoding="utf-8")
    wrong = sagaict(*new, *shape, "--also-under", "9-9", cwd=folder)
    assert (wrong.code, "there is no measure 9-9" in wrong.err) == (2, True)
    made = sagaict(*new, *shape, "--also-under", "1-2", cwd=folder)
    assert made.code == 0, made.err
    written = (folder / "data" / "plans" / "p.yaml").read_text(encoding="utf-8")
    assert "also_under:\n" in written
    assert "- 1-2" in written


def test_a_difference_of_where_it_is_listed_is_told(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    (other / "plans").mkdir(parents=True)
    text = PLAN.replace("[1-2, 2-1]", "[1-2]")
    (other / "plans" / "p.yaml").write_text(text, encoding="utf-8")
    told = sagaict("diff", str(folder / "data"), str(other), cwd=folder)
    assert "Also listed under" in told.out
