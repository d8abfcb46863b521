"""`sagaict export`: the long table, as other programs rely on it."""

from __future__ import annotations

import csv
import io
import json
from decimal import Decimal
from typing import Any

import pytest
from little_city import City
from program import TODAY, Program

# The contract's columns, written out here so that a change of them is noticed.
COLUMNS = [
    "plan_id",
    "plan_title",
    "goal_no",
    "measure_no",
    "measure_title",
    "project_id",
    "project_title",
    "category",
    "priority",
    "indicator_id",
    "indicator_name",
    "kind",
    "unit",
    "direction",
    "aggregation",
    "period_start",
    "fiscal_year",
    "fiscal_year_label",
    "baseline_value",
    "baseline_year_label",
    "target_value",
    "target_printed",
    "actual_value",
    "actual_as_of",
    "actual_state",
    "achievement_rate",
    "progress_rate",
    "status",
    "source",
    "actual_year_label",
    "rate_against",
    "rate_restricted",
    "actual_span",
    "goal_title",
    "comparison_name",
    "comparison_value",
    "year_kind",
    "actual_published",
    "hold",
    "declared_rate",
    "declared_formula",
    "declared_printed",
    "declared_grade",
    "published_rate",
    "published_grade",
    "part",
    "part_name",
    "target_form",
    "target_strict",
    "target_low",
    "target_high",
    "share",
    "also_under",
    "policy",
    "sdgs",
    "definition",
    "target_basis",
    "owner",
    "data_source",
    "remark",
    "project_progress",
    "actual_numerator",
    "actual_denominator",
    "respondents",
    "body_code",
    "body_name",
]


def exported(program: Program, city: City, *options: str) -> dict[str, Any]:
    result = program.fine("export", *options, cwd=city.root)
    page: dict[str, Any] = json.loads(result.out, parse_float=Decimal)
    return page


def rows_of(page: dict[str, Any], indicator: str) -> list[dict[str, Any]]:
    return [row for row in page["rows"] if row["indicator_id"] == indicator]


def csv_rows(program: Program, city: City, *options: str) -> list[dict[str, str]]:
    done = program.raw("export", "--format", "csv", "--today", TODAY, *options, cwd=city.root)
    assert done.returncode == 0
    return list(csv.DictReader(io.StringIO(done.stdout.decode("utf-8-sig"), newline="")))


def test_the_page_and_its_columns(program: Program, city: City) -> None:
    page = exported(program, city)
    assert list(page) == ["schema_version", "as_of", "rows", "incomplete"]
    assert (page["schema_version"], page["as_of"]) == (1, "R8")
    assert all(list(row) == COLUMNS for row in page["rows"])


def test_one_row_for_every_year_with_a_target_or_an_actual(program: Program, city: City) -> None:
    page = exported(program, city)
    years = [
        (row["fiscal_year"], row["fiscal_year_label"]) for row in rows_of(page, "aoba/1-1/online")
    ]
    assert years == [(2024, "R6"), (2025, "R7"), (2027, "R9")]
    assert [row["fiscal_year"] for row in rows_of(page, "aoba/kiosk/places")] == [2024, 2025]


def test_a_row_in_full(program: Program, city: City) -> None:
    page = exported(program, city)
    assert rows_of(page, "aoba/portal/visits")[1] == {
        "plan_id": "aoba",
        "plan_title": "あおば市DX計画",
        "goal_no": "1",
        "measure_no": "1-1",
        "measure_title": "手続の電子化",
        "project_id": "portal",
        "project_title": "市民ポータル",
        "category": "A",
        "priority": True,
        "indicator_id": "aoba/portal/visits",
        "indicator_name": "年間利用件数",
        "kind": "outcome",
        "unit": "件",
        "direction": "increase",
        "aggregation": "annual",
        "period_start": None,
        "fiscal_year": 2025,
        "fiscal_year_label": "R7",
        "baseline_value": 1000,
        "baseline_year_label": "R5",
        "target_value": 1375,
        "target_printed": None,
        "actual_value": 1027,
        "actual_as_of": None,
        "actual_state": "final",
        "achievement_rate": Decimal("74.7"),
        "progress_rate": Decimal("7.2"),
        "status": "unmet",
        "source": "main p.4",
        "actual_year_label": "R7",
        "rate_against": None,
        "rate_restricted": None,
        "actual_span": None,
        "goal_title": "便利なまち",
        "comparison_name": None,
        "comparison_value": None,
        "year_kind": "fiscal",
        "actual_published": None,
        "hold": False,
        "declared_rate": None,
        "declared_formula": None,
        "declared_printed": None,
        "declared_grade": None,
        "published_rate": None,
        "published_grade": None,
        "part": None,
        "part_name": None,
        "target_form": "relative",
        "target_strict": False,
        "target_low": None,
        "target_high": None,
        "share": False,
        "also_under": None,
        "policy": None,
        "sdgs": None,
        "definition": None,
        "target_basis": None,
        "owner": "情報政策課",
        "data_source": None,
        "remark": None,
        "project_progress": "on_schedule",
        "actual_numerator": None,
        "actual_denominator": None,
        "respondents": None,
        "body_code": None,
        "body_name": None,
    }


def test_missing_is_null_and_never_0(program: Program, city: City) -> None:
    page = exported(program, city)
    for row in rows_of(page, "aoba/kiosk/places"):
        assert row["status"] == "not_reported"
        for name in ("actual_value", "actual_state", "achievement_rate", "baseline_value"):
            assert row[name] is None
    (zero,) = rows_of(page, "aoba/2-1/leaks")
    assert (zero["target_value"], zero["actual_value"]) == (0, 0)
    assert (zero["achievement_rate"], zero["status"]) == (None, "met")


def test_a_period_total_is_one_row_in_its_last_year(program: Program, city: City) -> None:
    (row,) = rows_of(exported(program, city), "aoba/2-1/hours")
    assert (row["period_start"], row["fiscal_year"], row["fiscal_year_label"]) == (2024, 2027, "R9")
    assert row["target_value"] == 17600
    assert row["target_printed"] == "17,600時間"
    assert row["actual_value"] == Decimal("4500.5")
    assert (row["actual_state"], row["actual_as_of"]) == ("provisional", "R8.9")


def test_as_of_hides_what_was_reported_later(program: Program, city: City) -> None:
    page = exported(program, city, "--as-of", "R6")
    assert page["as_of"] == "R6"
    rows = {row["fiscal_year_label"]: row for row in rows_of(page, "aoba/1-1/online")}
    assert rows["R6"]["actual_value"] == 50
    # As in `status`: the target ahead is judged by the newest figure known then.
    assert (rows["R7"]["actual_value"], rows["R7"]["actual_year_label"]) == (50, "R6")
    assert rows["R7"]["status"] == "behind"
    assert (rows["R6"]["achievement_rate"], rows["R6"]["rate_against"]) == (62.5, "R7")


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ("--plan midori", {"midori/1-1/readers"}),
        ("--kind goal --plan aoba --measure 1-2", {"aoba/1-2/waiting"}),
        ("--priority --kind outcome", {"aoba/portal/visits", "aoba/survey/satisfied"}),
        ("--measure 2-1 --kind outcome", {"aoba/share/met"}),
    ],
)
def test_filters(program: Program, city: City, options: str, expected: set[str]) -> None:
    page = exported(program, city, *options.split())
    assert {row["indicator_id"] for row in page["rows"]} == expected


def test_nothing_left_is_an_empty_table(program: Program, city: City) -> None:
    page = exported(program, city, "--plan", "midori", "--kind", "outcome")
    assert page["rows"] == []
    assert csv_rows(program, city, "--plan", "midori", "--kind", "outcome") == []


def test_json_and_csv_hold_the_same(program: Program, city: City) -> None:
    def as_text(value: object) -> str:
        if value is None:
            return ""
        return str(value).lower() if isinstance(value, bool) else str(value)

    page = exported(program, city)
    found = csv_rows(program, city)
    assert found == [{key: as_text(value) for key, value in row.items()} for row in page["rows"]]
    assert list(found[0]) == COLUMNS


def test_the_language_changes_nothing(program: Program, city: City) -> None:
    for form in ("json", "csv"):
        outputs = {
            program.raw(
                "export", "--format", form, "--today", TODAY, lang=lang, cwd=city.root
            ).stdout
            for lang in ("ja", "en")
        }
        assert len(outputs) == 1


def test_all_plans_shipped_are_exported(program: Program) -> None:
    page = json.loads(program.fine("export").out)
    plans = {row["plan_id"] for row in page["rows"]}
    # Of the plan before these only the evaluation is known, so that it has no rows.
    assert plans == {
        "joho-management",
        "ict-katsuyo",
        "ict-strategy-1",
        "ict-strategy-2",
        "dx-plan",
    }
    keys = [(row["indicator_id"], row["fiscal_year"]) for row in page["rows"]]
    assert len(keys) == len(set(keys))
    assert all(row["source"] for row in page["rows"])
