"""`sagaict sheet`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sagaict.cli.options import Data, Lang, PlanOption, Today
from sagaict.cli.refusal import Refusal
from sagaict.cli.session import Session, open_session
from sagaict.language import _

if TYPE_CHECKING:
    from sagaict.workbook.due import Rows

__all__ = ["sheet"]

Target = Annotated[
    str,
    typer.Option("--output", "-o", metavar="FILE", help=_("The workbook to make, e.g. R7.xlsx.")),
]
Owner = Annotated[
    list[str] | None,
    typer.Option(
        "--owner",
        metavar="OWNER",
        help=_("Only these sections, by a part of the name; “-” for those not known."),
    ),
]
Year = Annotated[
    list[str] | None,
    typer.Option(
        "--year",
        metavar="YEAR",
        help=_("Only these years, e.g. R7; else the year that ended, and what is still owed."),
    ),
]
Force = Annotated[
    bool, typer.Option("--force", help=_("Overwrite the file; what was entered in it is lost."))
]


def sheet(
    output: Target,
    owner: Owner = None,
    plan: PlanOption = None,
    year: Year = None,
    force: Force = False,
    today: Today = None,
    data: Data = None,
    lang: Lang = None,
) -> int:
    """Make an Excel workbook for project owners to fill in."""
    from sagaict.cli.excel_extra import excel_needed
    from sagaict.cli.target import write_output

    if not output.lower().endswith(".xlsx"):
        raise Refusal(_("{path} must end in .xlsx").format(path=output))
    if Path(output).exists() and not force:
        raise Refusal(
            _("{path} exists; somebody may have filled it in. To overwrite it, add --force").format(
                path=output
            )
        )
    session = open_session(data, today, None)
    session.warn_about_broken_files()
    rows = _rows(session, plan, owner, year)
    with excel_needed():
        from sagaict.workbook.compose import compose
    write_output(compose(rows, session.view.today), output)
    print(
        _("{path}: results {results}, actions {actions}, evaluations {evaluations}").format(
            path=output,
            results=len(rows.results),
            actions=len(rows.actions),
            evaluations=len(rows.evaluations),
        )
    )
    return 0


def _rows(
    session: Session, plans: list[str] | None, owners: list[str] | None, years: list[str] | None
) -> Rows:
    from sagaict.cli.given import year_of
    from sagaict.cli.owners import owners_meant
    from sagaict.workbook.due import Choice, rows_for

    portfolio = session.portfolio
    known = {entry.owner for entry in portfolio.indicators()}
    known |= {entry.project.owner for each in portfolio.projects.values() for entry in each}
    choice = Choice(
        tuple(session.pick(name, portfolio.plans)[0] for name in plans or ()),
        owners_meant(owners, known) if owners else None,
        frozenset(year_of(text) for text in years or ()),
    )
    rows = rows_for(portfolio, session.view, choice)
    if rows.empty:
        raise Refusal(_("there is nothing to fill in for this choice; no workbook was made"))
    return rows
