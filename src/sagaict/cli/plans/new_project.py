"""`sagaict new project`."""

from __future__ import annotations

from typing import Annotated, ClassVar

from sagaict.cli.frame.completion import complete_holders, complete_new_projects, complete_plans
from sagaict.cli.frame.declaration import Argument, Examples, Option
from sagaict.cli.frame.options import SourceOption, TitleOption
from sagaict.cli.plans.entering import Entering
from sagaict.domain.light import dataclass
from sagaict.language import mark

__all__ = ["NewProject"]


@dataclass(frozen=True, kw_only=True)
class NewProject(Entering):
    """Make the file of a new project, while a plan is drafted or transcribed."""

    runner: ClassVar[str] = "plans.project_form:run_project"
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
        Argument(
            mark("The new id: PLAN/ID, or ID with --plan."),
            "PROJECT",
            complete=complete_new_projects,
        ),
    ] = None
    plan: Annotated[
        str | None,
        Option(mark("The plan it belongs to."), "PLAN", complete=complete_plans),
    ] = None
    measure: Annotated[
        str | None,
        Option(
            mark("The measure it belongs to: an id, or part of a title."),
            "MEASURE",
            complete=complete_holders,
        ),
    ] = None
    title: TitleOption = None
    category: Annotated[
        str | None,
        Option(mark("One of the plan's categories."), "NAME"),
    ] = None
    priority: Annotated[bool, Option(mark("It is a priority project."))] = False
    owner: Annotated[
        str | None,
        Option(mark("The section in charge."), "NAME"),
    ] = None
    overview: Annotated[
        str | None,
        Option(mark("What it is about."), "TEXT"),
    ] = None
    source: SourceOption = None
