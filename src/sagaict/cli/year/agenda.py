"""`sagaict agenda`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar

import typer

from sagaict.cli.frame.declaration import Examples
from sagaict.cli.frame.filters import plans_meant
from sagaict.cli.frame.given import choice
from sagaict.cli.frame.options import OnData, PlansOption
from sagaict.cli.frame.output import Target, write_blocks
from sagaict.cli.year.deadlines import open_cycle, read_deadlines
from sagaict.language import mark

__all__ = ["Agenda"]

FORMATS = ("markdown", "table")


@dataclass(frozen=True, kw_only=True)
class Agenda(OnData):
    """The paper for the council: results, proposals, open instructions, evaluation sheets."""

    examples: ClassVar[Examples] = (
        ("sagaict agenda -o agenda.md", mark("of the running plans, as Markdown")),
        (
            "sagaict agenda --plan ict-katsuyo --date 2020-03-31 --format table",
            mark("one plan on a day, to read here"),
        ),
    )

    day: Annotated[
        str | None,
        typer.Option(
            "--date", "--today", metavar="DATE", help=mark("The day of the council; else today.")
        ),
    ] = None
    plan: PlansOption = None
    format: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help=mark("markdown or table."))
    ] = "markdown"
    output: Target = None

    def run(self) -> int:
        """Write the paper."""
        from sagaict.cycle.agenda import agenda_of, view_on
        from sagaict.cycle.calendar import in_cycle
        from sagaict.reporting.agenda_report import agenda_report

        form = choice(self.format, FORMATS, "--format")
        session = open_cycle(self.data, self.day)
        portfolio, today = session.portfolio, session.view.today
        view = view_on(today)
        asked = [portfolio.plans[name] for name in plans_meant(session, self.plan)]
        plans = asked or [each for each in portfolio.plans.values() if in_cycle(each, view)]
        deadlines = read_deadlines(session.workspace)
        agendas = [agenda_of(each, portfolio, today, deadlines) for each in plans]
        markdown = form == "markdown"
        blocks = agenda_report(agendas, today, session.origin, on_screen=not markdown)
        write_blocks(blocks, self.output, markdown=markdown)
        return 0
