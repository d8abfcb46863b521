"""`sagaict sheet`: which workbook is made, and which file is never overwritten."""

from __future__ import annotations

from pathlib import Path

import pytest
from entry_book import Book
from little_city import City
from program import TODAY, Program
from running import ROOT


def book_in(path: Path) -> Book:
    return Book(path.read_bytes())


@pytest.mark.usefixtures("city")
def test_a_workbook_of_what_is_due(program: Program) -> None:
    result = program.fine("sheet", "-o", "R7.xlsx")
    assert result.out == "R7.xlsx: results 8, actions 0, evaluations 5\n"
    book = book_in(program.home / "R7.xlsx")
    assert book.cell("aoba/1-1/online@R7", "value").value == 59
    assert book.cell("aoba/kiosk/places@R6", "value").value is None  # still owed


@pytest.mark.usefixtures("city")
def test_only_what_was_asked_for(program: Program) -> None:
    for options, expected in (
        (("--owner", "市民"), "results 1, actions 0, evaluations 0"),
        (("--owner", "情報"), "results 1, actions 0, evaluations 1"),
        (("--plan", "midori", "--year", "R5"), "results 1, actions 0, evaluations 1"),
        (("--year", "R8"), "results 2, actions 0, evaluations 5"),
    ):
        result = program.fine("sheet", "-o", "x.xlsx", "--force", *options)
        assert result.out == f"x.xlsx: {expected}\n"


@pytest.mark.usefixtures("city")
def test_a_file_that_may_have_been_filled_in_is_not_overwritten(program: Program) -> None:
    path = program.home / "R7.xlsx"
    path.write_bytes(b"filled in")
    assert "--force" in program.refused("sheet", "-o", "R7.xlsx", "--today", TODAY)
    assert path.read_bytes() == b"filled in"
    program.fine("sheet", "-o", "R7.xlsx", "--force")
    assert book_in(path).cell("aoba/1-1/online@R7", "value").value == 59


@pytest.mark.usefixtures("city")
@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("-o", "R7.csv"), "must end in .xlsx"),
        (("-o", "nowhere/R7.xlsx"), "nowhere/R7.xlsx"),
        (("-o", "R7.xlsx", "--owner", "水道"), "情報政策課"),
        (("-o", "R7.xlsx", "--year", "来年"), "is not a fiscal year"),
        (("-o", "R7.xlsx", "--plan", "midori", "--year", "R8"), "nothing to fill in"),
        ((), "is missing"),
    ],
)
def test_what_cannot_be_made_is_refused(
    program: Program, options: tuple[str, ...], words: str
) -> None:
    assert words in program.refused("sheet", *options, "--today", TODAY)
    assert not list(program.home.glob("*.xlsx"))


def test_the_bundled_data_can_be_asked_about_too(program: Program) -> None:
    result = program.fine("sheet", "-o", "R7.xlsx", lang="ja")
    assert result.out.startswith("R7.xlsx")


def without_openpyxl(folder: Path) -> dict[str, str]:
    """An environment in which the package is not installed."""
    package = folder / "hidden" / "openpyxl"
    package.mkdir(parents=True)
    code = "raise ModuleNotFoundError('no openpyxl', name='openpyxl')\n"
    (package / "__init__.py").write_text(code, encoding="utf-8")
    return {"PYTHONPATH": str(package.parent)}


def test_without_the_package_it_says_how_to_install_it(
    program: Program, city: City, tmp_path: Path
) -> None:
    made = program.fine("sheet", "-o", "R7.xlsx")
    assert made.code == 0
    hidden = without_openpyxl(tmp_path)["PYTHONPATH"]
    env = {"PYTHONPATH": f"{hidden}:{program.environment()['PYTHONPATH']}"}
    for command in (("sheet", "-o", "R8.xlsx"), ("import", "R7.xlsx")):
        done = program.alone(*command, "--today", TODAY, env=env)
        assert done.returncode == 2
        assert f'-m pip install -e "{ROOT}[excel]"' in done.stderr.decode()
    table = city.root / "t.csv"
    table.write_text("indicator_id,fiscal_year,actual_value\n", encoding="utf-8")
    for needless in ("import t.csv", "status"):  # a table needs no such package
        assert program.alone(*needless.split(), env=env).returncode == 0
