"""What the cells to fill in accept, and what is said when one is selected."""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from sagaict.language import _
from sagaict.language.quantities import unit_name
from sagaict.language.words import term
from sagaict.workbook.layout import Column, Layout
from sagaict.workbook.records import EntryRow

__all__ = ["add_validations"]

_PROMPT = 255
"""So many characters a prompt may have."""


def add_validations(
    sheet: Worksheet, layout: Layout, rows: Sequence[EntryRow], first_row: int, first_column: int
) -> None:
    """Put a validation on every cell to fill in.

    Lists are binding. Numbers and dates only warn: `評価中` or `R8.3` may be typed all the same,
    and is understood when it comes back.
    """
    for place, column in enumerate(layout.columns, start=first_column):
        if not column.entered:
            continue
        letter = get_column_letter(place)
        if column.form == "figure":
            _figures(sheet, column, rows, letter, first_row)
        else:
            validation = _validation(column)
            validation.add(f"{letter}{first_row}:{letter}{first_row + len(rows) - 1}")
            sheet.add_data_validation(validation)


def _figures(
    sheet: Worksheet, column: Column, rows: Sequence[EntryRow], letter: str, first: int
) -> None:
    """A validation for each unit, which its prompt names."""
    groups: dict[tuple[str, bool], DataValidation] = {}
    for number, row in enumerate(rows, start=first):
        group = (row.unit, row.share)
        if group not in groups:
            groups[group] = _of_unit(column, *group, f"{letter}{number}")
        groups[group].add(f"{letter}{number}")
    for validation in groups.values():
        sheet.add_data_validation(validation)


def _of_unit(column: Column, unit: str, share: bool, first: str) -> DataValidation:  # noqa: FBT001 - a group
    """The validation of cells of one unit, of which `first` is the first.

    Cells of a share hold text, which only a formula can look at.
    """
    error = _("A number in {unit} is expected here. Keep what you typed?").format(
        unit=unit_name(unit)
    )
    if share:
        validation = DataValidation(
            type="custom",
            formula1=f"AND(VALUE({first})>=0,VALUE({first})<=100)",
            allow_blank=True,
            errorStyle="warning",
        )
        text = _("In {unit}: 61.3 for 61.3%. Empty where there is none.").format(
            unit=unit_name(unit)
        )
        return _said(validation, column, text, error)
    validation = DataValidation(
        type="decimal",
        operator="between",
        formula1="-999999999999999",
        formula2="999999999999999",
        allow_blank=True,
        errorStyle="warning",
    )
    text = _("In {unit}. The number alone; empty where there is none.").format(unit=unit)
    return _said(validation, column, text, error)


def _validation(column: Column) -> DataValidation:
    if column.form == "choice":
        words = ",".join(term(name) for name in column.choices)
        validation = DataValidation(
            type="list", formula1=f'"{words}"', allow_blank=True, errorStyle="stop"
        )
        return _said(validation, column, _(column.hint), _("Please choose from the list."))
    if column.form == "moment":
        validation = DataValidation(
            type="date",
            operator="greaterThan",
            formula1="32515",  # 7 January 1989, the first day of Heisei less one
            allow_blank=True,
            errorStyle="warning",
        )
        error = _("A date is expected, or a month like R8.3. Keep what you typed?")
        return _said(validation, column, _(column.hint), error)
    validation = DataValidation(
        type="textLength",
        operator="lessThanOrEqual",
        formula1="2000",
        allow_blank=True,
        errorStyle="warning",
    )
    return _said(validation, column, _(column.hint), _("That is a long text. Keep it?"))


def _said(validation: DataValidation, column: Column, hint: str, error: str) -> DataValidation:
    validation.promptTitle = validation.errorTitle = _(column.heading)[:32]
    validation.prompt = hint[:_PROMPT]
    validation.error = error[:_PROMPT]
    validation.showInputMessage = validation.showErrorMessage = True
    return validation
