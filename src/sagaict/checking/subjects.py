"""What a finding is about: the innermost thing around its location."""

from __future__ import annotations

from collections.abc import Callable

from sagaict.checking.finding import Finding
from sagaict.domain.plan import Plan
from sagaict.domain.project import Project
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
    if len(location) < 4 or location[0] != "goals":
        return plan.id
    measure = plan.goals[int(str(location[1]))].measures[int(str(location[3]))]
    if len(location) < 6 or location[4] not in ("goal_indicators", "outcome_indicators"):
        return f"{plan.id}/{measure.id}"
    indicator = getattr(measure, str(location[4]))[int(str(location[5]))]
    return f"{plan.id}/{measure.id}/{indicator.id}"


def _in_project(project: Project, finding: Finding) -> str:
    location, holder = finding.location, f"{project.plan}/{project.id}"
    if len(location) > 1 and location[0] == "outcome_indicators":
        return f"{holder}/{project.outcome_indicators[int(str(location[1]))].id}"
    return holder
