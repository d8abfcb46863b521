"""`sagaict status`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Annotated, ClassVar

from sagaict.cli.frame.completion import complete_plans
from sagaict.cli.frame.declaration import Argument, Examples, Option
from sagaict.cli.frame.filters import Filtered, plans_meant
from sagaict.cli.frame.output import Tabular
from sagaict.domain.light import dataclass
from sagaict.domain.words import Status as Standing
from sagaict.language import _, mark
from sagaict.reporting.report import Medium, Report

if TYPE_CHECKING:
    from sagaict.cli.frame.session import Session
    from sagaict.computing.overview import Listing, Overview
    from sagaict.computing.selection import Filter
    from sagaict.reporting.blocks import Block
    from sagaict.reporting.rows import Row
    from sagaict.reporting.status_head import Around

__all__ = ["Status", "around_of"]


def around_of(opened: Sequence[Overview], session: Session) -> Around:
    """The year before of the opened plans, and what comes next of those that are running."""
    from sagaict.cli.year.deadlines import read_deadlines
    from sagaict.reporting import status_head

    deadlines = read_deadlines(session.workspace)
    return status_head.around_of(opened, session.portfolio, session.view, deadlines)


@dataclass(frozen=True, slots=True)
class _Report(Report):
    """What is listed of some plans, of which some are opened."""

    session: Session
    items: list[Listing]
    opened: frozenset[str]
    conditions: Filter

    def title(self) -> str:
        from sagaict.language.quantities import year

        return _("Targets and results, seen from {year}").format(year=year(self.session.view.as_of))

    def blocks(self, medium: Medium) -> Iterable[Block]:
        from sagaict.reporting.status_report import status_report
        from sagaict.reporting.status_table import Options

        options = Options(
            self.opened, medium.ascii_only, medium.draws, medium.page, conditions=self.conditions
        )
        session = self.session
        opened = [item.whole for item in self.items if item.whole.plan.id in self.opened]
        around = around_of(opened, session)
        return status_report(self.items, session.origin, options, session.view, around)

    def data(self) -> object:
        from sagaict.reporting.status_data import status_data

        session = self.session
        return status_data(self.items, session.view, self.conditions, session.commit_data)

    def rows(self) -> tuple[Sequence[str], Iterable[Row]]:
        from sagaict.reporting.rows import COLUMNS, row_of

        return COLUMNS, [row_of(each) for item in self.items for each in item.assessments]


@dataclass(frozen=True, kw_only=True)
class Status(Tabular, Filtered):
    """What was reached, what was missed, what nobody has reported."""

    examples: ClassVar[Examples] = (
        ("sagaict status", mark("the plans running today")),
        ("sagaict status ict-katsuyo --as-of R1", mark("an ended plan, as seen in R1")),
        ("sagaict status --status unmet,behind", mark("only what needs attention")),
        ("sagaict status --format markdown -o status.md", mark("a page for the council")),
        ("sagaict status --fail-on unmet,not_reported", mark("for scripts: exit code 1")),
    )
    reports: ClassVar[type[Report]] = _Report

    plans: Annotated[
        list[str] | None,
        Argument(
            mark("Plans to open in full: an id, or part of a title."),
            "PLAN",
            complete=complete_plans,
        ),
    ] = None
    all_plans: Annotated[bool, Option(mark("Open ended plans in full too."), names=("--all",))] = (
        False
    )
    fail_on: Annotated[
        frozenset[Standing],
        Option(
            mark("Exit with 1 if an indicator has this status, or a file cannot be read."),
            "STATUS,...",
        ),
    ] = frozenset()

    def run(self) -> int:
        """Report, and fail if a status is there that was to fail."""
        from sagaict.computing.overview import listing, overview

        session = self.open()
        portfolio, view = session.portfolio, session.view
        asked = plans_meant(session, (*(self.plans or ()), *(self.plan or ())))
        conditions = self.conditions(session, asked)
        chosen = asked or portfolio.plans.values()
        items = [listing(overview(portfolio, item, view), conditions) for item in chosen]
        opened = frozenset(
            item.whole.plan.id for item in items if asked or self.all_plans or item.whole.running
        )
        if conditions.narrow and not asked:
            # Asked for something particular: only plans that have it, and those in full.
            items = [item for item in items if item.assessments or item.projects]
            items = [item for item in items if self.all_plans or item.whole.plan.id in opened]
        code = self.write(_Report(session, items, opened, conditions), session.incomplete)
        hits = {
            item.status
            for each in items
            if each.whole.plan.id in opened
            for item in each.assessments
        }
        missed = bool(self.fail_on and session.incomplete)
        return 1 if missed or hits & self.fail_on else code
