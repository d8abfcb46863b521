"""`sagaict rename`."""

from __future__ import annotations

from typing import Annotated, ClassVar

from sagaict.cli.frame.changes import finish
from sagaict.cli.frame.completion import complete_things
from sagaict.cli.frame.declaration import Argument, Examples
from sagaict.cli.frame.grounds import Grounds
from sagaict.cli.frame.refused import writing_refusals
from sagaict.domain.light import dataclass
from sagaict.language import mark

__all__ = ["Rename"]


@dataclass(frozen=True, kw_only=True)
class Rename(Grounds):
    """Give a plan or a part of it another title; the former one is kept with the reason."""

    examples: ClassVar[Examples] = (
        (
            "sagaict rename rpa 業務自動化の推進 --reason 対象の拡大 --approved-by ICT戦略調整会議",
            mark("the id stays as it is"),
        ),
    )

    thing: Annotated[
        str,
        Argument(
            mark("An id, its tail, or part of a title."),
            "PLAN|GOAL|MEASURE|PROJECT|INDICATOR",
            complete=complete_things,
        ),
    ]
    title: Annotated[str, Argument(mark("The new title; the id stays as it is."), "TITLE")]

    def run(self) -> int:
        """Rename it."""
        from sagaict.computing.selection import PlacedGoal, PlacedMeasure
        from sagaict.domain.plan import Plan
        from sagaict.domain.portfolio import PlacedIndicator, PlacedProject
        from sagaict.recording.amendments import rename
        from sagaict.recording.plan_revisions import rename_plan

        session, change_set = self.open()
        full_id, entry = session.pick(
            self.thing, Plan, PlacedGoal, PlacedMeasure, PlacedProject, PlacedIndicator
        )
        today = session.view.today
        with writing_refusals():
            record = rename_plan if isinstance(entry, Plan) else rename
            record(
                change_set, session.workspace, full_id, self.title, self.grounds(today), today=today
            )
        return finish(session, change_set, dry_run=self.dry_run)
