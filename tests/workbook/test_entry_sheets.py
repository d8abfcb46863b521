"""What is in the workbook that goes out."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from openpyxl.cell.cell import Cell
from town import DAY, Town

from sagaict import language
from sagaict.computing.selection import Filter
from sagaict.domain.fiscal import FiscalYear
from sagaict.domain.owner import Owner
from sagaict.language.words import term
from sagaict.reporting.width import columns
from sagaict.workbook.grid import letters
from sagaict.workbook.layout import LAYOUTS

ONLINE = "aoba/1-1/online@R7"


@pytest.fixture
def japanese() -> Iterator[None]:
    language.activate("ja")
    yield
    language.activate("en")


def keys(town: Town, day: date = DAY, **choice: Any) -> list[str]:
    return [row.key for row in town.rows(day, **choice).results]


def test_a_row_for_each_indicator_and_the_year_that_ended(town: Town) -> None:
    assert keys(town) == [
        "aoba/1-1/online@R7",
        "aoba/1-1/calls@R7",  # its target is of R9: it is on the way
        "aoba/1-1/hours@R7",
        "aoba/portal/visits@R7",
        "aoba/1-2/waiting@R7",
        "aoba/1-2/leaks@R7",
        "aoba/kiosk/places@R7",
    ]


def test_what_is_still_owed_of_earlier_years_has_a_row_too(town: Town) -> None:
    town.change(
        "plans/aoba.yaml", "              R7: 60\n", "              R6: 55\n              R7: 60\n"
    )
    town.change(
        "plans/aoba.yaml",
        "              R6: 50  # 4月の報告\n",
        "              R6:\n                state: pending\n",
    )
    assert keys(town)[:2] == ["aoba/1-1/online@R6", "aoba/1-1/online@R7"]


def test_a_year_asked_for_takes_the_place_of_what_is_due(town: Town) -> None:
    asked = keys(town, years=frozenset({FiscalYear(2026)}))
    assert asked == ["aoba/1-1/online@R8", "aoba/1-1/calls@R8", "aoba/1-1/hours@R8"]


def test_computed_indicators_have_no_row(town: Town) -> None:
    town.change(
        "plans/aoba.yaml",
        "            owner: 市民課\n",
        "            derived:\n              share_met: {}\n",
    )
    assert "aoba/1-1/online@R7" not in keys(town)


def test_an_owner_gets_the_rows_that_bear_its_name(town: Town) -> None:
    rows = town.rows(conditions=Filter(owners=frozenset({Owner(section="市民課")})))
    assert [row.key for row in rows.results] == ["aoba/1-1/online@R7", "aoba/kiosk/places@R7"]
    assert [row.key for row in rows.evaluations] == ["aoba/kiosk@R7"]
    assert not rows.actions
    assert "aoba/1-1/calls@R7" in keys(town, conditions=Filter(owners=frozenset({None})))


def test_an_action_goes_to_those_it_names_and_the_rest_of_a_shared_project_to_each(
    town: Town,
) -> None:
    portal = "projects/aoba/portal.yaml"
    town.change(portal, "    - 設計\n", "    - text: 設計\n      owner: 公民館\n")
    town.change(portal, "owner: 情報政策課\n", "owner: [企画課, 広報課]\n")

    def given(section: str) -> tuple[list[str], list[str]]:
        rows = town.rows(conditions=Filter(owners=frozenset({Owner(section=section)})))
        return [row.key for row in rows.actions], [row.key for row in rows.evaluations]

    assert given("企画課") == given("広報課") == (["aoba/portal@R7#2"], ["aoba/portal@R7"])
    assert given("公民館") == (["aoba/portal@R7#1"], [])


def test_actions_and_evaluations_have_rows_of_their_own(town: Town) -> None:
    rows = town.rows()
    assert [row.key for row in rows.actions] == ["aoba/portal@R7#1", "aoba/portal@R7#2"]
    assert [row.key for row in rows.evaluations] == ["aoba/portal@R7", "aoba/kiosk@R7"]


def test_a_project_that_was_given_up_is_not_asked_about(town: Town) -> None:
    text = town.read("projects/aoba/kiosk.yaml")
    town.write("projects/aoba/kiosk.yaml", text + "evaluations:\n  R6:\n    progress: cancelled\n")
    rows = town.rows()
    assert "aoba/kiosk@R7" not in [row.key for row in rows.evaluations]
    assert "aoba/kiosk/places@R7" not in [row.key for row in rows.results]


def test_what_is_known_is_locked_and_what_is_asked_for_is_not(town: Town) -> None:
    book = town.book()
    for sheet in book.workbook.worksheets[:3]:
        assert sheet.protection.sheet
        kind = str(sheet["A1"].value).split()[2]
        entered = {column.id for column in LAYOUTS[kind].entered}  # type: ignore[index]
        for row in sheet.iter_rows(min_row=2):
            for cell in row:
                assert isinstance(cell, Cell)
                name = sheet.cell(1, cell.column).value
                keyed = "@" in str(sheet.cell(cell.row, 1).value)
                assert cell.protection.locked == (not keyed or name not in entered)


def test_the_marks_are_hidden(town: Town) -> None:
    sheet = town.book().workbook.worksheets[0]
    assert sheet.row_dimensions[1].hidden
    assert sheet.column_dimensions["A"].hidden
    assert sheet.column_dimensions["B"].hidden
    assert town.book().workbook["_sagaict"].sheet_state == "hidden"


def test_every_cell_to_fill_in_has_a_validation(town: Town) -> None:
    for sheet in town.book().workbook.worksheets[:3]:
        covered = {
            f"{letters(column)}{row}"
            for each in sheet.data_validations.dataValidation
            for area in each.sqref.ranges
            for row, column in area.cells
        }
        unlocked = {
            cell.coordinate
            for row in sheet.iter_rows()
            for cell in row
            if not cell.protection.locked
        }
        assert covered == unlocked


@pytest.mark.usefixtures("japanese")
def test_states_are_chosen_from_japanese_words(town: Town) -> None:
    sheet = town.book().workbook.worksheets[0]
    lists = [each.formula1 for each in sheet.data_validations.dataValidation if each.type == "list"]
    assert lists == ['"確定,速報,見込み,達成,未達成,評価中,調査未実施,評価困難"']


@pytest.mark.usefixtures("japanese")
def test_words_of_the_contract_fit_into_their_columns(town: Town) -> None:
    sheets = town.book().workbook
    assert sheets.worksheets[0].column_dimensions["F"].width >= columns(term("goal"))
    for layout, sheet in zip(LAYOUTS.values(), sheets.worksheets, strict=False):
        for number, column in enumerate(layout.columns, start=3):
            widest = max((columns(term(name)) for name in column.choices), default=0)
            assert sheet.column_dimensions[letters(number)].width >= widest
    definitions = sheets.worksheets[3]
    assert definitions.column_dimensions["E"].width >= columns(term("increase"))


def test_a_share_takes_numbers_up_to_100(town: Town) -> None:
    book = town.book()
    where = book.cell(ONLINE, "value").coordinate
    found = [
        each
        for each in book.sheet(ONLINE).data_validations.dataValidation
        if where in str(each.sqref).split()
    ]
    assert [(each.type, each.formula1) for each in found] == [
        ("custom", f"AND(VALUE({where})>=0,VALUE({where})<=100)")
    ]


def test_a_percentage_typed_into_a_share_stays_as_it_was_typed(town: Town) -> None:
    assert town.book().cell(ONLINE, "value").number_format == "@"
    assert town.book().cell("aoba/1-1/calls@R7", "value").number_format.startswith("#,##0")


def test_what_is_recorded_already_stands_in_the_cells(town: Town) -> None:
    book = town.book()
    row = [
        book.cell("aoba/1-2/leaks@R7", name).value for name in ("value", "state", "remark", "note")
    ]
    assert row == [0, "final", "今年もなかった。", "監査済み"]
    assert book.cell("aoba/1-2/waiting@R7", "as_of").value == "R8.2"
    assert book.cell("aoba/portal@R7", "issues").value == "利用が伸びない。"
    assert book.cell("aoba/portal@R7#2", "state").value == "on schedule"


def test_the_target_stands_beside_with_its_own_year_or_period(town: Town) -> None:
    book = town.book()
    shown = {
        name: book.cell(f"aoba/{name}@R7", "target").value
        for name in ("1-1/online", "1-1/calls", "1-1/hours")
    }
    assert shown == {
        "1-1/online": "60%",
        "1-1/calls": "R9: 30,000件",
        "1-1/hours": "R6-R9: 17,600時間",
    }
    assert book.cell("aoba/1-1/online@R7", "before").value == "R6: 50%"


def test_missing_is_empty_and_never_0(town: Town) -> None:
    assert town.book().cell(ONLINE, "value").value is None
    assert town.book().cell("aoba/portal/visits@R7", "value").value is None


@pytest.mark.parametrize("text", ["=1+1", "+81-42", "-5件", "@市民課", "'先頭", "=HYPERLINK(1)"])
def test_text_is_never_a_formula(town: Town, text: str) -> None:
    town.change("plans/aoba.yaml", "name: オンライン申請率", f'name: "{text}"')
    town.change("plans/aoba.yaml", "note: 監査済み", f'note: "{text}"')
    book = town.book()
    for key, name in ((ONLINE, "name"), ("aoba/1-2/leaks@R7", "note")):
        cell = book.cell(key, name)
        assert (cell.value, cell.data_type, cell.quotePrefix) == (text, "s", True)
    formulas = [
        cell
        for sheet in book.workbook.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    ]
    assert not formulas


def test_characters_a_workbook_cannot_hold_are_spelled_out(town: Town) -> None:
    town.change("plans/aoba.yaml", "note: 監査済み", 'note: "a\\u0007b"')
    assert town.book().cell("aoba/1-2/leaks@R7", "note").value == "a<U+0007>b"


def test_a_figure_of_more_digits_than_a_spreadsheet_keeps_is_text(town: Town) -> None:
    town.change(
        "plans/aoba.yaml",
        "                value: 0\n",
        "                value: 123456789012345678\n",
    )
    assert town.book().cell("aoba/1-2/leaks@R7", "value").value == "123456789012345678"


def test_it_prints_on_a4_landscape_with_the_headings_on_every_page(town: Town) -> None:
    for sheet in town.book().workbook.worksheets[:4]:
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
        properties = sheet.sheet_properties.pageSetUpPr
        assert properties is not None
        assert properties.fitToPage
        assert sheet.print_title_rows is not None


def test_rows_are_as_high_as_their_text_and_still_grow(town: Town) -> None:
    town.change("plans/aoba.yaml", "note: 監査済み", f"note: {'監査済み' * 20}")
    book = town.book()
    tall = book.sheet(ONLINE).row_dimensions[book.row("aoba/1-2/leaks@R7")]
    low = book.sheet(ONLINE).row_dimensions[book.row(ONLINE)]
    assert tall.height > 2 * low.height
    with zipfile.ZipFile(io.BytesIO(town.sheet())) as parts:
        assert b'customHeight="1"' not in parts.read("xl/worksheets/sheet1.xml")


def test_the_definitions_name_every_indicator_and_document(town: Town) -> None:
    sheet = town.book().workbook.worksheets[3]
    texts = {str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value}
    assert {"オンライン申請率", "設置箇所数", "main: あおば市DX計画", "R6-R9: 17,600時間"} <= texts


def test_a_target_in_words_is_shown_and_judged_on_the_sheet(town: Town) -> None:
    town.change("plans/aoba.yaml", "  R7: 60\n", "  R7: {words: 条例の制定}\n")
    assert town.book().cell(ONLINE, "target").value == "条例の制定"
    came = town.take(town.book().fill({(ONLINE, "value"): "達成", (ONLINE, "as_of"): "R8.4.10"}))
    actual = came.actual("aoba/1-1/online", 2025)
    assert (came.refused, actual.state, str(actual.as_of)) == ([], "reached", "R8.4.10")
    came = town.take(town.book().fill({(ONLINE, "state"): "未達成"}))
    assert came.actual("aoba/1-1/online", 2025).state == "not_reached"
    came = town.take(town.book().fill({("aoba/1-1/calls@R7", "value"): "達成"}))
    assert [code for _at, code in came.refused] == ["no-words"]
