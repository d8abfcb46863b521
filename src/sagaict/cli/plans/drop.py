"""`sagaict drop`."""

from __future__ import annotations

from typing import Annotated, ClassVar

from sagaict.cli.frame.changes import finish
from sagaict.cli.frame.completion import complete_things
from sagaict.cli.frame.declaration import Argument, Examples
from sagaict.cli.frame.grounds import EndsOn, Grounds
from sagaict.cli.frame.refused import writing_refusals
from sagaict.domain.light import dataclass
from sagaict.language import mark

__all__ = ["Drop"]


@dataclass(frozen=True, kw_only=True)
class Drop(Grounds):
    """Record that a project or indicator is pursued no longer; nothing of it is deleted."""

    examples: ClassVar[Examples] = (
        (
            (
                "sagaict drop ict-strategy-1/rpa --reason 業務の終了 --approved-by ICT戦略調整会議 "
                "--date R8.4.1"
            ),
            mark("from April on"),
        ),
    )

    thing: Annotated[
        str,
        Argument(
            mark("An id, its tail, or part of a title."),
            "PROJECT|INDICATOR",
            complete=complete_things,
        ),
    ]
    date: EndsOn = None

    def run(self) -> int:
        """Record it."""
        from sagaict.domain.portfolio import PlacedIndicator, PlacedProject
        from sagaict.recording.amendments import drop

        session, change_set = self.open()
        full_id, _entry = session.pick(self.thing, PlacedProject, PlacedIndicator)
        today = session.view.today
        with writing_refusals():
            drop(change_set, session.workspace, full_id, self.grounds(today), today=today)
        return finish(session, change_set, dry_run=self.dry_run)
