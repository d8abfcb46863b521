"""Two portfolios compared: every change that means something, and a count of those that do not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import field

from sagaict.comparing.accounts import Accounts
from sagaict.comparing.activity import measure_activity, plan_activity, project_activity
from sagaict.comparing.actuals import actual_changes
from sagaict.comparing.amendments import (
    goal_amendments,
    indicator_amendments,
    measure_amendments,
    part_title_change,
    project_amendments,
)
from sagaict.comparing.attributes import attribute_changes
from sagaict.comparing.change import KINDS, Change, ChangeKind
from sagaict.comparing.checks import check_changes
from sagaict.comparing.consequences import consequences
from sagaict.comparing.definitions import definition_changes
from sagaict.comparing.judged import JudgedPair, judge
from sagaict.comparing.sides import Sides, side_by_side
from sagaict.comparing.structure import structure_changes
from sagaict.comparing.targets import target_changes
from sagaict.comparing.wording import wording_edits
from sagaict.computing.view import View
from sagaict.domain.light import dataclass
from sagaict.domain.portfolio import Portfolio
from sagaict.domain.settings import Settings

__all__ = ["Comparison", "compare"]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What an edit means, most important first.

    `wording` counts edits without a meaning by field; `unknown` are the ids of plans and projects
    that could not be compared, since their file is broken on one side. `holders` are the titles of
    measures and projects by full id, of now where there are two.
    """

    changes: tuple[Change, ...]
    wording: Mapping[str, int] = field(default_factory=dict)
    unknown: tuple[str, ...] = ()
    holders: Mapping[str, str] = field(default_factory=dict)

    def holder_of(self, change: Change) -> str:
        """The title of the measure or project an indicator belongs to; empty for anything else."""
        plan, *ids = change.id.split("/")
        return self.holders.get(f"{plan}/{ids[0]}", "") if len(ids) > 1 else ""

    @property
    def counts(self) -> dict[ChangeKind, int]:
        """How many changes there are of each kind."""
        found = Counter(change.kind for change in self.changes)
        return {kind: found[kind] for kind in KINDS if found[kind]}

    @property
    def empty(self) -> bool:
        """Whether nothing at all was edited."""
        return not self.changes and not self.wording


def compare(
    old: Portfolio,
    new: Portfolio,
    view: View,
    *,
    unknown: frozenset[str] = frozenset(),
    settings: tuple[Settings, Settings] | None = None,
    relaid: int = 0,
) -> Comparison:
    """Compare two portfolios as they are seen from one view.

    `unknown` are full ids of plans and projects whose file could not be read on one side;
    `settings` are those of both sides, with every acceptance among them;
    `relaid` is how many files were only laid out or commented differently.
    """
    sides = side_by_side(old, new, unknown)
    both = (*sides.indicators.both, *sides.parts.both)
    pairs = [judge(before, now, view) for before, now in both]
    changes = list(_direct(sides, pairs))
    changes += check_changes(*settings, unknown) if settings else ()
    changes += consequences(sides, pairs, changes, view)
    counts = wording_edits(sides, changes)
    counts["layout"] += relaid
    order = {kind: number for number, kind in enumerate(KINDS)}
    changes.sort(key=lambda each: (order[each.kind], not each.unexplained))
    wording = {name: number for name, number in sorted(counts.items()) if number}
    return Comparison(tuple(changes), wording, tuple(sorted(unknown)), _holders(old, new))


def _holders(*portfolios: Portfolio) -> dict[str, str]:
    titles: dict[str, str] = {}
    for portfolio in portfolios:
        for plan in portfolio.plans.values():
            titles |= {f"{plan.id}/{each.key}": each.title for each in plan.goals}
            titles |= {f"{plan.id}/{each.id}": each.title for _goal, each in plan.measures()}
            titles |= {each.full_id: each.project.title for each in portfolio.projects[plan.id]}
    return titles


def _direct(sides: Sides, pairs: list[JudgedPair]) -> Iterator[Change]:
    """What was edited itself."""
    accounts = Accounts(sides)
    for pair in pairs:
        yield from target_changes(pair)
        yield from actual_changes(pair)
        yield from definition_changes(pair, accounts)
        if pair.new.part is None:
            yield from indicator_amendments(pair, accounts)
        else:
            yield from part_title_change(pair, accounts)
    yield from structure_changes(sides, accounts)
    yield from attribute_changes(sides, accounts)
    for old, new in sides.plans.both:
        yield from plan_activity(old, new)
    for goal, later in sides.goals.both:
        yield from goal_amendments(goal, later, sides.new, accounts)
    for before, now in sides.measures.both:
        yield from measure_amendments(before, now, sides.new, accounts)
        yield from measure_activity(before, now)
    for was, project in sides.projects.both:
        yield from project_amendments(was, project, accounts)
        yield from project_activity(was, project, accounts)
    yield from accounts.left()
