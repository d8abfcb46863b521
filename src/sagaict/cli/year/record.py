"""`sagaict record`."""

from __future__ import annotations

from typing import Annotated, ClassVar

from sagaict.cli.frame.changes import Writing
from sagaict.cli.frame.completion import complete_indicators
from sagaict.cli.frame.declaration import Argument, Examples, Option
from sagaict.cli.frame.options import SourceOption
from sagaict.domain.light import dataclass
from sagaict.domain.words import ActualState
from sagaict.language import mark

__all__ = ["Record"]


@dataclass(frozen=True, kw_only=True)
class Record(Writing):
    """Record a result. Missing arguments are asked for at a terminal."""

    runner: ClassVar[str] = "year.record_run:run_record"
    examples: ClassVar[Examples] = (
        ("sagaict record", mark("asks for what is still to be reported")),
        ("sagaict record bcp-rate R7 92.5%", mark("a final figure")),
        (
            "sagaict record ict-strategy-2/3-1/access R8 45,570件 --state provisional --taken R8.9",
            mark("half-way through the year"),
        ),
        (
            "sagaict record bcp-rate R7 93% --correct --reason 集計の誤り",
            mark("a correction; the old figure is kept"),
        ),
    )

    indicator: Annotated[
        str | None,
        Argument(
            mark("An id, its tail, or part of a name; asked for if missing."),
            "INDICATOR",
            complete=complete_indicators,
        ),
    ] = None
    year: Annotated[
        str | None,
        Argument(mark("The fiscal year, e.g. R7."), "YEAR"),
    ] = None
    value: Annotated[
        str | None,
        Argument(mark("The figure: 1,027, １，０２７, 61.3%, 56/64, 約12,000, 評価中, …"), "VALUE"),
    ] = None
    taken: Annotated[
        str | None,
        Option(mark("When it was taken, e.g. R8.3."), "DATE"),
    ] = None
    span: Annotated[
        str | None,
        Option(mark("The time it covers, e.g. R7.4-R8.2."), "SPAN"),
    ] = None
    published: Annotated[
        str | None,
        Option(mark("When it came out, of statistics that are late."), "DATE"),
    ] = None
    state: Annotated[
        ActualState | None,
        Option(mark("How far it is to be relied upon, or why there is none."), "STATE"),
    ] = None
    respondents: Annotated[str | None, Option(mark("How many answered, of a survey."), "COUNT")] = (
        None
    )
    source: SourceOption = None
    remark: Annotated[
        str | None,
        Option(mark("The owner's view of the result."), "TEXT"),
    ] = None
    note: Annotated[str | None, Option(mark("A note on it."), "TEXT")] = None
    compared: Annotated[
        bool,
        Option(mark("It is a figure of the series beside its own, e.g. the nation's average.")),
    ] = False
    correct: Annotated[
        bool,
        Option(mark("Correct a final figure; the old one is kept.")),
    ] = False
    reason: Annotated[str | None, Option(mark("Why it is corrected."), "TEXT")] = None
    yes: Annotated[
        bool,
        Option(mark("Record it even if it looks mistyped; ask nothing.")),
    ] = False
