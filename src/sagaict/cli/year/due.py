"""`sagaict due`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, ClassVar

import typer

from sagaict.cli.frame.declaration import Examples
from sagaict.cli.frame.filters import OwnersOption, owners_meant, plans_meant
from sagaict.cli.frame.given import choice
from sagaict.cli.frame.options import OnData, PlansOption
from sagaict.cli.frame.output import Target, write_blocks, write_output
from sagaict.cli.frame.refusal import Refusal
from sagaict.cli.frame.session import Session
from sagaict.cli.year.deadlines import open_cycle, read_deadlines
from sagaict.language import _, mark

if TYPE_CHECKING:
    from sagaict.cycle.calendar import Due as DueTask
    from sagaict.domain.plan import Plan
    from sagaict.reporting.due_report import DuePage

__all__ = ["Due"]

FORMATS = ("table", "markdown", "json", "ics")
_LONGEST = 3660


@dataclass(frozen=True, kw_only=True)
class Due(OnData):
    """What is to be done in the yearly cycle, by whom and by when."""

    examples: ClassVar[Examples] = (
        ("sagaict due", mark("what is overdue, due now, or due within 30 days")),
        ("sagaict due --on 2026-04-10 --owner 市民課", mark("one section, on one day")),
        ("sagaict due --soon 365 --format ics -o due.ics", mark("for a calendar program")),
    )

    on: Annotated[
        str | None,
        typer.Option(
            "--on", "--today", metavar="DATE", help=mark("The day, e.g. 2026-04-10; else today.")
        ),
    ] = None
    owner: OwnersOption = None
    plan: PlansOption = None
    soon: Annotated[
        str, typer.Option("--soon", metavar="DAYS", help=mark("How many days to look ahead."))
    ] = "30"
    format: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help=mark("table, markdown, json or ics."))
    ] = "table"
    output: Target = None

    def run(self) -> int:
        """Tell it."""
        form = choice(self.format, FORMATS, "--format")
        days = _days(self.soon)
        session = open_cycle(self.data, self.on)
        _write(_page(session, self, days), form, self.output)
        return 0


def _days(text: str) -> int:
    if not (text.isascii() and text.isdigit() and int(text[:9]) <= _LONGEST):
        raise Refusal(
            _("“{text}” is no number of days from 0 to {last}").format(text=text, last=_LONGEST)
        )
    return int(text)


def _page(session: Session, command: Due, soon: int) -> DuePage:
    from sagaict.cycle.calendar import due_tasks, in_cycle, without_review_cycle
    from sagaict.reporting.due_report import DuePage

    portfolio, view = session.portfolio, session.view
    asked = [portfolio.plans[name] for name in plans_meant(session, command.plan)]
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
        _of_owners(items, command.owner, session, plans) if command.owner else items,
        {name: count for name, count in elsewhere.items() if count},
        {name: count for name, count in unreviewed.items() if count},
        tuple(each for each in plans if each.council),
    )


def _of_owners(
    items: list[DueTask], wanted: list[str], session: Session, plans: list[Plan]
) -> list[DueTask]:
    """The tasks of the sections named.

    Raises:
        Refusal: a section that no document names.
    """
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
