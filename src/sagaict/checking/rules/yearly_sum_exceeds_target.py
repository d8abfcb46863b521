"""One year's figure and the period's total, taken for each other."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from sagaict.checking.finding import Finding
from sagaict.checking.rule import Rule
from sagaict.checking.scene import Scene, Site
from sagaict.checking.target_sites import NumberTarget, number_targets
from sagaict.domain.fiscal import Period
from sagaict.domain.light import dataclass
from sagaict.domain.number import group
from sagaict.domain.regex import regex
from sagaict.domain.typed import half_width
from sagaict.domain.units import is_percentage
from sagaict.language import mark

__all__ = ["RULE"]

ID = "yearly-sum-exceeds-target"

_YEAR = r"(?:令和|平成|[RH])\s*(?:\d{1,2}|元)\s*(?:年度)?"
_WHOLE_PERIOD = regex(
    rf"\d年間?で|か年で|期間(?:中|内)?の?合計|期間合計|期間累計|"
    rf"{_YEAR}\s*(?:[-~〜–—]|から)\s*(?:(?:令和|平成|[RH])\s*)?\d{{1,2}}\s*(?:年度)?"
)
_EVERY_YEAR = regex("毎年|各年|年度ごと|単年度|当該年度|毎期|年平均")
_LEAST_YEARS = 2


@dataclass(frozen=True, slots=True)
class _Sum:
    """Yearly figures that add up past a target that seems to be meant otherwise."""

    figures: list[Decimal]
    target: NumberTarget


def _check(scene: Scene) -> Iterator[Finding]:
    share = scene.threshold(ID, "percent")
    for site in scene.sites():
        if is_percentage(site.indicator.unit):
            continue
        targets = number_targets(site)
        found: _Sum | None = None
        if site.indicator.aggregation == "period_total":
            found = _yearly_target_for_total(site, targets, share)
        elif site.indicator.aggregation == "annual":
            found = _total_target_for_year(site, targets)
        if found is not None:
            yield Finding(
                ID,
                site.file,
                (*site.location, "aggregation"),
                {
                    "figures": " + ".join(group(value) for value in found.figures),
                    "sum": group(sum(found.figures, Decimal(0))),
                    "target": found.target.shown,
                },
                related=(found.target.value_place,),
            )


def _yearly_target_for_total(site: Site, targets: list[NumberTarget], share: int) -> _Sum | None:
    """Each year alone comes near the target of the whole period: it must be a yearly one."""
    if site.indicator.direction == "decrease":
        return None  # an upper limit is simply missed
    for entry in targets:
        if not isinstance(entry.key, Period) or entry.key.years < _LEAST_YEARS or entry.value <= 0:
            continue
        figures = _single_years(site, entry.key)
        near = all(value * 100 >= entry.value * share for value in figures)
        if len(figures) >= _LEAST_YEARS and near and sum(figures) > entry.value:
            return _Sum(figures, entry)
    return None


def _single_years(site: Site, period: Period) -> list[Decimal]:
    return [
        actual.value
        for year, actual in sorted(site.indicator.actuals.items())
        if year in period
        and actual.value is not None
        and actual.state == "final"
        and (actual.span is None or actual.span.fiscal_years.years == 1)
    ]


def _total_target_for_year(site: Site, targets: list[NumberTarget]) -> _Sum | None:
    """Every year repeats one number, which the wording or the results show to be a total."""
    if len(targets) < _LEAST_YEARS or len({entry.value for entry in targets}) > 1:
        return None
    target = targets[-1]
    if target.value <= 0:
        return None
    if _speaks_of_whole_period(site, targets):
        return _Sum([entry.value for entry in targets], target)
    if site.indicator.direction == "decrease":
        return None
    # A year's part of a total of so many years is about one in so many of it, never much more.
    figures = _single_years(site, Period(targets[0].due, target.due))
    part = all(value * len(targets) * 4 <= target.value * 5 for value in figures)
    return _Sum(figures, target) if part and sum(figures) > target.value else None


def _speaks_of_whole_period(site: Site, targets: list[NumberTarget]) -> bool:
    indicator = site.indicator
    words = [indicator.name, indicator.definition, *(entry.target.printed for entry in targets)]
    text = half_width("\n".join(word for word in words if word))
    return _WHOLE_PERIOD.search(text) is not None and _EVERY_YEAR.search(text) is None


RULE = Rule(
    id=ID,
    severity="warning",
    title=mark("A year's figure and the period's total are mixed up"),
    why=mark(
        "5,000人 in four years and 5,000人 every year look alike in a table. Taken for each other, "
        "a plan on course is reported as missing its target by three quarters, or a target is "
        "reported as met in the second year."
    ),
    message=mark(
        "the yearly figures {figures} add up to {sum}, far past {target}: a year's figure and the "
        "period's total seem to be mixed up"
    ),
    remedy=mark(
        "If the target is for the whole period, write aggregation: period_total and one target "
        "(R6-R9); if it is for each year, write annual and a target for every year."
    ),
    check=_check,
    bad="""\
id: trainees
name: 研修の受講者数
unit: 人
direction: increase
aggregation: annual  # ←
targets:
  R6:
    value: 5,000
    printed: 5,000人（R6-9）
  R7:
    value: 5,000
    printed: 5,000人（R6-9）
""",
    good="""\
id: trainees
name: 研修の受講者数
unit: 人
direction: increase
aggregation: period_total
targets:
  R6-R9:
    value: 5,000
    printed: 5,000人（R6-9）
actuals:
  R6: 1,210
  R7: 1,334
""",
    thresholds={"percent": 80},
)
