"""Yearly targets that go back on themselves need a reason."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from sagaict.checking.baselines import is_worse
from sagaict.checking.finding import Finding
from sagaict.checking.rule import Rule
from sagaict.checking.scene import Scene
from sagaict.checking.target_sites import NumberTarget, number_targets
from sagaict.domain.indicator import Indicator
from sagaict.domain.reckoning import reckoned
from sagaict.domain.regex import regex
from sagaict.domain.typed import half_width
from sagaict.language import mark

__all__ = ["RULE"]

ID = "target-turns-back"

# So many new ones a year: each year's number stands for itself.
_NEW_EACH_YEAR = regex("新規|追加|増加数|増加件数|導入|整備|新設|増設|開設|設置")
_REASON = {
    "increase": regex("減少|減る|減ら|下が|下げ|低下|一時|反動|縮小|引下|引き下|終了|落ち"),
    "decrease": regex("増加|増え|増や|上が|上げ|上昇|一時|反動|拡大|引上|引き上|集中"),
}


def _check(scene: Scene) -> Iterator[Finding]:
    for site in scene.sites():
        indicator = site.indicator
        if indicator.aggregation not in ("level", "annual") or _counts_new_ones(indicator):
            continue
        for before, after in pairwise(number_targets(site)):
            if not is_worse(after.value, before.value, indicator.direction):
                continue
            if not _is_explained(after):
                related = (before.value_place,)
                yield after.on_value(ID, related, old=before.shown, new=after.shown)


def _counts_new_ones(indicator: Indicator) -> bool:
    return indicator.aggregation == "annual" and _NEW_EACH_YEAR.search(indicator.name) is not None


def _is_explained(entry: NumberTarget) -> bool:
    indicator = entry.site.indicator
    if entry.target.note:
        return True
    if any(change.year == entry.key and change.reason for change in indicator.revisions):
        return True
    basis = half_width(indicator.target_basis or "")
    if _REASON[indicator.direction].search(basis):
        return True
    era = r"(?:[RHS]|令和|平成|昭和)" if reckoned().eras else r"(?<!\d)"
    number = re.sub(r"\D", "", entry.due.short)
    return re.search(rf"{era}{number}(?!\d)", basis) is not None


RULE = Rule(
    id=ID,
    severity="warning",
    title=mark("Targets turn back"),
    why=mark(
        "Targets that first rise and then fall (or the other way round, where less is better) are "
        "mostly two figures swapped or a digit lost. Where it is meant, readers of the plan will "
        "ask why."
    ),
    message=mark("the target turns back from {old} to {new} in {year}, and nothing says why"),
    remedy=mark("Correct the figure, or give the reason in a “note” of that target."),
    check=_check,
    bad="""\
id: satisfaction
name: 利用者の満足度
unit: "%"
direction: increase
aggregation: level
targets:
  R6: 60
  R7: 56  # ←
  R8: 70
""",
    good="""\
id: satisfaction
name: 利用者の満足度
unit: "%"
direction: increase
aggregation: level
targets:
  R6: 60
  R7:
    value: 56
    note: 庁舎改修で窓口を半分閉じるため、一時的に下がると見込む。
  R8: 70
""",
)
