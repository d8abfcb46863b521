"""Which plans a rule asks about: no more than somebody can still answer."""

from __future__ import annotations

from datetime import date
from typing import Literal

from sagaict.domain.plan import Plan

__all__ = ["Audience", "is_asked"]

Audience = Literal["all", "settable", "reported"]
"""`all`: whatever is in the data. `settable`: plans whose targets can still be changed. `reported`:
plans in force whose results are reported here, until the year after their end, in which they are
evaluated as a whole. What was only transcribed from what a body has published is neither."""


def is_asked(audience: Audience, plan: Plan, today: date) -> bool:
    """Whether the rules for `audience` ask about a plan on a day."""
    if audience == "all":
        return True
    if plan.transcribed:
        return False
    if audience == "settable":
        return not _is_superseded(plan, today) and not plan.period.last.ended_by(today)
    return plan.stage == "approved" and not plan.period.last.plus(1).ended_by(today)


def _is_superseded(plan: Plan, today: date) -> bool:
    return any(
        change.what == "superseded" and (change.date is None or change.date.first_day <= today)
        for change in plan.revisions
    )
