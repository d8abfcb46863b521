"""Texts of a Word document in their styles."""

from __future__ import annotations

from collections.abc import Iterable

from docx.shared import Pt, RGBColor
from docx.text.paragraph import Paragraph

from sagaict.language.visible import spelled_out
from sagaict.reporting.blocks import Cell, Style

__all__ = ["add_pieces"]

_COLOURS: dict[Style, RGBColor] = {
    "good": RGBColor(0x0B, 0x58, 0xA6),
    "bad": RGBColor(0xB0, 0x26, 0x1C),
    "warn": RGBColor(0x7D, 0x45, 0x00),
    "dim": RGBColor(0x54, 0x5A, 0x61),
}


def add_pieces(paragraph: Paragraph, pieces: Iterable[Cell]) -> None:
    """The pieces of a text, each in its style; a word says what a colour does."""
    for piece in pieces:
        text = piece.path.description if piece.path is not None else piece.text
        run = paragraph.add_run(spelled_out(text))
        run.bold = piece.style in ("strong", "lead") or bool(piece.mark) or None
        if piece.style == "lead":
            run.font.size = Pt(12)
        if piece.style in _COLOURS:
            run.font.color.rgb = _COLOURS[piece.style]
