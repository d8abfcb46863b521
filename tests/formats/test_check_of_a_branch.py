"""What is checked: standard input in the place of a file, or what a branch touches."""

from __future__ import annotations

from pathlib import Path

import pytest
from running import TODAY, Ran, git, repository, sagaict
from spoiled_city import PLAN, PROJECT, City

pytest_plugins = ["plug_fixtures"]

KIOSK = "data/projects/aoba/kiosk.yaml"


def check(city: City, *arguments: str, stdin: str = "") -> Ran:
    command = ("check", "--today", TODAY, "--format", "concise", *arguments)
    return sagaict(*command, cwd=city.root, stdin=stdin.encode())


def places(ran: Ran) -> list[str]:
    return [line.split(" [")[0] for line in ran.lines]


def test_standard_input_is_judged_as_the_file(city: City) -> None:
    before = city.read("projects/aoba/kiosk.yaml")
    text = "# 一行\n" + PROJECT.replace("R9: 80", "R9: ８０").replace(
        "measure: 1-1", "measure: 1-2"
    )
    ran = check(city, "--stdin-filename", KIOSK, stdin=text)
    assert places(ran) == [f"{KIOSK}:21:11: error"]
    text = text.replace("８０", "80")
    assert places(check(city, "--stdin-filename", KIOSK, stdin=text)) == [f"{KIOSK}:4:10: error"]
    assert city.read("projects/aoba/kiosk.yaml") == before


def test_the_line_shown_is_that_of_standard_input(city: City) -> None:
    text = "# 一行\n" + PROJECT.replace("value: 61", "value: 41")
    command = ("check", "--today", TODAY, "--format", "text", "--stdin-filename", KIOSK)
    ran = sagaict(*command, cwd=city.root, stdin=text.encode())
    assert f"{KIOSK}:23:7: " in ran.out
    assert "   23 |       R7:\n      |       ^^\n" in ran.out


def test_a_file_not_saved_yet_is_judged_too(city: City) -> None:
    text = PROJECT.replace("id: kiosk", "id: booth")
    new = "data/projects/aoba/booth.yaml"
    assert check(city, "--stdin-filename", new, stdin=text).code == 0
    ran = check(city, "--stdin-filename", new, stdin=PROJECT)
    assert {line.split(": ")[1].split(" ")[1] for line in ran.lines} >= {"[file-name]"}


@pytest.mark.parametrize("name", ["elsewhere.yaml", "data/projects/kiosk.yaml", "data/notes.txt"])
def test_a_name_outside_the_data_is_refused(city: City, name: str) -> None:
    ran = check(city, "--stdin-filename", name, stdin=PROJECT)
    assert (ran.code, ran.out) == (2, "")


@pytest.mark.parametrize("others", [["--fix"], ["--changed"], ["--watch"], [KIOSK]])
def test_standard_input_goes_with_nothing_that_reads_files(city: City, others: list[str]) -> None:
    ran = check(city, "--stdin-filename", KIOSK, *others, stdin=PROJECT)
    assert (ran.code, ran.out) == (2, "")
    assert others[0].removeprefix("data/")[:6] in ran.err or "PATH" in ran.err


@pytest.fixture
def branch(city: City) -> City:
    """A branch off `main` that touched one file of two with a problem, and a new one."""
    old = PROJECT.replace("id: kiosk", "id: old").replace("R9: 80", "R9: ８０")
    city.write("projects/aoba/old.yaml", old)
    repository(city.root)
    git(city.root, "switch", "--quiet", "--create", "work")
    city.change("projects/aoba/kiosk.yaml", "R9: 80", "R9: ９０")
    git(city.root, "commit", "--quiet", "--all", "--message", "見直し")
    city.write("projects/aoba/new.yaml", old.replace("id: old", "id: new"))
    return city


def test_only_what_the_branch_touches_is_told(branch: City) -> None:
    ran = check(branch, "--changed")
    assert places(ran) == [f"{KIOSK}:20:11: error", "data/projects/aoba/new.yaml:20:11: error"]
    assert len(places(check(branch))) == 3


def test_a_base_can_be_named(branch: City) -> None:
    assert len(places(check(branch, "--changed", "HEAD"))) == 1
    assert len(places(check(branch, "--changed=main"))) == 2


def test_what_the_main_line_did_meanwhile_is_not_told(branch: City) -> None:
    git(branch.root, "add", "--all")
    git(branch.root, "commit", "--quiet", "--message", "追加")
    git(branch.root, "switch", "--quiet", "main")
    branch.change("projects/aoba/old.yaml", "８０", "７０")
    git(branch.root, "commit", "--quiet", "--all", "--message", "別の見直し")
    git(branch.root, "switch", "--quiet", "work")
    assert len(places(check(branch, "--changed", "main"))) == 2


def test_settings_that_changed_are_told(branch: City) -> None:
    branch.write("sagaict.yaml", "rules:\n  overdu: {severity: off}\n")
    assert "data/sagaict.yaml:2:3: error" in places(check(branch, "--changed"))


def test_a_fix_of_a_branch_leaves_other_files_alone(branch: City) -> None:
    old = branch.read("projects/aoba/old.yaml")
    assert check(branch, "--changed", "--fix").code == 0
    assert branch.read("projects/aoba/old.yaml") == old
    assert "R9: 90" in branch.read("projects/aoba/kiosk.yaml")


@pytest.mark.parametrize("base", ["nowhere", "--upload-pack=x", "main:data"])
def test_a_base_that_is_none_is_refused(branch: City, base: str) -> None:
    ran = check(branch, f"--changed={base}")
    assert (ran.code, ran.out) == (2, "")


def test_a_shallow_clone_that_lacks_the_main_line_does_not_pass(branch: City) -> None:
    origin, clone = f"file://{branch.root}", branch.root.parent / "clone"
    git(branch.root, "clone", "--quiet", "--depth=1", "--branch=work", origin, clone)
    git(clone, "switch", "--quiet", "--detach")
    git(clone, "remote", "remove", "origin")
    git(clone, "branch", "--quiet", "--delete", "--force", "work")
    ran = sagaict("check", "--changed", "--today", TODAY, cwd=clone)
    assert (ran.code, ran.out) == (2, "")
    assert "git fetch" in ran.err


def test_without_a_repository_it_is_said(tmp_path: Path) -> None:
    city = City(tmp_path)
    assert PLAN
    ran = check(city, "--changed")
    assert ran.code == 2
    assert "git repository" in ran.err


@pytest.fixture
def clean(city: City) -> City:
    """A branch off `main`, where all is well."""
    repository(city.root)
    git(city.root, "switch", "--quiet", "--create", "work")
    assert check(city, "--changed").code == 0
    return city


def test_what_a_branch_breaks_in_files_it_did_not_touch_is_told(clean: City) -> None:
    clean.change("plans/aoba.yaml", "      - id: 1-1\n", "      - id: 1-2\n")
    ran = check(clean, "--changed")
    assert ran.code == 1
    assert places(ran) == [f"{KIOSK}:3:10: error"]


def test_a_plan_taken_away_is_missed_by_its_projects(clean: City) -> None:
    clean.write("plans/other.yaml", PLAN.replace("id: aoba", "id: other"))
    clean.path("plans/aoba.yaml").unlink()
    ran = check(clean, "--changed")
    assert ran.code == 1
    assert places(ran) == [f"{KIOSK}:2:7: error"]


def test_a_rule_that_the_branch_raises_is_told_where_it_strikes(clean: City) -> None:
    clean.change("projects/aoba/kiosk.yaml", "    data_source: アンケート\n", "")
    git(clean.root, "commit", "--quiet", "--all", "--message", "調査名なし")
    git(clean.root, "switch", "--quiet", "--create", "next")
    assert check(clean, "--changed", "work").code == 0
    clean.write("sagaict.yaml", "rules:\n  no-data-source: {severity: error}\n")
    ran = check(clean, "--changed", "work")
    assert (ran.code, places(ran)) == (1, [f"{KIOSK}:8:9: error"])
    git(clean.root, "add", "--all")
    git(clean.root, "commit", "--quiet", "--message", "厳しく")
    # From then on it was there before.
    assert check(clean, "--changed", "next").code == 0


def test_what_was_wrong_before_is_not_new_on_another_line(branch: City) -> None:
    git(branch.root, "add", "--all")
    git(branch.root, "commit", "--quiet", "--message", "追加")
    git(branch.root, "switch", "--quiet", "--create", "next")
    text = branch.read("plans/aoba.yaml")
    branch.write("plans/aoba.yaml", "# 一行\n" + text)
    assert check(branch, "--changed", "work").code == 0
