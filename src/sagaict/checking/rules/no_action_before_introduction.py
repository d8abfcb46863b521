"""Until an effect can be measured, a project states year by year what is to be done."""

from __future__ import annotations

from collections.abc import Iterator

from sagaict.checking.finding import Finding
from sagaict.checking.rule import Rule
from sagaict.checking.scene import ProjectSite, Scene
from sagaict.computing.membership import added_after, dropped_by
from sagaict.domain.fiscal import FiscalYear
from sagaict.domain.walks import Location
from sagaict.language import _, mark

__all__ = ["RULE"]

ID = "no-action-before-introduction"


def _check(scene: Scene) -> Iterator[Finding]:
    for site in scene.projects():
        category = site.placed.category
        if site.placed.plan.stage == "draft" or dropped_by(site.placed, scene.view):
            continue  # its actions and targets are still being set, or nothing more will be
        if not site.project.actions and not (category and category.outcome_required):
            continue
        first = _first_outcome(site)
        if first is None:
            continue
        year, place = first
        missing = [
            before
            for before in site.placed.plan.period
            if before < year
            and not site.project.actions.get(before)
            and not added_after(site.placed, before.last_day)
        ]
        if missing:
            args = {"years": _(", ").join(gap.label for gap in missing), "first": year.label}
            location: Location = ("actions",) if site.project.actions else place
            related = ((site.file, place),) if location != place else ()
            yield Finding(ID, site.file, location, args, on_key=True, related=related)


def _first_outcome(site: ProjectSite) -> tuple[FiscalYear, Location] | None:
    """The first year an outcome is expected of, whether its number is decided or not."""
    found: list[tuple[FiscalYear, Location]] = [
        (key.first, ("outcome_indicators", number, "targets", key))
        for number, indicator in enumerate(site.project.outcome_indicators)
        for key, target in indicator.targets.items()
        if not target.none
    ]
    undecided = site.project.outcome_undecided
    if undecided is not None and undecided.period is not None:
        found.append((undecided.period.first, ("outcome_undecided", "period")))
    return min(found, key=lambda item: item[0], default=None)


RULE = Rule(
    id=ID,
    severity="warning",
    title=mark("No action target before the first outcome"),
    why=mark(
        "Before something is introduced there is no effect to measure, and the action targets "
        "(行動目標) are all the council can judge. A year without either cannot be evaluated."
    ),
    message=mark("no action target for {years}, and the first outcome target is for {first}"),
    remedy=mark("Add what is to be done in that year, or an outcome target for it."),
    check=_check,
    asks="settable",
    bad="""\
actions:  # ←
  R6:
    - 現状分析、調達仕様の作成
outcome_indicators:
  - id: visits
    name: 公式ホームページの年間アクセス件数
    unit: 件
    direction: increase
    aggregation: annual
    targets:
      R8: 30,000,000
""",
    good="""\
actions:
  R6:
    - 現状分析、調達仕様の作成
  R7:
    - 事業者選定、システム更新
outcome_indicators:
  - id: visits
    name: 公式ホームページの年間アクセス件数
    unit: 件
    direction: increase
    aggregation: annual
    targets:
      R8: 30,000,000
""",
    sample="project",
)
