"""Several owners at once, and what was recorded while the workbooks were out."""

from __future__ import annotations

from decimal import Decimal

import pytest
from town import Town

from sagaict.workbook.problems import problem_text

ONLINE, CALLS = "aoba/1-1/online@R7", "aoba/1-1/calls@R7"
WAITING = "aoba/1-2/waiting@R7"
R6 = "              R6: 50  # 4月の報告\n"


def test_workbooks_of_several_owners_are_taken_over_at_once(town: Town) -> None:
    one = town.book().fill({(ONLINE, "value"): 61})
    two = town.book().fill({(CALLS, "value"): 40000})
    came = town.take(one, two)
    assert came.refused == []
    assert came.lines == ([], ["R7: 61", "R7: 40,000"])


def test_the_same_in_two_workbooks_is_one_change(town: Town) -> None:
    one = town.book().fill({(ONLINE, "value"): 61})
    two = town.book().fill({(ONLINE, "value"): "６１％"})
    assert town.take(one, two).lines == ([], ["R7: 61"])


def test_different_cells_of_one_row_come_together(town: Town) -> None:
    one = town.book().fill({(ONLINE, "value"): 61})
    two = town.book().fill({(ONLINE, "remark"): "周知した。"})
    came = town.take(one, two)
    assert came.refused == []
    actual = came.actual("aoba/1-1/online", 2025)
    assert (actual.value, actual.remark) == (Decimal(61), "周知した。")


def test_one_cell_filled_differently_in_two_is_refused_naming_both(town: Town) -> None:
    one = town.book().fill({(ONLINE, "value"): 61})
    two = town.book().fill({(ONLINE, "value"): 62})
    came = town.take(one, two)
    assert came.refused == [(two.at(ONLINE, "value", "b.xlsx"), "filled-differently")]
    text = problem_text(came.taken.problems[0])
    assert one.at(ONLINE, "value", "a.xlsx") in text
    assert "61" in text
    assert "62" in text


def test_a_copied_sheet_in_one_workbook_counts_as_two(town: Town) -> None:
    book = town.book().fill({(ONLINE, "value"): 61})
    copy = book.workbook.copy_worksheet(book.sheet(ONLINE))
    copy.cell(book.row(ONLINE), book.column(ONLINE, "value"), 62)
    assert [code for _, code in town.take(book).refused] == ["filled-differently"]


@pytest.mark.parametrize("entered", [61, None])
def test_what_was_recorded_meanwhile_is_not_overwritten(town: Town, entered: int | None) -> None:
    book = town.book().fill({(ONLINE, "value"): entered})
    town.change("plans/aoba.yaml", R6, f"{R6}              R7: 62\n")
    came = town.take(book)
    expected = [(book.at(ONLINE, "value"), "recorded-meanwhile")] if entered else []
    assert came.refused == expected
    assert came.change_set.edits() == []
    if entered:
        assert "62" in problem_text(came.taken.problems[0])


def test_the_same_recorded_meanwhile_is_no_conflict(town: Town) -> None:
    book = town.book().fill({(ONLINE, "value"): 61})
    town.change("plans/aoba.yaml", R6, f"{R6}              R7: 61.0\n")
    came = town.take(book)
    assert (came.refused, came.taken.known) == ([], 1)


def test_a_figure_clashes_as_a_whole(town: Town) -> None:
    book = town.book().fill({(WAITING, "as_of"): "R8.3"})
    town.change("plans/aoba.yaml", "value: 18.5", "value: 18.7")
    assert town.take(book).refused == [(book.at(WAITING, "as_of"), "recorded-meanwhile")]


def test_a_clash_tells_what_the_figure_is_now(town: Town) -> None:
    book = town.book().fill({(ONLINE, "value"): 61.5, (ONLINE, "note"): "監査済"})
    town.change(
        "plans/aoba.yaml",
        R6,
        f"{R6}              R7:\n                value: 62\n                as_of: R8.3\n",
    )
    texts = [problem_text(problem) for problem in town.take(book).taken.problems]
    assert texts == [
        "“61.5” here, but meanwhile 62% was recorded, which is not overwritten",
        "“監査済” here, but meanwhile 62% final R8.3 was recorded, which is not overwritten",
    ]


def test_a_remark_does_not_clash_with_a_figure(town: Town) -> None:
    book = town.book().fill({(WAITING, "remark"): "窓口を増やした。"})
    town.change("plans/aoba.yaml", "value: 18.5", "value: 18.7")
    came = town.take(book)
    assert came.refused == []
    assert str(came.actual("aoba/1-2/waiting", 2025).value) == "18.7"


def test_texts_recorded_meanwhile_clash_too(town: Town) -> None:
    book = town.book().fill({("aoba/portal@R7", "issues"): "周知が足りない。"})
    town.change("projects/aoba/portal.yaml", "利用が伸びない。", "利用が少ない。")
    assert town.take(book).refused == [(book.at("aoba/portal@R7", "issues"), "recorded-meanwhile")]


def test_a_target_revised_meanwhile_is_no_conflict(town: Town) -> None:
    book = town.book().fill({(ONLINE, "value"): 61})
    town.change("plans/aoba.yaml", "              R7: 60\n", "              R7: 55\n")
    assert town.take(book).refused == []


def test_a_unit_changed_meanwhile_makes_figures_meaningless(town: Town) -> None:
    book = town.book().fill({(CALLS, "value"): 40})
    town.change(
        "plans/aoba.yaml",
        "            name: 電話の件数\n            unit: 件\n",
        "            name: 電話の件数\n            unit: 千件\n",
    )
    assert town.take(book).refused == [(book.at(CALLS, "value"), "definition-changed")]


def test_an_action_reworded_meanwhile_is_not_the_one_that_was_meant(town: Town) -> None:
    key = "aoba/portal@R7#1"
    book = town.book().fill({(key, "state"): "完了"})
    town.change("projects/aoba/portal.yaml", "    - 設計\n", "    - 調達\n")
    assert town.take(book).refused == [(book.at(key, "state"), "definition-changed")]
