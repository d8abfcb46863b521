"""A change in the words of the plan: what kind, of what, from what to what, to what effect."""

from __future__ import annotations

from decimal import Decimal
from types import MappingProxyType
from typing import Literal

from sagaict.comparing.kinds import GROUNDS, KINDS, ChangeKind, Ground
from sagaict.computing.assessment import Assessment, Computed
from sagaict.computing.published import PublishedCheck
from sagaict.computing.status import Status
from sagaict.computing.tally import ProgressTally, Tally
from sagaict.computing.targets import AimedAt
from sagaict.domain.amendment import Amendment
from sagaict.domain.evaluation import Review
from sagaict.domain.light import dataclass
from sagaict.domain.meeting import Meeting
from sagaict.domain.plan import PlanRevision
from sagaict.domain.project import ActionTarget
from sagaict.domain.results import Actual, Baseline
from sagaict.domain.target import TargetRevision

__all__ = [
    "GROUNDS",
    "KINDS",
    "Change",
    "ChangeKind",
    "Contents",
    "Effect",
    "Fact",
    "Ground",
    "Group",
    "Standing",
    "group_of",
]

Group = Literal[
    "targets", "checks", "actuals", "consequences", "structure", "definitions", "activity"
]
"""What a change is about, most important first."""

Effect = Literal["eased", "tightened", "unclear"]
"""What became of what a target asks for; `unclear` where before and now cannot be held together."""

_FIRSTS: MappingProxyType[ChangeKind, Group] = MappingProxyType(
    {
        "lowered_target": "targets",
        "changed_setting": "checks",
        "corrected_actual": "actuals",
        "changed_status": "consequences",
        "reopened_plan": "structure",
        "changed_definition": "definitions",
        "changed_evaluation": "activity",
    }
)
# A gate against lowered targets that a deleted target passes would be none.
_NOTHING_LEFT = frozenset({"withdrawn_target", "dropped_target"})
_HOLDERS_GONE = frozenset({"dropped_plan", "dropped_goal", "dropped_measure", "dropped_project"})


def group_of(kind: ChangeKind) -> Group:
    """The group a kind belongs to."""
    return _GROUPS[kind]


def _groups() -> dict[ChangeKind, Group]:
    found: dict[ChangeKind, Group] = {}
    current: Group = "targets"
    for kind in KINDS:
        current = _FIRSTS.get(kind, current)
        found[kind] = current
    return found


_GROUPS = _groups()


@dataclass(frozen=True, slots=True)
class Standing:
    """How an indicator stands in a year: its status and achievement rate (percent, unrounded)."""

    status: Status
    rate: Decimal | None

    @classmethod
    def of(cls, assessment: Assessment | None) -> Standing | None:
        """The standing an assessment gives; `None` for none."""
        if assessment is None:
            return None
        return cls(assessment.status, assessment.achievement_rate)


@dataclass(frozen=True, slots=True)
class Contents:
    """How much came or went with a plan, measure or project."""

    measures: int = 0
    projects: int = 0
    indicators: int = 0


Fact = (
    str
    | AimedAt
    | Actual
    | Amendment
    | Baseline
    | Computed
    | Contents
    | Review
    | Meeting
    | ProgressTally
    | PublishedCheck
    | Tally
    | TargetRevision
    | PlanRevision
    | tuple[ActionTarget, ...]
    | None
)
"""What stood or stands somewhere; `None` where nothing did or does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change.

    `id` and `name` are those of now, or of before for what is gone; `old_id` is set where the id
    was another. `year` is the key of a target or the year of a figure, `old_year` the key a target,
    or the year an action had before. `field` says which part changed where a kind covers several.
    `before` and `after` are how the indicator stood and stands in the year `judged_in`. `revision`
    says that a reason and an approval are owed, `draft` that it is counted of a plan that is one.
    What was dropped but stays in its file has the amendment that says so as `new`.
    """

    kind: ChangeKind
    id: str
    name: str
    old: Fact = None
    new: Fact = None
    old_id: str | None = None
    year: str | None = None
    old_year: str | None = None
    field: str | None = None
    unit: str = ""
    effect: Effect | None = None
    reason: str | None = None
    approved_by: str | None = None
    revision: bool = False
    judged_in: str | None = None
    draft: bool = False
    before: Standing | None = None
    after: Standing | None = None

    @property
    def group(self) -> Group:
        """What it is about."""
        return group_of(self.kind)

    @property
    def plan(self) -> str:
        """The id of the plan it belongs to."""
        return self.id.split("/", maxsplit=1)[0]

    @property
    def unexplained(self) -> bool:
        """Whether something was changed after the plan's approval and nobody says why."""
        return self.revision and self.reason is None

    @property
    def status_changes(self) -> bool:
        """Whether the indicator stands differently afterwards."""
        return (
            self.before is not None
            and self.after is not None
            and self.before.status != self.after.status
        )

    @property
    def grounds(self) -> frozenset[Ground]:
        """Everything a run may fail on because of it."""
        found: set[Ground] = {self.kind}
        # A gate passes nothing of which it cannot be said that it is not what the gate is for.
        if self.effect in ("eased", "unclear") or self.kind in _NOTHING_LEFT:
            found.add("lowered_target")
        if self.kind in _HOLDERS_GONE and isinstance(self.old, Contents) and self.old.indicators:
            found.add("dropped_indicator")
        if self.status_changes:
            found.add("changed_status")
        if self.unexplained:
            found.add("unexplained_revision")
        if self.revision and self.approved_by is None:
            found.add("unapproved_revision")
        return frozenset(found)
