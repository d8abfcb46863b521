"""`sagaict export`."""

from __future__ import annotations

from typing import Annotated

import typer

from sagaict.cli.options import (
    AsOf,
    Data,
    KindOption,
    Lang,
    Measure,
    PlanOption,
    Priority,
    Rev,
    Today,
)
from sagaict.cli.refusal import Refusal
from sagaict.cli.selecting import conditions_of
from sagaict.cli.session import choice, open_session
from sagaict.cli.target import Target, write_output
from sagaict.language import _

__all__ = ["export"]

Form = Annotated[str, typer.Option("--format", metavar="json|csv", help=_("json or csv."))]
Encoding = Annotated[
    str,
    typer.Option(
        "--encoding",
        metavar="ENCODING",
        help=_("Of the CSV: utf-8-sig (Excel opens it), utf-8 or cp932."),
    ),
]


def export(
    output_format: Form = "json",
    encoding: Encoding = "utf-8-sig",
    output: Target = None,
    plan: PlanOption = None,
    measure: Measure = None,
    priority: Priority = False,
    kind: KindOption = None,
    as_of: AsOf = None,
    today: Today = None,
    rev: Rev = None,
    data: Data = None,
    lang: Lang = None,
) -> int:
    """The long table: one row per indicator and fiscal year."""
    from sagaict.computing.membership import is_known
    from sagaict.computing.selection import matches
    from sagaict.reporting.machine import ENCODINGS, NotEncodable, csv_bytes, json_text
    from sagaict.reporting.rows import COLUMNS, SCHEMA_VERSION, rows_of

    form = choice(output_format, ("json", "csv"), "--format")
    chosen = encoding if encoding in ENCODINGS else choice(encoding, ENCODINGS, "--encoding")
    session = open_session(data, today, as_of, rev)
    session.warn_about_broken_files()
    asked = [session.pick(name, session.portfolio.plans)[0] for name in plan or ()]
    conditions = conditions_of(session, asked, measure, None, priority, kind)
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
            "rows": rows,
        }
        content = f"{json_text(page)}\n".encode()
    else:
        try:
            content = csv_bytes(COLUMNS, rows, chosen)
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
                    encoding=chosen,
                )
            ) from None
    write_output(content, output)
    return 0
