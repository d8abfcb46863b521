"""`sagaict explain`: the formula with its numbers put in, each number with its source."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from sagaict.computing.assessment import Assessment, Computed
from sagaict.computing.declared import declaration_of, declared_rate
from sagaict.computing.figures import in_sight
from sagaict.computing.published_rates import check_rates
from sagaict.computing.targets import AimedAt, comparison_in
from sagaict.computing.view import View
from sagaict.domain.indicator import Indicator
from sagaict.domain.number import divide, group, round_to
from sagaict.domain.plan import numbered
from sagaict.language import _
from sagaict.language.quantities import DASH, day, difference, figure, rate, year
from sagaict.language.words import term
from sagaict.reporting.blocks import Block, Bullets, Cell, Heading, Paragraph, marked
from sagaict.reporting.notes import notes_on
from sagaict.reporting.phrases import (
    bracketed,
    figure_text,
    latest_text,
    relation_text,
    shown_value,
    status_text,
    target_key,
    target_text,
    when,
)
from sagaict.reporting.rates import (
    check_text,
    definition_of,
    progress_rate_text,
    published_against,
    rate_text,
    rated_text,
)
from sagaict.reporting.reasons import causes_text, gaps_text, reason_text
from sagaict.reporting.results import aimed_text
from sagaict.reporting.revisions import dropped_text, superseded_text

__all__ = ["explain_report", "explained"]


def explain_report(assessment: Assessment, view: View) -> list[Block]:
    """Step by step from the figures to the status; of an indicator with parts, of each of them."""
    blocks = _whole(assessment, view)
    for part in assessment.parts:
        blocks += explain_report(part, view)
    return blocks


def _whole(assessment: Assessment, view: View) -> list[Block]:
    placed, indicator = assessment.placed, assessment.placed.indicator
    title = placed.holder.title
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
                today=day(view.today),
            ),
            "dim",
        ),
    ]
    return [*blocks, explained(assessment, view)]


def explained(assessment: Assessment, view: View) -> Bullets:
    """The steps alone; of an indicator with parts, what these come to together."""
    if assessment.parts:
        return Bullets(tuple(_verdict(assessment, view)))
    return Bullets(
        (
            *_given(assessment, view),
            *_derived(assessment.computed, assessment.placed.indicator),
            *_rates(assessment),
            *_declared(assessment, view),
            *_expected(assessment),
            *(_step(_("Note: {text}").format(text=note)) for note in notes_on(assessment)),
            *_verdict(assessment, view),
        )
    )


def _step(text: str, source: str | None = None) -> Paragraph:
    pieces = [Cell(text)]
    if source:
        told = _("  [source: {source}]").format(source=source)
        pieces.append(Cell(told, "dim", source=source))
    return Paragraph(tuple(pieces))


def _given(assessment: Assessment, view: View) -> Iterator[Paragraph]:
    placed, indicator = assessment.placed, assessment.placed.indicator
    unit = indicator.unit
    if placed.also_under:
        yield _step(
            _("Also listed under {measures}: counted there, and once above").format(
                measures=_(", ").join(map(numbered, placed.also_under))
            )
        )
    baseline = indicator.baseline
    if baseline is not None and baseline.value is not None:
        yield _step(
            _("Baseline: {value} ({year})").format(
                value=figure(baseline.value, unit), year=baseline.when or _("year not given")
            ),
            baseline.source or placed.source,
        )
    else:
        yield _step(_("Baseline: none (which is not 0)"))
    if assessment.aimed is not None:
        yield _target(assessment.aimed, assessment, view)
    else:
        yield _step(_("Target: none for this year"))
    if assessment.goal is not None and assessment.against not in (None, assessment.year):
        yield _step(
            _("Held against the target of {year}: {value}").format(
                year=assessment.against, value=target_text(assessment.goal, unit)
            ),
            assessment.goal.target.source or placed.source,
        )
    yield from _figures(assessment, view)


def _target(aimed: AimedAt, assessment: Assessment, view: View) -> Paragraph:
    indicator = assessment.placed.indicator
    text = _("Target {year}: {value}").format(
        year=target_key(indicator, assessment), value=aimed_text(assessment, view, indicator.unit)
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
        text += _(" (printed: {text})").format(text=aimed.target.printed)
    return _step(text, aimed.target.source or assessment.placed.source)


def _figures(assessment: Assessment, view: View) -> Iterator[Paragraph]:
    result, indicator = assessment.figure, assessment.placed.indicator
    source, unit = assessment.placed.source, indicator.unit
    if result is None:
        yield _step(_("Actual: none reported (which is not 0)"))
        latest = assessment.latest
        if latest is None and (older := _older(assessment, view)):
            yield _step(_("Of before the plan, and judging nothing: {values}").format(values=older))
        if latest is not None:
            yield _step(
                _("The newest known is that of {when}: {value}").format(
                    when=when(latest), value=figure_text(latest, unit)
                ),
                latest.actual.source or source,
            )
        return
    if indicator.latest is not None and result.year < assessment.year:
        yield _step(
            _("Judged on the newest figure known, that of {year}; {age}").format(
                year=result.year, age=latest_text(indicator)
            )
        )
    compared = comparison_in(indicator, result.year, view)
    if compared is not None and indicator.comparison is not None:
        yield _step(
            _("{name} {year}: {value}").format(
                name=indicator.comparison.name, year=result.year, value=figure(compared, unit)
            ),
            indicator.comparison.source or source,
        )
    for part_year, actual in result.parts if len(result.parts) > 1 else ():
        value = term(actual.state) if actual.value is None else figure(actual.value, unit)
        covered = bracketed(str(actual.span)) if actual.span else ""
        yield _step(f"  {part_year.label}{covered}: {value}", actual.source or source)
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
    if result.share is not None:
        months = result.share * 12
        covered_months = divide(Decimal(months.numerator), Decimal(months.denominator))
        yield _step(
            _("It covers {months} of the 12 months of {year}").format(
                months=f"{round_to(covered_months):f}",
                year=result.year,
            )
        )
    if result.gaps:
        yield _step(_("Left out, not counted as 0: {years}").format(years=gaps_text(result.gaps)))


def _older(assessment: Assessment, view: View) -> str:
    """The results of years before the plan: they are there, but no target was in force."""
    indicator, begins = assessment.placed.indicator, assessment.placed.plan.period.first
    return _(", ").join(
        f"{year} {figure(actual.value, indicator.unit)}"
        for year, actual in sorted(in_sight(indicator, view).items())
        if actual.value is not None and year < begins
    )


def _derived(computed: Computed | None, indicator: Indicator) -> Iterator[Paragraph]:
    """What it comes to; as long as something is missing, only how far that has got."""
    if computed is None or indicator.derived is None:
        return
    if computed.value is None:
        text = _(
            "Computed from the data: no value yet, {count} of {of} so far; without a result: {rest}"
        )
        yield _step(
            text.format(
                count=computed.numerator, of=computed.denominator, rest=causes_text(computed.gaps)
            )
        )
    elif indicator.derived.sum_of:
        text = _("Computed from the data: sum of {count} indicators = {value}")
        value = figure(computed.value, indicator.unit)
        yield _step(text.format(count=computed.denominator, value=value) + _state(computed))
    else:
        text = _("Computed from the data: {numerator} ÷ {denominator} = {value}")
        yield _step(
            text.format(
                numerator=computed.numerator,
                denominator=computed.denominator,
                value=rate(computed.value),
            )
            + _state(computed)
        )


def _state(computed: Computed) -> str:
    return "" if computed.state == "final" else bracketed(term(computed.state))


def _rates(assessment: Assessment) -> Iterator[Paragraph]:
    result, aimed = assessment.figure, assessment.goal
    indicator = assessment.placed.indicator
    if aimed is not None and aimed.target.form in ("words", "range"):
        yield _step(_("Achievement rate: none, as the target is no single number"))
        return
    if result is None or result.value is None or aimed is None or aimed.value is None:
        yield _step(_("Achievement rate: undefined without both target and actual"))
        return
    aim = shown_value(aimed.value, aimed)
    actual, target = group(result.value), group(aim)
    first, second = (actual, target) if indicator.direction == "increase" else (target, actual)
    formula = _("actual ÷ target") if indicator.direction == "increase" else _("target ÷ actual")
    if assessment.achievement_rate is None:
        yield _step(
            _(
                "Achievement rate = {formula} = {first} ÷ {second}: none, since both must be more "
                "than 0 for it to say anything"
            ).format(formula=formula, first=first, second=second)
        )
    else:
        yield _step(
            _("Achievement rate = {formula} = {first} ÷ {second} = {rate} (half-up)").format(
                formula=formula,
                first=first,
                second=second,
                rate=rate_text(assessment),
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
                rate=progress_rate_text(assessment),
            )
        )
    yield _step(
        _("Difference to the target: {difference}").format(
            difference=difference(result.value - aim, indicator.unit)
        )
    )


def _declared(assessment: Assessment, view: View) -> Iterator[Paragraph]:
    """The rate as the body declares it, then what it published of the year."""
    placed, rated = assessment.placed, declared_rate(assessment)
    declared = declaration_of(placed)
    if declared is not None and rated is not None:
        if placed.indicator.rate is None:
            text = _("What the plan calls the achievement rate: {rate} ({definition})")
        else:
            text = _("What is called the achievement rate here: {rate} ({definition})")
        shown = rated_text(rated)
        yield _step(text.format(rate=shown, definition=definition_of(declared)))
    for check in check_rates(placed, view):
        if check.published.year == assessment.year:
            yield _step(
                _("Published {year}: {rate}").format(
                    year=published_against(check.published), rate=check_text(check)
                ),
                check.published.source or placed.source,
            )


def _expected(assessment: Assessment) -> Iterator[Paragraph]:
    expected = assessment.expected
    if expected is None:
        return
    unit = assessment.placed.indicator.unit
    value = figure(round_to(expected.value), unit)
    if expected.share is not None and expected.whole is not None:
        yield _step(
            _("Expected of the time covered: {value}, its share of the year's {whole}").format(
                value=value, whole=figure(round_to(expected.whole), unit)
            )
        )
        value = figure(round_to(expected.whole), unit)
    if expected.method == "comparison":
        text = _("Expected now: {value}, from the comparison of the same year").format(value=value)
    elif expected.method == "years":
        text = _("Expected now: {value}, the targets of the years so far added up")
        text = text.format(value=value)
    elif expected.method == "interim":
        text = _("Expected now: {value}, the target of that year").format(value=value)
    elif expected.method == "hold":
        if assessment.placed.indicator.hold:
            text = _("Expected now: {value}, the target itself (it is to be held)")
        else:
            text = _("Expected now: {value}, the target itself (the baseline meets it: to be kept)")
        text = text.format(value=value)
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
            text += _(" (no document gives the baseline's year; taken: the last it can be of)")
    yield _step(text)


def _verdict(assessment: Assessment, view: View) -> Iterator[Paragraph]:
    year = assessment.year.label
    for text in (
        dropped_text(assessment.placed, view),
        superseded_text(assessment.placed.plan, view),
    ):
        if text:
            yield Paragraph.of(text, "warn")
    if assessment.due:
        yield _step(_("{year} has ended: the target is due").format(year=year))
    elif assessment.status == "discontinued":
        yield _step(_("{year}: the target never falls due").format(year=year))
    elif assessment.against == assessment.year:
        yield _step(_("{year}: not due yet").format(year=year))
    elif assessment.against is not None:
        yield _step(
            _("{year} has no target: held against the way to the next one").format(year=year)
        )
    name = status_text(assessment)
    yield Paragraph(
        (
            Cell(_("Status: ")),
            marked(name, assessment.status),
            Cell(f"  {reason_text(assessment)}", "dim"),
        )
    )
