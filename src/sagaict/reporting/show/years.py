"""An indicator year by year: figures side by side, bars, and what needs words."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from sagaict.computing.assessment import Assessment
from sagaict.computing.declared import declaration_of
from sagaict.computing.published_rates import check_rates
from sagaict.computing.view import View
from sagaict.domain.fiscal import FiscalYear
from sagaict.domain.indicator import Indicator
from sagaict.domain.portfolio import PlacedIndicator
from sagaict.domain.results import Baseline, EarlierActual
from sagaict.language import _
from sagaict.language.quantities import DASH, figure, unit_name
from sagaict.language.words import term
from sagaict.reporting.blocks import (
    Block,
    Bullets,
    Cell,
    Column,
    Paragraph,
    Row,
    Table,
    marked,
    status_style,
)
from sagaict.reporting.chart import baseline_year, chart, years_judged
from sagaict.reporting.citing import cited
from sagaict.reporting.phrases import (
    bracketed,
    figure_text,
    stated_target,
    status_text,
    target_key,
    when,
)
from sagaict.reporting.rates import (
    called_rate,
    check_text,
    progress_rate_text,
    published_against,
    rate_text,
)
from sagaict.reporting.results import aimed_text

__all__ = ["side_by_side", "words_on"]

_YearCells = tuple[str, tuple[Cell, ...]]
"""A column: its heading, and a cell for each of `_row_names`."""


def side_by_side(
    placed: PlacedIndicator, view: View, *, ascii_only: bool, drawn: bool = True
) -> Iterator[Block]:
    """The years side by side, then (`drawn`) targets against actuals, then what needs words."""
    indicator = placed.indicator
    judged = years_judged(placed, view)
    baseline = indicator.baseline
    begin = baseline_year(placed)
    columns = [
        *(_year(each, view) for each in judged if each.year < begin),
        *([_baseline(placed, baseline)] if baseline else []),
        *(_year(each, view) for each in judged if each.year >= begin),
    ]
    lines = [
        Row((Cell(name, "dim"), *(cells[number] for _title, cells in columns)))
        for number, name in enumerate(_row_names(placed))
    ]
    yield Table(
        (Column(unit_name(indicator.unit)), *(Column(title, "right") for title, _cells in columns)),
        (*lines[:2], *(line for line in lines[2:] if _says_something(line))),
    )
    path = chart(placed, judged, view, ascii_only=ascii_only) if drawn else None
    if path is not None:
        yield path
    words = list(words_on(placed, view))
    if words:
        yield Bullets(tuple(words))


def _says_something(line: Row) -> bool:
    """Whether a year has more than a dash: of a target and a result that is told too."""
    return any(cell.text.strip(DASH) for cell in line.cells[1:])


def _baseline(placed: PlacedIndicator, baseline: Baseline) -> _YearCells:
    at = baseline.when
    value = figure(baseline.value, "") if baseline.value is not None else DASH
    beside = _compared(placed.indicator, baseline.fiscal_year)
    empty = Cell("", "dim")
    title = str(at) if at else _("baseline")
    below = 4 if declaration_of(placed) is None else 5
    return title, (empty, Cell(value, "dim"), *beside, *[empty] * below)


def _year(judged: Assessment, view: View) -> _YearCells:
    return target_key(judged.placed.indicator, judged), (
        Cell(aimed_text(judged, view, "")),
        Cell(figure_text(judged.figure)),
        *_compared(judged.placed.indicator, judged.year),
        Cell(when(judged.figure) if judged.figure else DASH, "dim"),
        Cell(rate_text(judged)),
        Cell(progress_rate_text(judged)),
        *_declared(judged),
        marked(status_text(judged), judged.status),
    )


def _compared(indicator: Indicator, year: FiscalYear | None) -> tuple[Cell, ...]:
    """What the figure of a year is shown beside, if the indicator has a comparison."""
    if indicator.comparison is None:
        return ()
    value = indicator.comparison.figures.get(year) if year else None
    return (Cell(DASH if value is None else figure(value, ""), "dim"),)


def _declared(judged: Assessment) -> tuple[Cell, ...]:
    """The rate as the body declares it, if it does."""
    return () if declaration_of(judged.placed) is None else (Cell(called_rate(judged)),)


def _row_names(placed: PlacedIndicator) -> tuple[str, ...]:
    series = placed.indicator.comparison
    return (
        _("Target"),
        _("Actual"),
        *([series.name] if series is not None else ()),
        _("As of"),
        _("Achievement rate"),
        _("Progress rate"),
        *([] if declaration_of(placed) is None else [_("Rate as declared")]),
        _("Status"),
    )


def words_on(placed: PlacedIndicator, view: View) -> Iterator[Paragraph]:
    """What is said of targets and figures, each with its source; the rates the body published."""
    unit, series = placed.indicator.unit, placed.indicator.comparison
    if series is not None and (series.note or series.source):
        text = series.note or ""
        yield Paragraph((Cell(f"{series.name}: {text}"), cited(series.source or placed.source)))
    for key, target in placed.indicator.targets.items():
        # The table has the total where a period ends, and not the target of its last year alone.
        behind = isinstance(key, FiscalYear) and placed.indicator.period_due_in(key) is not None
        number = stated_target(target, unit) if behind else None
        text = "  ".join(part for part in (number, target.printed, target.note) if part)
        if text:
            yield Paragraph.of(_("{year} target: {text}").format(year=key.label, text=text))
    for year, actual in sorted(placed.indicator.actuals.items()):
        if not view.sees(year):
            continue
        source = actual.source or placed.source
        shown = _with_state(actual.value, actual.state, unit) + counts_text(actual)
        printed = actual.printed if actual.printed != shown else None
        text = "  ".join(part for part in (printed, actual.remark, actual.note) if part)
        pieces = [Cell(_("{year} actual: {text}").format(year=year.label, text=shown))]
        if text:
            pieces.append(Cell(f"  {text}"))
        if actual.published is not None:
            pieces.append(Cell("  " + _("published {day}").format(day=actual.published), "dim"))
        pieces.append(cited(source))
        for gone in actual.earlier:
            before = _with_state(gone.value, gone.state, unit)
            moment = gone.as_of or gone.span or ""
            told = _("before: {text} {when} [{source}]").format(
                text=before, when=moment, source=gone.source or source
            )
            told = "  ".join(filter(None, (f"\n{told}", gone.note)))
            pieces.append(Cell(told, "dim", source=gone.source or source or ""))
        yield Paragraph(tuple(pieces))
    yield from _published(placed, view)


def counts_text(actual: EarlierActual) -> str:
    """What a rate was made of, and how many answered; nothing where that is not known."""
    told = []
    if actual.numerator is not None and actual.denominator is not None:
        told.append(f"{figure(actual.numerator, '')}/{figure(actual.denominator, '')}")
    if actual.respondents is not None:
        told.append(_("answers: {count}").format(count=figure(actual.respondents, "")))
    return bracketed(_(", ").join(told)) if told else ""


def _published(placed: PlacedIndicator, view: View) -> Iterator[Paragraph]:
    """The rates and grades the body printed, each with whether it follows from the figures."""
    for check in check_rates(placed, view):
        printed = check.published
        text = _("Published {year}: {rate}").format(
            year=published_against(printed), rate=check_text(check)
        )
        pieces = [Cell(text, status_style(check.verdict))]
        if printed.note:
            pieces.append(Cell(f"  {printed.note}"))
        pieces.append(cited(printed.source or placed.source))
        yield Paragraph(tuple(pieces))


def _with_state(value: Decimal | None, state: str, unit: str) -> str:
    """A figure and its state, in words."""
    if value is None:
        return term(state)
    text = figure(value, unit)
    return text if state == "final" else text + bracketed(term(state))
