"""Counting statuses, always with the denominator and with what is left out of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import TypeVar

from sagaict.computing.assessment import Assessment
from sagaict.computing.status import STATUSES, Status
from sagaict.computing.view import View
from sagaict.domain.evaluation import Review
from sagaict.domain.light import dataclass
from sagaict.domain.portfolio import Kind, PlacedProject
from sagaict.domain.words import Progress

__all__ = [
    "ProgressTally",
    "Tally",
    "group_by",
    "latest_evaluation",
    "tallies",
    "tally",
    "tally_progress",
]

Item = TypeVar("Item")
Key = TypeVar("Key")


@dataclass(frozen=True, slots=True)
class Tally:
    """`judged`: statuses of the indicators that are due, `left_out`: of those that are not.

    Pending and unreported indicators stay in the denominator, as in the city's own tables; targets
    ahead and targets nobody has set are left out of it.
    """

    judged: dict[Status, int]
    left_out: dict[Status, int]

    @property
    def met(self) -> int:
        """How many of the due indicators met their target."""
        return self.judged.get("met", 0)

    @property
    def of(self) -> int:
        """The denominator: indicators due."""
        return sum(self.judged.values())


def tally(assessments: Iterable[Assessment]) -> Tally:
    """Count the statuses of `assessments`, which should hold each indicator once."""
    judged: Counter[Status] = Counter()
    left_out: Counter[Status] = Counter()
    for assessment in assessments:
        (judged if assessment.due else left_out)[assessment.status] += 1
    return Tally(_in_order(judged), _in_order(left_out))


def _in_order(counter: Counter[Status]) -> dict[Status, int]:
    return {status: counter[status] for status in STATUSES if counter[status]}


def group_by(items: Iterable[Item], key: Callable[[Item], Key]) -> dict[Key, list[Item]]:
    """The items in groups, both in their order of appearance."""
    groups: dict[Key, list[Item]] = {}
    for item in items:
        groups.setdefault(key(item), []).append(item)
    return groups


def tallies(assessments: Iterable[Assessment]) -> dict[Kind, Tally]:
    """A tally for each kind of indicator; goal and outcome indicators are never merged."""
    return {
        kind: tally(some)
        for kind, some in group_by(assessments, lambda item: item.placed.kind).items()
    }


@dataclass(frozen=True, slots=True)
class ProgressTally:
    """How projects went against their schedule; those of unknown progress are counted apart."""

    counts: dict[Progress, int]
    of: int

    @property
    def on_schedule(self) -> int:
        """Projects that went to plan or are done."""
        return self.counts.get("on_schedule", 0) + self.counts.get("done", 0)

    @property
    def unknown(self) -> int:
        """Projects whose progress no document tells."""
        return self.counts.get("unknown", 0)


def latest_evaluation(project: PlacedProject, view: View) -> Review | None:
    """The newest review of the project in sight."""
    years = [year for year in project.project.evaluations if view.sees(year)]
    return project.project.evaluations[max(years)].latest if years else None


def tally_progress(projects: Iterable[PlacedProject], view: View) -> ProgressTally:
    """Count the projects by the progress of their newest evaluation in sight."""
    counts: Counter[Progress] = Counter()
    for project in projects:
        evaluation = latest_evaluation(project, view)
        counts[evaluation.progress if evaluation else "unknown"] += 1
    return ProgressTally(dict(counts), counts.total())
