"""What a figure is not: of the whole year, complete, explained; marked wherever it is shown."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest
from little_city import City
from openpyxl import load_workbook
from program import TODAY, Program

HALF_YEAR = """\
      R7: 1,027
      R8: {value: 900, state: provisional, span: R8.4-R8.9}
"""
NOTE = "3月は機器の故障で数えていない。"


@pytest.fixture
def half_way(city: City) -> City:
    """A target of 2,000 in R8, and 900 by September; a note on the 1,027 of R7."""
    portal = "projects/aoba/portal.yaml"
    city.change(portal, "          percent: 10\n", "          percent: 10\n      R8: 2,000\n")
    city.change(portal, "      R7: 1,027\n", HALF_YEAR)
    return city


def test_both_rates_of_a_part_of_a_year_are_marked(program: Program, half_way: City) -> None:
    # 900 ÷ 2,000; (900 − 1,000) ÷ (2,000 − 1,000).
    shown = " ".join(program.fine("show", "aoba/portal/visits", cwd=half_way.root).out.split())
    assert "45.0% (part of the year)" in shown
    assert "-10.0% (part of the year)" in shown
    told = program.fine("explain", "aoba/portal/visits", "--year", "R8", cwd=half_way.root).out
    assert "2,000 = 45.0% (part of the year)" in " ".join(told.split())
    assert "1,000) = -10.0% (part of the year)" in " ".join(told.split())


def test_the_export_has_the_mark_and_the_span(program: Program, half_way: City) -> None:
    options = ("--today", TODAY, "--format", "csv")
    done = program.raw("export", *options, cwd=half_way.root)
    rows = {
        (row["indicator_id"], row["fiscal_year_label"]): row
        for row in csv.DictReader(io.StringIO(done.stdout.decode("utf-8-sig"), newline=""))
    }
    half = rows["aoba/portal/visits", "R8"]
    assert (half["rate_restricted"], half["actual_span"]) == ("part_of_year", "R8.4-R8.9")
    assert (half["achievement_rate"], half["progress_rate"]) == ("45.0", "-10.0")
    whole = rows["aoba/portal/visits", "R7"]
    assert (whole["rate_restricted"], whole["actual_span"]) == ("", "")
    # 4,500.5 of 17,600 without R7.
    total = rows["aoba/2-1/hours", "R9"]
    assert (total["rate_restricted"], total["achievement_rate"]) == ("incomplete", "25.6")


def test_explain_has_them_for_programs(program: Program, half_way: City) -> None:
    arguments = ("aoba/portal/visits", "--year", "R8", "--format", "json", "--today", TODAY)
    page = json.loads(program.fine("explain", *arguments, cwd=half_way.root).out)
    assert page["rate_restricted"] == "part_of_year"
    assert page["figure"]["span"] == "R8.4-R8.9"


def test_a_note_on_a_figure_is_no_reason_for_it(program: Program, city: City) -> None:
    noted = f"      R7: {{value: 1027, note: {NOTE}}}\n"
    city.change("projects/aoba/portal.yaml", "      R7: 1,027\n", noted)
    lines = program.fine("status", "aoba", cwd=city.root).lines
    assert "  owner: 情報政策課  reason: none given" in lines
    assert f"- *1 {NOTE}" in lines
    assert [line for line in lines if NOTE in line] == [f"- *1 {NOTE}"]


@pytest.fixture
def noted(city: City) -> City:
    """A note on the indicator `places`, of which the figures of R6 and R7 are owed."""
    city.change("projects/aoba/kiosk.yaml", "    targets:\n", f"    note: {NOTE}\n    targets:\n")
    return city


@pytest.mark.parametrize(
    "command",
    [
        ("status", "aoba"),
        ("show", "aoba/kiosk"),
        ("explain", "aoba/kiosk/places"),
        ("due",),
        ("agenda", "--plan", "aoba", "--format", "table"),
        ("status", "aoba", "--format", "markdown"),
        ("due", "--format", "markdown"),
        ("agenda", "--plan", "aoba"),
    ],
)
def test_a_note_stands_in_every_paper_that_shows_the_figure(
    program: Program, noted: City, command: tuple[str, ...]
) -> None:
    shown = program.fine(*command, cwd=noted.root).out
    assert NOTE in shown
    marked = re.search(r"設置箇所数(?: \(outcome indicator\))? \\?\*\d", shown)
    assert command[0] == "explain" or marked


def test_every_count_of_a_draft_is_marked(program: Program, city: City) -> None:
    city.change("plans/aoba.yaml", "period: R6-R9\n", "period: R6-R9\nstage: draft\n")
    for command in (("status", "aoba"), ("show", "aoba"), ("agenda", "--plan", "aoba")):
        out = program.fine(*command, cwd=city.root).out
        counts = [line for line in out.splitlines() if re.search(r"\bmet \d+ of \d+", line)]
        assert len(counts) > 1
        assert all("draft" in line for line in counts), command


def test_due_names_what_it_is_narrowed_to(program: Program, city: City) -> None:
    out = program.fine("due", "--owner", "市民課", cwd=city.root).out
    assert "Listed and counted: only 市民課." in out
    page = json.loads(
        program.fine("due", "--owner", "市民課", "--format", "json", cwd=city.root).out
    )
    assert page["filter"] == {"owners": ["市民課"]}
    calendar = program.fine("due", "--owner", "市民課", "--format", "ics", cwd=city.root).out
    assert "X-WR-CALDESC:Listed and counted" in calendar


def test_the_workbook_says_what_it_is_narrowed_to_and_where_notes_are(
    program: Program, noted: City
) -> None:
    program.fine("sheet", "--priority", "-o", "a.xlsx", cwd=noted.root)
    program.fine("sheet", "-o", "b.xlsx", cwd=noted.root)
    narrowed, whole = (texts_of(noted.root / name) for name in ("a.xlsx", "b.xlsx"))
    assert "Listed and counted: only priority." in narrowed
    assert "設置箇所数 *" not in narrowed
    assert {"設置箇所数 *", NOTE, "年間利用件数"} <= whole
    assert not any(text.startswith("Listed") for text in whole)


def texts_of(path: Path) -> set[str]:
    lines = [line for sheet in load_workbook(path) for line in sheet.iter_rows()]
    return {str(cell.value) for line in lines for cell in line if cell.value}
