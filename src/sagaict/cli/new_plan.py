"""`sagaict new plan`."""

from __future__ import annotations

from typing import Annotated

import typer

from sagaict.cli.entry_options import Title
from sagaict.cli.options import Data, Lang, Today
from sagaict.cli.writing import DryRun
from sagaict.language import _

__all__ = ["new_plan"]

Id = Annotated[
    str | None,
    typer.Argument(
        metavar="ID",
        help=_("The id of the new plan; whatever is missing is asked for at a terminal."),
        show_default=False,
    ),
]
PeriodOption = Annotated[
    str | None,
    typer.Option("--period", metavar="PERIOD", help=_("The fiscal years it runs, e.g. R10-R13.")),
]
Stage = Annotated[
    str | None,
    typer.Option("--stage", metavar="draft|approved", help=_("draft unless you say approved.")),
]
Secretariat = Annotated[
    str | None, typer.Option("--owner", metavar="NAME", help=_("The secretariat."))
]
Council = Annotated[
    str | None, typer.Option("--council", metavar="NAME", help=_("The council that reviews it."))
]
Documents = Annotated[
    list[str] | None,
    typer.Option(
        "--document",
        metavar="ID=TITLE",
        help=_("A document its figures are taken from; repeatable."),
    ),
]
Goals = Annotated[
    list[str] | None,
    typer.Option("--goal", metavar="NO=TITLE", help=_("A basic goal; repeatable.")),
]
Measures = Annotated[
    list[str] | None,
    typer.Option(
        "--measure",
        metavar="NO=TITLE",
        help=_("A measure: 1-1 belongs to goal 1; repeatable. Its number is its id, too."),
    ),
]


def new_plan(
    plan_id: Id = None,
    title: Title = None,
    period: PeriodOption = None,
    stage: Stage = None,
    owner: Secretariat = None,
    council: Council = None,
    document: Documents = None,
    goal: Goals = None,
    measure: Measures = None,
    dry_run: DryRun = False,
    today: Today = None,
    data: Data = None,
    lang: Lang = None,
) -> int:
    """Make the file of a new plan."""
    from sagaict.cli.entering_plan import GivenPlan, run_new_plan

    return run_new_plan(
        GivenPlan(
            id=plan_id,
            title=title,
            period=period,
            stage=stage,
            owner=owner,
            council=council,
            documents=document,
            goals=goal,
            measures=measure,
            dry_run=dry_run,
        ),
        data,
        today,
    )
