"""`sagaict approve`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar

from sagaict.cli.frame.changes import Writing, finish
from sagaict.cli.frame.completion import complete_things
from sagaict.cli.frame.declaration import Argument, Examples, Option
from sagaict.cli.frame.options import SourceOption
from sagaict.cli.frame.refused import writing_refusals
from sagaict.domain.light import dataclass
from sagaict.language import _, mark
from sagaict.language.enumeration import at_most

if TYPE_CHECKING:
    from sagaict.recording.refusal import Refused

__all__ = ["Approve"]


@dataclass(frozen=True, kw_only=True)
class Approve(Writing):
    """Record that proposed changes of a plan were approved."""

    examples: ClassVar[Examples] = (
        (
            (
                "sagaict approve ict-strategy-2/3-1/access ict-strategy-1/rpa "
                "--approved-by ICT戦略調整会議 --date R8.5.20"
            ),
            mark("what the council agreed to"),
        ),
    )

    things: Annotated[
        list[str],
        Argument(
            mark("What the proposals are about: ids, their tails, or parts of titles."),
            "PLAN|PROJECT|INDICATOR",
            complete=complete_things,
        ),
    ]
    approved_by: Annotated[
        str,
        Option(mark("Who approved it, e.g. the council."), "NAME"),
    ]
    year: Annotated[
        str | None,
        Option(mark("Only the proposal for the target of a year."), "YEAR"),
    ] = None
    date: Annotated[
        str | None,
        Option(mark("When it was approved; else today."), "DATE"),
    ] = None
    source: SourceOption = None

    def run(self) -> int:
        """Record it."""
        from sagaict.cli.frame.given import moment_of, year_of
        from sagaict.domain.fiscal import Moment
        from sagaict.domain.plan import Plan
        from sagaict.domain.portfolio import PlacedIndicator, PlacedProject
        from sagaict.recording.proposals import approve, waiting

        session, change_set = self.open()
        decided = moment_of(self.date, "--date") or Moment.on(session.view.today)
        wanted = None if self.year is None else year_of(self.year)
        chosen = dict(
            session.pick(name, Plan, PlacedProject, PlacedIndicator) for name in self.things
        )

        def hint(refused: Refused) -> str:
            found = waiting(session.portfolio) if refused.code == "no-proposal" else []
            below = [name for name in found if name.startswith(f"{refused.details['id']}/")]
            names = _(", ").join(at_most(below or found))
            return _("What waits for one: {names}").format(names=names) if names else ""

        with writing_refusals(hint):
            for full_id in chosen:
                approve(
                    change_set,
                    session.workspace,
                    full_id,
                    self.approved_by,
                    decided,
                    today=session.view.today,
                    year=wanted,
                    source=self.source,
                )
        return finish(session, change_set, dry_run=self.dry_run)
