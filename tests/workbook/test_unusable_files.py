"""Files that are not opened at all, and what is said about each."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from parts import with_parts, zip_of
from town import Town

from sagaict.workbook.incoming import read_files
from sagaict.workbook.layout import MARKER
from sagaict.workbook.package import MAX_FILE, MAX_UNPACKED
from sagaict.workbook.problems import PROBLEMS, UNUSABLE, unusable_text

OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
SHEET = "xl/worksheets/sheet1.xml"


def macros(content: bytes) -> bytes:
    return with_parts(content, {"xl/vbaProject.bin": lambda _: b"Attribute VB_Name"})


def macro_type(content: bytes) -> bytes:
    change = {
        "[Content_Types].xml": lambda old: old.replace(
            b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
            b"application/vnd.ms-excel.sheet.macroEnabled.main+xml",
        )
    }
    return with_parts(content, change)


def bomb(content: bytes) -> bytes:
    return with_parts(content, {"xl/media/image1.png": lambda _: bytes(MAX_UNPACKED)})


def many_parts(content: bytes) -> bytes:
    return with_parts(content, {f"xl/media/{n}.png": lambda _: b"" for n in range(1_000)})


def lying_bomb(content: bytes) -> bytes:
    """A part that says in both of its headers that it is small, and is not."""
    name = b"xl/x.xml"
    made = bytearray(with_parts(content, {name.decode(): lambda _: b"<a>" + b" " * 100_000}))
    for size in (made.index(name) - 30 + 22, made.rindex(name) - 46 + 24):
        assert made[size : size + 4] == (100_003).to_bytes(4, "little")
        made[size : size + 4] = (10).to_bytes(4, "little")
    return bytes(made)


def entities(content: bytes) -> bytes:
    text = b'<!DOCTYPE a [<!ENTITY b "bbbb">]>'
    return with_parts(content, {SHEET: lambda old: text + old})


def many_cells(content: bytes, number: int) -> bytes:
    rows = "".join(f'<row r="{row}"><c><v>1</v></c></row>' for row in range(1, number + 1))
    text = (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        f"<sheetData>{rows}</sheetData></worksheet>"
    )
    return with_parts(content, {SHEET: lambda _: text.encode()})


def encrypted_zip(content: bytes) -> bytes:
    made = bytearray(content)
    made[made.index(b"PK\x01\x02") + 8] |= 1
    return bytes(made)


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (lambda _: b"", "empty"),
        (lambda _: b"PK" + bytes(MAX_FILE), "too-large"),
        (lambda _: OLD, "old-excel"),
        (lambda _: OLD + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        (encrypted_zip, "encrypted"),
        (macros, "macros"),
        (macro_type, "macros"),
        (bomb, "bomb"),
        (many_parts, "bomb"),
        (lying_bomb, "damaged"),
        (entities, "doctype"),
        (lambda content: content[: len(content) // 2], "damaged"),
        (lambda content: with_parts(content, {SHEET: lambda old: old[:200]}), "damaged"),
        (
            lambda _: with_parts(zip_of({"mimetype": b"x", "content.xml": b"x"}), {}),
            "open-document",
        ),
        (lambda _: zip_of({"word/document.xml": b"x"}), "not-a-workbook"),
        (lambda _: zip_of({"xl/workbook.bin": b"x"}), "binary"),
        (lambda _: b"\x00\x01\x02" * 40, "not-text"),
        (lambda _: b"\xff\xfe" + "a,b".encode("utf-16-le"), "not-text"),
        (lambda _: b"\x81\xff\xfe", "not-text"),
        (lambda _: b"some,other\ntable,1\n", "not-ours"),
        (lambda _: b'a,"b\n', "not-ours"),
    ],
)
def test_such_a_file_is_not_read(town: Town, spoil: Callable[[bytes], bytes], code: str) -> None:
    came = town.take(file=spoil(town.sheet()))
    assert came.unusable == {"file": code}
    assert came.change_set.edits() == []
    assert "{" not in unusable_text(came.taken.unusable["file"])


def test_cells_are_read_up_to_a_limit(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("csv_files", "excel"):
        monkeypatch.setattr(f"sagaict.workbook.{module}.MAX_CELLS", 1_000)
    sheet = town.sheet()
    for content, code in (
        (many_cells(sheet, 700), None),  # and those of the other sheets
        (many_cells(sheet, 1_001), "too-many-cells"),
        (b"a\n" * 1_000, "not-ours"),
        (b"a\n" * 1_001, "too-many-cells"),
    ):
        assert town.take(file=content).unusable.get("file") == code
    assert "1,000" in unusable_text(town.take(file=b"a\n" * 1_001).taken.unusable["file"])


def test_a_workbook_that_is_open_in_excel_is_to_be_closed_first(town: Town) -> None:
    beside = "\x06市民課".encode("utf-16-le") + bytes(100)
    found = read_files({"in/~$a.xlsx": beside, "in/a.xlsx": town.sheet()})
    assert {name: error.code for name, error in found.unusable.items()} == {
        "in/~$a.xlsx": "open-elsewhere"
    }
    assert len(found.rows) == 11


def test_another_workbook_is_not_ours(town: Town) -> None:
    book = town.book()
    for sheet in book.workbook.worksheets[:-2]:
        book.workbook.remove(sheet)
    assert town.take(book).unusable == {"a.xlsx": "not-ours"}


def test_a_workbook_of_a_later_version_is_not_read(town: Town) -> None:
    book = town.book()
    book.workbook["_sagaict"]["B2"] = 2
    assert town.take(book).unusable == {"a.xlsx": "newer"}
    book = town.book()
    book.workbook.worksheets[0]["A1"] = f"{MARKER} 2 results"
    assert town.take(book).unusable == {"a.xlsx": "newer"}


def test_without_the_sheet_that_marks_the_workbook_its_sheets_are_still_understood(
    town: Town,
) -> None:
    book = town.book().fill({("aoba/1-1/online@R7", "value"): 61})
    book.workbook.remove(book.workbook["_sagaict"])
    assert town.take(book).lines == ([], ["R7: 61"])


def test_a_huge_merged_block_is_harmless(town: Town) -> None:
    merged = b'<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    content = with_parts(
        town.sheet(),
        {SHEET: lambda old: old.replace(b"</sheetData>", b"</sheetData>" + merged)},
    )
    came = town.take(content)
    assert [code for _, code in came.refused] == ["merged"]


def test_a_cell_at_the_far_end_of_the_sheet_is_harmless(town: Town) -> None:
    far = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    content = with_parts(town.sheet(), {SHEET: lambda old: old.replace(b"</sheetData>", far)})
    assert town.take(content).taken.changed == 0


def test_a_bad_file_does_not_hide_what_is_wrong_with_others(town: Town) -> None:
    book = town.book().fill({("aoba/1-1/online@R7", "value"): "半分"})
    came = town.take(book, b_xls=OLD)
    assert came.unusable == {"b.xls": "old-excel"}
    assert [code for _, code in came.refused] == ["words"]


def test_every_refusal_has_its_words() -> None:
    assert all((text and text[0].islower()) or text[0] in "“{" for text in PROBLEMS.values())
    assert all(UNUSABLE.values())
