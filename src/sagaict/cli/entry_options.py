"""Options that `new` and `add` have for the same things."""

from __future__ import annotations

from typing import Annotated

import typer

from sagaict.cli.completion import complete_ids, complete_plans
from sagaict.language import _

__all__ = [
    "Aggregation",
    "Baseline",
    "BaselineYear",
    "Category",
    "DataSource",
    "DecisionSource",
    "Definition",
    "Direction",
    "Holder",
    "IndicatorId",
    "Kind",
    "MeasureOption",
    "Name",
    "Overview",
    "Owner",
    "PlanOption",
    "PriorityFlag",
    "ProjectArgument",
    "Source",
    "TargetBasis",
    "Targets",
    "Timing",
    "Title",
    "Unit",
]


def _plans_begun(incomplete: str) -> list[str]:
    return [f"{plan}/" for plan in complete_plans(incomplete)]


def _holders(incomplete: str) -> list[str]:
    return [name for name in complete_ids(incomplete) if name.count("/") == 1]


ProjectArgument = Annotated[
    str | None,
    typer.Argument(
        metavar="PROJECT",
        help=_("The new id: PLAN/ID, or ID with --plan."),
        autocompletion=_plans_begun,
        show_default=False,
    ),
]
PlanOption = Annotated[
    str | None,
    typer.Option(
        "--plan",
        metavar="PLAN",
        help=_("The plan it belongs to."),
        autocompletion=complete_plans,
    ),
]
MeasureOption = Annotated[
    str | None,
    typer.Option(
        "--measure",
        metavar="MEASURE",
        help=_("The measure it belongs to: an id, or part of a title."),
        autocompletion=_holders,
    ),
]
Title = Annotated[str | None, typer.Option("--title", metavar="TEXT", help=_("Its title."))]
Category = Annotated[
    str | None,
    typer.Option("--category", metavar="NAME", help=_("One of the plan's categories.")),
]
PriorityFlag = Annotated[bool, typer.Option("--priority", help=_("It is a priority project."))]
Owner = Annotated[
    str | None, typer.Option("--owner", metavar="NAME", help=_("The section in charge."))
]
Overview = Annotated[
    str | None, typer.Option("--overview", metavar="TEXT", help=_("What it is about."))
]
Source = Annotated[
    str | None,
    typer.Option("--source", metavar="SOURCE", help=_("A document's id and the place in it.")),
]
DecisionSource = Annotated[
    str | None,
    typer.Option(
        "--source",
        metavar="SOURCE",
        help=_("A document's id and the place in it, for the entry and for the decision."),
    ),
]
Holder = Annotated[
    str | None,
    typer.Argument(
        metavar="HOLDER",
        help=_("The measure or project: an id, its tail, or part of a title."),
        autocompletion=_holders,
        show_default=False,
    ),
]
IndicatorId = Annotated[
    str | None,
    typer.Argument(metavar="ID", help=_("The id of the new indicator."), show_default=False),
]
Name = Annotated[str | None, typer.Option("--name", metavar="TEXT", help=_("Its name."))]
Unit = Annotated[
    str | None, typer.Option("--unit", metavar="UNIT", help=_("Its unit, as printed: %, 件, ..."))
]
Direction = Annotated[
    str | None,
    typer.Option("--direction", metavar="WORD", help=_("What is better: increase or decrease.")),
]
Aggregation = Annotated[
    str | None,
    typer.Option(
        "--aggregation",
        metavar="WORD",
        help=_("How years relate: level, annual, cumulative or period-total."),
    ),
]
Kind = Annotated[
    str | None,
    typer.Option("--kind", metavar="goal|outcome", help=_("Which kind; of a measure, else goal.")),
]
Baseline = Annotated[
    str | None,
    typer.Option("--baseline", metavar="VALUE", help=_("Its value before the plan.")),
]
BaselineYear = Annotated[
    str | None,
    typer.Option("--baseline-year", metavar="YEAR", help=_("The year of the baseline.")),
]
Targets = Annotated[
    list[str] | None,
    typer.Option(
        "--target",
        metavar="YEAR=VALUE",
        help=_("A target: R9=80%, R6-R9=17,600, R9=undecided; repeatable."),
    ),
]
Definition = Annotated[
    str | None,
    typer.Option("--definition", metavar="TEXT", help=_("How it is taken or computed.")),
]
DataSource = Annotated[
    str | None,
    typer.Option("--data-source", metavar="TEXT", help=_("Where the figure comes from.")),
]
Timing = Annotated[
    str | None, typer.Option("--timing", metavar="TEXT", help=_("When the figure becomes known."))
]
TargetBasis = Annotated[
    str | None,
    typer.Option("--target-basis", metavar="TEXT", help=_("How the target was set.")),
]
