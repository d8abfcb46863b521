"""What the city printed about itself, held against what the data gives."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from sagaict.computing.assessment import assess_year
from sagaict.computing.membership import belongs
from sagaict.computing.tally import tally, tally_progress
from sagaict.computing.view import View
from sagaict.domain.number import divide, round_to
from sagaict.domain.plan import Plan, PublishedTally
from sagaict.domain.portfolio import Portfolio

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
    unknown: int

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
    """A published tally with every comparison that can be made of it."""

    tally: PublishedTally
    percents: tuple[PercentCheck, ...]
    count: CountCheck | None
    sum_matches: bool

    @property
    def verdict(self) -> Verdict:
        """The worst of its comparisons; `cannot_tell` where only that is left."""
        verdicts = {check.verdict for check in self.percents}
        if self.count is not None:
            verdicts.add(self.count.verdict)
        if "disagrees" in verdicts or not self.sum_matches:
            return "disagrees"
        return "cannot_tell" if "cannot_tell" in verdicts else "agrees"


def check_published(plan: Plan, portfolio: Portfolio, view: View) -> list[PublishedCheck]:
    """Every published tally of the plan that the view can see, compared."""
    return [
        PublishedCheck(
            item,
            tuple(_percents(item)),
            _count(item, plan, portfolio, view) if item.counts else None,
            sum(item.counts.values()) <= item.of,
        )
        for item in plan.published
        if (year := item.year or (item.period.last if item.period else None)) is None
        or view.sees(year)
    ]


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


def _count(item: PublishedTally, plan: Plan, portfolio: Portfolio, view: View) -> CountCheck | None:
    label, printed = next(iter(item.counts.items()))
    then = View(item.year, view.today) if item.year else view
    if item.compare == "outcomes_met":
        judged = tally(
            assess_year(entry, then.as_of, then)
            for entry in portfolio.indicators(plan.id)
            if entry.kind == "outcome"
            and (item.goal is None or entry.goal.key == item.goal)
            and then.as_of in entry.indicator.yearly_targets()
        )
        open_ones = judged.judged.get("not_reported", 0)
        return CountCheck(label, printed, Decimal(judged.met), open_ones)
    if item.compare == "projects_on_schedule":
        progress = tally_progress(
            (
                entry
                for entry in portfolio.projects[plan.id]
                if belongs(entry, then) and (item.goal is None or entry.goal.key == item.goal)
            ),
            then,
        )
        return CountCheck(label, printed, Decimal(progress.on_schedule), progress.unknown)
    if item.compare == "sum_of_actuals" and item.indicator and item.period:
        entry = portfolio.by_id.get(item.indicator)
        if entry is None:
            return None
        actuals = entry.indicator.actuals
        known = [actuals[year].value for year in item.period if year in actuals]
        values = [value for value in known if value is not None]
        if len(values) < item.period.years:
            return None
        return CountCheck(label, printed, sum(values, Decimal(0)), 0)
    return None
