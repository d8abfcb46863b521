"""Printed tables become rows: which column is what, what each cell says, what cannot be read."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from sagaict import language
from sagaict.domain.fiscal import FiscalYear, Period
from sagaict.language import _
from sagaict.workbook.package import Unusable
from sagaict.workbook.plan_table.columns import Columns
from sagaict.workbook.plan_table.drafting import Drafted, draft
from sagaict.workbook.plan_table.headings import ROLE_NAMES, heading_of
from sagaict.workbook.plan_table.printed import Printed, take_apart
from sagaict.workbook.plan_table.proposing import proposals
from sagaict.workbook.plan_table.rows import rows_of
from sagaict.workbook.plan_table.taking import table_in
from sagaict.workbook.plan_table.template import template
from sagaict.workbook.plan_table.tree import branches_of, goals_content, projects_content, terms_of
from sagaict.workbook.problems import CellProblem

TABLES = Path(__file__).parent / "tables"
TODAY = date(2032, 11, 21)
"""In R14: everything in these tables is over."""
R8_R12 = Period.parse("R8-R12")


def year(text: str) -> FiscalYear:
    return FiscalYear.parse(text)


def table(rows: Sequence[Sequence[str]], *, encoding: str = "utf-8", delimiter: str = ",") -> bytes:
    stream = io.StringIO()
    csv.writer(stream, delimiter=delimiter).writerows(rows)
    return stream.getvalue().encode(encoding)


def drafted(
    columns: Columns, period: Period = R8_R12, target_year: str = ""
) -> tuple[list[Drafted], list[CellProblem]]:
    rows, problems = rows_of(columns, period, year(target_year) if target_year else None)
    made, more = draft(proposals(rows), period, "plan", TODAY)
    return made, [*problems, *more]


def one(headings: str, cells: str, **given: Any) -> dict[str, Any]:
    """What is written for the one row of a table; cells are parted by bars."""
    content = table([headings.split("|"), cells.split("|")])
    made, problems = drafted(table_in("t.csv", content), **given)
    assert problems == []
    return {**made[0].content}


def told(headings: str, *rows: str, **given: Any) -> list[str]:
    """The cells that are refused, each with its code or reason."""
    content = table([headings.split("|"), *(row.split("|") for row in rows)])
    _made, problems = drafted(table_in("t.csv", content), **given)
    return [f"{each.spot} {each.code or each.cause}" for each in problems]


@pytest.mark.parametrize(
    ("text", "role", "when"),
    [
        ("R7目標", "target", "R7"),
        ("令和7年度実績", "actual", "R7"),
        ("2024 target", "target", "R6"),
        ("目標値（R9）", "target", "R9"),
        ("最終目標(印刷の表記)", "target", None),
        ("現状値\n(令和４年度)", "baseline", "R4"),
        ("FY2026 Result", "actual", "R8"),
        ("Ｒ８", "year", "R8"),
        ("施策番号", "measure_no", None),
        ("No.", "no", None),
        ("R5の年度目標に対する達成率(公表)", "rate", None),
        ("所管課名簿", None, None),
    ],
)
def test_a_heading_says_what_stands_below_it(text: str, role: str, when: str | None) -> None:
    found = heading_of(text)
    assert (found and found.role) == role
    assert (found and found.year) == (year(when) if when else None)


@pytest.fixture(params=["en", "ja"])
def spoken(request: pytest.FixtureRequest) -> Iterator[str]:
    """A language that is spoken for a while."""
    before = language.active()
    language.activate(request.param)
    yield request.param
    language.activate(before)


@pytest.mark.usefixtures("spoken")
def test_what_columns_are_called_is_understood_as_a_heading() -> None:
    names = {role: _(name) for role, name in ROLE_NAMES.items() if not role.endswith("_no")}
    found = {role: heading_of(name) for role, name in names.items()}
    assert {role: each and each.role for role, each in found.items()} == {
        role: role for role in names
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("13,000人 （５年間累計）", Printed("", "13,000人", "人", running=True, total_years=5)),
        ("1,750人／年", Printed("", "1,750人", "人", per_year=True)),
        ("426万人泊 （R１年）", Printed("", "426万人泊", "万人泊", year("R1"), calendar=True)),
        ("34.8% （R6.4）", Printed("", "34.8%", "%", year("R6"))),
        ("3.8%以下 （R7年度）", Printed("", "3.8%以下", "%", year("R7"), bound="以下")),
        ("61.5% ※速報値", Printed("", "61.5%", "%", provisional=True)),
        ("全国43位", Printed("", "43位", "位")),
        ("275件 （H30～R2平均）", Printed("", "275件", "件", average=True)),
        ("令和12年度に57.0％", Printed("", "57.0%", "%", year("R12"))),
        (
            "令和９年度までの２年間で14回",
            Printed("", "14回", "回", year("R9"), running=True, total_years=2),
        ),
        ("令和12年度まで7,000人を維持", Printed("", "7,000人", "人", year("R12"), hold=True)),
        (
            "3,760人 （R5年度までの累計）",
            Printed("", "3,760人", "人", year("R5"), running=True),
        ),
    ],
)
def test_a_printed_figure_is_taken_apart(text: str, expected: Printed) -> None:
    found = take_apart(text)
    assert replace(found, text="", as_of=None) == expected


def test_the_figure_all_comes_to_stands_in_brackets() -> None:
    assert take_apart("全区分 （24区分）").figure == "24区分"


def test_a_row_becomes_an_indicator() -> None:
    assert one(
        "番号|指標|単位|方向|値の種類|現状値の年度|現状値|R8目標|R12目標|R8実績|所管課|ページ|備考",
        "1-2|申請率|%|増加|時点値|R6|45.3|約60%|80%以上|評価中|DX推進課|p.12|速報による",
    ) == {
        "id": "1-2",
        "name": "申請率",
        "unit": "%",
        "direction": "increase",
        "aggregation": "level",
        "owner": "DX推進課",
        "baseline": {"value": "45.3", "year": "R6"},
        "targets": {
            "R8": {"value": "60", "printed": "約60%"},
            "R12": {"value": "80", "printed": "80%以上"},
        },
        "actuals": {"R8": {"state": "pending"}},
        "note": "備考: 速報による",
        "source": "plan p.12",
    }


def test_headings_in_two_rows_are_read_together() -> None:
    rows = [
        ["みどり計画 数値目標"],
        ["指標", "単位", "方向", "集計", "目標値", "", "実績", ""],
        ["", "", "", "", "R8", "R9", "R8", "R9"],
        ["利用者数", "人", "増加", "単年度", "10", "20", "11", "…"],
    ]
    made, problems = drafted(table_in("t.csv", table(rows)))
    assert problems == []
    assert made[0].content["targets"] == {"R8": "10", "R9": "20"}
    assert made[0].content["actuals"] == {"R8": "11"}


@pytest.mark.parametrize(("encoding", "delimiter"), [("cp932", ","), ("utf-8-sig", "\t")])
def test_a_csv_may_be_of_either_encoding_and_delimiter(encoding: str, delimiter: str) -> None:
    rows = [["指標", "R8目標"], ["利用率", "50%"]]
    made, problems = drafted(table_in("t.csv", table(rows, encoding=encoding, delimiter=delimiter)))
    assert (made[0].content["name"], problems) == ("利用率", [])


@pytest.mark.parametrize("nothing", ["", "－", "―", "…", "なし"])
def test_nothing_is_missing_and_never_zero(nothing: str) -> None:
    content = one("指標|単位|現状値|R8目標|R8実績", f"利用率|%|{nothing}|50|{nothing}")
    assert "baseline" not in content
    assert "actuals" not in content


def test_a_total_over_years_is_for_a_period_and_its_running_total_for_a_span() -> None:
    content = one(
        "指標|現状値|目標|実績|実績の時点",
        "企業立地件数|54件／年|300件（５年間累計）|186件（累計）|R10年度",
        target_year="R12",
    )
    assert content["aggregation"] == "period_total"
    assert content["baseline"] == {"value": "54", "printed": "54件／年"}
    assert content["targets"] == {"R8-R12": {"value": "300", "printed": "300件（５年間累計）"}}
    assert content["actuals"] == {
        "R10": {"value": "186", "span": "R8-R10", "printed": "186件（累計）"}
    }


def test_a_count_of_a_year_that_is_not_over_is_provisional() -> None:
    headings = "指標|単位|集計|R14目標|R13実績|R14実績"
    counted = one(headings, "利用者数|人|単年度|90|80|52", period=Period.parse("R13-R14"))
    assert counted["actuals"] == {"R13": "80", "R14": {"value": "52", "state": "provisional"}}
    share = one(headings, "利用率|%|時点値|90|80|52", period=Period.parse("R13-R14"))
    assert share["actuals"] == {"R13": "80", "R14": "52"}


def test_a_calendar_year_is_told_from_a_fiscal_one() -> None:
    content = one("指標|目標", "認知件数|190件以下（R8年）")
    assert (content["year_kind"], content["direction"]) == ("calendar", "decrease")


@pytest.mark.parametrize(
    ("cells", "direction", "aggregation"),
    [
        ("利用率|%|40|50|60", ("increase", "figures"), ("level", "unit")),
        ("待機児童数|人|40|10|0", ("decrease", "figures"), ("level", "usual")),
        # a level that falls at first and is to rise from then on
        ("受講者数|人|2969|2600|2800", ("increase", "figures"), ("annual", "name")),
        ("事故件数||5件|5件|5件", ("decrease", "name"), ("annual", "name")),
        ("作品数|点||5|5", ("increase", "usual"), ("level", "usual")),
        (
            "会員数||5人（累計）|9人（累計）|9人（累計）",
            ("increase", "figures"),
            ("cumulative", "wording"),
        ),
        (
            "開発件数||5件／年|20件（累計）|20件（累計）",
            ("increase", "usual"),
            ("period_total", "wording"),
        ),
        ("達成度|%|97|90|令和9年度まで90％を維持", ("increase", "usual"), ("level", "unit")),
    ],
)
def test_what_a_table_does_not_say_is_proposed_with_its_reason(
    cells: str, direction: tuple[str, str], aggregation: tuple[str, str]
) -> None:
    content = table([["指標", "単位", "現状値", "R8目標", "R9目標"], cells.split("|")])
    (row,), problems = rows_of(table_in("t.csv", content), R8_R12, None)
    ((_row, found),) = proposals([row])
    assert problems == []
    assert (found.direction, found.direction_reason) == direction
    assert (found.aggregation, found.aggregation_reason) == aggregation


def test_every_cell_that_cannot_be_read_is_named_in_one_run() -> None:
    assert told(
        "指標|単位|方向|R8目標|R8実績|R7目標",
        "利用率|%|上|増加|検討中|",
        "|%|増加|50||",
        "二つ|区|増加|1区 2区||",
        "単位なし||増加|5||",
        "なにもない|%|増加|||",
        "式|%|増加|=1+1||",
    ) == [
        "t.csv!F1 target-outside",
        "t.csv!C2 not-a-choice",
        "t.csv!A3 no-name",
        "t.csv!D6 no-target",
        "t.csv!D4 several-in-cell",
        "t.csv!D7 formula: '=1+1'",
    ]


def test_where_no_row_has_a_unit_none_is_made_up() -> None:
    assert told("指標|方向|R8目標", "単位なし|増加|5") == ["t.csv!A2 no-unit"]


def test_words_for_a_target_are_to_be_judged_and_undecided_is_not() -> None:
    assert told("指標|単位|R8目標", "率|%|検討中") == ["t.csv!C2 words-for-target"]
    risen = one("指標|単位|R8目標", "率|%|増加")
    assert risen["targets"] == {"R8": {"words": "増加"}}
    assert "words" in risen["note"]
    assert one("指標|単位|R8目標", "率|%|未定")["targets"] == {"R8": "undecided"}
    assert one("指標|単位|R8目標", "率|%|目標なし")["targets"] == {"R8": "none"}
    beyond = one("指標|単位|R8目標", "率|%|80％超")["targets"]
    assert beyond == {"R8": {"value": "80", "strict": "true", "printed": "80％超"}}
    between = one("指標|単位|R8目標", "率|%|40〜60％")["targets"]
    assert between == {"R8": {"range": {"low": "40", "high": "60"}, "printed": "40〜60％"}}
    words = one("指標|単位|R8目標", "率|%|「条例の制定」")["targets"]
    assert words == {"R8": {"words": "条例の制定"}}


def test_what_no_file_can_hold_is_refused_at_its_cell() -> None:
    assert told("指標|単位|R8目標|備考", "率\x1b[31m赤|%|5|\x07") == [
        "t.csv!A2 unwritable",
        "t.csv!D2 unwritable",
    ]


def test_a_level_to_be_held_is_declared_so() -> None:
    content = one("指標|単位|現状値|R8|R12|最終目標", "率|%|97|90|90|令和12年度まで90％を維持")
    assert content["hold"] == "true"
    assert content["targets"] == {
        "R8": "90",
        "R12": {"value": "90", "printed": "令和12年度まで90％を維持"},
    }
    assert "hold" not in one("指標|単位|R12", "率|%|90")


@pytest.mark.parametrize(
    ("baseline", "targets", "adds_up"),
    [
        ("0", "500;1000;1500", True),
        ("", "30;60;90", True),
        ("29", "30;60;90", True),  # what came in one year before
        ("31", "30;60;90", False),
        ("0", "500;1000", False),
        ("0", "500;1000;1400", False),
        ("0", "0;0;0", False),
    ],
)
def test_targets_that_are_multiples_of_the_first_are_proposed_as_totals_so_far(
    baseline: str, targets: str, *, adds_up: bool
) -> None:
    years = ["R8", "R9", "R10"][: len(targets.split(";"))]
    aims = ";".join(f"{at}:{text}" for at, text in zip(years, targets.split(";"), strict=True))
    content = one("指標|単位|現状値|年度目標|R9実績", f"受講者数|人|{baseline}|{aims}|70")
    assert (content["aggregation"] == "period_total") is adds_up
    if adds_up:
        assert list(content["targets"]) == ["R8", "R8-R9", "R8-R10"]
        assert content["actuals"] == {"R9": {"value": "70", "span": "R8-R9"}}


def test_a_target_may_lie_behind_the_plan() -> None:
    assert one("指標|単位|R14目標", "率|%|90")["targets"] == {"R14": "90"}
    assert told("指標|単位|R22目標", "率|%|90")[0] == "t.csv!C1 target-outside"


@pytest.mark.parametrize(
    ("baseline", "targets", "held"),
    [
        ("62.8", ("60", "60"), True),  # more than is aimed at, every year
        ("60", ("60", "60"), True),
        ("60", ("60", ""), True),
        ("62.8", ("60", ""), False),  # one target alone may be the wrong way round
        ("58", ("60", "60"), False),
        ("62.8", ("60", "61"), False),
        ("", ("60", "60"), False),
    ],
)
def test_what_is_there_already_is_proposed_to_be_held(
    baseline: str, targets: tuple[str, str], *, held: bool
) -> None:
    cells = "|".join(("就職率", "%", "増加", baseline, *targets))
    content = one("指標|単位|方向|現状値|R8目標|R9目標", cells)
    assert content.get("hold") == ("true" if held else None)
    assert ("(hold)" in content["note"]) is held


def test_figures_without_a_unit_are_proposed_to_have_none() -> None:
    rows = [["指標", "現状値", "R8目標"], ["人数", "10人", "20人"], ["出生率", "1.36", "1.5"]]
    made, problems = drafted(table_in("t.csv", table(rows)))
    assert problems == []
    assert [each.content["unit"] for each in made] == ["人", "none"]


@pytest.mark.parametrize(("year", "latest"), [("R8", None), ("R7", "1"), ("R6", "2"), ("R3", None)])
def test_a_result_older_than_the_others_is_proposed_to_come_late(
    year: str, latest: str | None
) -> None:
    heads = ["指標", "単位", "R10目標", "実績", "実績の時点"]
    rows = [["甲", "件", "20", "10", "R8"], ["乙", "件", "20", "11", "R8"]]
    made, problems = drafted(table_in("t.csv", table([heads, *rows, ["丙", "件", "9", "8", year]])))
    assert problems == []
    assert made[2].content.get("latest") == latest
    assert all("latest" not in each.content for each in made[:2])


def test_several_figures_behind_their_names_are_proposed_as_parts() -> None:
    content = one(
        "指標|現状値|R8目標|R8実績",
        "地区数|国語： 5地区 算数： 2地区 （R6年度）|全地区 国語： 6地区 算数： 6地区"
        "|国語： 4地区 算数： 2地区",
    )
    assert (content["unit"], content["targets"]) == ("地区", {"R8": "6"})
    assert content["parts"] == [
        {
            "id": "part-1",
            "name": "国語",
            "baseline": {"value": "5", "year": "R6"},
            "actuals": {"R8": "4"},
        },
        {
            "id": "part-2",
            "name": "算数",
            "baseline": {"value": "2", "year": "R6"},
            "actuals": {"R8": "2"},
        },
    ]
    assert "国語, 算数 (parts)" in content["note"]


def test_parts_may_have_targets_of_their_own() -> None:
    content = one("指標|R8目標|R8実績", "平均寿命|男 82年 女 88年|男 81.5年 女 87年")
    assert "targets" not in content
    assert [each["targets"] for each in content["parts"]] == [{"R8": "82"}, {"R8": "88"}]


def test_parts_that_do_not_fit_together_are_refused() -> None:
    assert told("指標|R8目標|R8実績", "寿命|男 82年 女 88年|男 81年 子 87年") == [
        "t.csv!B2 several-in-cell",
        "t.csv!C2 several-in-cell",
    ]


def test_a_range_goes_in_as_one() -> None:
    assert one("指標|単位|R8目標", "率|%|40〜60%")["targets"] == {
        "R8": {"range": {"low": "40", "high": "60"}, "printed": "40〜60%"}
    }


def test_of_a_row_in_words_no_figure_is_lost() -> None:
    content = one(
        "指標|現状値|R10目標|R8実績",
        "健康寿命|男 72.2年 女 75.1年|寿命より延びる|男 72.3年 女 75.2年",
    )
    assert content["unit"] == "none"
    assert content["targets"] == {"R10": {"words": "寿命より延びる"}}
    assert content["note"].splitlines()[:2] == [
        "Baseline: 男 72.2年 女 75.1年",
        "Results: 男 72.3年 女 75.2年",
    ]


def test_what_the_table_says_of_late_results_and_of_others_is_taken() -> None:
    content = one(
        "指標|単位|R8目標|R8実績|公表の遅れ|公表年月|全国平均(R7)|R8 全国平均",
        "所得|千円|3000|2900|2年|R10.3|2800|2,850",
    )
    assert content["latest"] == "2"
    assert content["actuals"] == {"R8": {"value": "2,900", "published": "R10.3"}}
    assert content["comparison"] == {"name": "全国平均", "figures": {"R7": "2,800", "R8": "2,850"}}
    assert sorted(told("指標|単位|R8目標|公表の遅れ|公表年月|全国平均", "所得|円|3|遅い|春|2")) == [
        "t.csv!D2 bad-count",
        "t.csv!E2 bad-moment",
        "t.csv!F2 no-result-year",
    ]


def test_what_would_contradict_within_the_table_is_refused() -> None:
    assert told("番号|指標|単位|R8目標", "1|甲|%|5", "1|乙|%|6") == ["t.csv!B3 id-twice"]
    assert told("指標|単位|R12|最終目標", "率|%|50|令和12年度に60％") == ["t.csv!D2 targets-differ"]
    assert told("指標|単位|R8目標|実績", "率|%|5|6") == ["t.csv!D2 no-result-year"]
    assert told("指標|単位|目標", "率|%|5") == ["t.csv!C2 no-target-year"]
    assert told("指標|R8目標|R8|R9", "率|5%|6%|7%") == ["t.csv!C1 bare-year", "t.csv!D1 bare-year"]


def test_years_and_the_whole_go_in_together_and_years_alone_are_no_total() -> None:
    row = "導入数|会|20|20|令和12年度までの５年間で100会"
    assert one("指標|単位|R8|R12|最終目標", row)["targets"] == {
        "R8": "20",
        "R8-R12": {"value": "100", "printed": "令和12年度までの５年間で100会"},
        "R12": "20",
    }
    assert told("指標|単位|値の種類|R8|R12", "導入数|会|期間合計|20|20") == [
        "t.csv!E2 years-without-total"
    ]


def test_a_baseline_in_another_unit_is_kept_as_printed() -> None:
    content = table([["指標", "現状値", "R8目標"], ["企業数", "12件／年", "80社"]])
    (made,), problems = drafted(table_in("t.csv", content))
    assert (made.content["baseline"], problems) == ({"printed": "12件／年"}, [])
    assert [(str(each.spot), each.code) for each in made.doubts] == [("t.csv!B2", "baseline-unit")]


def workbook(*, hide: bool = False) -> Workbook:
    book = Workbook()
    sheet = book.worksheets[0]
    for row in (
        ["施策", "指標", "単位", "R8目標"],
        ["1-1 手続の電子化", "申請率", "%", 0.5],
        [None, "手続数", "件", "=SUM(A1)"],
        [None, "窓口数", "か所", 3],
    ):
        sheet.append(row)
    sheet["D2"].number_format = "0%"
    sheet.merge_cells("A2:A4")
    sheet.row_dimensions[4].hidden = hide
    return book


def saved(book: Workbook) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_merged_cells_above_the_indicators_stand_for_every_row() -> None:
    made, problems = drafted(table_in("t.xlsx", saved(workbook())))
    assert [each.row.levels[0].title for each in made] == ["手続の電子化", "手続の電子化"]
    assert made[0].content["targets"] == {"R8": "50"}
    assert [(str(each.spot), each.code) for each in problems] == [
        ("t.xlsx Sheet!D3", "formula"),
    ]


def test_merged_figures_and_dates_are_refused() -> None:
    book = workbook()
    sheet = book.worksheets[0]
    sheet["D3"] = "5"
    sheet["D4"] = FiscalYear(2026).last_day
    sheet.merge_cells("C2:C3")
    _made, problems = drafted(table_in("t.xlsx", saved(book)))
    assert [(str(each.spot), each.code) for each in problems] == [
        ("t.xlsx Sheet!C2", "merged"),
        ("t.xlsx Sheet!C3", "merged"),
        ("t.xlsx Sheet!D4", "date-for-figure"),
    ]


def test_hidden_rows_are_known() -> None:
    assert table_in("t.xlsx", saved(workbook(hide=True))).grid.hidden == {4}
    assert table_in("t.xlsx", saved(workbook())).grid.hidden == frozenset()


def test_one_table_is_taken_of_several_by_its_sheet() -> None:
    book = workbook()
    other = book.create_sheet("別表")
    other.append(["指標", "R8目標"])
    other.append(["率", "5%"])
    with pytest.raises(Unusable) as several:
        table_in("t.xlsx", saved(book))
    assert several.value.code == "several-tables"
    assert table_in("t.xlsx", saved(book), "別表").grid.sheet == "別表"
    with pytest.raises(Unusable) as unknown:
        table_in("t.xlsx", saved(book), "表")
    assert unknown.value.code == "no-sheet"
    with pytest.raises(Unusable) as none:
        table_in("t.csv", b"a,b\n1,2\n")
    assert none.value.code == "no-table"


def test_levels_become_goals_measures_and_projects_in_the_plan_s_words() -> None:
    content = table(
        [
            ["政策", "施策番号", "施策", "事業", "指標", "R8目標"],
            ["柱", "1-1", "電子化", "窓口", "率", "5%"],
            ["柱", "1-1", "電子化", "通信", "率", "6%"],
        ]
    )
    made, _problems = drafted(table_in("t.csv", content))
    branches, problems = branches_of(made, "計画")
    assert (problems, terms_of(branches)) == ([], {"goal": "政策"})
    measure = {"id": "1-1", "no": "1-1", "title": "電子化"}
    assert goals_content(branches) == [{"id": "g1", "title": "柱", "measures": [measure]}]
    projects = projects_content(branches, "p", "plan")
    assert {name: each["title"] for name, each in projects.items()} == {"p1": "窓口", "p2": "通信"}
    assert projects["p1"]["measure"] == "1-1"


def test_what_a_table_lacks_above_stands_under_the_plan_s_title() -> None:
    made, _problems = drafted(table_in("t.csv", table([["指標", "R8目標"], ["率", "5%"]])))
    branches, _none = branches_of(made, "計画")
    (goal,) = goals_content(branches)
    assert isinstance(goal, dict)
    assert (goal["id"], goal["title"]) == ("all", "計画")
    assert (goal["measures"][0]["id"], goal["measures"][0]["title"]) == ("all", "計画")


@pytest.mark.usefixtures("spoken")
def test_the_template_is_read_back_when_it_is_filled_in() -> None:
    content = template([year("R8"), year("R9")], year("R8").first_day)
    book = load_workbook(io.BytesIO(content))
    sheet = book.worksheets[0]
    roles = [heading_of(str(cell.value)) for cell in sheet[6]]
    assert all(roles)
    places: dict[tuple[str, FiscalYear | None], int] = {
        (each.role, each.year): at for at, each in enumerate(filter(None, roles), start=1)
    }
    lists = {
        each.formula1: str(each.sqref)
        for each in sheet.data_validations.dataValidation
        if each.type == "list"
    }
    assert len(lists) == 2
    words = next(iter(lists)).strip('"').split(",")
    for role, text in (
        *(("goal", "1 便利な市役所"), ("measure", "1-1 電子化"), ("name", "=申請率")),
        *(("unit", "%"), ("direction", words[1])),
    ):
        cell = sheet.cell(7, places[role, None])
        cell.value, cell.data_type = text, "s"
    sheet.cell(7, places["target", year("R9")], Decimal(60))
    (made,), problems = drafted(table_in("t.xlsx", saved(book)))
    assert problems == []
    assert (made.content["name"], made.content["direction"]) == ("=申請率", "decrease")
    assert made.content["targets"] == {"R9": "60"}


@pytest.mark.parametrize(
    ("name", "period", "target_year", "taken", "refused"),
    [
        ("gifu", "R5-R9", "", 41, {}),
        (
            "fukuoka",
            "R4-R8",
            "R8",
            98,
            {},
        ),
        ("saitama", "R8-R12", "", 22, {}),
    ],
)
def test_the_printed_tables_go_in(
    name: str, period: str, target_year: str, taken: int, refused: dict[int, set[str]]
) -> None:
    columns = table_in(f"{name}.csv", (TABLES / f"{name}.csv").read_bytes())
    made, problems = drafted(columns, Period.parse(period), target_year)
    assert len(made) == taken
    found: dict[int, set[str]] = {}
    for each in problems:
        found.setdefault(each.spot.row, set()).add(each.code or str(each.cause))
    assert found == refused
