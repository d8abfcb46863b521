"""Choosing: which indicators a question is about, and what an id or a piece of a title means."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING, TypeVar

from sagaict.computing.status import Status
from sagaict.domain.amendment import Amendment, first_dropped, last_added
from sagaict.domain.light import dataclass
from sagaict.domain.owner import Owner, first_named
from sagaict.domain.plan import Goal, Measure, Plan
from sagaict.domain.policy import Policy
from sagaict.domain.portfolio import Kind, PlacedIndicator, PlacedProject, Portfolio
from sagaict.domain.typed import comparable

if TYPE_CHECKING:
    from sagaict.domain.evaluation import Evaluation
    from sagaict.domain.fiscal import FiscalYear

__all__ = [
    "Filter",
    "Holder",
    "PlacedGoal",
    "PlacedMeasure",
    "Thing",
    "all_owners",
    "candidates",
    "everything",
    "find",
    "holders",
    "matches",
    "owners_of",
    "policies_of",
    "sdgs_of",
    "title_of",
]


@dataclass(frozen=True, slots=True, eq=False)
class PlacedGoal:
    """A basic goal with its plan."""

    plan: Plan
    goal: Goal

    @property
    def full_id(self) -> str:
        """`ict-strategy-2/3`; of a goal without a number its own id behind the plan's."""
        return f"{self.plan.id}/{self.goal.key}"

    @property
    def added(self) -> Amendment | None:
        """When and why it was added to the approved plan, if it was."""
        return last_added(self.goal.amendments)

    @property
    def dropped(self) -> Amendment | None:
        """When and why it was dropped, if it was."""
        return first_dropped(self.goal.amendments)

    @property
    def owners(self) -> tuple[Owner, ...]:
        """Who answers for it."""
        return self.goal.owner


@dataclass(frozen=True, slots=True, eq=False)
class PlacedMeasure:
    """A measure with the plan and goal it belongs to."""

    plan: Plan
    goal: Goal
    measure: Measure

    @property
    def full_id(self) -> str:
        """`ict-strategy-2/3-1`."""
        return f"{self.plan.id}/{self.measure.id}"

    @property
    def added(self) -> Amendment | None:
        """When and why it, or its goal, was added to the approved plan, if it was."""
        return last_added(self.measure.amendments, self.goal.amendments)

    @property
    def dropped(self) -> Amendment | None:
        """When and why it was dropped, by itself or with its goal, if it was."""
        return first_dropped(self.measure.amendments, self.goal.amendments)

    @property
    def owners(self) -> tuple[Owner, ...]:
        """Who answers for it, or for its goal."""
        return first_named((self.measure.owner, self.goal.owner))


Holder = PlacedMeasure | PlacedProject
"""What indicators belong to."""

Thing = Plan | PlacedGoal | PlacedMeasure | PlacedProject | PlacedIndicator


def everything(portfolio: Portfolio) -> dict[str, Thing]:
    """Every plan, goal, measure, project and indicator by full id.

    A goal that nothing hangs on may have the id of a measure, which then is what it means.
    """
    found: dict[str, Thing] = {}
    for plan in portfolio.plans.values():
        found[plan.id] = plan
        for basic in plan.goals:
            found[f"{plan.id}/{basic.key}"] = PlacedGoal(plan, basic)
        for goal, measure in plan.measures():
            found[f"{plan.id}/{measure.id}"] = PlacedMeasure(plan, goal, measure)
        for project in portfolio.projects[plan.id]:
            found[project.full_id] = project
    found.update(portfolio.by_id)
    return found


def holders(portfolio: Portfolio) -> dict[str, Holder]:
    """Every measure and project by full id."""
    return {
        full_id: thing
        for full_id, thing in everything(portfolio).items()
        if isinstance(thing, PlacedMeasure | PlacedProject)
    }


def title_of(thing: Thing) -> str:
    """The Japanese title or name."""
    if isinstance(thing, Plan):
        return thing.title
    if isinstance(thing, PlacedGoal):
        return thing.goal.title
    if isinstance(thing, PlacedMeasure):
        return thing.measure.title
    if isinstance(thing, PlacedProject):
        return thing.project.title
    return thing.indicator.name


_Any = TypeVar("_Any", bound=Thing)
Key = TypeVar("Key")


def find(query: str, things: Mapping[str, _Any]) -> list[tuple[str, _Any]]:
    """What `query` may mean: one hit if it is clear, several if ambiguous, none if unknown.

    Tried in turn, the first that hits decides: the full id; a tail of it (`rpa/introduced`,
    `introduced`); the whole title; a part of the title. Widths and case do not matter.
    """
    wanted = comparable(query).strip("/")
    if not wanted:
        return []
    if wanted in things:
        return [(wanted, things[wanted])]
    tests = (
        lambda full_id, _: full_id.endswith(f"/{wanted}"),
        lambda _, title: title == wanted,
        lambda _, title: wanted in title,
    )
    for test in tests:
        hits = [
            (full_id, thing)
            for full_id, thing in things.items()
            if test(full_id, comparable(title_of(thing)))
        ]
        if hits:
            return _without_parts(hits)
    return []


def _without_parts(hits: list[tuple[str, _Any]]) -> list[tuple[str, _Any]]:
    """What was found, without the parts of an indicator that was found itself."""
    ids = {full_id for full_id, _thing in hits}
    return [
        (full_id, thing)
        for full_id, thing in hits
        if not (_is_part(thing) and full_id.rpartition("/")[0] in ids)
    ]


def _is_part(thing: Thing) -> bool:
    return isinstance(thing, PlacedIndicator) and thing.part is not None


def candidates(query: str, things: Mapping[str, Thing]) -> list[str]:
    """Ids of what looks like what was typed: like its id, the tail of it, or its title."""
    wanted = comparable(query).strip("/")
    ids: dict[str, list[str]] = {}
    titles: dict[str, list[str]] = {}
    for full_id, thing in things.items():
        parts = full_id.split("/")
        for start in range(len(parts)):
            ids.setdefault("/".join(parts[start:]), []).append(full_id)
        titles.setdefault(comparable(title_of(thing)), []).append(full_id)
    close = [
        full_id
        for names in (ids, titles)
        for name in difflib.get_close_matches(wanted, names, n=3, cutoff=0.6)
        for full_id in names[name]
    ]
    return list(dict.fromkeys(close))[:3]


@dataclass(frozen=True, slots=True)
class Filter:
    """Conditions on what is listed; an empty one accepts everything. Ids are full ids.

    They never change what is counted. `statuses` are those an indicator may have. Among `owners`,
    `None` stands for whatever no document names an owner of; of several owners one is enough.
    Policies are named `plan/policy`.
    """

    measures: frozenset[str] = frozenset()
    projects: frozenset[str] = frozenset()
    owners: frozenset[Owner | None] = frozenset()
    priority: bool = False
    policies: frozenset[str] = frozenset()
    sdgs: frozenset[int] = frozenset()
    kind: Kind | None = None
    statuses: frozenset[Status] = frozenset()

    def asks(self, owners: tuple[Owner, ...]) -> bool:
        """Whether what these answer for is asked for, as far as that depends on them."""
        return not self.owners or not self.owners.isdisjoint(owners or (None,))

    @property
    def narrow(self) -> bool:
        """Whether it leaves anything out at all."""
        return self != Filter()


def matches(thing: Thing, conditions: Filter) -> bool:
    """Whether the thing satisfies every condition on what it is; not that on its status.

    What has no measure, project, priority, policy, SDG or kind satisfies no condition on it: a plan
    is never `priority`, a project is of no `kind`.
    """
    return (
        _meets(conditions.measures, _ids(thing, _measures(thing)))
        and (not conditions.projects or _project_id(thing) in conditions.projects)
        and conditions.asks(owners_of(thing))
        and (not conditions.priority or _is_priority(thing))
        and _meets(conditions.policies, _ids(thing, policies_of(thing)))
        and _meets(conditions.sdgs, sdgs_of(thing))
        and (conditions.kind is None or getattr(thing, "kind", None) == conditions.kind)
    )


def _meets(wanted: frozenset[Key], own: Iterable[Key]) -> bool:
    """Whether one of those wanted is among its own, if any are wanted."""
    return not wanted or not wanted.isdisjoint(own)


def owners_of(thing: Thing) -> tuple[Owner, ...]:
    """Who answers for it; nobody where no document says so."""
    return thing.owner if isinstance(thing, Plan) else thing.owners


def all_owners(things: Collection[Thing]) -> list[Owner]:
    """Everyone who answers for any of the things or for an action or follow-up in them, by name."""
    found = {owner for thing in things for owner in owners_of(thing)}
    for thing in things:
        if isinstance(thing, PlacedProject):
            found.update(owner for each in thing.actions for owner in each.owner)
        for evaluation in _evaluations(thing).values():
            found.update(owner for each in evaluation.all_follow_ups for owner in each.owner)
    return sorted(found, key=lambda owner: owner.name)


def _evaluations(thing: Thing) -> Mapping[FiscalYear, Evaluation]:
    """How it was judged; an indicator never is by itself."""
    if isinstance(thing, PlacedIndicator):
        return {}
    if isinstance(thing, Plan):
        return thing.evaluations
    if isinstance(thing, PlacedProject):
        return thing.project.evaluations
    own = thing.goal if isinstance(thing, PlacedGoal) else thing.measure
    return own.evaluations


def policies_of(thing: Thing) -> tuple[Policy, ...]:
    """The policies it is placed under: by itself, or with its project or a measure it is under."""
    if isinstance(thing, Plan) or not thing.plan.policies:
        return ()
    project = thing.placed_project if isinstance(thing, PlacedIndicator) else thing
    name = project.project.id if isinstance(project, PlacedProject) else None
    measures = {each.id for each in _measures(thing)}
    return tuple(
        each
        for each in thing.plan.policies
        if name in each.projects or not measures.isdisjoint(each.measures)
    )


def sdgs_of(thing: Thing) -> tuple[int, ...]:
    """The numbers of the SDGs of the measures it is under."""
    return tuple(sorted({number for each in _measures(thing) for number in each.sdgs}))


def _measures(thing: Thing) -> tuple[Measure, ...]:
    """The measures it is listed under, its own first."""
    if isinstance(thing, Plan | PlacedGoal):
        return ()
    own = () if thing.measure is None else (thing.measure,)
    return (*own, *thing.also_under) if isinstance(thing, PlacedIndicator) else own


def _ids(thing: Thing, above: Iterable[Measure | Policy]) -> tuple[str, ...]:
    """The full ids of measures or policies of the thing's plan."""
    return () if isinstance(thing, Plan) else tuple(f"{thing.plan.id}/{each.id}" for each in above)


def _project_id(thing: Thing) -> str | None:
    project = thing.placed_project if isinstance(thing, PlacedIndicator) else thing
    return project.full_id if isinstance(project, PlacedProject) else None


def _is_priority(thing: Thing) -> bool:
    return isinstance(thing, PlacedProject | PlacedIndicator) and thing.priority
