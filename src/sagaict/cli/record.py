"""`sagaict record`."""

from __future__ import annotations

from typing import Annotated

import typer

from sagaict.cli.completion import complete_indicators
from sagaict.cli.options import Data, Lang, Today
from sagaict.cli.writing import DryRun
from sagaict.language import _

__all__ = ["record"]

IndicatorArgument = Annotated[
    str | None,
    typer.Argument(
        metavar="INDICATOR",
        help=_("An id, its tail, or part of a name; asked for if missing."),
        autocompletion=complete_indicators,
        show_default=False,
    ),
]
YearArgument = Annotated[
    str | None,
    typer.Argument(metavar="YEAR", help=_("The fiscal year, e.g. R7."), show_default=False),
]
Value = Annotated[
    str | None,
    typer.Argument(
        metavar="VALUE",
        help=_("The figure: 1,027, １，０２７, 61.3%, 約12,000, 評価中, ..."),
        show_default=False,
    ),
]
FigureAsOf = Annotated[
    str | None,
    typer.Option("--as-of", metavar="DATE", help=_("When it was taken, e.g. R8.3.")),
]
SpanOption = Annotated[
    str | None,
    typer.Option("--span", metavar="SPAN", help=_("The time it covers, e.g. R7.4-R8.2.")),
]
State = Annotated[
    str | None,
    typer.Option(
        "--state",
        metavar="STATE",
        help=_("final, provisional, estimate, pending, not-surveyed or not-assessable."),
    ),
]
Source = Annotated[
    str | None,
    typer.Option("--source", metavar="SOURCE", help=_("A document's id and the place in it.")),
]
Remark = Annotated[
    str | None, typer.Option("--remark", metavar="TEXT", help=_("The owner's view of the result."))
]
Note = Annotated[str | None, typer.Option("--note", metavar="TEXT", help=_("A note on it."))]
Correct = Annotated[
    bool, typer.Option("--correct", help=_("Correct a final figure; the old one is kept."))
]
Reason = Annotated[
    str | None, typer.Option("--reason", metavar="TEXT", help=_("Why it is corrected."))
]
Yes = Annotated[
    bool, typer.Option("--yes", help=_("Record it even if it looks mistyped; ask nothing."))
]


def record(
    indicator: IndicatorArgument = None,
    year: YearArgument = None,
    value: Value = None,
    as_of: FigureAsOf = None,
    span: SpanOption = None,
    state: State = None,
    source: Source = None,
    remark: Remark = None,
    note: Note = None,
    correct: Correct = False,
    reason: Reason = None,
    yes: Yes = False,
    dry_run: DryRun = False,
    today: Today = None,
    data: Data = None,
    lang: Lang = None,
) -> int:
    """Record a result. Missing arguments are asked for at a terminal."""
    from sagaict.cli.recording import Given, run_record

    return run_record(
        Given(
            indicator=indicator,
            year=year,
            value=value,
            as_of=as_of,
            span=span,
            state=state,
            source=source,
            remark=remark,
            note=note,
            correct=correct,
            reason=reason,
            yes=yes,
            dry_run=dry_run,
        ),
        data,
        today,
    )
