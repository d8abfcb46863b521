"""Portfolios built in memory, and their comparison, for tests without git or files."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from harbour import FILES

from sagaict.comparing.comparison import Comparison, compare
from sagaict.computing.view import View
from sagaict.domain.plan import Plan
from sagaict.domain.portfolio import Portfolio
from sagaict.domain.project import Project
from sagaict.domain.validating import validated
from sagaict.reading.yaml_plain import parse

__all__ = ["VIEW", "compared", "harbour", "indicator", "of_indicators", "portfolio"]

VIEW = View.on(date(2026, 11, 21))


def harbour() -> dict[str, Any]:
    """The content of the harbour town's files by path, free to be changed."""
    return {path: parse(text) for path, text in FILES.items()}


def portfolio(files: dict[str, Any]) -> Portfolio:
    """The portfolio that files with this content make."""
    plans = [validated(Plan, each) for path, each in files.items() if path.startswith("plans")]
    projects = [
        validated(Project, each) for path, each in files.items() if path.startswith("projects")
    ]
    return Portfolio.of(plans, projects)


def indicator(number: int, **fields: Any) -> dict[str, Any]:
    """An indicator that counts upwards unless said otherwise."""
    return {
        "id": f"indicator-{number}",
        "name": f"指標{number}",
        "unit": "件",
        "direction": "increase",
        "aggregation": "annual",
        **fields,
    }


def of_indicators(indicators: Iterable[dict[str, Any]]) -> Portfolio:
    """A portfolio of one plan with one measure that has these goal indicators."""
    measure = {"id": "1-1", "title": "施策", "goal_indicators": list(indicators)}
    plan = {
        "id": "plan",
        "title": "計画",
        "period": "R6-R9",
        "documents": {},
        "goals": [{"no": "1", "title": "目標", "measures": [measure]}],
    }
    return Portfolio.of([validated(Plan, plan)], [])


def compared(old: Portfolio, new: Portfolio) -> Comparison:
    """The comparison as seen in November of R8."""
    return compare(old, new, VIEW)
