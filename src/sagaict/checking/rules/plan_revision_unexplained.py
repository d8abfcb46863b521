"""A plan revised without a date or a reason."""

from __future__ import annotations

from collections.abc import Iterator

from sagaict.checking.finding import Finding
from sagaict.checking.rule import Rule
from sagaict.checking.scene import Scene
from sagaict.language import mark

__all__ = ["RULE"]

ID = "plan-revision-unexplained"


def _check(scene: Scene) -> Iterator[Finding]:
    for file, plan in scene.plans():
        for number, revision in enumerate(plan.revisions):
            stated = (("date", revision.date), ("reason", revision.reason))
            missing = [name for name, value in stated if not value]
            if missing:
                args = {
                    "old": revision.old,
                    "new": revision.new,
                    "missing": ", ".join(missing),
                }
                yield Finding(ID, file, ("revisions", number, "new"), args)


RULE = Rule(
    id=ID,
    severity="warning",
    title=mark("A plan revised without explanation"),
    why=mark(
        "When a plan is extended or replaced, its targets are judged at another time than was "
        "promised. Without the date and the reason nobody can say which period counts."
    ),
    message=mark("the plan was revised ({old} → {new}), and this is not stated: {missing}"),
    remedy=mark(
        "Add the date and the reason; if no document gives them, accept this with that reason."
    ),
    check=_check,
    asks="reported",
    bad="""\
id: sample
title: 見本の計画
period: R6-R10
documents: {}
revisions:
  - what: period
    old: R6-R9
    new: R6-R10  # ←
""",
    good="""\
id: sample
title: 見本の計画
period: R6-R10
documents: {}
revisions:
  - what: period
    old: R6-R9
    new: R6-R10
    date: R8.3
    reason: 総合計画の終期に合わせて1年延長した。
    approved_by: ICT戦略調整会議
""",
    sample="plan",
)
