"""Blocks as Markdown, with everything that could be taken for markup escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sagaict.domain.regex import regex
from sagaict.language.visible import spelled_out, visible
from sagaict.reporting.blocks import (
    Block,
    Bullets,
    Cell,
    Heading,
    Row,
    Section,
    Table,
    Verbatim,
    Written,
    written,
)

__all__ = ["escape", "render_markdown"]

_SPECIAL = regex(r"([\\`*_{}\[\]<>|~&@#$])")
_INDENT = regex(r"^ +", re.MULTILINE)  # four spaces would be a block of code
# What begins a list needs a space behind it, what underlines a heading or rules a line another of
# its kind. A colon: two of them would be a command in the log of a forge.
_LINE_START = regex(r"^(\s*\d+)([.)])(?=\s|$)|^(\s*)([-+](?=[-\s]|$)|[=:])", re.MULTILINE)
_LINK = regex(r"(https?|ftp|www)(:|\.)", re.IGNORECASE)
# GitHub looks for mentions and issue numbers only after the backslashes are gone.
_REFERENCE = regex(r"(\\@)(?=\w)|(\\#)(?=\d)")


def escape(text: str) -> str:
    """Text that a Markdown reader shows as it stands: no markup, mentions, links or HTML."""
    return _LINE_START.sub(
        lambda m: f"{m[1]}\\{m[2]}" if m[2] else f"{m[3]}\\{m[4]}", _within_a_line(text)
    )


def _within_a_line(text: str) -> str:
    """The same of text that begins no line: in a cell nothing is a list."""
    escaped = _SPECIAL.sub(r"\\\1", _INDENT.sub("", spelled_out(text)))
    escaped = _LINK.sub(lambda match: f"{match[1]}\\{match[2]}", escaped)
    return _REFERENCE.sub(lambda match: f"{match[0]}&#8203;", escaped)


def render_markdown(blocks: Iterable[Block]) -> str:
    """The blocks as GitHub-flavoured Markdown, ending with a newline."""
    return "\n\n".join("\n".join(_lines(block)) for block in written(blocks)) + "\n"


def _lines(block: Written) -> Iterator[str]:
    if isinstance(block, Table):
        yield from _table(block)
    elif isinstance(block, Bullets):
        for item in block.items:
            yield "- " + escape(item.text).replace("\n", " ")
    elif isinstance(block, Verbatim):
        fence = "`" * (_longest_run_of_ticks(block.text) + 3)
        yield fence + block.language
        yield visible(block.text)
        yield fence
    elif isinstance(block, Heading):
        yield "#" * block.level + " " + _within_a_line(_one_line(block.text))
    else:
        yield escape(block.text).replace("\n", "  \n")


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _longest_run_of_ticks(text: str) -> int:
    return max((len(run) for run in re.findall("`+", text)), default=0)


def _table(table: Table) -> Iterator[str]:
    yield _row(Cell(column.title) for column in table.columns)
    marks = ("---:" if column.align == "right" else ":---" for column in table.columns)
    yield f"| {' | '.join(marks)} |"
    for row in table.rows:
        if isinstance(row, Row):
            yield _row(row.cells)
        else:
            yield _section(row, len(table.columns))


def _row(cells: Iterable[Cell]) -> str:
    return f"| {' | '.join(map(_cell, cells))} |"


def _cell(cell: Cell) -> str:
    text = _within_a_line(cell.text).replace("\n", "<br>")
    return f"[{text}]({cell.link})" if cell.link else text


def _section(section: Section, width: int) -> str:
    text = f"**{_within_a_line(_one_line(section.text))}**"
    if section.note:
        text += f" {_within_a_line(_one_line(section.note))}"
    return "| " + " | ".join([text, *[""] * (width - 1)]) + " |"
