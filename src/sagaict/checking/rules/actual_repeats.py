"""A result that equals another year's to the last digit."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from sagaict.checking.finding import Finding
from sagaict.checking.rule import Rule
from sagaict.checking.scene import Scene, Site
from sagaict.domain.fiscal import FiscalYear
from sagaict.domain.number import group
from sagaict.domain.walks import Location
from sagaict.language import mark

__all__ = ["RULE", "telling_digits"]

ID = "actual-repeats"

_COPIED = 3
"""So many years old are the sheets that figures are copied from; what is older is chance."""


def _check(scene: Scene) -> Iterator[Finding]:
    least = scene.threshold(ID, "digits")
    for site in scene.sites():
        seen: dict[Decimal, tuple[FiscalYear, Location]] = {}
        for year, value, location in sorted(_figures(site), key=lambda item: item[0]):
            other, place = seen.get(value, (year, location))
            near = other < year and other.plus(_COPIED) >= year
            if near and telling_digits(value) >= least + _is_stock(site):
                args = {"year": year.label, "other": other.label, "value": group(value)}
                related = ((site.file, place),)
                yield Finding(ID, site.file, location, args, related=related)
            seen[value] = (year, location)


def _figures(site: Site) -> Iterator[tuple[FiscalYear, Decimal, Location]]:
    """The final figures of single years, with the baseline where it is of a year before them."""
    actuals = site.indicator.actuals
    for year, actual in actuals.items():
        if actual.value is not None and actual.state == "final":
            yield year, actual.value, (*site.location, "actuals", year, "value")
    baseline = site.indicator.baseline
    if baseline is None or baseline.value is None or baseline.years > 1:
        return
    since = baseline.fiscal_year
    if since is not None and since < min(actuals, default=since):
        yield since, baseline.value, (*site.location, "baseline", "value")


def _is_stock(site: Site) -> bool:
    """Whether it is a count of what there is, which may well stay as it was for a year."""
    indicator = site.indicator
    return indicator.aggregation == "cumulative" or (
        indicator.aggregation == "level" and not indicator.is_share
    )


def telling_digits(value: Decimal) -> int:
    """How many digits tell the figure from a rounded one: 73,098 has 5, 12,000 has 2, 0 none."""
    digits = "".join(str(digit) for digit in value.as_tuple().digits)
    return len(digits.strip("0"))


RULE = Rule(
    id=ID,
    severity="warning",
    title=mark("The same figure as in another year"),
    why=mark(
        "A measured figure hardly ever comes out the same to the last digit. Usually last year's "
        "sheet was copied and the cell was left as it was."
    ),
    message=mark("the figure of {year} is exactly that of {other}: {value}"),
    remedy=mark("Check it against its source; if it is right, accept it with the reason."),
    check=_check,
    bad="""\
id: satisfaction
name: 利用者の満足度
unit: "%"
direction: increase
aggregation: level
targets:
  R7: 65
actuals:
  R6: 61.3
  R7: 61.3  # ←
""",
    good="""\
id: satisfaction
name: 利用者の満足度
unit: "%"
direction: increase
aggregation: level
targets:
  R7: 65
actuals:
  R6: 61.3
  R7: 61.8
""",
    thresholds={"digits": 3},
)
