"""What every field of every model is carried into, so that a new one is not lost without a word.

`DECISIONS` says it: `shown` by show or explain, `told` by diff in words of its own (all other edits
are counted), `exported`, `carried` into the plan that follows, `entered` in or seen on the workbook
for owners; or, behind a dash, why nowhere. Each field is changed in a plan that fills them all, to
see whether it is so.
"""

from __future__ import annotations

import typing
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from every_field import PLAN, PROJECT
from openpyxl import Workbook

from sagaict.comparing.comparison import compare
from sagaict.computing.judging import assess_year
from sagaict.computing.selection import everything, holders
from sagaict.computing.view import View
from sagaict.domain.fiscal import FiscalYear, Moment, Period, Span
from sagaict.domain.month_day import MonthDay
from sagaict.domain.plan import Plan
from sagaict.domain.portfolio import Portfolio
from sagaict.domain.project import Project
from sagaict.domain.record import Record, default_of
from sagaict.domain.structure import fields_of, unwrap
from sagaict.domain.validating import validated
from sagaict.recording.successor import NextFiles, NextPlan
from sagaict.reporting.explain_report import explain_report
from sagaict.reporting.plain import render_plain
from sagaict.reporting.rows import rows_of
from sagaict.reporting.show import show_report
from sagaict.workbook.definitions import add_definitions
from sagaict.workbook.records import action_row, evaluation_row, result_row

VIEW = View.on(date(2026, 11, 26))
R7 = FiscalYear(2025)
DECISIONS: dict[str, dict[str, str]] = {
    "Plan": {
        "id": "shown told exported carried entered",
        "title": "shown told exported entered",
        "period": "shown told",
        "stage": "shown told",
        "transcribed": "shown told carried",
        "owner": "shown told exported carried",
        "support": "shown told carried",
        "council": "shown told carried",
        "slogan": "shown carried",
        "situation": "shown",
        "glossary": "shown",
        "aim": "shown carried",
        "principle": "shown carried",
        "rate": "shown told exported carried entered",
        "terms": "shown told carried entered",
        "predecessors": "shown told",
        "successors": "shown told",
        "basis": "shown",
        "parents": "shown",
        "documents": "shown entered",
        "categories": "shown told carried",
        "labels": "shown carried",
        "provisions": "shown",
        "goal_indicators": "shown told exported carried entered",
        "outcome_indicators": "shown told exported carried entered",
        "goals": "shown told exported carried entered",
        "policies": "shown exported carried",
        "roadmap": "shown",
        "published": "shown told",
        "discrepancies": "shown",
        "evaluations": "shown told",
        "approvals": "shown told",
        "meetings": "shown told",
        "revisions": "shown told",
        "corrections": "shown",
        "note": "shown",
        "internal": "shown carried",
        "internal_note": "shown",
        "source": "shown exported carried",
    },
    "Document": {
        "title": "shown entered",
        "publisher": "- a detail of the citation, read in the file",
        "published": "shown",
        "stage": "shown",
        "note": "- a detail of the citation, read in the file",
    },
    "Category": {
        "title": "shown carried",
        "priority": "told carried",
        "review": "shown told carried",
        "outcome_required": "told carried",
    },
    "Goal": {
        "no": "shown exported carried entered",
        "id": "shown told exported carried",
        "title": "shown told exported carried entered",
        "slogan": "shown carried",
        "aim": "shown carried",
        "owner": "shown told exported carried",
        "goal_indicators": "shown told exported carried entered",
        "outcome_indicators": "shown told exported carried entered",
        "measures": "shown told exported carried entered",
        "evaluations": "shown told",
        "amendments": "shown told",
        "source": "shown exported",
    },
    "Measure": {
        "id": "shown told exported carried entered",
        "beneficiaries": "shown carried",
        "no": "shown told exported carried entered",
        "title": "shown told exported carried entered",
        "priority": "shown told exported carried",
        "owner": "shown told exported carried",
        "aim": "shown carried",
        "sdgs": "shown exported carried",
        "goal_indicators": "shown told exported carried entered",
        "outcome_indicators": "shown told exported carried entered",
        "initiatives": "shown",
        "evaluations": "shown told entered",
        "note": "shown",
        "amendments": "shown told",
        "internal_note": "shown",
        "source": "shown exported",
    },
    "Indicator": {
        "id": "shown told exported carried",
        "name": "shown told exported carried entered",
        "definition": "shown exported carried entered",
        "unit": "shown told exported carried entered",
        "direction": "shown told exported carried entered",
        "aggregation": "shown told exported carried entered",
        "year_kind": "shown told exported carried entered",
        "share": "shown told exported carried entered",
        "also_under": "shown told exported carried entered",
        "hold": "shown told exported carried entered",
        "latest": "shown told carried entered",
        "rate": "shown told exported carried entered",
        "owner": "shown told exported carried",
        "data_source": "shown exported carried entered",
        "survey_timing": "shown carried entered",
        "figures_due": "shown carried",
        "baseline": "shown told exported entered",
        "target_basis": "shown exported entered",
        "targets": "shown told exported carried entered",
        "actuals": "shown told exported carried entered",
        "published_rates": "shown told exported",
        "comparison": "shown told exported carried entered",
        "parts": "shown told exported carried entered",
        "revisions": "shown told",
        "amendments": "shown told",
        "continues": "shown",
        "note": "shown entered",
        "internal": "shown carried",
        "internal_note": "shown",
        "source": "shown exported",
        "derived": "told carried",
    },
    "Comparison": {
        "name": "shown told exported carried entered",
        "figures": "shown told exported carried entered",
        "note": "shown",
        "source": "shown",
    },
    "DeclaredRate": {
        "formula": "shown told exported carried entered",
        "at_least": "shown told exported carried",
        "below": "shown told exported carried",
        "at_most": "shown told exported carried",
        "above": "shown told exported carried",
        "places": "shown told exported carried",
        "rounding": "shown told exported carried",
        "grades": "shown told exported carried",
    },
    "Grade": {
        "mark": "shown told exported carried",
        "at_least": "shown told exported carried",
        "more_than": "shown told exported carried",
    },
    "PublishedRate": {
        "year": "shown told exported",
        "against": "shown told exported",
        "formula": "shown told",
        "rate": "shown told exported",
        "printed": "shown told",
        "grade": "shown told exported",
        "note": "shown",
        "source": "shown",
    },
    "Part": {
        "id": "shown told exported carried",
        "name": "shown told exported carried entered",
        "reading": "shown told exported carried entered",
        "unit": "shown told exported carried entered",
        "direction": "shown told exported carried entered",
        "aggregation": "shown told exported carried entered",
        "year_kind": "shown told exported carried entered",
        "share": "shown told exported carried entered",
        "owner": "shown told exported carried",
        "hold": "shown told exported carried entered",
        "latest": "shown told carried entered",
        "rate": "shown told exported carried entered",
        "baseline": "shown told exported entered",
        "targets": "shown told exported carried entered",
        "actuals": "shown told exported carried entered",
        "published_rates": "shown told exported",
        "comparison": "shown told exported carried entered",
        "revisions": "shown told",
        "note": "shown entered",
        "source": "shown exported carried",
    },
    "Baseline": {
        "value": "shown told exported entered",
        "year": "shown told exported entered",
        "as_of": "told",
        "printed": "- on the council's sheets",
        "note": "- read in the file",
        "source": "shown",
        "period": "shown told exported entered",
    },
    "Target": {
        "value": "shown told exported entered",
        "printed": "shown exported entered",
        "note": "shown entered",
        "source": "shown",
        "relative": "shown told exported entered",
        "undecided": "shown told exported",
        "none": "shown told exported entered",
        "words": "shown told exported entered",
        "range": "shown told exported entered",
        "strict": "shown told exported entered",
    },
    "TargetRange": {
        "low": "shown told exported entered",
        "high": "shown told exported entered",
    },
    "Relative": {
        "to": "shown told exported entered",
        "times": "shown told entered",
        "percent": "shown told exported entered",
    },
    "Actual": {
        "published": "shown told exported",
        "numerator": "shown told exported",
        "denominator": "shown told exported",
        "respondents": "shown told exported",
        "value": "shown told exported carried entered",
        "state": "shown told exported carried entered",
        "as_of": "shown told exported carried entered",
        "span": "shown told exported",
        "printed": "shown entered",
        "note": "shown entered",
        "source": "shown exported carried entered",
        "remark": "shown told exported entered",
        "earlier": "shown told",
    },
    "EarlierActual": {
        "published": "- a figure that was replaced; read in the file",
        "numerator": "- a figure that was replaced; read in the file",
        "denominator": "- a figure that was replaced; read in the file",
        "respondents": "- a figure that was replaced; read in the file",
        "value": "shown told",
        "state": "shown told",
        "as_of": "shown told",
        "span": "told",
        "printed": "- a figure that was replaced; read in the file",
        "note": "shown",
        "source": "shown",
    },
    "TargetRevision": {
        "year": "shown told",
        "proposed": "shown told",
        "date": "shown told",
        "old": "shown told",
        "new": "shown told",
        "reason": "shown told",
        "approved_by": "shown told",
        "approvals": "shown told",
        "source": "shown",
    },
    "Amendment": {
        "what": "shown told exported",
        "proposed": "shown told",
        "date": "shown told",
        "year": "shown told",
        "old_year": "shown told",
        "old": "shown told",
        "new": "shown told",
        "reason": "shown told",
        "approved_by": "shown told",
        "approvals": "shown told",
        "source": "shown",
    },
    "Lineage": {
        "id": "shown",
        "basis": "shown",
        "note": "shown",
        "source": "shown",
    },
    "Derived": {
        "sum_of": "told carried",
        "share_met": "shown told exported carried",
    },
    "ShareMet": {
        "priority": "shown told carried",
    },
    "Initiative": {
        "no": "shown",
        "title": "shown",
        "items": "shown",
    },
    "InitiativeItem": {
        "title": "shown",
        "priority": "shown",
    },
    "Review": {
        "progress": "shown told entered",
        "printed": "shown",
        "judgement": "shown told",
        "forecast": "shown told",
        "achievements": "shown told entered",
        "issues": "shown told entered",
        "causes": "shown told entered",
        "outlook": "shown told entered",
        "self_rating": "shown told entered",
        "council_rating": "shown told",
        "instructions": "shown told",
        "follow_ups": "shown told",
        "remark": "shown told",
        "internal": "shown",
        "source": "shown",
    },
    "Evaluation": {
        "progress": "shown told carried entered",
        "printed": "shown",
        "judgement": "shown told",
        "forecast": "shown told",
        "achievements": "shown told entered",
        "issues": "shown told entered",
        "causes": "shown told entered",
        "outlook": "shown told entered",
        "self_rating": "shown told entered",
        "council_rating": "shown told",
        "instructions": "shown told",
        "follow_ups": "shown told",
        "remark": "shown told",
        "internal": "shown",
        "source": "shown",
        "half_year": "shown told entered",
    },
    "FollowUp": {
        "text": "shown told",
        "due": "shown told",
        "owner": "shown told",
        "answer": "shown told",
        "answered": "shown told",
    },
    "LegalBasis": {
        "law": "shown carried",
        "article": "shown carried",
        "calls_for": "shown carried",
        "says": "shown carried",
        "source": "shown",
    },
    "ParentPlan": {
        "title": "shown",
        "plan": "shown",
        "period": "shown",
        "shares": "shown",
        "says": "shown",
        "source": "shown",
    },
    "Policy": {
        "id": "shown exported carried",
        "no": "shown carried",
        "title": "shown carried",
        "group": "shown carried",
        "basis": "shown carried",
        "says": "shown carried",
        "measures": "shown exported carried",
        "projects": "shown carried",
        "source": "shown",
    },
    "RoadmapStage": {
        "title": "shown",
        "start": "shown",
        "end": "shown",
        "items": "shown",
        "source": "- a citation, read in the file",
    },
    "PublishedTally": {
        "id": "told",
        "title": "shown",
        "of": "shown told",
        "counts": "shown told",
        "percent": "shown told",
        "compare": "shown told",
        "means": "- says what to compute; the result is shown",
        "goal": "shown told",
        "year": "shown told",
        "rounding": "shown told",
        "places": "shown told",
        "note": "- read in the file",
        "source": "- a citation, read in the file",
        "indicator": "- says what to compute; the result is shown",
        "period": "- says what to compute; the result is shown",
    },
    "Terms": {
        "goal": "shown told carried entered",
        "measure": "shown told carried",
        "project": "shown told carried",
    },
    "Provision": {
        "title": "shown",
        "items": "shown",
        "source": "shown",
    },
    "Discrepancy": {
        "id": "- names it within the file",
        "between": "shown",
        "subject": "shown",
        "about": "shown",
        "statements": "shown",
        "treatment": "shown",
    },
    "Statement": {
        "says": "shown",
        "source": "shown",
    },
    "PlanRevision": {
        "what": "shown told",
        "proposed": "shown told",
        "old": "shown told",
        "new": "shown told",
        "date": "shown told",
        "reason": "shown told",
        "approved_by": "shown told",
        "approvals": "shown told",
        "source": "shown",
    },
    "Meeting": {
        "body": "shown told",
        "date": "shown told",
        "until": "shown told",
        "about": "shown told",
        "result": "shown told",
        "views": "shown told",
        "note": "shown told",
        "source": "shown told",
    },
    "Project": {
        "id": "shown told carried",
        "beneficiaries": "shown carried",
        "budget": "shown",
        "plan": "shown told carried entered",
        "measure": "shown told carried entered",
        "title": "shown told carried entered",
        "category": "shown told carried",
        "priority": "shown told carried",
        "owner": "shown told carried",
        "support": "shown told carried",
        "overview": "shown carried",
        "actions": "shown told entered",
        "outcome_indicators": "shown told carried entered",
        "outcome_definition": "shown carried",
        "outcome_undecided": "shown told",
        "evaluations": "shown told entered",
        "amendments": "shown told",
        "corrections": "shown",
        "continues": "shown",
        "note": "shown",
        "internal": "shown carried",
        "internal_note": "shown",
        "source": "shown",
    },
    "Correction": {
        "of": "shown",
        "field": "shown",
        "old": "shown",
        "new": "shown",
        "date": "shown",
        "reason": "shown",
        "source": "shown",
    },
    "ActionTarget": {
        "text": "shown told entered",
        "due": "shown",
        "state": "shown told entered",
        "owner": "shown",
        "note": "shown entered",
        "source": "- a citation, read in the file",
    },
    "Owner": {
        "section": "shown told exported carried",
        "bureau": "shown told carried",
    },
    "Glossary": {
        "words": "shown",
        "source": "shown",
    },
    "Budget": {
        "printed": "shown",
        "amount": "shown",
        "note": "shown",
        "source": "shown",
    },
    "Council": {
        "name": "shown told carried",
        "chair": "shown told carried",
        "members": "shown told carried",
        "cio": "shown told carried",
        "secretariat": "shown told carried",
        "source": "shown",
    },
    "UndecidedOutcome": {
        "printed": "shown told",
        "period": "- for the rules of check",
        "decided": "shown told",
        "source": "- a citation, read in the file",
    },
}


def example() -> tuple[Plan, Project]:
    return validated(Plan, PLAN), validated(Project, PROJECT)


def records(value: object) -> Iterator[Record]:
    """The records in a value, from the top down."""
    if isinstance(value, Record):
        yield value
        for name in fields_of(type(value)):
            yield from records(getattr(value, name))
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from records(each)
    elif isinstance(value, tuple):
        for each in value:
            yield from records(each)


def replaced(value: Any, new: Mapping[int, Record]) -> Any:
    """The value with others in place of some records in it, which are named by `id`."""
    if id(value) in new:
        return new[id(value)]
    if isinstance(value, Record):
        fields = {name: getattr(value, name) for name in fields_of(type(value))}
        return replace(value, **{name: replaced(each, new) for name, each in fields.items()})
    if isinstance(value, Mapping):
        return {key: replaced(each, new) for key, each in value.items()}
    return tuple(replaced(each, new) for each in value) if isinstance(value, tuple) else value


def another(value: Any, annotation: Any) -> Any:
    """Something else that may stand there."""
    kind = unwrap(annotation)
    words = typing.get_args(kind)
    if typing.get_origin(kind) is typing.Literal:
        return next(word for word in words if word != value)
    if isinstance(value, bool):
        return not value
    if isinstance(value, tuple):
        return value[:-1]
    if isinstance(value, Mapping):
        *kept, (key, last) = value.items()
        changed_last = {} if isinstance(last, Record | tuple) else {key: another(last, None)}
        return {**dict(kept), **changed_last}
    changed: dict[type, Callable[[Any], Any]] = {
        str: lambda text: f"{text}ん",
        int: lambda number: number + 1,
        Decimal: lambda number: number + 1,
        FiscalYear: lambda year: year.plus(-1),
        Period: lambda period: Period(period.first.plus(-1), period.last),
        MonthDay: lambda day: MonthDay(day.month, 1),
        Moment: lambda moment: Moment.on(moment.first_day.replace(day=15)),
        Span: lambda span: Span.parse(f"{Moment.in_month_of(span.first_day)}-R8.1"),
    }
    if isinstance(value, Record):
        if getattr(value, "value", None) is not None:
            changed[type(value)] = lambda record: replace(record, value=Decimal(1))
        elif type(None) in typing.get_args(annotation):
            changed[type(value)] = lambda _: None
        else:
            changed[type(value)] = lambda _: type(value)()
    return changed[type(value)](value)


def shown(portfolio: Portfolio) -> object:
    things = everything(portfolio).values()
    whole = [render_plain(show_report(each, portfolio, VIEW)) for each in things]
    for placed in portfolio.indicators():
        for year in placed.indicator.yearly_targets():
            judged = assess_year(placed, year, VIEW)
            whole.append(render_plain(explain_report(judged, VIEW)))
    return whole


def exported(portfolio: Portfolio) -> object:
    return [row for placed in portfolio.indicators() for row in rows_of(placed, VIEW)]


def carried(portfolio: Portfolio) -> object:
    plan = next(iter(portfolio.plans.values()))
    new = NextPlan(id="n", title="次", period=Period.parse("R10-R13"), document="案")
    files = NextFiles(plan, new, portfolio, VIEW)
    return files.plan(), [files.project(entry) for entry in files.projects]


def entered(portfolio: Portfolio) -> object:
    """The entry workbook: what is filled in, and what is shown beside it."""
    sheet = Workbook().active
    assert sheet is not None
    placed = [part for each in portfolio.indicators() for part in each.with_figures]
    add_definitions(sheet, placed)
    rows = [
        *(result_row(each, R7, VIEW) for each in placed),
        *(evaluation_row(each, R7) for each in holders(portfolio).values()),
        *(evaluation_row(each, R7, half=True) for each in holders(portfolio).values()),
        *(action_row(each, R7, 1) for entries in portfolio.projects.values() for each in entries),
    ]
    cells = [cell.value for row in sheet.iter_rows() for cell in row]
    return cells, [(row.known, row.entries) for row in rows if row is not None]


def told(portfolio: Portfolio) -> object:
    """What `diff` tells by itself; other edits it only counts."""
    plan, project = example()
    return compare(Portfolio.of([plan], [project]), portfolio, VIEW).changes


CARRIERS = {
    "shown": shown,
    "told": told,
    "exported": exported,
    "carried": carried,
    "entered": entered,
}


def observed() -> dict[str, set[str]]:
    """For every field, what its change in all records of the example makes a difference to."""
    plan, project = example()

    def render(name: str, plans: Plan = plan, projects: Project = project) -> str:
        return repr(CARRIERS[name](Portfolio.of([plans], [projects])))

    before = {name: render(name) for name in CARRIERS}
    found: dict[str, set[str]] = {}
    for kind in models(Plan) | models(Project):
        same = [record for record in records((plan, project)) if type(record) is kind]
        annotations = typing.get_type_hints(kind)
        for name in fields_of(kind):
            new = {
                id(record): replace(record, **{name: another(value, annotations[name])})
                for record in same
                if (value := getattr(record, name)) != default_of(kind, name)
            }
            if new:
                changed = replaced(plan, new), replaced(project, new)
                seen = {each for each in CARRIERS if render(each, *changed) != before[each]}
                found[f"{kind.__name__}.{name}"] = seen
    return found


def models(kind: type[Record]) -> set[type[Record]]:
    """A model and all models its fields are made of."""
    found = {kind}
    waiting: list[Any] = list(typing.get_type_hints(kind).values())
    while waiting:
        annotation = waiting.pop()
        if isinstance(annotation, type) and issubclass(annotation, Record):
            found |= models(annotation)
        waiting += typing.get_args(annotation)
    return found


def test_every_field_has_a_decision_and_stands_in_the_example() -> None:
    kinds = models(Plan) | models(Project)
    assert {kind.__name__: set(DECISIONS[kind.__name__]) for kind in kinds} == {
        kind.__name__: set(fields_of(kind)) for kind in kinds
    }
    assert len(DECISIONS) == len(kinds)
    for kind in kinds:
        in_example = [record for record in records(example()) if type(record) is kind]
        for name in fields_of(kind):
            default = default_of(kind, name)
            assert any(getattr(record, name) != default for record in in_example), (kind, name)


def test_a_field_is_carried_where_it_was_decided_and_nowhere_else() -> None:
    decided = {
        f"{kind}.{name}": set() if words.startswith("- ") else set(words.split())
        for kind, fields in DECISIONS.items()
        for name, words in fields.items()
    }
    assert observed() == decided
