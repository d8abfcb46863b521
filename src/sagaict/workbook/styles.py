"""How sheets look and print, shared by those to fill in and those to read."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.worksheet.dimensions import RowDimension
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from sagaict.domain.light import dataclass
from sagaict.reporting.width import wrap
from sagaict.workbook.cells import Content, text_of

__all__ = [
    "ENTRY",
    "HEADING",
    "HIDDEN",
    "KNOWN",
    "NOTE",
    "TITLE",
    "Look",
    "fit_height",
    "print_on_a4",
    "put",
]

_FONT = "Yu Gothic"
_DIGITS = 15
"""So many digits of a number a spreadsheet keeps."""
_LINE_HEIGHT = 16.5
_HIGHEST = 400.0
"""In points; a row can have 409."""
_LINE = Side(style="thin", color="9AA5B1")
_GRID = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_TOP = Alignment(vertical="top", wrap_text=True)


@dataclass(frozen=True, slots=True)
class Look:
    """The look of a cell."""

    font: Font
    fill: PatternFill | None = None
    border: Border | None = None
    alignment: Alignment | None = None
    locked: bool = True


def _fill(colour: str) -> PatternFill:
    return PatternFill("solid", start_color=colour, end_color=colour)


TITLE = Look(Font(name=_FONT, size=14, bold=True))
NOTE = Look(Font(name=_FONT, size=9, color="52606D"))
HEADING = Look(
    Font(name=_FONT, size=10, bold=True, color="FFFFFF"),
    _fill("3E4C59"),
    _GRID,
    Alignment(horizontal="center", vertical="center", wrap_text=True),
)
KNOWN = Look(Font(name=_FONT, size=10), _fill("E4E7EB"), _GRID, _TOP)
ENTRY = Look(Font(name=_FONT, size=10), _fill("FFFBEA"), _GRID, _TOP, locked=False)
HIDDEN = Look(Font(name=_FONT, size=8, color="9AA5B1"))


def put(sheet: Worksheet, row: int, column: int, content: Content, look: Look) -> Cell:
    """Fill a cell. Text is always text, whatever it begins with; it never becomes a formula."""
    cell = sheet.cell(row, column)
    assert isinstance(cell, Cell)  # noqa: S101 - a merged cell cannot be: nothing is merged
    if isinstance(content, Decimal) and len(content.as_tuple().digits) <= _DIGITS:
        cell.value = content
    elif content is not None:
        cell.value = str(content)
        cell.data_type = "s"  # whatever was made of it: a formula, an error value
        cell.quotePrefix = str(content)[:1] in ("=", "+", "-", "@", "'")
    cell.font = look.font
    if look.fill is not None:
        cell.fill = look.fill
    if look.border is not None:
        cell.border = look.border
    if look.alignment is not None:
        cell.alignment = look.alignment
    cell.protection = Protection(locked=look.locked)
    return cell


class _AutoHeight(RowDimension):
    """A row whose height is a first guess: it still grows with what is typed."""

    @property
    def customHeight(self) -> bool:  # noqa: N802 - the library's name
        """Whether the height was set by hand."""
        return False


def fit_height(
    sheet: Worksheet, row: int, cells: Iterable[tuple[Content, int]], least: int = 1
) -> None:
    """Make a row as high as its contents, each with the width of its column, need.

    Neither program works that out by itself when it opens the file.
    """
    lines = max(least, *(len(wrap(text_of(content), _room(width))) for content, width in cells))
    height = min(_LINE_HEIGHT * lines + 3, _HIGHEST)
    sheet.row_dimensions[row] = _AutoHeight(sheet, index=row, ht=height)


def _room(width: int) -> int:
    """How many half-width characters of this size fit into a column, whose width is in larger ones.

    Each takes 6⅔ pixels, and a column 7 for each of its width.
    """
    return width * 21 // 20


def print_on_a4(sheet: Worksheet, title_row: int) -> None:
    """A4 landscape, as wide as the page, the heading row on every page, pages numbered."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = f"{title_row}:{title_row}"
    sheet.print_options.horizontalCentered = True
    margins = sheet.page_margins
    margins.left = margins.right = 0.4
    margins.top = margins.bottom = 0.55
    margins.header = margins.footer = 0.25
    footer = sheet.oddFooter
    if footer is not None:
        footer.left.text = "&A"
        footer.right.text = "&P / &N"
