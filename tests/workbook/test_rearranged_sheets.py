"""Sheets whose rows, columns, names or marks are no longer as they were sent out."""

from __future__ import annotations

import pytest
from town import Town

ONLINE, CALLS = "aoba/1-1/online@R7", "aoba/1-1/calls@R7"
LEAKS, PLACES = "aoba/1-2/leaks@R7", "aoba/kiosk/places@R7"


def test_an_added_row_is_refused_by_its_first_cell(town: Town) -> None:
    book = town.book()
    sheet = book.sheet(ONLINE)
    last = sheet.max_row + 1
    sheet.cell(last, book.column(ONLINE, "name"), "新しい指標")
    sheet.cell(last, book.column(ONLINE, "value"), 5)
    place = sheet.cell(last, book.column(ONLINE, "value")).coordinate
    assert town.take(book).refused == [(f"a.xlsx {sheet.title}!{place}", "added-row")]


def test_a_word_below_the_table_is_no_matter(town: Town) -> None:
    book = town.book()
    sheet = book.sheet(ONLINE)
    sheet.cell(sheet.max_row + 2, 3, "以上")
    assert town.take(book).refused == []


def test_a_row_whose_marks_were_spoiled_is_refused(town: Town) -> None:
    book = town.book().fill({(ONLINE, "value"): 61})
    sheet, row = book.sheet(ONLINE), book.row(ONLINE)
    sheet.cell(row, 2, "abc")
    assert town.take(book).refused == [(f"a.xlsx {sheet.title}!B{row}", "no-fingerprint")]
    sheet.cell(row, 1, "オンライン")
    assert town.take(book).refused == [(f"a.xlsx {sheet.title}!A{row}", "bad-key")]
    sheet.cell(row, 1, f"{ONLINE}²")
    assert town.take(book).refused == [(f"a.xlsx {sheet.title}!A{row}", "bad-key")]


def test_a_record_that_is_gone_is_refused_if_something_was_entered(town: Town) -> None:
    book = town.book().fill({(PLACES, "value"): 6})
    town.change("projects/aoba/kiosk.yaml", "id: places", "id: sites")
    assert town.take(book).refused == [
        (f"a.xlsx {book.sheet(PLACES).title}!A{book.row(PLACES)}", "unknown-record")
    ]
    assert town.take(town.book()).refused == []


def test_renamed_sheets_moved_columns_and_sorted_rows_are_understood(town: Town) -> None:
    book = town.book().fill({(ONLINE, "value"): 61, (CALLS, "value"): 40000})
    sheet = book.sheet(ONLINE)
    sheet.title = "市民課さん確認済"
    sheet.move_range(f"A{book.row(ONLINE)}:S{book.row(ONLINE)}", rows=20)
    sheet.insert_cols(5)
    sheet.insert_rows(1)
    came = town.take(book)
    assert came.refused == []
    assert came.actual("aoba/1-1/online", 2025).value == 61
    assert came.actual("aoba/1-1/calls", 2025).value == 40000


def test_a_column_that_was_copied_is_refused(town: Town) -> None:
    book = town.book()
    sheet, column = book.sheet(ONLINE), book.column(ONLINE, "value")
    sheet.cell(1, 30, "value")
    assert town.take(book).refused == [(f"a.xlsx {sheet.title}!AD1", "column-twice")]
    assert sheet.cell(1, column).value == "value"


def test_rows_that_were_deleted_say_nothing(town: Town) -> None:
    book = town.book().fill({(ONLINE, "value"): 61})
    book.sheet(LEAKS).delete_rows(book.row(LEAKS))
    book.sheet(CALLS).delete_rows(book.row(CALLS))
    came = town.take(book)
    assert (came.refused, came.lines) == ([], ([], ["R7: 61"]))


def test_columns_that_were_deleted_say_nothing(town: Town) -> None:
    book = town.book().fill({(ONLINE, "value"): 61})
    book.sheet(ONLINE).delete_cols(book.column(ONLINE, "note"), 3)
    came = town.take(book)
    assert came.refused == []
    assert came.actual("aoba/1-1/online", 2025).value == 61


@pytest.mark.parametrize(
    ("name", "text"),
    [("holder", "1-2 窓口の改善"), ("name", "電話の件数"), ("year", "R6"), ("unit", "件")],
)
def test_cells_sorted_without_their_hidden_key_are_refused(
    town: Town, name: str, text: str
) -> None:
    book = town.book()
    book.cell(ONLINE, name).value = text
    assert town.take(book).refused == []
    book.fill({(ONLINE, "value"): 61})
    assert town.take(book).refused == [(book.at(ONLINE, name), "of-another-row")]


def test_an_action_that_was_moved_to_another_row_is_refused(town: Town) -> None:
    book = town.book()
    one, other = "aoba/portal@R7#1", "aoba/portal@R7#2"
    cells = [book.cell(key, "text") for key in (one, other)]
    cells[0].value, cells[1].value = cells[1].value, cells[0].value
    book.fill({(one, "note"): "終わった"})
    assert town.take(book).refused == [(book.at(one, "text"), "of-another-row")]


def test_what_was_renamed_while_the_workbook_was_out_is_taken_over(town: Town) -> None:
    book = town.book().fill({(ONLINE, "value"): 61})
    town.change("plans/aoba.yaml", "name: オンライン申請率", "name: 電子申請率")
    assert town.take(book).actual("aoba/1-1/online", 2025).value == 61
