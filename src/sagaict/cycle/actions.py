"""Actions that are to be taken by a day."""

from __future__ import annotations

from collections.abc import Iterator

from sagaict.computing.closure import is_withdrawn
from sagaict.cycle.task import Task
from sagaict.domain.portfolio import PlacedProject

__all__ = ["action_tasks"]

_OPEN = ("planned", "on_schedule", "delayed")


def action_tasks(entry: PlacedProject) -> Iterator[Task]:
    """The actions with a day of their own that are not taken yet; each may be from its year on."""
    for year, actions in sorted(entry.project.actions.items()):
        if is_withdrawn(entry, year):
            continue
        for number, action in enumerate(actions, start=1):
            if action.due is not None and action.state in _OPEN:
                yield Task(
                    kind="action",
                    plan=entry.plan,
                    full_id=entry.full_id,
                    title=entry.project.title,
                    owners=action.owner or entry.owners,
                    year=year,
                    opens=year.first_day,
                    deadline=action.due.last_day,
                    number=number,
                    text=action.text,
                )
