"""An indicator whose figure comes from nobody knows where."""

from __future__ import annotations

from collections.abc import Iterator

from sagaict.checking.finding import Finding
from sagaict.checking.rule import Rule
from sagaict.checking.scene import Scene
from sagaict.checking.target_sites import sites_in_force
from sagaict.language import mark

__all__ = ["RULE"]

ID = "no-data-source"


def _check(scene: Scene) -> Iterator[Finding]:
    for site in sites_in_force(scene):
        indicator = site.indicator
        if not (indicator.data_source or indicator.survey_timing or indicator.derived):
            yield Finding(ID, site.file, (*site.location, "id"))


RULE = Rule(
    id=ID,
    severity="info",
    title=mark("No word on where the figure comes from"),
    why=mark(
        "When the officer in charge moves on (異動), nobody knows which survey or count the figure "
        "was taken from or when it comes out, and the series breaks."
    ),
    message=mark("neither data_source nor survey_timing is given"),
    remedy=mark("Name the survey or record, and when its result is known."),
    check=_check,
    asks="settable",
    bad="""\
id: satisfaction  # ←
name: 利用者の満足度
unit: "%"
direction: increase
aggregation: level
targets:
  R9: 73.1
""",
    good="""\
id: satisfaction
name: 利用者の満足度
unit: "%"
direction: increase
aggregation: level
data_source: 市政に関する世論調査
survey_timing: 毎年12月
targets:
  R9: 73.1
""",
)
