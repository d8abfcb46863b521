"""`sagaict new project` and `sagaict add project`."""

from __future__ import annotations

from sagaict.cli.approving import ApprovedBy, ChangeReason, DateOption, Proposed
from sagaict.cli.entry_options import (
    Category,
    DecisionSource,
    MeasureOption,
    Overview,
    Owner,
    PlanOption,
    PriorityFlag,
    ProjectArgument,
    Source,
    Title,
)
from sagaict.cli.options import Data, Lang, Today
from sagaict.cli.writing import DryRun

__all__ = ["add_project", "new_project"]


def new_project(
    project: ProjectArgument = None,
    plan: PlanOption = None,
    measure: MeasureOption = None,
    title: Title = None,
    category: Category = None,
    priority: PriorityFlag = False,
    owner: Owner = None,
    overview: Overview = None,
    source: Source = None,
    dry_run: DryRun = False,
    today: Today = None,
    data: Data = None,
    lang: Lang = None,
) -> int:
    """Make the file of a new project, while a plan is drafted or transcribed."""
    from sagaict.cli.entering_project import GivenProject, run_project

    return run_project(
        GivenProject(
            project=project,
            plan=plan,
            measure=measure,
            title=title,
            category=category,
            priority=priority,
            owner=owner,
            overview=overview,
            source=source,
            dry_run=dry_run,
        ),
        data,
        today,
    )


def add_project(
    project: ProjectArgument = None,
    plan: PlanOption = None,
    measure: MeasureOption = None,
    title: Title = None,
    category: Category = None,
    priority: PriorityFlag = False,
    owner: Owner = None,
    overview: Overview = None,
    source: DecisionSource = None,
    reason: ChangeReason = None,
    approved_by: ApprovedBy = None,
    proposed: Proposed = False,
    date: DateOption = None,
    dry_run: DryRun = False,
    today: Today = None,
    data: Data = None,
    lang: Lang = None,
) -> int:
    """Add a project to an approved plan, with the reason and the approval."""
    from sagaict.cli.approving import Grounds
    from sagaict.cli.entering_project import GivenProject, run_project

    return run_project(
        GivenProject(
            project=project,
            plan=plan,
            measure=measure,
            title=title,
            category=category,
            priority=priority,
            owner=owner,
            overview=overview,
            source=source,
            grounds=Grounds(reason=reason, approved_by=approved_by, proposed=proposed, day=date),
            dry_run=dry_run,
        ),
        data,
        today,
    )
