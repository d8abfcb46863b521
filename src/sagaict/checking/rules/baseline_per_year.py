"""A count that adds up since long ago, and a baseline that is printed as that of one year."""

from __future__ import annotations

from collections.abc import Iterator

from sagaict.checking.baselines import baseline_place
from sagaict.checking.finding import Finding
from sagaict.checking.rule import Rule
from sagaict.checking.scene import Scene
from sagaict.domain.regex import regex
from sagaict.domain.typed import half_width
from sagaict.language import mark

__all__ = ["RULE"]

ID = "baseline-per-year"

_PER_YEAR = regex(r"/年(?!度)|毎年|年平均|1年(?:当|あ)たり|(?<![\d数か])年間(?!で)|単年度")


def _check(scene: Scene) -> Iterator[Finding]:
    for site in scene.sites():
        baseline = site.indicator.baseline
        if site.indicator.aggregation != "cumulative" or baseline is None or baseline.value is None:
            continue
        said = _PER_YEAR.search(half_width(f"{baseline.printed or ''}\n{baseline.note or ''}"))
        if said is not None:
            file, location = baseline_place(site)
            yield Finding(ID, file, location, {"word": said[0]})


RULE = Rule(
    id=ID,
    severity="warning",
    title=mark("A cumulative figure whose baseline is of one year"),
    why=mark(
        "54件/年 before the plan and 300件（累計） at its end are of different lengths. A line "
        "from one to the other begins too high, and who is on course is reported as behind."
    ),
    message=mark("the baseline says “{word}”, but the figures add up since before the plan"),
    remedy=mark(
        "If the count begins with the plan, write aggregation: period_total with one target for "
        "the period (R6-R9): it starts at 0. Else write the total up to the baseline's year."
    ),
    check=_check,
    bad="""\
id: cases
name: 支援件数（累計）
unit: 件
direction: increase
aggregation: cumulative
baseline:
  value: 54  # ←
  printed: 54件/年
targets:
  R9: 300
""",
    good="""\
id: cases
name: 支援件数（累計）
unit: 件
direction: increase
aggregation: period_total
baseline:
  value: 54
  printed: 54件/年
targets:
  R6-R9: 300
""",
)
