"""What `sagaict list` lists, as rows for programs: in the words of the contract."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sagaict.computing.membership import dropped_by, is_running, superseded_by
from sagaict.computing.selection import PlacedMeasure
from sagaict.computing.tally import latest_evaluation
from sagaict.computing.view import View
from sagaict.domain.plan import Plan
from sagaict.domain.portfolio import PlacedProject
from sagaict.reporting.owners import owners_name
from sagaict.reporting.rows import Row

__all__ = ["measure_rows", "plan_rows", "project_rows"]

Table = tuple[Sequence[str], list[Row]]


def plan_rows(plans: Iterable[Plan], view: View) -> Table:
    """Plans with their period, and whether they are running."""
    columns = (
        "plan_id",
        "plan_title",
        "stage",
        "owner",
        "council",
        "period_start",
        "period_end",
        "running",
        "superseded_by",
    )
    return columns, [
        {
            "plan_id": plan.id,
            "plan_title": plan.title,
            "stage": plan.stage,
            "owner": owners_name(plan.owner),
            "council": plan.council.name if plan.council else None,
            "period_start": plan.period.first.label,
            "period_end": plan.period.last.label,
            "running": is_running(plan, view),
            "superseded_by": change.new if (change := superseded_by(plan, view)) else None,
        }
        for plan in plans
    ]


def measure_rows(measures: Iterable[PlacedMeasure]) -> Table:
    """Measures under their goals."""
    columns = ("plan_id", "goal_no", "goal_title", "measure_id", "measure_no", "measure_title")
    return columns, [
        {
            "plan_id": entry.plan.id,
            "goal_no": entry.goal.no,
            "goal_title": entry.goal.title,
            "measure_id": entry.full_id,
            "measure_no": entry.measure.no,
            "measure_title": entry.measure.title,
        }
        for entry in measures
    ]


def project_rows(projects: Iterable[PlacedProject], view: View) -> Table:
    """Projects with the progress last judged, or since when they are dropped."""
    columns = (
        "plan_id",
        "measure_id",
        "project_id",
        "project_title",
        "category",
        "priority",
        "owner",
        "progress",
        "dropped",
    )
    found: list[Row] = []
    for entry in projects:
        judged, dropped = latest_evaluation(entry, view), dropped_by(entry, view)
        found.append(
            {
                "plan_id": entry.plan.id,
                "measure_id": f"{entry.plan.id}/{entry.measure.id}",
                "project_id": entry.full_id,
                "project_title": entry.project.title,
                "category": entry.project.category,
                "priority": entry.priority,
                "owner": owners_name(entry.owners),
                "progress": judged.progress if judged else None,
                "dropped": str(dropped.date) if dropped else None,
            }
        )
    return columns, found
