"""A plan with what a test needs, and the tasks of its cycle on a day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from sagaict.computing.view import View
from sagaict.cycle.agenda import Agenda, agenda_of
from sagaict.cycle.calendar import Due, due_tasks
from sagaict.cycle.deadlines import Deadlines
from sagaict.domain.plan import Plan
from sagaict.domain.portfolio import Portfolio
from sagaict.domain.project import Project
from sagaict.domain.validating import validated
from sagaict.reading.workspace import read_workspace
from sagaict.reporting.blocks import Block, Row, Table

__all__ = [
    "agenda",
    "cells",
    "city",
    "indicator",
    "kinds",
    "of_katsuyo",
    "on",
    "project",
    "shipped",
    "tables",
    "tasks",
]

CATEGORIES = {
    "A": {"title": "重点事業", "priority": "true", "review": "half_yearly"},
    "B": {"title": "事業", "review": "yearly"},
    "Z": {"title": "周期の定めのない事業"},
}


def indicator(**fields: Any) -> dict[str, Any]:
    """An indicator as it stands in a file, counting upwards unless said otherwise."""
    return {
        "id": "users",
        "name": "利用者数",
        "unit": "人",
        "direction": "increase",
        "aggregation": "level",
        **fields,
    }


def project(**fields: Any) -> dict[str, Any]:
    """A project as it stands in a file."""
    return {
        "id": "portal",
        "plan": "p",
        "measure": "1-1",
        "title": "市民ポータル",
        "source": "doc 1",
        **fields,
    }


def city(
    goals: Iterable[Mapping[str, Any]] = (),
    outcomes: Iterable[Mapping[str, Any]] = (),
    projects: Iterable[Mapping[str, Any]] = (),
    measure: Mapping[str, Any] | None = None,
    **plan: Any,
) -> Portfolio:
    """One plan, R6-R9, with one measure and the indicators and projects given."""
    content = {
        "id": "p",
        "title": "見本計画",
        "period": "R6-R9",
        "owner": "DX推進課",
        "documents": {},
        "categories": CATEGORIES,
        "goals": [
            {
                "no": 1,
                "title": "目標",
                "measures": [
                    {
                        "id": "1-1",
                        "no": "1-1",
                        "title": "施策",
                        "goal_indicators": list(goals),
                        "outcome_indicators": list(outcomes),
                        **(measure or {}),
                    }
                ],
            }
        ],
        **plan,
    }
    return Portfolio.of([validated(Plan, content)], [validated(Project, item) for item in projects])


def on(text: str) -> date:
    """A day, written `2026-04-30`."""
    return date.fromisoformat(text)


def tasks(
    portfolio: Portfolio,
    day: str,
    soon: int = 0,
    deadlines: Deadlines | None = None,
    *,
    judging: bool = False,
) -> list[Due]:
    """What is to be done on a day; unless `judging`, the yearly judgement of the plan apart."""
    found = due_tasks(
        portfolio.plans.values(), portfolio, View.on(on(day)), deadlines or Deadlines(), soon
    )
    return [item for item in found if judging or item.task.kind != "judgement"]


def kinds(found: Iterable[Due]) -> list[tuple[str, str, str]]:
    """Kind, year and state of each task."""
    return [
        (item.task.kind, item.task.year.label if item.task.year else "", item.state)
        for item in found
    ]


def agenda(portfolio: Portfolio, day: str) -> Agenda:
    """The agenda of the one plan."""
    (plan,) = portfolio.plans.values()
    return agenda_of(plan, portfolio, on(day), Deadlines())


def shipped() -> Portfolio:
    """The data this is shipped with."""
    return read_workspace(Path(__file__).parents[2] / "data").portfolio()


def of_katsuyo(day: str) -> Agenda:
    """The agenda of the shipped ICT活用推進計画."""
    portfolio = shipped()
    return agenda_of(portfolio.plans["ict-katsuyo"], portfolio, on(day), Deadlines())


def tables(blocks: Iterable[Block]) -> list[Table]:
    """The tables among the blocks."""
    return [block for block in blocks if isinstance(block, Table)]


def cells(table: Table) -> list[list[str]]:
    """The texts of the rows, sections left out."""
    return [[cell.text for cell in row.cells] for row in table.rows if isinstance(row, Row)]
