"""Putting what was changed in workbooks into one change set, or saying of each cell why not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field
from datetime import date
from types import MappingProxyType
from typing import Any

from sagaict.domain.light import dataclass
from sagaict.domain.portfolio import Portfolio
from sagaict.language import _
from sagaict.language.words import meant, term
from sagaict.reading.steps import steps
from sagaict.reading.workspace import Workspace
from sagaict.recording.actions import NewAction, record_action
from sagaict.recording.actuals import record_actual
from sagaict.recording.evaluations import NewEvaluation, record_evaluation
from sagaict.recording.jumps import DOUBTS
from sagaict.recording.refusal import Refused
from sagaict.workbook.cells import lines_of, says_nothing, text_of, told
from sagaict.workbook.figures import NO_SOURCES, Sources, entered_figure
from sagaict.workbook.layout import LAYOUTS
from sagaict.workbook.matching import RowChange
from sagaict.workbook.problems import CellProblem, NotTaken
from sagaict.writing.change_set import ChangeSet

__all__ = ["Applied", "Import", "apply"]

# The column a refusal is about, where it is not the figure itself.
_COLUMNS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "in-future": ("as_of",),
        "no-value": ("state",),
        "value-with-state": ("state",),
        "bad-source": ("source",),
        "no-reason": ("correction",),
        "nothing-to-correct": ("correction",),
        "nothing-changes": (),
    }
)


@dataclass(frozen=True, slots=True)
class Import:
    """What the changes are made to, and on which day."""

    change_set: ChangeSet
    workspace: Workspace
    portfolio: Portfolio
    today: date
    sources: Sources = NO_SOURCES


@dataclass(slots=True)
class Applied:
    """How many cells went into the change set, what did not, and what should be looked at again."""

    cells: int = 0
    problems: list[CellProblem] = field(default_factory=list)
    doubts: list[CellProblem] = field(default_factory=list)


def apply(changes: Sequence[RowChange], into: Import) -> Applied:
    """Put the changes into the set. Figures that look mistyped go in, and are named as doubts.

    Raises:
        SpliceFailed, OSError: a file cannot be changed.
    """
    applied = Applied()
    with into.change_set.together():
        for change in steps(changes, [1] * len(changes)):
            try:
                if change.row.kind == "results":
                    _result(change, into, applied)
                elif change.row.kind == "actions":
                    _action(change, into)
                else:
                    _evaluation(change, into)
            except NotTaken as refused:
                applied.problems += refused.problems
            except Refused as refused:
                applied.problems.append(_problem(change, refused))
            else:
                applied.cells += len(change.cells)
    return applied


def _problem(change: RowChange, refused: Refused) -> CellProblem:
    changed = [name for name in ("value", "state") if name in change.cells]
    columns = _COLUMNS.get(refused.code, (*changed, *change.cells))
    return CellProblem(change.spot(*columns), refused.code, {}, refused)


def _result(change: RowChange, into: Import, applied: Applied) -> None:
    entered = entered_figure(change, into.portfolio, into.sources)
    if _still_unsettled(change, entered.new.state, into.today):
        state = {"state": term(entered.new.state)}
        applied.doubts.append(CellProblem(change.spot("state"), "still-unsettled", state))
    for sure in (False, True):
        try:
            record_actual(
                into.change_set,
                into.workspace,
                change.full_id,
                change.year,
                entered.new,
                today=into.today,
                correct_reason=entered.reason,
                sure=sure,
            )
        except Refused as refused:
            if sure or refused.code not in DOUBTS:
                raise
            applied.doubts.append(_problem(change, refused))
        else:
            return


def _still_unsettled(change: RowChange, state: str, today: date) -> bool:
    """Whether a figure of a year that is over was typed beside a state nobody looked at."""
    shown = "value" in change.cells and "state" not in change.cells
    return shown and state in ("provisional", "estimate") and change.year.ended_by(today)


def _action(change: RowChange, into: Import) -> None:
    holder = next(
        entry
        for entries in into.portfolio.projects.values()
        for entry in entries
        if entry.full_id == change.full_id
    )
    number = change.row.key.rpartition("#")[2]
    action = holder.project.actions[change.year][int(number) - 1]
    texts = _texts(change)
    new = NewAction(state=texts.get("state", action.state), note=texts.get("note"))
    record_action(
        into.change_set,
        into.workspace,
        change.full_id,
        change.year,
        number,
        new,
        today=into.today,
    )


def _evaluation(change: RowChange, into: Import) -> None:
    record_evaluation(
        into.change_set,
        into.workspace,
        change.full_id,
        change.year,
        NewEvaluation(**_texts(change)),
        half_year=change.half_year,
        today=into.today,
    )


def _texts(change: RowChange) -> dict[str, Any]:
    """The changed cells as texts, choices as the terms they name.

    Raises:
        NotTaken: cells were emptied, or choices are not in their list.
    """
    layout = LAYOUTS[change.row.kind]
    found: dict[str, Any] = {}
    problems = []
    for name, cell in change.cells.items():
        column = layout.column(name)
        text = text_of(cell.content).strip()
        if says_nothing(cell.content):
            now = told(change.row.entries.get(name))
            problems.append(CellProblem(cell.spot, "emptied", {"now": now}))
        elif column.form != "choice":
            found[name] = lines_of(text)
        elif (choice := meant(text, column.choices)) is not None:
            found[name] = choice
        else:
            words = _(", ").join(term(each) for each in column.choices)
            details = {"text": text, "choices": words}
            problems.append(CellProblem(cell.spot, "not-a-choice", details))
    if problems or change.refused:
        raise NotTaken(*problems)
    return found
