"""`sagaict show`."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import Annotated, ClassVar

import typer

from sagaict.cli.frame.completion import complete_ids
from sagaict.cli.frame.declaration import Examples
from sagaict.cli.frame.given import choice
from sagaict.cli.frame.options import Viewed
from sagaict.language import mark

__all__ = ["Show"]


@dataclass(frozen=True, kw_only=True)
class Show(Viewed):
    """One plan, measure, project or indicator, whole."""

    examples: ClassVar[Examples] = (
        ("sagaict show dx-plan", mark("a plan")),
        ("sagaict show ict-strategy-1/rpa", mark("a project")),
        ("sagaict show RPAの全庁", mark("part of a title is enough")),
    )

    thing: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help=mark("An id, its tail, or part of a title."),
            autocompletion=complete_ids,
        ),
    ]
    format: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help=mark("table or markdown."))
    ] = "table"

    def run(self) -> int:
        """Show it."""
        from sagaict.computing.selection import everything
        from sagaict.reporting.output import Output
        from sagaict.reporting.show import show_report

        form = choice(self.format, ("table", "markdown"), "--format")
        session = self.open()
        _full_id, found = session.pick(self.thing, everything(session.portfolio))
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
