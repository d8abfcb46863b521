"""`sagaict add action`."""

from __future__ import annotations

from typing import ClassVar

from sagaict.cli.frame.declaration import Examples
from sagaict.cli.plans.entering import Adding, DecisionSource
from sagaict.cli.plans.new_action import NewActionTarget
from sagaict.domain.light import dataclass
from sagaict.language import mark

__all__ = ["AddActionTarget"]


@dataclass(frozen=True, kw_only=True)
class AddActionTarget(NewActionTarget, Adding):
    """Add an action target to an approved plan, with the reason and the approval."""

    examples: ClassVar[Examples] = (
        (
            (
                "sagaict add action ict-strategy-1/rpa R5 効果の検証 --reason 改善指示への対応 "
                "--approved-by ICT戦略調整会議"
            ),
            mark("one more action target of R5"),
        ),
    )

    source: DecisionSource = None
