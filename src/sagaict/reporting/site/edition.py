"""What a site is made from: the data as it is seen from a day, and what is said of it."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property

from sagaict.computing.overview import Overview, overview
from sagaict.computing.selection import Thing, everything
from sagaict.computing.tally import group_by
from sagaict.computing.view import View
from sagaict.cycle.deadlines import Deadlines
from sagaict.domain.body import Body
from sagaict.domain.light import dataclass
from sagaict.domain.plan import Plan
from sagaict.domain.portfolio import PlacedIndicator, Portfolio
from sagaict.reporting.blocks import Block
from sagaict.reporting.site.paths import about_id, about_path, path_of
from sagaict.reporting.status_head import Around, around_of

__all__ = ["Edition", "Page"]


@dataclass(frozen=True, slots=True)
class Page:
    """A page by its path below the folder of its language; `above` are the paths over it.

    It has no title of its own where its first heading is one. `about` is the full id of the thing
    whose neighbours are led to.
    """

    path: str
    blocks: list[Block]
    title: str = ""
    above: tuple[tuple[str, str], ...] = ()
    about: str = ""


@dataclass(frozen=True)
class Edition:
    """The data and the point of view. `revision` names the commit it was taken from, if one was.

    `incomplete` are files that could not be read; every page names them.
    """

    portfolio: Portfolio
    view: View
    deadlines: Deadlines
    body: Body | None = None
    revision: str = ""
    incomplete: tuple[str, ...] = ()

    @cached_property
    def things(self) -> dict[str, Thing]:
        """All that has a page, by full id; parts stand on the page of their indicator."""
        return {
            full_id: thing
            for full_id, thing in everything(self.portfolio).items()
            if not (isinstance(thing, PlacedIndicator) and thing.part is not None)
        }

    @cached_property
    def pages(self) -> dict[str, str]:
        """The path of the page of each full id, and of the text of each plan."""
        found = {full_id: path_of(thing) for full_id, thing in self.things.items()}
        for plan in self.portfolio.plans.values():
            found[about_id(plan)] = about_path(plan)
        return found

    @cached_property
    def wholes(self) -> dict[str, Overview]:
        """Each plan, judged once for all pages and languages."""
        return {
            plan.id: overview(self.portfolio, plan, self.view)
            for plan in self.portfolio.plans.values()
        }

    @cached_property
    def newest_first(self) -> tuple[Plan, ...]:
        """The plans, those that begin last first."""
        plans = self.portfolio.plans.values()
        return tuple(sorted(plans, key=lambda plan: plan.period.first, reverse=True))

    @cached_property
    def beside(self) -> dict[str, tuple[Thing | None, Thing | None]]:
        """Of each thing, by full id, the one of its sort before it and the one after, if any."""
        found: dict[str, tuple[Thing | None, Thing | None]] = {}
        sorts = group_by(self.things.items(), lambda item: _sort(item[1]))
        for items in sorts.values():
            those = [None, *(thing for _full_id, thing in items), None]
            for number, (full_id, _thing) in enumerate(items):
                found[full_id] = those[number], those[number + 2]
        return found

    def around(self, opened: list[Overview]) -> Around:
        """The year before of some plans, and what comes next of those that are running."""
        found = around_of(opened, self.portfolio, self.view, self.deadlines)
        # What the body owes itself is not the reader's.
        return replace(found, ahead=replace(found.ahead, overdue=0, meetings_set=True))


def _sort(thing: Thing) -> tuple[str, str]:
    """What kind of thing it is, and of which plan: pages of one sort follow each other."""
    return type(thing).__name__, "" if isinstance(thing, Plan) else thing.plan.id
