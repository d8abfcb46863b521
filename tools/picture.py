"""Draw the pictures in the README: what `sagaict status` shows in a terminal of an ended plan, in both languages."""

from __future__ import annotations

import html
import io
import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from itertools import groupby
from pathlib import Path

from rich.console import Console

from sagaict import language
from sagaict.cli.frame.session import Session
from sagaict.cli.reports.status import around_of
from sagaict.computing.overview import listing, overview
from sagaict.computing.selection import Filter
from sagaict.computing.view import View
from sagaict.reading.data_folder import DataFolder
from sagaict.reading.workspace import read_workspace
from sagaict.reporting.blocks import Block, Table
from sagaict.reporting.status_report import status_report
from sagaict.reporting.status_table import Options
from sagaict.reporting.terminal import render_terminal
from sagaict.reporting.width import columns

ROOT = Path(__file__).resolve().parent.parent
IMAGES = ROOT / "docs" / "images"
TODAY = date(2026, 11, 21)
PLAN = "ict-katsuyo"
"""An ended plan: of a running one there are no results yet."""
TITLE = f"sagaict status {PLAN} --priority"
WIDTH = 100
"""Columns of the terminal drawn."""
CELL = 10
"""Width of a column; letters are twice as high, full-width ones twice as wide."""

# Nothing is loaded from anywhere: the fonts are those of the reader's machine.
FORMAT = """\
<svg viewBox="0 0 {width} {height}" role="img" aria-label="sagaict status ict-katsuyo --priority" \
xmlns="http://www.w3.org/2000/svg">
<style>
text {{ font: {char_height}px 'Noto Sans Mono CJK JP', 'BIZ UDGothic', 'MS Gothic', Osaka-Mono, \
monospace; }}
text.{unique_id}-title {{ font-size: 16px; }}
{styles}
</style>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})">
{backgrounds}{matrix}</g>
</svg>
"""
TEXT = re.compile(
    r'<text class="(?P<style>[^"]*)" x="(?P<x>[^"]*)" y="(?P<y>[^"]*)" textLength="[^"]*"[^>]*>'
    r"(?P<text>[^<]*)</text>"
)


def report() -> list[Block]:
    """The report on the data of this repository, in the language spoken now: an ended plan's priority projects."""
    view = View.on(TODAY)
    folder = DataFolder(ROOT / "data", "bundled")
    session = Session(folder, read_workspace(folder.path), view)
    whole = overview(session.portfolio, session.portfolio.plans[PLAN], view)
    conditions = Filter(priority=True)
    items = [listing(whole, conditions)]
    options = Options(frozenset({PLAN}), conditions=conditions)
    blocks = status_report(items, session.origin, options, view, around_of([whole], session))
    last = max(at for at, block in enumerate(blocks) if isinstance(block, Table))
    return blocks[: last + 1]  # the notes below would be half of the picture


def draw(blocks: list[Block]) -> str:
    """The blocks as SVG, as the terminal renderer lays them out."""
    console = Console(
        record=True,
        file=io.StringIO(),
        width=WIDTH,
        color_system="truecolor",
        force_terminal=True,
        markup=False,
        highlight=False,
        emoji=False,
        legacy_windows=False,
    )
    render_terminal(blocks, console)
    drawn = console.export_svg(
        title=TITLE, code_format=FORMAT, font_aspect_ratio=0.5, unique_id="status"
    )
    drawn = TEXT.sub(lambda match: "".join(_runs(match)), drawn)
    return "\n".join(line.strip() for line in drawn.splitlines() if line.strip()) + "\n"


def _runs(match: re.Match[str]) -> Iterator[str]:
    """One text in runs of letters equally wide, each put exactly on its columns.

    So everything lines up, whatever fonts stand in for the Latin and the Japanese letters.
    """
    x = int(match["x"])
    text = html.unescape(match["text"]).rstrip("\n")
    for kind, letters in groupby(text, key=_kind_of):
        run = "".join(letters)
        length = columns(run) * CELL
        small = ' style="font-size: 12px"' if kind == "mark" else ""
        yield (
            f'<text class="{match["style"]}"{small} x="{x}" y="{match["y"]}" textLength="{length}" '
            f'lengthAdjust="spacingAndGlyphs">{html.escape(run)}</text>\n'
        )
        x += length


def _kind_of(letter: str) -> str:
    """Full-width, half-width, or one or the other, as the font pleases: a bar, or a mark (`○`, `※`).

    A mark that is squeezed looks like a digit, so it is written smaller.
    """
    kinds = {"W": "full", "F": "full", "A": "bar" if "\u2500" <= letter <= "\u259f" else "mark"}
    return kinds.get(unicodedata.east_asian_width(letter), "half")


def main() -> None:
    """Write one picture for each language."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    for name in language.LANGUAGES:
        language.activate(name)
        path = IMAGES / f"status.{name}.svg"
        path.write_text(draw(report()), encoding="utf-8", newline="\n")
        print(path.relative_to(ROOT).as_posix())


if __name__ == "__main__":
    main()
