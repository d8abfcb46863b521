"""A new indicator in the file of its measure or project: the lines that come, and no other."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from growing_city import Grown, changed_lines
from hypothesis import given, settings
from hypothesis import strategies as st

from sagaict.domain.fiscal import FiscalYear, Moment, Period
from sagaict.recording.approval import Approval
from sagaict.recording.new_figures import NewBaseline, baseline_from
from sagaict.recording.new_indicator import IndicatorSpec, add_indicator
from sagaict.recording.refusal import Refused
from sagaict.recording.target_revisions import NewTarget, target_from
from sagaict.recording.values import NotUnderstood

TODAY = date(2026, 11, 21)
R5, R7, R9, R10 = (FiscalYear.parse(text) for text in ("R5", "R7", "R9", "R10"))
WHOLE = Period.parse("R6-R9")
EIGHTY = NewTarget(value=Decimal(80))
SMALL = IndicatorSpec(
    id="rate",
    name="利用率",
    unit="%",
    direction="increase",
    aggregation="level",
    targets=((R9, EIGHTY),),
)
GROUNDS = Approval(decided=Moment.parse("R8.5.20"), reason="効果の把握", approved_by="調整会議")


@pytest.fixture
def city(tmp_path: Path) -> Grown:
    return Grown.in_folder(tmp_path)


def added(
    city: Grown, holder: str, new: IndicatorSpec, approval: Approval | None = None
) -> list[str]:
    """The lines that came or went in both files."""
    plan, portal = city.plan, city.portal
    change_set = city.change_set()
    entry = add_indicator(change_set, city.workspace(), holder, new, approval, today=TODAY)
    assert entry.full_id == f"{holder}/{new.id}"
    assert change_set.workspace().problems == ()
    assert entry.full_id in change_set.workspace().portfolio().by_id
    change_set.commit()
    return [*changed_lines(plan, city.plan), *changed_lines(portal, city.portal)]


def refusal(
    city: Grown, holder: str, new: IndicatorSpec, approval: Approval | None = None
) -> tuple[str, dict[str, str]]:
    change_set = city.change_set()
    with pytest.raises(Refused) as caught:
        add_indicator(change_set, city.workspace(), holder, new, approval, today=TODAY)
    assert change_set.edits() == []
    return caught.value.code, dict(caught.value.details)


OF_MEASURE = [
    "+\n",
    "+          - id: rate\n",
    "+            name: 利用率\n",
    '+            unit: "%"\n',
    "+            direction: increase\n",
    "+            aggregation: level\n",
    "+            targets:\n",
    "+              R9: 80\n",
]


def test_a_goal_indicator_comes_behind_those_of_its_measure(city: Grown) -> None:
    assert added(city, "aoba/1-1", SMALL) == OF_MEASURE
    behind = city.plan[city.plan.index("id: rate") :]
    assert behind.endswith("              R9: 80\n        source: main p.1\n")


@pytest.mark.parametrize("holder", ["aoba/1-1", "aoba/portal"])
def test_line_ends_stay_what_they_are(tmp_path: Path, holder: str) -> None:
    city = Grown.in_folder(tmp_path, "\r\n")
    lines = added(city, holder, SMALL)
    assert [line[0] for line in lines] == ["+"] * 8
    for text in (city.plan, city.portal):
        assert text.count("\n") == text.count("\r\n")


def test_the_first_outcome_indicator_of_a_measure_begins_its_list(city: Grown) -> None:
    lines = added(city, "aoba/1-1", replace(SMALL, kind="outcome"))
    # The layout sets a list of indicators apart; the indicator itself is the same.
    assert "+        outcome_indicators:\n" in lines
    assert [line for line in lines if line not in OF_MEASURE] == ["+        outcome_indicators:\n"]


def test_everything_that_can_be_said_of_an_indicator(city: Grown) -> None:
    new = IndicatorSpec(
        id="hours",
        name="削減時間: 合計",
        unit="時間",
        direction="increase",
        aggregation="period_total",
        kind="outcome",
        targets=((WHOLE, NewTarget(value=Decimal(12000), printed="約1.2万時間")),),
        baseline=NewBaseline(value=Decimal("3500.50"), when=Period.parse("R2-R5")),
        definition="年度ごとに集計する。\n推計を含まない。",
        owner="情報政策課",
        rate="ratio",
        data_source="業務量調査",
        survey_timing="翌年度5月",
        target_basis="前計画の実績による。",
        source="main p.5",
    )
    assert added(city, "aoba/portal", new, replace(GROUNDS, source="main p.9")) == [
        "+  - id: hours\n",
        '+    name: "削減時間: 合計"\n',
        "+    definition: |-\n",
        "+      年度ごとに集計する。\n",
        "+      推計を含まない。\n",
        "+    unit: 時間\n",
        "+    direction: increase\n",
        "+    aggregation: period_total\n",
        "+    owner: 情報政策課\n",
        "+    rate:\n",
        "+      formula: ratio\n",
        "+    data_source: 業務量調査\n",
        "+    survey_timing: 翌年度5月\n",
        "+    baseline:\n",
        "+      value: 3,500.50\n",
        "+      period: R2-R5\n",
        "+    target_basis: 前計画の実績による。\n",
        "+    targets:\n",
        "+      R6-R9:\n",
        "+        value: 12,000\n",
        "+        printed: 約1.2万時間\n",
        "+    amendments:\n",
        "+      - what: added\n",
        "+        date: R8.5.20\n",
        "+        reason: 効果の把握\n",
        "+        approved_by: 調整会議\n",
        "+        source: main p.9\n",
        "+    source: main p.5\n",
        "+\n",
    ]


def test_a_total_may_have_targets_for_its_years(city: Grown) -> None:
    years = ((R9, NewTarget(value=Decimal(20))), (WHOLE, EIGHTY))
    lines = added(city, "aoba/1-1", replace(SMALL, aggregation="period_total", targets=years))
    start = next(number for number, line in enumerate(lines) if line.strip("+ \n") == "targets:")
    assert [line.strip("+ \n") for line in lines[start + 1 : start + 3]] == ["R6-R9: 80", "R9: 20"]


def test_targets_stand_in_order_of_time_and_may_be_undecided(city: Grown) -> None:
    targets = ((R9, NewTarget()), (R7, EIGHTY))
    lines = added(city, "aoba/portal", replace(SMALL, targets=targets))
    start = lines.index("+    targets:\n")
    assert lines[start + 1 :] == ["+      R7: 80\n", "+      R9: undecided\n", "+\n"]


ODD = """\
id:   portal
title: '市民ポータル'   # 名称は仮
plan: aoba
source: main p.4
measure: 1-1

# 指標は2つの予定
outcome_indicators:
- aggregation: annual   # 年間
  id: visits
  name: "年間利用件数"
  unit: 件
  direction: increase
  targets: {R7: 1200,
            R9: 1500}
  # ここまで
owner: 情報政策課
"""


def test_a_file_in_another_layout_keeps_its_own(city: Grown) -> None:
    city.path("projects/aoba/portal.yaml").write_text(ODD, encoding="utf-8")
    assert added(city, "aoba/portal", SMALL) == [
        "+- id: rate\n",
        "+  name: 利用率\n",
        '+  unit: "%"\n',
        "+  direction: increase\n",
        "+  aggregation: level\n",
        "+  targets:\n",
        "+    R9: 80\n",
    ]


def test_a_project_without_indicators_gets_its_list(city: Grown) -> None:
    text = "id: portal\nplan: aoba\nmeasure: 1-1\ntitle: 甲\nsource: main p.4\n"
    city.path("projects/aoba/portal.yaml").write_text(text, encoding="utf-8")
    added(city, "aoba/portal", SMALL)
    assert (
        city.portal
        == """\
id: portal
plan: aoba
measure: 1-1
title: 甲

outcome_indicators:
  - id: rate
    name: 利用率
    unit: "%"
    direction: increase
    aggregation: level
    targets:
      R9: 80

source: main p.4
"""
    )


@pytest.mark.parametrize(
    ("new", "code", "details"),
    [
        (replace(SMALL, id="online"), "id-taken", {"id": "online"}),
        (replace(SMALL, id="利用率"), "bad-id", {"id": "利用率"}),
        (replace(SMALL, name=" "), "empty-text", {}),
        (replace(SMALL, unit=""), "empty-text", {}),
        (replace(SMALL, definition="甲\ufeff"), "unwritable", {"sign": "U+FEFF"}),
        (replace(SMALL, targets=()), "no-target-given", {}),
        (replace(SMALL, targets=((R9, EIGHTY), (R9, EIGHTY))), "given-twice", {"key": "R9"}),
        (
            replace(SMALL, targets=((R10, EIGHTY),)),
            "outside-period",
            {"year": "R10", "period": "R6-R9"},
        ),
        (replace(SMALL, targets=((WHOLE, EIGHTY),)), "target-takes-year", {"key": "R6-R9"}),
        (
            replace(SMALL, aggregation="period_total"),
            "target-takes-period",
            {"key": "R9", "period": "R6-R9"},
        ),
        (
            replace(
                SMALL,
                aggregation="period_total",
                targets=((Period.parse("R5-R9"), EIGHTY),),
            ),
            "outside-period",
            {"year": "R5-R9", "period": "R6-R9"},
        ),
        (
            replace(SMALL, baseline=NewBaseline(value=Decimal(5), when=WHOLE)),
            "baseline-takes-year",
            {"key": "R6-R9"},
        ),
        (replace(SMALL, source="第4章"), "bad-source", {"source": "第4章"}),
        (
            replace(SMALL, source="plan p.1"),
            "unknown-document",
            {"name": "plan", "documents": "main", "plan": "aoba", "document": "plan"},
        ),
    ],
)
def test_what_is_no_indicator_is_refused(
    city: Grown, new: IndicatorSpec, code: str, details: dict[str, str]
) -> None:
    assert refusal(city, "aoba/1-1", new) == (code, details)


def test_what_holds_no_indicators_is_refused(city: Grown) -> None:
    for holder in ("nowhere", "aoba/9-9", "aoba/1-1/online"):
        assert refusal(city, holder, SMALL) == ("unknown-holder", {"id": holder})


def test_a_project_has_no_goal_indicators(city: Grown) -> None:
    assert refusal(city, "aoba/portal", replace(SMALL, kind="goal")) == ("goal-in-project", {})


def test_an_id_is_taken_by_the_other_kind_as_well(city: Grown) -> None:
    new = replace(SMALL, id="online", kind="outcome")
    assert refusal(city, "aoba/1-1", new)[0] == "id-taken"


def test_a_draft_takes_no_approval(city: Grown) -> None:
    text = city.plan.replace("period: R6-R9\n", "period: R6-R9\nstage: draft\n")
    city.path("plans/aoba.yaml").write_text(text, encoding="utf-8")
    told = {"id": "aoba", "command": "new indicator"}
    assert refusal(city, "aoba/portal", SMALL, GROUNDS) == ("add-to-draft", told)
    assert refusal(city, "aoba/1-1", SMALL, GROUNDS) == ("add-to-draft", told)


def test_nothing_is_added_to_what_was_dropped(city: Grown) -> None:
    dropped = "amendments:\n  - what: dropped\n    date: R8.4.1\n    reason: 終了\n\nsource:"
    text = dropped.join(city.portal.rsplit("source:", 1))
    city.path("projects/aoba/portal.yaml").write_text(text, encoding="utf-8")
    told = {"id": "aoba/portal", "day": "R8.4.1"}
    assert refusal(city, "aoba/portal", SMALL, GROUNDS) == ("dropped-already", told)
    # Who transcribes a plan as it was may still complete it.
    assert added(city, "aoba/portal", SMALL)


@pytest.mark.parametrize(
    ("text", "unit", "content"),
    [
        ("４５．３％", "%", {"value": "45.3"}),
        ("約5,000人", "人", {"value": "5,000", "printed": "約5,000人"}),
        ("1.2万件", "件", {"value": "12,000", "printed": "1.2万件"}),
        ("61.3%（見込み）", "%", {"value": "61.3", "printed": "61.3%（見込み）"}),
        ("－", "%", {"printed": "－"}),
        ("調査未実施", "%", {"printed": "調査未実施"}),
        ("0", "件", {"value": "0"}),
    ],
)
def test_a_baseline_keeps_what_its_number_does_not_say(
    text: str, unit: str, content: dict[str, str]
) -> None:
    assert baseline_from(text, unit).content == content
    assert baseline_from(text, unit, R5).content == {**content, "year": "R5"}


@pytest.mark.parametrize(
    ("text", "unit", "target"),
    [
        ("80%", "%", NewTarget(value=Decimal(80))),
        ("８割", "%", NewTarget(value=Decimal(80), printed="８割")),
        ("80%以上", "%", NewTarget(value=Decimal(80), printed="80%以上")),
        ("80%超", "%", NewTarget(value=Decimal(80), strict=True, printed="80%超")),
        ("10件未満", "件", NewTarget(value=Decimal(10), strict=True, printed="10件未満")),
        ("10件以下", "件", NewTarget(value=Decimal(10), printed="10件以下")),
        ("目標未設定", "件", NewTarget()),
        ("undecided", "件", NewTarget()),
        ("none", "件", NewTarget(none=True)),
        ("40〜60件", "件", NewTarget(value=Decimal(60), low=Decimal(40), printed="40〜60件")),
        ("4割から60％", "%", NewTarget(value=Decimal(60), low=Decimal(40), printed="4割から60％")),
        ("「条例の制定」", "件", NewTarget(words="条例の制定")),
        ("参考指標", "件", NewTarget(none=True)),
    ],
)
def test_a_target_keeps_what_its_number_does_not_say(
    text: str, unit: str, target: NewTarget
) -> None:
    assert target_from(text, unit) == target


@pytest.mark.parametrize(
    ("text", "reason"), [("5人", "unit"), ("評価中", "no_target"), ("1.2.3", "separator")]
)
def test_what_is_no_figure_of_the_unit_is_refused(text: str, reason: str) -> None:
    with pytest.raises(NotUnderstood) as caught:
        target_from(text, "%")
    assert caught.value.reason == reason


NAMES = st.text("あ率：:#-'\"[]{}|>@%& \t　nul1", min_size=1, max_size=12) | st.text(max_size=20)


@settings(max_examples=100)
@given(NAMES, st.sampled_from(["\n", "\r\n"]), st.sampled_from(["aoba/1-1", "aoba/portal"]))
def test_any_name_reads_back_as_itself_and_nothing_else_changes(
    name: str, ending: str, holder: str
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        city = Grown.in_folder(Path(folder), ending)
        before = city.plan + city.portal
        change_set = city.change_set()
        try:
            add_indicator(
                change_set, city.workspace(), holder, replace(SMALL, name=name), today=TODAY
            )
        except Refused as refused:
            code = refused.code
        else:
            found = change_set.workspace().portfolio().by_id[f"{holder}/rate"]
            change_set.commit()
            assert found.indicator.name == name.strip()
            lines = changed_lines(before, city.plan + city.portal)
            assert [line[0] for line in lines] == ["+"] * 8
            return
    assert code in ("empty-text", "several-lines", "unwritable")
    assert not name.isprintable() or not name.strip()


@pytest.mark.parametrize(
    ("text", "bound"),
    [("全国平均", "reached"), ("全国平均以上", "reached"), ("全国平均を上回る", "beyond")],
)
def test_a_target_may_name_the_comparison(text: str, bound: str) -> None:
    found = target_from(text, "%", "全国平均")
    assert found == NewTarget(to="comparison", strict=bound == "beyond", printed=text)


def test_an_indicator_is_held_against_a_comparison(city: Grown) -> None:
    beaten = target_from("全国平均を上回る", "%", "全国平均")
    new = replace(SMALL, targets=((R9, beaten),), comparison="全国平均")
    lines = added(city, "aoba/1-1", new)
    assert [line.rstrip() for line in lines[6:]] == [
        "+            targets:",
        "+              R9:",
        "+                relative:",
        "+                  to: comparison",
        "+                strict: true",
        "+                printed: 全国平均を上回る",
        "+            comparison:",
        "+              name: 全国平均",
    ]
