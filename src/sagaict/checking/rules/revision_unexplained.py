"""A target changed without a reason, or without anyone's approval."""

from __future__ import annotations

from collections.abc import Iterator

from sagaict.checking.finding import Finding
from sagaict.checking.rule import Rule
from sagaict.checking.scene import Scene
from sagaict.domain.meeting import approver
from sagaict.language import mark

__all__ = ["RULE"]

ID = "revision-unexplained"


def _check(scene: Scene) -> Iterator[Finding]:
    for site in scene.sites():
        for number, revision in enumerate(site.indicator.revisions):
            missing = [
                name
                for name, text in (
                    ("reason", revision.reason),
                    ("approved_by", approver(revision)),
                )
                if not text
            ]
            if missing:
                location = (*site.location, "revisions", number, "new")
                args = {"year": revision.year.label, "missing": ", ".join(missing)}
                yield Finding(ID, site.file, location, args)


RULE = Rule(
    id=ID,
    severity="warning",
    title=mark("A target changed without explanation"),
    why=mark(
        "A target may be changed (見直し), but not quietly: a target lowered to where the result "
        "already is will always be met. The reason and the approval belong to the change."
    ),
    message=mark("the target of {year} was changed, and this is not stated: {missing}"),
    remedy=mark("Add why it was changed (reason) and which council approved it (approved_by)."),
    check=_check,
    asks="reported",
    bad="""\
id: access
name: 年間アクセス件数
unit: 件
direction: increase
aggregation: annual
targets:
  R9: 90,000
revisions:
  - year: R9
    date: R7.10.15
    old: 101,000
    new: 90,000  # ←
""",
    good="""\
id: access
name: 年間アクセス件数
unit: 件
direction: increase
aggregation: annual
targets:
  R9: 90,000
revisions:
  - year: R9
    date: R7.10.15
    old: 101,000
    new: 90,000
    reason: 検索サービスの仕様変更により、R6以降の集計方法が変わったため。
    approved_by: ICT戦略調整会議
""",
)
