"""Rates and grades the body printed of an indicator, held against what the data gives."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Literal

from sagaict.computing.declared import Rated, cut_off, declaration_of, formula_of, rated
from sagaict.computing.figures import Figure
from sagaict.computing.judging import assess_year, rates_of
from sagaict.computing.targets import AimedAt, target_value, targets_by_year
from sagaict.computing.view import View
from sagaict.domain.light import dataclass
from sagaict.domain.number import decimals_of
from sagaict.domain.portfolio import PlacedIndicator
from sagaict.domain.rate import DeclaredRate, PublishedRate

__all__ = ["Part", "RateCheck", "check_rates"]

Part = Literal["rate", "printed", "grade"]
"""What may be printed of a rate: a number, words in its place, a grade."""


@dataclass(frozen=True, slots=True)
class RateCheck:
    """A printed rate beside the computed one, by the declared formula or the one it names.

    `computed` is what the figure of today comes to. `differing` is what of it was printed
    otherwise, unless a figure that was restated since accounts for it. Nothing can be said without
    a rate, nor where only a grade was printed and none are declared (not `comparable`).
    """

    published: PublishedRate
    computed: Rated
    differing: tuple[Part, ...]
    comparable: bool

    @property
    def verdict(self) -> Literal["agrees", "disagrees", "cannot_tell"]:
        """Whether the two are the same."""
        if self.computed.value is None or not self.comparable:
            return "cannot_tell"
        return "disagrees" if self.differing else "agrees"


def check_rates(placed: PlacedIndicator, view: View) -> list[RateCheck]:
    """Every published rate of a year in sight, in the order of the file."""
    return [
        _check(placed, each, view)
        for each in placed.indicator.published_rates
        if view.sees(each.year)
    ]


def _check(placed: PlacedIndicator, published: PublishedRate, view: View) -> RateCheck:
    """Held against the target that was in force when the year ended, whatever it is now."""
    then = view.seen_from(published.year)
    declared = declaration_of(placed) or DeclaredRate()
    declared = replace(declared, formula=published.formula or declared.formula)
    formula = formula_of(declared)
    computed, differing = Rated(formula, None), list[tuple[Part, ...]]()
    for figure in _versions(_figure(placed, published, then)):
        ratio, progress = rates_of(placed, figure, _goal(placed, published, then))
        rate = ratio if formula == "ratio" else progress
        if rate is not None:
            found = rated(declared, formula, rate)
            computed = found if computed.value is None else computed
            differing.append(tuple(_differing(published, declared, rate, found)))
    wrong = differing[0] if differing and all(differing) else ()
    only_grade = published.rate is None and published.printed is None
    return RateCheck(published, computed, wrong, bool(declared.grades) or not only_grade)


def _goal(placed: PlacedIndicator, published: PublishedRate, then: View) -> AimedAt | None:
    targets = targets_by_year(placed.indicator, then)
    year = published.year if published.against == "year" else max(targets, default=None)
    if year is None or year not in targets:
        return None
    return target_value(placed.indicator, year, targets[year], then)


def _figure(placed: PlacedIndicator, published: PublishedRate, then: View) -> Figure | None:
    """The figure of the year; against the whole of a total, what it had come to by then."""
    period = placed.indicator.period_target
    whole = period[0].last if period and published.against == "final" else None
    return assess_year(placed, whole or published.year, then).figure


def _versions(figure: Figure | None) -> list[Figure]:
    """The figure, then what it was before it was restated: the rate may be of any of them."""
    if figure is None:
        return []
    return [figure, *(replace(figure, value=each.value) for each in figure.actual.earlier)]


def _differing(
    published: PublishedRate, declared: DeclaredRate, rate: Decimal, found: Rated
) -> Iterator[Part]:
    """What was printed of a rate and is not what it comes to."""
    if published.rate is not None and not _is_same(published.rate, declared, rate, found):
        yield "rate"
    if published.printed is not None and published.printed != found.words:
        yield "printed"
    if published.grade is not None and declared.grades and published.grade != found.grade:
        yield "grade"


def _is_same(printed: Decimal, declared: DeclaredRate, rate: Decimal, found: Rated) -> bool:
    if declared.rounds and decimals_of(printed) <= declared.decimals:
        return printed == found.value
    # However the document rounds otherwise, it is less than one in the last digit away.
    return abs(printed - cut_off(declared, rate)[0]) < Decimal(1).scaleb(-decimals_of(printed))
