"""The unit printed behind a figure, or in the name's brackets, is another one."""

from __future__ import annotations

from collections.abc import Iterator

from sagaict.checking.finding import Finding
from sagaict.checking.printed_figures import PrintedValue, agrees, figures_in, printed_values
from sagaict.checking.rule import Rule
from sagaict.checking.scene import Scene, Site
from sagaict.domain.regex import regex
from sagaict.domain.typed import half_width
from sagaict.domain.units import Unit, unit_at, unit_of
from sagaict.language import mark

__all__ = ["RULE"]

ID = "unit-disagrees"

_NAME_UNIT = regex(r"[(\[【〔]\s*(?:単位\s*:?\s*)?([^()\[\]【】〔〕]{1,8}?)\s*[)\]】〕]$")
# Lengths of time stand in any wording, and `(年)` behind a name says how often.
_TIMES = frozenset({"年", "月", "日", "分間"})
_RATIOS = frozenset({"ポイント", "倍"})


def _check(scene: Scene) -> Iterator[Finding]:
    for site in scene.sites():
        unit = ((site.file, (*site.location, "unit")),)
        said = _unit_of_name(site)
        if said is not None:
            args = {"printed": said, "unit": site.indicator.unit}
            yield Finding(ID, site.file, (*site.location, "name"), args, related=unit)
        for entry in printed_values(site):
            said = _unit_behind(entry, site.indicator.unit)
            if said is not None:
                args = {"printed": said, "unit": site.indicator.unit}
                yield Finding(ID, site.file, entry.printed_at, args, related=unit)


def _unit_of_name(site: Site) -> str | None:
    match = _NAME_UNIT.search(half_width(site.indicator.name).strip())
    if match is None:
        return None
    found = unit_at(match[1], 0)
    if found is None or found[1] != len(match[1]) or found[0].name in _TIMES:
        return None
    return match[1] if _differ(found[0], unit_of(site.indicator.unit)) else None


def _unit_behind(entry: PrintedValue, unit: str) -> str | None:
    """The unit behind the figure that is the value, if it is printed with no other."""
    own = unit_of(unit)
    figures = figures_in(entry.printed, unit)
    if any(agrees(figure, entry.value, unit) for figure in figures):
        return None
    for figure in figures:
        same = figure.number == abs(entry.value) and not figure.is_change
        if same and figure.unit is not None and not _is_length_of_time(figure.unit, own):
            return figure.text if _differ(figure.unit, own) else None
    return None


def _is_length_of_time(found: Unit, own: Unit) -> bool:
    """Whether it only says how long, beside a figure that counts something else."""
    return found.name in _TIMES and own.name not in _TIMES | {"時間"}


def _differ(found: Unit, own: Unit) -> bool:
    if {found.name, own.name} & _RATIOS:
        return False
    return (found.name, found.scale) != (own.name, own.scale)


RULE = Rule(
    id=ID,
    severity="warning",
    title=mark("The printed unit is another one"),
    why=mark(
        "A figure in 円 read as 万円 is wrong by ten thousand, and nobody sees it in the number. "
        "人 and 件 differ as well: one person may apply twice."
    ),
    message=mark("“{printed}” is printed, but the unit is {unit}"),
    remedy=mark("Correct the unit, or the wording if it is not as printed."),
    check=_check,
    bad="""\
id: cost-saved
name: システム保守費用の年間削減額
unit: 円
direction: increase
aggregation: annual
targets:
  R9:
    value: 1,200
    printed: 年間1,200万円削減  # ←
""",
    good="""\
id: cost-saved
name: システム保守費用の年間削減額
unit: 万円
direction: increase
aggregation: annual
targets:
  R9:
    value: 1,200
    printed: 年間1,200万円削減
""",
)
