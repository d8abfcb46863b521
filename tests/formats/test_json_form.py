"""The JSON form fits its committed schema, which is closed: what it does not name is not there."""

from __future__ import annotations

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from results import ODD, result_of
from running import TODAY, sagaict
from spoiled_city import City

from sagaict import language
from sagaict.reporting.check_formats.json_forms import check_schema, json_report

pytest_plugins = ["plug_fixtures"]


@pytest.fixture(scope="module")
def page(spoiled: City) -> Any:
    return json.loads(json_report(result_of(spoiled)))


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(json.loads(check_schema()))


def test_bad_and_good_data_fit_the_schema(page: Any, city: City) -> None:
    validator = Draft202012Validator(json.loads(check_schema()))
    validator.validate(page)
    validator.validate(json.loads(json_report(result_of(city))))


@pytest.mark.parametrize("key", ["message", "place", "accepted", "counts", "files"])
def test_the_schema_refuses_another_shape(page: Any, key: str) -> None:
    other = json.loads(json.dumps(page))
    spoil = {
        "message": lambda: other["problems"][0].pop("message"),
        "place": lambda: other["problems"][0].update(line=0),
        "accepted": lambda: other["accepted"][0].pop("reason"),
        "counts": lambda: other["counts"].update(fatal=1),
        "files": lambda: other.update(files="6"),
    }
    spoil[key]()
    assert not Draft202012Validator(json.loads(check_schema())).is_valid(other)


def test_every_problem_has_its_place_and_words(page: Any) -> None:
    found = [
        (item["rule"], item["path"], item["line"], item["column"], item["end_column"])
        for item in page["problems"]
    ]
    assert found == [
        ("bad-id", ODD, 3, 10, 36),
        ("yaml-duplicate-key", ODD, 5, 1, 6),
        ("unknown-key", "data/projects/aoba/kiosk.yaml", 6, 1, 5),
        ("number-full-width", "data/projects/aoba/kiosk.yaml", 21, 11, 16),
        ("overdue", "data/projects/aoba/late.yaml", 19, 7, 9),
        ("unmet-without-remark", "data/projects/aoba/missed.yaml", 22, 7, 9),
    ]
    duplicate, number = page["problems"][1], page["problems"][3]
    assert duplicate["related"] == [{"path": ODD, "line": 4, "column": 1, "end_column": 6}]
    assert number["suggestion"] == "1,000"
    assert page["problems"][4]["severity"] == "warning"


def test_counts_agree_with_the_problems_and_leave_out_what_is_accepted(page: Any) -> None:
    assert page["counts"] == {"error": 4, "warning": 2, "info": 0}
    assert page["files"] == 6
    assert [(item["rule"], item["reason"]) for item in page["accepted"]] == [
        ("unmet-without-remark", "調べている")
    ]


def test_the_words_are_those_of_the_language(spoiled: City) -> None:
    language.activate("ja")
    try:
        japanese = json.loads(json_report(result_of(spoiled)))
    finally:
        language.activate("en")
    assert "全角" in japanese["problems"][3]["message"]


def test_the_program_prints_the_schema(city: City) -> None:
    assert sagaict("schema", "check", cwd=city.root).out == check_schema()


def test_the_program_prints_the_form_and_fails(spoiled: City, page: Any) -> None:
    ran = sagaict("check", "--format", "json", "--today", TODAY, cwd=spoiled.root)
    assert ran.code == 1
    assert json.loads(ran.out) == page
