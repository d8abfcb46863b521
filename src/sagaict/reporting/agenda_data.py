"""`sagaict agenda` for programs: the parts of the paper, in its order."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sagaict.cycle.agenda import Agenda, DelayedAction, Proposal
from sagaict.cycle.sheets import Sheet
from sagaict.reporting.due_data import task_data
from sagaict.reporting.records import record_data
from sagaict.reporting.rows import SCHEMA_VERSION, row_of
from sagaict.reporting.standing_data import judgement_data, measures_data, said_data
from sagaict.reporting.status_data import judged_data, tally_data

__all__ = ["agenda_data"]


def agenda_data(agendas: Sequence[Agenda], on: date) -> dict[str, object]:
    """Every plan with what the council is to decide and to know."""
    return {
        "schema_version": SCHEMA_VERSION,
        "on": on.isoformat(),
        "plans": [_plan(item) for item in agendas],
    }


def _plan(item: Agenda) -> dict[str, object]:
    plan, whole = item.plan, item.overview
    return {
        "plan_id": plan.id,
        "plan_title": plan.title,
        "stage": plan.stage,
        "period": plan.period.label,
        "council": plan.council.name if plan.council else None,
        "year_judged": item.year.label,
        "first_half_judged": item.halfway.label if item.halfway else None,
        "to_decide": {
            "approve_plan": plan.stage == "draft",
            "judge_plan": item.is_to_be_judged,
            "goals_and_measures_to_judge": len(item.unjudged),
            "proposals": [_proposal(each) for each in item.proposals],
            "sheets_to_rate": [each.number for each in item.unrated],
        },
        "missed": [row_of(each) for each in item.missed],
        "projects_not_to_plan": [
            {"id": entry.full_id, **(judgement_data(judged) or {})} for entry, judged in item.slow
        ],
        "delayed_actions": [_delayed(each) for each in item.delayed],
        "answered": [
            {"about": title, "answer": record_data(each)} for title, each in item.answered
        ],
        "instructions": [task_data(each) for each in item.instructions],
        **said_data(plan, whole.view),
        "measures": measures_data(item.standings),
        "tally": {kind: tally_data(counts) for kind, counts in whole.tallies.items()},
        "indicators": [judged_data(each) for each in whole.assessments],
        "not_reported": [task_data(each) for each in item.missing],
        "sheets": [_sheet(each) for each in item.sheets],
    }


def _proposal(each: Proposal) -> dict[str, object]:
    return {
        "id": each.placed.full_id if each.placed else None,
        "change": record_data(each.revision),
    }


def _delayed(each: DelayedAction) -> dict[str, object]:
    return {
        "id": each.project.full_id,
        "fiscal_year_label": each.year.label,
        "action": record_data(each.action),
    }


def _sheet(sheet: Sheet) -> dict[str, object]:
    return {
        "number": sheet.number,
        "title": sheet.title,
        "project_id": sheet.entry.project.id if sheet.entry else None,
        "measure_id": sheet.measure.id if sheet.measure else None,
        "overview": sheet.overview,
        "indicators": [judged_data(each) for each in sheet.lines],
        "judgements": [judgement_data(each) for each in sheet.judgements],
        "actions": [
            {"fiscal_year_label": year.label, "action": record_data(action)}
            for year, action in sheet.actions
        ],
    }
