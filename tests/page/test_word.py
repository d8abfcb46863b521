"""A report as a Word document: what an officer edits, and LibreOffice opens."""

from __future__ import annotations

import io
import re
import sys
from pathlib import Path
from xml.etree.ElementTree import fromstring
from zipfile import ZipFile

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from office import convert
from running import ROOT, TODAY, sagaict
from test_page import MARKUP, written

from sagaict.language import activate
from sagaict.reporting.blocks import (
    Block,
    Bullets,
    Cell,
    Column,
    Heading,
    Paragraph,
    Room,
    Row,
    Section,
    Table,
    marked,
)
from sagaict.reporting.word.document import render_word

TABLE = Table(
    (Column("指標", fold=True), Column("実績", "right")),
    (Section("基本目標1", note="便利"), Row((Cell("利用件数"), marked("達成", "met")), 1)),
)
BLOCKS: list[Block] = [
    Heading("計画"),
    Paragraph.of("前置き", "lead"),
    Heading("結果", 2, on_new_page=True),
    Bullets((Paragraph.of("一つ目"), Paragraph.of("二つ目"))),
    TABLE,
    Room("審議の結果", ("了承", "改善指示"), 2),
]


def read(content: bytes) -> docx.document.Document:
    return docx.Document(io.BytesIO(content))


def test_it_is_made_of_real_headings_lists_and_tables() -> None:
    activate("ja")
    document = read(render_word(BLOCKS, "会議資料"))
    styles = [(each.style.name if each.style else "", each.text) for each in document.paragraphs]
    assert [item for item in styles if item[1]] == [
        ("Title", "会議資料"),
        ("Heading 1", "計画"),
        ("Normal", "前置き"),
        ("Heading 2", "結果"),
        ("List Bullet", "一つ目"),
        ("List Bullet", "二つ目"),
    ]
    (heading,) = [each for each in document.paragraphs if each.text == "結果"]
    assert heading.paragraph_format.page_break_before
    assert document.core_properties.title == "会議資料"
    assert round((document.sections[0].page_width or 0) / Mm(1)) == 210


def test_the_head_of_a_table_repeats_and_no_row_is_cut_in_two() -> None:
    table, room = read(render_word(BLOCKS)).tables
    rows = [table.rows[number]._tr for number in range(3)]  # noqa: SLF001 (no word for it)
    assert [row.find(f".//{qn('w:tblHeader')}") is not None for row in rows] == [True, False, False]
    assert [row.find(f".//{qn('w:cantSplit')}") is not None for row in rows] == [False, True, True]
    assert [cell.text for cell in table.rows[2].cells] == ["利用件数", "達成"]
    assert table.rows[1].cells[0].text == "基本目標1  便利"
    assert room.rows[0].cells[0].text.startswith("審議の結果  □ 了承  □ 改善指示")


def test_a_table_is_never_wider_than_the_page() -> None:
    columns = (Column("指標", fold=True), *(Column(f"R{year}", "right") for year in range(1, 8)))
    row = Row((Cell("オープンデータの件数"), *(Cell("R6-R7 12,345,678件") for _ in range(7))))
    document = read(render_word([Table(columns, (row,))]))
    section, (table,) = document.sections[0], document.tables
    page = (section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0)
    widths = [column.width or 0 for column in table.columns]
    assert page - Mm(1) < sum(widths) <= page
    assert widths[0] >= page / 5
    assert {run.font.size for run in table.rows[1].cells[1].paragraphs[0].runs} == {Pt(8)}


def test_commas_are_drawn_as_in_japan_and_each_page_has_its_number_of_all() -> None:
    document = read(render_word(BLOCKS, "会議資料"))
    said = [each.get(qn("w:eastAsia")) for each in document.styles.element.iter(qn("w:lang"))]
    assert said == ["ja-JP"]
    foot = document.sections[0].footer.paragraphs[0]
    fields = [each.text for each in foot._p.iter(qn("w:instrText"))]  # noqa: SLF001 (no word for it)
    assert (foot.text, fields) == ("会議資料\t / ", ["PAGE", "NUMPAGES"])


def test_a_heading_below_one_that_begins_a_page_begins_no_other() -> None:
    both: list[Block] = [
        Heading("別紙", 3, on_new_page=True),
        Heading("シート1", 4, on_new_page=True),
    ]
    document = read(render_word([*both, Paragraph.of("本文")], "会議資料"))
    breaks = {each.text: each.paragraph_format.page_break_before for each in document.paragraphs}
    assert (breaks["別紙"], breaks["シート1"]) == (True, False)


def test_the_same_report_is_the_same_file() -> None:
    assert render_word(BLOCKS) == render_word(BLOCKS)


def test_no_text_of_a_file_becomes_an_element_of_the_document(tmp_path: Path) -> None:
    tags = []
    for name, markup in (("harmless", ""), ("hostile", MARKUP + "<w:br/>{{ x }}")):
        root = written(tmp_path / name, markup)
        path = root / "paper.docx"
        ran = sagaict("agenda", "--today", TODAY, "--format", "docx", "-o", path, cwd=root)
        assert ran.code == 0, ran.err
        with ZipFile(path) as archive:
            assert "word/vbaProject.bin" not in archive.namelist()
            body = archive.read("word/document.xml").decode()
        assert "\u202e" not in body
        # A longer text may be given more runs, never other elements.
        tags.append({each.tag for each in fromstring(body).iter()})  # noqa: S314 (our own)
    assert tags[0] == tags[1]


def test_libreoffice_opens_the_paper_and_the_booklet(tmp_path: Path) -> None:
    papers = {
        "agenda": ["agenda", "--plan", "ict-katsuyo", "--today", "2020-03-31"],
        "booklet": ["show", "dx-plan", "--whole", "--today", TODAY],
    }
    files = []
    for name, command in papers.items():
        path = tmp_path / f"{name}.docx"
        ran = sagaict("--lang", "ja", *command, "--format", "docx", "-o", path, cwd=ROOT)
        assert ran.code == 0, ran.err
        files.append(path)
    convert(files, "pdf", tmp_path, writes=True)
    for name in papers:
        pages = re.findall(rb"/Type\s*/Page\b", (tmp_path / f"{name}.pdf").read_bytes())
        assert len(pages) > 2, name


def test_without_the_extra_it_is_said_how_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    for name in [name for name in sys.modules if name.startswith("sagaict.reporting.word")]:
        monkeypatch.delitem(sys.modules, name)
    path = tmp_path / "paper.docx"
    ran = sagaict("agenda", "--format", "docx", "-o", path, "--today", TODAY, cwd=ROOT)
    assert ran.code == 2
    assert "python-docx" in ran.err or "[word]" in ran.err
    assert not path.exists()
