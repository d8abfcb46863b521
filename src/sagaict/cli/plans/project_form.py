"""A new project from request to exit code: understand, ask what is missing, write, tell."""

from __future__ import annotations

from sagaict.cli.frame.asking import pick
from sagaict.cli.frame.form import Form
from sagaict.cli.frame.refusal import Refusal
from sagaict.cli.frame.refused import writing_refusals
from sagaict.cli.frame.session import Session
from sagaict.cli.plans.form import complete, id_form, pick_plan, source_reader, sources_shown
from sagaict.cli.plans.new_project import NewProject
from sagaict.computing.selection import PlacedMeasure
from sagaict.domain.plan import Plan
from sagaict.language import _
from sagaict.recording.additions import refuse_draft
from sagaict.recording.new_project import (
    ProjectSpec,
    category_of,
    create_project,
    free_project_id,
)
from sagaict.recording.owners import owner_line
from sagaict.recording.texts import line, prose

__all__ = ["run_project"]


def run_project(given: NewProject) -> int:
    """Make the file of a new project.

    Raises:
        Refusal: something given cannot be understood, is refused, or cannot be written.
    """
    of_plan, _slash, name = (given.project or "").rpartition("/")
    required = {
        "PROJECT": name or None,
        "--plan": given.plan or of_plan or None,
        "--measure": given.measure,
        "--title": given.title,
        "--source": given.source,
    }
    form = Form(required)
    session, change_set = given.open()
    plan = _plan(session, given, of_plan)
    measure = _measure(session, plan, given.measure)
    new = ProjectSpec(
        plan=plan.id,
        measure=measure,
        title=form.needed(given.title, _("Title of the project"), line),
        id=form.needed(
            name or None,
            _("Id of the project"),
            lambda text: free_project_id(text, plan, session.workspace),
            note=id_form("online-procedures"),
        ),
        category=_category(form, plan, given.category),
        priority=given.priority,
        owner=form.optional(given.owner, _("Section in charge"), owner_line),
        overview=form.optional(given.overview, _("What it is about"), prose),
        source=form.needed(
            given.source, _("Source"), source_reader(plan, session), note=sources_shown(plan)
        ),
    )
    approval = given.approval(session.view.today, new.source)
    with writing_refusals():
        added = create_project(
            change_set, session.workspace, new, approval, today=session.view.today
        )
    return complete(
        session,
        change_set,
        added,
        dry_run=given.dry_run,
        ask_first=form.asks or given.asks_grounds,
        next_step=f"sagaict {given.verb} indicator {added.full_id}",
    )


def _plan(session: Session, given: NewProject, of_plan: str) -> Plan:
    """The plan that was named, before the id or by its option, or is picked.

    Raises:
        Refusal: it is unknown, two were named, or what it lacks is said another way.
    """
    names = [name for name in (of_plan, given.plan) if name]
    found = [session.pick(name, Plan)[1] for name in names]
    if not found:
        found = [pick_plan(session, approved=given.adds)]
    if found[0] is not found[-1]:
        raise Refusal(
            _("“{text}” and --plan {plan} contradict each other").format(
                text=given.project, plan=given.plan
            )
        )
    if given.adds:
        with writing_refusals():
            refuse_draft(found[0], "new project")
    return found[0]


def _measure(session: Session, plan: Plan, name: str | None) -> str:
    """The id of the measure that was named, or is picked.

    Raises:
        Refusal: it is unknown, or the plan has none.
    """
    placed = [PlacedMeasure(plan, goal, measure) for goal, measure in plan.measures()]
    if not placed:
        raise Refusal(
            _("{id} has no measures yet; write them into its file first").format(id=plan.id)
        )
    if name is not None:
        return session.pick(name, PlacedMeasure, plans=[plan.id])[1].measure.id
    lines = [f"{each.measure.id}  {each.measure.title}" for each in placed]
    return placed[pick(_("Which measure? A number, or part of its title"), lines)].measure.id


def _category(form: Form, plan: Plan, given: str | None) -> str | None:
    """The category that was named, or is picked from those of the plan."""
    if given is not None:
        with writing_refusals():
            return category_of(given, plan)
    if not form.asks or not plan.categories:
        return None
    names = list(plan.categories)
    lines = [f"{name}  {category.title}" for name, category in plan.categories.items()]
    chosen = pick(
        _("Which category? A number, or part of its title"), [*lines, _("none is stated")]
    )
    return names[chosen] if chosen < len(names) else None
