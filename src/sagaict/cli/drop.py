"""`sagaict drop`."""

from __future__ import annotations

from typing import Annotated

import typer

from sagaict.cli.approving import (
    TO_APPROVE,
    ApprovedBy,
    ChangeReason,
    ChangeSource,
    EndsOn,
    Grounds,
    Proposed,
)
from sagaict.cli.completion import complete_ids
from sagaict.cli.options import Data, Lang, Today
from sagaict.cli.writing import DryRun
from sagaict.language import _

__all__ = ["drop"]

Thing = Annotated[
    str,
    typer.Argument(
        metavar="PROJECT|INDICATOR",
        help=_("An id, its tail, or part of a title."),
        autocompletion=complete_ids,
    ),
]


def drop(
    thing: Thing,
    reason: ChangeReason = None,
    approved_by: ApprovedBy = None,
    proposed: Proposed = False,
    date: EndsOn = None,
    source: ChangeSource = None,
    dry_run: DryRun = False,
    today: Today = None,
    data: Data = None,
    lang: Lang = None,
) -> int:
    """Record that a project or indicator is pursued no longer; nothing of it is deleted."""
    from sagaict.cli.writing import finish, open_draft, writing_refusals
    from sagaict.computing.selection import everything
    from sagaict.domain.portfolio import PlacedIndicator, PlacedProject
    from sagaict.recording.amendments import drop as record_drop

    grounds = Grounds(
        reason=reason, approved_by=approved_by, proposed=proposed, day=date, source=source
    )
    session, draft = open_draft(data, today)
    things = {
        full_id: each
        for full_id, each in everything(session.portfolio).items()
        if isinstance(each, PlacedProject | PlacedIndicator)
    }
    full_id, _entry = session.pick(thing, things)
    with writing_refusals():
        approval = grounds.approval("drop", session.view.today)
        record_drop(draft, session.workspace, full_id, approval, today=session.view.today)
    return finish(session, draft, dry_run=dry_run, to_follow=TO_APPROVE)
