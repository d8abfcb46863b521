"""`sagaict supersede`."""

from __future__ import annotations

from typing import Annotated

import typer

from sagaict.cli.approving import (
    ApprovedBy,
    ChangeReason,
    ChangeSource,
    EndsOn,
    Grounds,
    Proposed,
)
from sagaict.cli.completion import complete_plans
from sagaict.cli.extend import PlanArgument
from sagaict.cli.options import Data, Lang, Today
from sagaict.cli.writing import DryRun
from sagaict.language import _

__all__ = ["supersede"]

Successor = Annotated[
    str,
    typer.Argument(
        metavar="SUCCESSOR",
        help=_("The plan that takes its place."),
        autocompletion=complete_plans,
    ),
]


def supersede(
    plan: PlanArgument,
    successor: Successor,
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
    """Let another plan take a plan's place before its period is over."""
    from sagaict.cli.writing import finish, open_draft, writing_refusals
    from sagaict.recording.plan_revisions import supersede as record_supersession

    grounds = Grounds(
        reason=reason, approved_by=approved_by, proposed=proposed, day=date, source=source
    )
    session, draft = open_draft(data, today)
    plans = session.portfolio.plans
    plan_id, _plan = session.pick(plan, plans)
    successor_id, _successor = session.pick(successor, plans)
    with writing_refusals():
        approval = grounds.approval("supersede", session.view.today)
        record_supersession(
            draft, session.workspace, plan_id, successor_id, approval, today=session.view.today
        )
    return finish(session, draft, dry_run=dry_run)
