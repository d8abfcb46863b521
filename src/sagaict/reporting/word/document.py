"""Blocks as a Word document: real headings and lists, tables whose heads repeat, on A4."""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.run import Run

from sagaict.language import active
from sagaict.language.visible import spelled_out
from sagaict.reading.steps import steps
from sagaict.reporting.blocks import (
    Block,
    Bullets,
    Chart,
    Heading,
    Keys,
    Paragraph,
    Room,
    Scores,
    Table,
    Verbatim,
)
from sagaict.reporting.blocks import written as in_words
from sagaict.reporting.word.runs import add_pieces
from sagaict.reporting.word.tables import add_room, add_table

__all__ = ["render_word"]

_FONT = "BIZ UDPゴシック"
_DEEPEST = 6
_NO_DAY = datetime(2000, 1, 1, tzinfo=UTC)
"""What a document says of when it was made: the same inputs give the same bytes."""


def render_word(blocks: Iterable[Block], title: str = "") -> bytes:
    """The blocks as a `.docx`; without a title the first heading is that of the document."""
    content = list(blocks)
    if not title:
        first = next((block for block in content if isinstance(block, Heading)), None)
        title = first.text if first else "sagaict"
        content = [block for block in content if block is not first]
    document = docx.Document()
    _set_up(document, " ".join(spelled_out(title).split()))
    sizes = [len(block.rows) if isinstance(block, Table) else 1 for block in content]
    before: Block | None = None
    for block in steps(content, sizes):
        # A heading at once below one that begins a page stays on that page.
        if isinstance(block, Heading) and isinstance(before, Heading) and before.on_new_page:
            _add(document, replace(block, on_new_page=False))
        else:
            _add(document, block)
        before = block
    stream = io.BytesIO()
    document.save(stream)
    return _without_times(stream)


def _without_times(archive: io.BytesIO) -> bytes:
    """The same parts in an archive that says nothing of when it was made."""
    made = io.BytesIO()
    with ZipFile(archive) as old, ZipFile(made, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = ZipInfo(name)
            part.compress_type = ZIP_DEFLATED
            new.writestr(part, old.read(name))
    return made.getvalue()


def _set_up(document: Document, title: str) -> None:
    (section,) = document.sections
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(18)
    section.top_margin = section.bottom_margin = Mm(18)
    said = document.core_properties
    said.title, said.author, said.language = title, "", active()
    said.created = said.modified = _NO_DAY
    # Without it, commas and full stops are drawn as Chinese has them.
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:eastAsia"), "ja-JP")
    for style in document.styles:
        if isinstance(style, ParagraphStyle):
            _in_font(style)
    plain = document.styles["Normal"]
    if isinstance(plain, ParagraphStyle):
        plain.font.size = Pt(10)
        plain.paragraph_format.space_after = Pt(4)
    document.add_heading(title, level=0)
    foot = section.footer.paragraphs[0]
    # A tab for what stands on the right, not those of the template for the middle and the right.
    foot.style = document.styles["Normal"]
    foot.paragraph_format.tab_stops.add_tab_stop(Mm(174), WD_TAB_ALIGNMENT.RIGHT)
    foot.add_run(f"{title}\t")
    _add_field(foot.add_run(), "PAGE")
    foot.add_run(" / ")
    _add_field(foot.add_run(), "NUMPAGES")
    for run in foot.runs:
        run.font.size = Pt(8)


def _in_font(style: ParagraphStyle) -> None:
    """A style in a font that has Japanese letters, and no colour of the template."""
    style.font.name = _FONT
    if style.font.color is not None and style.name and style.name.startswith(("Heading", "Title")):
        style.font.color.rgb = RGBColor(0, 0, 0)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in list(fonts.attrib):
        if name.endswith("Theme"):
            del fonts.attrib[name]
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), _FONT)


def _add_field(run: Run, name: str) -> None:
    """What Word fills in: the number of the page, or of all."""
    for kind, text in (("begin", ""), ("", name), ("end", "")):
        if kind:
            part = OxmlElement("w:fldChar")
            part.set(qn("w:fldCharType"), kind)
        else:
            part = OxmlElement("w:instrText")
            part.text = text
        run._r.append(part)  # noqa: SLF001 (python-docx has no fields of its own)


def _add(document: Document, block: Block) -> None:
    if isinstance(block, Heading):
        heading = document.add_heading(spelled_out(block.text), level=min(block.level, _DEEPEST))
        heading.paragraph_format.page_break_before = block.on_new_page
    elif isinstance(block, Table):
        add_table(document, block)
    elif isinstance(block, Room):
        add_room(document, block)
    elif isinstance(block, Scores | Keys):
        for other in in_words([block]):
            _add(document, other)
    else:
        _add_text(document, block)


def _add_text(document: Document, block: Paragraph | Bullets | Verbatim | Chart) -> None:
    if isinstance(block, Paragraph):
        add_pieces(document.add_paragraph(), block.pieces)
    elif isinstance(block, Bullets):
        for item in block.items:
            add_pieces(document.add_paragraph(style="List Bullet"), item.pieces)
    elif isinstance(block, Verbatim):
        document.add_paragraph(spelled_out(block.text), style="No Spacing")
    else:
        document.add_paragraph(spelled_out(block.description))
