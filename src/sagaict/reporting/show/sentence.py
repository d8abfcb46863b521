"""What is said of an indicator in ten seconds: how it stands, in a sentence or two."""

from __future__ import annotations

from collections.abc import Iterator

from sagaict.computing.assessment import Assessment
from sagaict.computing.targets import targets_by_year
from sagaict.computing.view import View
from sagaict.language import _
from sagaict.language.quantities import DASH, figure
from sagaict.reporting.blocks import Cell, Paragraph, marked
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
from sagaict.reporting.reasons import reason_text
from sagaict.reporting.results import aimed_text, rounded_text
from sagaict.reporting.tally_sentences import running

__all__ = ["sentence"]

_PLAIN = frozenset({"reached", "missed", "no_figure", "later"})
"""Reasons that the figures say themselves."""


def sentence(assessment: Assessment, view: View) -> Paragraph:
    """The status with its mark, then the figure against its target, the reason, what is ahead."""
    status = marked(status_text(assessment), assessment.status)
    said = running(_said(assessment, view))
    return Paragraph((status, Cell(_(": {text}").format(text=said), "lead")))


def _why(assessment: Assessment) -> str:
    clause = reason_text(assessment)
    return _("{clause}.").format(clause=clause[:1].upper() + clause[1:])


def _said(assessment: Assessment, view: View) -> Iterator[str]:
    if assessment.parts:
        yield _why(assessment)
    elif assessment.figure is not None and assessment.figure.value is not None:
        yield _result(assessment, view)
        yield from _expected(assessment)
        if assessment.reason.why not in _PLAIN:
            yield _why(assessment)
    else:
        yield from _without_figure(assessment, view)
    yield from _ahead(assessment, view)
    period = assessment.placed.plan.period
    if period.last < view.as_of:
        yield _("The plan ended with {year}.").format(year=period.last.label)


def _result(assessment: Assessment, view: View) -> str:
    """The figure, and how far that is from the target it is held against."""
    unit, result = assessment.placed.indicator.unit, assessment.figure
    given = {
        "when": when(result) if result else DASH,
        "actual": figure_text(result, unit),
        "target": _aim(assessment, view),
        "year": _due(assessment),
        "rate": called_rate(assessment),
    }
    if assessment.goal is None:
        return _("The result of {when} is {actual}.").format(**given)
    if given["rate"] == DASH:
        text = _("The result of {when} is {actual}; the target for {year} is {target}.")
    else:
        text = _(
            "The result of {when} is {actual} against a target of {target} for {year}: an "
            "achievement rate of {rate}."
        )
    return text.format(**given)


def _due(assessment: Assessment) -> str:
    """The year of the target it is held against."""
    if assessment.against in (None, assessment.year):
        return target_key(assessment.placed.indicator, assessment)
    return str(assessment.against)


def _aim(assessment: Assessment, view: View) -> str:
    """That target."""
    unit = assessment.placed.indicator.unit
    if assessment.against in (None, assessment.year) and assessment.aimed is not None:
        return aimed_text(assessment, view, unit)
    return target_text(assessment.goal, unit)


def _without_figure(assessment: Assessment, view: View) -> Iterator[str]:
    """Why there is none; then what is known instead."""
    placed = assessment.placed
    unit, baseline = placed.indicator.unit, placed.indicator.baseline
    aimed = assessment.goal or assessment.aimed
    if aimed is not None:
        text = _("The target for {year} is {target}.")
        yield text.format(year=_due(assessment), target=_aim(assessment, view))
    yield _why(assessment)
    latest = assessment.latest
    if latest is not None and latest.value is not None:
        shown = figure_text(latest, unit)
        text = _("The newest result is {actual} ({when}).")
        yield text.format(actual=shown, when=when(latest))
    elif baseline is not None and baseline.value is not None:
        moment = bracketed(str(baseline.when)) if baseline.when else ""
        shown = figure(baseline.value, unit)
        yield _("The baseline is {value}{when}.").format(value=shown, when=moment)


def _expected(assessment: Assessment) -> Iterator[str]:
    """What it is held against where that is not the target."""
    expected = assessment.expected
    if expected is None or assessment.reason.why != "expectation" or assessment.figure is None:
        return
    if expected.method in ("line", "line_from_zero", "comparison", "years"):
        shown = rounded_text(expected.value, assessment.placed.indicator.unit)
        text = _("Expected of {when} was {value}.")
        yield text.format(when=when(assessment.figure), value=shown)


def _ahead(assessment: Assessment, view: View) -> Iterator[str]:
    """The last target, where that is not the one told of."""
    indicator = assessment.placed.indicator
    targets = targets_by_year(indicator, view)
    last = max(targets, default=None)
    if last is None or last <= (assessment.against or assessment.year):
        return
    year = (indicator.period_due_in(last) or last).label
    text = stated_target(targets[last], indicator.unit)
    yield _("The final target is {target} ({year}).").format(year=year, target=text)
