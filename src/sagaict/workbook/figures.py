"""From the changed cells of a row to the figure that is to be recorded."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import TypeVar

from sagaict.domain.fiscal import Moment, Span
from sagaict.domain.indicator import ActualState
from sagaict.domain.light import dataclass
from sagaict.domain.portfolio import Portfolio
from sagaict.domain.results import Actual
from sagaict.language import _
from sagaict.language.quantities import DASH
from sagaict.language.words import meant, term
from sagaict.recording.actuals import NewActual
from sagaict.recording.values import NotUnderstood, Understood, understand
from sagaict.workbook.cells import lines_of, moment_of, says_nothing, text_of, told
from sagaict.workbook.layout import LAYOUTS
from sagaict.workbook.matching import FIGURE, RowChange
from sagaict.workbook.problems import CellProblem, NotTaken

__all__ = ["NO_SOURCES", "Entered", "Sources", "entered_figure"]

_COLUMNS = LAYOUTS["results"]
_Read = TypeVar("_Read")


@dataclass(frozen=True, slots=True)
class Sources:
    """Where figures come from that name no source of their own, and whether they must name one."""

    default: str | None = None
    required: bool = False


NO_SOURCES = Sources()


@dataclass(frozen=True, slots=True)
class Entered:
    """A figure to record, and the reason if it corrects a final one."""

    new: NewActual
    reason: str | None = None


def entered_figure(change: RowChange, portfolio: Portfolio, source: Sources) -> Entered:
    """The figure a row says now: the changed cells, and beside them what the row showed.

    Raises:
        NotTaken: cells cannot be understood, or contradict each other; all of them are named.
    """
    placed = change.row.placed
    actual = placed.indicator.actuals.get(change.year) if placed else None
    cells = _Cells(change)
    remark, reason = cells.text("remark"), cells.text("correction")
    if "remark" in change.cells and remark is None:
        now = told(actual.remark if actual else None)
        cells.problems.append(cells.problem("remark", "emptied", now=now))
    if not any(name in change.cells for name in FIGURE):
        return Entered(_remark_alone(cells, actual, remark, reason))
    said = cells.attempt(lambda: _value(cells, actual))
    state = cells.attempt(lambda: _state(cells, said, actual))
    other = actual is None or said is None or (said.value, state) != (actual.value, actual.state)
    when = cells.attempt(lambda: _time(cells, actual, other=other))
    own = cells.attempt(lambda: _source(cells, actual, portfolio, other=other))
    note = cells.attempt(lambda: _own(cells, "note", actual, other=other))
    cited = own or (source.default if other else None)
    missing = cited is None and placed and not placed.indicator.source
    if source.required and missing and "source" not in change.cells:
        cells.problems.append(cells.problem("source", "source-missing"))
    if cells.problems or change.refused or said is None or state is None or when is None:
        raise NotTaken(*cells.problems)
    new = NewActual(
        value=said.value,
        numerator=said.numerator,
        denominator=said.denominator,
        state=state,
        as_of=when[0],
        span=when[1],
        printed=said.printed,
        source=cited,
        remark=remark,
        note=note,
    )
    return Entered(new, reason)


def _remark_alone(
    cells: _Cells, actual: Actual | None, remark: str | None, reason: str | None
) -> NewActual:
    """A remark on the figure that is recorded.

    Raises:
        NotTaken: there is none, or it is not corrected though a reason for that is given.
    """
    if actual is None and remark is not None:
        cells.problems.append(cells.problem("remark", "remark-alone"))
    elif reason is not None:
        cells.problems.append(cells.problem("correction", "reason-alone"))
    if cells.problems or cells.change.refused or actual is None:
        raise NotTaken(*cells.problems)
    return NewActual(value=actual.value, state=actual.state, remark=remark)


class _Cells:
    """The changed cells of a row, read column by column."""

    def __init__(self, change: RowChange) -> None:
        self.change = change
        self.unit = change.row.unit
        self.problems: list[CellProblem] = []

    def attempt(self, read: Callable[[], _Read]) -> _Read | None:
        """What is read; `None` if that cannot be, and the problem is kept."""
        try:
            return read()
        except NotTaken as refused:
            self.problems += refused.problems
            return None

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
    ) -> CellProblem:
        return CellProblem(self.change.spot(name), code, details, cause)

    def refuse(self, name: str, code: str, **details: str) -> NotTaken:
        return NotTaken(CellProblem(self.change.spot(name), code, details))


def _value(cells: _Cells, actual: Actual | None) -> Understood:
    """The value with what its text says beyond it; of an unchanged cell, what is recorded."""
    if not cells.changed("value"):
        return Understood() if actual is None else Understood(actual.value, None, actual.printed)
    content = cells.change.cells["value"].content
    if isinstance(content, Decimal):
        return Understood(content)
    if isinstance(content, date):
        raise cells.refuse("value", "date-for-figure", text=content.isoformat())
    try:
        return understand(text_of(content), cells.unit)
    except NotUnderstood as error:
        raise NotTaken(cells.problem("value", error.reason, error)) from None


def _state(cells: _Cells, said: Understood | None, actual: Actual | None) -> ActualState:
    """The state of the figure; it is not told from a figure that cannot be understood."""
    own = _own_state(cells, actual)
    if said is None or {"value", "state"} & cells.change.refused:
        return own or "final"
    if said.state is not None:
        if cells.changed("state") and own is not None and own != said.state:
            raise cells.refuse("value", "states-differ", text=cells.shown("value"), state=term(own))
        return said.state
    if own is None and said.value is None:
        if actual is not None:
            now = term(actual.state) if actual.value is None else told(actual.value, cells.unit)
            raise cells.refuse("value" if cells.changed("value") else "state", "emptied", now=now)
        name = next(name for name in ("as_of", "note", "source") if cells.changed(name))
        raise cells.refuse(name, "no-figure")
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
        raise cells.refuse("state", "not-a-choice", text=text, choices=words)
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
            raise cells.refuse("as_of", "emptied", now=str(known or DASH))
        return None, None
    found = moment_of(content)
    if found is None:
        raise cells.refuse("as_of", "not-a-time", text=cells.shown("as_of"))
    return (found, None) if isinstance(found, Moment) else (None, found)


def _own(cells: _Cells, name: str, actual: Actual | None, *, other: bool) -> str | None:
    """A text that belongs to the figure: as changed, else as recorded."""
    known: str | None = getattr(actual, name) if actual else None
    if not cells.changed(name):
        return known
    text = cells.text(name)
    if text is None and not other:
        raise cells.refuse(name, "emptied", now=told(known))
    return text


def _source(
    cells: _Cells, actual: Actual | None, portfolio: Portfolio, *, other: bool
) -> str | None:
    """The citation, if it names a document that is listed: most others are the section's words."""
    own = _own(cells, "source", actual, other=other)
    if own is None or not cells.changed("source"):
        return own
    name = own.partition(" ")[0]
    placed = cells.change.row.placed
    listed = placed.plan.documents if placed else {}
    others: Mapping[str, object] = {
        f"{plan.id}/{each}": each for plan in portfolio.plans.values() for each in plan.documents
    }
    if name not in listed and name not in others:
        choices = _(", ").join(listed)
        raise cells.refuse("source", "unknown-document", text=name, choices=choices)
    return own
