"""What a finding is about: the innermost thing around its location."""

from __future__ import annotations

from collections.abc import Callable

from sagaict.checking.finding import Finding
from sagaict.domain.plan import Plan
from sagaict.domain.project import Project
from sagaict.domain.walks import indicator_holders, indicator_id, indicators_of, measures_of
from sagaict.reading.workspace import Workspace

__all__ = ["subject_of"]


def subject_of(workspace: Workspace) -> Callable[[Finding], str]:
    """What tells the full id of the innermost thing that a finding's location lies in."""
    plans, projects = dict(workspace.plans), dict(workspace.projects)

    def subject(finding: Finding) -> str:
        plan = plans.get(finding.file)
        if plan is not None:
            return _in_plan(plan, finding)
        return _in_project(projects[finding.file], finding)

    return subject


def _in_plan(plan: Plan, finding: Finding) -> str:
    location = finding.location
    found = plan.id
    for within, indicator in indicators_of(plan):
        if location[: len(within)] == within:
            holder = next(each for at, each in indicator_holders(plan) if at == within[:-2])
            return indicator_id(plan.id, holder, indicator.id)
    for within, measure in measures_of(plan):
        if location[: len(within)] == within:
            found = f"{plan.id}/{measure.id}"
    return found


def _in_project(project: Project, finding: Finding) -> str:
    location, holder = finding.location, f"{project.plan}/{project.id}"
    if len(location) > 1 and location[0] == "outcome_indicators":
        return f"{holder}/{project.outcome_indicators[int(str(location[1]))].id}"
    return holder
