"""Markdown: whatever the data holds is shown as it stands, and the tables hold together."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from sagaict.language.visible import visible
from sagaict.reporting.blocks import (
    Bullets,
    Cell,
    Column,
    Heading,
    Paragraph,
    Row,
    Section,
    Table,
    Verbatim,
)
from sagaict.reporting.markdown import escape, render_markdown

TRICKY = [
    "<script>alert(1)</script>",
    "a <!-- b --> &amp; c",
    "*bold* **x** _y_ __z__ ~~gone~~",
    "`code` ``x``",
    "[text](https://example.lg.jp) ![picture](x)",
    "<https://example.lg.jp> https://example.lg.jp www.example.lg.jp",
    "# no heading",
    "1. no list",
    "12) no list",
    "- no list",
    "+ no list",
    "=== no heading ===",
    "> no quotation",
    "a|b|c",
    "C:\\data\\",
    "@mayor #12 dx@city.example",
    "[^1]: note",
    "$x$ and {y}",
    "    four spaces",
    "[bold]rich[/bold]",
    "---",
]
LETTERS = st.sampled_from("a1 漢。.*_`~<>[](){}|\\#@&+-=!:$\"'\n/hwtps")


def shown(tokens: list[Token]) -> str:
    """The text a reader sees, line breaks and all."""
    pieces = []
    for token in tokens:
        for child in token.children or ():
            if child.type in {"softbreak", "hardbreak"}:
                pieces.append("\n")
            else:
                assert child.type == "text", child
                pieces.append(child.content)
    return "".join(pieces).replace("\u200b", "")  # set between @ or # and what follows


def parsed(markdown: str) -> list[Token]:
    return MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(markdown)


def letters(text: str) -> str:
    return "".join(text.split())


def as_one(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("text", TRICKY)
def test_text_is_shown_as_it_stands(text: str) -> None:
    for page in (
        [Paragraph.of(text)],
        [Heading(text)],
        [Bullets((Paragraph.of(text),))],
    ):
        assert as_one(shown(parsed(render_markdown(page)))) == as_one(text)


@pytest.mark.parametrize("text", TRICKY)
def test_text_in_a_table_is_shown_as_it_stands(text: str) -> None:
    table = Table(
        (Column("a|b"), Column(text, "right")), (Row((Cell(text), Cell("1,027"))), Section(text))
    )
    tokens = parsed(render_markdown([table]))
    cells = [token for token in tokens if token.type in {"td_open", "th_open"}]
    assert len(cells) == 6
    inlines = [token for token in tokens if token.type == "inline"]
    assert as_one(shown([inlines[1]])) == as_one(text)
    assert as_one(shown([inlines[2]])) == as_one(text)


def test_no_line_is_a_command_to_a_log() -> None:
    page = render_markdown([Paragraph.of("::error::x\n ##[group]y")])
    assert page == "\\::error::x  \n\\#\\#\\[group\\]y\n"
    assert shown(parsed(page)) == "::error::x\n##[group]y"


@given(st.text(LETTERS, max_size=40))
def test_no_text_becomes_markup(text: str) -> None:
    page = render_markdown([Bullets((Paragraph.of(text),)), Paragraph.of("end")])
    tokens = parsed(page)
    assert letters(shown(tokens)) == letters(f"{text}end")
    kinds = {token.type for token in tokens} - {
        "bullet_list_open",
        "bullet_list_close",
        "list_item_open",
        "list_item_close",
        "paragraph_open",
        "paragraph_close",
        "inline",
    }
    assert not kinds


@given(st.text(LETTERS, min_size=1, max_size=40))
def test_no_paragraph_becomes_markup(text: str) -> None:
    tokens = parsed(render_markdown([Paragraph.of(text), Paragraph.of("end")]))
    assert {token.type for token in tokens} <= {"paragraph_open", "paragraph_close", "inline"}
    assert letters(shown(tokens)) == letters(f"{text}end")


def test_nobody_is_mentioned_and_nothing_is_linked() -> None:
    # GitHub looks for these after Markdown is done, so a backslash alone does not help.
    escaped = escape("@mayor #12 https://a.example http://b.example www.c.example FTP://d")
    assert "@mayor" not in escaped
    assert "#12" not in escaped
    assert not re.search(r"(https?|ftp)://|www\.", escaped, re.IGNORECASE)


def test_controls_and_changes_of_direction_are_spelled_out() -> None:
    assert shown(parsed(escape("a\x1b[2Jb\u202ec"))) == visible("a\x1b[2Jb\u202ec")
    assert "\x1b" not in escape("\x1b")


def test_a_page() -> None:
    table = Table(
        (Column("Indicator", fold=True), Column("Target", "right")),
        (
            Section("Goal 1", note="利便", apart=True),
            Row((Cell("届出|件数", "good"), Cell("1,027件\n約")), indent=1),
        ),
    )
    page = render_markdown(
        [
            Heading("計画"),
            Heading("表", 2),
            table,
            Bullets((Paragraph((Cell("a", "bad"), Cell("\nb", "dim"))),)),
            Paragraph.of("一\n二"),
            Verbatim("a: ```\n*b*", "yaml"),
        ]
    )
    assert page == (
        "# 計画\n\n## 表\n\n"
        "| Indicator | Target |\n| :--- | ---: |\n"
        "| **Goal 1** 利便 |  |\n"
        "| 届出\\|件数 | 1,027件<br>約 |\n\n"
        "- a b\n\n"
        "一  \n二\n\n"
        "``````yaml\na: ```\n*b*\n``````\n"
    )


def test_a_sample_cannot_leave_its_fence() -> None:
    tokens = parsed(render_markdown([Verbatim("````\n# x\n```", "yaml")]))
    assert [token.type for token in tokens] == ["fence"]
    assert tokens[0].content == "````\n# x\n```\n"


def test_figures_and_dashes_of_a_cell_are_read_as_they_stand() -> None:
    table = Table((Column("Rate"),), (Row((Cell("17.4%"),)), Row((Cell("-"),))))
    assert render_markdown([table]).splitlines()[2:] == ["| 17.4% |", "| - |"]
    assert render_markdown([Paragraph.of("17.4%\n1. first\n- item\n---\n-3\n+ x")]).split("\n") == [
        "17.4%  ",
        "1\\. first  ",
        "\\- item  ",
        "\\---  ",
        "-3  ",
        "\\+ x",
        "",
    ]
