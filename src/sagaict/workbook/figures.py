"""From the changed cells of a row to the figure that is to be recorded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sagaict.domain.fiscal import Moment, Span
from sagaict.domain.indicator import Actual, ActualState
from sagaict.domain.portfolio import Portfolio
from sagaict.language import _
from sagaict.language.quantities import DASH
from sagaict.language.words import meant, term
from sagaict.recording.actuals import NewActual
from sagaict.recording.values import NotUnderstood, Understood, understand
from sagaict.workbook.cells import lines_of, moment_of, says_nothing, text_of
from sagaict.workbook.layout import LAYOUTS
from sagaict.workbook.matching import FIGURE, RowChange
from sagaict.workbook.problems import CellProblem, NotTaken

__all__ = ["Entered", "Sources", "entered_figure"]

_COLUMNS = LAYOUTS["results"]


@dataclass(frozen=True, slots=True)
class Sources:
    """Where figures come from that name no source of their own, and whether they must name one."""

    default: str | None = None
    required: bool = False


@dataclass(frozen=True, slots=True)
class Entered:
    """A figure to record, and the reason if it corrects a final one."""

    new: NewActual
    reason: str | None = None


def entered_figure(change: RowChange, portfolio: Portfolio, source: Sources) -> Entered:
    """The figure a row says now: the changed cells, and beside them what the row showed.

    Raises:
        NotTaken: a cell cannot be understood, or the cells contradict each other.
    """
    placed = change.row.placed
    actual = placed.indicator.actuals.get(change.year) if placed else None
    cells = _Cells(change)
    remark = cells.text("remark")
    if "remark" in change.cells and remark is None:
        raise cells.problem("remark", "emptied", now=_short(actual.remark if actual else None))
    reason = cells.text("correction")
    if not any(name in change.cells for name in FIGURE):
        if remark is None:
            raise cells.problem("correction", "reason-alone")
        if actual is None:
            raise cells.problem("remark", "remark-alone")
        if reason is not None:
            raise cells.problem("correction", "reason-alone")
        return Entered(NewActual(value=actual.value, state=actual.state, remark=remark))
    said = _value(cells, actual)
    state = _state(cells, said, actual)
    other = actual is None or (said.value, state) != (actual.value, actual.state)
    as_of, span = _time(cells, actual, other=other)
    own = _own(cells, "source", actual, other=other)
    if own is not None and "source" in change.cells:
        _require_document(cells, own, portfolio)
    cited = own or (source.default if other else None)
    if source.required and cited is None and placed and not placed.indicator.source:
        raise cells.problem("source", "source-missing")
    new = NewActual(
        value=said.value,
        state=state,
        as_of=as_of,
        span=span,
        printed=said.printed,
        source=cited,
        remark=remark,
        note=_own(cells, "note", actual, other=other),
    )
    return Entered(new, reason)


class _Cells:
    """The changed cells of a row, read column by column."""

    def __init__(self, change: RowChange) -> None:
        self.change = change
        self.unit = change.row.unit

    def changed(self, name: str) -> bool:
        return name in self.change.cells

    def text(self, name: str) -> str | None:
        """The text of a changed cell; `None` if it is unchanged or was emptied."""
        if name not in self.change.cells:
            return None
        content = self.change.cells[name].content
        return None if says_nothing(content) else lines_of(text_of(content))

    def shown(self, name: str) -> str:
        return text_of(self.change.cells[name].content).strip()

    def problem(
        self, name: str, code: str, cause: NotUnderstood | None = None, **details: str
    ) -> NotTaken:
        return NotTaken(CellProblem(self.change.spot(name), code, details, cause))


def _value(cells: _Cells, actual: Actual | None) -> Understood:
    """The value with what its text says beyond it; of an unchanged cell, what is recorded."""
    if not cells.changed("value"):
        return Understood() if actual is None else Understood(actual.value, None, actual.printed)
    content = cells.change.cells["value"].content
    if isinstance(content, Decimal):
        return Understood(content)
    if isinstance(content, date):
        raise cells.problem("value", "date-for-figure", text=content.isoformat())
    try:
        return understand(text_of(content), cells.unit)
    except NotUnderstood as error:
        raise cells.problem("value", error.reason, error) from None


def _state(cells: _Cells, said: Understood, actual: Actual | None) -> ActualState:
    own = _own_state(cells, actual)
    if said.state is not None:
        if cells.changed("state") and own is not None and own != said.state:
            raise cells.problem(
                "value", "states-differ", text=cells.shown("value"), state=term(own)
            )
        return said.state
    if own is None and said.value is None:
        if actual is not None:
            now = text_of(actual.value) if actual.value is not None else term(actual.state)
            raise cells.problem("value" if cells.changed("value") else "state", "emptied", now=now)
        name = next(name for name in ("as_of", "note", "source") if cells.changed(name))
        raise cells.problem(name, "no-figure")
    return own or "final"


def _own_state(cells: _Cells, actual: Actual | None) -> ActualState | None:
    """What the cell of the state says; nothing if it is empty."""
    if not cells.changed("state"):
        return None if actual is None else actual.state
    text = cells.shown("state")
    if says_nothing(text):
        return None
    choices = _COLUMNS.column("state").choices
    found = meant(text, choices)
    if found is None:
        words = _(", ").join(term(name) for name in choices)
        raise cells.problem("state", "not-a-choice", text=text, choices=words)
    return found  # type: ignore[return-value] # the choices are the states


def _time(
    cells: _Cells, actual: Actual | None, *, other: bool
) -> tuple[Moment | None, Span | None]:
    if not cells.changed("as_of"):
        return (None, None) if actual is None else (actual.as_of, actual.span)
    content = cells.change.cells["as_of"].content
    if says_nothing(content):
        if not other:
            known = actual and (actual.as_of or actual.span)
            raise cells.problem("as_of", "emptied", now=str(known or DASH))
        return None, None
    found = moment_of(content)
    if found is None:
        raise cells.problem("as_of", "not-a-time", text=cells.shown("as_of"))
    return (found, None) if isinstance(found, Moment) else (None, found)


def _own(cells: _Cells, name: str, actual: Actual | None, *, other: bool) -> str | None:
    """A text that belongs to the figure: as changed, else as recorded."""
    known: str | None = getattr(actual, name) if actual else None
    if not cells.changed(name):
        return known
    text = cells.text(name)
    if text is None and not other:
        raise cells.problem(name, "emptied", now=_short(known))
    return text


def _require_document(cells: _Cells, source: str, portfolio: Portfolio) -> None:
    """Refuse a citation of a document that is not listed: most are words of the section's own."""
    name = source.partition(" ")[0]
    placed = cells.change.row.placed
    own = placed.plan.documents if placed else {}
    others: Mapping[str, object] = {
        f"{plan.id}/{each}": each for plan in portfolio.plans.values() for each in plan.documents
    }
    if name not in own and name not in others:
        raise cells.problem("source", "unknown-document", text=name, choices=_(", ").join(own))


def _short(text: str | None) -> str:
    text = (text or DASH).replace("\n", " ")
    return text if len(text) <= 30 else f"{text[:30]}…"
