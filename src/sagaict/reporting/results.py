"""The line of an indicator, the same in every table of results."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType

from sagaict.computing.assessment import Assessment, Restriction
from sagaict.computing.targets import comparison_in, first_target
from sagaict.computing.view import View
from sagaict.language import _, mark
from sagaict.language.quantities import DASH, figure, rate
from sagaict.reporting.blocks import Cell, status_style
from sagaict.reporting.notes import Footnotes, notes_on
from sagaict.reporting.phrases import (
    bracketed,
    figure_text,
    stated_target,
    status_text,
    target_key,
    target_text,
    when,
)

__all__ = ["aim_text", "aimed_text", "progress_rate_text", "rate_text", "result_cells"]

_RESTRICTIONS: Mapping[Restriction, str] = MappingProxyType(
    {"part_of_year": mark("part of the year"), "incomplete": mark("incomplete")}
)


def result_cells(assessment: Assessment, view: View, notes: Footnotes) -> tuple[Cell, ...]:
    """Name, target, actual, achievement rate and status of an indicator as it stands."""
    indicator = assessment.placed.indicator
    shown = assessment.figure or assessment.latest
    actual = f"{when(shown)} {figure_text(shown, indicator.unit)}" if shown else DASH
    compared = comparison_in(indicator, shown.year, view) if shown else None
    if compared is not None and indicator.comparison is not None:
        actual += bracketed(f"{indicator.comparison.name} {figure(compared, indicator.unit)}")
    return (
        Cell(indicator.name + notes.marks(notes_on(assessment))),
        Cell(aim_text(assessment, view)),
        Cell(actual, "" if assessment.figure else "dim"),
        Cell(rate_text(assessment)),
        Cell(status_text(assessment), status_style(assessment.status)),
    )


def aim_text(assessment: Assessment, view: View) -> str:
    """The year of the target, and its number."""
    unit = assessment.placed.indicator.unit
    text = aimed_text(assessment, view, unit)
    if assessment.aimed is None:
        return text
    return f"{target_key(assessment.placed.indicator, assessment)} {text}"


def aimed_text(assessment: Assessment, view: View, unit: str) -> str:
    """The number of the target; behind it, what was aimed at before it was changed."""
    text = target_text(assessment.aimed, unit)
    before = first_target(assessment.placed.indicator, assessment.year, view)
    if assessment.aimed is None or before is None or before == assessment.aimed.target:
        return text
    return text + bracketed(_("formerly {target}").format(target=stated_target(before, unit)))


def rate_text(assessment: Assessment) -> str:
    """The achievement rate, marked where it is not that of a whole year against its own target."""
    return _marked(assessment.achievement_rate, assessment)


def progress_rate_text(assessment: Assessment) -> str:
    """The progress rate, marked likewise."""
    return _marked(assessment.progress_rate, assessment)


def _marked(value: Decimal | None, assessment: Assessment) -> str:
    if value is None:
        return rate(None)
    marks = [_(_RESTRICTIONS[each]) for each in assessment.restrictions]
    if assessment.against is not None and assessment.against != assessment.year:
        marks.append(_("of {year}").format(year=assessment.against.label))
    return rate(value) + "".join(map(bracketed, marks))
