"""What writing and reading the entry workbook agree on: sheets, columns, and the hidden marks.

Every sheet has a hidden first row and two hidden columns. The cell they share says what kind of
sheet it is, the row names the columns, the columns hold the key and the fingerprint of each row.
So a sheet may be renamed, its rows sorted, its columns moved, and is still understood.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, get_args

from sagaict.domain.light import dataclass
from sagaict.domain.words import ActualState
from sagaict.language import mark

__all__ = [
    "BESIDE",
    "CELL_LIMIT",
    "FINGERPRINT",
    "HALF",
    "KEY",
    "KINDS",
    "LAYOUTS",
    "MARKER",
    "META",
    "VERSION",
    "Column",
    "Form",
    "Layout",
    "SheetKind",
    "marker_of",
]

MARKER = "sagaict-workbook"
VERSION = 1
META = "_sagaict"
"""The hidden sheet that says of the whole workbook what it is and when it was made."""
FINGERPRINT = "fingerprint"
"""The hidden column that says what each row was built from."""
BESIDE = "-"
"""In place of a key: the row is a heading, not a record."""
CELL_LIMIT = 32_767
"""So many characters a cell can hold."""

SheetKind = Literal["results", "actions", "evaluations"]
KEY = re.compile(r"([a-z0-9/-]+)@([RHS]\d{1,2}|\d{4})(?:#(\d{1,4}|half))?", re.ASCII)
"""What stands in the hidden column of keys: a full id, a year, the number of an action.

In its place `half` says that a review is of the first half of the year."""
HALF = "half"
_TELLING = ("holder", "name", "year", "unit", "text")

Form = Literal["text", "long", "figure", "moment", "choice", "fixed"]
"""`long` is text of several lines, `fixed` is shown and never read."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its hidden name, its heading, its width in half-width characters, what it takes.

    `choices` are the terms a choice is made from, `hint` is said when a cell is selected.
    """

    id: str
    heading: str
    width: int
    form: Form = "fixed"
    choices: tuple[str, ...] = ()
    hint: str = ""

    @property
    def entered(self) -> bool:
        """Whether it is filled in by the owner."""
        return self.form != "fixed"


@dataclass(frozen=True, slots=True)
class Layout:
    """A sheet for entries, with room for so many lines in each row."""

    kind: SheetKind
    title: str
    columns: tuple[Column, ...]
    notes: tuple[str, ...]
    lines: int

    @property
    def entered(self) -> tuple[Column, ...]:
        """The columns the owner fills in, in order."""
        return tuple(column for column in self.columns if column.entered)

    @property
    def telling(self) -> tuple[str, ...]:
        """The columns by which whoever fills in a row knows what it is about."""
        return tuple(column.id for column in self.columns if column.id in _TELLING)

    def column(self, name: str) -> Column:
        """The column of that hidden name."""
        return next(column for column in self.columns if column.id == name)


def marker_of(kind: SheetKind) -> str:
    """What the shared hidden cell of a sheet says."""
    return f"{MARKER} {VERSION} {kind}"


_STATES = get_args(ActualState)
_ACTIONS = ("planned", "done", "on_schedule", "delayed", "cancelled")
_PROGRESS = ("done", "on_schedule", "delayed", "cancelled")
_OUTLOOKS = ("expand", "continue", "review", "merge", "complete", "stop")
_ONLY_YELLOW = mark("Fill in the yellow cells only. What you leave as it is changes nothing.")

_RESULTS = Layout(
    "results",
    mark("Results"),
    (
        Column("plan", mark("Plan"), 16),
        Column("holder", mark("Measure or project"), 16),
        Column("name", mark("Indicator"), 22),
        Column("kind", mark("Kind"), 10),
        Column("year", mark("Year"), 5),
        Column("unit", mark("Unit"), 7),
        Column("target", mark("Target"), 14),
        Column("before", mark("Last figure"), 14),
        Column(
            "value",
            mark("Result figure"),
            11,
            "figure",
            hint=mark(
                "The number alone, in the unit of the row. Where there is none, leave it empty."
            ),
        ),
        Column(
            "state",
            mark("State of the figure"),
            10,
            "choice",
            _STATES,
            mark("Choose from the list. Left empty, the figure is final."),
        ),
        Column(
            "as_of",
            mark("As of"),
            10,
            "moment",
            hint=mark("A date, a month (R8.3) or a span (R7.4-R8.2)."),
        ),
        Column(
            "remark",
            mark("Remark on the result"),
            24,
            "long",
            hint=mark("Where the target was missed: why."),
        ),
        Column("note", mark("Note"), 18, "long", hint=mark("Anything else about the figure.")),
        Column(
            "source",
            mark("Source"),
            16,
            "text",
            hint=mark("The id of a document (see the definitions), a space, the place in it."),
        ),
        Column(
            "correction",
            mark("Reason of a correction"),
            11,
            "long",
            hint=mark("To change a figure that is final already, say why."),
        ),
    ),
    (
        _ONLY_YELLOW,
        mark("A figure that is not known yet: choose the state, leave the figure empty. Not 0."),
        mark("An indicator marked *: read the notes on the sheet “Definitions” first."),
    ),
    2,
)
_ACTION_SHEET = Layout(
    "actions",
    mark("Actions"),
    (
        Column("plan", mark("Plan"), 20),
        Column("holder", mark("Project"), 30),
        Column("year", mark("Year"), 6),
        Column("text", mark("Action"), 48),
        Column(
            "state",
            mark("Progress"),
            14,
            "choice",
            _ACTIONS,
            mark("Choose from the list."),
        ),
        Column("note", mark("Note"), 40, "long", hint=mark("Anything else about the action.")),
    ),
    (_ONLY_YELLOW,),
    2,
)
_EVALUATION_SHEET = Layout(
    "evaluations",
    mark("Evaluation"),
    (
        Column("plan", mark("Plan"), 16),
        Column("holder", mark("Measure or project"), 24),
        Column("year", mark("Year"), 6),
        Column(
            "progress", mark("Progress"), 12, "choice", _PROGRESS, mark("Choose from the list.")
        ),
        Column(
            "achievements",
            mark("Achievements"),
            38,
            "long",
            hint=mark("What was done in the year."),
        ),
        Column("issues", mark("Issues"), 30, "long", hint=mark("What is still to be solved.")),
        Column(
            "causes",
            mark("Causes"),
            30,
            "long",
            hint=mark("Why it went as it did, most of all where targets were missed."),
        ),
        Column("outlook", mark("Outlook"), 10, "choice", _OUTLOOKS, mark("Choose from the list.")),
        Column("self_rating", mark("Own rating"), 12, "text", hint=mark("Your own judgement.")),
    ),
    (_ONLY_YELLOW,),
    5,
)

LAYOUTS: Mapping[SheetKind, Layout] = MappingProxyType(
    {each.kind: each for each in (_RESULTS, _ACTION_SHEET, _EVALUATION_SHEET)}
)
KINDS: tuple[SheetKind, ...] = tuple(LAYOUTS)
