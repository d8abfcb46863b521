"""`sagaict export`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, ClassVar

import typer

from sagaict.cli.frame.declaration import Examples
from sagaict.cli.frame.filters import Filtered, plans_meant
from sagaict.cli.frame.given import choice
from sagaict.cli.frame.output import Target, write_output
from sagaict.cli.frame.refusal import Refusal
from sagaict.language import _, mark

if TYPE_CHECKING:
    from sagaict.reporting.rows import Row

__all__ = ["Export"]


@dataclass(frozen=True, kw_only=True)
class Export(Filtered):
    """The long table: one row per indicator and fiscal year."""

    examples: ClassVar[Examples] = (
        ("sagaict export --format csv -o kpi.csv", mark("opens in Excel")),
        ("sagaict export --format json", mark("for programs")),
        ("sagaict export --format csv --encoding cp932", mark("for older systems")),
    )

    format: Annotated[
        str, typer.Option("--format", metavar="json|csv", help=mark("json or csv."))
    ] = "json"
    encoding: Annotated[
        str,
        typer.Option(
            "--encoding",
            metavar="ENCODING",
            help=mark("Of the CSV: utf-8-sig (Excel opens it), utf-8 or cp932."),
        ),
    ] = "utf-8-sig"
    output: Target = None

    def run(self) -> int:
        """Write the table."""
        from sagaict.computing.membership import is_known
        from sagaict.computing.selection import matches
        from sagaict.reporting.conditions import conditions_data
        from sagaict.reporting.machine import ENCODINGS, json_text
        from sagaict.reporting.rows import SCHEMA_VERSION, rows_of

        form = choice(self.format, ("json", "csv"), "--format")
        encoding = self.encoding
        if encoding not in ENCODINGS:
            encoding = choice(encoding, ENCODINGS, "--encoding")
        session = self.open()
        asked = plans_meant(session, self.plan)
        conditions = self.conditions(session, asked)
        rows = [
            row
            for entry in session.portfolio.indicators()
            if (not asked or entry.plan.id in asked)
            and matches(entry, conditions)
            and is_known(entry, session.view)
            for row in rows_of(entry, session.view)
        ]
        if form == "json":
            page = {
                "schema_version": SCHEMA_VERSION,
                "as_of": session.view.as_of.label,
                **({"revision": session.revision} if session.revision else {}),
                **({"filter": conditions_data(conditions)} if conditions.narrow else {}),
                "rows": rows,
            }
            content = f"{json_text(page)}\n".encode()
        else:
            content = _csv(rows, encoding)
        write_output(content, self.output)
        return 0


def _csv(rows: list[Row], encoding: str) -> bytes:
    from sagaict.reporting.machine import NotEncodable, csv_bytes
    from sagaict.reporting.rows import COLUMNS

    try:
        return csv_bytes(COLUMNS, rows, encoding)
    except NotEncodable as error:
        code = f"U+{ord(error.character):04X}"
        raise Refusal(
            _(
                "“{character}” ({code}) in row {row}, column {column}, does not exist in "
                "{encoding}; use --encoding utf-8-sig"
            ).format(
                character=error.character,
                code=code,
                row=error.row,
                column=error.column,
                encoding=encoding,
            )
        ) from None
