"""Options of the commands that take a plan from a table."""

from __future__ import annotations

from typing import Annotated

from sagaict.cli.frame.declaration import Command, Option
from sagaict.domain.light import dataclass
from sagaict.language import mark

__all__ = ["TableOptions"]


@dataclass(frozen=True, kw_only=True)
class TableOptions(Command):
    """What is said of a table beside its name."""

    sheet: Annotated[
        str | None,
        Option(mark("The sheet of the workbook, if several hold a table."), "NAME"),
    ] = None
    target_year: Annotated[
        str | None,
        Option(mark("The year of targets for which the table names none."), "YEAR"),
    ] = None
    yes: Annotated[
        bool,
        Option(mark("Confirm what is proposed where the table does not say it, and write.")),
    ] = False
    partly: Annotated[
        bool,
        Option(mark("Leave out the rows that cannot be read; they are named.")),
    ] = False
