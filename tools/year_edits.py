"""What a page of the year does besides its commands: edits of files, entries, and cuts."""

from __future__ import annotations

import re
from pathlib import Path

from openpyxl import load_workbook

__all__ = ["CUT", "NotAsWritten", "chosen", "fill", "put", "take"]

CUT = "…"
"""A line in place of those that are left out."""


class NotAsWritten(Exception):
    """A step of the page does not go as the page says."""


def chosen(out: str, asked: str | None) -> str:
    """The lines the page shows: all, `first 3`, or `from WORDS to WORDS`."""
    lines = [line.rstrip() for line in out.splitlines()]
    if asked is None:
        return "".join(f"{line}\n" for line in lines)
    if count := re.fullmatch(r"first (\d+)", asked):
        kept = [number < int(count[1]) for number in range(len(lines))]
    elif ends := re.fullmatch(r"from (.+) to (.+)", asked):
        begin = next((n for n, line in enumerate(lines) if ends[1] in line), 0)
        end = next((n for n, line in enumerate(lines) if n > begin and ends[2] in line), 0)
        kept = [begin <= number < end for number in range(len(lines))]
    else:
        kept = []
    if not any(kept):
        raise NotAsWritten(f"nothing is shown of:\n{out}")
    shown, left_out = "", False
    for line, keep in zip(lines, kept, strict=True):
        if keep or not left_out:
            shown += f"{line if keep else CUT}\n"
        left_out = not keep
    return shown


def put(path: Path, block: str) -> None:
    """Add the lines a file has not: each below the one it follows in the block, or at the end."""
    lines = path.read_text(encoding="utf-8").splitlines()
    known = [line.strip() for line in lines]
    at, shift = len(lines), 0
    for line in block.splitlines():
        text = line.strip()
        if text in known:
            if known.count(text) > 1:
                raise NotAsWritten(f"{path.name}: {text}")
            at = next(n for n, old in enumerate(lines, 1) if old.strip() == text)
            old = lines[at - 1]
            shift = (len(old) - len(old.lstrip())) - (len(line) - len(line.lstrip()))
        elif not text.startswith("#"):
            lines.insert(at, " " * shift + line)
            at += 1
    path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


def take(path: Path, block: str) -> None:
    """Take lines out of a file, which must be there as they stand in the block."""
    text = path.read_text(encoding="utf-8")
    if text.count(block) != 1:
        raise NotAsWritten(f"{path.name}:\n{block}")
    path.write_text(text.replace(block, ""), encoding="utf-8", newline="\n")


def fill(home: Path, said: str) -> None:
    """Type into a workbook: after its name, lines of row, column and what is typed."""
    name, *entries = said.splitlines()
    book = load_workbook(home / name)
    for entry in entries:
        key, column, typed = entry.split(maxsplit=2)
        (cell,) = (
            row[index]
            for sheet in book.worksheets
            for heads in [[cell.value for cell in sheet[1]]]
            if column in heads
            for index in [heads.index(column)]
            for row in sheet.iter_rows()
            if row[0].value == key
        )
        number = re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", typed)
        cell.value = float(typed) if number else typed
    book.save(home / name)
