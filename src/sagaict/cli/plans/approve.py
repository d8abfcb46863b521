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
    """Record that a drafted plan, or what was proposed about one, was approved.

    What belongs to the things named is approved with them. Where nothing waits, a further body
    joins those that approved the plan itself, or the last change of a thing.
    """

    examples: ClassVar[Examples] = (
        (
            (
                "sagaict approve ict-strategy-2/3-1/access ict-strategy-1/rpa "
                "--approved-by ICT戦略調整会議 --date R8.5.20"
            ),
            mark("what the council agreed to"),
        ),
        (
            (
                "sagaict approve ict-strategy-2 --approved-by 政策調整会議 "
                "--result 原案を一部修正し承認 --dry-run"
            ),
            mark("everything that waits in a plan; of a draft, the plan itself too"),
        ),
    )

    things: Annotated[
        list[str],
        Argument(
            mark("What was approved: ids, their tails, or parts of titles."),
            "PLAN|GOAL|MEASURE|PROJECT|INDICATOR",
            complete=complete_things,
        ),
    ]
    approved_by: Annotated[
        str,
        Option(mark("Who approved it, e.g. the council."), "NAME"),
    ]
    result: Annotated[
        str | None,
        Option(mark("What came of it in the body's own words, e.g. 承認."), "TEXT"),
    ] = None
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
        from sagaict.cli.frame.given import past_moment_of, year_of
        from sagaict.computing.selection import PlacedGoal, PlacedMeasure
        from sagaict.domain.fiscal import Moment
        from sagaict.domain.plan import Plan
        from sagaict.domain.portfolio import PlacedIndicator, PlacedProject
        from sagaict.recording.histories import open_changes
        from sagaict.recording.proposals import Decision, approve

        session, change_set = self.open()
        today = session.view.today
        decision = Decision(
            body=self.approved_by,
            day=past_moment_of(self.date, "--date", today) or Moment.on(today),
            result=self.result,
            source=self.source,
        )
        wanted = None if self.year is None else year_of(self.year)
        kinds = (Plan, PlacedGoal, PlacedMeasure, PlacedProject, PlacedIndicator)
        chosen = dict(session.pick(name, *kinds) for name in self.things)

        def hint(refused: Refused) -> str:
            known = refused.code in ("no-proposal", "approved-by-it")
            found = open_changes(change_set, session.workspace) if known else []
            plan = refused.details["id"].partition("/")[0] if known else ""
            found = [each for each in found if each.partition("/")[0] == plan]
            names = _(", ").join(at_most(found))
            return _("What waits in the same plan: {names}").format(names=names) if names else ""

        with writing_refusals(hint):
            for full_id in chosen:
                approve(
                    change_set,
                    session.workspace,
                    full_id,
                    decision,
                    today=today,
                    year=wanted,
                )
        return finish(session, change_set, dry_run=self.dry_run)
