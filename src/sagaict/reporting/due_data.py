"""`sagaict due` for programs."""

from __future__ import annotations

from sagaict.cycle.calendar import Due
from sagaict.cycle.deadlines import STEPS
from sagaict.cycle.task import STATES
from sagaict.reporting.conditions import conditions_data
from sagaict.reporting.due_report import DuePage
from sagaict.reporting.notes import notes_on_task
from sagaict.reporting.owners import owners_data, owners_name
from sagaict.reporting.rows import SCHEMA_VERSION

__all__ = ["due_data", "task_data"]


def due_data(page: DuePage) -> dict[str, object]:
    """Every task with its state and days, and where its deadline comes from."""
    deadlines = page.deadlines
    return {
        "schema_version": SCHEMA_VERSION,
        "on": page.day.isoformat(),
        "soon": page.soon,
        **({"filter": conditions_data(page.conditions)} if page.conditions.narrow else {}),
        "deadlines": {
            step: {"day": str(deadlines.of(step)), "by_default": step in deadlines.by_default}
            for step in STEPS
        }
        | {"council": [str(day) for day in deadlines.council]},
        "counts": {state: sum(item.state == state for item in page.items) for state in STATES},
        "tasks": [task_data(item) for item in page.items],
        "elsewhere": dict(page.elsewhere),
        "without_review_cycle": dict(page.without_cycle),
    }


def task_data(item: Due) -> dict[str, object]:
    """A task with its state and days."""
    task = item.task
    indicator, actual = task.indicator, task.actual
    return {
        "key": task.key,
        "state": item.state,
        "kind": task.kind,
        "plan_id": task.plan.id,
        "id": task.full_id,
        "title": task.title,
        "owner": owners_name(task.owners),
        "owners": owners_data(task.owners),
        "fiscal_year": task.year.number if task.year else None,
        "fiscal_year_label": task.year.label if task.year else None,
        "opens": task.opens.isoformat() if task.opens else None,
        "deadline": task.deadline.isoformat() if task.deadline else None,
        "days_left": item.days_left,
        "text": task.text or None,
        "notes": list(notes_on_task(task)),
        "aside": task.aside or None,
        "total": task.total.label if task.total else None,
        "unit": indicator.unit if indicator else None,
        "survey_timing": indicator.survey_timing if indicator else None,
        "data_source": indicator.data_source if indicator else None,
        "actual_value": actual.value if actual else None,
        "actual_state": actual.state if actual else None,
        "count": task.count if task.of else None,
        "of": task.of or None,
    }
