"""The line of an indicator, the same in every table of results."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from sagaict.computing.assessment import Assessment
from sagaict.computing.expectation import expected_in
from sagaict.computing.figures import latest_figure
from sagaict.computing.judging import assess
from sagaict.computing.targets import comparison_in, first_target, targets_by_year
from sagaict.computing.view import View
from sagaict.domain.indicator import Indicator
from sagaict.domain.number import round_to
from sagaict.language import _
from sagaict.language.quantities import DASH, figure
from sagaict.reporting.blocks import Cell, marked
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

__all__ = [
    "aim_text",
    "aimed_text",
    "figure_before",
    "path_cells",
    "result_cells",
    "rounded_text",
    "with_parts",
]


def with_parts(assessment: Assessment, view: View) -> Iterator[tuple[int, Assessment]]:
    """The judgement, and one step further in those on its parts, also those for reading only."""
    yield 0, assessment
    for each in assessment.placed.parts:
        yield 1, assess(each, view)


def result_cells(
    assessment: Assessment, view: View, notes: Footnotes | None = None
) -> tuple[Cell, ...]:
    """Name, target, actual, achievement rate and status of an indicator as it stands.

    Without `notes` it has no marks: they stand elsewhere on the page.
    """
    indicator, part = assessment.placed.indicator, assessment.placed.part
    shown = assessment.figure or assessment.latest
    actual = f"{when(shown)} {figure_text(shown, indicator.unit)}" if shown else DASH
    compared = comparison_in(indicator, shown.year, view) if shown else None
    if compared is not None and indicator.comparison is not None:
        actual += bracketed(f"{indicator.comparison.name} {figure(compared, indicator.unit)}")
    marks = notes.marks(notes_on(assessment)) if notes else ""
    return (
        Cell((part.name if part else indicator.name) + marks, about=assessment.placed.id_of_whole),
        Cell(aim_text(assessment, view)),
        Cell(actual, "" if assessment.figure else "dim"),
        Cell(called_rate(assessment)),
        marked(status_text(assessment), assessment.status),
    )


def path_cells(
    assessment: Assessment, view: View, notes: Footnotes | None = None
) -> tuple[Cell, ...]:
    """Name, baseline, actual, target, rate and status: the whole way.

    Below the target judged stands what else of the way is known: what is expected by now, or the
    final target; below the result the one before it.
    """
    name, target, actual, rate, status = result_cells(assessment, view, notes)
    before = figure_before(assessment, view)
    actual = replace(actual, text="\n".join(filter(None, (actual.text, before))))
    beside = _final(assessment, view) or _expected(assessment, view)
    aims = replace(target, text="\n".join(filter(None, (target.text, beside))))
    baseline = Cell(_baseline_text(assessment.placed.indicator), "dim")
    return name, baseline, actual, aims, rate, status


def figure_before(assessment: Assessment, view: View) -> str:
    """The newest result of an earlier year than that of the one shown; empty if there is none."""
    shown = assessment.figure or assessment.latest
    if shown is None:
        return ""
    indicator = assessment.placed.indicator
    earlier = latest_figure(indicator, view, until=shown.year.plus(-1))
    if earlier is None or earlier.value is None or earlier.year >= shown.year:
        return ""
    return _("before {figure}").format(
        figure=f"{when(earlier)} {figure_text(earlier, indicator.unit)}"
    )


def _baseline_text(indicator: Indicator) -> str:
    baseline = indicator.baseline
    if baseline is None or baseline.value is None:
        return DASH
    moment = baseline.fiscal_year.label if baseline.fiscal_year else ""
    return f"{moment} {figure(baseline.value, indicator.unit)}".lstrip()


def _final(assessment: Assessment, view: View) -> str:
    """The last target; nothing where that is the one judged."""
    indicator = assessment.placed.indicator
    targets = targets_by_year(indicator, view)
    last = max(targets, default=None)
    if last is None or last <= assessment.year:
        return ""
    when_due = (indicator.period_due_in(last) or last).label
    text = stated_target(targets[last], indicator.unit)
    return _("finally {target}").format(target=f"{when_due} {text}")


def _expected(assessment: Assessment, view: View) -> str:
    """What is expected by the view's year, on the way to the target."""
    placed, aimed = assessment.placed, assessment.aimed
    if assessment.due or assessment.status == "discontinued" or aimed is None:
        return ""
    expected = expected_in(placed, view.as_of, assessment.year, aimed, view)
    if expected is None or expected.method not in ("line", "line_from_zero", "comparison"):
        return ""
    return _("expected {value}").format(value=rounded_text(expected.value, placed.indicator.unit))


def rounded_text(value: Decimal, unit: str) -> str:
    """What is expected, to a tenth; a whole number without one."""
    rounded = round_to(value)
    whole = rounded.to_integral_value()
    return figure(whole if whole == rounded else rounded, unit)


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
