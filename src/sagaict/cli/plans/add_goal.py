"""`sagaict add goal`, `sagaict add measure`."""

from __future__ import annotations

from typing import ClassVar

from sagaict.cli.frame.declaration import Examples
from sagaict.cli.plans.entering import Adding, DecisionSource
from sagaict.cli.plans.new_goal import NewGoal, NewMeasure
from sagaict.domain.light import dataclass
from sagaict.language import mark

__all__ = ["AddGoal", "AddMeasure"]


@dataclass(frozen=True, kw_only=True)
class AddGoal(NewGoal, Adding):
    """Add a goal to an approved plan, with the reason and the approval."""

    examples: ClassVar[Examples] = (
        (
            (
                "sagaict add goal ict-strategy-2 地域のデジタル化 --no 5 --reason 条例の改正 "
                "--approved-by ICT戦略調整会議"
            ),
            mark("behind the goals there are"),
        ),
    )

    source: DecisionSource = None


@dataclass(frozen=True, kw_only=True)
class AddMeasure(NewMeasure, Adding):
    """Add a measure to an approved plan, with the reason and the approval."""

    examples: ClassVar[Examples] = (
        (
            (
                "sagaict add measure ict-strategy-2/1 相談のオンライン化 --no 1-3 "
                "--reason 条例の改正 --approved-by ICT戦略調整会議"
            ),
            mark("behind the measures of goal 1"),
        ),
    )

    source: DecisionSource = None
