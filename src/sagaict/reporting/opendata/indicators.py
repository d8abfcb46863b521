"""The table of indicators: a row for each, and for each part, with its definition and standing."""

from __future__ import annotations

from typing import get_args

from sagaict.computing.view import View
from sagaict.domain.portfolio import PlacedIndicator
from sagaict.domain.words import Aggregation, Direction, Kind, YearKind
from sagaict.language import mark
from sagaict.reporting.opendata.column import Column, flag, number, text, word
from sagaict.reporting.opendata.place import INDICATOR, indicator_of
from sagaict.reporting.owners import owners_name
from sagaict.reporting.rows import Row, baseline_label, listed_under

__all__ = ["INDICATORS", "indicator_rows"]

INDICATORS: tuple[Column, ...] = (
    *INDICATOR,
    word("kind", mark("Kind of indicator"), *get_args(Kind)),
    text("definition", mark("Definition")),
    text("unit", mark("Unit")),
    word("direction", mark("Direction"), *get_args(Direction)),
    word("aggregation", mark("Aggregation"), *get_args(Aggregation)),
    word("year_kind", mark("Kind of year"), *get_args(YearKind)),
    flag("share", mark("Share of a whole")),
    flag("hold", mark("Hold")),
    text("category", mark("Category")),
    flag("priority", mark("Priority")),
    text("owner", mark("Section in charge")),
    text("data_source", mark("Source of the figures")),
    text("survey_timing", mark("When the figure becomes known")),
    number("baseline_value", mark("Baseline")),
    text("baseline_year_label", mark("Year of the baseline")),
    text("baseline_printed", mark("Baseline as printed")),
    text("target_basis", mark("Basis of the target")),
    text("also_under", mark("Listed again under")),
    text("policy", mark("Policies")),
    text("sdgs", mark("SDGs")),
    text("continues", mark("Continues")),
    text("added", mark("Added on")),
    text("dropped", mark("Dropped on")),
    text("note", mark("Note")),
    text("source", mark("Source")),
)


def indicator_rows(placed: PlacedIndicator, view: View) -> list[Row]:
    """A row for the indicator, or for each of its parts where they have the figures."""
    return [_row(each, view) for each in placed.with_figures]


def _row(placed: PlacedIndicator, view: View) -> Row:
    indicator, baseline = placed.indicator, placed.indicator.baseline
    added, dropped = placed.added, placed.dropped
    return {
        **indicator_of(placed),
        "kind": placed.kind,
        "definition": indicator.definition,
        "unit": indicator.unit,
        "direction": indicator.direction,
        "aggregation": indicator.aggregation,
        "year_kind": indicator.year_kind,
        "share": indicator.share,
        "hold": indicator.hold,
        "category": placed.project.category if placed.project else None,
        "priority": placed.priority,
        "owner": owners_name(placed.owners),
        "data_source": indicator.data_source,
        "survey_timing": indicator.survey_timing,
        "baseline_value": baseline.value if baseline else None,
        "baseline_year_label": baseline_label(placed),
        "baseline_printed": baseline.printed if baseline else None,
        "target_basis": indicator.target_basis,
        **listed_under(placed),
        "continues": " ".join(each.id for each in indicator.continues) or None,
        "added": str(added.date) if added else None,
        "dropped": str(dropped.date) if dropped and dropped.date.first_day <= view.day else None,
        "note": indicator.note,
        "source": placed.source,
    }
