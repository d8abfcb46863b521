"""A broken file on either side is named, and the rest compared."""

from __future__ import annotations

from pathlib import Path

import pytest
from harbour import FILES, PLAN, Town

PLAN_FILE = "plans/harbour.yaml"
LOWER = ("value: 101,000\n", "value: 90,000\n")


def test_broken_file_in_the_base(tmp_path: Path) -> None:
    town = Town.found(tmp_path)
    town.write("projects/harbour/rpa.yaml", "id: rpa\nplan: [\n")
    town.commit("Broken")
    town.write("projects/harbour/rpa.yaml", FILES["projects/harbour/rpa.yaml"])
    town.edit(PLAN_FILE, LOWER)
    ran = town.run("diff", "--format", "json")
    assert ran.code == 0
    assert "HEAD:data/projects/harbour/rpa.yaml:" in ran.err
    assert "is not compared" in ran.err
    assert [each["kind"] for each in ran.json["changes"]] == ["lowered_target"]
    assert ran.json["not_compared"] == ["harbour/rpa"]
    assert "Not compared, since a file is broken on one side: harbour/rpa" in town.run("diff").out


def test_broken_file_now(tmp_path: Path) -> None:
    town = Town.found(tmp_path)
    town.write("projects/harbour/rpa.yaml", b"\xff\xfe")
    ran = town.run("diff", "--format", "json")
    assert ran.json["changes"] == []
    assert ran.json["not_compared"] == ["harbour/rpa"]
    assert ran.json["incomplete"] == ["data/projects/harbour/rpa.yaml"]
    assert "Nothing changed in what can be compared." in town.run("diff").out


@pytest.mark.parametrize("side", ["before", "now"])
def test_no_gate_passes_what_cannot_be_compared(tmp_path: Path, side: str) -> None:
    town = Town.found(tmp_path)
    town.write("projects/harbour/rpa.yaml", b"\xff\xfe")
    if side == "before":
        town.commit("Broken")
        town.write("projects/harbour/rpa.yaml", FILES["projects/harbour/rpa.yaml"])
    assert town.run("diff").code == 0
    assert town.run("diff", "--fail-on", "lowered-target").code == 1


def test_broken_plan_takes_its_projects_along(tmp_path: Path) -> None:
    town = Town.found(tmp_path)
    town.write(PLAN_FILE, PLAN.replace("direction: decrease", "direction: dwon"))
    ran = town.run("diff", "--format", "json")
    assert ran.json["changes"] == []
    assert ran.json["not_compared"] == [
        "harbour",
        "harbour/cloud",
        "harbour/portal",
        "harbour/rpa",
    ]


def test_what_a_broken_file_accepts_is_not_told_as_withdrawn(tmp_path: Path) -> None:
    town = Town.found(tmp_path)
    town.write(PLAN_FILE, f"# sagaict: accept overdue: 公表前のため\n{PLAN}")
    town.commit("Accepted")
    town.write(PLAN_FILE, "id: harbour\nperiod: [\n")
    assert town.run("diff", "--format", "json").json["changes"] == []
    town.write(PLAN_FILE, PLAN)
    assert [each["kind"] for each in town.run("diff", "--format", "json").json["changes"]] == [
        "removed_acceptance"
    ]
