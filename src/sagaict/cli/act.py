"""`sagaict act`."""

from __future__ import annotations

from typing import Annotated

import typer

from sagaict.cli.completion import complete_ids
from sagaict.cli.options import Data, Lang, Today
from sagaict.cli.writing import DryRun
from sagaict.language import _

__all__ = ["act"]

ProjectArgument = Annotated[
    str,
    typer.Argument(
        metavar="PROJECT",
        help=_("An id, its tail, or part of a title."),
        autocompletion=complete_ids,
    ),
]
YearArgument = Annotated[str, typer.Argument(metavar="YEAR", help=_("The fiscal year, e.g. R7."))]
Item = Annotated[
    str,
    typer.Argument(metavar="ITEM", help=_("The action: its number in that year, or part of it.")),
]
State = Annotated[
    str,
    typer.Option("--state", metavar="STATE", help=_("done, on-schedule, delayed or cancelled.")),
]
Note = Annotated[str | None, typer.Option("--note", metavar="TEXT", help=_("A note on it."))]


def act(
    project: ProjectArgument,
    year: YearArgument,
    item: Item,
    state: State,
    note: Note = None,
    dry_run: DryRun = False,
    today: Today = None,
    data: Data = None,
    lang: Lang = None,
) -> int:
    """Record what became of an action of a project."""
    from sagaict.cli.given import required_word, year_of
    from sagaict.cli.writing import finish, open_draft, writing_refusals
    from sagaict.domain.project import ActionState
    from sagaict.recording.actions import NewAction, record_action

    known: tuple[ActionState, ...] = ("done", "on_schedule", "delayed", "cancelled")
    new = NewAction(state=required_word(state, known, "--state"), note=note)
    when = year_of(year)
    session, draft = open_draft(data, today)
    things = {
        entry.full_id: entry for group in session.portfolio.projects.values() for entry in group
    }
    full_id, _entry = session.pick(project, things)
    with writing_refusals():
        record_action(draft, session.workspace, full_id, when, item, new, today=session.view.today)
    return finish(session, draft, dry_run=dry_run)
