"""The line of an indicator, the same in every table of results."""

from __future__ import annotations

from collections.abc import Iterator

from sagaict.computing.assessment import Assessment
from sagaict.computing.judging import assess
from sagaict.computing.targets import comparison_in, first_target
from sagaict.computing.view import View
from sagaict.language import _
from sagaict.language.quantities import DASH, figure
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
from sagaict.reporting.rates import called_rate

__all__ = ["aim_text", "aimed_text", "result_cells", "with_parts"]


def with_parts(assessment: Assessment, view: View) -> Iterator[tuple[int, Assessment]]:
    """The judgement, and one step further in those on its parts, also those for reading only."""
    yield 0, assessment
    for each in assessment.placed.parts:
        yield 1, assess(each, view)


def result_cells(assessment: Assessment, view: View, notes: Footnotes) -> tuple[Cell, ...]:
    """Name, target, actual, achievement rate and status of an indicator as it stands."""
    indicator, part = assessment.placed.indicator, assessment.placed.part
    shown = assessment.figure or assessment.latest
    actual = f"{when(shown)} {figure_text(shown, indicator.unit)}" if shown else DASH
    compared = comparison_in(indicator, shown.year, view) if shown else None
    if compared is not None and indicator.comparison is not None:
        actual += bracketed(f"{indicator.comparison.name} {figure(compared, indicator.unit)}")
    return (
        Cell((part.name if part else indicator.name) + notes.marks(notes_on(assessment))),
        Cell(aim_text(assessment, view)),
        Cell(actual, "" if assessment.figure else "dim"),
        Cell(called_rate(assessment)),
        Cell(status_text(assessment), status_style(assessment.status), assessment.status),
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
