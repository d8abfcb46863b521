"""`sagaict add indicator`."""

from __future__ import annotations

from typing import ClassVar

from sagaict.cli.frame.declaration import Examples
from sagaict.cli.plans.entering import Adding, DecisionSource
from sagaict.cli.plans.new_indicator import NewIndicator
from sagaict.domain.light import dataclass
from sagaict.language import mark

__all__ = ["AddIndicator"]


@dataclass(frozen=True, kw_only=True)
class AddIndicator(NewIndicator, Adding):
    """Add an indicator to an approved plan, with the reason and the approval."""

    examples: ClassVar[Examples] = (
        (
            (
                "sagaict add indicator 3-1 users --name 利用者数 --unit 人 --direction increase "
                "--aggregation annual --target R9=約5,000人 --reason 効果の把握 --proposed"
            ),
            mark("a proposal for the council"),
        ),
    )

    source: DecisionSource = None
