"""`sagaict act`."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from sagaict.cli.frame.changes import Writing, finish
from sagaict.cli.frame.completion import complete_things
from sagaict.cli.frame.declaration import Argument, Examples, Option
from sagaict.cli.frame.options import YearArgument
from sagaict.cli.frame.refused import writing_refusals
from sagaict.domain.light import dataclass
from sagaict.language import mark

__all__ = ["Act"]


@dataclass(frozen=True, kw_only=True)
class Act(Writing):
    """Record what became of an action of a project."""

    examples: ClassVar[Examples] = (
        ("sagaict act ict-strategy-1/rpa R5 1 --state done", mark("the first one of R5")),
        ("sagaict act rpa R5 導入 --state 遅れ", mark("named by a part of its text")),
    )

    project: Annotated[
        str,
        Argument(mark("An id, its tail, or part of a title."), "PROJECT", complete=complete_things),
    ]
    year: YearArgument
    item: Annotated[
        str,
        Argument(mark("The action: its number in that year, or part of it."), "ITEM"),
    ]
    state: Annotated[
        Literal["done", "on_schedule", "delayed", "cancelled"],
        Option(mark("What became of it."), "STATE"),
    ]
    note: Annotated[str | None, Option(mark("A note on it."), "TEXT")] = None

    def run(self) -> int:
        """Record it."""
        from sagaict.cli.frame.given import year_of
        from sagaict.domain.portfolio import PlacedProject
        from sagaict.recording.actions import NewAction, record_action

        new = NewAction(state=self.state, note=self.note)
        when = year_of(self.year)
        session, change_set = self.open()
        full_id, _entry = session.pick(self.project, PlacedProject)
        with writing_refusals():
            record_action(
                change_set,
                session.workspace,
                full_id,
                when,
                self.item,
                new,
                today=session.view.today,
            )
        return finish(session, change_set, dry_run=self.dry_run)
