"""A plan, or the indicators of one, from a table: read, confirm what is proposed, write, tell."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sagaict.cli.frame.asking import can_ask
from sagaict.cli.frame.changes import Writing, finish
from sagaict.cli.frame.refused import writing_refusals
from sagaict.cli.plans.new_indicators import NewIndicators
from sagaict.cli.plans.table_questions import Asked, confirmed, refuse
from sagaict.computing.selection import PlacedMeasure, Thing
from sagaict.domain.plan import Plan
from sagaict.domain.portfolio import PlacedProject
from sagaict.domain.project import Project
from sagaict.domain.walks import measures_of
from sagaict.language import _, plural
from sagaict.recording.additions import create_file, require_document
from sagaict.recording.new_plan import PlanSpec, create_plan
from sagaict.workbook.plan_table.placing import Target, placings
from sagaict.workbook.plan_table.tree import (
    branches_of,
    goals_content,
    projects_content,
    terms_of,
)

if TYPE_CHECKING:
    from sagaict.cli.frame.session import Session
    from sagaict.cli.plans.table_options import TableOptions
    from sagaict.writing.change_set import ChangeSet

__all__ = ["plan_from_table", "run_new_indicators"]


def plan_from_table(
    given: TableOptions, table: str, session: Session, change_set: ChangeSet, plan: PlanSpec
) -> int:
    """Make the file of a new plan, and of its projects, with all indicators of a table.

    Raises:
        Refusal: a cell cannot be read, something is not confirmed, or it cannot be written.
    """
    document = plan.documents[0].key
    drafted = confirmed(Asked(given, table, plan.period, document, session.view.today))
    branches, problems = branches_of(drafted, plan.title)
    refuse(problems)
    new = replace(
        plan, terms={**terms_of(branches), **plan.terms}, laid_out=goals_content(branches)
    )
    with writing_refusals():
        create_plan(change_set, session.workspace, new)
        for name, content in projects_content(branches, plan.id, document).items():
            create_file(change_set, f"projects/{plan.id}/{name}.yaml", Project, content)
    return _written(given, session, change_set, plan.id, len(drafted))


def run_new_indicators(given: NewIndicators) -> int:
    """Put the indicators of a table into a draft.

    Raises:
        Refusal: likewise; or there is no such plan.
    """
    session, change_set = given.open()
    _id, thing = session.pick(given.place, Plan, PlacedMeasure, PlacedProject)
    plan = thing if isinstance(thing, Plan) else thing.plan
    document = given.document or next(iter(plan.documents), "")
    with writing_refusals():
        require_document(document, plan, session.workspace)
    there = sum(1 for _each in session.portfolio.indicators(plan.id))
    drafted = confirmed(Asked(given, given.table, plan.period, document, session.view.today, there))
    branches, problems = branches_of(drafted, plan.title)
    files = {
        project.id: (file, project)
        for file, project in session.workspace.projects
        if project.plan == plan.id
    }
    projects = [project for _file, project in files.values()]
    placed, lost = placings(plan, projects, branches, _target(thing))
    refuse([*problems, *lost])
    own = next(file for file, each in session.workspace.plans if each.id == plan.id)
    with writing_refusals(), change_set.together():
        for each in placed:
            file = own if each.project is None else files[each.project][0]
            change_set.change(file, each.change)
    return _written(given, session, change_set, plan.id, len(drafted))


def _target(thing: Thing) -> Target | None:
    """Where all rows go, if a measure or project was named."""
    if isinstance(thing, PlacedProject):
        return Target((), thing.project)
    if not isinstance(thing, PlacedMeasure):
        return None
    wanted = thing.measure
    return Target(next(at for at, each in measures_of(thing.plan) if each is wanted), wanted)


def _written(
    given: TableOptions, session: Session, change_set: ChangeSet, plan: str, count: int
) -> int:
    dry_run = isinstance(given, Writing) and given.dry_run
    code = finish(
        session,
        change_set,
        dry_run=dry_run,
        ask_first=not given.yes and not dry_run and can_ask(),
    )
    if not dry_run:
        told = plural("{count} indicator", "{count} indicators", count).format(count=count)
        print(_("Written: {what}.").format(what=told))
        print(_("Next: {command}").format(command=f"sagaict show {plan}"))
    return code
