"""How measures stand, for programs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sagaict.computing.overview import Overview
from sagaict.computing.view import View
from sagaict.cycle.judgement import Judgement, newest
from sagaict.cycle.standings import Standing, standings_of
from sagaict.domain.plan import Plan
from sagaict.reporting.records import record_data
from sagaict.reporting.rows import SCHEMA_VERSION
from sagaict.reporting.status_data import judged_data

__all__ = ["judgement_data", "measures_data", "said_data", "standing_data"]


def standing_data(
    wholes: Sequence[Overview], view: View, commit: Mapping[str, str | None] | None = None
) -> dict[str, object]:
    """What was said of each plan and its goals, and how each measure stands."""
    return {
        "schema_version": SCHEMA_VERSION,
        "as_of": view.as_of.label,
        "today": view.today.isoformat(),
        **({"revision": commit} if commit else {}),
        "plans": [
            {
                "plan_id": whole.plan.id,
                "plan_title": whole.plan.title,
                **said_data(whole.plan, view),
                "measures": measures_data(standings_of(whole)),
            }
            for whole in wholes
        ],
    }


def said_data(plan: Plan, view: View) -> dict[str, object]:
    """The newest judgement on the plan as a whole and on each of its goals."""
    return {
        "judgement": judgement_data(newest(plan.evaluations, view)),
        "goals": [
            {
                "goal_no": goal.no,
                "goal_title": goal.title,
                "judgement": judgement_data(newest(goal.evaluations, view)),
            }
            for goal in plan.goals
        ],
    }


def measures_data(standings: Iterable[Standing]) -> list[dict[str, object]]:
    """Each measure with its goal indicators and the newest judgement on it."""
    return [
        {
            "measure_id": each.measure.id,
            "measure_no": each.measure.no,
            "measure_title": each.measure.title,
            "goal_indicators": [judged_data(item) for item in each.indicators],
            "judgement": judgement_data(each.judgement),
        }
        for each in standings
    ]


def judgement_data(judged: Judgement | None) -> dict[str, object] | None:
    """An evaluation with the fiscal year it is of."""
    if judged is None:
        return None
    return {
        "fiscal_year_label": judged.year.label,
        "first_half": judged.halfway,
        "evaluation": record_data(judged.evaluation),
    }
