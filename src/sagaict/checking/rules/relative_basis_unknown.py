"""A relative target that is due and has still come to no number."""

from __future__ import annotations

from collections.abc import Iterator

from sagaict.checking.finding import Finding
from sagaict.checking.rule import Rule
from sagaict.checking.scene import Scene
from sagaict.checking.target_sites import target_sites
from sagaict.computing.judging import is_due
from sagaict.computing.targets import AimedAt, target_value
from sagaict.domain.indicator import Indicator
from sagaict.language import mark

__all__ = ["RULE"]

ID = "relative-basis-unknown"


def _check(scene: Scene) -> Iterator[Finding]:
    for site in scene.sites():
        for entry in target_sites(site):
            if entry.target.relative is None or not is_due(site.placed, entry.due, scene.view):
                continue
            aimed = target_value(site.indicator, entry.due, entry.target, scene.view)
            if aimed.value is None and aimed.basis_year is not None:
                args = {"year": entry.key.label, "basis": _basis(site.indicator, aimed)}
                location = (*entry.location, "relative", "to")
                yield Finding(ID, site.file, location, args)


def _basis(indicator: Indicator, aimed: AimedAt) -> str:
    """The year of the basis; of a comparison, with its name."""
    year = aimed.basis_year.label if aimed.basis_year else ""
    relative, series = aimed.target.relative, indicator.comparison
    of_series = relative is not None and relative.to == "comparison" and series is not None
    return f"{series.name} {year}" if of_series and series is not None else year


RULE = Rule(
    id=ID,
    severity="warning",
    title=mark("A relative target without a known basis"),
    why=mark(
        "“10% more than the year before” becomes a number only once the year before is known. If "
        "nobody records it, the target passes by without anyone being able to say whether it was "
        "met."
    ),
    message=mark("the target of {year} is due, but the final figure of {basis} is not known"),
    remedy=mark("Record the final actual of that year, or write why it was never taken."),
    check=_check,
    asks="reported",
    bad="""\
id: registered
name: データの登録件数
unit: 件
direction: increase
aggregation: level
targets:
  R6: 30
  R7:
    relative:
      to: previous  # ←
      percent: 10
""",
    good="""\
id: registered
name: データの登録件数
unit: 件
direction: increase
aggregation: level
targets:
  R6: 30
  R7:
    relative:
      to: previous
      percent: 10
actuals:
  R6: 32
""",
)
