"""`sagaict mid-term`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, ClassVar

from sagaict.cli.frame.declaration import Examples
from sagaict.cli.frame.filters import PlansArgument, PlansOption, plans_meant
from sagaict.cli.frame.options import Viewed
from sagaict.cli.frame.output import Printed
from sagaict.domain.light import dataclass
from sagaict.language import _, mark
from sagaict.reporting.report import Medium, Report

if TYPE_CHECKING:
    from sagaict.cli.frame.session import Session
    from sagaict.computing.overview import Overview
    from sagaict.reporting.blocks import Block

__all__ = ["MidTerm"]


@dataclass(frozen=True, slots=True)
class _Report(Report):
    """How the measures of some plans stand."""

    session: Session
    wholes: Sequence[Overview]

    def title(self) -> str:
        return _("Interim evaluation")

    def blocks(self, medium: Medium) -> Iterable[Block]:
        from sagaict.reporting.standing_report import standing_report

        del medium
        return [*self.session.heading(), *standing_report(self.wholes)]

    def data(self) -> object:
        from sagaict.reporting.standing_data import standing_data

        return standing_data(self.wholes, self.session.view, self.session.commit_data)


@dataclass(frozen=True, kw_only=True)
class MidTerm(Printed, Viewed):
    """How each measure stands: what it aims at, and the interim state of it."""

    examples: ClassVar[Examples] = (
        ("sagaict mid-term", mark("of the running plans")),
        ("sagaict mid-term ict-strategy-1 --as-of R4", mark("one plan, as seen in R4")),
    )
    reports: ClassVar[type[Report]] = _Report

    plans: PlansArgument = None
    plan: PlansOption = None

    def run(self) -> int:
        """Print the tables."""
        from sagaict.computing.membership import is_running
        from sagaict.computing.overview import overview

        session = self.open()
        portfolio, view = session.portfolio, session.view
        asked = plans_meant(session, [*(self.plans or ()), *(self.plan or ())])
        plans = asked or [each for each in portfolio.plans.values() if is_running(each, view)]
        wholes = [overview(portfolio, each, view) for each in plans]
        return self.write(_Report(session, wholes), session.incomplete)
