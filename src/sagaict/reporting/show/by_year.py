"""The figures of an indicator as a page has them: a line for each year, plan by plan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sagaict.computing.assessment import Assessment
from sagaict.computing.declared import declaration_of
from sagaict.computing.judging import assess
from sagaict.computing.series import Stretch
from sagaict.computing.view import View
from sagaict.domain.portfolio import PlacedIndicator
from sagaict.domain.results import EarlierActual
from sagaict.language import _
from sagaict.language.quantities import DASH, figure, period
from sagaict.language.words import term
from sagaict.reporting.blocks import Border, Cell, Column, Row, Section, Table, marked
from sagaict.reporting.chart import (
    baseline_year,
    expected_on_the_way,
    in_its_place,
    is_own,
    whole_way,
    years_judged,
)
from sagaict.reporting.explain_report import explained
from sagaict.reporting.phrases import (
    bracketed,
    figure_text,
    plan_title,
    status_text,
    target_key,
    when,
)
from sagaict.reporting.rates import called_rate, progress_rate_text, rate_text
from sagaict.reporting.results import aimed_text, rounded_text

__all__ = ["by_year"]

_Cells = dict[str, Cell]


def by_year(stretches: Sequence[Stretch], view: View) -> Table:
    """Every year with its target, result, what is expected, rates and status.

    Columns of which no line has anything are left out. Of an indicator with parts each part is
    told by itself; below the year by which one is judged stands why.
    """
    lines: list[_Cells | Section] = []
    reasons: dict[int, Assessment] = {}
    for before, each in zip((None, *stretches), stretches, strict=False):
        if len(stretches) > 1:
            lines.append(_plan(each, before))
        for placed in each.placed.with_figures:
            if placed.part is not None:
                said = _("for reading only") if placed.part.reading else ""
                lines.append(Section(placed.part.name, int(len(stretches) > 1), said))
            judged = None if placed.part is None or placed.part.reading else assess(placed, view)
            for line, year in _years(placed, view):
                if judged is not None and year is not None and year.year == judged.year:
                    reasons[len(lines)] = judged
                lines.append(line)
    named = [line for line in lines if isinstance(line, dict)]
    names = [name for name in _names(stretches) if any(name in line for line in named)]
    rows = (
        line
        if isinstance(line, Section)
        else Row(
            tuple(line.get(name, Cell("")) for name in names),
            folded=(explained(reasons[number], view),) if number in reasons else (),
        )
        for number, line in enumerate(lines)
    )
    return Table(tuple(map(_column, names)), tuple(rows))


def _names(stretches: Sequence[Stretch]) -> list[str]:
    """What a line may tell, in this order."""
    series = [each.placed.indicator.comparison for each in stretches]
    return [
        _("Year"),
        _("Target"),
        _("Actual"),
        *(each.name for each in series if each is not None),
        _("Expected on the way"),
        _("Achievement rate"),
        _("Progress rate"),
        _("Rate as declared"),
        _("Status"),
    ]


def _column(name: str) -> Column:
    left = name in (_("Year"), _("Status"))
    return Column(name, "left" if left else "right")


def _plan(stretch: Stretch, before: Stretch | None) -> Section:
    placed = stretch.placed
    title = plan_title(placed.plan) + bracketed(period(placed.plan.period))
    note = placed.indicator.name
    if stretch.link is not None:
        said = _("carried on: {basis}").format(basis=term(stretch.link.basis))
        note = f"{note}  {said}"
    border: Border = "" if before is None else "stated" if before.stated else "open"
    return Section(title, note=note, about=placed.full_id, border=border)


def _years(placed: PlacedIndicator, view: View) -> Iterator[tuple[_Cells, Assessment | None]]:
    """The years in their order, the baseline in its place among them."""
    judged = whole_way(placed, years_judged(placed, view), view)
    begin = baseline_year(placed)
    before = [each for each in judged if each.year < begin]
    yield from (line for each in before for line in _year(each, placed, view))
    baseline = placed.indicator.baseline
    if baseline is not None and baseline.value is not None:
        moment = _("Baseline ({when})").format(when=baseline.when or _("year not given"))
        shown = figure(baseline.value, placed.indicator.unit)
        yield {_("Year"): Cell(moment), _("Actual"): Cell(shown)}, None
    for each in judged[len(before) :]:
        yield from _year(each, placed, view)


def _year(
    each: Assessment, placed: PlacedIndicator, view: View
) -> Iterator[tuple[_Cells, Assessment | None]]:
    """What was replaced, then the year itself."""
    actual = placed.indicator.actuals.get(each.year)
    if actual is not None and view.sees(each.year):
        for gone in actual.earlier:
            yield _replaced(gone, each.year.label, placed.indicator.unit), None
    yield dict(_told(each, view)), each


def _replaced(gone: EarlierActual, label: str, unit: str) -> _Cells:
    """A figure in the place of which a later one came."""
    value = DASH if gone.value is None else figure(gone.value, unit)
    cells = {
        _("Year"): label,
        _("Actual"): _dated(value, str(gone.as_of or gone.span or "")),
        _("Status"): _("{state}, replaced").format(state=term(gone.state)),
    }
    return {name: Cell(text, "dim") for name, text in cells.items()}


def _dated(shown: str, moment: str) -> str:
    """A figure; below it of when it is."""
    return "\n".join(filter(None, (shown, moment)))


def _told(each: Assessment, view: View) -> Iterator[tuple[str, Cell]]:
    """What is known of a year, by the name of its column."""
    indicator = each.placed.indicator
    unit, result = indicator.unit, each.figure if is_own(each) else None
    yield _("Year"), Cell(target_key(indicator, each))
    if each.aimed is not None:
        yield _("Target"), Cell(aimed_text(each, view, unit))
    # Late statistics are judged by an older figure, which has a line of its own.
    shown = each.figure if indicator.latest is not None else result
    if shown is not None and shown.value is not None:
        moment = when(shown) if when(shown) != target_key(indicator, each) else ""
        text = _dated(figure_text(shown, unit), moment)
        yield _("Actual"), Cell(text, "strong" if shown is result else "dim")
    else:
        yield _("Actual"), Cell(in_its_place(each, view) or DASH, "dim")
    series = indicator.comparison
    beside = series.figures.get(each.year) if series is not None else None
    if series is not None and beside is not None:
        yield series.name, Cell(figure(beside, unit), "dim")
    expected = expected_on_the_way(each, view)
    if expected is not None:
        yield _("Expected on the way"), Cell(rounded_text(expected, unit), "dim")
    if result is not None:
        rates = {
            _("Achievement rate"): rate_text(each),
            _("Progress rate"): progress_rate_text(each),
            _("Rate as declared"): called_rate(each) if declaration_of(each.placed) else DASH,
        }
        yield from ((name, Cell(text)) for name, text in rates.items() if text != DASH)
    if each.aimed is not None or result is not None or each.status in ("pending", "not_reported"):
        yield _("Status"), marked(status_text(each), each.status)
