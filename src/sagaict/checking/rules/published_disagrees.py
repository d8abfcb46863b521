"""A figure the city printed about itself that does not follow from the data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from sagaict.checking.finding import Finding
from sagaict.checking.rule import Rule
from sagaict.checking.scene import Scene, Site
from sagaict.computing.judging import compute_derived
from sagaict.computing.published import PublishedCheck, check_published
from sagaict.domain.fiscal import FiscalYear
from sagaict.domain.number import decimals_of, group, round_to
from sagaict.domain.walks import Location
from sagaict.language import mark
from sagaict.reading.workspace import FileOf

__all__ = ["RULE"]

ID = "published-disagrees"


def _check(scene: Scene) -> Iterator[Finding]:
    for file, plan in scene.plans():
        numbers = {id(item): number for number, item in enumerate(plan.published)}
        for check in check_published(plan, scene.portfolio, scene.view):
            yield from _of_tally(file, numbers[id(check.tally)], check)
    for site in scene.sites():
        if site.indicator.derived is not None:
            for year in site.indicator.actuals:
                yield from _of_derived(scene, site, year)


def _of_tally(file: FileOf, number: int, check: PublishedCheck) -> Iterator[Finding]:
    item, place = check.tally, ("published", number)
    if not check.sum_matches:
        total = sum(item.counts.values(), Decimal(0))
        yield _finding(file, (*place, "of"), item.title, item.of, total)
    for percent in check.percents:
        if percent.verdict == "disagrees":
            location = (*place, "percent", percent.label)
            yield _finding(file, location, percent.label, percent.printed, percent.computed)
    for count in check.counts:
        if count.verdict == "disagrees":
            location = (*place, "counts", count.label)
            yield _of_all(_finding(file, location, count.label, count.printed, count.computed))


def _of_derived(scene: Scene, site: Site, year: FiscalYear) -> Iterator[Finding]:
    """The published figure of a derived indicator, where all it is made of is known."""
    actual = site.indicator.actuals[year]
    computed = compute_derived(site.placed, year, scene.view)
    if actual.value is None or actual.state != "final":
        return
    if computed is None or not computed.complete or computed.value is None:
        return
    places = decimals_of(actual.value)
    # However the document rounds, it is less than one in the last digit away.
    if abs(actual.value - computed.value) >= Decimal(1).scaleb(-places):
        location = (*site.location, "actuals", year, "value")
        rounded = round_to(computed.value, max(places, 1))
        name = site.indicator.name
        yield _of_all(_finding(site.file, location, name, actual.value, rounded))


def _finding(
    file: FileOf, location: Location, label: str, printed: Decimal, computed: Decimal
) -> Finding:
    args = {"label": label, "printed": group(printed), "computed": group(computed)}
    return Finding(ID, file, location, args)


def _of_all(finding: Finding) -> Finding:
    """The same; a broken file would make every count too small."""
    return replace(finding, presumes_all=True)


RULE = Rule(
    id=ID,
    severity="warning",
    title=mark("A published tally disagrees with the data"),
    why=mark(
        "The plans print how many targets were met. If the data does not give the same, either a "
        "figure was copied wrongly or the document counts otherwise, and that must be on record."
    ),
    message=mark("“{label}” is printed as {printed}, but comes to {computed}"),
    remedy=mark(
        "Check the figures it is made of; if the document is wrong, record a discrepancy and "
        "accept this with the reason."
    ),
    check=_check,
    bad="""\
id: sample
title: 見本の計画
period: R6-R9
documents:
  review:
    title: 令和7年度の進行管理
published:
  - id: progress
    title: 取組の進捗
    of: 9
    counts:
      計画どおり: 6
      遅れ: 3
    percent:
      計画どおり: 76  # ←
    rounding: truncate
    places: 0
    source: review 2(2)
""",
    good="""\
id: sample
title: 見本の計画
period: R6-R9
documents:
  review:
    title: 令和7年度の進行管理
published:
  - id: progress
    title: 取組の進捗
    of: 9
    counts:
      計画どおり: 6
      遅れ: 3
    percent:
      計画どおり: 66
    rounding: truncate
    places: 0
    source: review 2(2)
""",
    sample="plan",
)
