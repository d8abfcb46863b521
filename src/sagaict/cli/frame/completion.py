"""Shell completion of ids, from file names and ids alone: no model is built for it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

__all__ = [
    "complete_holders",
    "complete_ids",
    "complete_indicators",
    "complete_new_projects",
    "complete_plans",
]

_ID = re.compile(r"^( *(?:- +)?)id: *[\"']?([a-z0-9][a-z0-9-]*)[\"']? *(?:#.*)?$", re.MULTILINE)
# How far in the key `id` stands: of measures and indicators in a plan, of indicators in a project.
_MEASURE, _OF_MEASURE, _OF_PROJECT = 8, 12, 4


def _root() -> Path | None:
    from sagaict.reading.data_folder import NoData, find_data

    try:
        return find_data(None, os.environ).path
    except (NoData, OSError):
        return None


def complete_plans(incomplete: str) -> list[str]:
    """Ids of plans that begin with what was typed."""
    root = _root()
    names = sorted(path.stem for path in (root / "plans").glob("*.yaml")) if root else []
    return [name for name in names if name.startswith(incomplete)]


def complete_ids(incomplete: str) -> list[str]:
    """Full ids of plans, measures, projects and indicators that begin with what was typed."""
    root = _root()
    if root is None:
        return []
    found = sorted({*_ids_of_plans(root), *_ids_of_projects(root)})
    return [name for name in found if name.startswith(incomplete)]


def complete_indicators(incomplete: str) -> list[str]:
    """Full ids of indicators that begin with what was typed."""
    return [name for name in complete_ids(incomplete) if name.count("/") == 2]


def complete_holders(incomplete: str) -> list[str]:
    """Full ids of measures and projects that begin with what was typed."""
    return [name for name in complete_ids(incomplete) if name.count("/") == 1]


def complete_new_projects(incomplete: str) -> list[str]:
    """Where the id of a new project begins: with a plan's that begins with what was typed."""
    return [f"{plan}/" for plan in complete_plans(incomplete)]


def _ids_in(path: Path) -> Iterator[tuple[int, str]]:
    try:
        text = path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return
    for match in _ID.finditer(text):
        yield len(match[1]), match[2]


def _ids_of_plans(root: Path) -> Iterator[str]:
    for path in (root / "plans").glob("*.yaml"):
        yield path.stem
        measure = None
        for indent, name in _ids_in(path):
            if indent == _MEASURE:
                measure = name
                yield f"{path.stem}/{name}"
            elif indent == _OF_MEASURE and measure is not None:
                yield f"{path.stem}/{measure}/{name}"


def _ids_of_projects(root: Path) -> Iterator[str]:
    for path in (root / "projects").glob("*/*.yaml"):
        project = f"{path.parent.name}/{path.stem}"
        yield project
        for indent, name in _ids_in(path):
            if indent == _OF_PROJECT:
                yield f"{project}/{name}"
