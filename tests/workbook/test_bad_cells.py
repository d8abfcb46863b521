"""What owners really type: understood, or refused by the address of the cell."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from decimal import Decimal
from typing import Any

import pytest
from openpyxl.cell.cell import Cell
from town import Book, Town

from sagaict.workbook.cells import moment_of

ONLINE, CALLS, HOURS = "aoba/1-1/online@R7", "aoba/1-1/calls@R7", "aoba/1-1/hours@R7"
WAITING, LEAKS = "aoba/1-2/waiting@R7", "aoba/1-2/leaks@R7"
VISITS, PLACES = "aoba/portal/visits@R7", "aoba/kiosk/places@R7"


def as_percent(cell: Cell) -> None:
    cell.value = 0.613
    cell.number_format = "0.0%"


def formula(cell: Cell) -> None:
    cell.value = "=30+31.3"


def error(cell: Cell) -> None:
    cell.value = "#DIV/0!"


def typed(book: Book, key: str, name: str, content: Any) -> Book:
    if isinstance(content, Callable):  # type: ignore[arg-type]
        content(book.cell(key, name))
        return book
    return book.fill({(key, name): content})


@pytest.mark.parametrize(
    ("key", "content", "value", "state"),
    [
        (ONLINE, 61.3, "61.3", "final"),
        (ONLINE, "６１．３", "61.3", "final"),
        (ONLINE, "61.3%", "61.3", "final"),
        (ONLINE, as_percent, "61.3", "final"),  # Excel makes this of a typed 61.3%
        (ONLINE, 0.1 + 0.2, "0.3", "final"),  # a binary float, as a copied result may be
        (CALLS, "45,570件", "45570", "final"),
        (CALLS, "４５，５７０ 件", "45570", "final"),
        (CALLS, "4.5万件", "45000", "final"),
        (CALLS, 45570.0, "45570", "final"),
        (CALLS, "45,570(速報)", "45570", "provisional"),
        (CALLS, "評価中", None, "pending"),
        (CALLS, "調査未実施", None, "not_surveyed"),
        (HOURS, "約4,500時間", "4500", "final"),
        (ONLINE, "▲5.2", "-5.2", "final"),
        (CALLS, -0.0, "0", "final"),
    ],
)
def test_figures_are_understood(
    town: Town, key: str, content: Any, value: str | None, state: str
) -> None:
    came = town.take(typed(town.book(), key, "value", content))
    assert came.refused == []
    actual = came.actual(key.partition("@")[0], 2025)
    assert (actual.value, actual.state) == (value and Decimal(value), state)


def test_wording_beside_the_number_is_kept(town: Town) -> None:
    came = town.take(town.book().fill({(HOURS, "value"): "約4,500時間"}))
    assert came.actual("aoba/1-1/hours", 2025).printed == "約4,500時間"


@pytest.mark.parametrize("nothing", ["-", "－", "—", "―", "なし", " ", "　"])
def test_a_dash_in_an_empty_cell_changes_nothing(town: Town, nothing: str) -> None:
    names = ("value", "state", "as_of", "remark", "note", "source", "correction")
    came = town.take(town.book().fill({(ONLINE, name): nothing for name in names}))
    assert (came.refused, came.taken.changed, came.change_set.edits()) == ([], 0, [])


@pytest.mark.parametrize(
    ("content", "written"),
    [
        (date(2026, 3, 31), "R8.3.31"),
        ("R8.3月末", "R8.3"),
        ("Ｒ８．３", "R8.3"),
        ("令和8年3月31日", "R8.3.31"),
        ("2026/3/31", "R8.3.31"),
        ("2026年3月", "R8.3"),
    ],
)
def test_dates_are_understood_as_dates_and_as_text(town: Town, content: Any, written: str) -> None:
    came = town.take(town.book().fill({(ONLINE, "value"): 61, (ONLINE, "as_of"): content}))
    assert came.refused == []
    assert str(came.actual("aoba/1-1/online", 2025).as_of) == written


@pytest.mark.parametrize("text", ["R5.3月末", "Ｒ５．３月末", "令和5年3月末", "2023年3月", "R5.3"])
def test_a_month_is_one_month_however_it_is_written(text: str) -> None:
    assert str(moment_of(text)) == "R5.3"


def test_a_span_is_understood_where_a_date_may_stand(town: Town) -> None:
    cells = {(CALLS, "value"): 30000, (CALLS, "state"): "速報", (CALLS, "as_of"): "R7.4〜R8.2"}
    came = town.take(town.book().fill(cells))
    assert came.refused == []
    actual = came.actual("aoba/1-1/calls", 2025)
    assert (str(actual.span), actual.as_of) == ("R7.4-R8.2", None)


@pytest.mark.parametrize("word", ["速報", "速報値", "provisional", "Provisional", " 速報 "])
def test_states_are_understood_in_either_language(town: Town, word: str) -> None:
    came = town.take(town.book().fill({(ONLINE, "value"): 61, (ONLINE, "state"): word}))
    assert came.refused == []
    assert came.actual("aoba/1-1/online", 2025).state == "provisional"


@pytest.mark.parametrize(
    ("key", "name", "content", "code"),
    [
        (ONLINE, "value", formula, "formula"),
        (ONLINE, "value", error, "error"),
        (ONLINE, "value", True, "truth"),
        (ONLINE, "value", time(12, 30), "time"),
        (ONLINE, "value", date(2026, 3, 1), "date-for-figure"),
        (ONLINE, "value", "60件", "unit"),
        (ONLINE, "value", "55〜60", "several"),
        (ONLINE, "value", "=55+5", "formula"),
        (ONLINE, "value", "だいたい半分", "words"),
        (ONLINE, "value", "60%未満", "below"),
        (CALLS, "value", "900①", "words"),
        (CALLS, "value", "900²", "words"),
        (CALLS, "value", "⑩", "words"),
        (CALLS, "value", "4,55", "separator"),
        (CALLS, "value", "1" * 25, "too_long"),
        (ONLINE, "remark", formula, "formula"),
        (ONLINE, "state", "たぶん", "not-a-choice"),
        (ONLINE, "state", "確定", "no-value"),
        (ONLINE, "as_of", "R8.3", "no-figure"),
        (ONLINE, "note", "覚書", "no-figure"),
        (ONLINE, "remark", "見解", "remark-alone"),
        (ONLINE, "correction", "誤記", "reason-alone"),
        (LEAKS, "value", 1, "final-exists"),
        (LEAKS, "value", None, "emptied"),
        (LEAKS, "value", "なし", "emptied"),
        (LEAKS, "remark", None, "emptied"),
        (LEAKS, "note", "－", "emptied"),
        (WAITING, "as_of", None, "emptied"),
        ("aoba/portal@R7", "issues", "なし", "emptied"),
        ("aoba/portal@R7", "outlook", "様子見", "not-a-choice"),
        ("aoba/portal@R7", "achievements", formula, "formula"),
        ("aoba/portal@R7#1", "state", "着手", "not-a-choice"),
        ("aoba/portal@R7#2", "state", "", "emptied"),
    ],
)
def test_other_contents_are_refused_by_their_cell(
    town: Town, key: str, name: str, content: Any, code: str
) -> None:
    book = typed(town.book(), key, name, content)
    if code == "emptied" and name == "value":
        book.fill({(key, "state"): None})
    came = town.take(book)
    assert came.refused == [(book.at(key, name), code)]
    assert came.change_set.edits() == []


@pytest.mark.parametrize(
    ("cells", "name", "code"),
    [
        ({"value": 61, "as_of": "昨年度末"}, "as_of", "not-a-time"),
        ({"value": 61, "as_of": "R8.5"}, "as_of", "in-future"),
        ({"value": "59(速報)", "state": "確定"}, "value", "states-differ"),
        ({"value": 61, "state": "評価中"}, "state", "value-with-state"),
        ({"value": 61, "source": "職員アンケート"}, "source", "unknown-document"),
        ({"value": 61, "correction": "誤記"}, "correction", "nothing-to-correct"),
    ],
)
def test_cells_that_do_not_go_together_are_refused(
    town: Town, cells: dict[str, Any], name: str, code: str
) -> None:
    book = town.book().fill({(ONLINE, column): content for column, content in cells.items()})
    assert town.take(book).refused == [(book.at(ONLINE, name), code)]


def test_a_date_that_lost_its_format_is_refused(town: Town) -> None:
    book = town.book().fill({(ONLINE, "value"): 61, (ONLINE, "as_of"): 46112})
    book.cell(ONLINE, "as_of").number_format = "General"
    assert town.take(book).refused == [(book.at(ONLINE, "as_of"), "not-a-time")]


def test_one_bad_cell_does_not_hide_another(town: Town) -> None:
    book = town.book().fill(
        {(ONLINE, "value"): "半分", (CALLS, "value"): "3人", (VISITS, "value"): 1200}
    )
    came = town.take(book)
    assert came.refused == [
        (book.at(ONLINE, "value"), "words"),
        (book.at(CALLS, "value"), "unit"),
        (book.at(VISITS, "state"), "value-with-state"),  # 評価中 still stands beside it
    ]


@pytest.mark.parametrize(
    ("key", "content", "code"),
    [
        (ONLINE, 610, "share"),
        (ONLINE, 0.61, "fraction"),
        (CALLS, 450, "jump"),
        (PLACES, 2, "falls"),
    ],
)
def test_figures_that_look_mistyped_are_named(
    town: Town, key: str, content: float, code: str
) -> None:
    book = town.book().fill({(key, "value"): content})
    came = town.take(book)
    assert (came.refused, came.doubts) == ([], [(book.at(key, "value"), code)])


def test_merged_cells_over_two_rows_are_refused(town: Town) -> None:
    book = town.book().fill({(ONLINE, "value"): 61})
    first, last = book.cell(ONLINE, "value"), book.cell(CALLS, "value")
    book.sheet(ONLINE).merge_cells(f"{first.coordinate}:{last.coordinate}")
    came = town.take(book)
    assert came.refused == [(book.at(ONLINE, "value"), "merged")]
    assert came.change_set.edits() == []


def test_merged_cells_that_hide_what_was_recorded_are_refused(town: Town) -> None:
    book = town.book()
    first, last = book.cell(LEAKS, "remark"), book.cell(LEAKS, "note")
    book.sheet(LEAKS).merge_cells(f"{first.coordinate}:{last.coordinate}")
    assert town.take(book).refused == [(book.at(LEAKS, "remark"), "merged")]


def test_merged_cells_of_one_row_say_what_the_first_says(town: Town) -> None:
    book = town.book().fill({(ONLINE, "value"): 61, (ONLINE, "remark"): "周知した。"})
    first, last = book.cell(ONLINE, "remark"), book.cell(ONLINE, "source")
    book.sheet(ONLINE).merge_cells(f"{first.coordinate}:{last.coordinate}")
    came = town.take(book)
    assert came.refused == []
    assert came.actual("aoba/1-1/online", 2025).remark == "周知した。"


def test_merged_cells_in_which_nothing_stands_are_no_matter(town: Town) -> None:
    book = town.book()
    first, last = book.cell(ONLINE, "remark"), book.cell(HOURS, "note")
    book.sheet(ONLINE).merge_cells(f"{first.coordinate}:{last.coordinate}")
    came = town.take(book)
    assert (came.refused, came.taken.changed) == ([], 0)
