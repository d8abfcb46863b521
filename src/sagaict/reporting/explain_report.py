"""`sagaict explain`: the formula with its numbers put in, each number with its source."""

from __future__ import annotations

from collections.abc import Iterator

from sagaict.computing.assessment import Assessment
from sagaict.computing.closure import is_dropped, is_superseded
from sagaict.computing.derived import Computed
from sagaict.computing.figures import Figure
from sagaict.computing.membership import dropped_by, superseded_by
from sagaict.computing.targets import AimedAt
from sagaict.computing.view import View
from sagaict.domain.indicator import Indicator
from sagaict.domain.number import group, round_to
from sagaict.language import _
from sagaict.language.quantities import DASH, difference, figure, rate, year
from sagaict.language.words import term
from sagaict.reporting.blocks import Block, Bullets, Cell, Heading, Paragraph, status_style
from sagaict.reporting.phrases import (
    figure_text,
    relation_text,
    shown_value,
    status_text,
    target_key,
    target_text,
    when,
)
from sagaict.reporting.revisions import dropped_text, superseded_text

__all__ = ["explain_report"]


def explain_report(assessment: Assessment, computed: Computed | None, view: View) -> list[Block]:
    """Step by step from the figures to the status."""
    placed, indicator = assessment.placed, assessment.placed.indicator
    title = placed.project.title if placed.project else placed.measure.title
    blocks: list[Block] = [
        Heading(f"{title} / {indicator.name}"),
        Paragraph.of(
            _(
                "{id}: {kind}, {direction}, {aggregation}; {year}, seen from {as_of} on {today}"
            ).format(
                id=placed.full_id,
                kind=term(placed.kind),
                direction=term(indicator.direction),
                aggregation=term(indicator.aggregation),
                year=target_key(indicator, assessment),
                as_of=year(view.as_of),
                today=view.today.isoformat(),
            ),
            "dim",
        ),
    ]
    steps = [
        *_given(assessment),
        *_derived(computed, indicator),
        *_rates(assessment),
        *_expected(assessment),
        *_verdict(assessment, view),
    ]
    blocks.append(Bullets(tuple(steps)))
    return blocks


def _step(text: str, source: str | None = None) -> Paragraph:
    pieces = [Cell(text)]
    if source:
        pieces.append(Cell(_("  [source: {source}]").format(source=source), "dim"))
    return Paragraph(tuple(pieces))


def _given(assessment: Assessment) -> Iterator[Paragraph]:
    placed, indicator = assessment.placed, assessment.placed.indicator
    unit = indicator.unit
    baseline = indicator.baseline
    if baseline is not None and baseline.value is not None:
        at = baseline.when
        yield _step(
            _("Baseline: {value} ({year})").format(
                value=figure(baseline.value, unit), year=at or _("year not given")
            ),
            baseline.source or placed.source,
        )
    else:
        yield _step(_("Baseline: none (which is not 0)"))
    if assessment.aimed is not None:
        yield _target(assessment.aimed, indicator, assessment)
    else:
        yield _step(_("Target: none for this year"))
    yield from _figures(assessment.figure, placed.source, unit)


def _target(aimed: AimedAt, indicator: Indicator, assessment: Assessment) -> Paragraph:
    printed = _(" (printed: {text})").format(text=aimed.target.printed)
    text = _("Target {year}: {value}").format(
        year=target_key(indicator, assessment), value=target_text(aimed, indicator.unit)
    )
    if aimed.target.relative is not None:
        relation = relation_text(aimed.target.relative)
        if aimed.basis is None:
            text += _(" = {relation}; its basis is not known yet").format(relation=relation)
        else:
            text += _(" = {relation}, basis {basis}").format(
                relation=relation, basis=figure(aimed.basis, indicator.unit)
            )
    if aimed.target.printed:
        text += printed
    return _step(text, aimed.target.source or assessment.placed.source)


def _figures(result: Figure | None, source: str | None, unit: str) -> Iterator[Paragraph]:
    if result is None:
        yield _step(_("Actual: none reported (which is not 0)"))
        return
    for part_year, actual in result.parts if len(result.parts) > 1 else ():
        value = DASH if actual.value is None else figure(actual.value, unit)
        yield _step(f"  {part_year.label}: {value}", actual.source or source)
    note = "" if result.state == "final" else f" [{term(result.state)}]"
    shown = figure_text(result, unit) if result.value is None else figure(result.value, unit) + note
    yield _step(
        _("Actual {when}: {value}").format(when=when(result), value=shown),
        result.actual.source or source,
    )
    for gone in result.actual.earlier:
        value = DASH if gone.value is None else figure(gone.value, unit)
        at = gone.as_of or gone.span or ""
        yield _step(
            _("replaces {value} ({state} {when})")
            .format(value=value, state=term(gone.state), when=at)
            .replace(" )", ")"),
            gone.source or source,
        )
    if result.missing:
        years = ", ".join(each.label for each in result.missing)
        yield _step(_("Not reported and left out, not counted as 0: {years}").format(years=years))


def _derived(computed: Computed | None, indicator: Indicator) -> Iterator[Paragraph]:
    if computed is None or indicator.derived is None:
        return
    if computed.value is None:
        yield _step(_("Computed from the data: not possible, nothing is reported"))
        return
    if indicator.derived.sum_of:
        text = _("Computed from the data: sum of {count} indicators = {value}").format(
            count=computed.denominator, value=figure(computed.value, indicator.unit)
        )
    else:
        text = _("Computed from the data: {numerator} ÷ {denominator} = {value}").format(
            numerator=computed.numerator,
            denominator=computed.denominator,
            value=rate(computed.value),
        )
    if computed.left_out:
        text += _("; {count} without a result are left out").format(count=computed.left_out)
    yield _step(text)


def _rates(assessment: Assessment) -> Iterator[Paragraph]:
    result, aimed = assessment.figure, assessment.aimed
    indicator = assessment.placed.indicator
    if result is None or result.value is None or aimed is None or aimed.value is None:
        yield _step(_("Achievement rate: undefined without both target and actual"))
        return
    aim = shown_value(aimed.value, aimed)
    actual, target = group(result.value), group(aim)
    first, second = (actual, target) if indicator.direction == "increase" else (target, actual)
    formula = _("actual ÷ target") if indicator.direction == "increase" else _("target ÷ actual")
    if assessment.achievement_rate is None:
        yield _step(
            _("Achievement rate = {formula} = {first} ÷ {second}: undefined, division by 0").format(
                formula=formula, first=first, second=second
            )
        )
    else:
        yield _step(
            _("Achievement rate = {formula} = {first} ÷ {second} = {rate} (half-up)").format(
                formula=formula,
                first=first,
                second=second,
                rate=rate(assessment.achievement_rate),
            )
        )
    baseline = indicator.baseline.value if indicator.baseline else None
    if assessment.progress_rate is not None and baseline is not None:
        yield _step(
            _(
                "Progress rate = (actual − baseline) ÷ (target − baseline) = "
                "({actual} − {baseline}) ÷ ({target} − {baseline}) = {rate}"
            ).format(
                actual=actual,
                target=target,
                baseline=group(baseline),
                rate=rate(assessment.progress_rate),
            )
        )
    yield _step(
        _("Difference to the target: {difference}").format(
            difference=difference(result.value - aim, indicator.unit)
        )
    )


def _expected(assessment: Assessment) -> Iterator[Paragraph]:
    expected = assessment.expected
    if expected is None:
        return
    unit = assessment.placed.indicator.unit
    value = figure(round_to(expected.value), unit)
    if expected.method == "interim":
        text = _("Expected now: {value}, the target of that year").format(value=value)
    elif expected.method == "target_itself":
        text = _(
            "Expected now: {value}, the target itself (without a baseline there is no path to it)"
        ).format(value=value)
    else:
        start = figure(expected.start, unit) if expected.start is not None else DASH
        text = _("Expected now: {value}, on a straight line from {start} in {year}").format(
            value=value, start=start, year=expected.start_year
        )
        if expected.assumed_start_year:
            text += _(" (no document gives the baseline's year; taken: the year before the plan)")
    yield _step(text)


def _verdict(assessment: Assessment, view: View) -> Iterator[Paragraph]:
    year = assessment.year.label
    withdrawn = _withdrawn(assessment, view)
    for text in (
        dropped_text(assessment.placed, view),
        superseded_text(assessment.placed.plan, view),
    ):
        if text:
            yield Paragraph.of(text, "warn")
    if assessment.due:
        yield _step(_("{year} has ended: the target is due").format(year=year))
    elif withdrawn:
        yield _step(_("{year}: the target never falls due").format(year=year))
    elif assessment.aimed is None:
        yield _step(
            _("{year} has no target: held against the way to the next one").format(year=year)
        )
    else:
        yield _step(_("{year}: not due yet").format(year=year))
    name = status_text(assessment)
    yield Paragraph(
        (
            Cell(_("Status: ")),
            Cell(name, status_style(assessment.status)),
            Cell(f"  {_why(assessment, withdrawn=withdrawn)}", "dim"),
        )
    )


def _withdrawn(assessment: Assessment, view: View) -> bool:
    """Whether the target was withdrawn before it fell due, as the view sees it."""
    placed, year = assessment.placed, assessment.year
    if assessment.aimed is None:
        return False
    return (dropped_by(placed, view) is not None and is_dropped(placed, year)) or (
        superseded_by(placed.plan, view) is not None and is_superseded(placed.plan, year)
    )


def _why(assessment: Assessment, *, withdrawn: bool) -> str:
    if withdrawn and assessment.status == "not_due":
        return _("the target was withdrawn, and there is no figure")
    reasons = {
        "met": _("the unrounded figure reaches the target"),
        "unmet": _("a final figure falls short of the target"),
        "on_track": _("the figure reaches what is expected now"),
        "behind": _("the figure falls short of what is expected now"),
        "pending": _("the city is still assessing it"),
        "not_reported": _("due, but no figure has been given: missing is not unmet"),
        "not_due": _("the target lies ahead and no figure is known yet"),
        "undecided": _("no target has been set"),
        "not_assessable": _("it cannot be assessed from what is known"),
    }
    return reasons[assessment.status]
