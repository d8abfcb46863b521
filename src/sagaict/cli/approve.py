"""`sagaict approve`."""

from __future__ import annotations

from typing import Annotated

import typer

from sagaict.cli.completion import complete_ids
from sagaict.cli.options import Data, Lang, Today
from sagaict.cli.writing import DryRun
from sagaict.language import _

__all__ = ["approve"]

Things = Annotated[
    list[str],
    typer.Argument(
        metavar="PLAN|PROJECT|INDICATOR",
        help=_("What the proposals are about: ids, their tails, or parts of titles."),
        autocompletion=complete_ids,
    ),
]
By = Annotated[
    str, typer.Option("--by", metavar="NAME", help=_("Who approved it, e.g. the council."))
]
Year = Annotated[
    str | None,
    typer.Option("--year", metavar="YEAR", help=_("Only the proposal for the target of a year.")),
]
Day = Annotated[
    str | None, typer.Option("--date", metavar="DATE", help=_("When it was approved; else today."))
]
Source = Annotated[
    str | None,
    typer.Option("--source", metavar="SOURCE", help=_("A document's id and the place in it.")),
]


def approve(
    things: Things,
    by: By,
    year: Year = None,
    date: Day = None,
    source: Source = None,
    dry_run: DryRun = False,
    today: Today = None,
    data: Data = None,
    lang: Lang = None,
) -> int:
    """Record that proposed changes of a plan were approved."""
    from sagaict.cli.given import moment_of, year_of
    from sagaict.cli.writing import finish, open_draft, writing_refusals
    from sagaict.computing.selection import PlacedMeasure, everything
    from sagaict.domain.fiscal import Moment
    from sagaict.recording.proposals import approve as record_approval

    session, draft = open_draft(data, today)
    known = {
        full_id: each
        for full_id, each in everything(session.portfolio).items()
        if not isinstance(each, PlacedMeasure)
    }
    decided = moment_of(date, "--date") or Moment.on(session.view.today)
    wanted = None if year is None else year_of(year)
    chosen = dict(session.pick(name, known) for name in things)
    with writing_refusals():
        for full_id in chosen:
            record_approval(
                draft,
                session.workspace,
                full_id,
                by,
                decided,
                today=session.view.today,
                year=wanted,
                source=source,
            )
    return finish(session, draft, dry_run=dry_run)
