"""`sagaict sheet`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, ClassVar

from sagaict.cli.frame.declaration import Examples, Option
from sagaict.cli.frame.filters import Narrowed, plans_meant
from sagaict.cli.frame.refusal import Refusal
from sagaict.cli.frame.session import Session, open_session
from sagaict.domain.light import dataclass
from sagaict.language import _, mark

if TYPE_CHECKING:
    from sagaict.computing.selection import Filter
    from sagaict.domain.plan import Plan
    from sagaict.workbook.due import Rows

__all__ = ["Sheet"]


@dataclass(frozen=True, kw_only=True)
class Sheet(Narrowed):
    """Make an Excel workbook for project owners to fill in."""

    examples: ClassVar[Examples] = (
        ("sagaict sheet -o R7.xlsx", mark("what is due, of the plans running")),
        ("sagaict sheet -o dx.xlsx --owner DX推進課", mark("for one section")),
        ("sagaict sheet -o R4.xlsx --plan ict-strategy-1 --year R4", mark("one year")),
        ("sagaict sheet -o new.xlsx --empty", mark("an empty table for a new plan")),
    )

    output: Annotated[
        str,
        Option(mark("The workbook to make, e.g. R7.xlsx."), "FILE", names=("--output", "-o")),
    ]
    year: Annotated[
        list[str] | None,
        Option(
            mark("Only these years, e.g. R7; else the year that ended, and what is still owed."),
            "YEAR",
        ),
    ] = None
    empty: Annotated[
        bool,
        Option(
            mark("An empty table for the indicators of a new plan, which new plan --from reads.")
        ),
    ] = False
    force: Annotated[
        bool,
        Option(mark("Overwrite the file; what was entered in it is lost.")),
    ] = False

    def run(self) -> int:
        """Make it, and say how much is in it."""
        from sagaict.cli.frame.extras import needed
        from sagaict.cli.frame.output import write_output
        from sagaict.reporting.conditions import narrowed_text
        from sagaict.reporting.incomplete import incomplete_text

        if not self.output.lower().endswith(".xlsx"):
            raise Refusal(_("{path} must end in .xlsx").format(path=self.output))
        if Path(self.output).exists() and not self.force:
            raise Refusal(
                _(
                    "{path} exists; somebody may have filled it in. To overwrite it, add --force"
                ).format(path=self.output)
            )
        session = open_session(self.data_folder, self.today, None)
        if self.empty:
            return self._template(session)
        session.warn_about_broken_files()
        asked = plans_meant(session, self.plan)
        conditions = self.conditions(session, asked)
        rows = self._rows(session, asked, conditions)
        with needed("openpyxl"):
            from sagaict.workbook.compose import compose
        told = (incomplete_text(session.incomplete), narrowed_text(conditions))
        write_output(compose(rows, session.view.today, [*filter(None, told)]), self.output)
        print(
            _("{path}: results {results}, actions {actions}, evaluations {evaluations}").format(
                path=self.output,
                results=len(rows.results),
                actions=len(rows.actions),
                evaluations=len(rows.evaluations),
            )
        )
        return 0

    def _template(self, session: Session) -> int:
        """Make an empty table, with columns of the years asked for; else of the four to come."""
        from sagaict.cli.frame.extras import needed
        from sagaict.cli.frame.given import year_of
        from sagaict.cli.frame.output import write_output

        with needed("openpyxl"):
            from sagaict.workbook.plan_table.template import template
        years = [year_of(text) for text in self.year or ()]
        years = years or [session.view.as_of.plus(ahead) for ahead in range(1, 5)]
        write_output(template(years, session.view.today), self.output)
        print(_("{path}: an empty table for a new plan").format(path=self.output))
        return 0

    def _rows(self, session: Session, asked: list[Plan], conditions: Filter) -> Rows:
        from sagaict.cli.frame.given import year_of
        from sagaict.workbook.due import Choice, rows_for

        choice = Choice(
            tuple(plan.id for plan in asked),
            conditions,
            frozenset(year_of(text) for text in self.year or ()),
        )
        rows = rows_for(session.portfolio, session.view, choice)
        if rows.empty:
            raise Refusal(_("there is nothing to fill in for this choice; no workbook was made"))
        return rows
