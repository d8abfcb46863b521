"""A part of a plan added, changed or dropped without a reason, or anyone's approval."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sagaict.checking.finding import Finding
from sagaict.checking.rule import Rule
from sagaict.checking.scene import Scene
from sagaict.domain.amendment import Amendment
from sagaict.domain.meeting import approver
from sagaict.domain.plan import Plan
from sagaict.domain.walks import Location, indicator_holders
from sagaict.language import mark
from sagaict.reading.workspace import FileOf

__all__ = ["RULE"]

ID = "amendment-unexplained"


def _check(scene: Scene) -> Iterator[Finding]:
    for file, location, amendments in _amended(scene):
        for number, amendment in enumerate(amendments):
            stated = (("reason", amendment.reason), ("approved_by", approver(amendment)))
            missing = [name for name, text in stated if not text]
            if missing:
                args = {
                    "what": amendment.what,
                    "date": str(amendment.date),
                    "missing": ", ".join(missing),
                }
                yield Finding(ID, file, (*location, "amendments", number, "what"), args)


def _amended(scene: Scene) -> Iterator[tuple[FileOf, Location, Sequence[Amendment]]]:
    for file, plan in scene.plans():
        for location, holder in indicator_holders(plan):
            if not isinstance(holder, Plan):
                yield file, location, holder.amendments
    for entry in scene.projects():
        yield entry.file, (), entry.project.amendments
    for site in scene.sites():
        yield site.file, site.location, site.indicator.amendments


RULE = Rule(
    id=ID,
    severity="warning",
    title=mark("A part of a plan amended without explanation"),
    why=mark(
        "What is dropped (廃止) counts in no tally any more: an indicator dropped because it would "
        "be missed makes the result look better than it is, and so does an action target "
        "(行動目標) taken away. What is added or changed must still be understood years later. "
        "The reason and the approval belong to the change."
    ),
    message=mark("the amendment “{what}” ({date}) does not state: {missing}"),
    remedy=mark(
        "Add why it was decided (reason) and which council approved it (approved_by); "
        "“sagaict approve” records the approval of a proposal."
    ),
    check=_check,
    asks="reported",
    bad="""\
outcome_indicators:
  - id: hours
    name: 年間の削減時間
    unit: 時間
    direction: increase
    aggregation: annual
    targets:
      R9: 1,200
    amendments:
      - what: dropped  # ←
        date: R8.7.1
amendments:
  - what: renamed  # ←
    date: R8.7.1
    old: 見本の取組
    new: 見本の事業
    reason: 総合計画の事業名に合わせた。
""",
    good="""\
outcome_indicators:
  - id: hours
    name: 年間の削減時間
    unit: 時間
    direction: increase
    aggregation: annual
    targets:
      R9: 1,200
    amendments:
      - what: dropped
        date: R8.7.1
        reason: 国の標準システムに移行し、削減の対象となる作業がなくなった。
        approved_by: ICT戦略調整会議
amendments:
  - what: renamed
    date: R8.7.1
    old: 見本の取組
    new: 見本の事業
    reason: 総合計画の事業名に合わせた。
    approved_by: ICT戦略調整会議
""",
    sample="project",
)
