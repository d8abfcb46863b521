"""The evaluation sheets of the agenda's annex, in the columns the city prints.

事業概要 / 指標 / 計画策定時 / 目標値 / 結果 / 評価 / 結果に対する見解.
A time stands in the head of a column where it is that of every line, as in print; else beside each
figure.
"""

from __future__ import annotations

from collections.abc import Iterator

from sagaict.computing.assessment import Assessment
from sagaict.computing.explanation import explanation
from sagaict.cycle.sheets import Sheet
from sagaict.language import _
from sagaict.language.quantities import DASH, figure
from sagaict.language.words import term
from sagaict.reporting.blocks import (
    Block,
    Cell,
    Column,
    Heading,
    Paragraph,
    Row,
    Table,
    marked,
)
from sagaict.reporting.notes import Footnotes, notes_on
from sagaict.reporting.phrases import figure_text, status_text, target_key, target_text, when
from sagaict.reporting.show.record import facts

__all__ = ["sheet_blocks"]

_Dated = tuple[str, str]
"""A figure as printed, and its time; either may be empty."""


def sheet_blocks(sheet: Sheet, level: int) -> Iterator[Block]:
    """The sheet under a heading of that level."""
    yield Heading(sheet.title, level)
    overview = sheet.overview or _("not given in the documents")
    yield _labelled(_("Overview"), _lines(overview))
    notes = Footnotes()
    yield _indicators(sheet, notes)
    yield from notes.blocks()
    remarks = list(_remarks(sheet))
    if remarks:
        yield _labelled(_("Remark on the result"), "\n".join(remarks))
    yield from _evaluation(sheet)


def _labelled(label: str, text: str) -> Paragraph:
    return Paragraph((Cell(f"{label}\n", "strong"), Cell(text)))


def _lines(text: str) -> str:
    """Wording of a file, without what would make it a block of its own in Markdown."""
    return "\n".join(line.strip() for line in text.splitlines() if line.strip())


def _indicators(sheet: Sheet, notes: Footnotes) -> Table:
    lines = [each for item in sheet.lines for each in (item, *item.parts)]
    dated = [[_baseline(item), _target(item), _result(item)] for item in lines]
    shared = [_shared([cells[number] for cells in dated]) for number in range(3)]
    columns = (
        Column(_("Indicator"), fold=True),
        Column(_head(_("When planned"), shared[0]), "right", fold=True),
        Column(_head(_("Target value"), shared[1]), "right", fold=True),
        Column(_head(_("Result figure"), shared[2]), "right", fold=True),
        Column(_("Evaluation")),
    )
    rows = [
        Row(
            (
                Cell(item.placed.indicator.name + notes.marks(notes_on(item))),
                *(
                    Cell(text if common is not None or not time else _head(text, time))
                    for (text, time), common in zip(cells, shared, strict=True)
                ),
                marked(status_text(item), item.status),
            )
        )
        for item, cells in zip(lines, dated, strict=True)
    ]
    return Table(columns, tuple(rows))


def _shared(cells: list[_Dated]) -> str | None:
    """The time all lines have in common, perhaps none at all; `None` if they differ."""
    times = {time for _text, time in cells}
    return times.pop() if len(times) == 1 else None


def _head(text: str, time: str | None) -> str:
    return _("{text} ({time})").format(text=text, time=time) if time else text


def _baseline(item: Assessment) -> _Dated:
    baseline = item.placed.indicator.baseline
    if baseline is None:
        return DASH, ""
    time = baseline.when
    value = DASH if baseline.value is None else figure(baseline.value, item.placed.indicator.unit)
    return baseline.printed or value, str(time) if time else ""


def _target(item: Assessment) -> _Dated:
    if item.aimed is None:
        return DASH, ""
    indicator = item.placed.indicator
    printed = item.aimed.target.printed
    return printed or target_text(item.aimed, indicator.unit), target_key(indicator, item)


def _result(item: Assessment) -> _Dated:
    found = item.figure
    if found is None:
        return DASH, ""
    text = figure_text(found, item.placed.indicator.unit)
    if found.actual.printed and not found.parts:
        provisional = found.value is not None and found.state != "final"
        text = found.actual.printed + (f" ({term(found.state)})" if provisional else "")
    return text, when(found)


def _remarks(sheet: Sheet) -> Iterator[str]:
    """What was said of each result; of a missed one, at least that nothing was said."""
    lines = [each for item in sheet.lines for each in item.parts or (item,)]
    several = len(lines) > 1
    for item in lines:
        found = item.figure
        if found is None:
            continue
        if item.status in ("unmet", "behind"):
            text = explanation(item) or _("none given")
        else:
            text = found.actual.remark or ""
        if text:
            name = item.placed.indicator.name
            yield _lines(_("{name}: {text}").format(name=name, text=text) if several else text)


def _evaluation(sheet: Sheet) -> Iterator[Block]:
    """What the city's printed sheets have no room for, where it is recorded."""
    each, year = sheet.evaluation, sheet.year
    if each is None or year is None:
        return
    told = (
        (_("Achievements"), each.achievements),
        (_("Issues"), each.issues),
        (_("Causes"), each.causes),
        (_("Outlook"), term(each.outlook) if each.outlook else ""),
        (_("Self-evaluation"), each.self_rating),
        (_("Council"), each.council_rating),
    )
    if any(text for _name, text in told):
        yield facts(((_("Year"), year.label), *told))
