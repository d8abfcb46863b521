"""What is public of the data: without what is marked as internal (非公開), as if it were not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, TypeVar

from sagaict.domain.evaluation import Evaluation
from sagaict.domain.fiscal import FiscalYear
from sagaict.domain.indicator import Indicator, Lineage
from sagaict.domain.plan import Goal, Measure, Plan
from sagaict.domain.portfolio import Portfolio
from sagaict.domain.project import Project

__all__ = ["public_part"]

_Holder = TypeVar("_Holder", Plan, Goal, Measure)


def public_part(portfolio: Portfolio) -> Portfolio:
    """The same without what is internal: no count, link or name tells of it."""
    plans = {plan.id: plan for plan in portfolio.plans.values() if not plan.internal}
    projects = {
        plan_id: [each.project for each in portfolio.projects[plan_id] if not each.project.internal]
        for plan_id in plans
    }
    hidden = _Hidden(portfolio, plans, projects)
    return Portfolio.of(
        (hidden.plan(plan) for plan in plans.values()),
        (hidden.project(each) for some in projects.values() for each in some),
    )


class _Hidden:
    """The ids nothing may lead to any more."""

    def __init__(
        self,
        portfolio: Portfolio,
        plans: Mapping[str, Plan],
        projects: Mapping[str, list[Project]],
    ) -> None:
        kept = {(plan_id, each.id) for plan_id, some in projects.items() for each in some}
        self._ids = {plan_id for plan_id in portfolio.plans if plan_id not in plans}
        self._ids |= {
            entry.full_id
            for plan_id, entries in portfolio.projects.items()
            for entry in entries
            if (plan_id, entry.project.id) not in kept
        }
        self._ids |= {
            placed.full_id for placed in portfolio.indicators() if placed.indicator.internal
        }

    def _has(self, full_id: str) -> bool:
        parts = full_id.split("/")
        return any("/".join(parts[: end + 1]) in self._ids for end in range(len(parts)))

    def plan(self, plan: Plan) -> Plan:
        """A plan without what is internal in it."""
        gone = {name.split("/")[1] for name in self._ids if name.startswith(f"{plan.id}/")}
        return replace(
            self._holder(plan),
            goals=tuple(self._goal(goal) for goal in plan.goals),
            # What was printed counts the rest too: there is nothing to compare it with.
            published=tuple(
                replace(each, compare=None) if gone else each for each in plan.published
            ),
            policies=tuple(
                replace(each, projects=tuple(name for name in each.projects if name not in gone))
                for each in plan.policies
            ),
            predecessors=tuple(each for each in plan.predecessors if not self._has(each)),
            successors=tuple(each for each in plan.successors if not self._has(each)),
            discrepancies=tuple(
                each for each in plan.discrepancies if not any(map(self._has, each.about))
            ),
        )

    def _goal(self, goal: Goal) -> Goal:
        return replace(
            self._holder(goal), measures=tuple(self._holder(each) for each in goal.measures)
        )

    def _holder(self, holder: _Holder) -> _Holder:
        return replace(
            holder,
            goal_indicators=self._indicators(holder.goal_indicators),
            outcome_indicators=self._indicators(holder.outcome_indicators),
            evaluations=_public(holder.evaluations),
            **_without_note(holder),
        )

    def project(self, project: Project) -> Project:
        """A project without what is internal in it."""
        return replace(
            project,
            outcome_indicators=self._indicators(project.outcome_indicators),
            evaluations=_public(project.evaluations),
            continues=self._lineage(project.continues),
            **_without_note(project),
        )

    def _indicators(self, indicators: tuple[Indicator, ...]) -> tuple[Indicator, ...]:
        return tuple(
            replace(
                each,
                continues=self._lineage(each.continues),
                derived=None if self._sums_up_hidden(each) else each.derived,
                **_without_note(each),
            )
            for each in indicators
            if not each.internal
        )

    def _sums_up_hidden(self, indicator: Indicator) -> bool:
        return indicator.derived is not None and any(map(self._has, indicator.derived.sum_of))

    def _lineage(self, links: tuple[Lineage, ...]) -> tuple[Lineage, ...]:
        return tuple(each for each in links if not self._has(each.id))


def _public(evaluations: Mapping[FiscalYear, Evaluation]) -> dict[FiscalYear, Evaluation]:
    found = {}
    for year, each in evaluations.items():
        half = each.half_year if each.half_year and not each.half_year.internal else None
        if not each.internal:
            found[year] = replace(each, half_year=half)
        elif half is not None:
            found[year] = Evaluation(half_year=half)
    return found


def _without_note(thing: object) -> dict[str, Any]:
    found: dict[str, Any] = {"internal_note": None} if hasattr(thing, "internal_note") else {}
    if isinstance(thing, Plan | Project):
        # What was corrected in such a note would tell it.
        found["corrections"] = tuple(
            each for each in thing.corrections if not each.field.endswith("internal_note")
        )
    return found
