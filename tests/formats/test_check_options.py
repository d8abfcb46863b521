"""The options of `sagaict check` that decide what is printed where, and what fails."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from junitparser import JUnitXml
from running import TODAY, Ran, sagaict, sagaict_process
from spoiled_city import City

pytest_plugins = ["plug_fixtures"]

KIOSK = "projects/aoba/kiosk.yaml"


def check(city: City, *arguments: str, **env: str) -> Ran:
    return sagaict("check", "--today", TODAY, *arguments, cwd=city.root, env=env)


def test_several_forms_at_once_come_from_one_check(spoiled: City, tmp_path: Path) -> None:
    names = ("json", "sarif", "junit", "gitlab", "markdown", "concise", "github", "text")
    outputs = [f"--output={name}={tmp_path / name}" for name in names]
    ran = check(spoiled, "--format", "concise", *outputs)
    assert (ran.code, ran.err) == (1, "")
    written = {name: (tmp_path / name).read_text(encoding="utf-8") for name in names}
    assert written["concise"] == ran.out
    assert len(json.loads(written["json"])["problems"]) == 6
    assert len(json.loads(written["sarif"])["runs"][0]["results"]) == 7
    assert len(json.loads(written["gitlab"])) == 6
    assert sum(suite.tests for suite in JUnitXml.fromstring(written["junit"].encode())) == 6
    assert written["github"].count("\n::") == 5
    assert written["markdown"].startswith("## ")
    assert written["text"].count(" | ") == 12


def test_a_file_that_cannot_be_written_is_named(city: City) -> None:
    ran = check(city, "--output", "json=nowhere/check.json")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("sagaict: nowhere/check.json cannot be written")


@pytest.mark.parametrize("text", ["json", "json=", "=a.json", "jsn=a.json"])
def test_an_output_that_cannot_be_meant_is_refused(city: City, text: str) -> None:
    ran = check(city, "--output", text)
    assert (ran.code, ran.out) == (2, "")
    assert not (city.root / "a.json").exists()


def test_the_form_is_chosen_by_where_the_check_runs(spoiled: City) -> None:
    assert check(spoiled, GITHUB_ACTIONS="true").out.startswith("::error file=")
    assert json.loads(check(spoiled, GITLAB_CI="true").out)
    asked = check(spoiled, "--format", "concise", GITHUB_ACTIONS="true")
    assert not asked.out.startswith("::")


def test_a_warning_fails_only_a_strict_check(city: City) -> None:
    city.change(KIOSK, "      R7:\n        value: 61", "      R6:\n        value: 61")
    city.change(KIOSK, "as_of: R8.3", "as_of: R7.3")
    loose, strict = check(city, "--format", "concise"), check(city, "--strict")
    assert "warning [overdue]" in loose.out
    assert (loose.code, strict.code) == (0, 1)


def test_observations_are_shown_on_request_and_never_fail(city: City) -> None:
    city.write("sagaict.yaml", "rules:\n  unmet-without-remark:\n    severity: info\n")
    city.change(KIOSK, "value: 61", "value: 41")
    assert "no problem" in check(city, "--strict").out
    shown = check(city, "--info", "--strict", "--format", "concise")
    assert "info [unmet-without-remark]" in shown.out
    assert shown.code == 0


def test_paths_narrow_down_what_is_said_not_what_is_known(spoiled: City) -> None:
    ran = check(spoiled, "data/projects/aoba/kiosk.yaml", "--format", "concise")
    assert {line.split(":")[0] for line in ran.lines} == {"data/projects/aoba/kiosk.yaml"}
    assert check(spoiled, "data/plans").code == 0
    assert check(spoiled, "data/nothing.yaml").code == 2


def test_the_settings_can_be_asked_about_too(city: City) -> None:
    city.write("sagaict.yaml", "rules:\n  overdu: {severity: off}\n")
    ran = check(city, "data/sagaict.yaml", "--format", "concise")
    assert ran.code == 1
    assert ran.out.startswith("data/sagaict.yaml:2:3: error [unknown-rule]")


def test_two_runs_say_the_same_whatever_the_hashes(spoiled: City) -> None:
    command = ("check", "--info", "--format", "json", "--today", TODAY)
    one, other = (
        sagaict_process(*command, cwd=spoiled.root, env={"PYTHONHASHSEED": seed}).out
        for seed in ("1", "2")
    )
    assert one == other
    problems = json.loads(one)["problems"]
    places = [(item["path"], item["line"], item["column"]) for item in problems]
    assert places == sorted(places)
