"""A target beaten by far in the first year in which it could be judged."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from sagaict.checking.finding import Finding
from sagaict.checking.rule import Rule
from sagaict.checking.scene import Scene, Site
from sagaict.checking.target_sites import TargetSite, target_sites
from sagaict.computing.figures import figure_for
from sagaict.computing.rates import achievement_rate
from sagaict.computing.targets import target_value
from sagaict.computing.view import View
from sagaict.domain.fiscal import FiscalYear, Period
from sagaict.domain.number import group, round_to
from sagaict.language import mark

__all__ = ["RULE"]

ID = "target-too-low"


def _check(scene: Scene) -> Iterator[Finding]:
    least = Decimal(scene.threshold(ID, "percent"))
    for site in scene.sites():
        first = _first_judged(site, scene.view)
        if first is None or _is_revised_after(site, first[0].due):
            continue
        entry, target, actual = first
        rate = achievement_rate(actual, target, site.indicator.direction)
        # One more than asked for is no sign of anything where three are a lot.
        if rate is not None and rate > least and abs(actual - target) > 1:
            place = (*site.location, "actuals", entry.due, "value")
            yield entry.on_value(
                ID,
                ((site.file, place),),
                target=group(target),
                actual=group(actual),
                rate=group(round_to(rate).normalize()),
            )


def _first_judged(site: Site, view: View) -> tuple[TargetSite, Decimal, Decimal] | None:
    """The first target with a final figure, and both numbers."""
    for entry in target_sites(site):
        figure = figure_for(site.indicator, entry.due, view)
        if figure is None or figure.value is None or not figure.is_final:
            continue
        # What stays below an upper limit half-way says nothing yet: more will come to the total.
        unfinished = isinstance(entry.key, Period) and not view.is_due(entry.due)
        if unfinished and site.indicator.direction == "decrease":
            continue
        target = target_value(site.indicator, entry.due, entry.target, view).value
        if target is not None and target >= 0:
            return entry, target, figure.value
    return None


def _is_revised_after(site: Site, year: FiscalYear) -> bool:
    """Whether a later target was already changed: the lesson has been drawn."""
    return any(change.year.last > year for change in site.indicator.revisions)


RULE = Rule(
    id=ID,
    severity="warning",
    title=mark("A target beaten by far at once"),
    why=mark(
        "A target that is surpassed by more than half in the first year it is judged was set "
        "without knowing the state of things, or the figure measures something else than the "
        "target. Either way the targets that follow steer nothing."
    ),
    message=mark("the target {target} of {year} was far surpassed: {actual}, {rate}% of it"),
    remedy=mark(
        "Check that target and figure measure the same thing; then raise the later targets, with "
        "a revision (見直し) that gives the reason."
    ),
    check=_check,
    asks="settable",
    bad="""\
id: applications
name: 電子申請の利用件数
unit: 件
direction: increase
aggregation: annual
targets:
  R6: 1,000  # ←
  R7: 1,100
actuals:
  R6: 4,200
""",
    good="""\
id: applications
name: 電子申請の利用件数
unit: 件
direction: increase
aggregation: annual
targets:
  R6: 1,000
  R7: 1,100
actuals:
  R6: 1,080
""",
    thresholds={"percent": 150},
)
