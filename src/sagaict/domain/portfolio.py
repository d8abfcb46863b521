"""All plans and projects together, and every indicator with the place it holds among them."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import field, replace
from functools import cached_property, partial
from typing import Any

from sagaict.domain.amendment import Amendment, first_dropped, last_added
from sagaict.domain.indicator import Indicator, Part
from sagaict.domain.light import dataclass
from sagaict.domain.owner import Owner, first_named
from sagaict.domain.plan import Category, Goal, Measure, Plan
from sagaict.domain.project import ActionTarget, Project
from sagaict.domain.target import Target, TargetRevision
from sagaict.domain.walks import indicator_id
from sagaict.domain.words import Kind

__all__ = ["Kind", "PlacedIndicator", "PlacedProject", "Portfolio"]


@dataclass(frozen=True, eq=False)
class PlacedProject:
    """A project with the goal and measure it belongs to.

    What every judgement asks of it anew is found out once; so it is with an indicator.
    """

    plan: Plan
    goal: Goal
    measure: Measure
    project: Project

    @cached_property
    def full_id(self) -> str:
        """`ict-strategy-1/rpa`."""
        return f"{self.plan.id}/{self.project.id}"

    @property
    def category(self) -> Category | None:
        """The category's definition in the plan."""
        return self.plan.categories.get(self.project.category or "")

    @property
    def priority(self) -> bool:
        """Whether it is a priority project: as the project says, else as its category does."""
        if self.project.priority is not None:
            return self.project.priority
        return self.category is not None and self.category.priority

    @property
    def actions(self) -> list[ActionTarget]:
        """Its actions of all years."""
        return [action for year in self.project.actions.values() for action in year]

    @property
    def owners(self) -> tuple[Owner, ...]:
        """Who answers for it; where nothing says so, those its actions name, or its measure's."""
        named = dict.fromkeys(owner for action in self.actions for owner in action.owner)
        above = (self.measure.owner, self.goal.owner)
        return first_named((self.project.owner, tuple(named), *above))

    @cached_property
    def added(self) -> Amendment | None:
        """When and why it, or what it belongs to, was added to the approved plan, if it was."""
        return last_added(*self._histories)

    @cached_property
    def dropped(self) -> Amendment | None:
        """When and why it was dropped, by itself or with what it belongs to, if it was."""
        return first_dropped(*self._histories)

    @property
    def _histories(self) -> tuple[tuple[Amendment, ...], ...]:
        return (self.project.amendments, self.measure.amendments, self.goal.amendments)


@dataclass(frozen=True, eq=False)
class PlacedIndicator:
    """An indicator with everything above it in the tree, and all it may be computed from."""

    plan: Plan
    goal: Goal | None
    measure: Measure | None
    placed_project: PlacedProject | None
    kind: Kind
    indicator: Indicator
    portfolio: Portfolio = field(repr=False)
    parts: tuple[PlacedIndicator, ...] = ()
    part: Part | None = None

    @property
    def judged(self) -> tuple[PlacedIndicator, ...]:
        """What has targets and figures: the indicator itself, or the parts in its place."""
        if not self.indicator.is_split:
            return (self,)
        return tuple(each for each in self.parts if each.part and not each.part.reading)

    @property
    def with_figures(self) -> tuple[PlacedIndicator, ...]:
        """What has figures, those for reading only too."""
        return self.parts if self.indicator.is_split else (self, *self.parts)

    @property
    def project(self) -> Project | None:
        """The project it belongs to; `None` for an indicator of the measure itself."""
        return self.placed_project.project if self.placed_project else None

    @property
    def also_under(self) -> tuple[Measure, ...]:
        """The other measures under which the plan lists it again (再掲)."""
        again = self.indicator.also_under
        return tuple(each for _, each in self.plan.measures() if each.id in again) if again else ()

    def is_under(self, holder: Goal | Measure) -> bool:
        """Whether it is listed under a goal or measure: its own, or another that lists it again."""
        if holder is self.goal or holder is self.measure:
            return True
        below = holder.measures if isinstance(holder, Goal) else (holder,)
        return any(each.id in self.indicator.also_under for each in below)

    @cached_property
    def full_id(self) -> str:
        """`ict-strategy-2/3-1/access` or `ict-strategy-1/rpa/introduced`; a part's id behind it."""
        part = f"/{self.part.id}" if self.part else ""
        return indicator_id(self.plan.id, self.holder, self.indicator.id) + part

    @property
    def holder(self) -> Plan | Goal | Measure | Project:
        """The nearest above it, to which it belongs."""
        return self.project or self.measure or self.goal or self.plan

    @property
    def changes(self) -> tuple[TargetRevision | Amendment, ...]:
        """The changes recorded of itself; a part shares none with the indicator."""
        if self.part is not None:
            return self.part.revisions
        return (*self.indicator.revisions, *self.indicator.amendments)

    @property
    def id_of_whole(self) -> str:
        """Its full id; of a part that of the indicator it is a part of."""
        return self.full_id.rpartition("/")[0] if self.part else self.full_id

    @property
    def name_of_whole(self) -> str:
        """Its name; of a part that of the indicator it is a part of."""
        name = self.indicator.name
        return name.removesuffix(f": {self.part.name}") if self.part else name

    @property
    def priority(self) -> bool:
        """Whether its project, or the measure it stands under directly, is a priority."""
        if self.placed_project is not None:
            return self.placed_project.priority
        return self.measure is not None and self.measure.priority

    @property
    def owners(self) -> tuple[Owner, ...]:
        """Who answers for it: those of what it hangs on, where it names none itself.

        A plan's own are its secretariat: they answer for what hangs on the plan itself alone.
        """
        if self.placed_project is not None:
            return self.indicator.owner or self.placed_project.owners
        above = [each.owner for each in (self.measure, self.goal) if each is not None]
        return first_named((self.indicator.owner, *(above or [self.plan.owner])))

    @cached_property
    def added(self) -> Amendment | None:
        """When and why it, or what it belongs to, was added to the approved plan."""
        return last_added(*self._histories)

    @cached_property
    def dropped(self) -> Amendment | None:
        """When and why it was dropped, by itself or with what it belongs to; the first."""
        return first_dropped(*self._histories)

    @property
    def _histories(self) -> tuple[tuple[Amendment, ...], ...]:
        above = (self.project, self.measure, self.goal)
        return (self.indicator.amendments, *(each.amendments for each in above if each is not None))

    @property
    def source(self) -> str | None:
        """The nearest source above the figures: indicator, project, measure, goal, plan."""
        above = (self.indicator, self.project, self.measure, self.goal, self.plan)
        return next((each.source for each in above if each is not None and each.source), None)


@dataclass(frozen=True)
class Portfolio:
    """Plans in order of their period, with their projects by measure, category and priority."""

    plans: dict[str, Plan] = field(default_factory=dict)
    projects: dict[str, tuple[PlacedProject, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, plans: Iterable[Plan], projects: Iterable[Project]) -> Portfolio:
        """Put every project under its measure; one whose plan or measure is unknown is left out."""
        ordered: dict[str, Plan] = {}
        for plan in sorted(plans, key=lambda plan: (plan.period, plan.id)):
            ordered.setdefault(plan.id, plan)
        placed: dict[str, list[tuple[int, PlacedProject]]] = {name: [] for name in ordered}
        positions = {
            plan.id: {
                measure.id: (number, goal, measure)
                for number, (goal, measure) in enumerate(plan.measures())
            }
            for plan in ordered.values()
        }
        for project in projects:
            place = positions.get(project.plan, {}).get(project.measure)
            if place is not None:
                number, goal, measure = place
                entry = PlacedProject(ordered[project.plan], goal, measure, project)
                placed[project.plan].append((number, entry))
        return cls(
            ordered,
            {
                name: tuple(
                    entry
                    for _, entry in sorted(
                        entries,
                        key=lambda item: (
                            item[0],
                            item[1].project.category or "",
                            not item[1].priority,
                            item[1].project.id,
                        ),
                    )
                )
                for name, entries in placed.items()
            },
        )

    @cached_property
    def remembered(self) -> dict[Hashable, Any]:
        """What was computed from all of it, by what was asked: it never changes."""
        return {}

    def indicators(self, plan_id: str | None = None) -> Iterator[PlacedIndicator]:
        """Every indicator of one plan or of all: by measure, goal indicators before outcomes."""
        for name in self.plans if plan_id is None else (plan_id,):
            yield from self._placed.get(name, ())

    @cached_property
    def _placed(self) -> dict[str, tuple[PlacedIndicator, ...]]:
        return {plan.id: tuple(self._of_plan(plan)) for plan in self.plans.values()}

    def _of_plan(self, plan: Plan) -> Iterator[PlacedIndicator]:
        projects: dict[str, list[PlacedProject]] = {}
        for entry in self.projects[plan.id]:
            projects.setdefault(entry.measure.id, []).append(entry)
        yield from self._own(plan, None, None)
        for goal in plan.goals:
            yield from self._own(plan, goal, None)
            for measure in goal.measures:
                yield from self._own(plan, goal, measure)
                for entry in projects.get(measure.id, ()):
                    for indicator in entry.project.outcome_indicators:
                        yield self._place(plan, goal, measure, entry, "outcome", indicator)

    def _own(
        self, plan: Plan, goal: Goal | None, measure: Measure | None
    ) -> Iterator[PlacedIndicator]:
        """Those of a plan, a goal or a measure itself; goal indicators before outcomes."""
        holder = measure or goal or plan
        for indicator in holder.goal_indicators:
            yield self._place(plan, goal, measure, None, "goal", indicator)
        for indicator in holder.outcome_indicators:
            yield self._place(plan, goal, measure, None, "outcome", indicator)

    def _place(
        self,
        plan: Plan,
        goal: Goal | None,
        measure: Measure | None,
        project: PlacedProject | None,
        kind: Kind,
        indicator: Indicator,
    ) -> PlacedIndicator:
        place = partial(PlacedIndicator, plan, goal, measure, project, kind, portfolio=self)
        parts = tuple(
            place(_by_itself(indicator, part, plan), part=part) for part in indicator.parts
        )
        return place(indicator, parts=parts)

    @cached_property
    def by_id(self) -> dict[str, PlacedIndicator]:
        """Indicators and their parts by full id."""
        return {each.full_id: each for entry in self.indicators() for each in (entry, *entry.parts)}


def _by_itself(indicator: Indicator, part: Part, plan: Plan) -> Indicator:
    """A part as an indicator; one for reading only says that it has no target."""
    found = indicator.of_part(part)
    if not part.reading:
        return found
    return replace(found, targets={found.year(plan.period.last): Target(none=True)})
