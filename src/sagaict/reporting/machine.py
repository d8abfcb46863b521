"""JSON and CSV that keep decimals exact and are safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from sagaict.language.visible import HIDDEN, visible
from sagaict.reporting.rows import Row, Value

__all__ = ["ENCODINGS", "NotEncodable", "csv_bytes", "json_text"]

ENCODINGS = ("utf-8-sig", "utf-8", "cp932")

# Characters CP932 has under another code point of the same look.
_CP932_TWINS = str.maketrans(
    {"\u301c": "\uff5e", "\u2212": "\uff0d", "\u2016": "\u2225", "\u2014": "\u2015", "\u00a5": "\\"}
)
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


class NotEncodable(Exception):
    """A character the encoding cannot hold: which one, in which row (from 1) and column."""

    def __init__(self, character: str, row: int, column: str) -> None:
        super().__init__(f"{character!r} in row {row}, column {column}")
        self.character = character
        self.row = row
        self.column = column


def json_text(value: object, indent: int = 0) -> str:
    """JSON in which a `Decimal` is the number it is written as, never a binary float.

    What is hidden in a text is written as an escape: it means the same, and moves no terminal.
    """
    inner = "  " * (indent + 1)
    if isinstance(value, Mapping):
        if not value:
            return "{}"
        items = (
            f"{inner}{_quoted(str(key))}: {json_text(item, indent + 1)}"
            for key, item in value.items()
        )
        return "{\n" + ",\n".join(items) + "\n" + "  " * indent + "}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        if not value:
            return "[]"
        entries = (inner + json_text(item, indent + 1) for item in value)
        return "[\n" + ",\n".join(entries) + "\n" + "  " * indent + "]"
    if isinstance(value, Decimal):
        return f"{value:f}"
    return _quoted(value)


def _quoted(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return HIDDEN.sub(lambda match: json.dumps(match[0])[1:-1], text)


def csv_bytes(columns: Sequence[str], rows: Iterable[Row], encoding: str = "utf-8-sig") -> bytes:
    """The rows as CSV with CRLF line ends.

    Text that a spreadsheet would run as a formula gets an apostrophe in front; numbers stay
    numbers, negative ones too. What is hidden in a text is spelled out (`visible`).

    Raises:
        NotEncodable: CP932 lacks a character; nothing is replaced silently.
    """
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(columns)
    for number, row in enumerate(rows, start=1):
        cells = [_cell(row[column], encoding) for column in columns]
        if encoding == "cp932":
            _require_encodable(columns, cells, number)
        writer.writerow(cells)
    return stream.getvalue().encode(encoding)


def _cell(value: Value, encoding: str) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, int):
        return str(value)
    if encoding == "cp932":
        value = value.translate(_CP932_TWINS)
    dangerous = len(value) > 1 and value.startswith(_FORMULA_STARTS)
    return f"'{visible(value)}" if dangerous else visible(value)


def _require_encodable(columns: Sequence[str], cells: Sequence[str], row: int) -> None:
    for column, cell in zip(columns, cells, strict=True):
        try:
            cell.encode("cp932")
        except UnicodeEncodeError as error:
            raise NotEncodable(cell[error.start], row, column) from None
