"""`sagaict check` as a gate, `sagaict schema`, and the files it writes about."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from little_city import City
from program import SHIPPED, Program

from sagaict.checking.wording import rule_ids

ERROR = ("plans/midori.yaml", "direction: increase", "direction: upwards")


@pytest.fixture
def clean(city: City) -> City:
    """The small city with the files left out that rules find fault with."""
    for name in ("portal", "kiosk", "survey", "training", "share"):
        city.path(f"projects/aoba/{name}.yaml").unlink()
    city.change("plans/aoba.yaml", "R7: 20\n", "R7: 20\n              R9: 15\n")
    city.change(
        "plans/aoba.yaml", "R7: 0\n            act", "R7: 0\n              R9: 0\n            act"
    )
    return city


def test_nothing_wrong_is_code_0(program: Program, clean: City) -> None:
    result = program("check", cwd=clean.root)
    assert (result.code, result.err) == (0, "")
    assert "2 files" in result.out


def test_an_error_is_code_1_at_its_place(program: Program, clean: City) -> None:
    clean.change(*ERROR)
    result = program("check", cwd=clean.root)
    assert (result.code, result.err) == (1, "")
    number = (
        clean.path(ERROR[0])
        .read_text(encoding="utf-8")
        .splitlines()
        .index("            direction: upwards")
    )
    place, message = result.lines[0].split(": ", 1)
    assert place == f"data/plans/midori.yaml:{number + 1}:24"
    assert "upwards" in message
    excerpt, carets = result.lines[1:3]
    assert excerpt.endswith("|             direction: upwards")
    assert carets.rstrip().endswith("^" * len("upwards"))
    assert carets.index("^") == excerpt.index("upwards")


def test_all_errors_of_all_files_are_reported_at_once(program: Program, clean: City) -> None:
    clean.change(*ERROR)
    clean.change("plans/midori.yaml", "unit: 人", "unti: 人")
    clean.change("plans/aoba.yaml", "period: R6-R9", "period: R9-R6")
    result = program("check", cwd=clean.root)
    assert result.code == 1
    heads = [line for line in result.lines if line.startswith("data/plans/")]
    assert len([line for line in heads if "midori" in line]) >= 2
    assert len([line for line in heads if "aoba" in line]) >= 1
    assert "unit" in result.out  # what `unti` was meant to be


def test_only_the_files_named_count(program: Program, clean: City) -> None:
    clean.change(*ERROR)
    assert program("check", "data/plans/midori.yaml", cwd=clean.root).code == 1
    result = program("check", "data/plans/aoba.yaml", cwd=clean.root)
    assert result.code == 0
    assert "midori" not in result.out
    assert program("check", "data/plans", cwd=clean.root).code == 1
    # From elsewhere, the file leads to its data.
    elsewhere = clean.root.parent
    assert program("check", str(clean.path("plans/midori.yaml")), cwd=elsewhere).code == 1


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_a_path_that_is_no_data_is_code_2(program: Program, clean: City, lang: str) -> None:
    (clean.root / "README.md").write_text("x", encoding="utf-8")
    for name in ("README.md", "data/plans/none.yaml"):
        assert name in program.refused("check", name, cwd=clean.root, lang=lang)


def test_a_data_folder_without_files_is_code_2(program: Program, tmp_path: Path) -> None:
    (tmp_path / "data" / "plans").mkdir(parents=True)
    assert "data" in program.refused("check", cwd=tmp_path)


def test_the_data_shipped_are_well_formed(program: Program) -> None:
    result = program("check", str(SHIPPED), "--today", "2026-11-21")
    assert (result.code, result.err) == (0, ""), result.out


def test_every_schema_is_the_committed_one(program: Program) -> None:
    committed = {path.name: path for path in (SHIPPED / "schema").glob("*.json")}
    assert {"plan.schema.json", "project.schema.json"} <= set(committed)
    for name, path in committed.items():
        result = program("schema", name.removesuffix(".schema.json"))
        assert (result.code, result.err) == (0, "")
        assert result.out == path.read_text(encoding="utf-8")
        assert json.loads(result.out)["$schema"].endswith("2020-12/schema")


def test_a_schema_goes_to_a_file_whole_or_not_at_all(program: Program) -> None:
    path = program.home / "p.json"
    assert program("schema", "計画", "-o", path.name).out == ""
    assert path.read_bytes() == (SHIPPED / "schema" / "plan.schema.json").read_bytes()
    assert "cannot be written" in program.refused("schema", "-o", "nowhere/p.json")


def test_a_rule_can_be_had_as_data(program: Program) -> None:
    (rule,) = json.loads(program("rule", "overdue", "--format", "json").out)["rules"]
    assert (rule["id"], rule["severity"]) == ("overdue", "warning")
    assert rule["thresholds"] == {"months": 6}
    found = json.loads(program("rule", "--format", "json").out)["rules"]
    assert [each["id"] for each in found] == list(rule_ids())


def test_the_schema_of_a_plan_is_the_default(program: Program) -> None:
    assert program("schema").out == program("schema", "plan").out
    assert "plan, project" in program.refused("schema", "measure")
