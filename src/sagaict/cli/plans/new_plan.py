"""`sagaict new plan`."""

from __future__ import annotations

from typing import Annotated, ClassVar

from sagaict.cli.frame.declaration import Argument, Examples, Option
from sagaict.cli.frame.options import TitleOption
from sagaict.cli.plans.entering import Entering
from sagaict.cli.plans.table_options import TableOptions
from sagaict.domain.light import dataclass
from sagaict.domain.words import PlanStage, RateFormula
from sagaict.language import mark

__all__ = ["NewPlan"]


@dataclass(frozen=True, kw_only=True)
class NewPlan(TableOptions, Entering):
    """Make the file of a new plan."""

    runner: ClassVar[str] = "plans.plan_form:run_new_plan"
    examples: ClassVar[Examples] = (
        ("sagaict new plan", mark("asks for everything, and shows it before it is written")),
        (
            (
                "sagaict new plan dx-2 --title 第2次DX計画 --period R10-R13 --document "
                "plan=第2次DX計画 --goal 1=便利な市役所 --measure 1-1=手続の電子化"
            ),
            mark("with one goal and its measure"),
        ),
        (
            (
                "sagaict new plan dx-2 --from kpi.xlsx --title 第2次DX計画 --period R10-R13 "
                "--document plan=第2次DX計画"
            ),
            mark("with all indicators of a table"),
        ),
    )

    id: Annotated[
        str | None,
        Argument(
            mark("The id of the new plan; whatever is missing is asked for at a terminal."), "ID"
        ),
    ] = None
    table: Annotated[
        str | None,
        Option(
            mark("A table of its indicators, .xlsx or CSV: goals, measures, figures by headings."),
            "FILE",
            names=("--from",),
        ),
    ] = None
    title: TitleOption = None
    period: Annotated[
        str | None,
        Option(mark("The fiscal years it runs, e.g. R10-R13."), "PERIOD"),
    ] = None
    stage: Annotated[PlanStage, Option(mark("Whether it is in force."), "STAGE")] = "draft"
    transcribed: Annotated[
        bool,
        Option(mark("Only copied from what was published: nobody reports results here.")),
    ] = False
    owner: Annotated[
        str | None,
        Option(mark("The secretariat."), "NAME"),
    ] = None
    council: Annotated[
        str | None,
        Option(mark("The council that reviews it."), "NAME"),
    ] = None
    rate: Annotated[
        RateFormula | None,
        Option(mark("What it prints as achievement rate; else ratio."), "WORD"),
    ] = None
    term: Annotated[
        list[str] | None,
        Option(
            mark("Its own word for a level (goal, measure, project): goal=Vision; repeatable."),
            "LEVEL=WORD",
        ),
    ] = None
    document: Annotated[
        list[str] | None,
        Option(mark("A document its figures are taken from; repeatable."), "ID=TITLE"),
    ] = None
    goal: Annotated[
        list[str] | None,
        Option(mark("A basic goal; repeatable."), "NO=TITLE"),
    ] = None
    measure: Annotated[
        list[str] | None,
        Option(
            mark("A measure: 1-1 belongs to goal 1; repeatable. Its number is its id, too."),
            "NO=TITLE",
        ),
    ] = None
