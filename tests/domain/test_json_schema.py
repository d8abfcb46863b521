from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Literal

import pytest
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML

from sagaict.domain.schema import schema_of, schema_text

DATA = Path(__file__).parents[2] / "data"
KINDS: tuple[Literal["plan", "project"], ...] = ("plan", "project")
PLANS = sorted((DATA / "plans").glob("*.yaml"))
PROJECTS = sorted((DATA / "projects").glob("*/*.yaml"))
VALIDATORS = {kind: Draft202012Validator(schema_of(kind)) for kind in KINDS}


def read(path: Path) -> Any:
    """The file as an editor sees it: plain YAML 1.2, figures and flags typed by YAML."""
    return YAML(typ="safe", pure=True).load(path)


def complaints(kind: Literal["plan", "project"], data: object) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in VALIDATORS[kind].iter_errors(data)]


@pytest.mark.parametrize("kind", KINDS)
def test_the_schema_is_itself_valid(kind: Literal["plan", "project"]) -> None:
    Draft202012Validator.check_schema(schema_of(kind))


@pytest.mark.parametrize("kind", KINDS)
def test_the_committed_schema_is_current(kind: Literal["plan", "project"]) -> None:
    committed = (DATA / "schema" / f"{kind}.schema.json").read_text(encoding="utf-8")
    assert committed == schema_text(kind)
    assert json.loads(committed) == schema_of(kind)


def test_each_schema_has_a_name_of_its_own() -> None:
    names = [schema_of(kind)["$id"] for kind in KINDS]
    assert names == ["urn:sagaict:schema:plan", "urn:sagaict:schema:project"]


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_every_shipped_plan_fits_the_schema(path: Path) -> None:
    assert complaints("plan", read(path)) == []


@pytest.mark.parametrize("path", PROJECTS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_every_shipped_project_fits_the_schema(path: Path) -> None:
    assert complaints("project", read(path)) == []


def plan_with(indicator: dict[str, Any]) -> dict[str, Any]:
    full = {
        "id": "access",
        "name": "アクセス件数",
        "unit": "件",
        "direction": "increase",
        "aggregation": "annual",
        **indicator,
    }
    measure = {"id": "3-1", "title": "施策", "goal_indicators": [full]}
    return {
        "id": "sample",
        "title": "見本計画",
        "period": "R6-R9",
        "documents": {},
        "goals": [{"no": 1, "title": "目標", "measures": [measure]}],
    }


@pytest.mark.parametrize(
    "indicator",
    [
        {"targets": {"R9": 73.1}},
        {"targets": {"R9": "101,000"}},
        {"targets": {"R9": "undecided"}},
        {"targets": {"R9": {"relative": {"to": "previous", "percent": -10}}}},
        {"targets": {"R6-R9": {"value": 5000, "printed": "約5,000人"}}},
        {"targets": {"R9": {"value": 1, "relative": None, "undecided": False}}},
        {"targets": {"R9": {"undecided": True, "note": "進捗に合わせ設定"}}},
        {"actuals": {"R6": 59, "R7": {"state": "pending"}}},
    ],
)
def test_short_and_long_forms_fit_the_schema(indicator: dict[str, Any]) -> None:
    assert complaints("plan", plan_with(indicator)) == []


@pytest.mark.parametrize(
    "indicator",
    [
        {"direction": "up"},
        {"direction": None},
        {"aggregation": "total"},
        {"target": {"R9": 1}},
        {"id": "Access Count"},
        {"targets": {"R9": "8割"}},
        {"targets": {"R9": "1_000"}},
        {"targets": {"R9": True}},
        {"targets": {"R9": {}}},
        {"targets": {"R9": {"printed": "約5,000人"}}},
        {"targets": {"R9": {"value": None, "undecided": False}}},
        {"targets": {"R9": {"value": 1, "undecided": True}}},
        {"targets": {"R9": {"value": 1, "relative": {"to": "previous", "percent": -10}}}},
        {"actuals": {"R6": {"value": 1, "state": "速報"}}},
        {"actuals": {"R6": {"value": 1, "asof": "R7.3"}}},
        {"source": "第4章"},
    ],
)
def test_an_editor_marks_what_the_reader_refuses(indicator: dict[str, Any]) -> None:
    assert complaints("plan", plan_with(indicator)) != []


@pytest.mark.parametrize("period", ["R6", "R6〜", "R6.4-R9.3", "第2期"])
def test_an_editor_marks_a_period_that_is_none(period: str) -> None:
    assert complaints("plan", {**plan_with({}), "period": period}) != []
