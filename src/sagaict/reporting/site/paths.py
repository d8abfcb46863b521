"""Where the pages of a site lie, and the way from one to another: always relative."""

from __future__ import annotations

from functools import lru_cache
from posixpath import dirname, relpath

from sagaict.computing.selection import PlacedGoal, Thing
from sagaict.domain.ids import is_id
from sagaict.domain.plan import Plan

__all__ = ["DATA", "FIRST", "PLANS", "about_id", "about_path", "path_of", "paths_of", "way"]

FIRST = "index.html"
"""The page a server shows for the folder. Every way names it: a disk shows no page for a folder."""
DATA = "data"
"""The folder of the tables, the same for every language."""
PLANS = "plans"


def path_of(thing: Thing) -> str:
    """`plans/ict-strategy-2/3-1.html`: the full id, which is made of slugs.

    A goal may be told apart by a printed number of any shape; its place among the goals then.
    """
    if isinstance(thing, PlacedGoal) and not is_id(thing.goal.key):
        # No slug has an underscore, so that nothing else is called so.
        return f"{PLANS}/{thing.plan.id}/_goal-{thing.plan.goals.index(thing.goal) + 1}.html"
    return f"{PLANS}/{_full_id(thing)}.html"


def _full_id(thing: Thing) -> str:
    return thing.id if isinstance(thing, Plan) else thing.full_id


def about_id(plan: Plan) -> str:
    """What a link to the text of a plan is about; no full id looks so."""
    return f"{plan.id}/_about"


def about_path(plan: Plan) -> str:
    """The page with the text of a plan, beside that with its results."""
    return f"{PLANS}/{plan.id}/_about.html"


def paths_of(thing: Thing) -> tuple[str, ...]:
    """The pages of a thing: of a plan its results and its text, of all else one."""
    return (path_of(thing), about_path(thing)) if isinstance(thing, Plan) else (path_of(thing),)


def way(start: str, end: str) -> str:
    """The link on the page `start` that leads to `end`."""
    return _way(dirname(start) or ".", end)


@lru_cache(4096)
def _way(folder: str, end: str) -> str:
    return relpath(end, folder)
