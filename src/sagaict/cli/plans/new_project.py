"""`sagaict new project`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar

import typer

from sagaict.cli.frame.completion import complete_holders, complete_new_projects, complete_plans
from sagaict.cli.frame.declaration import Examples
from sagaict.cli.frame.options import SourceOption, TitleOption
from sagaict.cli.plans.entering import Entering
from sagaict.language import mark

__all__ = ["NewProject"]


@dataclass(frozen=True, kw_only=True)
class NewProject(Entering):
    """Make the file of a new project, while a plan is drafted or transcribed."""

    examples: ClassVar[Examples] = (
        (
            (
                "sagaict new project dx-2/rpa --measure 1-1 --title RPAの活用 "
                '--source "plan 第4章 (p.20)"'
            ),
            mark("a file in the folder projects/dx-2"),
        ),
    )

    project: Annotated[
        str | None,
        typer.Argument(
            metavar="PROJECT",
            help=mark("The new id: PLAN/ID, or ID with --plan."),
            autocompletion=complete_new_projects,
            show_default=False,
        ),
    ] = None
    plan: Annotated[
        str | None,
        typer.Option(
            "--plan",
            metavar="PLAN",
            help=mark("The plan it belongs to."),
            autocompletion=complete_plans,
        ),
    ] = None
    measure: Annotated[
        str | None,
        typer.Option(
            "--measure",
            metavar="MEASURE",
            help=mark("The measure it belongs to: an id, or part of a title."),
            autocompletion=complete_holders,
        ),
    ] = None
    title: TitleOption = None
    category: Annotated[
        str | None,
        typer.Option("--category", metavar="NAME", help=mark("One of the plan's categories.")),
    ] = None
    priority: Annotated[
        bool, typer.Option("--priority", help=mark("It is a priority project."))
    ] = False
    owner: Annotated[
        str | None,
        typer.Option("--owner", metavar="NAME", help=mark("The section in charge.")),
    ] = None
    overview: Annotated[
        str | None,
        typer.Option("--overview", metavar="TEXT", help=mark("What it is about.")),
    ] = None
    source: SourceOption = None

    def run(self) -> int:
        """Make it."""
        from sagaict.cli.plans.project_form import run_project

        return run_project(self)
