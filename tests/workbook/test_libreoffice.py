"""The way through a real spreadsheet program: opened, saved and printed by LibreOffice."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from office import convert
from openpyxl import load_workbook
from town import Book, Town

from sagaict import language
from sagaict.workbook.grid import letters

ONLINE, CALLS, HOURS = "aoba/1-1/online@R7", "aoba/1-1/calls@R7", "aoba/1-1/hours@R7"
LEAKS, VISITS, PORTAL = "aoba/1-2/leaks@R7", "aoba/portal/visits@R7", "aoba/portal@R7"


@dataclass(frozen=True)
class Saved:
    """Workbooks as LibreOffice saved them, and the folder they are in."""

    town: Town
    folder: Path

    def content(self, name: str) -> bytes:
        return (self.folder / "saved" / f"{name}.xlsx").read_bytes()


def filled(town: Town) -> Book:
    book = town.book().fill(
        {
            (ONLINE, "value"): 0.613,
            (CALLS, "value"): "45,570件",
            (CALLS, "as_of"): date(2026, 3, 31),
            (CALLS, "remark"): "=内訳は別紙\n窓口を減らした。",
            (HOURS, "value"): 4321.5,
            (HOURS, "as_of"): "R8.3月末",
            (VISITS, "value"): "１，２００",
            (VISITS, "state"): "確定",
            (PORTAL, "outlook"): "拡大",
        }
    )
    book.cell(ONLINE, "value").number_format = "0.0%"
    return book


def spoiled(town: Town) -> Book:
    book = town.book()
    book.cell(ONLINE, "value").value = "=30+31.3"
    book.cell(LEAKS, "value").value = "3人"
    first, last = book.cell(CALLS, "remark"), book.cell(HOURS, "remark")
    first.value = "まとめて"
    book.sheet(CALLS).merge_cells(f"{first.coordinate}:{last.coordinate}")
    book.sheet(CALLS).title = "市民課より"
    return book


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Saved:
    folder = tmp_path_factory.mktemp("office")
    town = Town.found(folder)
    language.activate("ja")
    books = {"untouched": town.book(), "filled": filled(town), "spoiled": spoiled(town)}
    language.activate("en")
    for name, book in books.items():
        (folder / f"{name}.xlsx").write_bytes(book.content)
    (folder / "sheet.xlsx").write_bytes(town.sheet())
    files = [folder / f"{name}.xlsx" for name in (*books, "sheet")]
    (folder / "saved").mkdir()
    convert(files, "xlsx", folder / "saved")
    return Saved(town, folder)


def test_without_it_these_tests_fail_in_continuous_integration_and_are_skipped_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="LibreOffice"):
        convert([], "pdf", tmp_path)
    monkeypatch.delenv("CI")
    with pytest.raises(pytest.skip.Exception, match="LibreOffice"):
        convert([], "pdf", tmp_path)


def test_what_was_not_filled_in_comes_back_unchanged(saved: Saved) -> None:
    for name in ("untouched", "sheet"):
        came = saved.town.take(saved.content(name))
        assert (came.refused, came.taken.rows, came.taken.changed) == ([], 11, 0)


def test_what_was_filled_in_comes_back(saved: Saved) -> None:
    came = saved.town.take(saved.content("filled"))
    assert came.refused == []
    assert came.actual("aoba/1-1/online", 2025).value == Decimal("61.3")
    calls = came.actual("aoba/1-1/calls", 2025)
    assert (calls.value, str(calls.as_of)) == (Decimal(45570), "R8.3.31")
    assert calls.remark == "=内訳は別紙\n窓口を減らした。"
    hours = came.actual("aoba/1-1/hours", 2025)
    assert (hours.value, str(hours.as_of)) == (Decimal("4321.5"), "R8.3")
    assert came.actual("aoba/portal/visits", 2025).value == 1200
    assert came.taken.changed == 9


def test_bad_cells_are_still_refused_by_their_address(saved: Saved) -> None:
    book = Book(saved.content("spoiled"))
    sheet = book.sheet(ONLINE).title
    assert sheet == "市民課より"
    remark = f"{letters(book.column(CALLS, 'remark'))}{book.row(CALLS)}"
    assert set(saved.town.take(saved.content("spoiled")).refused) == {
        (book.at(ONLINE, "value"), "formula"),
        (book.at(LEAKS, "value"), "unit"),
        (f"a.xlsx {sheet}!{remark}", "merged"),
    }


def test_locks_lists_hidden_marks_and_print_titles_survive(saved: Saved) -> None:
    workbook = load_workbook(saved.folder / "saved" / "untouched.xlsx")
    sheet = workbook.worksheets[0]
    assert sheet.protection.sheet
    assert sheet.row_dimensions[1].hidden
    assert sheet.column_dimensions["A"].hidden
    assert sheet.print_title_rows == "$6:$6"
    assert workbook["_sagaict"].sheet_state == "hidden"
    lists = {each.formula1 for each in sheet.data_validations.dataValidation if each.type == "list"}
    assert lists == {'"確定,速報,見込み,達成,未達成,評価中,調査未実施,評価困難"'}
    book = Book(saved.content("untouched"))
    assert not book.cell(ONLINE, "value").protection.locked
    assert book.cell(ONLINE, "name").protection.locked


def test_it_prints_on_a4_landscape_no_wider_than_the_page(saved: Saved) -> None:
    convert([saved.folder / "sheet.xlsx"], "pdf", saved.folder)
    content = (saved.folder / "sheet.pdf").read_bytes()
    sizes = re.findall(rb"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]", content)
    assert {(round(float(width)), round(float(height))) for width, height in sizes} == {(842, 595)}
    pages = int(max(re.findall(rb"/Count (\d+)", content), key=int))
    assert pages == 4  # a page for each sheet: nothing was pushed to the side
