"""Putting the rows of a table into a draft that is there already."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sagaict.domain.light import dataclass
from sagaict.domain.plan import Goal, Measure, Plan
from sagaict.domain.project import Project
from sagaict.domain.typed import comparable
from sagaict.domain.walks import Location, measures_of
from sagaict.recording.refusal import Refused
from sagaict.workbook.plan_table.row import Level
from sagaict.workbook.plan_table.tree import Branch, listed, measure_content
from sagaict.workbook.problems import CellProblem
from sagaict.writing.splice import Append

__all__ = ["Placing", "Target", "placings"]


@dataclass(frozen=True, slots=True)
class Target:
    """Where all rows go: a measure of the plan at its location, or a project."""

    location: Location
    holder: Measure | Project


@dataclass(frozen=True, slots=True)
class Placing:
    """What is appended to the plan's file, or to that of a project."""

    change: Append
    project: str | None = None


def placings(
    plan: Plan, projects: Sequence[Project], branches: Sequence[Branch], target: Target | None
) -> tuple[list[Placing], list[CellProblem]]:
    """The changes, and rows that cannot be placed: their level is not there, their id is taken."""
    found: list[Placing] = []
    problems: list[CellProblem] = []
    new: dict[str, tuple[int, dict[str, object]]] = {}
    for branch in branches:
        place = target or _place(plan, projects, branch)
        if place is None:
            goal = _goal(plan, branch.goal)
            if goal is None or branch.project is not None:
                problems.append(_lost(branch, plan))
                continue
            measure = new.setdefault(branch.measure_id, (goal, dict(measure_content(branch))))[1]
            for name, indicators in listed(branch.indicators, of_project=False).items():
                measure[name] = indicators
            continue
        problems += _taken(branch, place)
        found += _appended(branch, place)
    return [*found, *_measures(new)], problems


def _measures(new: dict[str, tuple[int, dict[str, object]]]) -> Iterator[Placing]:
    for goal, content in new.values():
        yield Placing(Append(("goals", goal, "measures"), content))


def _lost(branch: Branch, plan: Plan) -> CellProblem:
    level = branch.project or branch.measure
    spot = branch.indicators[0].row.spot
    return CellProblem(spot, "no-such-level", {"text": level.title, "id": plan.id})


def _place(plan: Plan, projects: Sequence[Project], branch: Branch) -> Target | None:
    if branch.project is not None:
        level = branch.project
        named = (each for each in projects if comparable(each.title) == comparable(level.title))
        project = next(named, None) or next(
            (each for each in projects if level.no and each.id == branch.project_id), None
        )
        return None if project is None else Target((), project)
    wanted = branch.goal if branch.goal.heading else None
    for location, measure in measures_of(plan):
        goal = next(goal for goal, each in plan.measures() if each is measure)
        if _is(branch.measure, measure) and (wanted is None or _is(wanted, goal)):
            return Target(location, measure)
    return None


def _goal(plan: Plan, level: Level) -> int | None:
    """The goal a new measure joins: the one named, or the only one there is."""
    if not level.heading:
        return 0 if len(plan.goals) == 1 else None
    return next((place for place, goal in enumerate(plan.goals) if _is(level, goal)), None)


def _is(level: Level, thing: Goal | Measure) -> bool:
    """Whether a level of the table is this goal or measure: by its number, else its title."""
    if level.no and thing.no:
        return comparable(level.no) == comparable(thing.no)
    if not level.heading:
        return thing.id == "all"
    return comparable(level.title) == comparable(thing.title)


def _taken(branch: Branch, place: Target) -> Iterator[CellProblem]:
    holder = place.holder
    there = holder.outcome_indicators
    if isinstance(holder, Measure):
        there = (*holder.goal_indicators, *there)
    ids = {each.id for each in there}
    for each in branch.indicators:
        name = str(each.content["id"])
        if name in ids:
            spot = each.row.spot
            yield CellProblem(spot, "id-taken", cause=Refused("id-taken", id=name))


def _appended(branch: Branch, place: Target) -> Iterator[Placing]:
    of_project = isinstance(place.holder, Project)
    for name, indicators in listed(branch.indicators, of_project=of_project).items():
        for content in indicators:
            project = place.holder.id if of_project else None
            yield Placing(Append((*place.location, name), content), project)
