"""A project to be reviewed, merged or stopped, without a word on why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sagaict.checking.finding import Finding
from sagaict.checking.rule import Rule
from sagaict.checking.scene import Scene
from sagaict.domain.evaluation import Evaluation, Review
from sagaict.domain.fiscal import FiscalYear
from sagaict.domain.walks import Location, indicator_holders
from sagaict.language import mark
from sagaict.reading.workspace import FileOf

__all__ = ["RULE"]

ID = "outlook-unexplained"
_GRAVE = ("review", "merge", "stop")


def _check(scene: Scene) -> Iterator[Finding]:
    for file, location, evaluations in _judged(scene):
        for year, evaluation in evaluations.items():
            place = (*location, "evaluations", year)
            reviews = ((place, evaluation), ((*place, "half_year"), evaluation.half_year))
            for at, said in reviews:
                if said and said.outlook in _GRAVE and not _is_explained(said):
                    args = {"year": year.label, "outlook": said.outlook}
                    yield Finding(ID, file, (*at, "outlook"), args)


def _judged(scene: Scene) -> Iterator[tuple[FileOf, Location, Mapping[FiscalYear, Evaluation]]]:
    for file, plan in scene.plans():
        for location, judged in indicator_holders(plan):
            yield file, location, judged.evaluations
    for site in scene.projects():
        yield site.file, (), site.project.evaluations


def _is_explained(said: Review) -> bool:
    return bool(
        said.remark
        or said.judgement
        or said.issues
        or said.causes
        or said.achievements
        or said.council_rating
        or said.instructions
    )


RULE = Rule(
    id=ID,
    severity="warning",
    title=mark("An outlook without a reason"),
    why=mark(
        "To review, merge or stop a project (見直し・統合・中止) is the gravest thing an "
        "evaluation can say. Whoever asks later must find there what led to it."
    ),
    message=mark("the outlook of {year} is “{outlook}”, and nothing says why"),
    remedy=mark("Add issues (課題), causes (要因分析) or a remark."),
    check=_check,
    asks="reported",
    bad="""\
evaluations:
  R7:
    progress: delayed
    outlook: stop  # ←
""",
    good="""\
evaluations:
  R7:
    progress: delayed
    outlook: stop
    causes: 実証実験の結果、検知の精度が点検に代えられる水準に届かなかった。
""",
    sample="project",
)
