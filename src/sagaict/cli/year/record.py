"""`sagaict record`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar

import typer

from sagaict.cli.frame.changes import Writing
from sagaict.cli.frame.completion import complete_indicators
from sagaict.cli.frame.declaration import Examples
from sagaict.cli.frame.options import SourceOption
from sagaict.language import mark

__all__ = ["Record"]


@dataclass(frozen=True, kw_only=True)
class Record(Writing):
    """Record a result. Missing arguments are asked for at a terminal."""

    examples: ClassVar[Examples] = (
        ("sagaict record", mark("asks for what is still to be reported")),
        ("sagaict record bcp-rate R7 92.5%", mark("a final figure")),
        (
            "sagaict record ict-strategy-2/3-1/access R8 45,570件 --state provisional --as-of R8.9",
            mark("half-way through the year"),
        ),
        (
            "sagaict record bcp-rate R7 93% --correct --reason 集計の誤り",
            mark("a correction; the old figure is kept"),
        ),
    )

    indicator: Annotated[
        str | None,
        typer.Argument(
            metavar="INDICATOR",
            help=mark("An id, its tail, or part of a name; asked for if missing."),
            autocompletion=complete_indicators,
            show_default=False,
        ),
    ] = None
    year: Annotated[
        str | None,
        typer.Argument(metavar="YEAR", help=mark("The fiscal year, e.g. R7."), show_default=False),
    ] = None
    value: Annotated[
        str | None,
        typer.Argument(
            metavar="VALUE",
            help=mark("The figure: 1,027, １，０２７, 61.3%, 約12,000, 評価中, ..."),
            show_default=False,
        ),
    ] = None
    as_of: Annotated[
        str | None,
        typer.Option("--as-of", metavar="DATE", help=mark("When it was taken, e.g. R8.3.")),
    ] = None
    span: Annotated[
        str | None,
        typer.Option("--span", metavar="SPAN", help=mark("The time it covers, e.g. R7.4-R8.2.")),
    ] = None
    state: Annotated[
        str | None,
        typer.Option(
            "--state",
            metavar="STATE",
            help=mark("final, provisional, estimate, pending, not-surveyed or not-assessable."),
        ),
    ] = None
    source: SourceOption = None
    remark: Annotated[
        str | None,
        typer.Option("--remark", metavar="TEXT", help=mark("The owner's view of the result.")),
    ] = None
    note: Annotated[
        str | None, typer.Option("--note", metavar="TEXT", help=mark("A note on it."))
    ] = None
    correct: Annotated[
        bool,
        typer.Option("--correct", help=mark("Correct a final figure; the old one is kept.")),
    ] = False
    reason: Annotated[
        str | None, typer.Option("--reason", metavar="TEXT", help=mark("Why it is corrected."))
    ] = None
    yes: Annotated[
        bool,
        typer.Option("--yes", help=mark("Record it even if it looks mistyped; ask nothing.")),
    ] = False

    def run(self) -> int:
        """Record it."""
        from sagaict.cli.year.record_run import run_record

        return run_record(self)
