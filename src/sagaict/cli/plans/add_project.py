"""`sagaict add project`."""

from __future__ import annotations

from typing import ClassVar

from sagaict.cli.frame.declaration import Examples
from sagaict.cli.plans.entering import Adding, DecisionSource
from sagaict.cli.plans.new_project import NewProject
from sagaict.domain.light import dataclass
from sagaict.language import mark

__all__ = ["AddProject"]


@dataclass(frozen=True, kw_only=True)
class AddProject(NewProject, Adding):
    """Add a project to an approved plan, with the reason and the approval."""

    examples: ClassVar[Examples] = (
        (
            (
                "sagaict add project ict-strategy-2/ai --measure 3-1 --title AIの活用 "
                '--source "plan 第5章" --reason 方針の変更 --approved-by ICT戦略調整会議'
            ),
            mark("what the council agreed to"),
        ),
    )

    source: DecisionSource = None
