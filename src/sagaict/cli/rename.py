"""`sagaict rename`."""

from __future__ import annotations

from typing import Annotated

import typer

from sagaict.cli.approving import (
    TO_APPROVE,
    ApprovedBy,
    ChangeReason,
    ChangeSource,
    DateOption,
    Grounds,
    Proposed,
)
from sagaict.cli.completion import complete_ids
from sagaict.cli.options import Data, Lang, Today
from sagaict.cli.writing import DryRun
from sagaict.language import _

__all__ = ["rename"]

Thing = Annotated[
    str,
    typer.Argument(
        metavar="PLAN|PROJECT|INDICATOR",
        help=_("An id, its tail, or part of a title."),
        autocompletion=complete_ids,
    ),
]
Title = Annotated[
    str, typer.Argument(metavar="TITLE", help=_("The new title; the id stays as it is."))
]


def rename(
    thing: Thing,
    title: Title,
    reason: ChangeReason = None,
    approved_by: ApprovedBy = None,
    proposed: Proposed = False,
    date: DateOption = None,
    source: ChangeSource = None,
    dry_run: DryRun = False,
    today: Today = None,
    data: Data = None,
    lang: Lang = None,
) -> int:
    """Give a plan, project or indicator another title; the former one is kept with the reason."""
    from sagaict.cli.writing import finish, open_draft, writing_refusals
    from sagaict.computing.selection import PlacedMeasure, everything
    from sagaict.domain.plan import Plan
    from sagaict.recording.amendments import rename as record_title
    from sagaict.recording.plan_revisions import rename_plan

    grounds = Grounds(
        reason=reason, approved_by=approved_by, proposed=proposed, day=date, source=source
    )
    session, draft = open_draft(data, today)
    things = {
        full_id: each
        for full_id, each in everything(session.portfolio).items()
        if not isinstance(each, PlacedMeasure)
    }
    full_id, entry = session.pick(thing, things)
    with writing_refusals():
        approval = grounds.approval("rename", session.view.today)
        record = rename_plan if isinstance(entry, Plan) else record_title
        record(draft, session.workspace, full_id, title, approval, today=session.view.today)
    return finish(session, draft, dry_run=dry_run, to_follow=TO_APPROVE)
