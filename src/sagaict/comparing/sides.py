"""Two portfolios side by side: plans, measures, projects and indicators, paired."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from typing import TypeVar

from sagaict.comparing.pairing import Key, Paired, pair_up
from sagaict.computing.selection import PlacedGoal, PlacedMeasure
from sagaict.domain.indicator import Indicator
from sagaict.domain.light import dataclass
from sagaict.domain.plan import Plan
from sagaict.domain.portfolio import PlacedIndicator, PlacedProject, Portfolio
from sagaict.domain.typed import comparable
from sagaict.domain.walks import holder_id

__all__ = ["Sides", "side_by_side"]


_Placed = TypeVar("_Placed", PlacedGoal, PlacedMeasure, PlacedProject, PlacedIndicator)


@dataclass(frozen=True, slots=True)
class Sides:
    """Everything of before beside everything of now.

    What lies in a file that one side could not read is left out on the other side too; `blurred`
    are the plans such files belong to.
    """

    old: Portfolio
    new: Portfolio
    plans: Paired[Plan]
    goals: Paired[PlacedGoal]
    measures: Paired[PlacedMeasure]
    projects: Paired[PlacedProject]
    indicators: Paired[PlacedIndicator]
    parts: Paired[PlacedIndicator]
    blurred: frozenset[str]


def side_by_side(old: Portfolio, new: Portfolio, unknown: frozenset[str]) -> Sides:
    """Pair the contents of two portfolios."""
    before, now = _Side(old, unknown), _Side(new, unknown)
    plans = pair_up(before.plans(), now.plans(), lambda _key, plan: comparable(plan.title))
    before.match({each.id: other.id for each, other in plans.both}, "")
    goals = pair_up(
        before.goals(),
        now.goals(),
        lambda key, entry: (key[:-1], comparable(entry.goal.title)),
    )
    measures = pair_up(
        before.measures(),
        now.measures(),
        lambda key, entry: (key[:-1], comparable(entry.measure.title)),
    )
    before.match({each.full_id: other.measure.id for each, other in measures.both}, "measure")
    projects = pair_up(
        before.projects(),
        now.projects(),
        lambda key, entry: (key[:-1], comparable(entry.project.title)),
        lambda key, entry: _with(key[:-1], _all_targets(entry.project.outcome_indicators)),
    )
    before.match({each.full_id: other.project.id for each, other in projects.both}, "project")
    indicators = pair_up(
        before.indicators(),
        now.indicators(),
        lambda key, entry: (key[:-1], comparable(entry.indicator.name)),
        lambda key, entry: _with(
            (key[0], comparable(entry.indicator.name)), _targets(entry.indicator)
        ),
    )
    before.match({each.full_id: other.indicator.id for each, other in indicators.both}, "whole")
    parts = pair_up(
        before.parts(),
        now.parts(),
        lambda key, entry: (key[:-1], comparable(entry.indicator.name)),
    )
    blurred = frozenset(name.split("/")[0] for name in unknown)
    return Sides(old, new, plans, goals, measures, projects, indicators, parts, blurred)


class _Side:
    """One side's things by keys in which ids that changed are spelled as they are now.

    Until something was matched, its key is its own; what is gone has a key nothing new can have.
    """

    def __init__(self, portfolio: Portfolio, unknown: frozenset[str]) -> None:
        self._portfolio = portfolio
        self._unknown = unknown
        self._now: dict[tuple[str, str], str] = {}
        self._matched: set[str] = set()

    def match(self, ids: dict[str, str], level: str) -> None:
        """From here on, spell these full ids of a level as the ids they have now."""
        self._now |= {(level, full_id): name for full_id, name in ids.items()}
        self._matched.add(level)

    def _spelled(self, level: str, full_id: str, name: str) -> str:
        if level not in self._matched:
            return name
        return self._now.get((level, full_id), f"-{name}")

    def plans(self) -> dict[Key, Plan]:
        return {(p.id,): p for p in self._portfolio.plans.values() if self._known(p.id)}

    def goals(self) -> dict[Key, PlacedGoal]:
        found = (
            PlacedGoal(plan, goal) for plan in self._portfolio.plans.values() for goal in plan.goals
        )
        return {(self._plan(each), each.goal.key): each for each in self._kept(found)}

    def measures(self) -> dict[Key, PlacedMeasure]:
        found = (
            PlacedMeasure(plan, goal, measure)
            for plan in self._portfolio.plans.values()
            for goal, measure in plan.measures()
        )
        return {(self._plan(each), each.measure.id): each for each in self._kept(found)}

    def projects(self) -> dict[Key, PlacedProject]:
        found = (each for entries in self._portfolio.projects.values() for each in entries)
        return {(self._plan(each), each.project.id): each for each in self._kept(found)}

    def indicators(self) -> dict[Key, PlacedIndicator]:
        return {
            (self._plan(each), *self._holder(each), each.indicator.id): each
            for each in self._kept(self._portfolio.indicators())
        }

    def parts(self) -> dict[Key, PlacedIndicator]:
        """What of them has several values, by one key more."""
        return {
            (
                self._plan(whole),
                *self._holder(whole),
                self._spelled("whole", whole.full_id, whole.indicator.id),
                each.part.id,
            ): each
            for whole in self._kept(self._portfolio.indicators())
            for each in whole.parts
            if each.part is not None
        }

    def _plan(self, entry: PlacedGoal | PlacedMeasure | PlacedProject | PlacedIndicator) -> str:
        return self._spelled("", entry.plan.id, entry.plan.id)

    def _holder(self, entry: PlacedIndicator) -> Key:
        if entry.placed_project is not None:
            holder = entry.placed_project
            return ("project", self._spelled("project", holder.full_id, holder.project.id))
        if entry.measure is None:
            return ("goal" if entry.goal else "plan", holder_id(entry.goal or entry.plan))
        full_id = f"{entry.plan.id}/{entry.measure.id}"
        return ("measure", self._spelled("measure", full_id, entry.measure.id))

    def _kept(self, entries: Iterable[_Placed]) -> Iterator[_Placed]:
        for entry in entries:
            if self._known(entry.plan.id) and self._known(_project_of(entry)):
                yield entry

    def _known(self, full_id: str) -> bool:
        return full_id not in self._unknown


def _project_of(entry: PlacedGoal | PlacedMeasure | PlacedProject | PlacedIndicator) -> str:
    """The full id of the project it is or belongs to; empty if there is none."""
    if isinstance(entry, PlacedGoal | PlacedMeasure):
        return ""
    project = entry.placed_project if isinstance(entry, PlacedIndicator) else entry
    return project.full_id if project is not None else ""


def _with(scope: Hashable, mark: Hashable) -> Hashable:
    """The mark within a scope; nothing where there is no mark."""
    return None if mark is None else (scope, mark)


def _targets(indicator: Indicator) -> Hashable:
    """The targets in their unit; `None` if there are none to recognize the indicator by."""
    known = frozenset((key, target.meaning) for key, target in indicator.targets.items())
    return (indicator.unit, indicator.direction, known) if known else None


def _all_targets(indicators: Iterable[Indicator]) -> Hashable:
    marks = [(comparable(each.name), _targets(each)) for each in indicators]
    return tuple(marks) if marks and all(targets for _name, targets in marks) else None
