"""The entry workbook, made with openpyxl: protected, validated, ready to print."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal

from openpyxl import Workbook
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Alignment
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.styles.numbers import NumberFormat
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from sagaict.language import _
from sagaict.workbook.cells import Content
from sagaict.workbook.definitions import add_definitions
from sagaict.workbook.due import Rows
from sagaict.workbook.layout import (
    BESIDE,
    FINGERPRINT,
    LAYOUTS,
    MARKER,
    META,
    VERSION,
    Layout,
    SheetKind,
    marker_of,
)
from sagaict.workbook.records import EntryRow
from sagaict.workbook.styles import (
    ENTRY,
    HEADING,
    HIDDEN,
    KNOWN,
    NOTE,
    TITLE,
    fit_height,
    print_on_a4,
    put,
)
from sagaict.workbook.validation import add_validations

__all__ = ["compose"]

_FIRST = 3
"""The first visible column: behind the key and the fingerprint."""
_TITLE_ROW = 2


def compose(rows: Rows, today: date, told: Sequence[str] = ()) -> bytes:
    """The workbook as the bytes of an .xlsx file.

    `told` is what every sheet says first: what is missing from it, what it was narrowed to.
    """
    book = Workbook()
    sheets: dict[SheetKind, tuple[EntryRow, ...]] = {
        "results": rows.results,
        "actions": rows.actions,
        "evaluations": rows.evaluations,
    }
    for kind, found in sheets.items():
        if found:
            _entry_sheet(book.create_sheet(_(LAYOUTS[kind].title)), LAYOUTS[kind], found, told)
    if rows.indicators:
        add_definitions(book.create_sheet(_("Definitions")), rows.indicators)
    _meta_sheet(book.create_sheet(META), today)
    book.remove(book.worksheets[0])
    book.active = 0
    moment = datetime(today.year, today.month, today.day)  # noqa: DTZ001 - a day, without a zone
    book.properties.creator = "sagaict"
    book.properties.created = book.properties.modified = moment
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _entry_sheet(
    sheet: Worksheet, layout: Layout, rows: Sequence[EntryRow], told: Sequence[str]
) -> None:
    notes = [*told, *map(_, layout.notes)]
    heading = _TITLE_ROW + len(notes) + 1
    put(sheet, 1, 1, marker_of(layout.kind), HIDDEN)
    put(sheet, 1, 2, FINGERPRINT, HIDDEN)
    for number in range(_TITLE_ROW, heading + 1):
        put(sheet, number, 1, BESIDE, HIDDEN)
    plans = list(dict.fromkeys(row.known["plan"] for row in rows))
    put(sheet, _TITLE_ROW, _FIRST + (len(plans) == 1), _title(layout, plans), TITLE)
    for number, note in enumerate(notes, start=_TITLE_ROW + 1):
        put(sheet, number, _FIRST + (len(plans) == 1), note, NOTE)
    for number, column in enumerate(layout.columns, start=_FIRST):
        put(sheet, 1, number, column.id, HIDDEN)
        put(sheet, heading, number, _(column.heading), HEADING)
        sheet.column_dimensions[get_column_letter(number)].width = column.width
    fit_height(sheet, heading, ((_(each.heading), each.width) for each in layout.columns))
    for number, row in enumerate(rows, start=heading + 1):
        _entry_row(sheet, number, layout, row)
    # With a single plan its name stands above, and the column is no use.
    sheet.column_dimensions[get_column_letter(_FIRST)].hidden = len(plans) == 1
    sheet.column_dimensions["A"].hidden = sheet.column_dimensions["B"].hidden = True
    sheet.row_dimensions[1].hidden = True
    add_validations(sheet, layout, rows, heading + 1, _FIRST)
    _numbers(sheet, layout, rows, heading + 1)
    first_entry = next(n for n, column in enumerate(layout.columns, _FIRST) if column.entered)
    sheet.freeze_panes = f"{get_column_letter(min(first_entry, _FIRST + 3))}{heading + 1}"
    last = get_column_letter(_FIRST + len(layout.columns) - 1)
    sheet.auto_filter.ref = f"{get_column_letter(_FIRST)}{heading}:{last}{heading + len(rows)}"
    print_on_a4(sheet, heading)
    sheet.print_area = f"A1:{last}{heading + len(rows)}"
    _protect(sheet)


def _title(layout: Layout, plans: Sequence[str]) -> str:
    return (
        _("{what}: {name}").format(what=_(layout.title), name=plans[0])
        if len(plans) == 1
        else _(layout.title)
    )


def _entry_row(sheet: Worksheet, number: int, layout: Layout, row: EntryRow) -> None:
    put(sheet, number, 1, row.key, HIDDEN)
    put(sheet, number, 2, row.fingerprint, HIDDEN)
    contents: dict[str, Content] = {**row.known, **row.entries}
    cells = [(contents.get(each.id), each.width) for each in layout.columns]
    fit_height(sheet, number, cells, layout.lines)
    for place, column in enumerate(layout.columns, start=_FIRST):
        if column.entered:
            cell = put(sheet, number, place, row.entries.get(column.id), ENTRY)
            if column.form == "figure":
                # As text, `61.3%` stays what was typed; as a number it would become 0.613.
                cell.number_format = "@" if row.share else "#,##0.0" + "#" * 9
                cell.alignment = Alignment(horizontal="right", vertical="top")
            elif column.form == "moment":
                cell.number_format = "yyyy/m/d"
                cell.alignment = Alignment(horizontal="left", vertical="top", wrap_text=True)
            elif column.form in ("text", "long"):
                cell.number_format = "@"
        else:
            put(sheet, number, place, row.known[column.id], KNOWN)


def _numbers(sheet: Worksheet, layout: Layout, rows: Sequence[EntryRow], first: int) -> None:
    """Whole numbers without a decimal point: a format alone cannot say so."""
    for place, column in enumerate(layout.columns, start=_FIRST):
        if column.form == "figure":
            letter = get_column_letter(place)
            whole = DifferentialStyle(numFmt=NumberFormat(numFmtId=200, formatCode="#,##0"))
            rule = Rule(
                type="expression", dxf=whole, formula=[f"{letter}{first}=INT({letter}{first})"]
            )
            sheet.conditional_formatting.add(
                f"{letter}{first}:{letter}{first + len(rows) - 1}", rule
            )


def _protect(sheet: Worksheet) -> None:
    """Lock what is known, without a password: it keeps from slips, not from people."""
    protection = sheet.protection
    protection.sheet = True
    protection.formatColumns = protection.formatRows = protection.autoFilter = False


def _meta_sheet(sheet: Worksheet, today: date) -> None:
    facts: dict[str, Content] = {
        "workbook": MARKER,
        "version": Decimal(VERSION),
        "made": today.isoformat(),
    }
    for number, (name, content) in enumerate(facts.items(), start=1):
        put(sheet, number, 1, name, HIDDEN)
        put(sheet, number, 2, content, HIDDEN)
    sheet.sheet_state = "hidden"
    sheet.protection.sheet = True
