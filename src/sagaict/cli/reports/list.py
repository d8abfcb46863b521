"""`sagaict list`."""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from typing import Annotated, ClassVar

import typer

from sagaict.cli.frame.declaration import Examples
from sagaict.cli.frame.filters import Filtered, StatusOption, plans_meant
from sagaict.cli.frame.given import choice, choices
from sagaict.language import _, mark

__all__ = ["List"]

KINDS = ("plans", "measures", "projects", "indicators")


def _complete(incomplete: str) -> list[str]:
    return [name for name in KINDS if name.startswith(incomplete)]


@dataclass(frozen=True, kw_only=True)
class List(Filtered):
    """Plans, measures, projects or indicators, one line each."""

    examples: ClassVar[Examples] = (
        ("sagaict list plans", mark("all plans")),
        ("sagaict list projects --plan ict-strategy-1 --priority", mark("with filters")),
        ("sagaict list indicators --status not_reported", mark("what is still missing")),
    )

    what: Annotated[
        str,
        typer.Argument(
            metavar="plans|measures|projects|indicators",
            help=mark("What to list."),
            autocompletion=_complete,
        ),
    ]
    status: StatusOption = None

    def run(self) -> int:
        """List them."""
        from sagaict.computing.membership import is_known
        from sagaict.computing.overview import dropped_indicators, listing, overview
        from sagaict.computing.selection import PlacedMeasure, matches
        from sagaict.computing.status import STATUSES
        from sagaict.reporting import list_report
        from sagaict.reporting.blocks import Paragraph
        from sagaict.reporting.conditions import conditions_text
        from sagaict.reporting.output import Output

        wanted = choice(self.what, KINDS, _("the list"))
        statuses = choices(self.status, STATUSES, "--status")
        session = self.open()
        portfolio, view = session.portfolio, session.view
        asked = plans_meant(session, self.plan)
        plans = [portfolio.plans[name] for name in asked] or list(portfolio.plans.values())
        conditions = replace(self.conditions(session, asked), statuses=statuses)
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
                    and (not self.priority or entry.priority)
                    and (not conditions.projects or entry.full_id in conditions.projects)
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
                for item in listing(overview(portfolio, each, view), conditions).assessments
            )
        named = [Paragraph.of(conditions_text(conditions), "warn")] if conditions.narrow else []
        Output(sys.stdout).blocks([*session.heading(), *named, table])
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
