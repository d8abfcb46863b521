"""A plan, or a goal or measure of it, revised without a date, a reason or an approval."""

from __future__ import annotations

from collections.abc import Iterator

from sagaict.checking.finding import Finding
from sagaict.checking.rule import Rule
from sagaict.checking.scene import Scene
from sagaict.domain.meeting import approver
from sagaict.language import mark

__all__ = ["RULE"]

ID = "plan-revision-unexplained"

_PARTS = ("goal", "measure")
"""What a plan consists of changes by decision only; of its period the papers may not name one."""


def _check(scene: Scene) -> Iterator[Finding]:
    for file, plan in scene.plans():
        for number, revision in enumerate(plan.revisions):
            stated = [("date", revision.date), ("reason", revision.reason)]
            if revision.what in _PARTS:
                stated.append(("approved_by", approver(revision)))
            missing = [name for name, value in stated if not value]
            if missing:
                old, new = (each or "-" for each in (revision.old, revision.new))
                args = {"old": old, "new": new, "missing": ", ".join(missing)}
                place = "what" if revision.new is None else "new"
                yield Finding(ID, file, ("revisions", number, place), args)


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
  - what: measure
    old: 手続の電子化
    new: 手続のオンライン化  # ←
    date: R8.3
    reason: 国の計画の用語に合わせた。
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
  - what: measure
    old: 手続の電子化
    new: 手続のオンライン化
    date: R8.3
    reason: 国の計画の用語に合わせた。
    approved_by: ICT戦略調整会議
""",
    sample="plan",
)
