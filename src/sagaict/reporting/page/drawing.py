"""Blocks as elements of a page: headings in order, tables with heads for rows and columns."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import count

from sagaict.language import _
from sagaict.reporting.blocks import (
    Block,
    Bullets,
    Cell,
    Chart,
    Column,
    Heading,
    Key,
    Keys,
    Paragraph,
    Room,
    Row,
    Scores,
    Section,
    Table,
    Verbatim,
)
from sagaict.reporting.page.markup import Child, Element, apart, element, words
from sagaict.reporting.page.paths import path, small_path
from sagaict.reporting.page.scores import scores
from sagaict.reporting.page.shapes import has_shape, shape
from sagaict.reporting.page.tables import begins_part, column_kinds, is_long, reads_as_text, shown

__all__ = ["Drawn", "Href", "drawn", "nowhere"]

Drawn = tuple[list[Element], list[tuple[str, str]]]
"""The elements, and the anchor and text of each heading that a reader may want to jump to."""
Href = Callable[[str], str | None]
"""Where the page of a full id is, seen from this one; `None` if it has none, or is this one."""


def nowhere(_full_id: str) -> None:
    """That a page is alone: nothing has another."""


def drawn(blocks: Iterable[Block], href: Href = nowhere) -> Drawn:
    """The blocks as elements. The title of the page is a level above all of their headings."""
    drawer = _Drawer(href)
    elements = [drawer.element(block) for block in blocks]
    return elements, drawer.anchors


class _Drawer:
    """What drawing a page remembers: names given on it, the heading reached and those above."""

    def __init__(self, href: Href) -> None:
        self._href = href
        self.anchors: list[tuple[str, str]] = []
        self._numbers = count(1)
        self._heading = ""
        self._above: list[int] = []
        self._said = False

    def element(self, block: Block) -> Element:
        """A block as an element."""
        if isinstance(block, Heading):
            made = self._headed(block)
        elif isinstance(block, Chart):
            made = path(block, self._name("path"))
        elif isinstance(block, Table):
            made = self._table(block)
        elif isinstance(block, Scores):
            made = scores(block, self._name)
        elif isinstance(block, Keys):
            made = element("dl", *map(self._key, block.items), class_="keys")
        elif isinstance(block, Room):
            made = _room(block)
        elif isinstance(block, Verbatim):
            made = element("pre", element("code", block.text))
        elif isinstance(block, Bullets):
            made = element("ul", *(apart(self._item(item)) for item in block.items))
        else:
            leads = any(piece.style == "lead" for piece in block.pieces)
            made = element("p", *self._pieces(block.pieces), **_classed("lead" if leads else ""))
        return apart(made)

    def _name(self, kind: str) -> str:
        return f"{kind}-{next(self._numbers)}"

    def _headed(self, block: Heading) -> Element:
        # A level is never skipped: who listens takes a gap for something missed.
        while self._above and self._above[-1] >= block.level:
            self._above.pop()
        self._above.append(block.level)
        level = len(self._above) + 1
        self._heading, name = block.text, self._name("part")
        if level <= 3:
            self.anchors.append((name, block.text))
        own = _classed("new-page" if block.on_new_page else "")
        content = self._leading(block.about, words(block.text))
        return element(f"h{level}", *content, id=name, **own)

    def _key(self, key: Key) -> Element:
        said: list[Child] = [element("span", *self._content(key.value), class_="value")]
        for cell in key.beside:
            said += [" ", element("small", *self._content(cell))]
        if key.below:
            said.append(element("small", *words(key.below), class_="below"))
        return element("div", element("dt", *words(key.name)), element("dd", *said))

    def _item(self, item: Paragraph) -> Element:
        return element("li", *self._pieces(item.pieces))

    def _pieces(self, pieces: Iterable[Cell]) -> Iterator[Child]:
        for piece in pieces:
            yield from self._content(piece)

    def _content(self, cell: Cell) -> list[Child]:
        if not cell.text and cell.path is None:
            return []
        if cell.path is not None:
            return [small_path(cell.path, self._name("path"))]
        content = self._leading(cell.about, words(cell.text))
        if cell.mark and has_shape(cell.mark):
            return [element("span", shape(cell.mark), *content, class_=f"status {cell.mark}")]
        if cell.style in ("", "lead"):
            return content
        return [element("span", *content, class_=cell.style)]

    def _leading(self, about: str, content: list[Child]) -> list[Child]:
        """The content; where it names what has a page, as the way there."""
        href = self._href(about) if about else None
        return content if href is None else [element("a", *content, href=href)]

    def _section(self, section: Section, width: int, *, begins: bool) -> Element:
        text = self._leading(section.about, words(section.text))
        if section.note:
            text += [" ", element("span", *words(section.note), class_="dim")]
        cell = element(
            "th",
            *text,
            colspan=str(width),
            scope="rowgroup",
            role="rowheader",
            class_=f"indent-{min(section.indent, 3)}",
        )
        border = f" border-{section.border}" if section.border else ""
        kind = f"section{' part' if begins else ''}{border}"
        return apart(element("tr", cell, class_=kind, role="row"))

    def _table(self, table: Table) -> Element:
        if self._href is not nowhere:
            table = shown(table)
        kinds = column_kinds(table)
        parts: list[Child] = []
        if self._heading:
            parts.append(element("caption", *words(self._heading), class_="unseen"))
        if table.titled:
            head = element("tr", *map(_head, table.columns, kinds), role="row")
            parts.append(element("thead", head, role="rowgroup"))
        parts += self._bodies(table, kinds)
        # The roles stay what they are where a narrow screen sets the rows as blocks.
        kind = "titled" if table.titled else "facts"
        kind += " results" if "drawn" in kinds else ""
        kind += " long" if is_long(table) else ""
        drawn = element("table", *parts, role="table", class_=kind)
        return element("div", drawn, *self._left_out(table), class_="table")

    def _left_out(self, table: Table) -> Iterator[Element]:
        """That paper lacks what is folded: said once."""
        if not self._said and any(isinstance(row, Row) and row.folded for row in table.rows):
            self._said = True
            text = _("On paper, how each status comes about is left out.")
            yield element("p", text, class_="on-paper dim")

    def _bodies(self, table: Table, kinds: list[str]) -> Iterator[Element]:
        """A body for every run of rows below section lines, and for what begins a part."""
        parts = begins_part(table)
        lines: list[Element] = []
        kind = ""
        previous: Row | Section | None = None
        for number, row in enumerate(table.rows):
            begins = number in parts
            if begins or (isinstance(row, Section) and isinstance(previous, Row)):
                yield from _body(lines, kind)
                lines, kind = [], "part" if begins else ""
            previous = row
            if isinstance(row, Section):
                lines.append(self._section(row, len(table.columns), begins=begins))
            else:
                lines += self._lines(row, table.columns, kinds)
        yield from _body(lines, kind)

    def _lines(self, row: Row, columns: tuple[Column, ...], kinds: list[str]) -> Iterator[Element]:
        """The line of a row; below it, folded, what is behind it."""
        cells: list[Element] = []
        naming = next((number for number, each in enumerate(columns) if each.names), 0)
        for number, (cell, column) in enumerate(zip(row.cells, columns, strict=True)):
            content = self._content(cell)
            if number == naming and content:
                indent = f"indent-{min(row.indent, 3)}"
                cells.append(element("th", *content, scope="row", role="rowheader", class_=indent))
            else:
                named = column.title and number != naming
                label = {"data_label": column.title} if named else {}
                kind = kinds[number]
                if kind.startswith("number") and reads_as_text(cell):
                    kind = "worded"
                cells.append(element("td", *content, role="cell", **_classed(kind), **label))
        yield apart(element("tr", *cells, role="row", **_classed("asked" if row.folded else "")))
        if row.folded:
            inside = (self.element(block) for block in row.folded)
            fold = element("details", element("summary", _("How this comes about")), *inside)
            below = element("td", fold, colspan=str(len(columns)), role="cell")
            yield apart(element("tr", below, class_="why", role="row"))


def _room(room: Room) -> Element:
    boxes = [element("span", *words(choice), class_="box") for choice in room.choices]
    title = element("span", *words(room.title), class_="strong")
    rules = [element("div", class_="rule") for _line in range(room.lines)]
    return element("div", element("p", title, *boxes), *rules, class_="room")


def _classed(name: str) -> dict[str, str]:
    return {"class_": name} if name else {}


def _head(column: Column, kind: str) -> Element:
    if not column.title:
        return element("td", role="cell")
    title = words(column.title)
    return element("th", *title, scope="col", role="columnheader", **_classed(kind))


def _body(lines: list[Element], kind: str) -> Iterator[Element]:
    if lines:
        yield element("tbody", *lines, role="rowgroup", **_classed(kind))
