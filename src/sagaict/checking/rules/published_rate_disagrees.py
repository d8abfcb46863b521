"""A rate or grade the body printed of an indicator that does not follow from its figures."""

from __future__ import annotations

from collections.abc import Iterator

from sagaict.checking.finding import Finding
from sagaict.checking.rule import Rule
from sagaict.checking.scene import Scene
from sagaict.computing.published_rates import Part, RateCheck, check_rates
from sagaict.domain.number import group
from sagaict.language import mark
from sagaict.language.quantities import DASH

__all__ = ["RULE"]

ID = "published-rate-disagrees"


def _check(scene: Scene) -> Iterator[Finding]:
    for site in scene.sites():
        numbers = {id(each): n for n, each in enumerate(site.indicator.published_rates)}
        for check in check_rates(site.placed, scene.view):
            for part in check.differing:
                at = (*site.location, "published_rates", numbers[id(check.published)], part)
                args = {
                    "name": site.indicator.name,
                    "year": check.published.year.label,
                    "printed": _printed(check, part),
                    "computed": _computed(check, part),
                }
                yield Finding(ID, site.file, at, args)


def _printed(check: RateCheck, part: Part) -> str:
    value = getattr(check.published, part)
    return f"{group(value)}%" if part == "rate" else str(value)


def _computed(check: RateCheck, part: Part) -> str:
    computed = check.computed
    if part == "grade":
        return computed.grade or DASH
    value = f"{group(computed.value)}%" if computed.value is not None else DASH
    return computed.words or value if part == "printed" else value


RULE = Rule(
    id=ID,
    severity="warning",
    title=mark("A published rate disagrees with the data"),
    why=mark(
        "What is printed as 達成率 follows from actual, target and baseline. If it does not, a "
        "figure was copied wrongly, the target of that year was another, or the body computes "
        "otherwise than is declared here."
    ),
    message=mark("{name}: printed for {year} is {printed}, but it comes to {computed}"),
    remedy=mark(
        "Check figures and targets; declare under “rate” how the body computes and rounds, or in "
        "the entry itself the formula or the target (against: final). If the document is wrong, "
        "accept this with the reason."
    ),
    check=_check,
    bad="""\
id: access
name: 年間アクセス件数
unit: 件
direction: increase
aggregation: level
baseline:
  value: 100
  year: R5
targets:
  R7: 200
actuals:
  R7:
    value: 150
    as_of: R8.3
    source: plan 実績
published_rates:
  - year: R7
    rate: 50  # ←
""",
    good="""\
id: access
name: 年間アクセス件数
unit: 件
direction: increase
aggregation: level
rate:
  formula: progress
baseline:
  value: 100
  year: R5
targets:
  R7: 200
actuals:
  R7:
    value: 150
    as_of: R8.3
    source: plan 実績
published_rates:
  - year: R7
    rate: 50
""",
)
