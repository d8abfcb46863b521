"""Targets held against the baseline: where the two can be compared, and what says they may meet."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from sagaict.checking.scene import Site
from sagaict.checking.target_sites import NumberTarget, number_targets
from sagaict.domain.indicator import Direction, Indicator
from sagaict.domain.regex import regex
from sagaict.domain.units import unit_of
from sagaict.domain.walks import Location
from sagaict.reading.workspace import FileOf

__all__ = [
    "baseline_place",
    "comparable_baseline",
    "is_best_possible",
    "is_contradicted",
    "is_one_level",
    "is_worse",
    "says_it_is_kept",
    "worse_targets",
]

# A target may stand at or behind the baseline where the aim is to hold a level or slow a loss.
_KEPT = regex(
    "維持|保つ|保持|持続|キープ|横ばい|横這い|現状どおり|現状と同|抑え|抑制|抑止|とどめ|留め|止め|"
    "下回らない|超えない|歯止め"
)


def is_worse(value: Decimal, than: Decimal, direction: Direction) -> bool:
    """Whether `value` lies on the worse side of the other; equal is not worse."""
    return value < than if direction == "increase" else value > than


def comparable_baseline(indicator: Indicator) -> Decimal | None:
    """The baseline, where the targets are figures of the same kind; unknown is `None`, never 0.

    A total over a period cannot be held against that of another period as it is, nor a single
    year's figure against the total of several; and an upper limit on a cumulative figure rises.
    """
    baseline = indicator.baseline
    if baseline is None or baseline.value is None:
        return None
    if indicator.aggregation == "period_total":
        return None
    if baseline.years > 1:
        return None
    if indicator.aggregation == "cumulative" and indicator.direction == "decrease":
        return None
    return baseline.value


def baseline_place(site: Site) -> tuple[FileOf, Location]:
    """The place of the baseline's number."""
    return site.file, (*site.location, "baseline", "value")


def is_best_possible(value: Decimal, indicator: Indicator) -> bool:
    """Whether nothing better can be reached: 0 where less is better, 100% where more is."""
    if indicator.direction == "decrease":
        return value == 0
    return unit_of(indicator.unit).name == "%" and value == 100


def says_it_is_kept(entry: NumberTarget) -> bool:
    """Whether it is declared, or the words around a target say, that a level is to be held."""
    indicator = entry.site.indicator
    if indicator.hold:
        return True
    words = (
        indicator.name,
        indicator.target_basis,
        entry.target.printed,
        entry.target.note,
    )
    return any(word is not None and _KEPT.search(word) for word in words)


def worse_targets(site: Site) -> list[NumberTarget]:
    """The targets on the worse side of the baseline, but for those that hold a level."""
    indicator = site.indicator
    baseline = comparable_baseline(indicator)
    if baseline is None:
        return []
    return [
        entry
        for entry in number_targets(site)
        if is_worse(entry.value, baseline, indicator.direction) and not says_it_is_kept(entry)
    ]


def is_contradicted(site: Site) -> bool:
    """Whether every number aims the other way than the direction says.

    Targets that move as the direction says are no evidence, wherever they begin; nor is one level
    for all years, nor cumulative figures: their count may have begun anew with the plan.
    """
    worse = worse_targets(site)
    if not worse or len(worse) < len(number_targets(site)):
        return False
    indicator = site.indicator
    moves_away = is_worse(worse[-1].value, worse[0].value, indicator.direction)
    return indicator.aggregation != "cumulative" and (len(worse) == 1 or moves_away)


def is_one_level(targets: Sequence[NumberTarget]) -> bool:
    """Whether several years aim at one number, which then is a level to be held."""
    return len(targets) > 1 and len({entry.value for entry in targets}) == 1
