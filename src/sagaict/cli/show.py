"""`sagaict show`."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from sagaict.cli.completion import complete_ids
from sagaict.cli.options import AsOf, Data, Lang, Rev, Today
from sagaict.cli.session import choice, open_session
from sagaict.language import _

__all__ = ["show"]

Id = Annotated[
    str,
    typer.Argument(
        metavar="ID", help=_("An id, its tail, or part of a title."), autocompletion=complete_ids
    ),
]
Format = Annotated[str, typer.Option("--format", metavar="FORMAT", help=_("table or markdown."))]


def show(
    thing: Id,
    as_of: AsOf = None,
    today: Today = None,
    rev: Rev = None,
    output_format: Format = "table",
    data: Data = None,
    lang: Lang = None,
) -> int:
    """One plan, measure, project or indicator, whole."""
    from sagaict.computing.selection import everything
    from sagaict.reporting.output import Output
    from sagaict.reporting.show import show_report

    form = choice(output_format, ("table", "markdown"), "--format")
    session = open_session(data, today, as_of, rev)
    session.warn_about_broken_files()
    _full_id, found = session.pick(thing, everything(session.portfolio))
    output = Output(sys.stdout)
    ascii_only = output.ascii and form == "table"
    blocks = session.heading()
    blocks += show_report(found, session.portfolio, session.view, ascii_only=ascii_only)
    if form == "markdown":
        from sagaict.reporting.markdown import render_markdown

        output.text(render_markdown(blocks))
    else:
        output.blocks(blocks)
    return 0
