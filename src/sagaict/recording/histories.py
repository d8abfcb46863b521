"""The histories in the files: what was changed of a plan and of all that belongs to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sagaict.domain.amendment import Amendment
from sagaict.domain.indicator import Indicator
from sagaict.domain.light import dataclass
from sagaict.domain.meeting import approver
from sagaict.domain.plan import Goal, Measure, Plan, PlanRevision
from sagaict.domain.target import TargetRevision
from sagaict.domain.walks import Location, indicator_holders, indicators_of, measures_of
from sagaict.reading.files import FileOf
from sagaict.reading.workspace import Workspace
from sagaict.recording.places import current
from sagaict.writing.change_set import ChangeSet

__all__ = ["History", "Recorded", "histories", "open_changes"]

Recorded = TargetRevision | PlanRevision | Amendment


@dataclass(frozen=True, slots=True)
class History:
    """One list of changes, where it stands, and whose it is: full ids, the plan's first."""

    file: FileOf
    location: Location
    changes: Sequence[Recorded]
    ids: tuple[str, ...]

    @property
    def full_id(self) -> str:
        """The id of what the changes are of."""
        return self.ids[-1]

    @property
    def open(self) -> list[tuple[Location, Recorded]]:
        """The changes nobody has approved yet, with their places."""
        return [each for each in self.placed if approver(each[1]) is None]

    @property
    def placed(self) -> list[tuple[Location, Recorded]]:
        """The changes with their places."""
        return [((*self.location, number), each) for number, each in enumerate(self.changes)]


def histories(change_set: ChangeSet, workspace: Workspace) -> Iterator[History]:
    """Every history, a plan's own before those of its parts.

    Raises:
        SpliceFailed, OSError: a file cannot be read any more.
    """
    for file, read in workspace.plans:
        plan = current(change_set, file, read)
        yield History(file, ("revisions",), plan.revisions, (plan.id,))
        for location, holder in indicator_holders(plan):
            above = _ids(plan, location, holder)
            if not isinstance(holder, Plan):
                yield History(file, (*location, "amendments"), holder.amendments, above)
            for name in ("goal_indicators", "outcome_indicators"):
                for number, indicator in enumerate(getattr(holder, name)):
                    at = (*location, name, number)
                    yield from _of_indicator(file, at, indicator, above)
        measures = {each.id: _ids(plan, location, each) for location, each in measures_of(plan)}
        for other, found in workspace.projects:
            if found.plan != plan.id:
                continue
            project = current(change_set, other, found)
            above = (*measures.get(project.measure, (plan.id,)), f"{plan.id}/{project.id}")
            yield History(other, ("amendments",), project.amendments, above)
            for at, indicator in indicators_of(project):
                yield from _of_indicator(other, at, indicator, above)


def open_changes(change_set: ChangeSet, workspace: Workspace) -> list[str]:
    """Full ids of everything about which a proposal waits."""
    found = (each.full_id for each in histories(change_set, workspace) if each.open)
    return list(dict.fromkeys(found))


def _ids(plan: Plan, location: Location, holder: Plan | Goal | Measure) -> tuple[str, ...]:
    """The full ids from the plan down to what stands at a location of its file."""
    if isinstance(holder, Plan):
        return (plan.id,)
    if isinstance(holder, Goal):
        return (plan.id, f"{plan.id}/{holder.key}")
    goal = plan.goals[int(str(location[1]))]
    return (plan.id, f"{plan.id}/{goal.key}", f"{plan.id}/{holder.id}")


def _of_indicator(
    file: FileOf, location: Location, indicator: Indicator, above: tuple[str, ...]
) -> Iterator[History]:
    full_id = f"{above[-1]}/{indicator.id}"
    ids = (*above, full_id)
    yield History(file, (*location, "revisions"), indicator.revisions, ids)
    yield History(file, (*location, "amendments"), indicator.amendments, ids)
    for number, part in enumerate(indicator.parts):
        at = (*location, "parts", number, "revisions")
        yield History(file, at, part.revisions, (*ids, f"{full_id}/{part.id}"))
