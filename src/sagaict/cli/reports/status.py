"""`sagaict status`."""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Annotated, ClassVar

import typer

from sagaict.cli.frame.completion import complete_plans
from sagaict.cli.frame.declaration import Examples
from sagaict.cli.frame.filters import Filtered, StatusOption, plans_meant
from sagaict.cli.frame.given import choice, choices
from sagaict.cli.frame.output import Target, write_blocks, write_output
from sagaict.cli.frame.session import Session
from sagaict.language import mark

if TYPE_CHECKING:
    from sagaict.computing.overview import Listing
    from sagaict.computing.selection import Filter

__all__ = ["Status"]

FORMATS = ("table", "markdown", "json", "csv")


@dataclass(frozen=True, kw_only=True)
class Status(Filtered):
    """What was reached, what was missed, what nobody has reported."""

    examples: ClassVar[Examples] = (
        ("sagaict status", mark("the plans running today")),
        ("sagaict status ict-katsuyo --as-of R1", mark("an ended plan, as seen in R1")),
        ("sagaict status --status unmet,behind", mark("only what needs attention")),
        ("sagaict status --format markdown -o status.md", mark("a page for the council")),
        ("sagaict status --fail-on unmet,not_reported", mark("for scripts: exit code 1")),
    )

    plans: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PLAN",
            help=mark("Plans to open in full: an id, or part of a title."),
            autocompletion=complete_plans,
            show_default=False,
        ),
    ] = None
    all_plans: Annotated[
        bool, typer.Option("--all", help=mark("Open ended plans in full too."))
    ] = False
    status: StatusOption = None
    format: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help=mark("table, markdown, json or csv."))
    ] = "table"
    output: Target = None
    fail_on: Annotated[
        str | None,
        typer.Option(
            "--fail-on",
            metavar="STATUS,...",
            help=mark("Exit with 1 if an indicator has this status."),
        ),
    ] = None

    def run(self) -> int:
        """Report, and fail if a status is there that was to fail."""
        from sagaict.computing.overview import listing, overview
        from sagaict.computing.status import STATUSES

        form = choice(self.format, FORMATS, "--format")
        statuses = choices(self.status, STATUSES, "--status")
        failing = choices(self.fail_on, STATUSES, "--fail-on")
        session = self.open()
        portfolio, view = session.portfolio, session.view
        asked = plans_meant(session, (*(self.plans or ()), *(self.plan or ())))
        chosen = [portfolio.plans[name] for name in asked] or list(portfolio.plans.values())
        conditions = replace(self.conditions(session, asked), statuses=statuses)
        items = [listing(overview(portfolio, item, view), conditions) for item in chosen]
        opened = frozenset(
            item.whole.plan.id for item in items if asked or self.all_plans or item.whole.running
        )
        if conditions.narrow and not asked:
            # Asked for something particular: only plans that have it, and those in full.
            items = [item for item in items if item.assessments or item.projects]
            items = [item for item in items if self.all_plans or item.whole.plan.id in opened]
        _write(_Shown(session, items, opened, conditions), form, self.output)
        hits = {
            item.status
            for each in items
            if each.whole.plan.id in opened
            for item in each.assessments
        }
        return 1 if hits & failing else 0


@dataclass(frozen=True, slots=True)
class _Shown:
    """What is shown, and whether it is only a part of what there is."""

    session: Session
    items: list[Listing]
    opened: frozenset[str]
    conditions: Filter


def _write(shown: _Shown, form: str, output: str | None) -> None:
    session, items = shown.session, shown.items
    if form == "csv":
        from sagaict.reporting.status_data import status_csv

        write_output(status_csv(items), output)
        return
    if form == "json":
        from sagaict.reporting.status_data import status_json

        page = status_json(items, session.view, shown.conditions, session.revision)
        write_output(page.encode(), output)
        return
    from sagaict.reporting.output import Output
    from sagaict.reporting.status_report import Options, status_report

    # A file is read with other letters than a terminal of today.
    ascii_only = form == "table" and output is None and Output(sys.stdout).ascii
    options = Options(shown.opened, ascii_only, shown.conditions)
    blocks = status_report(items, session.origin, options, session.view)
    write_blocks(blocks, output, markdown=form == "markdown")
