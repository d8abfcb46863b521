"""A project that must show an effect needs an outcome indicator with a number."""

from __future__ import annotations

from collections.abc import Iterator

from sagaict.checking.finding import Finding
from sagaict.checking.rule import Rule
from sagaict.checking.scene import ProjectSite, Scene
from sagaict.computing.membership import dropped_by
from sagaict.computing.view import View
from sagaict.domain.amendment import happened
from sagaict.domain.project import Project
from sagaict.language import mark

__all__ = ["RULE"]

ID = "no-numeric-outcome"


def _check(scene: Scene) -> Iterator[Finding]:
    for site in scene.projects():
        asked_by = _asked_by(site)
        drafted = site.placed.plan.stage == "draft"  # its targets are still being set
        dropped = dropped_by(site.placed, scene.view) is not None
        if drafted or dropped or asked_by is None or _has_number(site.project, scene.view):
            continue
        args = {"title": site.project.title}
        asking = (site.file, (asked_by,))
        if site.project.outcome_undecided is not None:
            place = ("outcome_undecided", "printed")
            yield Finding(ID, site.file, place, args, related=(asking,))
        else:
            yield Finding(ID, *asking, args)


def _asked_by(site: ProjectSite) -> str | None:
    """The key that makes a number obligatory: the category, or the mark of a priority project."""
    category = site.placed.category
    if category is not None and (category.outcome_required or category.priority):
        return "category"
    return "priority" if site.placed.priority else None


def _has_number(project: Project, view: View) -> bool:
    """Whether a number is aimed at by an indicator that was not dropped."""
    return any(
        target.measured
        for indicator in project.outcome_indicators
        if (dropped := happened(indicator.amendments, "dropped")) is None
        or dropped.date.first_day > view.day
        for target in indicator.targets.values()
    )


RULE = Rule(
    id=ID,
    severity="warning",
    title=mark("No outcome indicator with a number"),
    why=mark(
        "A project that introduces something, and every priority project (重点事業), must say in "
        "numbers what it is for (定量的な数値). Without that, “done” only means that the money was "
        "spent, and the council cannot tell whether to go on. A plan that is still a draft is not "
        "held to it yet."
    ),
    message=mark("“{title}” must have an outcome indicator, and none has a number in any year"),
    remedy=mark(
        "Add an outcome indicator with a target (a number or a relation), or correct the category."
    ),
    check=_check,
    asks="settable",
    bad="""\
actions:
  R6:
    - 研修の実施
outcome_undecided:
  printed: 事業の進捗に合わせ設定  # ←
""",
    good="""\
actions:
  R6:
    - 研修の実施
outcome_indicators:
  - id: certified
    name: 業務改善を提案した職員の割合
    unit: "%"
    direction: increase
    aggregation: level
    targets:
      R6: undecided
      R7: 20
""",
    sample="project",
)
