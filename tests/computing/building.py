"""Small plans, projects and indicators, written as in a file, for tests to judge."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from sagaict.computing.assessment import Assessment
from sagaict.computing.judging import assess, assess_year
from sagaict.computing.view import View
from sagaict.domain.fiscal import FiscalYear
from sagaict.domain.indicator import Indicator
from sagaict.domain.plan import Plan
from sagaict.domain.portfolio import Kind, PlacedIndicator, Portfolio
from sagaict.domain.project import Project
from sagaict.domain.validating import validated
from sagaict.reading.workspace import read_workspace

__all__ = [
    "after",
    "as_rows",
    "during",
    "fy",
    "indicator",
    "judge",
    "judge_year",
    "place",
    "plan",
    "project",
    "shipped",
]


def fy(label: str) -> FiscalYear:
    return FiscalYear.parse(label)


def after(label: str) -> View:
    """Seen from that fiscal year on the day after it ended: its targets are due."""
    year = fy(label)
    return View(year, year.plus(1).first_day)


def during(label: str) -> View:
    """Seen from that fiscal year in its November: its own targets are not due yet."""
    year = fy(label)
    return View(year, date(year.number, 11, 21))


def as_rows(**fields: Any) -> dict[str, Any]:
    """An indicator as it stands in a file, counting upwards unless said otherwise."""
    return {
        "id": "access",
        "name": "年間アクセス件数",
        "unit": "件",
        "direction": "increase",
        "aggregation": "level",
        **fields,
    }


def indicator(**fields: Any) -> Indicator:
    return validated(Indicator, as_rows(**fields))


def plan(**fields: Any) -> Plan:
    base = {"id": "sample", "title": "見本計画", "period": "R6-R9", "documents": {}}
    return validated(Plan, {**base, **fields})


def project(**fields: Any) -> Project:
    base = {
        "id": "rpa",
        "plan": "sample",
        "measure": "1-1",
        "title": "RPAの全庁導入",
        "source": "doc 事業",
    }
    return validated(Project, {**base, **fields})


def place(*, period: str = "R6-R9", kind: Kind = "goal", **fields: Any) -> PlacedIndicator:
    """The indicator under the one measure of a plan of its own."""
    name = "goal_indicators" if kind == "goal" else "outcome_indicators"
    measure = {"id": "1-1", "title": "施策", name: [as_rows(**fields)]}
    goals = [{"no": 1, "title": "基本目標", "measures": [measure]}]
    (placed,) = Portfolio.of([plan(period=period, goals=goals)], []).indicators()
    return placed


def judge(view: View, **fields: Any) -> Assessment:
    return assess(place(**fields), view)


def judge_year(label: str, view: View, **fields: Any) -> Assessment:
    return assess_year(place(**fields), fy(label), view)


@cache
def shipped() -> Portfolio:
    """The six plans in `data/`."""
    workspace = read_workspace(Path(__file__).parents[2] / "data")
    assert workspace.broken == ()
    return workspace.portfolio()
