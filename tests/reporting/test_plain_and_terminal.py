"""Plain text for pipes, and the same blocks on a terminal."""

from __future__ import annotations

import io
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from sagaict.reporting.blocks import (
    Block,
    Bullets,
    Cell,
    Column,
    Heading,
    Paragraph,
    Row,
    Section,
    Style,
    Table,
    Verbatim,
)
from sagaict.reporting.output import Output
from sagaict.reporting.plain import render_plain
from sagaict.reporting.terminal import render_terminal
from sagaict.reporting.width import columns

TABLE = Table(
    (Column("指標", fold=True), Column("目標", "right"), Column("状態")),
    (
        Section("1 便利", note="利便", apart=True),
        Row((Cell("申請率"), Cell("1,027件"), Cell("達成", "good")), indent=1),
        Row((Cell("ｱｸｾｽ"), Cell("5件"), Cell("未達成", "bad"))),
    ),
)
TEXTS = st.text(st.sampled_from("ab1, 漢カー、。（）「」ｱ①[]/x="), max_size=40)


def drawn(blocks: list[Block], width: int, *, colour: bool = False) -> str:
    stream = io.StringIO()
    console = Console(
        file=stream, width=width, color_system="standard" if colour else None,
        force_terminal=True, markup=False, highlight=False, emoji=False, legacy_windows=False,
    )  # fmt: skip
    render_terminal(blocks, console)
    return stream.getvalue()


def test_plain_columns_line_up_whatever_the_letters_are() -> None:
    assert render_plain([TABLE]).splitlines() == [
        "指標         目標  状態",
        "",
        "1 便利  利便",
        "  申請率  1,027件  達成",
        "ｱｸｾｽ          5件  未達成",
    ]


def test_plain_is_never_wrapped_or_cut() -> None:
    text = "とても長い文。" * 100
    table = Table((Column("a", fold=True), Column("b")), (Row((Cell(text), Cell(text))),))
    assert (
        render_plain([Paragraph.of(text), Bullets((Paragraph.of(text),)), table]).count(text) == 4
    )
    assert f"{text}  {text}" in render_plain([table]).splitlines()


def test_plain_blocks() -> None:
    page = render_plain(
        [
            Heading("計画"),
            Heading("表", 2),
            Bullets((Paragraph((Cell("a", "bad"), Cell("\nb"))), Paragraph.of("c"))),
            Verbatim("x: 1\ny: 2", "yaml"),
            Paragraph.of("終わり  "),
        ]
    )
    assert page == "== 計画\n\n表\n\n- a\n  b\n- c\n\n    x: 1\n    y: 2\n\n終わり\n"


def test_a_cell_of_several_lines_keeps_its_column() -> None:
    table = Table((Column("a"), Column("b", "right")), (Row((Cell("x"), Cell("1\n22"))),))
    assert render_plain([table]).splitlines() == ["a   b", "x   1", "   22"]


def test_a_table_without_rows_or_titles() -> None:
    assert render_plain([Table((Column("a"), Column("b")))]) == "a  b\n"
    assert render_plain([Table((Column(""), Column("")))]) == "\n"


@pytest.mark.parametrize("text", ["[bold]x[/bold]", "[red]", "[/]", ":smile:", "[link=x]y", "\\["])
def test_markup_of_the_drawing_library_is_shown_literally(text: str) -> None:
    table = Table((Column(text),), (Row((Cell(text),)), Section(text, note=text)))
    blocks: list[Block] = [Heading(text), Paragraph.of(text), Bullets((Paragraph.of(text),)), table]
    assert drawn(blocks, 80).count(text) == 7
    assert render_plain(blocks).count(text) == 7


@pytest.mark.parametrize("text", ["\x1b[31m", "\x9b2J", "\u202e", "\u200b", "a\rb", "\x07"])
def test_nothing_in_the_data_steers_the_terminal(text: str) -> None:
    blocks: list[Block] = [
        Heading(text),
        Paragraph.of(text),
        Bullets((Paragraph.of(text),)),
        Table((Column("a", fold=True),), (Row((Cell(text),)), Section(text, note=text))),
        Verbatim(text),
    ]
    for page in (render_plain(blocks), drawn(blocks, 80)):
        left = page.replace("\n", "")
        assert left.isprintable()
        assert "<U+" in left


@given(st.lists(st.tuples(TEXTS, TEXTS, TEXTS), max_size=5), st.integers(30, 100))
def test_whatever_stands_in_a_table_fits_and_stays(
    rows: list[tuple[str, str, str]], width: int
) -> None:
    table = Table(
        (Column("名", fold=True), Column("数", "right"), Column("状態")),
        tuple(Row(tuple(Cell(text) for text in row)) for row in rows),
    )
    page = drawn([table], width)
    assert max(columns(line) for line in page.splitlines()) <= width
    assert Counter("".join(page.split())) == Counter("".join(render_plain([table]).split()))


@given(TEXTS, TEXTS, st.integers(20, 60))
def test_paragraphs_and_bullets_fit_and_stay(one: str, two: str, width: int) -> None:
    text = Paragraph((Cell(one, "bad"), Cell(f"\n{two}", "dim")))
    for block in (text, Bullets((text, text)), Heading(one, 2)):
        page = drawn([block], width)
        assert max(columns(line) for line in page.splitlines()) <= width
        assert Counter("".join(page.split())) == Counter("".join(render_plain([block]).split()))


def test_years_too_many_for_the_screen_stand_in_several_tables() -> None:
    years = [f"R{number}" for number in range(1, 8)]
    table = Table(
        (Column("件"), *(Column(year, "right") for year in years)),
        (Row((Cell("目標"), *(Cell(f"1,000,{n:03}") for n in range(7)))),),
    )
    lines = drawn([table], 40).splitlines()
    assert [line.split() for line in lines] == [
        ["件", "R1", "R2", "R3"],
        ["目標", "1,000,000", "1,000,001", "1,000,002"],
        [],
        ["件", "R4", "R5", "R6"],
        ["目標", "1,000,003", "1,000,004", "1,000,005"],
        [],
        ["件", "R7"],
        ["目標", "1,000,006"],
    ]


def test_ids_too_long_beside_the_rest_stand_above_it() -> None:
    table = Table(
        (Column("Id"), Column("Name", fold=True), Column("Target", "right"), Column("Status")),
        (Row((Cell("a-long-plan/and-a-project/x"), Cell("名前"), Cell("R9 80%"), Cell("met"))),),
    )
    assert [line.rstrip() for line in drawn([table], 40).splitlines()] == [
        "Id Name  Target  Status",
        "a-long-plan/and-a-project/x",
        "  名前   R9 80%  met",
    ]


@pytest.mark.parametrize(
    ("style", "code"),
    [("good", "32"), ("bad", "1;31"), ("warn", "33"), ("dim", "2"), ("strong", "1")],
)
def test_styles_reach_exactly_their_text(style: Style, code: str) -> None:
    text = Paragraph((Cell("前の文"), Cell("この文", style), Cell("後の文")))
    assert f"前の文\x1b[{code}mこの文\x1b[0m後の文" in drawn([text], 80, colour=True)
    broken = drawn([text], 8, colour=True)
    assert f"\x1b[{code}mこ\x1b[0m" in broken  # across a line break too
    assert f"\x1b[{code}mの文\x1b[0m" in broken


class Terminal(io.TextIOWrapper):
    """A text stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def stream_of(encoding: str) -> Terminal:
    return Terminal(io.BytesIO(), encoding=encoding)


def test_output_knows_its_medium() -> None:
    assert Output(stream_of("utf-8"), {}).colour
    assert not Output(stream_of("utf-8"), {"NO_COLOR": "1"}).colour
    assert Output(stream_of("utf-8"), {"NO_COLOR": ""}).colour  # empty means not set
    assert Output(stream_of("utf-8"), {"NO_COLOR": "1"}).is_terminal
    assert not Output(stream_of("utf-8"), {"TERM": "dumb"}).is_terminal
    assert not Output(io.TextIOWrapper(io.BytesIO()), {}).colour


@pytest.mark.parametrize(
    ("encoding", "environ", "ascii_only"),
    [
        ("utf-8", {}, False),
        ("cp932", {}, True),
        ("ascii", {}, True),
        ("utf-8", {"SAGAICT_ASCII": "1"}, True),
    ],
)
def test_output_knows_which_bars_it_can_show(
    encoding: str, environ: dict[str, str], *, ascii_only: bool
) -> None:
    assert Output(stream_of(encoding), environ).ascii == ascii_only


def test_output_spells_out_what_its_encoding_lacks() -> None:
    stream = stream_of("cp932")
    Output(stream, {}).text("計画—𠮷")
    stream.flush()
    assert stream.buffer.getvalue().decode("cp932") == "計画―\\U00020bb7"  # type: ignore[attr-defined]
