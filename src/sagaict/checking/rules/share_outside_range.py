"""A share below 0 or above 100 percent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from sagaict.checking.finding import Finding
from sagaict.checking.rule import Rule
from sagaict.checking.scene import Scene, Site
from sagaict.computing.targets import target_value
from sagaict.domain.indicator import Indicator
from sagaict.domain.number import group, round_to
from sagaict.domain.target import Target
from sagaict.domain.typed import half_width
from sagaict.domain.walks import Location
from sagaict.language import mark

__all__ = ["RULE"]

ID = "share-outside-range"

_SHARE = re.compile("割合|(?<![効能倍税利])率(?!先|直)|(?:満足|認知|理解|充実|浸透)度")
# Against a plan, a year before, a capacity or another quantity there is no upper end.
_OPEN = re.compile(
    r"(?:増加|増減|伸び?|成長|上昇|向上|改善|変化|変動|達成|進捗|進行|充足|普及|競争|応募|自給|回転|"
    r"還元|カバー|乗車|入所|収支)の?(?:率|割合)|比率|収支|倍率|(?:年|年度|期|月)比|"
    r"に(?:対する|比べた)(?:割合|比|率)|定員|予算|計画値|目標値"
)
_REDUCTION = re.compile("削減|減少|節減|縮減|低減|短縮")


def _check(scene: Scene) -> Iterator[Finding]:
    for site in scene.sites():
        indicator = site.indicator
        if not _is_share(indicator):
            continue
        # Costs that rose are a negative reduction.
        least = None if _REDUCTION.search(_subject(indicator)) else Decimal(0)
        for location, value in _values(site, scene):
            if value > 100 or (least is not None and value < least):
                args = {"value": group(round_to(value, 4).normalize())}
                yield Finding(ID, site.file, location, args)


def _subject(indicator: Indicator) -> str:
    """The words that say what is measured: the name, or the definition where that says more."""
    name = half_width(indicator.name)
    return name if _SHARE.search(name) else f"{name} {half_width(indicator.definition or '')}"


def _is_share(indicator: Indicator) -> bool:
    if (
        indicator.aggregation not in ("level", "annual")
        or half_width(indicator.unit).strip() != "%"
    ):
        return False
    words = _subject(indicator)
    return _SHARE.search(words) is not None and _OPEN.search(words) is None


def _values(site: Site, scene: Scene) -> Iterator[tuple[Location, Decimal]]:
    """Every known number: also what a relative target comes to."""
    indicator = site.indicator
    if indicator.baseline is not None and indicator.baseline.value is not None:
        yield (*site.location, "baseline", "value"), indicator.baseline.value
    for year, target in indicator.yearly_targets().items():
        value = target_value(indicator, year, target, scene.view).value
        if value is not None:
            yield (*site.location, "targets", year, *_place_of_number(target)), value
    if indicator.comparison is not None:
        for year, value in indicator.comparison.figures.items():
            yield (*site.location, "comparison", "figures", year), value
    for year, actual in indicator.actuals.items():
        if actual.value is not None:
            yield (*site.location, "actuals", year, "value"), actual.value


def _place_of_number(target: Target) -> tuple[str, ...]:
    if target.relative is None:
        return ("value",)
    if target.relative.times is not None:
        return ("relative", "times")
    return ("relative", "to" if target.relative.percent is None else "percent")


RULE = Rule(
    id=ID,
    severity="error",
    title=mark("A share outside 0 to 100 percent"),
    why=mark(
        "A part of a whole (割合) is never less than nothing nor more than all of it. Mostly a "
        "decimal point is missing, or a count stands where a percentage should."
    ),
    message=mark("{value}% is no share of anything: it must lie between 0 and 100"),
    remedy=mark("Correct the figure. If it is a ratio that may pass 100%, name it so (比率)."),
    check=_check,
    bad="""\
id: satisfaction
name: サービスに満足している市民の割合
unit: "%"
direction: increase
aggregation: level
targets:
  R8: 65
  R9: 731  # ←
""",
    good="""\
id: satisfaction
name: サービスに満足している市民の割合
unit: "%"
direction: increase
aggregation: level
targets:
  R8: 65
  R9: 73.1
""",
)
