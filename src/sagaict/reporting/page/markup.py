"""Elements of HTML and SVG: text is escaped where it goes in, so none of it becomes markup."""

from __future__ import annotations

import re
from functools import lru_cache
from html import escape

from sagaict.language import active
from sagaict.language.visible import spelled_out

__all__ = ["Child", "Element", "apart", "element", "raw", "serialised", "words"]

_JAPANESE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uff66-\uff9f]")
_EMPTY = frozenset({"br", "input", "meta"})
"""What has no end in HTML."""
_OFTEN = 4096
"""Texts that are remembered: a page says the same many times, and the next page again."""


class Element(str):
    """An element as it is written. What is put together from it by other means is text again."""

    __slots__ = ()


Child = Element | str


def element(tag: str, *children: Child, **attributes: str) -> Element:
    """An element; `class_` and `aria_label` are the attributes `class` and `aria-label`.

    Texts are shown as they stand, with invisible characters spelled out.
    """
    given = "".join([_attribute(name, value) for name, value in attributes.items()])
    if tag in _EMPTY:
        return Element(f"<{tag}{given}>")
    inside = "".join([each if type(each) is Element else _text(each) for each in children])
    return Element(f"<{tag}{given}>{inside}</{tag}>")


@lru_cache(_OFTEN)
def _text(text: str) -> str:
    return escape(spelled_out(text), quote=False)


@lru_cache(_OFTEN)
def _attribute(name: str, value: str) -> str:
    name = name.rstrip("_").replace("_", "-")
    value = escape(spelled_out(value), quote=False).replace('"', "&quot;")
    return f' {name}="{value}"'


def raw(text: str) -> Element:
    """Our own style or script, which is not escaped."""
    return Element(text)


def apart(made: Element) -> Element:
    """The element, and a new line after it: a page is compared line by line too."""
    return Element(f"{made}\n")


def words(text: str) -> list[Child]:
    """A text with its lines broken; what is Japanese on a page that is not says so."""
    found: list[Child] = []
    for number, line in enumerate(text.split("\n")):
        if number:
            found.append(element("br"))
        if active() != "ja" and _JAPANESE.search(line):
            found.append(element("span", line, lang="ja"))
        else:
            found.append(line)
    return found


def serialised(root: Element) -> str:
    """The outermost element as a document of HTML."""
    return f"<!doctype html>\n{root}\n"
