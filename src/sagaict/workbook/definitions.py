"""The sheet that says what each indicator means, and how the cells are to be filled in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from sagaict.computing.declared import declaration_of, formula_of
from sagaict.domain.indicator import Indicator
from sagaict.domain.plan import numbered
from sagaict.domain.portfolio import PlacedIndicator
from sagaict.language import _
from sagaict.language.levels import holder_label
from sagaict.language.quantities import DASH, figure, unit_name
from sagaict.language.visible import visible
from sagaict.language.words import term
from sagaict.reporting.phrases import bracketed, latest_text, stated_target
from sagaict.workbook.records import notes_of
from sagaict.workbook.styles import HEADING, KNOWN, NOTE, TITLE, fit_height, print_on_a4, put

__all__ = ["add_definitions"]

_WIDTHS = (24, 26, 8, 30, 14, 10, 13, 22, 18, 30, 30)


def add_definitions(sheet: Worksheet, indicators: Sequence[PlacedIndicator]) -> None:
    """Write the sheet. Nothing on it is read back."""
    put(sheet, 1, 1, _("Definitions"), TITLE)
    row = 2
    for text in _how_to():
        put(sheet, row, 1, text, NOTE)
        row += 1
    documents = _documents(indicators)
    if documents:
        put(sheet, row, 1, _("Documents for the column “Source”:"), NOTE)
        row += 1
    for text in documents:
        put(sheet, row, 1, text, NOTE)
        row += 1
    headings = (
        _("Measure or project"),
        _("Indicator"),
        _("Unit"),
        _("How it is taken"),
        _("Better is"),
        _("Taken as"),
        _("Baseline"),
        _("Targets"),
        _("Where it comes from, and when"),
        _("How the target was set"),
        _("Notes"),
    )
    heading = row + 1
    for number, (text, width) in enumerate(zip(headings, _WIDTHS, strict=True), start=1):
        put(sheet, heading, number, text, HEADING)
        sheet.column_dimensions[get_column_letter(number)].width = width
    fit_height(sheet, heading, zip(headings, _WIDTHS, strict=True))
    for offset, placed in enumerate(indicators, start=1):
        texts = [visible(text) for text in _cells(placed)]
        for number, text in enumerate(texts, start=1):
            put(sheet, heading + offset, number, text, KNOWN)
        fit_height(sheet, heading + offset, zip(texts, _WIDTHS, strict=True))
    sheet.freeze_panes = f"C{heading + 1}"
    print_on_a4(sheet, heading)
    sheet.protection.sheet = True
    sheet.protection.formatColumns = sheet.protection.formatRows = False


def _how_to() -> Iterator[str]:
    yield _("Fill in the yellow cells of the other sheets, and send the workbook back as it is.")
    yield _("Do not put formulas into the cells, do not merge cells, do not add rows.")
    for name, text in (
        ("final", _("the figure will not change any more; this is meant where no state is chosen")),
        ("provisional", _("a figure of part of the year, or one that may still change")),
        ("estimate", _("nothing is counted yet; this is what is expected")),
        ("reached", _("of a target in words: it is reached; write the day into “as of”")),
        ("not_reached", _("of a target in words: it is not reached")),
        ("pending", _("the figure is still being worked out; leave the result empty")),
        ("not_surveyed", _("there was no survey and there will be no figure")),
        ("not_assessable", _("there is no way to tell")),
    ):
        yield _("{term}: {text}").format(term=term(name), text=text)


def _documents(indicators: Sequence[PlacedIndicator]) -> list[str]:
    plans = {placed.plan.id: placed.plan for placed in indicators}
    return [
        _("{what}: {name}").format(what=name, name=document.title)
        for plan in plans.values()
        for name, document in plan.documents.items()
    ]


def _cells(placed: PlacedIndicator) -> tuple[str, ...]:
    indicator = placed.indicator
    return (
        _holder(placed),
        indicator.name,
        unit_name(indicator.unit),
        indicator.definition or DASH,
        term(indicator.direction),
        _taken_as(placed),
        _baseline(indicator),
        _targets(indicator),
        "\n".join(
            part
            for part in (indicator.data_source, indicator.survey_timing, latest_text(indicator))
            if part
        )
        or DASH,
        indicator.target_basis or DASH,
        "\n".join(notes_of(indicator)) or DASH,
    )


def _holder(placed: PlacedIndicator) -> str:
    """What it belongs to, and where it is listed again."""
    own = holder_label(placed)
    again = (f"{numbered(each)}{bracketed(_('listed again'))}" for each in placed.also_under)
    return "\n".join((own, *again))


def _taken_as(placed: PlacedIndicator) -> str:
    """How its years relate, and what else says how its figures are judged."""
    indicator = placed.indicator
    lines = [term(indicator.aggregation)]
    if indicator.year_kind != "fiscal":
        lines.append(term(indicator.year_kind))
    if indicator.share:
        lines.append(_("A part of a whole"))
    if indicator.hold:
        lines.append(_("To be held"))
    declared = declaration_of(placed)
    if declared is not None:
        lines.append(_("Achievement rate: {formula}").format(formula=term(formula_of(declared))))
    return "\n".join(lines)


def _baseline(indicator: Indicator) -> str:
    """Where it stood, and where what it is held against stood and stands."""
    baseline, series, lines = indicator.baseline, indicator.comparison, []
    if baseline is not None and baseline.value is not None:
        text = figure(baseline.value, indicator.unit)
        lines.append(text if baseline.when is None else f"{text} ({baseline.when})")
    if series is not None:
        shown = (
            (year.label, figure(each, indicator.unit)) for year, each in series.figures.items()
        )
        lines += [f"{series.name} {label}: {value}" for label, value in shown]
    return "\n".join(lines) or DASH


def _targets(indicator: Indicator) -> str:
    lines = []
    for year, target in indicator.targets.items():
        text = target.printed or stated_target(target, indicator.unit)
        lines.append(f"{year.label}: {text}")
    return "\n".join(lines) or DASH
