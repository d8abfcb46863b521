"""What a plan stands on: its law, the plans above it, its policies and SDGs, shown and counted."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from running import Ran, sagaict

PLAN = """\
id: p
title: 見本の計画
period: R6-R9
basis:
  - law: 官民データ活用推進基本法
    article: 第9条第3項
    calls_for: 市町村官民データ活用推進計画
    source: plan 1
  - 見本市デジタル条例
parents:
  - title: 総合計画
    period: R2-R9
    shares:
      - p/1-1/visits
    source: plan 2
documents:
  plan:
    title: 計画書
source: plan 1
goals:
  - no: 1
    title: 支え合い
    measures:
      - id: 1-1
        no: 1-1
        title: 窓口の改革
        sdgs: [8, 17]
        goal_indicators:
          - id: visits
            name: 利用件数
            unit: 件
            direction: increase
            aggregation: level
            also_under: [1-3]
            targets: {R7: 120}
            actuals: {R7: 126}
      - id: 1-2
        no: 1-2
        title: 見守り
        sdgs: [11]
        goal_indicators:
          - id: rate
            name: 訪問率
            unit: "%"
            direction: increase
            aggregation: level
            targets: {R7: 80}
            actuals: {R7: 70}
      - id: 1-3
        no: 1-3
        title: 担い手
        sdgs: [17]
policies:
  - id: online
    no: (ア)
    title: オンライン化原則
    group: 五つの方針
    basis: 官民データ活用推進基本法第10条
    says: 手続をオンラインで行う。
    measures: [1-1]
    source: plan 3
  - id: divide
    no: (イ)
    title: デジタルデバイド対策
    group: 五つの方針
    projects: [kiosk]
  - id: cloud
    title: クラウド利用の促進
    says: クラウドを第一に考える。
"""
PROJECT = """\
id: kiosk
plan: p
measure: 1-2
title: 自動交付機
source: plan 4
outcome_indicators:
  - id: uses
    name: 交付件数
    unit: 件
    direction: increase
    aggregation: annual
    targets: {R7: 10}
"""
SEEN = ("--as-of", "R7", "--today", "2026-05-01")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in (("plans/p", PLAN), ("projects/p/kiosk", PROJECT)):
        path = tmp_path / "data" / f"{name}.yaml"
        path.parent.mkdir(parents=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def ran(folder: Path, *arguments: str, lang: str = "en") -> Ran:
    found = sagaict(*arguments, *SEEN, "--lang", lang, cwd=folder)
    assert found.code == 0, found.err
    return found


def listed(folder: Path, *options: str) -> list[str]:
    rows = json.loads(ran(folder, "list", "indicators", *options, "--format", "json").out)
    return [row["indicator_id"] for row in rows["indicators"]]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (("--policy", "online"), ["p/1-1/visits"]),
        (("--policy", "p/divide"), ["p/kiosk/uses"]),
        (("--policy", "デバイド", "--policy", "online"), ["p/1-1/visits", "p/kiosk/uses"]),
        (("--policy", "クラウド"), []),
        (("--sdg", "１１"), ["p/1-2/rate", "p/kiosk/uses"]),
        (("--sdg", "パートナーシップ"), ["p/1-1/visits"]),
        (("--sdg", "SDG 8", "--policy", "divide"), []),
        (("--sdg", "sustainable cities", "--kind", "outcome"), ["p/kiosk/uses"]),
    ],
)
def test_indicators_are_filtered_by_policy_and_sdg(
    folder: Path, options: tuple[str, ...], expected: list[str]
) -> None:
    assert listed(folder, *options) == expected


def test_a_policy_holds_measures_and_projects_and_an_sdg_those_listed_again(folder: Path) -> None:
    projects = ran(folder, "list", "projects", "--policy", "divide").out
    assert "p/kiosk" in projects
    assert "p/kiosk" not in ran(folder, "list", "projects", "--policy", "online").out
    measures = ran(folder, "list", "measures", "--sdg", "17").out
    assert "p/1-1" in measures
    assert "p/1-3" in measures
    assert "p/1-2" not in measures


def test_what_is_due_and_the_status_are_narrowed_and_the_tally_is_not(folder: Path) -> None:
    due = sagaict(
        "due", "--policy", "divide", "--today", "2026-05-01", "--format", "json", cwd=folder
    )
    assert {task["id"] for task in json.loads(due.out)["tasks"]} == {"p/kiosk/uses"}
    status = ran(folder, "status", "p", "--sdg", "8").out
    assert "Listed: only SDGs 8 Decent work and economic growth." in status
    assert "met 1 of 2 (unmet 1)" in status  # the goal indicators of the whole plan
    page = json.loads(ran(folder, "status", "p", "--sdg", "8", "--format", "json").out)
    assert page["filter"] == {"sdgs": [8]}


def test_policies_and_sdgs_of_a_plan_are_tallied(folder: Path) -> None:
    page = json.loads(ran(folder, "show", "p", "--format", "json").out)

    def counted(found: dict[str, dict[str, dict[str, int]]]) -> dict[str, dict[str, str]]:
        return {
            key: {kind: f"{each['met']}/{each['of']}" for kind, each in tallies.items()}
            for key, tallies in found.items()
        }

    assert counted(page["policies"]) == {"online": {"goal": "1/1"}, "divide": {"outcome": "0/1"}}
    assert counted(page["sdgs"]) == {
        "8": {"goal": "1/1"},
        "11": {"goal": "0/1", "outcome": "0/1"},
        "17": {"goal": "1/1"},
    }


def test_a_plan_shows_its_law_the_plans_above_it_and_its_policies(folder: Path) -> None:
    said = ran(folder, "show", "p", lang="ja").out
    assert "官民データ活用推進基本法第9条第3項（市町村官民データ活用推進計画）" in said
    assert "見本市デジタル条例" in said
    assert "総合計画（R2-R9）" in said
    assert "目標値を合わせた指標: 利用件数  [plan 2]" in said
    assert "五つの方針" in said
    assert "手続をオンラインで行う。  [plan 3]" in said
    assert "8 働きがいも 経済成長も" in said
    assert "クラウドを第一に考える。" in said


def test_measures_projects_and_indicators_name_what_is_above_them(folder: Path) -> None:
    measure = ran(folder, "show", "p/1-1").out
    assert "17 Partnerships for the goals" in measure
    assert "(ア) オンライン化原則" in measure
    assert "(イ) デジタルデバイド対策" in ran(folder, "show", "p/kiosk").out
    assert "Agrees with the targets of  総合計画" in ran(folder, "show", "visits").out


def test_the_export_names_policies_and_sdgs_behind_all_other_columns(folder: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(ran(folder, "export", "--format", "csv").out)))
    assert [(row["indicator_id"], row["policy"], row["sdgs"]) for row in rows] == [
        ("p/1-1/visits", "online", "8 17"),
        ("p/1-2/rate", "", "11"),
        ("p/kiosk/uses", "divide", "11"),
    ]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--policy", "magic"), "no policy is called “magic”; the data names: p/online, p/divide"),
        (("--sdg", "18"), "no SDG is called “18”"),
        (("--sdg", "月旅行"), "no SDG is called “月旅行”"),
    ],
)
def test_a_policy_or_sdg_that_is_none_is_refused(
    folder: Path, options: tuple[str, ...], said: str
) -> None:
    found = sagaict("status", *options, *SEEN, "--lang", "en", cwd=folder)
    assert found.code == 2
    assert said in found.err


def test_every_sdg_is_called_by_its_own_name_in_either_language(folder: Path) -> None:
    short = {"1": "貧困", "6": "水とトイレ", "12": "つかう責任", "14": "海の豊かさ", "16": "平和"}
    for number, name in short.items():
        by_name = sagaict("status", "p", "--sdg", name, *SEEN, "--format", "json", cwd=folder)
        assert json.loads(by_name.out)["filter"] == {"sdgs": [int(number)]}
