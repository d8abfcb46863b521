"""`sagaict status`."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from sagaict.cli.options import (
    AsOf,
    Data,
    Format,
    KindOption,
    Lang,
    Measure,
    PlanOption,
    Plans,
    Priority,
    ProjectOption,
    Rev,
    StatusOption,
    Today,
)
from sagaict.cli.selecting import conditions_of
from sagaict.cli.session import Session, choice, choices, open_session
from sagaict.cli.target import Target, write_blocks, write_output
from sagaict.language import _

if TYPE_CHECKING:
    from sagaict.computing.overview import Overview

__all__ = ["status"]

FORMATS = ("table", "markdown", "json", "csv")

All = Annotated[bool, typer.Option("--all", help=_("Open ended plans in full too."))]
FailOn = Annotated[
    str | None,
    typer.Option(
        "--fail-on", metavar="STATUS,...", help=_("Exit with 1 if an indicator has this status.")
    ),
]


def status(
    plans: Plans = None,
    all_plans: All = False,
    as_of: AsOf = None,
    today: Today = None,
    rev: Rev = None,
    plan: PlanOption = None,
    measure: Measure = None,
    project: ProjectOption = None,
    priority: Priority = False,
    with_status: StatusOption = None,
    kind: KindOption = None,
    output_format: Format = "table",
    fail_on: FailOn = None,
    output: Target = None,
    data: Data = None,
    lang: Lang = None,
) -> int:
    """What was reached, what was missed, what nobody has reported."""
    from sagaict.computing.assessment import STATUSES
    from sagaict.computing.overview import overview
    from sagaict.computing.selection import Filter

    form = choice(output_format, FORMATS, "--format")
    statuses = choices(with_status, STATUSES, "--status")
    failing = choices(fail_on, STATUSES, "--fail-on")
    session = open_session(data, today, as_of, rev)
    portfolio, view = session.portfolio, session.view
    asked = [session.pick(name, portfolio.plans)[0] for name in (*(plans or ()), *(plan or ()))]
    chosen = [portfolio.plans[name] for name in asked] or list(portfolio.plans.values())
    conditions = conditions_of(session, asked, measure, project, priority, kind)
    overviews = [overview(portfolio, item, view, conditions, statuses) for item in chosen]
    opened = frozenset(item.plan.id for item in overviews if asked or all_plans or item.running)
    narrowed = bool(statuses) or conditions != Filter()
    if narrowed and not asked:
        # Asked for something particular: only plans that have it, and those in full.
        overviews = [item for item in overviews if item.assessments or item.projects]
        overviews = [item for item in overviews if all_plans or item.plan.id in opened]
    session.warn_about_broken_files()
    shown = _Shown(session, overviews, opened, narrowed)
    _write(shown, form, output)
    hits = {
        item.status for each in overviews if each.plan.id in opened for item in each.assessments
    }
    return 1 if hits & failing else 0


@dataclass(frozen=True, slots=True)
class _Shown:
    """What is shown, and whether it is only a part of what there is."""

    session: Session
    overviews: list[Overview]
    opened: frozenset[str]
    narrowed: bool


def _write(shown: _Shown, form: str, output: str | None) -> None:
    session, overviews = shown.session, shown.overviews
    if form == "csv":
        from sagaict.reporting.status_data import status_csv

        write_output(status_csv(overviews), output)
        return
    if form == "json":
        from sagaict.reporting.status_data import status_json

        write_output(status_json(overviews, session.view, session.revision).encode(), output)
        return
    from sagaict.reporting.output import Output
    from sagaict.reporting.status_report import Options, status_report

    # A file is read with other letters than a terminal of today.
    ascii_only = form == "table" and output is None and Output(sys.stdout).ascii
    options = Options(shown.opened, ascii_only, shown.narrowed)
    blocks = status_report(overviews, session.origin, options, session.view)
    write_blocks(blocks, output, markdown=form == "markdown")
