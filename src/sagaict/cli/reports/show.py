"""`sagaict show`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated, ClassVar

from sagaict.cli.frame.completion import complete_things
from sagaict.cli.frame.declaration import Argument, Examples, Option
from sagaict.cli.frame.options import Viewed
from sagaict.cli.frame.output import Printed
from sagaict.cli.frame.refusal import Refusal
from sagaict.domain.light import dataclass
from sagaict.language import _, mark
from sagaict.reporting.report import Medium, Report

if TYPE_CHECKING:
    from sagaict.cli.frame.session import Session
    from sagaict.computing.selection import Thing
    from sagaict.reporting.blocks import Block

__all__ = ["Show"]


@dataclass(frozen=True, slots=True)
class _Report(Report):
    """One thing."""

    session: Session
    thing: Thing
    whole: bool
    summary: bool

    def one_sheet(self) -> bool:
        return self.summary

    def blocks(self, medium: Medium) -> Iterable[Block]:
        from sagaict.domain.plan import Plan
        from sagaict.reporting.show import show_report
        from sagaict.reporting.show.summary import plan_summary

        session = self.session
        if self.summary and isinstance(self.thing, Plan):
            sheet = plan_summary(self.thing, session.portfolio, session.view)
            return [*session.heading(), *sheet]
        shown = show_report(
            self.thing,
            session.portfolio,
            session.view,
            ascii_only=medium.ascii_only,
            below=self.whole,
            paper=medium.page,
            page=medium.draws and not self.whole,
        )
        return [*session.heading(), *shown]

    def data(self) -> object:
        from sagaict.reporting.show.data import show_data

        session = self.session
        return show_data(self.thing, session.portfolio, session.view, session.commit_data)


@dataclass(frozen=True, kw_only=True)
class Show(Printed, Viewed):
    """One plan, goal, measure, project or indicator, whole."""

    examples: ClassVar[Examples] = (
        ("sagaict show dx-plan", mark("a plan")),
        ("sagaict show ict-strategy-1/rpa", mark("a project")),
        ("sagaict show RPAの全庁", mark("part of a title is enough")),
        (
            "sagaict show ict-strategy-1 --whole --format html -o projects.html",
            mark("the booklet of a plan and its projects"),
        ),
    )
    reports: ClassVar[type[Report]] = _Report

    thing: Annotated[
        str, Argument(mark("An id, its tail, or part of a title."), "ID", complete=complete_things)
    ]

    whole: Annotated[
        bool, Option(mark("With everything below it in full: goals, measures and projects."))
    ] = False

    summary: Annotated[
        bool, Option(mark("A plan on one sheet: its aims, its targets and how they stand."))
    ] = False

    def run(self) -> int:
        """Show it.

        Raises:
            Refusal: a summary of what is no plan, or of all below it.
        """
        from sagaict.computing.selection import PlacedGoal, PlacedMeasure
        from sagaict.domain.plan import Plan
        from sagaict.domain.portfolio import PlacedIndicator, PlacedProject

        session = self.open()
        _full_id, found = session.pick(
            self.thing, Plan, PlacedGoal, PlacedMeasure, PlacedProject, PlacedIndicator
        )
        if self.summary and not isinstance(found, Plan):
            raise Refusal(_("--summary is a summary of a plan; {id} is none").format(id=self.thing))
        if self.summary and self.whole:
            raise Refusal(_("--summary and --whole exclude each other"))
        return self.write(_Report(session, found, self.whole, self.summary), session.incomplete)
