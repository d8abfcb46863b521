"""What a plan calls its levels: its own words, else those of the reader's language."""

from __future__ import annotations

from typing import Literal

from sagaict.domain.plan import Goal, Measure, Plan, numbered
from sagaict.domain.portfolio import PlacedIndicator
from sagaict.language import _

__all__ = ["goal_label", "holder_label", "level"]

Level = Literal["goal", "measure", "project"]


def level(plan: Plan, name: Level) -> str:
    """The word for a level of the plan's tree. The plan's own is data, and not translated."""
    words = {"goal": _("Goal"), "measure": _("Measure"), "project": _("Project")}
    own: str | None = getattr(plan.terms, name)
    return own or words[name]


def goal_label(plan: Plan, goal: Goal) -> str:
    """A goal as the plan speaks of it: 基本目標1 and its title, or ビジョン and its title."""
    word = level(plan, "goal")
    if goal.no is None:
        return f"{word} {goal.title}"
    return _("{level} {no} {title}").format(level=word, no=goal.no, title=goal.title)


def holder_label(placed: PlacedIndicator) -> str:
    """What an indicator belongs to: its number and title, or how the plan calls its goal."""
    holder = placed.holder
    if isinstance(holder, Measure):
        return numbered(holder)
    return goal_label(placed.plan, holder) if isinstance(holder, Goal) else holder.title
