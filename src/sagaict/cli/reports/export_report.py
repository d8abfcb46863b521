"""A published table as a report: what `sagaict export` writes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from sagaict.domain.light import dataclass
from sagaict.reporting.report import Report

if TYPE_CHECKING:
    from sagaict.reporting.opendata.column import Column
    from sagaict.reporting.rows import Row

__all__ = ["ExportReport"]


@dataclass(frozen=True, slots=True)
class ExportReport(Report):
    """A table: what it says of itself, its columns, its rows; `worded` puts both into words."""

    about: Mapping[str, object]
    table: Sequence[Column]
    content: Sequence[Row]
    worded: bool = False

    def data(self) -> object:
        """The page: what is said of the table, and its rows."""
        return {**self.about, "rows": list(self.rows()[1])}

    def rows(self) -> tuple[Sequence[str], Iterable[Row]]:
        """The columns and the rows, in words if they were asked for."""
        from sagaict.reporting.opendata.column import names_of
        from sagaict.reporting.opendata.worded import headings, in_words

        if self.worded:
            return headings(self.table), in_words(self.table, self.content)
        return names_of(self.table), self.content

    def columns(self) -> Sequence[Column]:
        """The columns with their types."""
        from sagaict.reporting.opendata.worded import worded_columns

        return worded_columns(self.table) if self.worded else self.table
