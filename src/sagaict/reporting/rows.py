"""The long table of the export contract: one row per indicator and fiscal year."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from sagaict.computing.assessment import Assessment
from sagaict.computing.declared import declared_rate
from sagaict.computing.judging import assess_year, reported_years
from sagaict.computing.selection import policies_of, sdgs_of
from sagaict.computing.view import View
from sagaict.domain.number import shown_rate
from sagaict.domain.portfolio import PlacedIndicator
from sagaict.domain.rate import PublishedRate
from sagaict.reporting.owners import owners_name
from sagaict.reporting.rates import rated_text

__all__ = [
    "COLUMNS",
    "SCHEMA_VERSION",
    "Row",
    "Value",
    "baseline_label",
    "listed_under",
    "row_of",
    "rows_of",
]

Value = str | int | bool | Decimal | None
Row = dict[str, Value]

SCHEMA_VERSION = 1
COLUMNS = (
    "plan_id",
    "plan_title",
    "goal_no",
    "measure_no",
    "measure_title",
    "project_id",
    "project_title",
    "category",
    "priority",
    "indicator_id",
    "indicator_name",
    "kind",
    "unit",
    "direction",
    "aggregation",
    "period_start",
    "fiscal_year",
    "fiscal_year_label",
    "baseline_value",
    "baseline_year_label",
    "target_value",
    "target_printed",
    "actual_value",
    "actual_as_of",
    "actual_state",
    "achievement_rate",
    "progress_rate",
    "status",
    "source",
    "actual_year_label",
    "rate_against",
    "rate_restricted",
    "actual_span",
    "goal_title",
    "comparison_name",
    "comparison_value",
    "year_kind",
    "actual_published",
    "hold",
    "declared_rate",
    "declared_formula",
    "declared_printed",
    "declared_grade",
    "published_rate",
    "published_grade",
    "part",
    "part_name",
    "target_form",
    "target_strict",
    "target_low",
    "target_high",
    "share",
    "also_under",
    "policy",
    "sdgs",
    "definition",
    "target_basis",
    "owner",
    "data_source",
    "remark",
    "project_progress",
    "actual_numerator",
    "actual_denominator",
    "respondents",
)


def rows_of(placed: PlacedIndicator, view: View) -> list[Row]:
    """A row for every year in which the indicator has a target or an actual in sight.

    One with parts has them for each part.
    """
    return [
        row_of(assess_year(each, year, view))
        for each in placed.with_figures
        for year in reported_years(each, view)
        if view.sees(year) or year in each.indicator.yearly_targets()
    ]


def row_of(assessment: Assessment) -> Row:
    """The contract's columns for one judgement."""
    placed, indicator = assessment.placed, assessment.placed.indicator
    project, baseline = placed.project, indicator.baseline
    figure, aimed = assessment.figure, assessment.aimed
    actual = figure.actual if figure else None
    period = indicator.period_due_in(assessment.year)
    series, limits = indicator.comparison, aimed.target.range if aimed else None
    published = _published(assessment)
    moment = (actual.as_of or actual.span) if actual else None
    return {
        "plan_id": placed.plan.id,
        "plan_title": placed.plan.title,
        "goal_no": placed.goal.no if placed.goal else None,
        "measure_no": placed.measure.no if placed.measure else None,
        "measure_title": placed.measure.title if placed.measure else None,
        "project_id": project.id if project else None,
        "project_title": project.title if project else None,
        "category": project.category if project else None,
        "priority": placed.priority,
        "indicator_id": placed.id_of_whole,
        "indicator_name": placed.name_of_whole,
        "kind": placed.kind,
        "unit": indicator.unit,
        "direction": indicator.direction,
        "aggregation": indicator.aggregation,
        "period_start": period.first.number if period else None,
        "fiscal_year": assessment.year.number,
        "fiscal_year_label": assessment.year.label,
        "baseline_value": baseline.value if baseline else None,
        "baseline_year_label": baseline_label(placed),
        "target_value": aimed.value if aimed else None,
        "target_printed": (aimed.target.printed or aimed.target.words) if aimed else None,
        "actual_value": figure.value if figure else None,
        "actual_as_of": str(moment) if moment else None,
        "actual_state": figure.state if figure else None,
        "achievement_rate": _rounded(assessment.achievement_rate),
        "progress_rate": _rounded(assessment.progress_rate),
        "status": assessment.status,
        "source": (actual.source if actual else None)
        or (aimed.target.source if aimed and not actual else None)
        or placed.source,
        "actual_year_label": figure.year.label if figure else None,
        "rate_against": _rate_against(assessment),
        "rate_restricted": _restricted(assessment),
        "actual_span": str(actual.span) if actual and actual.span else None,
        "goal_title": placed.goal.title if placed.goal else None,
        "comparison_name": series.name if series else None,
        "comparison_value": series.figures.get(assessment.year) if series else None,
        "year_kind": indicator.year_kind,
        "actual_published": str(actual.published) if actual and actual.published else None,
        "hold": indicator.hold,
        **_declared(assessment),
        "published_rate": published.rate if published else None,
        "published_grade": published.grade if published else None,
        "part": placed.part.id if placed.part else None,
        "part_name": placed.part.name if placed.part else None,
        "target_form": aimed.target.form if aimed else None,
        "target_strict": aimed.target.strict if aimed else None,
        "target_low": limits.low if limits else None,
        "target_high": limits.high if limits else None,
        "share": indicator.share,
        **listed_under(placed),
        "definition": indicator.definition,
        "target_basis": indicator.target_basis,
        "owner": owners_name(placed.owners),
        "data_source": indicator.data_source,
        "remark": actual.remark if actual else None,
        "project_progress": _progress(assessment),
        "actual_numerator": actual.numerator if actual else None,
        "actual_denominator": actual.denominator if actual else None,
        "respondents": actual.respondents if actual else None,
    }


def _progress(assessment: Assessment) -> str | None:
    """How the project went in the year, as it was judged; never merged with the status."""
    project = assessment.placed.project
    judged = project.evaluations.get(assessment.year) if project else None
    return judged.progress if judged else None


def listed_under(placed: PlacedIndicator) -> Row:
    """What else an indicator stands under: other measures, policies, SDGs."""
    return {
        "also_under": " ".join(placed.indicator.also_under) or None,
        "policy": " ".join(each.id for each in policies_of(placed)) or None,
        "sdgs": " ".join(map(str, sdgs_of(placed))) or None,
    }


def _declared(assessment: Assessment) -> Row:
    """The rate as the body declares it; `declared_printed` as it is printed, words included."""
    rated = declared_rate(assessment)
    shown = rated is not None and rated.value is not None
    return {
        "declared_rate": rated.value if rated else None,
        "declared_formula": rated.formula if rated else None,
        "declared_printed": rated_text(replace(rated, grade=None)) if rated and shown else None,
        "declared_grade": rated.grade if rated else None,
    }


def _published(assessment: Assessment) -> PublishedRate | None:
    """What the body printed of the row's year against its target."""
    for each in assessment.placed.indicator.published_rates:
        if each.year == assessment.year and each.against == "year":
            return each
    return None


def _rate_against(assessment: Assessment) -> str | None:
    """The year of the target the rates are against, where that is not the row's own."""
    against = assessment.against
    other = against is not None and against != assessment.year and _is_rated(assessment)
    return against.label if other and against else None


def _restricted(assessment: Assessment) -> str | None:
    """Why the rates are not those of the whole time: the mark that reports put behind them."""
    return " ".join(assessment.restrictions) or None if _is_rated(assessment) else None


def _is_rated(assessment: Assessment) -> bool:
    return assessment.achievement_rate is not None or assessment.progress_rate is not None


def baseline_label(placed: PlacedIndicator) -> str | None:
    """The year or period of its baseline."""
    baseline = placed.indicator.baseline
    if baseline is None:
        return None
    years = baseline.period or baseline.fiscal_year
    return years.label if years else None


def _rounded(rate: Decimal | None) -> Decimal | None:
    return None if rate is None else shown_rate(rate)
