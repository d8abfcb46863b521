"""`sagaict export`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, ClassVar

from sagaict.cli.frame.declaration import Examples
from sagaict.cli.frame.filters import Filtered, plans_meant
from sagaict.cli.frame.output import FormatOption, Tabular
from sagaict.domain.light import dataclass
from sagaict.language import mark
from sagaict.reporting.report import Report

if TYPE_CHECKING:
    from sagaict.cli.frame.session import Session
    from sagaict.computing.selection import Filter
    from sagaict.reporting.rows import Row

__all__ = ["Export"]


@dataclass(frozen=True, slots=True)
class _Report(Report):
    """The table."""

    session: Session
    table: list[Row]
    conditions: Filter

    def data(self) -> object:
        from sagaict.reporting.conditions import conditions_data
        from sagaict.reporting.rows import SCHEMA_VERSION

        commit = self.session.commit_data
        return {
            "schema_version": SCHEMA_VERSION,
            "as_of": self.session.view.as_of.label,
            **({"revision": commit} if commit else {}),
            **({"filter": conditions_data(self.conditions)} if self.conditions.narrow else {}),
            "rows": self.table,
        }

    def rows(self) -> tuple[Sequence[str], Iterable[Row]]:
        from sagaict.reporting.rows import COLUMNS

        return COLUMNS, self.table


@dataclass(frozen=True, kw_only=True)
class Export(Tabular, Filtered):
    """The long table: one row per indicator and fiscal year."""

    examples: ClassVar[Examples] = (
        ("sagaict export --format csv -o kpi.csv", mark("opens in Excel")),
        ("sagaict export --format json", mark("for programs")),
        ("sagaict export --format csv --encoding cp932", mark("for older systems")),
    )
    reports: ClassVar[type[Report]] = _Report

    format: FormatOption = "json"

    def run(self) -> int:
        """Write the table. Of an indicator only the rows that have a status asked for."""
        from sagaict.computing.membership import is_known
        from sagaict.computing.selection import matches
        from sagaict.reporting.rows import rows_of

        session = self.open()
        asked = plans_meant(session, self.plan)
        conditions = self.conditions(session, asked)
        rows = [
            row
            for entry in session.portfolio.indicators()
            if (not asked or entry.plan in asked)
            and matches(entry, conditions)
            and is_known(entry, session.view)
            for row in rows_of(entry, session.view)
            if not self.status or row["status"] in self.status
        ]
        return self.write(_Report(session, rows, conditions), session.incomplete)
