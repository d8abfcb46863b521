"""SARIF against the schema of its standard, as Microsoft's SARIF SDK carries it."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import unquote

import pytest
from jsonschema import Draft4Validator
from node_packages import node_package
from results import ODD, result_of
from spoiled_city import City

from sagaict.reporting.check_formats.sarif import sarif

pytest_plugins = ["plug_fixtures"]


@pytest.fixture(scope="module")
def validator() -> Draft4Validator:
    folder = node_package("@microsoft/jest-sarif")
    path = folder / "lib" / "schemas" / "sarif-2.1.0-rtm.5.json"
    schema = json.loads(path.read_text(encoding="utf-8"))
    Draft4Validator.check_schema(schema)
    return Draft4Validator(schema, format_checker=Draft4Validator.FORMAT_CHECKER)


@pytest.fixture(scope="module")
def page(spoiled: City) -> Any:
    return json.loads(sarif(result_of(spoiled)))


def test_bad_and_good_data_fit_the_standard(
    validator: Draft4Validator, page: Any, city: City
) -> None:
    validator.validate(page)
    validator.validate(json.loads(sarif(result_of(city))))


def test_the_schema_refuses_what_is_no_sarif(validator: Draft4Validator, page: Any) -> None:
    for key, value in (("level", "fatal"), ("message", "text"), ("place", 1)):
        other = json.loads(json.dumps(page))
        other["runs"][0]["results"][0][key] = value
        assert not validator.is_valid(other)


def test_results_point_to_their_rule_and_place(page: Any) -> None:
    run = page["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    location = run["results"][0]["locations"][0]["physicalLocation"]
    assert unquote(location["artifactLocation"]["uri"]) == ODD
    assert ":" not in location["artifactLocation"]["uri"]
    assert location["region"] == {"startLine": 3, "startColumn": 10, "endColumn": 36}
    assert run["columnKind"] == "unicodeCodePoints"


def test_weights_become_levels(page: Any) -> None:
    levels = {result["ruleId"]: result["level"] for result in page["runs"][0]["results"]}
    assert levels["overdue"] == "warning"
    assert levels["unknown-key"] == "error"


def test_accepted_findings_are_suppressed_with_their_reason(page: Any) -> None:
    results = page["runs"][0]["results"]
    suppressed = [result for result in results if "suppressions" in result]
    assert len(results) == 7
    assert [result["suppressions"][0]["justification"] for result in suppressed] == ["調べている"]


def test_related_places_are_named(page: Any) -> None:
    duplicate = page["runs"][0]["results"][1]
    region = duplicate["relatedLocations"][0]["physicalLocation"]["region"]
    assert region["startLine"] == 4
