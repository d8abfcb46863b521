"""A spreadsheet program in which section people fill in what they were sent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from entry_book import Book
from office import use

__all__ = ["Filling", "fill_in"]


@dataclass(frozen=True)
class Filling:
    """What is done to a workbook: texts typed into cells by row and column, blocks merged.

    `merged` are columns by the rows whose cells become one; `added` is typed below the last row, by
    column; with `title` the sheet of that first row gets another name.
    """

    typed: Mapping[tuple[str, str], str]
    merged: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    added: Mapping[str, str] = field(default_factory=dict)
    title: str = ""


def fill_in(fillings: Mapping[str, Filling], sent: Path, came: Path) -> None:
    """Open each workbook of the folder `sent`, fill it in, and save it in the folder `came`."""
    jobs = [
        {
            "open": str(sent / name),
            "save": str(came / name),
            "sheets": _actions(Book((sent / name).read_bytes()), filling),
        }
        for name, filling in fillings.items()
    ]
    use(jobs, came)


def _actions(book: Book, filling: Filling) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for (key, column), text in filling.typed.items():
        sheet = found.setdefault(book.sheet(key).title, {"type": {}})
        sheet["type"][book.cell(key, column).coordinate] = text
    for column, (first, *_others, last) in filling.merged.items():
        area = f"{book.cell(first, column).coordinate}:{book.cell(last, column).coordinate}"
        found[book.sheet(first).title] |= {"merge": [area], "unprotect": True}
    first_key = next(iter(filling.typed))[0]
    main = found[book.sheet(first_key).title]
    if filling.added:
        row = book.sheet(first_key).max_row + 1
        for column, text in filling.added.items():
            letter = book.cell(first_key, column).column_letter
            main["type"][f"{letter}{row}"] = text
        main["unprotect"] = True
    if filling.title:
        main |= {"rename": filling.title, "unprotect": True}
    return found
