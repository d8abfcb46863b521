"""`sagaict extend`."""

from __future__ import annotations

from typing import Annotated

import typer

from sagaict.cli.approving import (
    ApprovedBy,
    ChangeReason,
    ChangeSource,
    DateOption,
    Grounds,
    Proposed,
)
from sagaict.cli.completion import complete_plans
from sagaict.cli.options import Data, Lang, Today
from sagaict.cli.writing import DryRun
from sagaict.language import _

__all__ = ["PlanArgument", "extend"]

PlanArgument = Annotated[
    str,
    typer.Argument(
        metavar="PLAN", help=_("An id, or part of a title."), autocompletion=complete_plans
    ),
]
Last = Annotated[
    str, typer.Argument(metavar="YEAR", help=_("The last fiscal year from now on, e.g. R10."))
]


def extend(
    plan: PlanArgument,
    last: Last,
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
    """Let a plan run longer than was approved; the former period is kept with the reason."""
    from sagaict.cli.given import year_of
    from sagaict.cli.writing import finish, open_draft, writing_refusals
    from sagaict.recording.plan_revisions import extend as record_period

    end = year_of(last)
    grounds = Grounds(
        reason=reason, approved_by=approved_by, proposed=proposed, day=date, source=source
    )
    session, draft = open_draft(data, today)
    plan_id, _plan = session.pick(plan, session.portfolio.plans)
    with writing_refusals():
        approval = grounds.approval("extend", session.view.today)
        record_period(draft, session.workspace, plan_id, end, approval, today=session.view.today)
    return finish(session, draft, dry_run=dry_run)
