"""A table for readers: headings instead of names, words of their language instead of codes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from sagaict.language import _
from sagaict.reporting.opendata.column import Column
from sagaict.reporting.rows import Row, Value

__all__ = ["headings", "in_words", "worded_columns"]


def headings(columns: Sequence[Column]) -> tuple[str, ...]:
    """What the columns are called, each once."""
    return tuple(_(column.heading) for column in columns)


def worded_columns(columns: Sequence[Column]) -> tuple[Column, ...]:
    """The columns of the rows in words: what was a flag is a word."""
    named = zip(columns, headings(columns), strict=True)
    return tuple(
        replace(column, name=heading, type="word" if column.type == "flag" else column.type)
        for column, heading in named
    )


def in_words(columns: Sequence[Column], rows: Iterable[Row]) -> Iterator[Row]:
    """The rows by headings, with their closed words in the language spoken now."""
    named = list(zip(columns, headings(columns), strict=True))
    for row in rows:
        yield {heading: _said(column, row[column.name]) for column, heading in named}


def _said(column: Column, value: Value) -> Value:
    if column.type == "flag" and value is not None:
        return _("yes") if value else _("no")
    if column.words and isinstance(value, str):
        return " ".join(_(column.words[each]) for each in value.split(" "))
    return value
