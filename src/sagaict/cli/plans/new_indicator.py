"""`sagaict new indicator`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar

import typer

from sagaict.cli.frame.completion import complete_holders
from sagaict.cli.frame.declaration import Examples
from sagaict.cli.frame.options import SourceOption
from sagaict.cli.plans.entering import Entering
from sagaict.language import mark

__all__ = ["NewIndicator"]


@dataclass(frozen=True, kw_only=True)
class NewIndicator(Entering):
    """Put a new indicator into a measure or project, while a plan is drafted or transcribed."""

    examples: ClassVar[Examples] = (
        (
            (
                "sagaict new indicator dx-2/1-1 online --name 申請率 --unit % --direction increase "
                "--aggregation level --baseline 45.3% --baseline-year R8 --target R13=80% "
                '--source "plan p.12"'
            ),
            mark("with a baseline and a target"),
        ),
        (
            (
                "sagaict new indicator dx-2/rpa hours --name 削減時間 --unit 時間 "
                "--direction increase --aggregation period-total --target R10-R13=約12,000時間"
            ),
            mark("a total over the period; the wording of the target is kept"),
        ),
    )

    holder: Annotated[
        str | None,
        typer.Argument(
            metavar="HOLDER",
            help=mark("The measure or project: an id, its tail, or part of a title."),
            autocompletion=complete_holders,
            show_default=False,
        ),
    ] = None
    id: Annotated[
        str | None,
        typer.Argument(metavar="ID", help=mark("The id of the new indicator."), show_default=False),
    ] = None
    name: Annotated[
        str | None,
        typer.Option(
            "--name",
            metavar="TEXT",
            help=mark("Its name."),
        ),
    ] = None
    unit: Annotated[
        str | None,
        typer.Option(
            "--unit",
            metavar="UNIT",
            help=mark("Its unit, as printed: %, 件, ..."),
        ),
    ] = None
    direction: Annotated[
        str | None,
        typer.Option(
            "--direction", metavar="WORD", help=mark("What is better: increase or decrease.")
        ),
    ] = None
    aggregation: Annotated[
        str | None,
        typer.Option(
            "--aggregation",
            metavar="WORD",
            help=mark("How years relate: level, annual, cumulative or period-total."),
        ),
    ] = None
    kind: Annotated[
        str | None,
        typer.Option(
            "--kind", metavar="goal|outcome", help=mark("Which kind; of a measure, else goal.")
        ),
    ] = None
    baseline: Annotated[
        str | None,
        typer.Option(
            "--baseline",
            metavar="VALUE",
            help=mark("Its value before the plan."),
        ),
    ] = None
    baseline_year: Annotated[
        str | None,
        typer.Option(
            "--baseline-year",
            metavar="YEAR",
            help=mark("The year of the baseline."),
        ),
    ] = None
    target: Annotated[
        list[str] | None,
        typer.Option(
            "--target",
            metavar="YEAR=VALUE",
            help=mark("A target: R9=80%, R6-R9=17,600, R9=undecided; repeatable."),
        ),
    ] = None
    definition: Annotated[
        str | None,
        typer.Option(
            "--definition",
            metavar="TEXT",
            help=mark("How it is taken or computed."),
        ),
    ] = None
    data_source: Annotated[
        str | None,
        typer.Option(
            "--data-source",
            metavar="TEXT",
            help=mark("Where the figure comes from."),
        ),
    ] = None
    timing: Annotated[
        str | None,
        typer.Option(
            "--timing",
            metavar="TEXT",
            help=mark("When the figure becomes known."),
        ),
    ] = None
    owner: Annotated[
        str | None,
        typer.Option(
            "--owner",
            metavar="NAME",
            help=mark("The section in charge."),
        ),
    ] = None
    target_basis: Annotated[
        str | None,
        typer.Option(
            "--target-basis",
            metavar="TEXT",
            help=mark("How the target was set."),
        ),
    ] = None
    source: SourceOption = None

    def run(self) -> int:
        """Put it in."""
        from sagaict.cli.plans.indicator_form import run_indicator

        return run_indicator(self)
