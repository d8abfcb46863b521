"""`sagaict new plan`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar

import typer

from sagaict.cli.frame.declaration import Examples
from sagaict.cli.frame.options import TitleOption
from sagaict.cli.plans.entering import Entering
from sagaict.language import mark

__all__ = ["NewPlan"]


@dataclass(frozen=True, kw_only=True)
class NewPlan(Entering):
    """Make the file of a new plan."""

    examples: ClassVar[Examples] = (
        ("sagaict new plan", mark("asks for everything, and shows it before it is written")),
        (
            (
                "sagaict new plan dx-2 --title 第2次DX計画 --period R10-R13 --document "
                "plan=第2次DX計画 --goal 1=便利な市役所 --measure 1-1=手続の電子化"
            ),
            mark("with one goal and its measure"),
        ),
    )

    id: Annotated[
        str | None,
        typer.Argument(
            metavar="ID",
            help=mark("The id of the new plan; whatever is missing is asked for at a terminal."),
            show_default=False,
        ),
    ] = None
    title: TitleOption = None
    period: Annotated[
        str | None,
        typer.Option(
            "--period", metavar="PERIOD", help=mark("The fiscal years it runs, e.g. R10-R13.")
        ),
    ] = None
    stage: Annotated[
        str | None,
        typer.Option(
            "--stage", metavar="draft|approved", help=mark("draft unless you say approved.")
        ),
    ] = None
    owner: Annotated[
        str | None,
        typer.Option(
            "--owner",
            metavar="NAME",
            help=mark("The secretariat."),
        ),
    ] = None
    council: Annotated[
        str | None,
        typer.Option(
            "--council",
            metavar="NAME",
            help=mark("The council that reviews it."),
        ),
    ] = None
    document: Annotated[
        list[str] | None,
        typer.Option(
            "--document",
            metavar="ID=TITLE",
            help=mark("A document its figures are taken from; repeatable."),
        ),
    ] = None
    goal: Annotated[
        list[str] | None,
        typer.Option(
            "--goal",
            metavar="NO=TITLE",
            help=mark("A basic goal; repeatable."),
        ),
    ] = None
    measure: Annotated[
        list[str] | None,
        typer.Option(
            "--measure",
            metavar="NO=TITLE",
            help=mark("A measure: 1-1 belongs to goal 1; repeatable. Its number is its id, too."),
        ),
    ] = None

    def run(self) -> int:
        """Make it."""
        from sagaict.cli.plans.plan_form import run_new_plan

        return run_new_plan(self)
