"""An empty table to copy a plan's indicators into, with guidance in the cells."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from types import MappingProxyType

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from sagaict.domain.fiscal import FiscalYear
from sagaict.domain.light import dataclass
from sagaict.language import _, mark
from sagaict.language.words import term
from sagaict.workbook.plan_table.headings import ROLE_NAMES, Role
from sagaict.workbook.styles import ENTRY, HEADING, NOTE, TITLE, fit_height, print_on_a4, put

__all__ = ["template"]

_ROWS = 200
"""So many rows are prepared; more may be added below."""
_HEADING_ROW = 6


@dataclass(frozen=True, slots=True)
class _Column:
    """A column, its width, what is said when a cell is selected, and the words it takes."""

    role: Role
    width: int
    hint: str
    choices: tuple[str, ...] = ()


_BEFORE = (
    _Column("no", 8, mark("The number printed before the indicator; it becomes the id.")),
    _Column("goal", 22, mark("The level above the measure; the same words in every row of it.")),
    _Column("measure", 22, mark("The level above the indicator; in every row.")),
    _Column("name", 34, mark("As printed. A row for each figure: parts have rows of their own.")),
    _Column("definition", 26, mark("How the figure is taken or computed, if the plan says it.")),
    _Column("unit", 9, mark("As printed: %, people, hours, ...")),
    _Column("direction", 16, mark("Which way is better?"), ("increase", "decrease")),
    _Column(
        "aggregation",
        14,
        mark(
            "level: a state or share at one time. annual: counted anew each year. cumulative: adds "
            "up since before the plan. period total: adds up over the plan, from 0."
        ),
        ("level", "annual", "cumulative", "period_total"),
    ),
    _Column("baseline_year", 12, mark("The year the baseline is of, such as 2024.")),
    _Column("baseline", 12, mark("As printed. Leave it empty where there is none; it is not 0.")),
)
_AFTER = (
    _Column("published", 12, mark("When the newest result came out, e.g. R8.3; if it is late.")),
    _Column("latest", 9, mark("By how many years results always come late; else empty.")),
    _Column("owner", 18, mark("The section in charge.")),
    _Column("place", 14, mark("Where in the document it stands, e.g. p.26.")),
    _Column("note", 30, mark("Whatever else the plan says of it.")),
)
_YEARLY: Mapping[Role, str] = MappingProxyType(
    {
        "target": mark(
            "As printed (about 5,000, 80% or more); “undecided” while it is not decided."
        ),
        "actual": mark(
            "As printed; empty where there is none yet. “pending” and “not surveyed” are read."
        ),
    }
)


def template(years: Sequence[FiscalYear], today: date) -> bytes:
    """The workbook as the bytes of an .xlsx file, with targets and results of these years."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = _("Indicators")
    put(sheet, 1, 1, _("Indicators of a plan"), TITLE)
    for row, text in enumerate(_guidance(), start=2):
        put(sheet, row, 1, text, NOTE)
    columns = [
        *((each, _(ROLE_NAMES[each.role])) for each in _BEFORE),
        *_of_years(years),
        *((each, _(ROLE_NAMES[each.role])) for each in _AFTER),
    ]
    for number, (column, heading) in enumerate(columns, start=1):
        put(sheet, _HEADING_ROW, number, heading, HEADING)
        letter = get_column_letter(number)
        sheet.column_dimensions[letter].width = column.width
        validation = _validation(column, heading)
        validation.add(f"{letter}{_HEADING_ROW + 1}:{letter}{_HEADING_ROW + _ROWS}")
        sheet.add_data_validation(validation)
        for row in range(_HEADING_ROW + 1, _HEADING_ROW + _ROWS + 1):
            put(sheet, row, number, None, ENTRY)
    fit_height(sheet, _HEADING_ROW, [(heading, column.width) for column, heading in columns])
    sheet.freeze_panes = f"E{_HEADING_ROW + 1}"
    print_on_a4(sheet, _HEADING_ROW)
    moment = datetime(today.year, today.month, today.day)  # noqa: DTZ001 - a day, without a zone
    book.properties.creator = "sagaict"
    book.properties.created = book.properties.modified = moment
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _guidance() -> tuple[str, ...]:
    return (
        _("A row for each indicator, as the plan prints it. Columns may be moved or deleted."),
        _("Select a cell to read what belongs there. An empty cell is missing, and never 0."),
        _("Then: {command}").format(command="sagaict new plan … --from FILE.xlsx"),
    )


def _of_years(years: Sequence[FiscalYear]) -> list[tuple[_Column, str]]:
    return [
        (_Column(role, 12, hint), f"{year.label} {_(ROLE_NAMES[role])}")
        for role, hint in _YEARLY.items()
        for year in years
    ]


def _validation(column: _Column, heading: str) -> DataValidation:
    """What a cell accepts: a list is binding, all else is only explained."""
    if column.choices:
        words = ",".join(term(name) for name in column.choices)
        validation = DataValidation(
            type="list", formula1=f'"{words}"', allow_blank=True, errorStyle="stop"
        )
        validation.error = _("Please choose from the list.")
    else:
        validation = DataValidation(
            type="textLength",
            operator="lessThanOrEqual",
            formula1="1000",
            allow_blank=True,
            errorStyle="warning",
        )
        validation.error = _("That is a long text. Keep it?")
    validation.promptTitle = validation.errorTitle = heading[:32]
    validation.prompt = _(column.hint)[:255]
    validation.showInputMessage = validation.showErrorMessage = True
    return validation
