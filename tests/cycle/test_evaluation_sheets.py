"""The evaluation sheets in the annex of the council's paper."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest
from cycle_city import agenda, cells, city, indicator, of_katsuyo, project, tables

from sagaict.cycle.agenda import Agenda
from sagaict.cycle.sheets import Sheet
from sagaict.language import activate
from sagaict.reporting.blocks import Block, Heading, Paragraph, Room, Table
from sagaict.reporting.markdown import render_markdown
from sagaict.reporting.plain import render_plain
from sagaict.reporting.sheet_report import sheet_blocks

# 相模原市ICT総合戦略(案) 第2章2(3), read in the document. The sheet's title; time of the result,
# 計画策定時, 目標値, 結果, whether it is met, how the remark begins.
PRINTED = {
    "証明書のコンビニ交付拡充": (
        ("H31.3", "253件", "194,000件", "33,787件", "unmet", "コンビニ交付に必要となる")
    ),
    "「マイ広報さがみはら」の導入": ("R1.6", "-", "6,500件", "6,989件", "met", ""),
    "遠隔手話通訳サービスの導入": ("R1.7", "-", "3箇所", "0箇所", "unmet", "令和元年度の事業開始"),
    "緑区特設サイトの充実(区ビジョン推進事業)": ("H31.3", "-", "10,000件", "10,985件", "met", ""),
    "公共施設通報アプリの利用促進": (
        "H31.3",
        "10%",
        "30%",
        "18%",
        "unmet",
        "目標値は達成できませんで",
    ),
    "公民館におけるICTを活用した学習環境の充実": (
        ("H31.2", "-", "27館", "4館", "unmet", "無線LANの活用に関するニーズ")
    ),
    "さがみはら地域ポータルサイトの充実": ("H31.3", "7,500件", "10,000件", "40,038件", "met", ""),
    "ペーパーレス会議の推進": ("R1.7", "-", "40%", "50%", "met", ""),
    "ナレッジ共有機能の拡充": ("R1.7", "94件", "320件", "346件", "met", ""),
    "基幹システム最適化の推進": (
        ("R1.7", "-", "100%(年間42,000時間)", "評価中", "pending", "基幹システム最適化事業は完了")
    ),
    "フリーアドレスの試験導入": ("R1.7", "-", "180日", "220日", "met", ""),
}


@pytest.fixture(autouse=True)
def in_english() -> None:
    activate("en")


@pytest.fixture(scope="module")
def katsuyo() -> Agenda:
    return of_katsuyo("2020-03-31")


def test_every_project_and_measure_has_a_sheet_and_eleven_have_outcomes(katsuyo: Agenda) -> None:
    assert {sheet.title for sheet in katsuyo.sheets if sheet.lines} == set(PRINTED)
    assert sum(sheet.entry is not None for sheet in katsuyo.sheets) == 31
    assert sum(sheet.entry is None for sheet in katsuyo.sheets) == 6
    assert [sheet.number for sheet in katsuyo.sheets] == list(range(1, 38))


@pytest.mark.parametrize("title", PRINTED)
def test_a_sheet_holds_what_the_city_printed(katsuyo: Agenda, title: str) -> None:
    (sheet,) = [sheet for sheet in katsuyo.sheets if sheet.title == title]
    when, baseline, target, result, status, remark = PRINTED[title]
    blocks = list(sheet_blocks(sheet, 4))
    table = figures_of(blocks)
    heads = [column.title for column in table.columns]
    assert ("H27" in heads[1], "(R1)" in heads[2], f"({when})" in heads[3]) == (True, True, True)
    ((_name, *figures, _mark),) = cells(table)
    assert figures == [baseline, target, result]
    assert [line.status for line in sheet.lines] == [status]
    assert sheet.overview
    assert ["Overview", sheet.overview] in cells(tables(blocks)[0])
    texts = [block.text for block in blocks if isinstance(block, Paragraph)]
    assert len(texts) == bool(remark)
    assert remark in "".join(texts)


def figures_of(blocks: Iterable[Block]) -> Table:
    """The table of indicators of a sheet."""
    (table,) = [each for each in tables(blocks) if each.columns[0].title == "Indicator"]
    return table


def test_what_has_no_indicators_gets_a_sheet_too() -> None:
    portfolio = city(
        goals=[indicator(id="g", targets={"R7": 5})],
        outcomes=[indicator(id="o", targets={"R7": 5})],
        projects=[
            project(id="a", title="指標あり", outcome_indicators=[indicator(targets={"R7": 5})]),
            project(id="b", title="指標なし"),
        ],
        measure={"aim": "便利にする。", "initiatives": ["窓口", {"no": "②", "title": "申請"}]},
    )
    sheets = agenda(portfolio, "2026-07-15").sheets
    assert [(sheet.title, sheet.overview) for sheet in sheets] == [
        ("1-1 施策", "便利にする。"),
        ("指標あり", None),
        ("指標なし", None),
    ]
    assert [[line.placed.full_id for line in sheet.lines] for sheet in sheets] == [
        ["p/1-1/g", "p/1-1/o"],
        ["p/a/users"],
        [],
    ]
    first, _second, third = (render_markdown(sheet_blocks(sheet, 4)) for sheet in sheets)
    assert first.index("**goal indicator**") < first.index("**outcome indicator**")
    assert "| Initiatives | 窓口<br>② 申請 |" in first
    assert "| 指標なし |" in first
    assert "| Outcome indicators | none set |" in third
    assert "Nothing is recorded of how it went." in third


def test_indicators_that_are_to_be_set_later_are_said_to_be() -> None:
    later = {"printed": "事業の進捗に合わせ設定"}
    page = render_markdown(sheet_blocks(sheet_of(outcome_undecided=later, category="C"), 4))
    assert "| Outcome indicators | “事業の進捗に合わせ設定” |" in page
    assert "| Category | C |" in page


APPROVED = {"approved_by": "会議"}
ACTIONS = {
    "R6": ["調査"],
    "R7": [{"text": "仕様書の作成", "state": "done", "note": "7月に完了"}, "試行"],
    "R8": [{"text": "本格導入", "due": "R8.9", "owner": "市民課"}],
    "R9": ["評価"],
}


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        # R7 is over: what became of it, or that nobody has told; and what is planned for R8.
        (
            "2026-07-15",
            [
                ["R7", "仕様書の作成  7月に完了", "done"],
                ["", "試行", "not reported"],
                ["R8", "本格導入  by 2026-09  市民課", "planned"],
            ],
        ),
        (
            "2024-06-01",
            [
                ["R6", "調査", "planned"],
                ["R7", "仕様書の作成  7月に完了", "done"],
                ["", "試行", "planned"],
            ],
        ),
        ("2030-06-01", [["R9", "評価", "not reported"]]),
    ],
)
def test_the_actions_of_the_year_and_of_the_next(day: str, expected: list[list[str]]) -> None:
    sheet = sheet_of(actions=ACTIONS, day=day)
    (table,) = [
        each
        for each in tables(sheet_blocks(sheet, 4))
        if [column.title for column in each.columns][1:2] == ["Action target"]
    ]
    assert cells(table) == expected


@pytest.mark.parametrize(("approved", "said"), [({}, "[proposed] 試行"), (APPROVED, "試行")])
def test_an_action_that_only_a_proposal_brought_is_marked(
    approved: dict[str, str], said: str
) -> None:
    change = {"what": "action", "year": "R7", "date": "R7.6.1", "new": "試行", "reason": "要望"}
    before = {**change, "date": "R7.5.1", "approved_by": "会議"}
    sheet = sheet_of(actions={"R7": ["試行"]}, amendments=[before, {**change, **approved}])
    assert [said, "not reported"] in [row[1:] for row in cells(tables(sheet_blocks(sheet, 4))[-1])]


REMOVED = {"what": "action", "year": "R8", "date": "R8.6.1", "old": "試行", "reason": "要望"}


@pytest.mark.parametrize(
    ("change", "rows"),
    [
        (REMOVED, [["R8", "[removal proposed] 試行", "-"]]),
        ({**REMOVED, **APPROVED}, []),
        ({**REMOVED, "new": "実験"}, []),
        (
            {**REMOVED, "new": "試行", "year": "R9", "old_year": "R8"},
            [["R8", "[removal proposed] 試行", "-"]],
        ),
        ({**REMOVED, "year": "R5"}, []),
    ],
)
def test_an_action_that_a_proposal_takes_away_stands_beside_those_of_its_year(
    change: dict[str, str], rows: list[list[str]]
) -> None:
    sheet = sheet_of(actions={"R7": ["調査"]}, amendments=[change], day="2026-07-15")
    assert cells(tables(sheet_blocks(sheet, 4))[-1])[1:] == rows


def test_the_costs_of_the_year_and_of_the_next_and_who_helps_stand_on_the_sheet() -> None:
    costs = {year: {"printed": f"{year}の予算"} for year in ("R6", "R7", "R8", "R9")}
    page = render_markdown(sheet_blocks(sheet_of(budget=costs, support="総務室"), 4))
    assert "| Budget | R7  R7の予算<br>R8  R8の予算 |" in page
    assert "| Supporting | 総務室 |" in page


def test_progress_stands_with_the_mark_of_the_plan() -> None:
    portfolio = city(
        projects=[project(evaluations={"R7": {"progress": "delayed"}})], labels={"delayed": "△"}
    )
    measure, own = agenda(portfolio, "2026-07-15").sheets
    assert "| 市民ポータル |  | delayed △ |" in render_markdown(sheet_blocks(measure, 4))
    assert "| Progress | delayed △ |" in render_markdown(sheet_blocks(own, 4))


HALF = {"half_year": {"progress": "delayed", "causes": "入札の不調"}}
WHOLE = {"progress": "on_schedule", "achievements": "追いついた。"}


@pytest.mark.parametrize(
    ("evaluations", "day", "heads"),
    [
        # After the year, both of its reviews; half a year later, the newest half beside it.
        ({"R7": {**HALF, **WHOLE}}, "2026-07-15", ["R7, first half", "R7"]),
        ({"R7": WHOLE, "R8": HALF}, "2026-11-15", ["R7", "R8, first half"]),
        ({"R7": {**HALF, **WHOLE}, "R8": HALF}, "2026-11-15", ["R7", "R8, first half"]),
        ({"R7": HALF}, "2025-11-15", ["R7, first half"]),
        # Of a half that is older than the last whole year nobody needs to hear again.
        ({"R6": HALF, "R7": WHOLE}, "2026-07-15", ["R7"]),
    ],
)
def test_reviews_of_a_year_and_of_its_half_stand_side_by_side(
    evaluations: dict[str, Any], day: str, heads: list[str]
) -> None:
    sheet = sheet_of(evaluations=evaluations, day=day)
    (table,) = [
        each for each in tables(sheet_blocks(sheet, 4)) if each.columns[-1].title == heads[-1]
    ]
    assert [column.title for column in table.columns] == ["", *heads]
    found = {row[0]: row[1:] for row in cells(table)}
    told = {"R7": "on schedule", "R7, first half": "delayed", "R8, first half": "delayed"}
    assert found["Progress"] == [told[head] for head in heads]
    if heads == ["R7, first half", "R7"]:
        assert found["Causes"] == ["入札の不調", ""]
        assert found["Achievements"] == ["", "追いついた。"]


def test_a_sheet_begins_a_page_and_ends_with_room_for_the_decision() -> None:
    blocks = list(sheet_blocks(sheet_of(), 4))
    first, last = blocks[0], blocks[-1]
    assert isinstance(first, Heading)
    assert (first.on_new_page, first.text) == (True, "Sheet 2  市民ポータル")
    assert last == Room("Decision of the council", ("agreed", "to be improved", "other"))
    text = "Decision of the council  □ agreed  □ to be improved  □ other"
    assert render_plain([last]) == f"{text}\n"
    assert render_markdown([last]) == f"{text}\n"


def sheet_of(*indicators: dict[str, Any], day: str = "2026-07-15", **more: Any) -> Sheet:
    portfolio = city(projects=[project(outcome_indicators=indicators, **more)])
    _of_the_measure, sheet = agenda(portfolio, day).sheets
    return sheet


def test_times_that_differ_stand_beside_the_figures() -> None:
    sheet = sheet_of(
        indicator(
            id="a",
            baseline={"value": 1, "year": "R4"},
            targets={"R7": 5},
            actuals={"R7": {"value": 6, "as_of": "R8.3"}},
        ),
        indicator(
            id="b",
            baseline={"value": 2, "year": "R5"},
            targets={"R7": 7},
            actuals={"R7": {"value": 8, "as_of": "R8.2"}},
        ),
    )
    table = figures_of(sheet_blocks(sheet, 4))
    heads = [column.title for column in table.columns]
    assert not any(time in heads[1] + heads[3] for time in ("R4", "R5", "R8"))
    assert "R7" in heads[2]
    assert [row[1:4] for row in cells(table)] == [
        ["1人 (R4)", "5人", "6人 (R8.3)"],
        ["2人 (R5)", "7人", "8人 (R8.2)"],
    ]


def test_a_result_that_is_missing_has_no_time_and_is_not_nothing() -> None:
    sheet = sheet_of(indicator(targets={"R7": 5}))
    table = figures_of(sheet_blocks(sheet, 4))
    assert [row[1:4] for row in cells(table)] == [["-", "5人", "-"]]
    assert "(" not in table.columns[1].title + table.columns[3].title


def test_a_provisional_result_says_so() -> None:
    actual = {"value": "4", "state": "provisional", "printed": "約4人"}
    sheet = sheet_of(indicator(targets={"R7": 5}, actuals={"R7": actual}))
    table = figures_of(sheet_blocks(sheet, 4))
    assert cells(table)[0][3] == "約4人 (provisional)"


def test_the_figure_of_a_total_is_its_sum() -> None:
    sheet = sheet_of(
        indicator(
            aggregation="period_total",
            targets={"R6-R9": {"value": "100", "printed": "100人(R6-9)"}},
            actuals={"R6": "20", "R7": {"value": "21.5", "printed": "21.5人"}},
        )
    )
    table = figures_of(sheet_blocks(sheet, 4))
    assert cells(table)[0][2:4] == ["100人(R6-9)", "41.5人"]
    assert "(R6-R7)" in table.columns[3].title


def test_a_missed_result_without_a_remark_says_that_there_is_none() -> None:
    missed = indicator(id="a", name="甲", targets={"R7": 5}, actuals={"R7": "4"})
    met = indicator(id="b", name="乙", targets={"R7": 5}, actuals={"R7": "6"})
    assert "none given" in render_markdown(sheet_blocks(sheet_of(missed), 4))
    both = render_markdown(sheet_blocks(sheet_of(missed, met), 4))
    assert both.count("none given") == 1
    assert "甲: none given" in both
    assert "none given" not in render_markdown(sheet_blocks(sheet_of(met), 4))


def test_the_newest_evaluation_in_sight_is_told() -> None:
    evaluations = {
        "R7": {"achievements": "窓口を増やした。", "outlook": "expand"},
        "R8": {"self_rating": "B"},
        "R9": {"self_rating": "A"},
    }
    own = indicator(targets={"R7": 5})
    page = render_markdown(sheet_blocks(sheet_of(own, evaluations=evaluations), 4))
    assert "| Self-evaluation | B |" in page
    assert "|  | R8 |" in page
    assert "窓口を増やした" not in page
    early = sheet_of(own, evaluations=evaluations, day="2026-03-31")
    assert "窓口を増やした" in render_markdown(sheet_blocks(early, 4))
    late = sheet_of(own, evaluations={"R6": {"self_rating": "C"}})
    assert "|  | R6 (nothing is recorded of R7) |" in render_markdown(sheet_blocks(late, 4))
