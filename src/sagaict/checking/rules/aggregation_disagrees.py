"""The wording says cumulative and the aggregation does not, or the other way round."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sagaict.checking.finding import Finding
from sagaict.checking.rule import Rule
from sagaict.checking.scene import Scene, Site
from sagaict.domain.regex import regex
from sagaict.domain.typed import half_width
from sagaict.domain.units import is_percentage
from sagaict.domain.walks import Location
from sagaict.language import mark

__all__ = ["RULE"]

ID = "aggregation-disagrees"

_CUMULATIVE = regex("累計|累積|通算")
# 「年間」 of one year; in 「4年間」 it is a length of time.
_ONE_YEAR = regex(
    r"単年度|当該年度|各年度の|年度ごとの|(?<![\d一二三四五六七八九十数か])年間(?!計画|予定|行事)"
)


def _check(scene: Scene) -> Iterator[Finding]:
    for site in scene.sites():
        indicator = site.indicator
        said = _contradicting(site)
        if said is not None:
            location, word = said
            args = {"word": word, "aggregation": indicator.aggregation}
            place = (*site.location, "aggregation")
            yield Finding(ID, site.file, place, args, related=((site.file, location),))


def _contradicting(site: Site) -> tuple[Location, str] | None:
    """The first wording that speaks of another aggregation, and the word that does."""
    indicator = site.indicator
    wordings = list(_wordings(site))
    if indicator.aggregation in ("annual", "level") and not is_percentage(indicator.unit):
        return _first(_CUMULATIVE, wordings)
    if indicator.aggregation == "cumulative" and _first(_CUMULATIVE, wordings) is None:
        return _first(_ONE_YEAR, wordings)
    return None


def _first(
    pattern: re.Pattern[str], wordings: list[tuple[Location, str]]
) -> tuple[Location, str] | None:
    for location, text in wordings:
        match = pattern.search(text)
        if match is not None:
            return location, match[0]
    return None


def _wordings(site: Site) -> Iterator[tuple[Location, str]]:
    indicator = site.indicator
    texts: list[tuple[Location, str | None]] = [
        (("name",), indicator.name),
        (("definition",), indicator.definition),
        *((("targets", key, "printed"), entry.printed) for key, entry in indicator.targets.items()),
    ]
    for location, text in texts:
        if text:
            yield (*site.location, *location), half_width(text)


RULE = Rule(
    id=ID,
    severity="warning",
    title=mark("Wording and aggregation disagree"),
    why=mark(
        "Whether a figure is of one year (単年度) or adds up over the years (累計) decides what is "
        "held against the target. Taken the wrong way, one year's 30 is judged against a total of "
        "120, or the other way round."
    ),
    message=mark("the wording says “{word}”, but the aggregation is {aggregation}"),
    remedy=mark("Correct the aggregation, or the wording if it is not as printed."),
    check=_check,
    bad="""\
id: introduced
name: RPA導入業務数（累計）
unit: 業務
direction: increase
aggregation: annual  # ←
targets:
  R6: 5
  R7: 12
""",
    good="""\
id: introduced
name: RPA導入業務数（累計）
unit: 業務
direction: increase
aggregation: cumulative
targets:
  R6: 5
  R7: 12
""",
)
