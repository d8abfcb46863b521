"""A wording that asks for more than its number, and a target that does not; or the other way."""

from __future__ import annotations

from collections.abc import Iterator

from sagaict.checking.finding import Finding
from sagaict.checking.printed_figures import agrees, figures_in
from sagaict.checking.rule import Rule
from sagaict.checking.scene import Scene
from sagaict.checking.target_sites import NumberTarget, target_sites
from sagaict.domain.regex import regex
from sagaict.domain.typed import half_width
from sagaict.language import mark

__all__ = ["RULE"]

ID = "strict-disagrees"

_BEYOND = regex(r"\s*(?:超(?!過)|を?超え|を?上回|未満|を?下回)")
_REACHED = regex(r"\s*以[上下内]")


def _check(scene: Scene) -> Iterator[Finding]:
    for site in scene.sites():
        for entry in target_sites(site):
            value = entry.target.value
            if value is None or entry.target.printed is None:
                continue
            word = _contradicting(NumberTarget(site, entry.key, entry.target, value))
            if word is not None:
                yield entry.on_value(ID, word=word, value=entry.target.printed)


def _contradicting(entry: NumberTarget) -> str | None:
    """The word behind the number that says otherwise than the target."""
    printed, unit = entry.target.printed or "", entry.site.indicator.unit
    wrong = _REACHED if entry.target.strict else _BEYOND
    for figure in figures_in(printed, unit):
        if agrees(figure, entry.value, unit):
            said = wrong.match(half_width(printed)[figure.end :])
            if said is not None:
                return said[0].strip()
    return None


RULE = Rule(
    id=ID,
    severity="warning",
    title=mark("The wording says whether the number itself will do, and the target otherwise"),
    why=mark(
        "80%超 is not met by 80%, 80%以上 is. Where they are confused, the status is wrong in just "
        "the year in which the target is hit."
    ),
    message=mark("“{word}” is printed behind the number ({value}), and the target says otherwise"),
    remedy=mark(
        "Add strict: true where the number itself does not do (超・上回る・未満), and delete it "
        "where it does (以上・以下)."
    ),
    check=_check,
    bad="""\
id: online
name: オンライン申請の割合
unit: "%"
direction: increase
aggregation: level
targets:
  R9:
    value: 80  # ←
    printed: 80％を超える
""",
    good="""\
id: online
name: オンライン申請の割合
unit: "%"
direction: increase
aggregation: level
targets:
  R9:
    value: 80
    strict: true
    printed: 80％を超える
""",
)
