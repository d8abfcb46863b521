"""No command that reads ends in an error of its own, whatever is in the files or asked for."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest
from fuzz.every_command import READING, City, Source, commands, filled
from fuzz.watch import faults
from growing_city import PLAN, PORTAL, Grown
from running import TODAY, Ran, call, environment, sagaict

from sagaict.cli.commands import PROGRAM
from sagaict.cli.frame.changes import Writing
from sagaict.cli.frame.listing import Listed
from sagaict.reporting.check_formats import FORMATS

FILES = Source({"plans/aoba.yaml": PLAN, "projects/aoba/portal.yaml": PORTAL})
WRITES_OTHERWISE = {"init", "new", "add"}
"""Commands that write, but are no `Writing` themselves."""


def test_every_command_is_tried() -> None:
    tried = {name for name, *_ in commands()}
    assert set(READING) <= tried
    for listed in PROGRAM:
        writes = not isinstance(listed, Listed) or issubclass(listed.load(), Writing)
        assert writes or listed.name in tried | WRITES_OTHERWISE, listed.name


@pytest.mark.parametrize("command", commands(), ids=" ".join)
def test_no_file_makes_a_command_fail(
    command: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in environment(tmp_path).items():
        monkeypatch.setenv(name, value)
    for seed in range(3):
        chance = random.Random(f"{seed} {command}")  # noqa: S311 - no secret
        city = City(tmp_path, FILES)
        city.write(chance)
        given = filled(command, city, chance)
        assert list(faults(given)) == [], (given, city.data)
        city.clear()


@pytest.fixture
def city(tmp_path: Path) -> Grown:
    return Grown.in_folder(tmp_path)


DATED = pytest.mark.parametrize("name", ["status", "due", "agenda", "check", "export", "list"])


def at(city: Grown, name: str, day: str) -> Ran:
    what = ("plans",) if name == "list" else ()
    return sagaict(name, *what, "--today", day, cwd=city.root)


@DATED
@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01", "1926-03-31", "2118-04-01"])
def test_a_day_far_from_every_plan_is_refused(city: Grown, name: str, day: str) -> None:
    ran = at(city, name, day)
    assert (ran.code, ran.out) == (2, "")
    assert f"{day} is far from every plan; give a day of the years 1926 to 2117" in ran.err


@DATED
@pytest.mark.parametrize("day", ["1926-12-25", "2118-03-31"])
def test_the_first_and_the_last_day_are_days(city: Grown, name: str, day: str) -> None:
    ran = at(city, name, day)
    assert ran.code in (0, 1), ran.err
    assert ran.out


@pytest.mark.parametrize("name", ["status", "show", "check", "list", "due", "diff"])
def test_a_terminal_of_one_column_is_wide_enough(city: Grown, name: str) -> None:
    given = {"show": ["aoba/1-1/online"], "list": ["plans"], "diff": ["--folders", "data", "data"]}
    day = [] if name == "diff" else ["--today", TODAY]
    arguments = [name, *given.get(name, []), *day]
    done = call(arguments, city.root, environment(city.root), columns=1)
    assert done.returncode in (0, 1), done.stderr.decode()
    assert done.stdout


@pytest.mark.parametrize("name", ["status", "check", "due", "fmt"])
def test_the_home_of_nobody_is_a_folder_that_is_not_there(tmp_path: Path, name: str) -> None:
    ran = sagaict(name, "--data", "~nouser/x", cwd=tmp_path)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("sagaict: ~nouser/x holds no folder “plans”")


@pytest.mark.parametrize("form", FORMATS)
def test_a_name_of_other_letters_is_told_in_every_form(city: Grown, form: str) -> None:
    Path(os.fsdecode(os.fsencode(city.data) + b"/plans/\xff.yaml")).write_text("id: [", "utf-8")
    ran = sagaict("check", "--format", form, "--today", TODAY, cwd=city.root)
    assert ran.code == 1, ran.err
    assert "xff" in ran.out.lower()
