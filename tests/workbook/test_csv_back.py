"""CSV instead of a workbook: an entry sheet saved as one, and the table of the export."""

from __future__ import annotations

import csv
import io
from datetime import date
from decimal import Decimal

import pytest
from town import DAY, Book, Town

from sagaict.computing.view import View
from sagaict.reporting.machine import csv_bytes
from sagaict.reporting.rows import COLUMNS, Row, rows_of
from sagaict.workbook.problems import problem_text

ONLINE, CALLS, LEAKS = "aoba/1-1/online@R7", "aoba/1-1/calls@R7", "aoba/1-2/leaks@R7"


def saved_as_csv(book: Book, key: str, encoding: str, delimiter: str = ",") -> bytes:
    """The sheet that holds a row as a spreadsheet program saves it: what is shown, as text."""

    def shown(value: object) -> str:
        if isinstance(value, date):
            return f"{value.year}/{value.month}/{value.day}"
        if isinstance(value, int | float) and not isinstance(value, bool):
            return f"{value:,}"
        return "" if value is None else str(value)

    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=delimiter, lineterminator="\r\n")
    for row in book.sheet(key).iter_rows(values_only=True):
        writer.writerow([shown(value) for value in row])
    return stream.getvalue().encode(encoding, "replace")


def table(town: Town, **changes: dict[str, str]) -> bytes:
    """The export, with cells changed by the tail of the indicator's id and the year."""
    lines = list(csv.reader(io.StringIO(exported(town, "utf-8").decode())))
    for line in lines[1:]:
        name = line[COLUMNS.index("indicator_id")].rpartition("/")[2]
        for column, text in changes.get(f"{name}_{line[COLUMNS.index('fiscal_year')]}", {}).items():
            line[COLUMNS.index(column)] = text
    stream = io.StringIO(newline="")
    csv.writer(stream).writerows(lines)
    return stream.getvalue().encode("utf-8-sig")


def exported(town: Town, encoding: str) -> bytes:
    view = View.on(DAY)
    rows: list[Row] = [
        row for entry in town.workspace.portfolio().indicators() for row in rows_of(entry, view)
    ]
    return csv_bytes(COLUMNS, rows, encoding)


@pytest.mark.parametrize("encoding", ["cp932", "utf-8-sig", "utf-8"])
@pytest.mark.parametrize("delimiter", [",", "\t"])
def test_an_entry_sheet_saved_as_csv_is_understood(
    town: Town, encoding: str, delimiter: str
) -> None:
    cells = {(CALLS, "value"): 40570, (CALLS, "as_of"): date(2026, 3, 31)}
    book = town.book().fill({**cells, (CALLS, "remark"): "窓口を\n減らした。"})
    came = town.take(kpi_csv=saved_as_csv(book, CALLS, encoding, delimiter))
    assert (came.refused, came.unusable) == ([], {})
    actual = came.actual("aoba/1-1/calls", 2025)
    assert (actual.value, str(actual.as_of)) == (Decimal(40570), "R8.3.31")
    assert actual.remark == "窓口を\n減らした。"
    assert came.taken.changed == 3


def test_a_csv_that_is_called_a_workbook_is_understood_as_what_it_is(town: Town) -> None:
    book = town.book().fill({(CALLS, "value"): "４０，５７０件"})
    came = town.take(kpi_xlsx=saved_as_csv(book, CALLS, "cp932"))
    assert (came.refused, came.unusable) == ([], {})
    assert came.actual("aoba/1-1/calls", 2025).value == 40570


def test_signs_that_cp932_lacks_are_no_change(town: Town) -> None:
    town.change("plans/aoba.yaml", "note: 監査済み", "note: 4月〜3月 −1 ― A—B")
    book = town.book()
    content = saved_as_csv(book, LEAKS, "utf-8").decode()
    for sign, twin in (("〜", "～"), ("−", "－"), ("—", "―")):
        content = content.replace(sign, twin)
    assert town.take(kpi_csv=content.encode("cp932")).taken.changed == 0


def test_a_bad_cell_of_a_csv_has_an_address_too(town: Town) -> None:
    book = town.book().fill({(CALLS, "value"): "四万件"})
    came = town.take(kpi_csv=saved_as_csv(book, CALLS, "cp932"))
    assert came.refused == [(f"kpi.csv!{book.cell(CALLS, 'value').coordinate}", "words")]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-8", "cp932"])
def test_an_export_that_comes_back_unchanged_changes_nothing(town: Town, encoding: str) -> None:
    came = town.take(kpi_csv=exported(town, encoding))
    assert (came.refused, came.unusable, came.taken.changed) == ([], {}, 0)
    assert came.taken.rows == 12


def test_an_export_that_was_filled_in_is_taken_over(town: Town) -> None:
    content = table(
        town,
        online_2025={"actual_value": "６１％", "actual_as_of": "R8.3"},
        places_2025={"actual_value": "4", "actual_state": "速報", "source": "report p.2"},
    )
    came = town.take(kpi_csv=content)
    assert came.refused == []
    online, places = (came.actual(name, 2025) for name in ("aoba/1-1/online", "aoba/kiosk/places"))
    assert (online.value, online.state, str(online.as_of)) == (Decimal(61), "final", "R8.3")
    assert online.source is None  # what stood there was the target's
    assert (places.value, places.state, places.source) == (Decimal(4), "provisional", "report p.2")


def test_a_final_figure_is_not_overwritten_by_a_table(town: Town) -> None:
    came = town.take(kpi_csv=table(town, leaks_2025={"actual_value": "3"}))
    assert [code for _, code in came.refused] == ["final-exists"]


def test_an_emptied_cell_of_a_table_says_nothing(town: Town) -> None:
    came = town.take(kpi_csv=table(town, leaks_2025={"actual_value": "", "actual_state": ""}))
    assert (came.refused, came.taken.changed) == ([], 0)


def test_the_sum_of_a_period_is_no_figure_of_its_last_year(town: Town) -> None:
    came = town.take(kpi_csv=table(town, hours_2027={"actual_value": "9000"}))
    assert [code for _, code in came.refused] == ["sum-of-years"]


def test_few_columns_are_enough_in_any_order(town: Town) -> None:
    content = "実績の備考,actual_value,fiscal_year_label,indicator_id\n-,61,R7,aoba/1-1/online\n"
    came = town.take(kpi_csv=content.encode("cp932"))
    assert came.lines == ([], ["R7: 61"])


@pytest.mark.parametrize(
    ("line", "place", "code"),
    [
        ("aoba/1-1/nothing,R7,5", "A2", "unknown-record"),
        ("aoba/1-1/online,来年,5", "B2", "bad-year"),
        (",R7,5", "C2", "added-row"),
        ("aoba/1-1/online,R7,5件", "C2", "unit"),
        ("aoba/1-1/online,R12,5", "C2", "outside-period"),
        ("aoba/1-1/online,R8,'=5", "C2", "formula"),
    ],
)
def test_lines_of_a_table_are_refused_by_their_cell(
    town: Town, line: str, place: str, code: str
) -> None:
    content = f"indicator_id,fiscal_year,actual_value\n{line}\n".encode()
    came = town.take(kpi_csv=content)
    assert came.refused == [(f"kpi.csv!{place}", code)]
    assert problem_text(came.taken.problems[0])


def test_a_table_without_results_is_not_read(town: Town) -> None:
    came = town.take(kpi_csv=b"indicator_id,name\naoba/1-1/online,x\n")
    assert came.unusable == {"kpi.csv": "columns-missing"}


def test_a_workbook_and_a_table_that_disagree_are_refused(town: Town) -> None:
    book = town.book().fill({(ONLINE, "value"): 61})
    came = town.take(book, kpi_csv=table(town, online_2025={"actual_value": "62"}))
    assert [code for _, code in came.refused] == ["filled-differently"]


def test_what_a_running_total_adds_in_a_year_is_not_taken_for_it(town: Town) -> None:
    both = "R7: 4,500\n              R6-R9: 17,600\n"
    town.change("plans/aoba.yaml", "R6-R9: 17,600\n", both)
    town.change(
        "plans/aoba.yaml",
        "R6: 4,000\n",
        "R6: 4,000\n              R7: {value: 8600, span: R6-R7}\n",
    )
    came = town.take(kpi_csv=exported(town, "utf-8"))
    assert (came.refused, came.unusable, came.taken.changed) == ([], {}, 0)
    assert b"4600" in exported(town, "utf-8")
