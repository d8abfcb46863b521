"""`sagaict new meeting`."""

from __future__ import annotations

from typing import Annotated, ClassVar

from sagaict.cli.frame.changes import Writing, finish
from sagaict.cli.frame.declaration import Argument, Examples, Option
from sagaict.cli.frame.options import PlanArgument, SourceOption
from sagaict.cli.frame.refused import writing_refusals
from sagaict.domain.light import dataclass
from sagaict.language import mark

__all__ = ["RecordMeeting"]


@dataclass(frozen=True, kw_only=True)
class RecordMeeting(Writing):
    """Record a meeting about a plan; what it approved is recorded by “sagaict approve”."""

    examples: ClassVar[Examples] = (
        (
            (
                "sagaict new meeting ict-strategy-2 ICT戦略調整会議 --date R8.5.20 "
                "--about 進行管理 --result 報告のとおり了承 --view 数値の根拠を示すこと"
            ),
            mark("with a view that was given"),
        ),
    )

    plan: PlanArgument
    body: Annotated[str, Argument(mark("The body, e.g. the council."), "BODY")]
    date: Annotated[str | None, Option(mark("When, or its first day."), "DATE")] = None
    until: Annotated[str | None, Option(mark("Its last day, of a period."), "DATE")] = None
    about: Annotated[str | None, Option(mark("What was before it."), "TEXT")] = None
    result: Annotated[str | None, Option(mark("What came of it, as printed."), "TEXT")] = None
    view: Annotated[
        list[str] | None, Option(mark("A view that was given; repeatable."), "TEXT")
    ] = None
    note: Annotated[str | None, Option(mark("A note on it."), "TEXT")] = None
    source: SourceOption = None

    def run(self) -> int:
        """Record it."""
        from sagaict.cli.frame.given import past_moment_of
        from sagaict.domain.plan import Plan
        from sagaict.recording.meetings import NewMeeting, record_meeting

        session, change_set = self.open()
        plan_id, _plan = session.pick(self.plan, Plan)
        new = NewMeeting(
            body=self.body,
            day=past_moment_of(self.date, "--date", session.view.today),
            until=past_moment_of(self.until, "--until", session.view.today),
            about=self.about,
            result=self.result,
            views=tuple(self.view or ()),
            note=self.note,
            source=self.source,
        )
        with writing_refusals():
            record_meeting(change_set, session.workspace, plan_id, new, today=session.view.today)
        return finish(session, change_set, dry_run=self.dry_run)
