"""The next plan is drafted: what continues is linked, last results are baselines, targets open."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from growing_city import PLAN, PORTAL, Grown, changed_lines
from running import TODAY as SAID
from running import sagaict

from sagaict.checking.run import check
from sagaict.computing.view import View
from sagaict.domain.fiscal import Period
from sagaict.domain.indicator import Indicator
from sagaict.domain.results import Baseline
from sagaict.recording.refusal import Refused
from sagaict.recording.successor import NextPlan, Succession, draft_successor

TODAY = date(2028, 5, 1)
NEXT = NextPlan(
    id="aoba-2", title="第2次あおば市DX計画", period=Period.parse("R10-R13"), document="計画(案)"
)


@pytest.fixture
def city(tmp_path: Path) -> Grown:
    return Grown.in_folder(tmp_path)


def replace(city: Grown, name: str, old: str, new: str) -> None:
    text = city.text(name)
    assert old in text
    city.path(name).write_text(text.replace(old, new), encoding="utf-8", newline="")


def drafted(city: Grown, new: NextPlan = NEXT, today: date = TODAY) -> Succession:
    workspace = city.workspace()
    change_set = city.change_set()
    done = draft_successor(
        change_set, workspace, workspace.portfolio(), "aoba", new, View.on(today)
    )
    change_set.commit()
    return done


def carried(city: Grown, tail: str) -> Indicator:
    return city.workspace().portfolio().by_id[f"aoba-2/{tail}"].indicator


def baseline(city: Grown, tail: str) -> Baseline | None:
    return carried(city, tail).baseline


def test_the_new_plan_is_a_draft_that_says_nothing_nobody_said(city: Grown) -> None:
    drafted(city)
    assert (
        city.text("plans/aoba-2.yaml")
        == """\
# yaml-language-server: $schema=../schema/plan.schema.json
id: aoba-2
title: 第2次あおば市DX計画
period: R10-R13
stage: draft

predecessors:
  - aoba

documents:
  draft:
    title: 計画(案)
    stage: draft

goals:
  - no: 1
    title: 便利なまち
    measures:
      - id: 1-1
        no: 1-1
        title: 手続の電子化
        goal_indicators:
          - id: online
            name: オンライン申請率
            unit: "%"
            direction: increase
            aggregation: level
            share: true
            baseline:
              value: 50
              year: R6
              source: aoba/main p.1
            targets:
              R13: undecided
            continues:
              - id: aoba/1-1/online
                basis: same_name

          - id: hours
            name: 削減した時間
            unit: 時間
            direction: increase
            aggregation: period_total
            targets:
              R10-R13: undecided
            continues:
              - id: aoba/1-1/hours
                basis: same_name

          - id: satisfied
            name: 満足と答えた割合
            unit: "%"
            direction: increase
            aggregation: level
            targets:
              R13: undecided
            continues:
              - id: aoba/1-1/satisfied
                basis: same_name

source: draft
"""
    )


def test_a_project_goes_on_without_what_was_planned_and_done_so_far(city: Grown) -> None:
    drafted(city)
    assert (
        city.text("projects/aoba-2/portal.yaml")
        == """\
# yaml-language-server: $schema=../../schema/project.schema.json
id: portal
plan: aoba-2
measure: 1-1
title: 市民ポータル
owner: 情報政策課

outcome_indicators:
  - id: visits
    name: 年間利用件数
    unit: 件
    direction: increase
    aggregation: annual
    baseline:
      value: 1,027
      year: R7
      source: aoba/main p.4
    targets:
      R13: undecided
    continues:
      - id: aoba/portal/visits
        basis: same_name

continues:
  - id: aoba/portal
    basis: same_name

source: draft
"""
    )


def test_the_plan_before_only_names_its_successor(city: Grown) -> None:
    drafted(city)
    assert changed_lines(PLAN, city.plan) == ["+\n", "+successors:\n", "+  - aoba-2\n"]
    assert city.portal == PORTAL


def test_nothing_is_wrong_with_the_draft(city: Grown) -> None:
    drafted(city)
    problems = check(city.workspace(), TODAY).problems
    assert [item for item in problems if "aoba-2" in item.path and item.severity != "info"] == []


def test_a_total_is_a_baseline_once_all_its_years_are_final(city: Grown) -> None:
    replace(
        city,
        "plans/aoba.yaml",
        """\
              R7:
                value: 2,500.5
                state: provisional
                as_of: R7.9
                source: main p.3
""",
        "              R7: 2,500.5\n              R8: 100\n              R9: 200\n",
    )
    drafted(city)
    found = baseline(city, "1-1/hours")
    assert found is not None
    assert (str(found.value), str(found.period)) == ("5800.5", "R6-R9")
    assert found.source == "aoba/main p.3"


def test_a_total_is_no_baseline_while_a_year_is_provisional(city: Grown) -> None:
    replace(city, "plans/aoba.yaml", "                as_of: R7.9\n", "")
    replace(
        city,
        "plans/aoba.yaml",
        "                source: main p.3\n",
        "                source: main p.3\n              R8: 100\n              R9: 200\n",
    )
    drafted(city)
    assert baseline(city, "1-1/hours") is None


@pytest.mark.parametrize(
    ("state", "value", "note"),
    [("provisional", "R8", "前計画の速報値による。"), ("estimate", "R7", None)],
)
def test_what_was_only_expected_is_no_baseline(
    city: Grown, state: str, value: str, note: str | None
) -> None:
    replace(
        city,
        "projects/aoba/portal.yaml",
        "      R7: 1,027\n",
        f"      R7: 1,027\n      R8:\n        value: 1,500\n        state: {state}\n",
    )
    drafted(city)
    found = baseline(city, "portal/visits")
    assert found is not None
    assert (str(found.year), found.note) == (value, note)


@pytest.mark.parametrize(
    ("evaluation", "why"),
    [
        ("progress: done", "done"),
        ("progress: cancelled", "cancelled"),
        ("outlook: merge", "merge"),
        ("progress: delayed\n    outlook: complete", "complete"),
    ],
)
def test_a_project_that_has_ended_is_named_and_left_out(
    city: Grown, evaluation: str, why: str
) -> None:
    replace(
        city,
        "projects/aoba/portal.yaml",
        "    # 自己評価は5月\n    progress: delayed\n",
        f"    {evaluation}\n",
    )
    done = drafted(city)
    assert (done.projects, done.indicators, done.baselines) == (0, 3, 1)
    assert [(each.entry.full_id, each.why) for each in done.left_out] == [("aoba/portal", why)]
    assert not city.path("projects/aoba-2").exists()


def test_what_was_dropped_is_named_and_left_out(city: Grown) -> None:
    for name in ("aoba/portal", "aoba/1-1/online"):
        arguments = ("drop", name, "--reason", "終了", "--approved-by", "調整会議")
        assert sagaict(*arguments, "--today", SAID, cwd=city.root).code == 0
    done = drafted(city)
    assert (done.projects, done.indicators, done.baselines) == (0, 2, 0)
    assert sorted((each.entry.full_id, each.why) for each in done.left_out) == [
        ("aoba/1-1/online", "dropped"),
        ("aoba/portal", "dropped"),
    ]
    named = ("--title", "次", "--period", "R13-R15")
    told = sagaict("successor", "aoba", "aoba-3", *named, "--today", SAID, cwd=city.root)
    assert told.code == 0, told.err
    assert "  aoba/portal  市民ポータル (dropped from the plan)" in told.lines


def test_what_is_to_be_dropped_later_is_left_out_as_well(city: Grown) -> None:
    later = ("--reason", "終了", "--approved-by", "調整会議", "--date", "R10.3.31")
    assert sagaict("drop", "aoba/portal", *later, "--today", SAID, cwd=city.root).code == 0
    done = drafted(city, today=date(2026, 12, 1))
    assert [(each.entry.full_id, each.why) for each in done.left_out] == [
        ("aoba/portal", "dropped")
    ]


def test_a_sum_goes_on_if_all_its_parts_do(city: Grown) -> None:
    total = """\
          - id: total
            name: 合計
            unit: 件
            direction: increase
            aggregation: annual
            targets:
              R9: 2,000
            derived:
              sum_of:
                - aoba/portal/visits
            source: main p.5

"""
    first = "          - id: satisfied\n"
    replace(city, "plans/aoba.yaml", first, total + first)
    drafted(city)
    found = carried(city, "1-1/total").derived
    assert found is not None
    assert found.sum_of == ("aoba-2/portal/visits",)


def test_a_sum_whose_parts_ended_is_computed_from_nothing(city: Grown) -> None:
    test_a_sum_goes_on_if_all_its_parts_do(city)
    replace(city, "projects/aoba/portal.yaml", "    progress: delayed\n", "    progress: done\n")
    other = NextPlan(id="aoba-3", title="別案", period=NEXT.period, document="別案")
    drafted(city, other)
    assert city.workspace().portfolio().by_id["aoba-3/1-1/total"].indicator.derived is None


@pytest.mark.parametrize(
    ("new", "code"),
    [
        (NextPlan(id="aoba", title="次", period=NEXT.period, document="案"), "id-taken"),
        (NextPlan(id="Aoba 2", title="次", period=NEXT.period, document="案"), "bad-id-near"),
        (NextPlan(id="青葉", title="次", period=NEXT.period, document="案"), "bad-id"),
        (NextPlan(id="c", title="次\n期", period=NEXT.period, document="案"), "several-lines"),
        (NextPlan(id="../aoba", title="次", period=NEXT.period, document="案"), "bad-id-near"),
        (NextPlan(id="aoba-2", title="　", period=NEXT.period, document="案"), "empty-text"),
        (
            NextPlan(id="aoba-2", title="次", period=Period.parse("R6-R9"), document="案"),
            "begins-too-early",
        ),
    ],
)
def test_a_plan_that_cannot_follow_is_refused(city: Grown, new: NextPlan, code: str) -> None:
    with pytest.raises(Refused) as caught:
        drafted(city, new)
    assert caught.value.code == code
    assert (city.plan, sorted(path.name for path in city.path("plans").iterdir())) == (
        PLAN,
        ["aoba.yaml"],
    )


def test_the_command_tells_what_goes_on_and_what_is_left_to_do(city: Grown) -> None:
    ran = sagaict(
        "successor",
        "aoba",
        "aoba-2",
        "--title",
        "第2次計画",
        "--period",
        "R10-R13",
        "--today",
        "2028-05-01",
        cwd=city.root,
    )
    assert (ran.code, ran.err) == (0, "")
    assert ran.lines == [
        "aoba-2 第2次計画: Plan added (1 measure, 1 project, 4 indicators)",
        "aoba あおば市DX計画: Successors: - → aoba-2",
        "Carried on: projects 1, indicators 4 (of these with a baseline: 2).",
        (
            "Every target is undecided: set them in the files. "
            "Then: sagaict check, sagaict show aoba-2"
        ),
    ]


def test_what_the_command_lacks_is_named(city: Grown) -> None:
    ran = sagaict("successor", "aoba", "aoba-2", "--title", "次", cwd=city.root)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("sagaict: --period is missing\n")
    ran = sagaict("successor", "aoba", "b", "--title", "次", "--period", "R13", cwd=city.root)
    assert ran.err == "sagaict: “R13” is not a period; write it like R10-R13\n"
