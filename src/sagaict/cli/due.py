"""`sagaict due`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from sagaict.cli.deadlines import open_cycle, read_deadlines
from sagaict.cli.options import Data, Lang, PlanOption
from sagaict.cli.refusal import Refusal
from sagaict.cli.session import Session, choice
from sagaict.cli.target import Target, write_blocks, write_output
from sagaict.language import _

if TYPE_CHECKING:
    from sagaict.cycle.calendar import Due
    from sagaict.domain.plan import Plan
    from sagaict.reporting.due_report import DuePage

__all__ = ["due"]

FORMATS = ("table", "markdown", "json", "ics")
_LONGEST = 3660

On = Annotated[
    str | None,
    typer.Option(
        "--on", "--today", metavar="DATE", help=_("The day, e.g. 2026-04-10; else today.")
    ),
]
Owner = Annotated[
    list[str] | None,
    typer.Option(
        "--owner",
        metavar="OWNER",
        help=_("Only these sections, by a part of the name; “-” for those not known."),
    ),
]
Soon = Annotated[
    str,
    typer.Option("--soon", metavar="DAYS", help=_("How many days to look ahead.")),
]
Form = Annotated[
    str, typer.Option("--format", metavar="FORMAT", help=_("table, markdown, json or ics."))
]


def due(
    on: On = None,
    owner: Owner = None,
    plan: PlanOption = None,
    soon: Soon = "30",
    output_format: Form = "table",
    output: Target = None,
    data: Data = None,
    lang: Lang = None,
) -> int:
    """What is to be done in the yearly cycle, by whom and by when."""
    form = choice(output_format, FORMATS, "--format")
    days = _days(soon)
    session = open_cycle(data, on)
    page = _page(session, plan, owner, days)
    _write(page, form, output)
    return 0


def _days(text: str) -> int:
    if not (text.isascii() and text.isdigit() and int(text[:9]) <= _LONGEST):
        raise Refusal(
            _("“{text}” is no number of days from 0 to {last}").format(text=text, last=_LONGEST)
        )
    return int(text)


def _page(
    session: Session, names: list[str] | None, owners: list[str] | None, soon: int
) -> DuePage:
    from sagaict.cycle.calendar import due_tasks, in_cycle, without_review_cycle
    from sagaict.reporting.due_report import DuePage

    portfolio, view = session.portfolio, session.view
    asked = [portfolio.plans[session.pick(name, portfolio.plans)[0]] for name in names or ()]
    plans = asked or [each for each in portfolio.plans.values() if in_cycle(each, view)]
    deadlines = read_deadlines(session.workspace)
    items = due_tasks(plans, portfolio, view, deadlines, soon)
    elsewhere = {
        each.id: len(due_tasks([each], portfolio, view, deadlines, soon))
        for each in portfolio.plans.values()
        if not asked and each not in plans
    }
    unreviewed = {each.id: without_review_cycle(each, portfolio) for each in plans}
    return DuePage(
        view.today,
        soon,
        session.origin,
        deadlines,
        _of_owners(items, owners, session, plans) if owners else items,
        {name: count for name, count in elsewhere.items() if count},
        {name: count for name, count in unreviewed.items() if count},
        tuple(each for each in plans if each.council),
    )


def _of_owners(
    items: list[Due], wanted: list[str], session: Session, plans: list[Plan]
) -> list[Due]:
    """The tasks of the sections named.

    Raises:
        Refusal: a section that no document names.
    """
    from sagaict.cli.owners import owners_meant

    known = {each.owner for each in plans}
    known |= {entry.owner for each in plans for entry in session.portfolio.indicators(each.id)}
    known |= {
        entry.project.owner for each in plans for entry in session.portfolio.projects[each.id]
    }
    chosen = owners_meant(wanted, known)
    return [item for item in items if item.task.owner in chosen]


def _write(page: DuePage, form: str, output: str | None) -> None:
    if form == "ics":
        from sagaict import __version__
        from sagaict.reporting.calendar_file import calendar_file

        write_output(calendar_file(page.items, page.day, __version__), output)
    elif form == "json":
        from sagaict.reporting.due_data import due_json

        write_output(due_json(page).encode(), output)
    else:
        from sagaict.reporting.due_report import due_report

        write_blocks(due_report(page), output, markdown=form == "markdown")
