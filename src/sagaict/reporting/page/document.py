"""The page around what is drawn: one file, which may load nothing, and says so to the browser."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from sagaict import __version__
from sagaict.language import _, active
from sagaict.language.visible import spelled_out
from sagaict.reporting.blocks import Block, Heading
from sagaict.reporting.page.drawing import drawn
from sagaict.reporting.page.fitting import letters_of_one_sheet
from sagaict.reporting.page.frame import ALONE, Frame, after, foot, head, titled
from sagaict.reporting.page.markup import Element, apart, element, raw, serialised, words
from sagaict.reporting.page.shapes import definitions
from sagaict.reporting.page.tables import first_searched

__all__ = ["render_page"]

_STYLE = Path(__file__).with_name("style.css")
_SCRIPT = Path(__file__).with_name("narrow.js")
_FEW = 3
"""Headings up to which nobody needs a list of them."""


def render_page(
    blocks: Iterable[Block], title: str = "", frame: Frame = ALONE, *, one_sheet: bool = False
) -> str:
    """The blocks as a page of HTML; without a title the first heading is that of the page.

    `one_sheet`: printed, all of it stands on one sheet of A4, in smaller letters if need be.
    """
    content = list(blocks)
    if not title:
        first = next((block for block in content if isinstance(block, Heading)), None)
        title = first.text if first else "sagaict"
        content = [block for block in content if block is not first]
    title = " ".join(spelled_out(title).split())
    elements, anchors = drawn(content, frame.href)
    style = _text(_STYLE) + _at_the_foot(title)
    if one_sheet:
        style += f"@media print{{html{{font-size:{letters_of_one_sheet(content)}px}}}}\n"
    script = _text(_SCRIPT)
    page = element(
        "html",
        _head(titled(title, frame), style, script),
        "\n",
        element(
            "body",
            element("a", _("To the content"), href="#content", class_="skip"),
            definitions(),
            *head(frame),
            element(
                "main",
                element("h1", *words(title)),
                *_contents(anchors),
                *_with_filter(content, elements),
                id="content",
            ),
            *after(frame),
            element("footer", element("p", _made_by()), *foot(frame)),
            element("script", raw(script)),
        ),
        lang=active(),
    )
    return serialised(page)


@cache
def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _made_by() -> str:
    return _("Made by sagaict {version}. This page loads nothing from outside.").format(
        version=__version__
    )


def _head(title: str, style: str, script: str) -> Element:
    policy = (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; "
        "base-uri 'none'; form-action 'none'"
    )
    parts = [
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=policy),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("title", title),
        element("style", raw(style)),
    ]
    return element("head", *map(apart, parts))


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _at_the_foot(title: str) -> str:
    """The title at the foot of every sheet of paper, with its number."""
    quoted = re.sub(r"[^\w ]", lambda match: f"\\{ord(match[0]):x} ", title)
    return (
        f'@page{{@bottom-left{{content:"{quoted}";font-size:8pt}}'
        '@bottom-right{content:counter(page) " / " counter(pages);font-size:8pt}}\n'
    )


def _contents(anchors: list[tuple[str, str]]) -> list[Element]:
    if len(anchors) <= _FEW:
        return []
    links = [element("li", element("a", *words(text), href=f"#{name}")) for name, text in anchors]
    label = _("On this page")
    inside = element("details", element("summary", label), element("ul", *links))
    return [element("nav", inside, aria_label=label)]


def _with_filter(blocks: list[Block], elements: list[Element]) -> Iterator[Element]:
    """The elements; above the tables of results, where they are long, room to search in them.

    It is hidden until the script is there to do it.
    """
    searched = first_searched(blocks)
    for block, each in zip(blocks, elements, strict=True):
        if block is searched:
            yield _filter()
        yield each


def _filter() -> Element:
    box = element("input", type="search", id="search", autocomplete="off")
    # The script knows the numbers alone; the words are the reader's.
    shown = _("{shown} of {count} shown")
    found = element("output", id="found", for_="search", data_shown=shown)
    label = element("label", element("span", _("Search in the tables")), " ", box)
    return element("form", label, " ", found, id="filter", hidden="hidden", role="search")
