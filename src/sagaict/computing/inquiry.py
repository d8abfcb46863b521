"""Which plans, measures and projects are listed under conditions on them and what they hold."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sagaict.computing.assessment import Assessment
from sagaict.computing.membership import is_known
from sagaict.computing.overview import Listing, dropped_indicators, listing, overview
from sagaict.computing.selection import Filter, PlacedMeasure, matches
from sagaict.computing.view import View
from sagaict.domain.light import dataclass
from sagaict.domain.plan import Plan
from sagaict.domain.portfolio import PlacedIndicator, PlacedProject, Portfolio

__all__ = ["Inquiry"]


@dataclass(frozen=True, slots=True)
class Inquiry:
    """What is asked for: of some plans, what satisfies the conditions from a view.

    A plan or measure is listed if it holds an indicator or project that satisfies them, a project
    if it satisfies them itself; kind and status are those of the indicators it has.
    """

    portfolio: Portfolio
    view: View
    plans: tuple[Plan, ...]
    conditions: Filter

    @property
    def listings(self) -> list[Listing]:
        """What of each plan satisfies the conditions."""
        return [
            listing(overview(self.portfolio, plan, self.view), self.conditions)
            for plan in self.plans
        ]

    def plans_listed(self) -> list[Plan]:
        """The plans that hold something; a plan is its secretariat's, too."""
        if not self.conditions.narrow:
            return list(self.plans)
        by_owner = self.conditions == Filter(owners=self.conditions.owners)
        return [
            item.whole.plan
            for item in self.listings
            if item.assessments
            or item.projects
            or (by_owner and self.conditions.asks(item.whole.plan.owner))
        ]

    def measures_listed(self) -> list[PlacedMeasure]:
        """The measures named, if any are, that hold something; all under a policy or SDG alone."""
        rest = replace(self.conditions, measures=frozenset())
        across = Filter(policies=rest.policies, sdgs=rest.sdgs)
        held = _measures(self.listings) if rest.narrow else None
        every = (
            PlacedMeasure(plan, goal, measure)
            for plan in self.plans
            for goal, measure in plan.measures()
        )
        return [
            entry
            for entry in every
            if matches(entry, Filter(measures=self.conditions.measures))
            and (
                held is None or entry.full_id in held or (rest == across and matches(entry, across))
            )
        ]

    def projects_listed(self) -> list[PlacedProject]:
        """The projects known by then, dropped ones among them unless indicators are asked for."""
        held = None
        if self.conditions.kind or self.conditions.statuses:
            held = {entry.full_id for item in self.listings for entry in item.projects}
        return [
            entry
            for plan in self.plans
            for entry in self.portfolio.projects[plan.id]
            if is_known(entry, self.view)
            and matches(entry, replace(self.conditions, kind=None))
            and (held is None or entry.full_id in held)
        ]

    @property
    def assessments(self) -> list[Assessment]:
        """The indicators, judged."""
        return [each for item in self.listings for each in item.assessments]

    @property
    def dropped(self) -> int:
        """How many indicators satisfied the conditions and were dropped by then."""
        return sum(
            matches(entry, self.conditions)
            for plan in self.plans
            for entry in dropped_indicators(self.portfolio, plan, self.view)
        )


def _measures(listings: Iterable[Listing]) -> set[str]:
    """The full ids of the measures that hold something."""
    found: set[str] = set()
    for item in listings:
        held: list[PlacedIndicator | PlacedProject] = [each.placed for each in item.assessments]
        held += item.projects
        found.update(f"{entry.plan.id}/{entry.measure.id}" for entry in held if entry.measure)
    return found
