"""Shell completion of ids, titles and sections, from the text of the files: no model is built."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from sagaict.domain.regex import regex

__all__ = [
    "complete_fields",
    "complete_holders",
    "complete_indicators",
    "complete_measures",
    "complete_new_projects",
    "complete_owners",
    "complete_plans",
    "complete_policies",
    "complete_projects",
    "complete_sdgs",
    "complete_settable",
    "complete_things",
]

_IN_GOAL, _LISTS = 4, ("measures", "goal_indicators", "outcome_indicators")
"""How far in the lists of a goal stand, and how they are called."""
_KEY = regex(
    rf"^( *(?:- +)?)(id|title|name|{'|'.join(_LISTS)}): *[\"']?(.*?)[\"']? *(?:#.*)?$",
    re.MULTILINE,
)
_GOALS = regex(r"^goals: *\n((?: .*\n|#.*\n| *\n)+)", re.MULTILINE)
_OF_GOAL = regex(r"^(?:  - |    )(id|no|title): *[\"']?(.*?)[\"']? *(?:#.*)?$", re.MULTILINE)
_POLICIES = regex(r"^policies:\n((?:(?: .*)?\n)*)", re.MULTILINE)
_POLICY = regex(r"^ *- +id: *([a-z0-9-]+)", re.MULTILINE)
_OWNER = regex(r"^( *(?:- +)?)owner: *(.*)$", re.MULTILINE)
_BEFORE_NAME = regex(r"^ *(?:- +)?(?:(?:section|bureau): *)?")
_ID = regex(r"[a-z0-9][a-z0-9-]*")
# How far in the keys of things stand: of a plan, its measures, their indicators; of a project.
_IN_PLAN, _IN_PROJECT = (0, 8, 12), (0, 4)

Titled = tuple[str, str]
"""A full id, and the title."""


def complete_plans(incomplete: str) -> list[str]:
    """Plans that begin with what was typed."""
    return _meant(incomplete, 0)


def complete_holders(incomplete: str) -> list[str]:
    """Measures and projects that begin with what was typed."""
    return _meant(incomplete, 1)


def complete_measures(incomplete: str) -> list[str]:
    """Measures that begin with what was typed."""
    return _begun(incomplete, [each for each in _in_plans() if each[0].count("/") == 1])


def complete_projects(incomplete: str) -> list[str]:
    """Projects that begin with what was typed."""
    return _begun(incomplete, [each for each in _in_projects() if each[0].count("/") == 1])


def complete_indicators(incomplete: str) -> list[str]:
    """Indicators that begin with what was typed."""
    return _meant(incomplete, 2)


def complete_things(incomplete: str) -> list[str]:
    """Plans, goals, measures, projects and indicators that begin with what was typed."""
    return _begun(incomplete, [*_in_plans(), *_goals(), *_in_projects()])


def complete_settable(incomplete: str) -> list[str]:
    """The same, and the settings."""
    return [*complete_things(incomplete), *_beginning(incomplete, ["settings"])]


def complete_fields(incomplete: str) -> list[str]:
    """Fields of any of these that begin with what was typed; of the settings, those of a part."""
    from sagaict.domain.indicator import Indicator
    from sagaict.domain.plan import Measure, Plan
    from sagaict.domain.project import Project
    from sagaict.domain.settings import CycleSettings, YearSettings
    from sagaict.domain.structure import fields_of

    names = {name for kind in (Plan, Measure, Project, Indicator) for name in fields_of(kind)}
    names |= {f"cycle.{name}" for name in fields_of(CycleSettings)}
    names |= {f"year.{name}" for name in fields_of(YearSettings)}
    return _beginning(incomplete, names)


def _beginning(incomplete: str, names: Iterable[str]) -> list[str]:
    return sorted(name for name in names if name.startswith(incomplete))


def complete_new_projects(incomplete: str) -> list[str]:
    """Where the id of a new project begins: with a plan's that begins with what was typed."""
    return [f"{plan}/" for plan in complete_plans(incomplete)]


def complete_owners(incomplete: str) -> list[str]:
    """Sections and bureaux whose name begins with what was typed."""
    owners = {name for path in _files() for name in _owners(_text(path))}
    return _beginning(incomplete, owners)


def complete_policies(incomplete: str) -> list[str]:
    """Ids of policies that begin with what was typed."""
    found = {
        match[1]
        for path in _files()
        if path.parent.name == "plans"
        for block in _POLICIES.findall(_text(path))
        for match in _POLICY.finditer(block)
    }
    return _beginning(incomplete, found)


def complete_sdgs(incomplete: str) -> list[str]:
    """Numbers of SDGs that begin with what was typed."""
    return [str(number) for number in range(1, 18) if str(number).startswith(incomplete)]


def _meant(incomplete: str, depth: int) -> list[str]:
    found = [*_in_plans(), *_in_projects()]
    return _begun(incomplete, [each for each in found if each[0].count("/") == depth])


def _begun(incomplete: str, things: list[Titled]) -> list[str]:
    """The full ids that begin so; else the tails of ids, else the titles that do."""
    ids = {full_id for full_id, _title in things}
    tails = {full_id.partition("/")[2] for full_id in ids}
    tails |= {full_id.rpartition("/")[2] for full_id in ids}
    for names in (ids, tails - {""}, {title for _full_id, title in things if title}):
        found = sorted(name for name in names if name.startswith(incomplete))
        if found:
            return found
    return []


def _root() -> Path | None:
    from sagaict.reading.data_folder import NoData, find_data

    try:
        return find_data(None, os.environ).path
    except (NoData, OSError):
        return None


def _files() -> Iterator[Path]:
    root = _root()
    if root is not None:
        yield from (root / "plans").glob("*.yaml")
        yield from (root / "projects").glob("*/*.yaml")


def _keys(path: Path) -> Iterator[tuple[int, str, str]]:
    """The keys that name things, with how far in they stand, as far as the file can be read."""
    for match in _KEY.finditer(_text(path)):
        yield len(match[1]), match[2], match[3]


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def _owners(text: str) -> Iterator[str]:
    """The names behind the keys of owners: in the same line, or in those further in below it."""
    for match in _OWNER.finditer(text):
        below = re.compile(rf"(?:\n {match[1].replace('-', ' ')}.*)*").match(text, match.end())
        said = match[2] or (below[0] if below else "")
        for line in said.split("\n"):
            for name in re.split(r"[\[\]{},]", line.split(" #")[0]):
                yield from filter(None, [_BEFORE_NAME.sub("", name).strip(" \"'")])


def _in_plans() -> Iterator[Titled]:
    for path in _files():
        if path.parent.name == "plans":
            yield from _things(path, path.stem, _IN_PLAN)


def _goals() -> Iterator[Titled]:
    for path in _files():
        text = _text(path) if path.parent.name == "plans" else ""
        for goal in re.split(r"^(?=  - )", "".join(_GOALS.findall(text)), flags=re.MULTILINE):
            said = dict(reversed(_OF_GOAL.findall(goal)))  # the first of each is its own
            key = said.get("id") or said.get("no")
            if key:
                yield f"{path.stem}/{key}", said.get("title", "")


def _in_projects() -> Iterator[Titled]:
    for path in _files():
        if path.parent.name != "plans":
            yield from _things(path, f"{path.parent.name}/{path.stem}", _IN_PROJECT)


def _things(path: Path, top: str, columns: tuple[int, ...]) -> Iterator[Titled]:
    """The thing a file is about and those in it; the first title in each is its own."""
    ids = {0: top}
    titles = {top: ""}
    of_goal = False
    for at, key, text in _keys(path):
        if at == _IN_GOAL and key in _LISTS:
            of_goal = key != "measures"
        # Indicators of a goal stand as far in as measures, and have longer ids.
        if at not in columns or (of_goal and at > _IN_GOAL):
            continue
        if key == "id" and at and _ID.fullmatch(text):
            above = ids.get(columns[columns.index(at) - 1])
            if above is not None:
                ids[at] = f"{above}/{text}"
                titles[ids[at]] = ""
        elif key in ("title", "name") and at in ids:
            titles[ids[at]] = titles[ids[at]] or text
    yield from titles.items()
