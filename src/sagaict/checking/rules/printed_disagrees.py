"""The printed wording says another number than the value beside it."""

from __future__ import annotations

from collections.abc import Iterator

from sagaict.checking.finding import Finding
from sagaict.checking.printed_figures import (
    PrintedFigure,
    PrintedValue,
    agrees,
    figures_in,
    printed_values,
)
from sagaict.checking.rule import Rule
from sagaict.checking.scene import Scene
from sagaict.domain.indicator import Indicator
from sagaict.domain.number import group
from sagaict.domain.regex import regex
from sagaict.domain.typed import half_width
from sagaict.domain.units import unit_of
from sagaict.language import mark

__all__ = ["RULE"]

ID = "printed-disagrees"

# Where a change is what the indicator measures, `30%削減` is its figure and no mere description.
_MEASURES_CHANGE = regex("削減|増加|伸び|減少|縮減|節減|短縮|向上|改善|低減|前年")
_NOTHING_ELSE = regex(r"[\s(\[【]*(?:約|およそ|概ね)?\s*(?:以上|以下|程度|超|未満)?[\s)\]】]*")


def _check(scene: Scene) -> Iterator[Finding]:
    for site in scene.sites():
        for entry in printed_values(site):
            said = _other_figure(entry, site.indicator)
            if said is not None:
                yield Finding(
                    ID,
                    site.file,
                    entry.value_at,
                    {
                        "value": group(entry.value),
                        "unit": site.indicator.unit,
                        "printed": said.text,
                    },
                    related=((site.file, entry.printed_at),),
                )


def _other_figure(entry: PrintedValue, indicator: Indicator) -> PrintedFigure | None:
    """The one figure of the wording that should be the value, if it is another number."""
    figures = figures_in(entry.printed, indicator.unit)
    for figure in figures:
        if agrees(figure, entry.value, indicator.unit) or figure.number == abs(entry.value):
            return None
    own = unit_of(indicator.unit).name
    candidates = [
        figure
        for figure in figures
        if figure.unit is not None and figure.unit.name == own and not _describes(figure, indicator)
    ]
    if not candidates and len(figures) == 1 and _stands_alone(figures[0], entry.printed):
        candidates = [*figures]
    return candidates[0] if len(candidates) == 1 else None


def _describes(figure: PrintedFigure, indicator: Indicator) -> bool:
    """Whether the figure tells of a change, of a month, or of a year's part of a total."""
    if figure.is_rate:
        return True
    if figure.is_change:
        return _MEASURES_CHANGE.search(indicator.name) is None
    return figure.is_step and indicator.aggregation in ("cumulative", "period_total")


def _stands_alone(figure: PrintedFigure, printed: str) -> bool:
    text = half_width(printed)
    rest = text[: figure.start] + text[figure.end :]
    return figure.unit is None and _NOTHING_ELSE.fullmatch(rest) is not None


RULE = Rule(
    id=ID,
    severity="error",
    title=mark("The printed wording says another number"),
    why=mark(
        "The value is what is computed with, the wording is what the council and the public read. "
        "If they differ, a result is judged against a target nobody decided on."
    ),
    message=mark("the value is {value} {unit}, but “{printed}” is printed"),
    remedy=mark("Correct whichever is not as in the document."),
    check=_check,
    bad="""\
id: paperless
name: ペーパーレス会議の実施割合
unit: "%"
direction: increase
aggregation: level
targets:
  R9:
    value: 60  # ←
    printed: 会議のうち８割がペーパーレス会議
""",
    good="""\
id: paperless
name: ペーパーレス会議の実施割合
unit: "%"
direction: increase
aggregation: level
targets:
  R9:
    value: 80
    printed: 会議のうち８割がペーパーレス会議
""",
)
