"""`sagaict export`."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from sagaict.cli.options import AsOf, Data, KindOption, Lang, Measure, PlanOption, Priority, Today
from sagaict.cli.selecting import conditions_of
from sagaict.cli.session import Refusal, choice, open_session
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
Target = Annotated[
    str | None,
    typer.Option("--output", "-o", metavar="FILE", help=_("File to write; else standard output.")),
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
    data: Data = None,
    lang: Lang = None,
) -> int:
    """The long table: one row per indicator and fiscal year."""
    from sagaict.computing.selection import matches
    from sagaict.reporting.machine import ENCODINGS, NotEncodable, csv_bytes, json_text
    from sagaict.reporting.rows import COLUMNS, SCHEMA_VERSION, rows_of

    form = choice(output_format, ("json", "csv"), "--format")
    chosen = encoding if encoding in ENCODINGS else choice(encoding, ENCODINGS, "--encoding")
    session = open_session(data, today, as_of)
    session.warn_about_broken_files()
    asked = [session.pick(name, session.portfolio.plans)[0] for name in plan or ()]
    conditions = conditions_of(session, asked, measure, None, priority, kind)
    rows = [
        row
        for entry in session.portfolio.indicators()
        if (not asked or entry.plan.id in asked) and matches(entry, conditions)
        for row in rows_of(entry, session.view)
    ]
    if form == "json":
        page = {
            "schema_version": SCHEMA_VERSION,
            "as_of": session.view.as_of.label,
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
    _write(content, output)
    return 0


def _write(content: bytes, output: str | None) -> None:
    if output is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    # Whole or not at all: a full disk leaves what was there before.
    target = Path(output)
    draft = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        draft.write_bytes(content)
        if target.exists():
            draft.chmod(target.stat().st_mode)
        draft.replace(target)
    except OSError:
        draft.unlink(missing_ok=True)
        raise
