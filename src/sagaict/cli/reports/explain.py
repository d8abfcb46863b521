"""`sagaict explain`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated, ClassVar

from sagaict.cli.frame.completion import complete_indicators
from sagaict.cli.frame.declaration import Argument, Examples, Option
from sagaict.cli.frame.options import Viewed
from sagaict.cli.frame.output import Printed
from sagaict.cli.frame.refusal import Refusal
from sagaict.domain.light import dataclass
from sagaict.language import _, mark
from sagaict.reporting.report import Medium, Report

if TYPE_CHECKING:
    from sagaict.cli.frame.session import Session
    from sagaict.computing.assessment import Assessment
    from sagaict.computing.view import View
    from sagaict.domain.portfolio import PlacedIndicator
    from sagaict.reporting.blocks import Block

__all__ = ["Explain"]


@dataclass(frozen=True, slots=True)
class _Report(Report):
    """One judgement."""

    session: Session
    assessment: Assessment

    def blocks(self, medium: Medium) -> Iterable[Block]:
        from sagaict.reporting.explain_report import explain_report

        del medium
        session = self.session
        report = explain_report(self.assessment, session.view)
        return [*session.heading(), *report]

    def data(self) -> object:
        from sagaict.reporting.explain_data import explain_data

        session = self.session
        return explain_data(self.assessment, session.view, session.commit_data)


@dataclass(frozen=True, kw_only=True)
class Explain(Printed, Viewed):
    """How a rate and a status come about, step by step."""

    examples: ClassVar[Examples] = (
        ("sagaict explain convenience-store/issued --as-of R1", mark("why 17.4%?")),
        ("sagaict explain ict-strategy-1/2-2/productivity --year R4", mark("one year")),
    )
    reports: ClassVar[type[Report]] = _Report

    indicator: Annotated[
        str,
        Argument(
            mark("An indicator: its id, the tail of it, or part of its name."),
            "INDICATOR",
            complete=complete_indicators,
        ),
    ]
    year: Annotated[
        str | None,
        Option(mark("The fiscal year to explain; else where it stands."), "YEAR"),
    ] = None

    def run(self) -> int:
        """Explain it."""
        from sagaict.domain.portfolio import PlacedIndicator

        session = self.open()
        _full_id, placed = session.pick(self.indicator, PlacedIndicator)
        assessment = self._assessment(placed, session.view)
        return self.write(_Report(session, assessment), session.incomplete)

    def _assessment(self, placed: PlacedIndicator, view: View) -> Assessment:
        """The judgement of the year that was named, else of where the indicator stands.

        Raises:
            Refusal: nothing is known of that year.
        """
        from sagaict.cli.frame.given import year_of
        from sagaict.computing.judging import assess, assess_year, reported_years

        if self.year is None:
            return assess(placed, view)
        wanted = year_of(self.year)
        known = reported_years(placed, view)
        if wanted in known:
            return assess_year(placed, wanted, view)
        raise Refusal(
            _("{id} has neither target nor actual in {year}; it has them in {years}").format(
                id=placed.full_id,
                year=wanted.label,
                years=", ".join(each.label for each in known),
            )
        )
