"""A target that was reached before the plan began."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from sagaict.checking.baselines import (
    baseline_place,
    comparable_baseline,
    is_best_possible,
    is_one_level,
    is_worse,
    says_it_is_kept,
)
from sagaict.checking.finding import Finding
from sagaict.checking.rule import Rule
from sagaict.checking.scene import Scene, Site
from sagaict.checking.target_sites import number_targets
from sagaict.computing.rates import Asked
from sagaict.domain.fiscal import FiscalYear
from sagaict.domain.light import dataclass
from sagaict.domain.number import group
from sagaict.domain.walks import Location
from sagaict.language import mark
from sagaict.reading.workspace import FileOf

__all__ = ["RULE"]

ID = "target-already-met"


@dataclass(frozen=True, slots=True)
class _Start:
    """A figure from before the plan, and where it stands."""

    value: Decimal
    place: tuple[FileOf, Location]


def _check(scene: Scene) -> Iterator[Finding]:
    for site in scene.sites():
        targets = number_targets(site)
        if not targets or _is_excused(site):
            continue
        last = targets[-1]
        for start in _starts(site, scene):
            asked = Asked(last.value, site.indicator.direction, last.target.strict)
            reached = asked.is_met_by(start.value)
            if reached and not says_it_is_kept(last):
                yield last.on_value(ID, (start.place,), target=last.shown, start=group(start.value))
                break


def _is_excused(site: Site) -> bool:
    """Whether the last target cannot be better than it is, or is another rule's matter."""
    indicator = site.indicator
    targets = number_targets(site)
    last = targets[-1].value
    baseline = comparable_baseline(indicator)
    behind = baseline is not None and is_worse(last, baseline, indicator.direction)
    return (behind and not is_one_level(targets)) or is_best_possible(last, indicator)


def _starts(site: Site, scene: Scene) -> Iterator[_Start]:
    """The baseline, and newer final results of the earlier plan that the indicator carries on."""
    indicator = site.indicator
    baseline = comparable_baseline(indicator)
    if baseline is None:
        return
    yield _Start(baseline, baseline_place(site))
    known = indicator.baseline.fiscal_year if indicator.baseline else None
    if indicator.aggregation != "cumulative" and known is not None:
        yield from _inherited(site, scene, known)


def _inherited(site: Site, scene: Scene, since: FiscalYear) -> Iterator[_Start]:
    indicator = site.indicator
    begins = site.placed.plan.period.first
    for lineage in indicator.continues:
        earlier = scene.by_id.get(lineage.id)
        if earlier is None or (earlier.indicator.unit, earlier.indicator.aggregation) != (
            indicator.unit,
            indicator.aggregation,
        ):
            continue
        for year, actual in sorted(earlier.indicator.actuals.items()):
            final = actual.value is not None and actual.state == "final"
            if final and actual.value is not None and since < year < begins:
                place = (*earlier.location, "actuals", year, "value")
                yield _Start(actual.value, (earlier.file, place))


RULE = Rule(
    id=ID,
    severity="warning",
    title=mark("A target met before the plan begins"),
    why=mark(
        "A last target that the baseline (現状値), or a later result of the plan before, already "
        "reaches asks for nothing: it will be reported as met whatever the project does."
    ),
    message=mark("the target {target} of {year} was already reached at the start, with {start}"),
    remedy=mark(
        "If the level is to be held (維持), write hold: true, or say so in “printed”, “note” or "
        "“target_basis”; if less is better, correct the direction. Else set a target beyond the "
        "present state."
    ),
    check=_check,
    asks="settable",
    bad="""\
id: online
name: オンラインで申請できる手続の割合
unit: "%"
direction: increase
aggregation: level
baseline:
  value: 60
  year: R5
targets:
  R9: 60  # ←
""",
    good="""\
id: online
name: オンラインで申請できる手続の割合
unit: "%"
direction: increase
aggregation: level
baseline:
  value: 60
  year: R5
targets:
  R9: 75
""",
)
