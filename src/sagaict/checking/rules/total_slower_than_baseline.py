"""A total over a period that asks for less per year than was reached before."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from sagaict.checking.baselines import baseline_place, is_worse, says_it_is_kept
from sagaict.checking.finding import Finding
from sagaict.checking.rule import Rule
from sagaict.checking.scene import Scene
from sagaict.checking.target_sites import number_targets
from sagaict.domain.fiscal import Period
from sagaict.domain.indicator import Indicator
from sagaict.domain.number import divide, group, round_to
from sagaict.language import mark

__all__ = ["RULE"]

ID = "total-slower-than-baseline"


def _check(scene: Scene) -> Iterator[Finding]:
    for site in scene.sites():
        before = _yearly_baseline(site.indicator)
        if before is None:
            continue
        for entry in number_targets(site):
            if not isinstance(entry.key, Period) or says_it_is_kept(entry):
                continue
            yearly = divide(entry.value, Decimal(entry.key.years))
            if is_worse(yearly, before, site.indicator.direction):
                yield entry.on_value(
                    ID,
                    (baseline_place(site),),
                    target=entry.shown,
                    yearly=group(round_to(yearly).normalize()),
                    before=group(round_to(before).normalize()),
                )


def _yearly_baseline(indicator: Indicator) -> Decimal | None:
    """The baseline of a period total per year, if it is known of how many years it is.

    Where the plan prints what is aimed at year by year, whoever reads it sees the pace.
    """
    baseline = indicator.baseline
    if indicator.aggregation != "period_total" or baseline is None or baseline.value is None:
        return None
    by_year = any(not isinstance(key, Period) for key in indicator.targets)
    if baseline.fiscal_year is None or by_year:
        return None
    return divide(baseline.value, Decimal(baseline.years))


RULE = Rule(
    id=ID,
    severity="warning",
    title=mark("A total that asks for less per year than before"),
    why=mark(
        "Totals over periods of different length cannot be compared at a glance: 17,600 hours in "
        "four years look like more than 13,245 in three, and are less per year."
    ),
    message=mark(
        "{target} over {year} is {yearly} a year; the baseline already stands at {before} a year"
    ),
    remedy=mark(
        "If the pace is to be held (維持), write hold: true, or say so in “printed”, “note” or "
        "“target_basis”. Else set a target beyond the present pace."
    ),
    check=_check,
    asks="settable",
    bad="""\
id: time-saved
name: 作業時間の削減
unit: 時間
direction: increase
aggregation: period_total
baseline:
  value: 13,245
  period: R2-R4
targets:
  R6-R9: 17,600  # ←
""",
    good="""\
id: time-saved
name: 作業時間の削減
unit: 時間
direction: increase
aggregation: period_total
baseline:
  value: 13,245
  period: R2-R4
targets:
  R6-R9: 20,000
""",
)
