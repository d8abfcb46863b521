"""`sagaict agenda`."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from sagaict.cli.frame.declaration import Examples
from sagaict.cli.frame.filters import PlansArgument, PlansOption, plans_meant
from sagaict.cli.frame.options import OnDay
from sagaict.cli.frame.output import FormatOption, Printed
from sagaict.cli.year.deadlines import open_cycle, read_deadlines
from sagaict.domain.light import dataclass
from sagaict.language import mark
from sagaict.reporting.report import Medium, Report

if TYPE_CHECKING:
    from sagaict.cycle.agenda import Agenda as Paper
    from sagaict.reporting.blocks import Block

__all__ = ["Agenda"]


@dataclass(frozen=True, slots=True)
class _Report(Report):
    """The papers of some plans."""

    on: date
    papers: list[Paper]

    def blocks(self, medium: Medium) -> Iterable[Block]:
        from sagaict.reporting.agenda_report import agenda_report

        del medium
        return agenda_report(self.papers, self.on)

    def data(self) -> object:
        from sagaict.reporting.agenda_data import agenda_data

        return agenda_data(self.papers, self.on)


@dataclass(frozen=True, kw_only=True)
class Agenda(Printed, OnDay):
    """The paper for the council: what to decide, what was missed, evaluation sheets."""

    examples: ClassVar[Examples] = (
        ("sagaict agenda -o agenda.md", mark("of the running plans, as Markdown")),
        (
            "sagaict agenda --plan ict-katsuyo --today 2020-03-31 --format table",
            mark("one plan on a day, to read here"),
        ),
    )
    reports: ClassVar[type[Report]] = _Report

    format: FormatOption = "markdown"
    plans: PlansArgument = None
    plan: PlansOption = None

    def run(self) -> int:
        """Write the paper of a council on that day."""
        from sagaict.cycle.agenda import agenda_of, view_on
        from sagaict.cycle.calendar import in_cycle

        session = open_cycle(self.data_folder, self.today)
        portfolio, day = session.portfolio, session.view.today
        asked = plans_meant(session, [*(self.plans or ()), *(self.plan or ())])
        plans = asked or [each for each in portfolio.plans.values() if in_cycle(each, view_on(day))]
        deadlines = read_deadlines(session.workspace)
        papers = [agenda_of(each, portfolio, day, deadlines) for each in plans]
        return self.write(_Report(day, papers), session.incomplete)
