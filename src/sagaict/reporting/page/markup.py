"""Elements of HTML and SVG, as a tree: text is never parsed, so none of it becomes markup."""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.etree.ElementTree import Element, tostring

from sagaict.language import active
from sagaict.language.visible import spelled_out

__all__ = ["Child", "element", "serialised", "words"]

Child = Element | str
_JAPANESE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uff66-\uff9f]")


def element(tag: str, *children: Child, **attributes: str) -> Element:
    """An element; `class_` and `aria_label` are the attributes `class` and `aria-label`.

    Texts are shown as they stand, with invisible characters spelled out.
    """
    made = Element(
        tag,
        {
            name.rstrip("_").replace("_", "-"): spelled_out(value)
            for name, value in attributes.items()
        },
    )
    _fill(made, children)
    return made


def _fill(parent: Element, children: Iterable[Child]) -> None:
    last: Element | None = None
    for child in children:
        if isinstance(child, Element):
            parent.append(child)
            last = child
        elif last is None:
            parent.text = (parent.text or "") + spelled_out(child)
        else:
            last.tail = (last.tail or "") + spelled_out(child)


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
    """The tree as a document of HTML."""
    return f"<!doctype html>\n{tostring(root, encoding='unicode', method='html')}\n"
