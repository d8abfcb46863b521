"""`sagaict list`."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal

from sagaict.cli.frame.declaration import Argument, Examples
from sagaict.cli.frame.filters import Filtered, plans_meant
from sagaict.cli.frame.output import Tabular
from sagaict.domain.light import dataclass
from sagaict.language import _, mark
from sagaict.reporting.report import Medium, Report

if TYPE_CHECKING:
    from sagaict.cli.frame.session import Session
    from sagaict.computing.inquiry import Inquiry
    from sagaict.reporting.blocks import Block
    from sagaict.reporting.rows import Row

__all__ = ["List"]

What = Literal["plans", "measures", "projects", "indicators"]
_TITLES: dict[What, str] = {
    "plans": mark("Plans"),
    "measures": mark("Measures"),
    "projects": mark("Projects"),
    "indicators": mark("Indicators"),
}


@dataclass(frozen=True, slots=True)
class _Report(Report):
    """What is listed."""

    session: Session
    what: What
    inquiry: Inquiry

    def title(self) -> str:
        return _(_TITLES[self.what])

    def blocks(self, medium: Medium) -> Iterable[Block]:
        from sagaict.reporting import list_report
        from sagaict.reporting.blocks import Paragraph
        from sagaict.reporting.conditions import conditions_text

        del medium
        inquiry, view = self.inquiry, self.inquiry.view
        conditions = inquiry.conditions
        told = [Paragraph.of(conditions_text(conditions), "warn")] if conditions.narrow else []
        if self.what == "plans":
            table = list_report.list_plans(inquiry.plans_listed(), view)
        elif self.what == "measures":
            table = list_report.list_measures(inquiry.measures_listed(), view)
        elif self.what == "projects":
            table = list_report.list_projects(inquiry.projects_listed(), view)
        else:
            table = list_report.list_indicators(inquiry.assessments, view)
        return [*self.session.heading(), *told, table]

    def data(self) -> object:
        from sagaict.reporting.conditions import conditions_data
        from sagaict.reporting.rows import SCHEMA_VERSION

        conditions = self.inquiry.conditions
        view = self.inquiry.view
        return {
            "schema_version": SCHEMA_VERSION,
            "as_of": view.as_of.label,
            "today": view.today.isoformat(),
            **({"revision": self.session.commit_data} if self.session.commit_data else {}),
            **({"filter": conditions_data(conditions)} if conditions.narrow else {}),
            self.what: list(self.rows()[1]),
        }

    def rows(self) -> tuple[Sequence[str], Iterable[Row]]:
        from sagaict.reporting import list_rows
        from sagaict.reporting.rows import COLUMNS, row_of

        inquiry, view = self.inquiry, self.inquiry.view
        if self.what == "plans":
            return list_rows.plan_rows(inquiry.plans_listed(), view)
        if self.what == "measures":
            return list_rows.measure_rows(inquiry.measures_listed())
        if self.what == "projects":
            return list_rows.project_rows(inquiry.projects_listed(), view)
        return COLUMNS, [row_of(each) for each in inquiry.assessments]


@dataclass(frozen=True, kw_only=True)
class List(Tabular, Filtered):
    """Plans, measures, projects or indicators, one line each."""

    examples: ClassVar[Examples] = (
        ("sagaict list plans", mark("all plans")),
        ("sagaict list projects --plan ict-strategy-1 --priority", mark("with filters")),
        ("sagaict list indicators --status not-reported", mark("what is still missing")),
        ("sagaict list plans --status unmet --format csv", mark("plans that missed something")),
    )
    reports: ClassVar[type[Report]] = _Report

    what: Annotated[What, Argument(mark("What to list."), "WHAT")]

    def run(self) -> int:
        """List them."""
        from sagaict.computing.inquiry import Inquiry

        session = self.open()
        asked = plans_meant(session, self.plan)
        conditions = self.conditions(session, asked)
        plans = tuple(asked or session.portfolio.plans.values())
        inquiry = Inquiry(session.portfolio, session.view, plans, conditions)
        code = self.write(_Report(session, self.what, inquiry), session.incomplete)
        left_out = inquiry.dropped if self.what == "indicators" else 0
        if left_out:
            text = _("Dropped and not listed: {count}. To see them: sagaict status PLAN")
            print(text.format(count=left_out), file=sys.stderr)
        return code
