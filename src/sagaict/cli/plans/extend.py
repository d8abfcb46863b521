"""`sagaict extend`."""

from __future__ import annotations

from typing import Annotated, ClassVar

from sagaict.cli.frame.changes import finish
from sagaict.cli.frame.declaration import Argument, Examples
from sagaict.cli.frame.grounds import Grounds
from sagaict.cli.frame.options import PlanArgument
from sagaict.cli.frame.refused import writing_refusals
from sagaict.domain.light import dataclass
from sagaict.language import mark

__all__ = ["Extend"]


@dataclass(frozen=True, kw_only=True)
class Extend(Grounds):
    """Let a plan run longer than was approved; the former period is kept with the reason."""

    examples: ClassVar[Examples] = (
        (
            (
                "sagaict extend ict-strategy-2 R10 --reason 総合計画に合わせる "
                "--approved-by ICT戦略調整会議"
            ),
            mark("one year longer"),
        ),
    )

    plan: PlanArgument
    last: Annotated[
        str,
        Argument(mark("The last fiscal year from now on, e.g. R10."), "YEAR"),
    ]

    def run(self) -> int:
        """Extend it."""
        from sagaict.cli.frame.given import year_of
        from sagaict.domain.plan import Plan
        from sagaict.recording.plan_revisions import extend

        end = year_of(self.last)
        session, change_set = self.open()
        plan_id, _plan = session.pick(self.plan, Plan)
        today = session.view.today
        with writing_refusals():
            extend(change_set, session.workspace, plan_id, end, self.grounds(today), today=today)
        return finish(session, change_set, dry_run=self.dry_run)
