"""`sagaict successor`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from sagaict.cli.extend import PlanArgument
from sagaict.cli.options import AsOf, Data, Lang, Today
from sagaict.cli.writing import DryRun
from sagaict.language import _

if TYPE_CHECKING:
    from sagaict.recording.successor import LeftOut, Succession

__all__ = ["successor"]

Id = Annotated[
    str | None,
    typer.Argument(
        metavar="ID", help=_("The id of the new plan, e.g. ict-strategy-3."), show_default=False
    ),
]
Title = Annotated[str | None, typer.Option("--title", metavar="TEXT", help=_("Its title."))]
PeriodOption = Annotated[
    str | None, typer.Option("--period", metavar="PERIOD", help=_("Its period, e.g. R10-R13."))
]
Document = Annotated[
    str | None,
    typer.Option(
        "--document",
        metavar="TEXT",
        help=_("The title of the paper it is drafted in; else its own title with (案)."),
    ),
]


def successor(
    plan: PlanArgument,
    new_id: Id = None,
    title: Title = None,
    period: PeriodOption = None,
    document: Document = None,
    dry_run: DryRun = False,
    as_of: AsOf = None,
    today: Today = None,
    data: Data = None,
    lang: Lang = None,
) -> int:
    """Draft the plan that follows: what continues is linked, last results become baselines."""
    from sagaict.cli.asking import ask, can_ask
    from sagaict.cli.given import period_of, require
    from sagaict.cli.writing import finish, open_draft, writing_refusals
    from sagaict.recording.successor import NextPlan, draft_successor

    session, draft = open_draft(data, today, as_of)
    plan_id, _plan = session.pick(plan, session.portfolio.plans)
    given = {"ID": new_id, "--title": title, "--period": period}
    questions = {
        "ID": _("Id of the new plan (lower-case letters, digits, hyphens)"),
        "--title": _("Its title"),
        "--period": _("Its period, e.g. R10-R13"),
    }
    asked = {name: ask(questions[name]) for name in given if given[name] is None and can_ask()}
    texts = {
        name: require(text or asked.get(name), name, "successor") for name, text in given.items()
    }
    new = NextPlan(
        id=texts["ID"],
        title=texts["--title"],
        period=period_of(texts["--period"]),
        document=document or f"{texts['--title']}(案)",
    )
    with writing_refusals():
        done = draft_successor(
            draft, session.workspace, session.portfolio, plan_id, new, session.view
        )
    code = finish(session, draft, dry_run=dry_run, ask_first=bool(asked))
    _tell(done, new.id)
    return code


def _tell(done: Succession, new_id: str) -> None:
    """What continues, what does not and why, and what is left to do."""
    print(
        _(
            "Carried on: projects {projects}, indicators {indicators} "
            "(of these with a baseline: {baselines})."
        ).format(projects=done.projects, indicators=done.indicators, baselines=done.baselines)
    )
    if done.left_out:
        print(_("Not carried on:"))
        for each in done.left_out:
            print(f"  {_left_out(each)}")
    print(
        _(
            "Every target is undecided: set them in the files. "
            "Then: sagaict check, sagaict show {id}"
        ).format(id=new_id)
    )


def _left_out(each: LeftOut) -> str:
    from sagaict.computing.selection import title_of
    from sagaict.language.words import term
    from sagaict.reporting.width import visible

    return visible(f"{each.entry.full_id}  {title_of(each.entry)} ({term(each.why)})")
