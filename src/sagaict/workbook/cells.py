"""The contents of cells, and when two of them say the same.

A number typed as `1,027`, `１０２７` or `1027件` is one figure, 31 March 2026 one day however it is
written, a state one state in either language. The canonical form of a content is what fingerprints
are made of, so that a trip through a spreadsheet program changes nothing.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum

from sagaict.domain.fiscal import FiscalFormatError, Moment, Period, Span
from sagaict.domain.light import dataclass
from sagaict.domain.typed import comparable
from sagaict.language.quantities import DASH, figure
from sagaict.language.words import meant
from sagaict.recording.values import NotUnderstood, understand
from sagaict.workbook.layout import Column, Layout

__all__ = [
    "Content",
    "Odd",
    "Prints",
    "canonical",
    "digest",
    "fingerprint",
    "lines_of",
    "moment_of",
    "prints_of",
    "says_nothing",
    "telling",
    "text_of",
    "told",
]


_TOLD = 30
"""So many characters of a text are told."""
# Signs of which CP932 has only one of two that look the same.
_TWINS = str.maketrans("〜−‖—¥", "～－∥―￥")


class Odd(StrEnum):
    """Contents that are never an entry."""

    FORMULA = "formula"
    ERROR = "error"
    TRUTH = "truth"
    TIME = "time"


Content = str | Decimal | date | Odd | None
"""What a cell holds. A percentage cell is the text it shows (`61.3%`)."""


def text_of(content: Content) -> str:
    """The content as one would read it off the cell."""
    if content is None:
        return ""
    if isinstance(content, Decimal):
        return f"{content.normalize():f}"
    return content.isoformat() if isinstance(content, date) else str(content)


def told(content: Content, unit: str = "") -> str:
    """The content as messages tell it: figures as the sheet shows them, long text in short."""
    if isinstance(content, Decimal):
        return figure(content, unit)
    text = " ".join(text_of(content).split()) or DASH
    return text if len(text) <= _TOLD else f"{text[:_TOLD]}…"


def says_nothing(content: Content) -> bool:
    """Whether it is empty, or a dash or なし in place of nothing."""
    if content is None:
        return True
    if not isinstance(content, str) or isinstance(content, Odd):
        return False
    try:
        return understand(content, "").nothing
    except NotUnderstood:
        return False


def canonical(column: Column, content: Content, unit: str = "") -> str:
    """A form in which contents that say the same are equal; empty for nothing."""
    if says_nothing(content):
        return ""
    if isinstance(content, Odd):
        return f"!{content}"
    text = text_of(content)
    if column.form == "figure":
        return _figure(content, text, unit)
    if column.form == "choice":
        return meant(text, column.choices) or f"?{comparable(text)}"
    if column.form == "moment":
        when = moment_of(content)
        return f"?{comparable(text)}" if when is None else f"{when.first_day}/{when.last_day}"
    return lines_of(text).translate(_TWINS)


def _figure(content: Content, text: str, unit: str) -> str:
    if isinstance(content, date):
        return f"?{text}"
    try:
        found = understand(text, unit)
    except NotUnderstood:
        return f"?{comparable(text)}"
    value = "" if found.value is None else text_of(found.value)
    value += "" if found.printed is None else f"~{comparable(found.printed).translate(_TWINS)}"
    return value if found.state is None else f"{value}:{found.state}"


def lines_of(text: str) -> str:
    """Text without what programs add or drop: blanks at the ends of lines, kinds of line ends."""
    lines = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(line.rstrip() for line in lines).strip()


def moment_of(content: Content) -> Moment | Span | None:
    """The time a content names: a day, a month, a span; `None` if it names none.

    However it was written (`令和5年3月末`, a date), it comes back in the short form (`R5.3`).
    """
    if isinstance(content, date):
        return Moment.on(content)
    if not isinstance(content, str) or isinstance(content, Odd):
        return None
    try:
        found = Moment.parse(content)
    except FiscalFormatError:
        return _span_of(content)
    return found.in_era


def _span_of(text: str) -> Span | None:
    try:
        found = Span.parse(text)
    except FiscalFormatError:
        return None
    first, last = found.first_day, found.last_day
    try:
        Period.parse(text)
    except FiscalFormatError:
        pass
    else:
        return found
    ends = [Moment.in_month_of(day) for day in (first, last)]
    if (ends[0].first_day, ends[1].last_day) != (first, last):
        return found
    return Span(first, last, f"{ends[0]}-{ends[1]}")


def digest(text: str) -> str:
    """A short mark that differs where the text does."""
    return hashlib.sha256(text.encode()).hexdigest()[:10]


@dataclass(frozen=True, slots=True)
class Prints:
    """What a row's fingerprint says: of the record as a whole, and of each cell to fill in.

    `telling` is of the cells that say what the row is about.
    """

    context: str
    cells: Mapping[str, str]
    telling: Mapping[str, str]


def fingerprint(
    layout: Layout,
    known: Mapping[str, str],
    contents: Mapping[str, Content],
    context: str,
    unit: str = "",
) -> str:
    """The fingerprint of a row that shows what is known, with these contents in the cells to fill.

    `context` is what an entry only makes sense with, such as the unit.
    """
    parts = [context, *(canonical(each, contents.get(each.id), unit) for each in layout.entered)]
    parts += [telling(known[name]) for name in layout.telling]
    return ".".join(digest(part) for part in parts)


def telling(content: Content) -> str:
    """The form in which a cell that says what its row is about is told from another one.

    It outlives every encoding a spreadsheet program saves in.
    """
    text = comparable(lines_of(text_of(content)).translate(_TWINS))
    return text.encode("cp932", "replace").decode("cp932")


def prints_of(layout: Layout, text: str) -> Prints | None:
    """The fingerprint read back; `None` if it is none of this layout."""
    context, *marks = text.split(".")
    entered = len(layout.entered)
    cells, shown = marks[:entered], marks[entered:]
    whole = (len(cells), len(shown)) == (entered, len(layout.telling))
    if not whole or not all(len(part) == 10 for part in (context, *marks)):
        return None
    return Prints(
        context,
        {column.id: part for column, part in zip(layout.entered, cells, strict=True)},
        dict(zip(layout.telling, shown, strict=True)),
    )
