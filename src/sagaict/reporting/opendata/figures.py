"""The columns of the long table: a row for each indicator and fiscal year (`reporting.rows`)."""

from __future__ import annotations

from typing import get_args

from sagaict.domain.words import (
    ActualState,
    Aggregation,
    Direction,
    Kind,
    Progress,
    RateFormula,
    Status,
    YearKind,
)
from sagaict.language import mark
from sagaict.reporting.opendata.column import Column, flag, integer, number, text, word, words
from sagaict.reporting.opendata.targets import TARGET_FORM

__all__ = ["FIGURES"]

FIGURES: tuple[Column, ...] = (
    text("plan_id", mark("Plan id")),
    text("plan_title", mark("Plan")),
    text("goal_no", mark("Goal no.")),
    text("measure_no", mark("Measure no.")),
    text("measure_title", mark("Measure")),
    text("project_id", mark("Project id")),
    text("project_title", mark("Project")),
    text("category", mark("Category")),
    flag("priority", mark("Priority")),
    text("indicator_id", mark("Indicator id")),
    text("indicator_name", mark("Indicator")),
    word("kind", mark("Kind of indicator"), *get_args(Kind)),
    text("unit", mark("Unit")),
    word("direction", mark("Direction"), *get_args(Direction)),
    word("aggregation", mark("Aggregation"), *get_args(Aggregation)),
    integer("period_start", mark("First year of the total")),
    integer("fiscal_year", mark("Year (number)")),
    text("fiscal_year_label", mark("Year")),
    number("baseline_value", mark("Baseline")),
    text("baseline_year_label", mark("Year of the baseline")),
    number("target_value", mark("Target")),
    text("target_printed", mark("Target as printed")),
    number("actual_value", mark("Actual")),
    text("actual_as_of", mark("Actual as of")),
    word("actual_state", mark("State of the actual"), *get_args(ActualState)),
    number("achievement_rate", mark("Achievement rate (%)")),
    number("progress_rate", mark("Progress rate (%)")),
    word("status", mark("Status"), *get_args(Status)),
    text("source", mark("Source")),
    text("actual_year_label", mark("Year of the actual")),
    text("rate_against", mark("Rates against the target of")),
    words(
        "rate_restricted",
        mark("Rates restricted"),
        part_of_year=mark("part of a year"),
        incomplete=mark("years are missing"),
    ),
    text("actual_span", mark("Time the actual covers")),
    text("goal_title", mark("Goal")),
    text("comparison_name", mark("Compared with")),
    number("comparison_value", mark("Figure of the comparison")),
    word("year_kind", mark("Kind of year"), *get_args(YearKind)),
    text("actual_published", mark("Actual published")),
    flag("hold", mark("Hold")),
    number("declared_rate", mark("Declared rate (%)")),
    word("declared_formula", mark("Formula of the declared rate"), *get_args(RateFormula)),
    text("declared_printed", mark("Declared rate as printed")),
    text("declared_grade", mark("Declared grade")),
    number("published_rate", mark("Published rate (%)")),
    text("published_grade", mark("Published grade")),
    text("part", mark("Part id")),
    text("part_name", mark("Part")),
    TARGET_FORM,
    flag("target_strict", mark("Strict target")),
    number("target_low", mark("Lower end of the target")),
    number("target_high", mark("Upper end of the target")),
    flag("share", mark("Share of a whole")),
    text("also_under", mark("Listed again under")),
    text("policy", mark("Policies")),
    text("sdgs", mark("SDGs")),
    text("definition", mark("Definition")),
    text("target_basis", mark("Basis of the target")),
    text("owner", mark("Section in charge")),
    text("data_source", mark("Source of the figures")),
    text("remark", mark("Remark on the result")),
    word("project_progress", mark("Progress of the project"), *get_args(Progress)),
    number("actual_numerator", mark("Numerator of the actual")),
    number("actual_denominator", mark("Denominator of the actual")),
    number("respondents", mark("Answers to the survey")),
)
"""In the order of the export contract: as `rows.COLUMNS`."""
