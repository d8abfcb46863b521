"""`sagaict import`: the preview, the refusals by cell, all or nothing."""

from __future__ import annotations

import csv
import os
import pty
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from entry_book import Book
from little_city import City
from program import TODAY, Program

PLAN = "plans/aoba.yaml"
ONLINE, HOURS = "aoba/1-1/online@R7", "aoba/2-1/hours@R7"
PLACES, SATISFIED = "aoba/kiosk/places@R7", "aoba/survey/satisfied@R7"


@pytest.fixture
def sent(program: Program, city: City) -> Book:
    """The workbook that was sent out."""
    assert city.root == program.home
    program.fine("sheet", "-o", "sent.xlsx")
    return Book((program.home / "sent.xlsx").read_bytes())


def came(program: Program, book: Book, cells: dict[tuple[str, str], Any], name: str) -> str:
    (program.home / name).write_bytes(book.fill(cells).content)
    return name


def texts(city: City) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in city.root.rglob("*.yaml")}


def take(program: Program, *arguments: str) -> Any:
    return program("import", *arguments, "--today", TODAY)


def answering(program: Program, answers: str, *arguments: str) -> tuple[int, str]:
    """A run at a terminal at which somebody types."""
    ours, its = pty.openpty()
    os.write(ours, answers.encode())
    done = subprocess.run(
        [sys.executable, "-m", "sagaict", "import", *arguments, "--today", TODAY],
        cwd=program.home,
        env=program.environment(),
        stdin=its,
        capture_output=True,
        check=False,
    )
    os.close(its)
    os.close(ours)
    return done.returncode, done.stdout.decode() + done.stderr.decode()


def test_it_is_shown_and_then_taken_over(program: Program, city: City, sent: Book) -> None:
    before = city.path("projects/aoba/kiosk.yaml").read_text(encoding="utf-8")
    name = came(program, sent, {(PLACES, "value"): 6, (PLACES, "source"): "main p.9"}, "a.xlsx")
    result = take(program, name, "--yes")
    assert (result.code, result.lines[0]) == (
        0,
        "Files: 1, rows: 13. Changed cells: 2, recorded already: 0.",
    )
    line = result.line("Actual R7")
    assert "aoba/kiosk/places" in line
    assert "6箇所" in line
    assert "not reported → met" in line
    after = city.path("projects/aoba/kiosk.yaml").read_text(encoding="utf-8")
    added = [line for line in after.splitlines() if line not in before.splitlines()]
    assert [line.strip() for line in added] == [
        "actuals:",
        "R7:",
        "value: 6",
        "source: main p.9",
    ]


def test_a_dry_run_shows_the_diff_and_writes_nothing(
    program: Program, city: City, sent: Book
) -> None:
    before = texts(city)
    name = came(program, sent, {(PLACES, "value"): 6, (PLACES, "source"): "main p.9"}, "a.xlsx")
    result = take(program, name, "--dry-run")
    assert result.code == 0
    assert "+        value: 6" in result.lines
    assert "not reported → met" in result.out
    assert texts(city) == before


def test_one_refused_cell_keeps_everything_out(program: Program, city: City, sent: Book) -> None:
    before = texts(city)
    one = came(program, sent, {(PLACES, "value"): 6, (PLACES, "source"): "main p.9"}, "a.xlsx")
    other = Book((program.home / "sent.xlsx").read_bytes())
    two = came(program, other, {(HOURS, "value"): "5件", (SATISFIED, "value"): "?"}, "b.xlsx")
    result = take(program, one, two, "--yes")
    assert result.code == 2
    assert "not reported → met" in result.out  # what would have been
    assert result.err.count("\n  b.xlsx Results!") == 2
    assert f"  {other.at(HOURS, 'value', 'b.xlsx')}: “5件” is not in 時間" in result.err
    assert texts(city) == before


def test_a_bad_file_keeps_everything_out(program: Program, city: City, sent: Book) -> None:
    before = texts(city)
    one = came(program, sent, {(PLACES, "value"): 6, (PLACES, "source"): "main p.9"}, "a.xlsx")
    (program.home / "old.xls").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504))
    result = take(program, one, "old.xls", "--yes")
    assert result.code == 2
    assert "old.xls: the file is of the old format .xls; save it as .xlsx" in result.err
    assert texts(city) == before


def test_where_nobody_can_answer_it_must_be_told_to(
    program: Program, city: City, sent: Book
) -> None:
    before = texts(city)
    result = take(
        program,
        came(program, sent, {(PLACES, "value"): 6, (PLACES, "source"): "main p.9"}, "a.xlsx"),
    )
    assert result.code == 2
    assert "not reported → met" in result.out
    assert "--yes" in result.err
    assert texts(city) == before


def test_at_a_terminal_it_asks(program: Program, city: City, sent: Book) -> None:
    before = texts(city)
    name = came(program, sent, {(PLACES, "value"): 6, (PLACES, "source"): "main p.9"}, "a.xlsx")
    code, shown = answering(program, "n\n", name)
    assert (code, texts(city)) == (2, before)
    assert "not reported → met" in shown
    code, shown = answering(program, "y\n", name)
    assert code == 0
    assert "value: 6" in city.path("projects/aoba/kiosk.yaml").read_text(encoding="utf-8")


def test_figures_that_look_mistyped_are_asked_about_first(
    program: Program, city: City, sent: Book
) -> None:
    before = texts(city)
    name = came(program, sent, {(HOURS, "value"): 30000}, "a.xlsx")
    place = sent.at(HOURS, "value")
    code, shown = answering(program, "\n", name)
    assert (code, texts(city)) == (2, before)
    assert f"  {place}: 30,000時間 is far from the last figure (R6: 3,000時間)" in shown
    assert answering(program, "y\ny\n", name)[0] == 0
    assert texts(city) != before


def test_nothing_filled_in_is_nothing_to_do(program: Program, city: City, sent: Book) -> None:
    before = texts(city)
    assert sent.row(ONLINE)
    result = take(program, "sent.xlsx")
    assert (result.code, result.err) == (0, "")
    assert result.lines[-1] == "There is nothing to take over."
    assert texts(city) == before


def test_taking_over_twice_is_taking_over_once(program: Program, city: City, sent: Book) -> None:
    name = came(program, sent, {(PLACES, "value"): 6, (PLACES, "source"): "main p.9"}, "a.xlsx")
    assert take(program, name, "--yes").code == 0
    once = texts(city)
    result = take(program, name, "--yes")
    assert (result.code, texts(city)) == (0, once)
    assert "Changed cells: 0, recorded already: 2." in result.out


def test_what_was_recorded_meanwhile_is_named(program: Program, city: City, sent: Book) -> None:
    name = came(program, sent, {(PLACES, "value"): 6, (PLACES, "source"): "main p.9"}, "a.xlsx")
    city.change(
        "projects/aoba/kiosk.yaml", "      R7: 5\n", "      R7: 5\n    actuals:\n      R7: 7\n"
    )
    before = texts(city)
    result = take(program, name, "--yes")
    assert (result.code, texts(city)) == (2, before)
    assert f"{sent.at(PLACES, 'value')}: “6” here, but meanwhile 7箇所 was recorded" in result.err
    assert f"{sent.at(PLACES, 'source')}: “main p.9” here, but meanwhile 7箇所 final" in result.err


def test_data_with_errors_is_left_as_it_is(program: Program, city: City, sent: Book) -> None:
    name = came(program, sent, {(PLACES, "value"): 6, (PLACES, "source"): "main p.9"}, "a.xlsx")
    city.change("projects/aoba/kiosk.yaml", "direction: increase", "direction: up")
    before = texts(city)
    assert take(program, name, "--yes").code == 2
    assert texts(city) == before


def test_the_bundled_data_is_never_written(program: Program) -> None:
    program.fine("sheet", "-o", "R7.xlsx")
    assert "sagaict init" in program.refused("import", "R7.xlsx", "--today", TODAY)


def test_a_pattern_stands_for_the_files_it_fits(program: Program, city: City, sent: Book) -> None:
    came(program, sent, {(PLACES, "value"): 6, (PLACES, "source"): "main p.9"}, "owner-a.xlsx")
    other = Book((program.home / "sent.xlsx").read_bytes())
    came(program, other, {(HOURS, "value"): 3500, (HOURS, "source"): "main p.9"}, "owner-b.xlsx")
    assert take(program, "owner-*.xlsx", "--yes").lines[0].startswith("Files: 2, rows: 26.")
    assert "3,500" in city.path(PLAN).read_text(encoding="utf-8")
    assert "there is no file x*.xlsx" in program.refused("import", "x*.xlsx")


@pytest.mark.usefixtures("city")
def test_a_file_that_is_not_there_is_named(program: Program) -> None:
    assert "there is no file none.xlsx" in program.refused("import", "none.xlsx")
    assert "data is a folder" in program.refused("import", "data")


def test_a_table_of_the_export_is_taken_over(program: Program, city: City) -> None:
    program.fine("export", "--format", "csv", "--encoding", "cp932", "-o", "t.csv")
    path = program.home / "t.csv"
    rows = list(csv.reader(path.read_text(encoding="cp932").splitlines()))
    names = rows[0]
    for row in rows:
        if row[names.index("indicator_id")] == "aoba/kiosk/places" and "R7" in row:
            row[names.index("actual_value")] = "６"
            row[names.index("actual_state")] = "速報"
            row[names.index("source")] = "main p.9"
    with path.open("w", encoding="cp932", newline="") as stream:
        csv.writer(stream).writerows(rows)
    result = take(program, "t.csv", "--yes")
    assert (result.code, result.err) == (0, "")
    assert "value: 6" in city.path("projects/aoba/kiosk.yaml").read_text(encoding="utf-8")


def test_the_words_are_japanese_by_default(program: Program, sent: Book) -> None:
    name = came(program, sent, {(PLACES, "value"): 6, (PLACES, "source"): "main p.9"}, "a.xlsx")
    result = program("import", name, "--yes", "--today", TODAY, lang="ja")
    assert result.code == 0
    assert "未報告 → 達成" in result.out


def test_a_figure_without_any_source_is_refused_by_its_cell_where_the_settings_want_one(
    program: Program, city: City, sent: Book
) -> None:
    settings = city.root / "data" / "sagaict.yaml"
    settings.write_text("rules: {actual-without-source: {severity: error}}\n", encoding="utf-8")
    before = texts(city)
    name = came(program, sent, {(PLACES, "value"): 6}, "a.xlsx")
    result = take(program, name, "--yes")
    assert (result.code, texts(city)) == (2, before)
    assert f"{sent.at(PLACES, 'source')}: nothing names where this figure comes from" in result.err
    assert take(program, name, "--yes", "--source", "main p.9").code == 0


def test_else_it_is_taken_over_and_its_source_called_for(program: Program, sent: Book) -> None:
    result = take(program, came(program, sent, {(PLACES, "value"): 6}, "a.xlsx"), "--yes")
    assert (result.code, "[actual-without-source]" in result.err) == (0, True)


def test_what_the_export_spells_out_is_no_change(program: Program, city: City) -> None:
    path = city.root / "data" / PLAN
    path.write_text(path.read_text("utf-8").replace("main p.2", r'"main p.2\u202e"'), "utf-8")
    program.fine("export", "--format", "csv", "-o", "t.csv")
    assert "main p.2<U+202E>" in (program.home / "t.csv").read_text("utf-8-sig")
    assert "There is nothing to take over." in take(program, "t.csv", "--yes").out
