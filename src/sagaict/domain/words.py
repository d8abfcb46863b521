"""The closed words of the contract: what a status, a state, a kind can be, and nothing else.

They stand apart from the models so that help and completion can name them without building any.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

__all__ = [
    "SENSES",
    "ActionState",
    "ActualState",
    "Aggregation",
    "Direction",
    "Forecast",
    "Judged",
    "Kind",
    "Outlook",
    "PlanStage",
    "Progress",
    "RateFormula",
    "Sense",
    "Status",
    "YearKind",
]

Status = Literal[
    "met",
    "unmet",
    "on_track",
    "behind",
    "pending",
    "not_reported",
    "not_due",
    "undecided",
    "reference",
    "not_assessable",
    "discontinued",
]
"""Where an indicator stands. `discontinued`: the target never falls due, since its indicator was
dropped or its plan superseded before. It is neither met nor missed, and nothing is awaited.
`reference`: no target was set, and none will be."""
Sense = Literal["good", "bad", "open", "aside"]
"""`open`: due, but nobody can say yet, or ever. `aside`: nothing is awaited, or not yet."""
SENSES: Mapping[Status, Sense] = MappingProxyType(
    {
        "met": "good",
        "unmet": "bad",
        "on_track": "good",
        "behind": "bad",
        "pending": "open",
        "not_reported": "open",
        "not_due": "aside",
        "undecided": "aside",
        "reference": "aside",
        "not_assessable": "open",
        "discontinued": "aside",
    }
)
"""What a status says: whoever counts what is open, or colours what is bad, asks this table."""
Judged = Literal["reached", "not_reached"]
"""What was judged by hand of a target in words."""
ActualState = Literal[
    "final",
    "provisional",
    "estimate",
    "reached",
    "not_reached",
    "pending",
    "not_surveyed",
    "not_assessable",
]
"""How far a figure is to be relied upon, what was judged by hand, or why there is neither."""
Direction = Literal["increase", "decrease"]
"""What is better."""
Aggregation = Literal["level", "annual", "cumulative", "period_total"]
"""How the figures of the years relate."""
YearKind = Literal["fiscal", "calendar"]
"""Which years the figures are of: 年度, or 暦年."""
RateFormula = Literal["ratio", "progress"]
"""What is called 達成率: the actual against the target, or the way made from the baseline to it."""
Kind = Literal["goal", "outcome"]
"""`goal`: 施策目標値, of a measure. `outcome`: 成果指標. The two are never merged."""
ActionState = Literal["planned", "done", "on_schedule", "delayed", "cancelled", "unknown"]
"""What became of an action."""
Progress = Literal["done", "on_schedule", "delayed", "cancelled", "unknown"]
"""How a project or measure went in a year."""
Forecast = Literal["likely", "unlikely"]
"""Whether a target is expected to be reached (見込み); apart from how things went so far."""
Outlook = Literal["expand", "continue", "review", "merge", "complete", "stop"]
"""What is to become of a project or measure."""
PlanStage = Literal["approved", "draft"]
"""Whether a plan is in force."""
