"""Citations: where something stands, by the ids of documents, or by their titles for any reader."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from sagaict.domain.plan import Plan
from sagaict.domain.portfolio import Portfolio
from sagaict.reporting.blocks import Block, Bullets, Cell, Paragraph, Row, Table

__all__ = ["by_title", "citation", "cited", "cited_elsewhere"]


def cited(source: str | None, before: str = "  ") -> Cell:
    """What stands behind something: where it is taken from; nothing where that is not known."""
    return Cell(f"{before}[{source}]" if source else "", "dim", source=source or "")


def citation(source: str | None) -> Cell | None:
    """A citation by itself."""
    return Cell(source, source=source) if source else None


def cited_elsewhere(source: str, plan_id: str) -> str:
    """A citation of a plan as another one writes it: the plan's id before that of the document."""
    return source if "/" in source.partition(" ")[0] else f"{plan_id}/{source}"


def by_title(blocks: Iterable[Block], plan: Plan, portfolio: Portfolio) -> Iterator[Block]:
    """What is said of a plan or of anything below it, with each document cited by its title."""

    def titled(cell: Cell) -> Cell:
        if not cell.source:
            return cell
        # It ends the text; what is said before it may hold the same words.
        before, _source, after = cell.text.rpartition(cell.source)
        return replace(cell, text=before + _titled(cell.source, plan, portfolio) + after)

    def told(paragraph: Paragraph) -> Paragraph:
        return Paragraph(tuple(map(titled, paragraph.pieces)))

    for block in blocks:
        if isinstance(block, Paragraph):
            yield told(block)
        elif isinstance(block, Bullets):
            yield Bullets(tuple(map(told, block.items)))
        elif isinstance(block, Table):
            rows = (
                replace(
                    row,
                    cells=tuple(map(titled, row.cells)),
                    folded=tuple(by_title(row.folded, plan, portfolio)),
                )
                if isinstance(row, Row)
                else row
                for row in block.rows
            )
            yield replace(block, rows=tuple(rows))
        else:
            yield block


def _titled(source: str, plan: Plan, portfolio: Portfolio) -> str:
    name, _space, place = source.partition(" ")
    owner, _slash, local = name.rpartition("/")
    holder = portfolio.plans.get(owner) if owner else plan
    document = holder.documents.get(local) if holder else None
    return f"{document.title} {place}".rstrip() if document else source
