"""`sagaict explain`."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from sagaict.cli.completion import complete_indicators
from sagaict.cli.options import AsOf, Data, Lang, Rev, Today
from sagaict.cli.refusal import Refusal
from sagaict.cli.session import open_session
from sagaict.language import _

__all__ = ["explain"]

Id = Annotated[
    str,
    typer.Argument(
        metavar="INDICATOR",
        help=_("An indicator: its id, the tail of it, or part of its name."),
        autocompletion=complete_indicators,
    ),
]
Year = Annotated[
    str | None,
    typer.Option(
        "--year", metavar="YEAR", help=_("The fiscal year to explain; else where it stands.")
    ),
]


def explain(
    indicator: Id,
    year: Year = None,
    as_of: AsOf = None,
    today: Today = None,
    rev: Rev = None,
    data: Data = None,
    lang: Lang = None,
) -> int:
    """How a rate and a status come about, step by step."""
    from sagaict.computing.assessment import assess, assess_year, reported_years
    from sagaict.computing.derived import compute_derived
    from sagaict.domain.fiscal import FiscalFormatError, FiscalYear
    from sagaict.reporting.explain_report import explain_report
    from sagaict.reporting.output import Output

    session = open_session(data, today, as_of, rev)
    session.warn_about_broken_files()
    _full_id, placed = session.pick(indicator, session.portfolio.by_id)
    if year is None:
        assessment = assess(placed, session.view)
    else:
        try:
            wanted = FiscalYear.parse(year)
        except FiscalFormatError:
            raise Refusal(
                _("“{text}” is not a fiscal year; write it like R4").format(text=year)
            ) from None
        known = reported_years(placed, session.view)
        if wanted not in known:
            years = ", ".join(each.label for each in known)
            raise Refusal(
                _("{id} has neither target nor actual in {year}; it has them in {years}").format(
                    id=placed.full_id, year=wanted.label, years=years
                )
            )
        assessment = assess_year(placed, wanted, session.view)
    judged_in = assessment.figure.year if assessment.figure else assessment.year
    computed = compute_derived(placed, judged_in, session.portfolio, session.view)
    report = explain_report(assessment, computed, session.view)
    Output(sys.stdout).blocks([*session.heading(), *report])
    return 0
