"""A new project of a plan: its file, to which indicators and actions are added."""

from __future__ import annotations

from datetime import date

from sagaict.domain.light import dataclass
from sagaict.domain.plan import Plan
from sagaict.domain.project import Project
from sagaict.domain.typed import comparable
from sagaict.domain.walks import measures_of
from sagaict.reading.workspace import Workspace
from sagaict.recording.additions import (
    Addition,
    create_file,
    id_of,
    joining_amendments,
    require_document,
    said,
)
from sagaict.recording.approval import Approval
from sagaict.recording.owners import owned
from sagaict.recording.places import amendments_above, find_plan
from sagaict.recording.refusal import Refused, require_alive
from sagaict.writing.change_set import ChangeSet

__all__ = ["ProjectSpec", "category_of", "create_project", "free_project_id"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectSpec:
    """What is said of a project; `plan` and `measure` are the ids of those it belongs to."""

    id: str
    plan: str
    measure: str
    title: str
    source: str
    category: str | None = None
    priority: bool = False
    owner: str | None = None
    overview: str | None = None


def create_project(
    change_set: ChangeSet,
    workspace: Workspace,
    new: ProjectSpec,
    approval: Approval | None = None,
    *,
    today: date,
) -> Addition:
    """Put the file of a new project into the change set; with its grounds if the plan was approved.

    Raises:
        Refused: `unknown-plan`, `add-to-draft`, `unknown-measure`, `bad-id`, `bad-id-near`,
            `id-taken`, `no-categories`, `unknown-category`, `unknown-document`, `bad-source`,
            `empty-text`, `several-lines`, `unwritable`, or why the approval cannot be true.
            Nothing was changed.
        SpliceFailed, OSError: the file would not be read back as it is, or the plan cannot be read.
    """
    _file, plan = find_plan(change_set, workspace, new.plan)
    amendments = joining_amendments(plan, approval, command="new project", today=today)
    if new.measure not in {measure.id for _, measure in measures_of(plan)}:
        raise Refused("unknown-measure", id=f"{plan.id}/{new.measure}")
    if approval is not None:
        require_alive(amendments_above(plan, new.measure), f"{plan.id}/{new.measure}")
    project_id = free_project_id(new.id, plan, workspace)
    require_document(new.source, plan, workspace)
    category = None if new.category is None else category_of(new.category, plan)
    content: dict[str, object] = {
        "id": project_id,
        "plan": plan.id,
        "measure": new.measure,
        **said({"title": new.title}),
        **({} if category is None else {"category": category}),
        **({"priority": "true"} if new.priority else {}),
        **owned(new.owner),
        **said({"overview": new.overview}, prosaic=("overview",)),
        **({"amendments": amendments} if amendments else {}),
        **said({"source": new.source}),
    }
    name = f"projects/{plan.id}/{project_id}.yaml"
    file, lines = create_file(change_set, name, Project, content)
    return Addition(f"{plan.id}/{project_id}", file, lines)


def free_project_id(text: str, plan: Plan, workspace: Workspace) -> str:
    """The id, if neither a project nor a measure of the plan bears it.

    Raises:
        Refused: `bad-id`, `bad-id-near`, `id-taken`.
    """
    project_id = id_of(text)
    folder = workspace.root / "projects" / plan.id
    taken = {file.stem for file in workspace.files if file.path.parent == folder}
    taken |= {project.id for _, project in workspace.projects if project.plan == plan.id}
    taken |= {measure.id for _, measure in measures_of(plan)}
    if project_id in taken:
        raise Refused("id-taken", id=f"{plan.id}/{project_id}")
    return project_id


def category_of(text: str, plan: Plan) -> str:
    """The category of the plan that is meant, whatever the width and case it is typed in.

    Raises:
        Refused: `no-categories`, `unknown-category`.
    """
    if not plan.categories:
        raise Refused("no-categories", id=plan.id)
    wanted = comparable(text)
    for name in plan.categories:
        if comparable(name) == wanted:
            return name
    known = ", ".join(plan.categories)
    raise Refused("unknown-category", category=text.strip(), categories=known)
