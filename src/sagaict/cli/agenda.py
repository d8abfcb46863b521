"""`sagaict agenda`."""

from __future__ import annotations

from typing import Annotated

import typer

from sagaict.cli.deadlines import open_cycle, read_deadlines
from sagaict.cli.options import Data, Lang, PlanOption
from sagaict.cli.session import choice
from sagaict.cli.target import Target, write_blocks
from sagaict.language import _

__all__ = ["agenda"]

FORMATS = ("markdown", "table")

Day = Annotated[
    str | None,
    typer.Option(
        "--date", "--today", metavar="DATE", help=_("The day of the council; else today.")
    ),
]
Form = Annotated[str, typer.Option("--format", metavar="FORMAT", help=_("markdown or table."))]


def agenda(
    day: Day = None,
    plan: PlanOption = None,
    output_format: Form = "markdown",
    output: Target = None,
    data: Data = None,
    lang: Lang = None,
) -> int:
    """The paper for the council: results, proposals, open instructions, evaluation sheets."""
    from sagaict.cycle.agenda import agenda_of, view_on
    from sagaict.cycle.calendar import in_cycle
    from sagaict.reporting.agenda_report import agenda_report

    form = choice(output_format, FORMATS, "--format")
    session = open_cycle(data, day)
    portfolio, today = session.portfolio, session.view.today
    view = view_on(today)
    asked = [portfolio.plans[session.pick(name, portfolio.plans)[0]] for name in plan or ()]
    plans = asked or [each for each in portfolio.plans.values() if in_cycle(each, view)]
    deadlines = read_deadlines(session.workspace)
    agendas = [agenda_of(each, portfolio, today, deadlines) for each in plans]
    markdown = form == "markdown"
    blocks = agenda_report(agendas, today, session.origin, on_screen=not markdown)
    write_blocks(blocks, output, markdown=markdown)
    return 0
