"""`sagaict new indicators`."""

from __future__ import annotations

from typing import Annotated, ClassVar

from sagaict.cli.frame.completion import complete_holders
from sagaict.cli.frame.declaration import Argument, Examples, Option
from sagaict.cli.plans.entering import Entering
from sagaict.cli.plans.table_options import TableOptions
from sagaict.domain.light import dataclass
from sagaict.language import mark

__all__ = ["NewIndicators"]


@dataclass(frozen=True, kw_only=True)
class NewIndicators(TableOptions, Entering):
    """Put the indicators of a table into a plan that is drafted or transcribed."""

    runner: ClassVar[str] = "plans.table_run:run_new_indicators"
    examples: ClassVar[Examples] = (
        (
            "sagaict new indicators dx-2 --from kpi.xlsx",
            mark("the levels above stand in the table"),
        ),
        ("sagaict new indicators dx-2/1-1 --from kpi.csv", mark("all of one measure")),
    )

    place: Annotated[
        str,
        Argument(
            mark("The plan; or the measure or project to which all rows belong."),
            "PLACE",
            complete=complete_holders,
        ),
    ]
    table: Annotated[
        str,
        Option(mark("The table: .xlsx or CSV."), "FILE", names=("--from",)),
    ]
    document: Annotated[
        str | None,
        Option(mark("The document of the plan it is taken from; else the first."), "ID"),
    ] = None
