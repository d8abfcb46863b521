"""A rate that does not follow from the counts beside it."""

from __future__ import annotations

from collections.abc import Iterator

from sagaict.checking.actuals import actuals_in
from sagaict.checking.finding import Finding
from sagaict.checking.rule import Rule
from sagaict.checking.scene import Scene
from sagaict.domain.number import decimals_of, divide, group, round_to
from sagaict.language import mark

__all__ = ["RULE"]

ID = "counts-disagree"


def _check(scene: Scene) -> Iterator[Finding]:
    for entry in actuals_in(scene):
        actual = entry.actual
        part, whole, value = actual.numerator, actual.denominator, actual.value
        if part is None or not whole or value is None or entry.indicator.unit != "%":
            continue
        rate = round_to(divide(part * 100, whole), decimals_of(value))
        if rate != value:
            counts = f"{group(part)}/{group(whole)}"
            yield entry.on_field(ID, "value", counts=counts, rate=str(rate), value=group(value))


RULE = Rule(
    id=ID,
    severity="error",
    title=mark("A rate that its counts do not give"),
    why=mark(
        "Whoever adds up sections, or asks how small a sample was, works with the counts, and "
        "comes to another rate than the one published."
    ),
    message=mark("the figure of {year} is {value}%, but {counts} is {rate}%"),
    remedy=mark("Correct the figure, the numerator or the denominator."),
    check=_check,
    bad="""\
id: bcp
name: 実施率
unit: "%"
direction: increase
aggregation: level
targets:
  R7: 90
actuals:
  R7:
    value: 85.7  # ←
    numerator: 56
    denominator: 64
""",
    good="""\
id: bcp
name: 実施率
unit: "%"
direction: increase
aggregation: level
targets:
  R7: 90
actuals:
  R7:
    value: 87.5
    numerator: 56
    denominator: 64
""",
)
