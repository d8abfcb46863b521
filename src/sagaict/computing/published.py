"""What the city printed about itself, held against what the data gives."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import field
from decimal import Decimal
from typing import Literal

from sagaict.computing.assessment import Assessment
from sagaict.computing.judging import assess_year
from sagaict.computing.membership import belongs
from sagaict.computing.parts import target_years
from sagaict.computing.selection import policies_of
from sagaict.computing.status import STATUSES, Status
from sagaict.computing.tally import tally_progress
from sagaict.computing.view import View
from sagaict.domain.fiscal import Period
from sagaict.domain.light import dataclass
from sagaict.domain.number import divide, round_to
from sagaict.domain.plan import Plan
from sagaict.domain.portfolio import PlacedIndicator, PlacedProject, Portfolio
from sagaict.domain.published import Counted, PublishedTally

__all__ = ["CountCheck", "PercentCheck", "PublishedCheck", "Verdict", "check_published"]

Verdict = Literal["agrees", "disagrees", "cannot_tell"]


@dataclass(frozen=True, slots=True)
class PercentCheck:
    """A printed percentage and the one its printed counts come to, rounded the plan's way."""

    label: str
    printed: Decimal
    computed: Decimal

    @property
    def verdict(self) -> Verdict:
        """Whether the two are the same figure."""
        return "agrees" if self.printed == self.computed else "disagrees"


@dataclass(frozen=True, slots=True)
class CountCheck:
    """A printed count and the one the data gives; `unknown` more could belong to it."""

    label: str
    printed: Decimal
    computed: Decimal
    unknown: int = 0

    @property
    def verdict(self) -> Verdict:
        """`cannot_tell` where the printed count lies within what unknown marks leave open."""
        if self.printed == self.computed and not self.unknown:
            return "agrees"
        if self.computed <= self.printed <= self.computed + self.unknown:
            return "cannot_tell"
        return "disagrees"


@dataclass(frozen=True, slots=True)
class PublishedCheck:
    """A published tally with every comparison that can be made of it.

    `counts` are the labels that can be counted in the data; `uncounted` says that of a tally which
    is to be compared, some cannot. `sum_matches`: the parts make the whole (a single one at most).
    `whole` compares the denominator, where that can be counted.
    """

    tally: PublishedTally
    percents: tuple[PercentCheck, ...]
    counts: tuple[CountCheck, ...]
    sum_matches: bool
    uncounted: bool = False
    whole: CountCheck | None = None

    @property
    def count(self) -> CountCheck | None:
        """The comparison of the first label, if there is one."""
        return self.counts[0] if self.counts else None

    @property
    def verdict(self) -> Verdict:
        """The worst of its comparisons; `cannot_tell` where only that is left."""
        verdicts = {check.verdict for check in self.percents}
        verdicts |= {check.verdict for check in (*self.counts, *filter(None, [self.whole]))}
        if "disagrees" in verdicts or not self.sum_matches:
            return "disagrees"
        return "cannot_tell" if "cannot_tell" in verdicts or self.uncounted else "agrees"


def check_published(plan: Plan, portfolio: Portfolio, view: View) -> list[PublishedCheck]:
    """Every published tally of the plan that the view can see, compared."""
    return [
        _check(item, plan, portfolio, view)
        for item in plan.published
        if (year := item.year or (item.period.last if item.period else None)) is None
        or view.sees(year)
    ]


def _check(item: PublishedTally, plan: Plan, portfolio: Portfolio, view: View) -> PublishedCheck:
    found = _found(item, plan, portfolio, view)
    counts = tuple(found.checks(item))
    total = sum(item.counts.values(), Decimal(0))
    whole = total == item.of if len(item.counts) > 1 else total <= item.of
    uncounted = item.compare is not None and len(counts) < len(item.counts)
    denominator = None if found.of is None else CountCheck("", item.of, Decimal(found.of))
    return PublishedCheck(item, tuple(_percents(item)), counts, whole, uncounted, denominator)


def _percents(item: PublishedTally) -> list[PercentCheck]:
    return [
        PercentCheck(
            label,
            printed,
            round_to(divide(item.counts[label] * 100, item.of), item.places, item.rounding),
        )
        for label, printed in item.percent.items()
        if label in item.counts and item.of
    ]


@dataclass(frozen=True, slots=True)
class _Found:
    """What the data gives for a tally: how many of what, and of how many; or a mere `total`.

    `unsure` are the kinds whose members may turn out, or be counted, as something else.
    """

    counts: Mapping[str, int] = field(default_factory=dict)
    of: int | None = None
    unsure: Callable[[Counted], Iterable[str]] = lambda _meaning: ()
    leading: Counted = "met"
    total: Decimal | None = None

    def checks(self, item: PublishedTally) -> Iterator[CountCheck]:
        """The labels whose meaning is known, each beside what the data gives."""
        if self.total is not None:
            for label, printed in [*item.counts.items()][:1]:
                yield CountCheck(label, printed, self.total)
        if self.of is None:
            return
        for label, meaning in _meanings(item, self.leading):
            unsure = sum(self.counts.get(each, 0) for each in self.unsure(meaning))
            computed = Decimal(self.counts.get(meaning, 0))
            yield CountCheck(label, item.counts[label], computed, unsure)


def _found(item: PublishedTally, plan: Plan, portfolio: Portfolio, view: View) -> _Found:
    then = view.seen_from(item.year) if item.year else view
    if item.compare == "outcomes_met":
        judged = list(_outcomes(item, plan, portfolio, then))
        counts = Counter[str](each.status if each.due else "not_due" for each in judged)
        return _Found(counts, len(judged), _unsure_outcomes)
    if item.compare == "projects_on_schedule":
        progress = tally_progress(_projects(item, plan, portfolio, then), then)
        known = Counter[str](progress.counts)
        known["on_schedule"] = progress.on_schedule
        return _Found(known, progress.of, lambda _meaning: ("unknown",), "on_schedule")
    if item.compare == "projects":
        there = list(_projects(item, plan, portfolio, then))
        kinds = Counter(kind for entry in there for kind in _kinds(entry))
        return _Found(kinds, len(there), leading="priority")
    if item.compare == "sum_of_actuals" and item.indicator and item.period:
        return _Found(total=_sum(portfolio.by_id.get(item.indicator), item.period))
    return _Found()


def _kinds(entry: PlacedProject) -> Iterator[str]:
    """What a project is counted as besides a project."""
    if entry.priority:
        yield "priority"
    if policies_of(entry):
        yield "placed"


def _unsure_outcomes(meaning: Counted) -> Iterator[Status]:
    """The statuses that are not settled, and so may have been counted under the meaning."""
    for status in STATUSES:
        # Whoever counts what is still being assessed counts it among those not (yet) met.
        open_still = meaning != "met" or status not in ("pending", "not_assessable")
        if status not in ("met", "unmet", meaning) and open_still:
            yield status


def _meanings(item: PublishedTally, first: Counted) -> Iterator[tuple[str, Counted]]:
    """What each label counts, as far as that is said; of the first it is known."""
    for number, label in enumerate(item.counts):
        meaning = item.means.get(label, first if number == 0 else None)
        if meaning is not None:
            yield label, meaning


def _outcomes(
    item: PublishedTally, plan: Plan, portfolio: Portfolio, then: View
) -> Iterator[Assessment]:
    """The outcome indicators with a target of the year, whether that is over by then or not."""
    for entry in portfolio.indicators(plan.id):
        there = then.as_of in target_years(entry, then) and belongs(entry, then)
        if entry.kind == "outcome" and _counts(item, entry) and there:
            judged = assess_year(entry, then.as_of, then)
            if judged.status not in ("undecided", "reference", "discontinued"):
                yield judged


def _counts(item: PublishedTally, entry: PlacedIndicator) -> bool:
    """Whether a tally counts an indicator: of a goal, what is listed under it."""
    goals = (goal for goal in entry.plan.goals if goal.key == item.goal)
    return item.goal is None or any(map(entry.is_under, goals))


def _projects(
    item: PublishedTally, plan: Plan, portfolio: Portfolio, then: View
) -> Iterator[PlacedProject]:
    for entry in portfolio.projects[plan.id]:
        if belongs(entry, then) and (item.goal is None or entry.goal.key == item.goal):
            yield entry


def _sum(placed: PlacedIndicator | None, period: Period) -> Decimal | None:
    """The actuals of a period added up; `None` unless every year has one."""
    actuals = placed.indicator.actuals if placed else {}
    values = [actuals[year].value for year in period if year in actuals]
    known = [value for value in values if value is not None]
    return sum(known, Decimal(0)) if len(known) == period.years else None
