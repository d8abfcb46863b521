"""`sagaict list`."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from sagaict.cli.options import (
    AsOf,
    Data,
    KindOption,
    Lang,
    Measure,
    PlanOption,
    Priority,
    Rev,
    StatusOption,
    Today,
)
from sagaict.cli.selecting import conditions_of
from sagaict.cli.session import choice, choices, open_session
from sagaict.language import _

__all__ = ["list_things"]

KINDS = ("plans", "measures", "projects", "indicators")

What = Annotated[
    str,
    typer.Argument(
        metavar="plans|measures|projects|indicators",
        help=_("What to list."),
        autocompletion=lambda incomplete: [name for name in KINDS if name.startswith(incomplete)],
    ),
]


def list_things(
    what: What,
    plan: PlanOption = None,
    measure: Measure = None,
    priority: Priority = False,
    with_status: StatusOption = None,
    kind: KindOption = None,
    as_of: AsOf = None,
    today: Today = None,
    rev: Rev = None,
    data: Data = None,
    lang: Lang = None,
) -> int:
    """Plans, measures, projects or indicators, one line each."""
    from sagaict.computing.assessment import STATUSES
    from sagaict.computing.membership import is_known
    from sagaict.computing.overview import dropped_indicators, overview
    from sagaict.computing.selection import PlacedMeasure, matches
    from sagaict.reporting import list_report
    from sagaict.reporting.output import Output

    wanted = choice(what, KINDS, _("the list"))
    statuses = choices(with_status, STATUSES, "--status")
    session = open_session(data, today, as_of, rev)
    session.warn_about_broken_files()
    portfolio, view = session.portfolio, session.view
    asked = [session.pick(name, portfolio.plans)[0] for name in plan or ()]
    plans = [portfolio.plans[name] for name in asked] or list(portfolio.plans.values())
    conditions = conditions_of(session, asked, measure, None, priority, kind)
    if wanted == "plans":
        table = list_report.list_plans(plans, view)
    elif wanted == "measures":
        table = list_report.list_measures(
            PlacedMeasure(each, goal, item)
            for each in plans
            for goal, item in each.measures()
            if not conditions.measures or f"{each.id}/{item.id}" in conditions.measures
        )
    elif wanted == "projects":
        table = list_report.list_projects(
            (
                entry
                for each in plans
                for entry in portfolio.projects[each.id]
                if is_known(entry, view)
                and (not priority or entry.priority)
                and (
                    not conditions.measures
                    or f"{each.id}/{entry.measure.id}" in conditions.measures
                )
            ),
            view,
        )
    else:
        table = list_report.list_indicators(
            item
            for each in plans
            for item in overview(portfolio, each, view, conditions, statuses).assessments
        )
    Output(sys.stdout).blocks([*session.heading(), table])
    if wanted == "indicators":
        left_out = sum(
            matches(entry, conditions)
            for each in plans
            for entry in dropped_indicators(portfolio, each, view)
        )
        if left_out:
            text = _("Dropped and not listed: {count}. To see them: sagaict status PLAN")
            print(text.format(count=left_out), file=sys.stderr)
    return 0
