"""`sagaict supersede`."""

from __future__ import annotations

from typing import Annotated, ClassVar

from sagaict.cli.frame.changes import finish
from sagaict.cli.frame.completion import complete_plans
from sagaict.cli.frame.declaration import Argument, Examples
from sagaict.cli.frame.grounds import EndsOn, Grounds
from sagaict.cli.frame.options import PlanArgument
from sagaict.cli.frame.refused import writing_refusals
from sagaict.domain.light import dataclass
from sagaict.language import mark

__all__ = ["Supersede"]


@dataclass(frozen=True, kw_only=True)
class Supersede(Grounds):
    """Let another plan take a plan's place before its period is over."""

    examples: ClassVar[Examples] = (
        (
            (
                "sagaict supersede ict-strategy-2 dx-plan --date R8.4.1 --reason 一本化 "
                "--approved-by ICT戦略調整会議"
            ),
            mark("from April on"),
        ),
    )

    plan: PlanArgument
    successor: Annotated[
        str,
        Argument(mark("The plan that takes its place."), "SUCCESSOR", complete=complete_plans),
    ]
    date: EndsOn = None

    def run(self) -> int:
        """Record it."""
        from sagaict.domain.plan import Plan
        from sagaict.recording.plan_revisions import supersede

        session, change_set = self.open()
        plan_id, _plan = session.pick(self.plan, Plan)
        successor_id, _successor = session.pick(self.successor, Plan)
        today = session.view.today
        with writing_refusals():
            supersede(
                change_set,
                session.workspace,
                plan_id,
                successor_id,
                self.grounds(today, ahead=True),
                today=today,
            )
        return finish(session, change_set, dry_run=self.dry_run)
