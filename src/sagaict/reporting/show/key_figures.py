"""The figures of an indicator that are read first, each with its year: from where to where."""

from __future__ import annotations

from collections.abc import Iterator

from sagaict.computing.assessment import Assessment
from sagaict.computing.targets import targets_by_year
from sagaict.computing.view import View
from sagaict.language import _
from sagaict.language.quantities import DASH, figure
from sagaict.reporting.blocks import Cell, Key, Keys, marked
from sagaict.reporting.phrases import (
    figure_text,
    stated_target,
    status_text,
    target_key,
    target_text,
    when,
)
from sagaict.reporting.rates import called_rate
from sagaict.reporting.results import aimed_text, figure_before

__all__ = ["key_figures"]


def key_figures(assessment: Assessment, view: View) -> Keys:
    """The baseline, the result with the one before, the step of the year, the end, the rate."""
    return Keys(tuple(_keys(assessment, view)))


def _keys(assessment: Assessment, view: View) -> Iterator[Key]:
    indicator = assessment.placed.indicator
    unit, baseline = indicator.unit, indicator.baseline
    if baseline is not None and baseline.value is not None:
        moment = str(baseline.when) if baseline.when else _("year not given")
        yield Key(_("Baseline"), Cell(figure(baseline.value, unit)), (Cell(moment),))
    shown = assessment.figure or assessment.latest
    state = marked(status_text(assessment), assessment.status)
    if shown is None or shown.value is None:
        yield Key(_("Actual"), Cell(DASH), (state,))
    else:
        # The status is of the target judged, which an older figure says nothing of.
        judged = (state,) if assessment.figure is not None else ()
        beside = (Cell(when(shown)), *judged)
        before = figure_before(assessment, view)
        yield Key(_("Actual"), Cell(figure_text(shown, unit)), beside, before)
    yield from _targets(assessment, view)
    rated = called_rate(assessment)
    if rated != DASH:
        yield Key(_("Achievement rate"), Cell(rated))


def _targets(assessment: Assessment, view: View) -> Iterator[Key]:
    """The target it is held against, and the last one where that is another."""
    indicator = assessment.placed.indicator
    unit = indicator.unit
    targets = targets_by_year(indicator, view)
    last = max(targets, default=None)
    own = assessment.against in (None, assessment.year)
    due = target_key(indicator, assessment) if own else str(assessment.against)
    aimed = assessment.aimed if own else assessment.goal
    final = last is None or last <= (assessment.against or assessment.year)
    if aimed is not None:
        text = aimed_text(assessment, view, unit) if own else target_text(aimed, unit)
        beside = [Cell(due)]
        if assessment.figure is None and assessment.latest is not None:
            beside.append(marked(status_text(assessment), assessment.status))
        name = _("Final target") if final and len(targets) > 1 else _("Target")
        yield Key(name, Cell(text), tuple(beside))
    if last is not None and not final:
        moment = (indicator.period_due_in(last) or last).label
        text = stated_target(targets[last], unit)
        yield Key(_("Final target"), Cell(text), (Cell(moment),))
