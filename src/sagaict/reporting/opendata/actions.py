"""The table of actions: a row for each action target (行動目標) of a year."""

from __future__ import annotations

from typing import get_args

from sagaict.computing.action_state import is_proposed, known_state
from sagaict.computing.view import View
from sagaict.domain.portfolio import PlacedProject
from sagaict.domain.words import ActionState
from sagaict.language import mark
from sagaict.reporting.opendata.column import Column, flag, integer, text, word
from sagaict.reporting.opendata.place import PLACE, project_of
from sagaict.reporting.owners import owners_name
from sagaict.reporting.rows import Row

__all__ = ["ACTIONS", "action_rows"]

ACTIONS: tuple[Column, ...] = (
    *PLACE,
    text("category", mark("Category")),
    flag("priority", mark("Priority")),
    text("owner", mark("Section in charge")),
    integer("fiscal_year", mark("Year (number)")),
    text("fiscal_year_label", mark("Year")),
    text("action", mark("Action")),
    word("action_state", mark("State of the action"), *get_args(ActionState), "not_reported"),
    text("note", mark("Note")),
    text("source", mark("Source")),
    flag("proposed", mark("Proposed, not approved yet")),
)


def action_rows(entry: PlacedProject, view: View) -> list[Row]:
    """The actions of a project, year by year."""
    project = entry.project
    return [
        {
            **project_of(entry),
            "category": project.category,
            "priority": entry.priority,
            "owner": owners_name(action.owner or entry.owners),
            "fiscal_year": year.number,
            "fiscal_year_label": year.label,
            "action": action.text,
            "action_state": known_state(entry, year, action, view),
            "note": action.note,
            "source": action.source or project.source,
            "proposed": is_proposed(project, year, action),
        }
        for year, actions in sorted(project.actions.items())
        for action in actions
    ]
