"""The kinds of change, and what a comparison can be made to fail on: names, apart from the rest."""

from __future__ import annotations

from typing import Literal, get_args

__all__ = ["GROUNDS", "KINDS", "ChangeKind", "Ground"]

ChangeKind = Literal[
    "lowered_target",
    "withdrawn_target",
    "dropped_target",
    "postponed_target",
    "changed_target",
    "raised_target",
    "advanced_target",
    "decided_target",
    "added_target",
    "rewritten_revision",
    "recorded_revision",
    "changed_setting",
    "added_acceptance",
    "removed_acceptance",
    "corrected_actual",
    "removed_actual",
    "restated_actual",
    "added_actual",
    "changed_history",
    "changed_status",
    "resolved_target",
    "changed_computed",
    "changed_tally",
    "changed_progress",
    "changed_published",
    "reopened_plan",
    "dropped_plan",
    "dropped_goal",
    "dropped_measure",
    "dropped_project",
    "dropped_indicator",
    "dropped_action",
    "changed_action",
    "added_action",
    "added_plan",
    "added_goal",
    "added_measure",
    "added_project",
    "added_indicator",
    "changed_period",
    "moved_measure",
    "moved_project",
    "moved_indicator",
    "renamed_plan",
    "renamed_measure",
    "renamed_project",
    "renamed_indicator",
    "changed_title",
    "changed_attribute",
    "changed_definition",
    "changed_baseline",
    "changed_evaluation",
    "changed_actions",
    "changed_remark",
]
"""What happened. `lowered` means eased and `raised` tightened, whichever way the number went;
`reopened` is an approved plan that is a draft again."""

KINDS: tuple[ChangeKind, ...] = get_args(ChangeKind)

Ground = Literal[ChangeKind, "unexplained_revision", "unapproved_revision"]
"""What a run can be made to fail on: a kind of change, or one of an approved plan that nobody gives
a reason for, or approved."""

GROUNDS: tuple[Ground, ...] = (*KINDS, "unexplained_revision", "unapproved_revision")
