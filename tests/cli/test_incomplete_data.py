"""A file that cannot be read is missing data: every page says so itself, and no gate passes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook
from running import TODAY, Ran, sagaict
from spoiled_city import PLAN, City

BROKEN = "data/plans/aoba.yaml"
SECOND = PLAN.replace("id: aoba", "id: kita").replace("あおば市計画", "きた市計画")
SAYS = "Incomplete: what these files hold is missing here"


@pytest.fixture
def city(tmp_path: Path) -> City:
    """Two plans, one of which cannot be read."""
    city = City(tmp_path)
    city.write("plans/kita.yaml", SECOND)
    city.change("plans/aoba.yaml", "period: R6-R9", "period: [")
    return city


def run(city: City, *arguments: str) -> Ran:
    return sagaict(*arguments, cwd=city.root)


@pytest.mark.parametrize(
    "arguments",
    [
        ("status", "--today", TODAY),
        ("status", "--today", TODAY, "--format", "markdown"),
        ("show", "kita"),
        ("show", "kita", "--format", "markdown"),
        ("list", "plans"),
        ("agenda", "--today", TODAY),
        ("due", "--today", TODAY),
        ("due", "--today", TODAY, "--format", "markdown"),
    ],
)
def test_every_page_says_so_itself(city: City, arguments: tuple[str, ...]) -> None:
    ran = run(city, *arguments)
    assert ran.code == 0
    shown = " ".join(ran.out.replace("\\", "").split())
    assert SAYS in shown
    # Both what cannot be read and what has no place without it.
    assert BROKEN in shown
    assert "data/projects/aoba/kiosk.yaml" in shown


def test_very_many_such_files_are_counted(city: City) -> None:
    for number in range(30):
        city.write(f"plans/a{number}.yaml", "id: [\n")
    ran = run(city, "status", "--today", TODAY)
    # 31 plans and the project of one of them: 20 are named, then 12 are counted.
    assert ran.err.count("warning: data/") == 20
    assert "warning: 12 more files cannot be read or have no place in a plan\n" in ran.err
    assert "… and 12 more" in ran.out


@pytest.mark.parametrize("command", [("status",), ("agenda",)])
def test_a_paper_written_to_a_file_says_so_too(city: City, command: tuple[str, ...]) -> None:
    assert run(city, *command, "-o", "paper.md").code == 0
    assert SAYS in (city.root / "paper.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "arguments",
    [("export",), ("status", "--format", "json"), ("due", "--format", "json")],
)
def test_programs_are_told(city: City, arguments: tuple[str, ...]) -> None:
    ran = run(city, *arguments)
    assert ran.code == 0
    assert json.loads(ran.out)["incomplete"] == [BROKEN, "data/projects/aoba/kiosk.yaml"]
    city.write("plans/aoba.yaml", PLAN)
    assert json.loads(run(city, *arguments).out)["incomplete"] == []


@pytest.mark.parametrize("command", ["export", "status"])
def test_a_table_that_cannot_say_so_fails(city: City, command: str) -> None:
    ran = run(city, command, "--format", "csv", "-o", "kpi.csv")
    assert ran.code == 1
    assert BROKEN in ran.err
    city.write("plans/aoba.yaml", PLAN)
    assert run(city, command, "--format", "csv", "-o", "kpi.csv").code == 0


def test_a_calendar_says_so(city: City) -> None:
    out = run(city, "due", "--format", "ics").out.replace("\r\n ", "")
    assert f"X-WR-CALDESC:{SAYS}" in out


def test_a_workbook_says_so_on_every_sheet(city: City) -> None:
    assert run(city, "sheet", "-o", "R7.xlsx", "--today", TODAY).code == 0
    sheets = load_workbook(city.root / "R7.xlsx").worksheets
    for sheet in sheets[:-2]:  # all but the definitions and the hidden one
        said = [str(cell) for row in sheet.iter_rows(values_only=True) for cell in row if cell]
        assert any(text.startswith(SAYS) and BROKEN in text for text in said)


BROKEN_SETTINGS = [
    ("status",),
    ("due",),
    ("due", "--format", "json"),
    ("agenda",),
    ("export",),
    ("list", "plans"),
]


@pytest.mark.parametrize("arguments", BROKEN_SETTINGS)
@pytest.mark.parametrize("bad", ["cycle: [", "cycle:\n  council: yes", "folder"])
def test_settings_that_cannot_be_read_are_named(
    city: City, arguments: tuple[str, ...], bad: str
) -> None:
    city.write("plans/aoba.yaml", PLAN)
    if bad == "folder":
        city.path("sagaict.yaml").mkdir()
    else:
        city.write("sagaict.yaml", bad)
    ran = run(city, *arguments, "--today", TODAY)
    assert ran.code == 0
    assert "data/sagaict.yaml" in ran.out
    assert ran.err.count("warning: data/sagaict.yaml:") == 1
    assert run(city, "status", "--fail-on", "unmet").code == 1


def test_settings_that_are_commented_out_are_not_missing(city: City) -> None:
    city.write("plans/aoba.yaml", PLAN)
    city.write("sagaict.yaml", "# accept:\n#   - rule: overdue\n")
    ran = run(city, "due", "--today", TODAY)
    assert "sagaict.yaml:" not in ran.err
    assert SAYS not in ran.out


@pytest.mark.parametrize("bad", ["period: [", "period: R6-R9\nkind: x"])
def test_no_gate_passes(city: City, bad: str) -> None:
    city.write("plans/aoba.yaml", PLAN.replace("period: R6-R9", bad))
    assert run(city, "status", "--fail-on", "unmet").code == 1
    assert run(city, "status").code == 0
    city.write("plans/aoba.yaml", PLAN)
    assert run(city, "status", "--fail-on", "unmet").code == 0


def test_a_misplaced_file_is_missing_too(city: City) -> None:
    city.write("plans/old/aoba.yaml", PLAN)
    city.path("plans/aoba.yaml").unlink()
    ran = run(city, "status", "--fail-on", "unmet")
    assert ran.code == 1
    assert "data/plans/old/aoba.yaml" in ran.out


@pytest.mark.parametrize("query", ["aoba", "aoba/1-1", "kiosk/satisfied", "aoba/kiosk"])
def test_what_is_in_it_is_not_said_to_be_absent(city: City, query: str) -> None:
    ran = run(city, "show", query)
    assert ran.code == 2
    assert f"“{query}” is in a file that cannot be read: data/" in ran.err
    assert "not in" not in ran.err
    assert run(city, "status", "aoba").code == 2


def test_what_may_be_in_it_is_not_said_to_be_absent(city: City) -> None:
    ran = run(city, "show", "図書館")
    assert ran.code == 2
    assert "there is no “図書館” in the files that can be read" in ran.err
    assert SAYS in ran.err
    city.write("plans/aoba.yaml", PLAN)
    assert "there is no “図書館” in the data" in run(city, "show", "図書館").err
