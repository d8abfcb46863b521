"""A report in the shapes that output forms are drawn from; which ones it has is its own matter."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from sagaict.domain.light import dataclass

if TYPE_CHECKING:
    from sagaict.reporting.blocks import Block
    from sagaict.reporting.opendata.column import Column
    from sagaict.reporting.rows import Row

__all__ = ["Medium", "Report"]


@dataclass(frozen=True, slots=True)
class Medium:
    """What a report is drawn for.

    `page`: a page of a document, not a screen. `draws`: it has drawings and folds.
    `ascii_only`: letters of a poor terminal. `encoding`: that of a table of rows. `incomplete`:
    files whose content the report lacks, since they cannot be read; a form that has words names
    them.
    """

    page: bool = False
    draws: bool = False
    ascii_only: bool = False
    encoding: str = "utf-8-sig"
    incomplete: tuple[str, ...] = ()


class Report:
    """What a command tells. A shape that a subclass does not define is one it does not have."""

    def title(self) -> str:
        """What a page of it is called; empty where its first heading says so."""
        return ""

    def one_sheet(self) -> bool:
        """Whether on paper it is one sheet, whatever it holds."""
        return False

    def blocks(self, medium: Medium) -> Iterable[Block]:
        """Headings, paragraphs, tables: for people."""
        raise NotImplementedError

    def data(self) -> object:
        """Mappings, lists, texts and numbers: for programs."""
        raise NotImplementedError

    def rows(self) -> tuple[Sequence[str], Iterable[Row]]:
        """Names of columns, and a row for each thing: for spreadsheets."""
        raise NotImplementedError

    def columns(self) -> Sequence[Column]:
        """The columns of `rows` with their types: for programs that ask for types."""
        raise NotImplementedError

    def calendar(self, medium: Medium) -> bytes:
        """Deadlines as an iCalendar file."""
        raise NotImplementedError

    def markdown(self) -> str:
        """The blocks on a page, unless a subclass has a page of its own."""
        from sagaict.reporting.markdown import render_markdown

        return render_markdown(self.blocks(Medium(page=True)))
