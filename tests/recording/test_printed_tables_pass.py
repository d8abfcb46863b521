"""The KPI tables of three bodies go in as printed, and nothing that `check` then says is wrong.

Each warning was read beside its row: what is listed here is so in the document, and whoever keeps
the plan would want to know it.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from growing_city import Grown
from running import TODAY, sagaict

from sagaict.checking.run import check

TABLES = Path(__file__).parents[1] / "workbook" / "tables"
PERIODS = {"gifu": "R5-R9", "fukuoka": "R4-R8", "saitama": "R8-R12"}
SLOWER, WORSE, LOW = "total-slower-than-baseline", "target-worse-than-baseline", "target-too-low"
TOLD = {
    "gifu": [
        (LOW, "学生向けデジタルスキル研修受講者数"),  # 50 aimed at in R5, 114 came
        (LOW, "「ぎふ木遊館」入館者数"),  # 30,000, and 52,716
        (LOW, "男性の育児休業取得率"),  # 23.6, and 36.6
        (LOW, "医療通訳ボランティアの確保人数"),  # 23, and 39
        (LOW, "介護に関する入門的研修修了者数"),  # 30, and 46
    ],
    "fukuoka": [(SLOWER, "介護職員の増加数")],  # 3,586 a year before, 9,500 in five from now on
    "saitama": [(WORSE, "日本語教室受講者数")],  # 2,969 before, 2,600 to 2,800 aimed at
}


def found(tmp_path: Path, table: str, *options: str) -> list[tuple[str, str]]:
    """What a check of the plan made from a table says, but for infos, with the indicator."""
    city = Grown.in_folder(tmp_path)
    done = sagaict(
        *("new", "plan", table, "--from", str(TABLES / f"{table}.csv"), "--title", "計画"),
        *("--period", PERIODS[table], "--document", "plan=計画", "--partly", "--yes"),
        *("--target-year", PERIODS[table].split("-")[1], "--today", TODAY, *options),
        cwd=city.root,
    )
    assert done.code == 0, done.err
    result = check(city.workspace(), date.fromisoformat(TODAY))
    about = [each for each in result.problems if each.path.endswith(f"{table}.yaml")]
    assert all(each.severity != "error" for each in about)
    lines = (city.data / "plans" / f"{table}.yaml").read_text(encoding="utf-8").splitlines()
    return [
        (each.rule, _name_above(lines, each.place.line))
        for each in about
        if each.severity == "warning"
    ]


def _name_above(lines: list[str], number: int) -> str:
    names = [line for line in lines[:number] if line.startswith("            name: ")]
    return names[-1].removeprefix("            name: ")


@pytest.mark.parametrize("table", PERIODS)
def test_of_a_printed_table_no_error_is_made_and_no_false_warning(
    table: str, tmp_path: Path
) -> None:
    assert found(tmp_path, table) == TOLD[table]


@pytest.mark.parametrize("table", PERIODS)
def test_of_what_was_only_transcribed_nothing_is_asked_but_whether_it_is_so(
    table: str, tmp_path: Path
) -> None:
    options = ("--stage", "approved", "--transcribed")
    assert found(tmp_path, table, *options) == [each for each in TOLD[table] if each[0] == WORSE]
