"""`sagaict drop`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar

from sagaict.cli.frame.changes import finish
from sagaict.cli.frame.completion import complete_things
from sagaict.cli.frame.declaration import Argument, Examples, Option
from sagaict.cli.frame.grounds import EndsOn, Grounds
from sagaict.cli.frame.refusal import Refusal
from sagaict.cli.frame.refused import writing_refusals
from sagaict.domain.light import dataclass
from sagaict.language import _, mark

if TYPE_CHECKING:
    from sagaict.cli.frame.session import Session
    from sagaict.writing.change_set import ChangeSet

__all__ = ["Drop"]


@dataclass(frozen=True, kw_only=True)
class Drop(Grounds):
    """Record that a part of a plan is pursued no longer; nothing of it is deleted.

    What belongs to a goal, measure or project ends with it on that day.
    """

    examples: ClassVar[Examples] = (
        (
            (
                "sagaict drop ict-strategy-1/rpa --reason 業務の終了 --approved-by ICT戦略調整会議 "
                "--date R8.4.1"
            ),
            mark("from April on"),
        ),
        (
            "sagaict drop rpa --action 2 --year R5 --reason 国の事業への統合 --proposed",
            mark("an action target of a year"),
        ),
    )

    thing: Annotated[
        str,
        Argument(
            mark("An id, its tail, or part of a title."),
            "GOAL|MEASURE|PROJECT|INDICATOR",
            complete=complete_things,
        ),
    ]
    action: Annotated[
        str | None,
        Option(
            mark("Only an action target of the project: its number in that year, or part of it."),
            "ITEM",
        ),
    ] = None
    year: Annotated[str | None, Option(mark("The year of that action target."), "YEAR")] = None
    date: EndsOn = None

    def run(self) -> int:
        """Record it."""
        from sagaict.computing.selection import PlacedGoal, PlacedMeasure
        from sagaict.domain.portfolio import PlacedIndicator, PlacedProject
        from sagaict.recording.amendments import drop

        if (self.action is None) != (self.year is None):
            raise Refusal(_("an action target is named by --action and --year together"))
        session, change_set = self.open()
        if self.action is not None and self.year is not None:
            _drop_action(self, self.action, self.year, session, change_set)
            return finish(session, change_set, dry_run=self.dry_run)
        full_id, _entry = session.pick(
            self.thing, PlacedGoal, PlacedMeasure, PlacedProject, PlacedIndicator
        )
        today = session.view.today
        with writing_refusals():
            approval = self.grounds(today, ahead=True)
            drop(change_set, session.workspace, full_id, approval, today=today)
        return finish(session, change_set, dry_run=self.dry_run)


def _drop_action(
    given: Drop, item: str, year: str, session: Session, change_set: ChangeSet
) -> None:
    from sagaict.cli.frame.given import year_of
    from sagaict.domain.portfolio import PlacedProject
    from sagaict.recording.action_targets import drop_action

    full_id, _entry = session.pick(given.thing, PlacedProject)
    when, today = year_of(year), session.view.today
    approval = given.grounds(today)
    with writing_refusals():
        drop_action(change_set, session.workspace, full_id, when, item, approval, today=today)
