"""An indicator together with those of earlier plans that it carries on, each plan by itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sagaict.computing.series import Stretch, series
from sagaict.computing.view import View
from sagaict.domain.portfolio import PlacedIndicator, Portfolio
from sagaict.domain.results import EarlierActual
from sagaict.language import _
from sagaict.language.quantities import DASH, figure, period
from sagaict.language.words import term
from sagaict.reporting.blocks import (
    Block,
    Cell,
    Column,
    Heading,
    Row,
    Section,
    Table,
    marked,
)
from sagaict.reporting.chart import chart_over, years_judged
from sagaict.reporting.phrases import (
    bracketed,
    figure_text,
    plan_title,
    status_text,
    target_key,
    when,
)
from sagaict.reporting.results import aimed_text

__all__ = ["over_plans"]


def over_plans(
    placed: PlacedIndicator, portfolio: Portfolio, view: View, *, ascii_only: bool
) -> Iterator[Block]:
    """The figures plan by plan as a table, and drawn; nothing where it carries on none."""
    stretches = series(placed, portfolio)
    if len(stretches) == 1:
        return
    yield Heading(_("With the plans before"), 2)
    yield Table(
        (
            Column(_("Year")),
            Column(_("Target"), "right"),
            Column(_("Actual"), "right"),
            Column(_("As of"), fold=True),
            Column(_("Status")),
        ),
        tuple(row for each in stretches for row in _rows(each, view)),
    )
    path = _path(stretches, view, ascii_only=ascii_only)
    if path is not None:
        yield path


def _path(stretches: Sequence[Stretch], view: View, *, ascii_only: bool) -> Block | None:
    """The drawing, where all is counted in one unit and by one figure a year."""
    whole = [each.placed for each in stretches]
    if any(each.indicator.is_split for each in whole):
        return None
    if len({each.indicator.unit for each in whole}) > 1:
        return None
    return chart_over(stretches, view, ascii_only=ascii_only)


def _rows(stretch: Stretch, view: View) -> Iterator[Row | Section]:
    placed = stretch.placed
    title = plan_title(placed.plan) + bracketed(period(placed.plan.period))
    note = placed.indicator.name
    if stretch.link is not None:
        said = _("carried on: {basis}").format(basis=term(stretch.link.basis))
        note = f"{note}  {said}"
    yield Section(title, note=note)
    for each in placed.with_figures:
        if each.part is not None:
            yield Section(each.part.name, 1)
        yield from _years(each, view)


def _years(placed: PlacedIndicator, view: View) -> Iterator[Row]:
    indicator = placed.indicator
    baseline = indicator.baseline
    if baseline is not None and baseline.value is not None:
        when_known = f"{baseline.when} " if baseline.when else ""
        value = Cell(figure(baseline.value, indicator.unit))
        label = Cell(when_known + _("baseline"))
        yield Row((label, Cell(""), value, Cell(""), Cell("")), 1)
    for judged in years_judged(placed, view):
        actual = indicator.actuals.get(judged.year)
        if actual is not None and view.sees(judged.year):
            yield from (_replaced(gone, judged.year.label, placed) for gone in actual.earlier)
        yield Row(
            (
                Cell(target_key(indicator, judged)),
                Cell(aimed_text(judged, view, indicator.unit)),
                Cell(figure_text(judged.figure, indicator.unit)),
                Cell(when(judged.figure) if judged.figure else DASH, "dim"),
                marked(status_text(judged), judged.status),
            ),
            1,
        )


def _replaced(gone: EarlierActual, label: str, placed: PlacedIndicator) -> Row:
    """A figure in the place of which a later one came."""
    value = DASH if gone.value is None else figure(gone.value, placed.indicator.unit)
    state = _("{state}, replaced").format(state=term(gone.state))
    cells = (label, "", value, str(gone.as_of or gone.span or DASH), state)
    return Row(tuple(Cell(text, "dim") for text in cells), 1)
