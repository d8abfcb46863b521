"""`sagaict new action`."""

from __future__ import annotations

from typing import Annotated, ClassVar

from sagaict.cli.frame.changes import finish
from sagaict.cli.frame.completion import complete_projects
from sagaict.cli.frame.declaration import Argument, Examples
from sagaict.cli.frame.options import SourceOption, YearArgument
from sagaict.cli.frame.refused import writing_refusals
from sagaict.cli.plans.entering import Entering
from sagaict.domain.light import dataclass
from sagaict.language import mark

__all__ = ["NewActionTarget"]


@dataclass(frozen=True, kw_only=True)
class NewActionTarget(Entering):
    """Put an action target into a project, while a plan is drafted or transcribed."""

    examples: ClassVar[Examples] = (
        (
            'sagaict new action dx-2/rpa R10 対象業務の選定 --source "plan 第7章 (p.40)"',
            mark("one more action target of R10"),
        ),
    )

    project: Annotated[
        str,
        Argument(
            mark("An id, its tail, or part of a title."), "PROJECT", complete=complete_projects
        ),
    ]
    year: YearArgument
    text: Annotated[str, Argument(mark("What is to be done in that year."), "TEXT")]
    source: SourceOption = None

    def run(self) -> int:
        """Put it there."""
        from sagaict.cli.frame.given import year_of
        from sagaict.domain.portfolio import PlacedProject
        from sagaict.recording.action_targets import ActionAim, add_action

        session, change_set = self.open()
        full_id, _placed = session.pick(self.project, PlacedProject)
        today = session.view.today
        aim = ActionAim(year_of(self.year), self.text)
        approval = self.approval(today, self.source)
        with writing_refusals():
            add_action(
                change_set,
                session.workspace,
                full_id,
                aim,
                approval,
                today=today,
                source=self.source,
            )
        return finish(session, change_set, dry_run=self.dry_run)
