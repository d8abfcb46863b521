"""The columns that say of what a row is: the same in every table but the long one."""

from __future__ import annotations

from sagaict.domain.plan import Goal, Measure, Plan
from sagaict.domain.portfolio import PlacedIndicator, PlacedProject
from sagaict.domain.project import Project
from sagaict.language import mark
from sagaict.reporting.opendata.column import Column, text
from sagaict.reporting.rows import Row

__all__ = ["BODY", "INDICATOR", "PLACE", "indicator_of", "place_of", "project_of"]

PLACE: tuple[Column, ...] = (
    text("plan_id", mark("Plan id")),
    text("plan_title", mark("Plan")),
    text("goal_no", mark("Goal no.")),
    text("goal_title", mark("Goal")),
    text("measure_no", mark("Measure no.")),
    text("measure_title", mark("Measure")),
    text("project_id", mark("Project id")),
    text("project_title", mark("Project")),
)
INDICATOR: tuple[Column, ...] = (
    *PLACE,
    text("indicator_id", mark("Indicator id")),
    text("indicator_name", mark("Indicator")),
    text("part", mark("Part id")),
    text("part_name", mark("Part")),
)
BODY: tuple[Column, ...] = (
    text("body_code", mark("Code of the body")),
    text("body_name", mark("Body")),
)
"""Behind the columns of every table, so that the tables of many bodies are one."""


def place_of(
    plan: Plan, goal: Goal | None, measure: Measure | None, project: Project | None
) -> Row:
    """The columns of `PLACE`."""
    return {
        "plan_id": plan.id,
        "plan_title": plan.title,
        "goal_no": goal.no if goal else None,
        "goal_title": goal.title if goal else None,
        "measure_no": measure.no if measure else None,
        "measure_title": measure.title if measure else None,
        "project_id": project.id if project else None,
        "project_title": project.title if project else None,
    }


def project_of(entry: PlacedProject) -> Row:
    """The columns of `PLACE` for a project."""
    return place_of(entry.plan, entry.goal, entry.measure, entry.project)


def indicator_of(placed: PlacedIndicator) -> Row:
    """The columns of `INDICATOR`."""
    return {
        **place_of(placed.plan, placed.goal, placed.measure, placed.project),
        "indicator_id": placed.id_of_whole,
        "indicator_name": placed.name_of_whole,
        "part": placed.part.id if placed.part else None,
        "part_name": placed.part.name if placed.part else None,
    }
