"""What stands above the indicators of a table: goals, measures and projects as they are written.

A table has as many levels as its columns. One alone is that of the measures, two are goals and
measures, three are goals, measures and projects, whatever the body calls them: its words become
the plan's terms. What is not there is not made up: indicators without a level, or levels without
one above, stand under one that bears the plan's title.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from sagaict.domain.ids import is_id
from sagaict.domain.light import dataclass
from sagaict.domain.portfolio import Kind
from sagaict.domain.typed import comparable, half_width
from sagaict.workbook.plan_table.drafting import Drafted
from sagaict.workbook.plan_table.row import Level, TableRow
from sagaict.workbook.problems import CellProblem
from sagaict.writing.change import Content

__all__ = [
    "Branch",
    "branches_of",
    "goals_content",
    "listed",
    "measure_content",
    "projects_content",
    "terms_of",
]

_WHOLE = "all"
"""The id of a level that the table does not have."""
_LISTS: Mapping[Kind, str] = {"goal": "goal_indicators", "outcome": "outcome_indicators"}
_USUAL = ("基本目標", "施策", "事業")


@dataclass(frozen=True, slots=True)
class Branch:
    """A goal, a measure of it, maybe a project of that, and the indicators there; with their ids.

    A level that the table does not have has no number, and the title of the plan.
    """

    goal: Level
    measure: Level
    project: Level | None
    measure_id: str
    project_id: str
    indicators: tuple[Drafted, ...]


def branches_of(drafted: Sequence[Drafted], title: str) -> tuple[list[Branch], list[CellProblem]]:
    """The branches in the order of the table, and numbers that stand for two titles."""
    whole = Level("", title, "")
    groups: dict[tuple[Level, ...], list[Drafted]] = {}
    problems: list[CellProblem] = []
    titles: dict[tuple[object, ...], str] = {}
    for each in drafted:
        levels = each.row.levels
        groups.setdefault(_padded(levels, whole), []).append(each)
        problems += _contradictions(each.row, titles)
    measures = _ids([path[:2] for path in groups], "m")
    projects = _ids([path for path in groups if len(path) == 3], "p", set(measures.values()))
    branches = [
        Branch(
            path[0],
            path[1],
            path[2] if len(path) == 3 else None,
            measures[path[:2]],
            projects.get(path, ""),
            tuple(group),
        )
        for path, group in groups.items()
    ]
    return branches, problems


def _padded(levels: tuple[Level, ...], whole: Level) -> tuple[Level, ...]:
    return (whole,) * (2 - len(levels)) + levels


def _contradictions(row: TableRow, titles: dict[tuple[object, ...], str]) -> Iterable[CellProblem]:
    for depth, level in enumerate(row.levels):
        key = (*row.levels[:depth], level.no)
        if level.no and titles.setdefault(key, level.title) != level.title:
            details = {"no": level.no, "text": level.title, "other": titles[key]}
            yield CellProblem(row.spot, "level-differs", details)


def _ids(
    paths: Sequence[tuple[Level, ...]], letter: str, taken: Iterable[str] = ()
) -> dict[tuple[Level, ...], str]:
    """An id for each: its number if that is its own, else the number of what it is under as well.

    What has no number gets one by its place.
    """
    found: dict[tuple[Level, ...], str] = {}
    used = set(taken)
    for place, path in enumerate(dict.fromkeys(paths), start=1):
        own, above = _slug(path[-1].no), _slug(path[-2].no)
        named = [own, f"{above}-{own}", f"{letter}{place}", f"{letter}{place}-{own or place}"]
        if not path[-1].heading:
            named.insert(0, _WHOLE)
        found[path] = next(each for each in named if is_id(each) and each not in used)
        used.add(found[path])
    return found


def _slug(text: str) -> str:
    plain = half_width(text)
    return "-".join(re.findall("[a-z0-9]+", plain.lower())) if plain.isascii() else ""


def listed(drafted: Iterable[Drafted], *, of_project: bool) -> dict[str, list[Content]]:
    """The indicators by the list they stand in."""
    found: dict[str, list[Content]] = {}
    for each in drafted:
        kind: Kind = each.row.kind or ("outcome" if of_project else "goal")
        found.setdefault(_LISTS[kind], []).append(each.content)
    return {name: found[name] for name in _LISTS.values() if name in found}


def goals_content(branches: Sequence[Branch]) -> list[Content]:
    """The goals of a new plan with all below them that stands in its file."""
    goals: dict[Level, list[Branch]] = {}
    for branch in branches:
        goals.setdefault(branch.goal, []).append(branch)
    written: list[Content] = []
    for number, (goal, below) in enumerate(goals.items(), start=1):
        key = {"no": goal.no} if goal.no else {"id": f"g{number}" if goal.heading else _WHOLE}
        measures: dict[str, dict[str, Content]] = {}
        for branch in below:
            measure = measures.setdefault(branch.measure_id, measure_content(branch))
            if branch.project is None:
                measure |= listed(branch.indicators, of_project=False)
        written.append({**key, "title": goal.title, "measures": list(measures.values())})
    return written


def measure_content(branch: Branch) -> dict[str, Content]:
    """A measure, without its indicators."""
    no: dict[str, Content] = {"no": branch.measure.no} if branch.measure.no else {}
    return {"id": branch.measure_id, **no, "title": branch.measure.title}


def projects_content(
    branches: Iterable[Branch], plan: str, document: str
) -> dict[str, dict[str, object]]:
    """The files of projects by their ids."""
    return {
        branch.project_id: {
            "id": branch.project_id,
            "plan": plan,
            "measure": branch.measure_id,
            "title": branch.project.title,
            **listed(branch.indicators, of_project=True),
            "source": document,
        }
        for branch in branches
        if branch.project is not None
    }


def terms_of(branches: Sequence[Branch]) -> dict[str, str]:
    """The plan's own words for its levels, from the headings of the table."""
    first = branches[0]
    levels = (first.goal, first.measure, first.project)
    found = {}
    for name, usual, level in zip(("goal", "measure", "project"), _USUAL, levels, strict=True):
        word = re.sub("名$", "", level.heading) if level else ""
        if word and comparable(word) not in (usual, name):
            found[name] = word
    return found
