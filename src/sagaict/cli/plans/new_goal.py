"""`sagaict new goal`, `sagaict new measure`."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, ClassVar

from sagaict.cli.frame.completion import complete_plans, complete_things
from sagaict.cli.frame.declaration import Argument, Examples, Option
from sagaict.cli.frame.options import SourceOption
from sagaict.cli.plans.entering import Entering
from sagaict.domain.light import dataclass
from sagaict.language import mark

if TYPE_CHECKING:
    from sagaict.computing.selection import PlacedGoal
    from sagaict.domain.plan import Plan
    from sagaict.recording.additions import Addition

__all__ = ["NewGoal", "NewMeasure"]


@dataclass(frozen=True, kw_only=True)
class _NewPart(Entering):
    """What is said of a goal or measure besides its title."""

    no: Annotated[str | None, Option(mark("Its printed number."), "NO")] = None
    id: Annotated[
        str | None,
        Option(mark("Its id, where it has no number, or one that can be no id."), "ID"),
    ] = None
    source: SourceOption = None

    def put(
        self,
        title: str,
        holder: str,
        kind: type[Plan | PlacedGoal],
        add: Callable[..., Addition],
        below: str,
    ) -> int:
        """Put it into the plan or goal that `holder` means; `below` is what comes next."""
        from sagaict.cli.frame.refused import writing_refusals
        from sagaict.cli.plans.form import complete
        from sagaict.recording.new_parts import PartSpec

        session, change_set = self.open()
        full_id, _holder = session.pick(holder, kind)
        today = session.view.today
        approval = self.approval(today, self.source)
        spec = PartSpec(title=title, no=self.no, id=self.id, source=self.source)
        with writing_refusals():
            added = add(change_set, session.workspace, full_id, spec, approval, today=today)
        return complete(
            session,
            change_set,
            added,
            dry_run=self.dry_run,
            ask_first=self.asks_grounds,
            next_step=f"sagaict {self.verb} {below} {added.full_id}",
        )


@dataclass(frozen=True, kw_only=True)
class NewGoal(_NewPart):
    """Put a new goal into a plan, while it is drafted or transcribed."""

    examples: ClassVar[Examples] = (
        (
            "sagaict new goal dx-2 暮らしのDX --no 2",
            mark("behind the goals there are"),
        ),
    )

    plan: Annotated[
        str, Argument(mark("An id, or part of a title."), "PLAN", complete=complete_plans)
    ]
    title: Annotated[str, Argument(mark("Its title."), "TITLE")]

    def run(self) -> int:
        """Put it there."""
        from sagaict.domain.plan import Plan
        from sagaict.recording.new_parts import add_goal

        return self.put(self.title, self.plan, Plan, add_goal, "measure")


@dataclass(frozen=True, kw_only=True)
class NewMeasure(_NewPart):
    """Put a new measure into a goal, while a plan is drafted or transcribed."""

    examples: ClassVar[Examples] = (
        (
            "sagaict new measure dx-2/1 相談のオンライン化 --no 1-2",
            mark("behind the measures of goal 1"),
        ),
    )

    goal: Annotated[
        str,
        Argument(
            mark("The goal: an id, its tail, or part of a title."), "GOAL", complete=complete_things
        ),
    ]
    title: Annotated[str, Argument(mark("Its title."), "TITLE")]

    def run(self) -> int:
        """Put it there."""
        from sagaict.computing.selection import PlacedGoal
        from sagaict.recording.new_parts import add_measure

        return self.put(self.title, self.goal, PlacedGoal, add_measure, "indicator")
