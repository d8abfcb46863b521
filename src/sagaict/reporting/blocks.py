"""The pieces a report is made of, free of any medium."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field, replace
from decimal import Decimal
from itertools import compress
from typing import Literal

from sagaict.domain.light import dataclass
from sagaict.domain.words import SENSES, Sense

__all__ = [
    "Block",
    "Border",
    "Bullets",
    "Cell",
    "Chart",
    "Column",
    "Heading",
    "Key",
    "Keys",
    "Paragraph",
    "Room",
    "Row",
    "Score",
    "Scores",
    "Section",
    "Slot",
    "Style",
    "Table",
    "Verbatim",
    "Written",
    "marked",
    "status_style",
    "written",
]

Border = Literal["", "open", "stated"]
"""What stands before a year of a chart: nothing, or that of another plan begins here, of which a
document says that it goes on (`stated`) or none does (`open`)."""
Style = Literal["", "good", "bad", "warn", "dim", "strong", "lead"]
"""`lead`: the sentence to be read first."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A piece of text with one style.

    `mark` is the status or verdict it names: what can draw sets that one's shape beside the word,
    and a `path` in the place of the text. `link` is where it leads to, in Markdown on a forge.
    `about` is the full id of what it names: among the pages of a site it leads to that one's.
    `source` is the citation in the text: the id of a document, and the place in it.
    """

    text: str
    style: Style = ""
    mark: str = ""
    path: Chart | None = None
    link: str = ""
    about: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is a plan. `on_new_page`: in print, what it heads begins a page.

    `about` as of a cell.
    """

    text: str
    level: int = 1
    on_new_page: bool = False
    about: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text of differently styled pieces."""

    pieces: tuple[Cell, ...]

    @classmethod
    def of(cls, text: str, style: Style = "") -> Paragraph:
        """A paragraph in one style."""
        return cls((Cell(text, style),))

    @property
    def text(self) -> str:
        """The text alone."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of items, each a paragraph."""

    items: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column. Only columns that `fold` are ever broken into lines: never those of numbers.

    A `key` is what one types to name a thing: a site has no use for it, where names lead there.
    One that `names` says what each row is about; where none does, the first one does.
    """

    title: str
    align: Literal["left", "right"] = "left"
    fold: bool = False
    key: bool = False
    names: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A line of cells; `indent` sets the first one in under its section.

    `folded` is what a page that can fold keeps below it for those who ask why; no other shows it.
    """

    cells: tuple[Cell, ...]
    indent: int = 0
    folded: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A line of a table that spans it and names what follows; `apart` sets it off by a gap.

    `about` as of a cell, `border` as of the first year of a plan in a chart.
    """

    text: str
    indent: int = 0
    note: str = ""
    apart: bool = False
    about: str = ""
    border: Border = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under columns, some of them section lines."""

    columns: tuple[Column, ...]
    rows: Sequence[Row | Section] = field(default_factory=tuple)

    def with_columns(self, kept: Sequence[bool]) -> Table:
        """The table with those of its columns that are `kept`."""
        if all(kept):
            return self
        rows = (
            replace(row, cells=tuple(compress(row.cells, kept))) if isinstance(row, Row) else row
            for row in self.rows
        )
        return Table(tuple(compress(self.columns, kept)), tuple(rows))

    @property
    def titled(self) -> bool:
        """Whether there is a head to draw: a column that says what it holds."""
        return any(column.title for column in self.columns)


@dataclass(frozen=True, slots=True)
class Verbatim:
    """Lines shown as they are: a sample of a file."""

    text: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Slot:
    """A year of a chart, or what lies before the first: nothing that is not known is a number.

    `baseline`: it is no year of the series. `expected` is a point on the way to a target. `status`
    is that of its figure; `missing` is set where a figure is due and there is none, and `said` is
    what stands in the place of a figure. `replaced` are figures before the one that counts. `now`:
    the year from which all is seen. `gap`: of the years before it nothing is told. `title` names
    the plan whose years begin.
    """

    label: str
    target: Decimal | None = None
    actual: Decimal | None = None
    expected: Decimal | None = None
    compared: Decimal | None = None
    status: str = ""
    final: bool = True
    missing: bool = False
    baseline: bool = False
    now: bool = False
    border: Border = ""
    said: str = ""
    replaced: tuple[Decimal, ...] = ()
    gap: bool = False
    title: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """The path of an indicator; `description` says the same in words.

    Where nothing can be drawn, `bars` stand for it.
    """

    title: str
    description: str
    slots: tuple[Slot, ...]
    bars: Table | None = None


@dataclass(frozen=True, slots=True)
class Score:
    """How many indicators of a kind are where; `text` says it in words.

    `judged` are the statuses in the denominator, `left_out` those of the others.
    """

    title: str
    text: str
    judged: tuple[tuple[str, int], ...]
    left_out: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Scores:
    """The results that are read first."""

    items: tuple[Score, ...]


@dataclass(frozen=True, slots=True)
class Key:
    """A figure by its name; `beside` it in small of when it is, `below` it what goes with it."""

    name: str
    value: Cell
    beside: tuple[Cell, ...] = ()
    below: str = ""


@dataclass(frozen=True, slots=True)
class Keys:
    """The figures of one thing that are read first."""

    items: tuple[Key, ...]


@dataclass(frozen=True, slots=True)
class Room:
    """Room to write in by hand: what about, boxes to tick, and ruled lines below."""

    title: str
    choices: tuple[str, ...]
    lines: int = 3


Block = Heading | Paragraph | Bullets | Table | Verbatim | Chart | Scores | Keys | Room

Written = Heading | Paragraph | Bullets | Table | Verbatim
"""What a medium of text shows."""


def written(blocks: Iterable[Block]) -> Iterator[Written]:
    """The blocks for a medium that cannot draw: bars for a chart, words for scores and room."""
    for block in blocks:
        if isinstance(block, Scores):
            rows = tuple(Row((Cell(each.title), Cell(each.text))) for each in block.items)
            yield Table((Column("", fold=True), Column("", fold=True)), rows)
        elif isinstance(block, Keys):
            rows = tuple(Row((Cell(each.name), _in_one(each))) for each in block.items)
            yield Table((Column("", fold=True), Column("", fold=True)), rows)
        elif isinstance(block, Room):
            boxes = "".join(f"  □ {choice}" for choice in block.choices)
            yield Paragraph((Cell(block.title, "strong"), Cell(boxes)))
        elif not isinstance(block, Chart):
            yield block
        elif block.bars is not None:
            yield block.bars


def _in_one(key: Key) -> Cell:
    said = (key.value.text, *(cell.text for cell in key.beside), key.below)
    return Cell("  ".join(filter(None, said)))


_SENSES: dict[Sense, Style] = {"good": "good", "bad": "bad", "open": "warn", "aside": "dim"}
_STYLES: dict[str, Style] = {
    **{status: _SENSES[sense] for status, sense in SENSES.items()},
    "agrees": "good",
    "disagrees": "bad",
    "cannot_tell": "warn",
    "on_schedule": "good",
    "done": "good",
    "delayed": "bad",
    "cancelled": "bad",
}


def status_style(term: str) -> Style:
    """The style in which a status or verdict is shown."""
    return _STYLES.get(term, "")


def marked(text: str, term: str) -> Cell:
    """A text that names a status or verdict, in its style and with its mark."""
    return Cell(text, status_style(term), term)
